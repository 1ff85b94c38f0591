"""A web page as units: the text of each block element, in document order, with what its place in the page tells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from lxml.html import HtmlElement

from suyuan.document import Span
from suyuan.reading.grid import Cell, fill_grid
from suyuan.reading.html.tree import (
    BLANKS,
    INLINE,
    NEVER,
    WRAPPED,
    cell_text,
    is_hidden,
    is_inline,
    letters,
    size_of,
)
from suyuan.reading.line_breaks import logical_lines
from suyuan.reading.raised import clean, take_marks, write_raised
from suyuan.reading.words import words

Place = Literal["article", "side", "furniture", "open"]
Role = Literal["heading", "paragraph", "caption", "row", "item", "footnote", "other"]

HEADINGS = {f"h{level}": level for level in range(1, 7)}
LINE = "\ufdd2"  # a noncharacter for <br>: a line break of the source is a blank
KEEPS_LINES = re.compile(r"white-space\s*:\s*(?:pre\b|break-spaces)", re.I)
SUCH_A_PAGE = frozenset(
    {"has", "no", "with", "without", "open"}
)  # has-sidebar: a page with one, not the box itself


@dataclass(slots=True)
class Unit:
    """Text of one block element, or one row of a table (cells by TAB)."""

    text: str
    role: Role
    place: Place
    level: int | None = None  # of a heading
    table: int | None = None  # number of the table, for rows
    note: bool = False  # its class says byline, source or note
    stamp: bool = False  # its class says date, path or toolbar
    linked: float = 0.0  # share of its characters inside links
    marks: list[Span] = field(default_factory=list)  # raised marks of notes in its text
    hidden: bool = False  # by the page


def page_units(root: HtmlElement) -> list[Unit]:
    """All text of the page as units: what the page hides stands last, as furniture. Text of scripts and styles never appears."""
    body = root.find("body")
    top = body if body is not None else root
    walker = _Walker(size_of(top))
    walker.walk(top, "open", _Marks())
    walker.flush()
    return [*walker.units, *walker.hidden]


@dataclass(frozen=True, slots=True)
class _Marks:
    note: bool = False
    stamp: bool = False
    linked: bool = False
    lines_hold: bool = False  # a line of the source is a line of the page
    role: Role = "other"
    level: int | None = None


class _Walker:
    def __init__(self, size: int) -> None:
        self.size = size  # letters of the whole page
        self.units: list[Unit] = []
        self.hidden: list[Unit] = []
        self.buffer: list[tuple[str, bool]] = []
        self.state: tuple[Place, _Marks] = ("open", _Marks())
        self.tables = 0

    def walk(self, element: HtmlElement, place: Place, marks: _Marks) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag.lower() in NEVER or not tag:
            return
        tag = tag.lower()
        if self._leaves_out(element):
            return
        if tag == "br":
            self.buffer.append((LINE, False))
            return
        if tag == "sup":
            before = "".join(text for text, _ in self.buffer[-4:])
            self.buffer.append((write_raised(before, element.text_content()), marks.linked))
            return
        before_place = place
        place, marks = _place(element, tag, place), _marks(element, tag, marks)
        if tag == "table" and _is_data(element):
            self.flush()
            self._table(element, place, marks)
            return
        block = tag not in INLINE or place != before_place
        if block:
            self.flush()
            self.state = (place, marks)
        self._text(element.text, marks)
        for child in element:
            self.walk(child, place, marks)
            if block and not is_inline(child):
                self.state = (place, marks)
            self._text(child.tail, marks)
        if block:
            self.flush()

    def _leaves_out(self, element: HtmlElement) -> bool:
        """Whether the page hides an element, which then is furniture; not where most of the text would be gone."""
        if not is_hidden(element) or 2 * size_of(element) > self.size:
            return False
        text = cell_text(element)
        if text:
            has_table = element.tag in ("table", "tr") or next(element.iter("td"), None) is not None
            self.hidden.append(Unit(text, "row" if has_table else "other", "furniture", hidden=True))
        return True

    def _text(self, text: str | None, marks: _Marks) -> None:
        if text:
            words = clean(text).replace(LINE, "")
            lines = _kept_lines(words) if marks.lines_hold else WRAPPED.sub("", words)
            self.buffer.append((lines, marks.linked))

    def flush(self) -> None:
        place, marks = self.state
        raw = "".join(BLANKS.sub(" ", text) for text, _ in self.buffer)
        visible = sum(letters(text) for text, _ in self.buffer) or 1
        linked = sum(letters(text) for text, link in self.buffer if link) / visible
        self.buffer = []
        for line in raw.split(LINE):
            text, raised = take_marks(BLANKS.sub(" ", line).strip(" \u3000"))
            if text:
                self.units.append(
                    Unit(text, marks.role, place, marks.level, None, marks.note, marks.stamp, linked, raised)
                )

    def _table(self, element: HtmlElement, place: Place, marks: _Marks) -> None:
        self.tables += 1
        caption = element.find("caption")
        if caption is not None and (text := cell_text(caption)):
            self.units.append(Unit(text, "caption", place))
        shown = [row for row in element.iter("tr") if not self._leaves_out(row)]
        rows = [[cell for cell in row if cell.tag in ("td", "th") and not is_hidden(cell)] for row in shown]
        grid = fill_grid([[_spanned(cell) for cell in row] for row in rows])
        whole = _linked([cell for row in rows for cell in row])
        for row, line in zip(rows, grid, strict=True):
            if any(line):
                text, raised = take_marks("\t".join(line))
                linked = max(_linked(row), whole)
                self.units.append(Unit(text, "row", place, None, self.tables, linked=linked, marks=raised))


def _kept_lines(text: str) -> str:
    """Text whose line breaks hold, with LINE for them, also at its edges: more text may stand beside it."""
    words = text.strip(" \t\r\n")
    before, _, after = text.partition(words) if words else (text, "", "")
    lines = LINE.join(logical_lines(words, False))
    return "".join(LINE if "\n" in edge else edge for edge in (before, lines, after))


def _spanned(cell: HtmlElement) -> Cell:
    """Text of a cell and the columns and rows that it spans; 0 rows (to the end of the table) counts as one."""
    return cell_text(cell), _count(cell.get("colspan")), _count(cell.get("rowspan"))


def _count(text: str | None) -> int:
    found = re.match(r"\s*(\d{1,4})", text or "")
    return max(1, int(found[1])) if found else 1


def _linked(row: list[HtmlElement]) -> float:
    """Share of the letters and digits of some cells that stand inside links."""
    size = sum(letters(cell_text(cell)) for cell in row)
    return sum(letters(cell_text(link)) for cell in row for link in cell.iter("a")) / size if size else 0.0


def _place(element: HtmlElement, tag: str, place: Place) -> Place:
    names = _names(element)
    if place in ("side", "furniture"):
        return place
    if tag in words("side_tags") or names & set(words("side_classes")):
        return "side"
    parts = {part for name in names for part in re.split(r"[-_]+", name)}
    if parts & set(words("side_class_parts")) and not parts & SUCH_A_PAGE and _is_box(element, tag):
        return "side"
    if tag in words("furniture_tags") and not (tag == "header" and place == "article"):
        return "furniture"
    if names & set(words("furniture_classes")) and _is_margin(element):
        return "furniture"
    if tag in ("article", "main") or element.get("role") in ("main", "article"):
        return "article"
    if names & set(words("article_ids")):
        return "article"
    return place


def _is_box(element: HtmlElement, tag: str) -> bool:
    return tag not in ("html", "body", "main", "article") and next(element.iter("h1"), None) is None


def _is_margin(element: HtmlElement) -> bool:
    """A box that its class calls header or footer has no sentence in it; some sites wrap the whole page in one."""
    return (
        element.tag != "body"
        and "。" not in element.text_content()
        and next(element.iter("h1"), None) is None
    )


def _marks(element: HtmlElement, tag: str, marks: _Marks) -> _Marks:
    names = _names(element)
    role: Role = marks.role
    level = marks.level
    if tag in HEADINGS:
        role, level = "heading", HEADINGS[tag]
    elif names & set(words("title_classes")):
        role, level = "heading", 1
    elif names & set(words("footnote_classes")):
        role, level = "footnote", None
    elif tag in ("figcaption", "caption"):
        role, level = "caption", None
    elif tag == "li":
        role, level = "item", None
    elif tag == "p":
        role, level = ("item" if marks.role == "item" else "paragraph"), None
    elif tag not in INLINE and marks.role == "heading":
        role, level = "other", None
    return _Marks(
        marks.note or (bool(names & set(words("note_classes"))) and tag not in ("article", "main", "body")),
        marks.stamp or bool(names & set(words("stamp_classes"))) or tag == "time",
        marks.linked or tag == "a",
        marks.lines_hold or tag == "pre" or KEEPS_LINES.search(element.get("style") or "") is not None,
        role,
        level,
    )


def _names(element: HtmlElement) -> set[str]:
    return set(f"{element.get('class') or ''} {element.get('id') or ''}".lower().split())


def _is_data(table: HtmlElement) -> bool:
    """A table of data has no table inside, more than one cell, and no cell of several paragraphs."""
    if next(table.iterdescendants("table"), None) is not None or table.get("role") == "presentation":
        return False
    cells = [cell for row in table.iter("tr") for cell in row if cell.tag in ("td", "th")]
    if len(cells) < 2:
        return False
    return not any(sum(1 for _ in cell.iter("p")) > 3 or len(cell_text(cell)) > 400 for cell in cells)
