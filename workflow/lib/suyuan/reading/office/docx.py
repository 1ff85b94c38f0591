"""Read a Word file (.docx): paragraphs, headings, lists, tables, notes and text boxes in the order of the file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from suyuan.document import Document, Span
from suyuan.reading.compose import Piece, compose
from suyuan.reading.errors import ReadError
from suyuan.reading.grid import fill_grid
from suyuan.reading.line_breaks import BREAK, logical_lines, one_line
from suyuan.reading.office import tree
from suyuan.reading.office.notes import NOTE_PARTS, note_labels, notes_of, related
from suyuan.reading.office.numbering import Lists
from suyuan.reading.office.package import check_package
from suyuan.reading.office.paragraphs import Item, dates_of, kinds_of, to_pieces, with_title
from suyuan.reading.office.problems import docx_problems
from suyuan.reading.office.styles import Look, Styles
from suyuan.reading.office.words import Reader
from suyuan.reading.outline_pass import seen_entry
from suyuan.reading.raised import take_marks
from suyuan.reading.words import plain
from suyuan.records.fact import BlockKind, Edition

# What python-docx and the walk over the XML raise for a file that is not as it should be.
BROKEN = (
    PackageNotFoundError, LookupError, ValueError, AttributeError, TypeError, OSError, etree.XMLSyntaxError,
    zipfile.BadZipFile,
)  # fmt: skip
DEPTH = 30  # of tables and text boxes inside one another


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
    items = with_title([item for item in walker.items if item.text.strip()])
    if not items:
        pictures = walker.reader.seen["pictures"]
        what = "there are only pictures in the file" if pictures else "there is no text in the file"
        raise ReadError(shown, what, "save it as PDF and read that" if pictures else "export it again")
    told = kinds_of(items)
    text, blocks, _ = compose([*to_pieces(items, told), *(Piece("furniture", line) for line in margins)])
    return Document(
        source_id=source_id,
        edition=edition,
        path=shown,
        sha256="",
        media="docx",
        text=text,
        blocks=blocks,
        title=next((plain(item.text) for item in items if item.hint == "title"), None),
        dates=dates_of(items, told),
        problems=docx_problems(walker.reader.seen, shown, source_id),
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """Words of a paragraph, and what is anchored in it."""

    text: str
    notes: list[tuple[str, str]]
    boxes: list[Any]


class _Walker:
    """Items of a file in order."""

    def __init__(self, opened: Any) -> None:
        self.part = opened.part
        self.root = opened.element.body
        self.styles = Styles(related(self.part, "/styles"))
        self.lists = Lists.of(related(self.part, "/numbering"))
        self.notes = {kind: notes_of(self.part, kind) for kind in NOTE_PARTS}
        self.reader = Reader(labels=note_labels(self.root))
        self.carried: list[_Read] = []  # paragraphs whose end was deleted: they go on in the next one
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
            if kind == "p" and tree.end_is_deleted(element):
                self.reader.seen["changes"] += 1
                self.carried.append(self._read(element))
            elif kind == "p":
                self._paragraph(self.styles.look(element), self._read(element), depth, hint)
            else:
                self._let_go(depth, hint)
                self._other(kind, element, depth, hint)
        self._let_go(depth, hint)

    def _other(self, kind: str, element: Any, depth: int, hint: BlockKind | None) -> None:
        if kind == "tbl" and depth < DEPTH:
            self._table(element, depth, hint)
        elif kind == "contents":
            self._blocks(element, depth, "furniture")
        else:
            self.reader.seen["objects"] += 1

    def _read(self, element: Any) -> _Read:
        return _Read(self.reader.paragraph(element), self.reader.notes, self.reader.boxes)

    def _let_go(self, depth: int, hint: BlockKind | None) -> None:
        """What was carried is a paragraph of its own where no other one follows."""
        if self.carried:
            self._paragraph(Look(), self.carried.pop(), depth, hint)

    def _paragraph(self, look: Look, last: _Read, depth: int, hint: BlockKind | None) -> None:
        """Items of a paragraph that begins with what was carried and ends with ``last``."""
        read = [*self.carried, last]
        self.carried = []
        text = "".join(part.text for part in read)
        label = self._label(look, text)
        if look.name.startswith("toc") and look.name[3:].isdecimal():
            hint = "furniture"
        told = hint or ("caption" if look.name in ("caption", "题注") else None)
        headline = look.level is not None or look.name in ("title", "标题") or look.centred
        for number, line in enumerate(logical_lines(label + text, headline)):
            words, marks = _trimmed(line)
            self.items.append(Item(words, marks, told, look, None, 0 if number else len(label)))
        for part in read:
            self._beside(part.notes, part.boxes, depth)

    def _label(self, look: Look, text: str, always: bool = False) -> str:
        """The next number of the paragraph's list; an empty paragraph counts, but shows it only where ``always``."""
        label = self.lists.label(look.list_name, look.list_level) if look.list_name is not None else ""
        return label if text.strip() or always else ""

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
        beside: list[_Read] = []
        grid = fill_grid(tree.spanned([[self._cell(cell, beside) for cell in row] for row in rows], rows))
        self.tables += 1
        for line in grid:
            words, marks = take_marks("\t".join(line))
            self.items.append(Item(words, marks, hint or "table", Look(), f"table-{self.tables}"))
        for part in beside:
            self._beside(part.notes, part.boxes, depth)
        for inner in tree.inner_tables(rows):
            self._other("tbl", inner, depth + 1, hint)

    def _cell(self, cell: Any, beside: list[_Read]) -> str:
        """Words of a cell on one line, without those of tables and text boxes in it; what it has beside goes to ``beside``."""
        text = ""
        for paragraph in cell.iter(qn("w:p")):
            if not tree.is_own(paragraph, cell):
                continue
            read = self._read(paragraph)
            beside.append(read)
            deleted = tree.end_is_deleted(paragraph)
            label = "" if deleted else self._label(self.styles.look(paragraph), read.text, always=True)
            text += one_line(label + read.text) + ("" if deleted else " ")
        return " ".join(text.split())


def _trimmed(text: str) -> tuple[str, list[Span]]:
    words, marks = take_marks(text.replace("\t", " "))
    left = len(words) - len(words.lstrip())
    kept = words.strip()
    moved = [Span(max(0, m.start - left), min(m.end - left, len(kept))) for m in marks]
    return kept, [mark for mark in moved if mark.end > mark.start]
