"""Read a Word file (.docx): paragraphs, headings, lists, tables, notes and text boxes in the order of the file."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from suyuan.document import Document, Span
from suyuan.reading.compose import Piece, compose
from suyuan.reading.dates import find_dates
from suyuan.reading.errors import ReadError
from suyuan.reading.grid import fill_grid
from suyuan.reading.office import tree
from suyuan.reading.office.numbering import Lists, format_number
from suyuan.reading.office.package import check_package
from suyuan.reading.office.problems import docx_problems
from suyuan.reading.office.styles import Look, Styles
from suyuan.reading.office.words import BREAK, Reader
from suyuan.reading.outline_pass import Given, classify, seen_entry
from suyuan.reading.raised import take_marks
from suyuan.reading.shapes import ends_sentence, shape_of
from suyuan.reading.words import plain
from suyuan.records.fact import BlockKind, Edition

# What python-docx and the walk over the XML raise for a file that is not as it should be.
BROKEN = (
    PackageNotFoundError, LookupError, ValueError, AttributeError, TypeError, OSError, etree.XMLSyntaxError,
    zipfile.BadZipFile,
)  # fmt: skip
TITLE_WITHIN = 20  # paragraphs from the beginning
LONG = 60  # characters: running text
LARGER = 1.5  # points over the body: a heading's type
DEPTH = 30  # of tables and text boxes inside one another
NOTE_PARTS = {"footnote": "/footnotes", "endnote": "/endnotes"}


@dataclass(slots=True)
class Item:
    """A line of output in the making."""

    text: str
    marks: list[Span] = field(default_factory=list)
    hint: BlockKind | None = None
    look: Look = field(default_factory=Look)
    table: str | None = None
    label: int = 0  # characters of the number that the list gives


def read_docx(data: bytes, shown: str, source_id: str, edition: Edition) -> Document:
    """Document of a Word file as it prints with all changes accepted; hidden text is left out.

    Merged cells say their text once. Numbers that Word gives to lists, headings and notes are written out. Raises
    ReadError if the file is damaged, protected, too large or without text.
    """
    check_package(data, shown, "docx")
    try:
        opened = docx.Document(io.BytesIO(data))
        walker = _Walker(opened)
        walker.body()
        margins = walker.margins()
    except BROKEN as error:
        what = "this Word file cannot be opened: it is damaged, or saved as Strict Open XML or as a template"
        raise ReadError(shown, what, "open it in Word or LibreOffice and save it again as .docx") from error
    items = [item for item in walker.items if item.text.strip()]
    if not items:
        pictures = walker.reader.seen["pictures"]
        what = "there are only pictures in the file" if pictures else "there is no text in the file"
        raise ReadError(shown, what, "save it as PDF and read that" if pictures else "export it again")
    title = find_title(items)
    text, blocks, _ = compose([*_pieces(items, title), *(Piece("furniture", line) for line in margins)])
    heads = [item.text for item in items[:40] if item.hint is None]
    return Document(
        source_id=source_id,
        edition=edition,
        path=shown,
        sha256="",
        media="docx",
        text=text,
        blocks=blocks,
        title=plain(items[title].text) if title is not None else None,
        dates=find_dates([line for line in heads if shape_of(line).kind == "stamp"], heads),
        problems=docx_problems(walker.reader.seen, shown, source_id),
    )


def find_title(items: Sequence[Item]) -> int | None:
    """Index of the title: the paragraph of that style, else the largest centred line before the first running text."""
    early = list(enumerate(items[:TITLE_WITHIN]))
    for i, item in early:
        if item.look.name == "title" and item.hint is None:
            return i
    end = next((i for i, item in early if item.hint == "table" or len(item.text) > LONG), len(early))
    lines = [
        (i, item)
        for i, item in early[:end]
        if item.look.centred and item.hint is None and len(item.text) >= 4 and not ends_sentence(item.text)
        and not plain(item.text).endswith(("文件", "号"))
    ]  # fmt: skip
    return max(lines, key=lambda pair: (pair[1].look.size or 0, -pair[0]))[0] if lines else None


class _Walker:
    """Items of a file in order."""

    def __init__(self, opened: Any) -> None:
        self.part = opened.part
        self.root = opened.element.body
        self.styles = Styles(_related(self.part, "/styles"))
        self.lists = Lists.of(_related(self.part, "/numbering"))
        self.notes = {kind: _notes(self.part, suffix) for kind, suffix in NOTE_PARTS.items()}
        self.reader = Reader(labels=_note_labels(self.root))
        self.items: list[Item] = []
        self.tables = 0
        self.endnotes: list[str] = []

    def body(self) -> None:
        """Fill ``items``."""
        self._blocks(self.root, 0, None)
        for identity in self.endnotes:
            self._note("endnote", identity)

    def margins(self) -> list[str]:
        """Texts of running heads and feet, each once."""
        found = []
        for relation in self.part.rels.values():
            if relation.reltype.endswith(("/header", "/footer")):
                for paragraph in relation.target_part.element.iter(qn("w:p")):
                    text = take_marks(self.reader.paragraph(paragraph))[0].replace(BREAK, " ").strip()
                    found.append(text)
        return [text for text in dict.fromkeys(found) if text]

    def _blocks(self, container: Any, depth: int, hint: BlockKind | None) -> None:
        for kind, element in tree.children(container):
            if kind == "p":
                self._paragraph(element, depth, hint)
            elif kind == "tbl" and depth < DEPTH:
                self._table(element, depth, hint)
            elif kind == "contents":
                self._blocks(element, depth, "furniture")
            else:
                self.reader.seen["objects"] += 1

    def _paragraph(self, element: Any, depth: int, hint: BlockKind | None) -> None:
        look = self.styles.look(element)
        label, text = self._words(element, look)
        notes, boxes = self.reader.notes, self.reader.boxes
        if look.name.startswith("toc") and look.name[3:].isdecimal():
            hint = "furniture"
        for number, line in enumerate((label + text).split(BREAK)):
            words, marks = _trimmed(line)
            told = hint or ("caption" if look.name == "caption" else None)
            self.items.append(Item(words, marks, told, look, None, 0 if number else len(label)))
        self._beside(notes, boxes, depth)

    def _words(self, element: Any, look: Look, always: bool = False) -> tuple[str, str]:
        """Number that the list gives, and text; the number of an empty paragraph only where ``always``."""
        text = self.reader.paragraph(element)
        label = self.lists.label(look.list_name, look.list_level) if look.list_name is not None else ""
        return (label if text.strip() or always else ""), text

    def _beside(self, notes: Sequence[tuple[str, str]], boxes: Sequence[Any], depth: int) -> None:
        """Text boxes and notes of what was just read."""
        for box in boxes:
            if depth < DEPTH:
                self._blocks(box, depth + 1, None)
        for kind, identity in notes:
            if kind == "footnote":
                self._note(kind, identity)
            elif identity not in self.endnotes:
                self.endnotes.append(identity)

    def _note(self, kind: str, identity: str) -> None:
        note = self.notes[kind].get(identity)
        if note is None:
            return
        label = self.reader.labels.get((kind, identity), "")
        for paragraph in note.iter(qn("w:p")):
            text, marks = _trimmed(self.reader.paragraph(paragraph).replace(BREAK, " "))
            if text:
                told: BlockKind = "reference" if seen_entry(text) else "footnote"
                shift = len(label) + 1 if label else 0
                moved = [Span(mark.start + shift, mark.end + shift) for mark in marks]
                self.items.append(Item(f"{label} {text}" if label else text, moved, told))
                label = ""

    def _table(self, table: Any, depth: int, hint: BlockKind | None) -> None:
        rows = [list(tree.cells(row)) for row in tree.rows(table)]
        if tree.is_layout(rows):
            for row in rows:
                for cell in row:
                    self._blocks(cell, depth + 1, hint)
            return
        notes: list[tuple[str, str]] = []
        boxes: list[Any] = []
        grid = fill_grid(tree.spanned([[self._cell(c, notes, boxes) for c in row] for row in rows], rows))
        self.tables += 1
        for line in grid:
            words, marks = take_marks("\t".join(line))
            self.items.append(Item(words, marks, hint or "table", Look(), f"table-{self.tables}"))
        self._beside(notes, boxes, depth)

    def _cell(self, cell: Any, notes: list[tuple[str, str]], boxes: list[Any]) -> str:
        parts = []
        for paragraph in cell.iter(qn("w:p")):
            if tree.inside_box(paragraph, cell):
                continue
            parts.append("".join(self._words(paragraph, self.styles.look(paragraph), always=True)))
            notes += self.reader.notes
            boxes += self.reader.boxes
        return " ".join(" ".join(parts).split())


def _pieces(items: Sequence[Item], title: int | None) -> list[Piece]:
    body = Counter[float | None]()
    for item in items:
        body[item.look.size] += len(item.text) if item.hint is None else 0
    usual = body.most_common(1)[0][0] if body else None
    styled = any(item.look.level is not None for item in items)
    given = []
    for i, item in enumerate(items):
        hint: BlockKind | None = "title" if i == title else item.hint
        if hint is None and item.look.level is not None and item.look.name != "title":
            hint = "heading"
        big = (
            hint is None
            and usual is not None
            and (item.look.size or 0) >= usual + LARGER
            and len(item.text) <= LONG
            and not ends_sentence(item.text)
        )
        # Where headings have their style, an item of a list is none, whatever its number looks like.
        text = item.text[item.label :] if styled and hint is None and item.label else item.text
        given.append(Given(text, hint, item.look.level, big))
    return [
        Piece(told.kind, item.text, None, told.section, told.level, item.table, None, item.marks)
        for item, told in zip(items, classify(given), strict=True)
    ]


def _trimmed(text: str) -> tuple[str, list[Span]]:
    words, marks = take_marks(text.replace("\t", " "))
    left = len(words) - len(words.lstrip())
    kept = words.strip()
    moved = [Span(max(0, m.start - left), min(m.end - left, len(kept))) for m in marks]
    return kept, [mark for mark in moved if mark.end > mark.start]


def _note_labels(root: Any) -> dict[tuple[str, str], str]:
    """Printed number of each note, in the order of their references; none for one with a sign of its own."""
    labels: dict[tuple[str, str], str] = {}
    for kind, usual in (("footnote", "decimal"), ("endnote", "lowerRoman")):
        form = root.find(f".//{qn('w:' + kind + 'Pr')}/{qn('w:numFmt')}")
        name = form.get(qn("w:val")) if form is not None else usual
        for reference in root.iter(qn(f"w:{kind}Reference")):
            identity = reference.get(qn("w:id")) or ""
            own = reference.get(qn("w:customMarkFollows")) in ("1", "true", "on")
            if not own and (kind, identity) not in labels:
                count = sum(1 for other, _ in labels if other == kind) + 1
                labels[kind, identity] = format_number(count, name or usual)
    return labels


def _notes(part: Any, suffix: str) -> dict[str, Any]:
    root = _related(part, suffix)
    return (
        {}
        if root is None
        else {note.get(qn("w:id")): note for note in root if note.get(qn("w:type")) is None}
    )


def _related(part: Any, suffix: str) -> Any:
    """Root of the part that is related to the document by a relationship of this kind; None where there is none."""
    for relation in part.rels.values():
        if relation.reltype.endswith(suffix) and not relation.is_external:
            target = relation.target_part
            return target.element if hasattr(target, "element") else parse_xml(target.blob)
    return None
