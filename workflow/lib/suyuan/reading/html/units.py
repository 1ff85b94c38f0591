"""A web page as units: the text of each block element, in document order, with what its place in the page tells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from lxml import html as lxml_html
from lxml.html import HtmlElement

from suyuan.document import Span
from suyuan.reading.grid import Cell, fill_grid
from suyuan.reading.raised import clean, take_marks, write_raised
from suyuan.reading.words import words

Place = Literal["article", "side", "furniture", "open"]
Role = Literal["heading", "paragraph", "caption", "row", "item", "other"]

NEVER = frozenset({"script", "style", "template", "noscript", "head", "iframe", "object", "link", "meta"})
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LINE = "\ufdd2"  # a noncharacter for <br>: a line break of the source is a blank
DEPTH = 500  # of elements in one another
SUCH_A_PAGE = frozenset(
    {"has", "no", "with", "without", "open"}
)  # has-sidebar: a page with one, not the box itself
NUMBERED = re.compile(r"&#(?:(1[2-5]\d)|[xX]0*([89][0-9a-fA-F]))(?:;|(?![0-9a-fA-F]))")
BLANKS = re.compile(r"[ \t\r\n\f\v\u00a0\u2002-\u200a]+")


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


def parse(markup: str) -> HtmlElement:
    """Root element. ValueError if there is no element at all, or elements are nested deeper than any page needs."""
    cleaned = NUMBERED.sub(_windows, re.sub(r"^\s*<\?xml[^>]*\?>", "", markup).replace("\x00", ""))
    try:
        # Without huge_tree what stands more than 256 elements deep (old pages never close their fonts) would be lost.
        root = lxml_html.document_fromstring(cleaned, parser=lxml_html.HTMLParser(huge_tree=True))
    except (lxml_html.etree.ParserError, lxml_html.etree.XMLSyntaxError) as error:
        raise ValueError(str(error)) from error
    if _depth(root) > DEPTH:
        raise ValueError(f"its elements are nested more than {DEPTH} deep")
    return root


def _depth(root: HtmlElement) -> int:
    depth = deepest = 0
    for event, _ in lxml_html.etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _windows(match: re.Match[str]) -> str:
    """&#150; is – although the number 150 is no character: browsers read 128 to 159 as Windows wrote them."""
    number = int(match[1]) if match[1] else int(match[2], 16)
    if not 128 <= number <= 159:
        return match[0]
    return bytes([number]).decode("cp1252", "replace")


def page_units(root: HtmlElement) -> list[Unit]:
    """All visible text of the page as units. Text of scripts and styles never appears."""
    walker = _Walker()
    body = root.find("body")
    walker.walk(body if body is not None else root, "open", _Marks())
    walker.flush()
    return walker.units


@dataclass(frozen=True, slots=True)
class _Marks:
    note: bool = False
    stamp: bool = False
    linked: bool = False
    role: Role = "other"
    level: int | None = None


class _Walker:
    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.buffer: list[tuple[str, bool]] = []
        self.state: tuple[Place, _Marks] = ("open", _Marks())
        self.tables = 0

    def walk(self, element: HtmlElement, place: Place, marks: _Marks) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag.lower() in NEVER or not tag:
            return
        tag = tag.lower()
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
            if block and not _inline(child):
                self.state = (place, marks)
            self._text(child.tail, marks)
        if block:
            self.flush()

    def _text(self, text: str | None, marks: _Marks) -> None:
        if text:
            self.buffer.append((clean(text).replace(LINE, ""), marks.linked))

    def flush(self) -> None:
        place, marks = self.state
        raw = "".join(BLANKS.sub(" ", text) for text, _ in self.buffer)
        visible = sum(_letters(text) for text, _ in self.buffer) or 1
        linked = sum(_letters(text) for text, link in self.buffer if link) / visible
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
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in element.iter("tr")]
        grid = fill_grid([[_spanned(cell) for cell in row] for row in rows])
        whole = _linked([cell for row in rows for cell in row])
        for row, line in zip(rows, grid, strict=True):
            if any(line):
                text, raised = take_marks("\t".join(line))
                linked = max(_linked(row), whole)
                self.units.append(Unit(text, "row", place, None, self.tables, linked=linked, marks=raised))


def _spanned(cell: HtmlElement) -> Cell:
    """Text of a cell and the columns and rows that it spans; 0 rows (to the end of the table) counts as one."""
    return cell_text(cell), _count(cell.get("colspan")), _count(cell.get("rowspan"))


def _count(text: str | None) -> int:
    found = re.match(r"\s*(\d{1,4})", text or "")
    return max(1, int(found[1])) if found else 1


def _linked(row: list[HtmlElement]) -> float:
    """Share of the letters and digits of some cells that stand inside links."""
    size = sum(_letters(cell_text(cell)) for cell in row)
    return sum(_letters(cell_text(link)) for cell in row for link in cell.iter("a")) / size if size else 0.0


def _letters(text: str) -> int:
    return sum(char.isalnum() for char in text)


def cell_text(element: HtmlElement) -> str:
    """Visible text of an element on one line, no TAB in it."""
    parts: list[str] = []

    def collect(node: HtmlElement) -> None:
        if not isinstance(node.tag, str) or node.tag.lower() in NEVER:
            return
        if node.tag.lower() not in INLINE:
            parts.append(" ")
        parts.append(clean(node.text or ""))
        for child in node:
            if child.tag == "sup":
                parts.append(write_raised("".join(parts[-4:]), child.text_content()))
            else:
                collect(child)
            parts.append(clean(child.tail or ""))

    collect(element)
    return BLANKS.sub(" ", "".join(parts)).strip(" \u3000")


def _inline(element: HtmlElement) -> bool:
    return not isinstance(element.tag, str) or element.tag.lower() in INLINE


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
