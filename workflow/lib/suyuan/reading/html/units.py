"""A web page as units: the text of each block element, in document order, with what its place in the page tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from lxml import html as lxml_html
from lxml.html import HtmlElement

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


def parse(markup: str) -> HtmlElement:
    """Root element. ValueError if there is no element at all."""
    cleaned = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup)
    try:
        return lxml_html.document_fromstring(cleaned)
    except (lxml_html.etree.ParserError, lxml_html.etree.XMLSyntaxError) as error:
        raise ValueError(str(error)) from error


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
            self.buffer.append(("\n", False))
            return
        place, marks = _place(element, tag, place), _marks(element, tag, marks)
        if tag == "table" and _is_data(element):
            self.flush()
            self._table(element, place, marks)
            return
        block = tag not in INLINE
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
            self.buffer.append((text, marks.linked))

    def flush(self) -> None:
        place, marks = self.state
        raw = "".join(text if text == "\n" else BLANKS.sub(" ", text) for text, _ in self.buffer)
        visible = sum(len(text.strip()) for text, _ in self.buffer) or 1
        linked = sum(len(text.strip()) for text, link in self.buffer if link) / visible
        self.buffer = []
        for line in raw.split("\n"):
            text = BLANKS.sub(" ", line).strip(" \u3000")
            if text:
                self.units.append(
                    Unit(text, marks.role, place, marks.level, None, marks.note, marks.stamp, linked)
                )

    def _table(self, element: HtmlElement, place: Place, marks: _Marks) -> None:
        self.tables += 1
        caption = element.find("caption")
        if caption is not None and (text := cell_text(caption)):
            self.units.append(Unit(text, "caption", place))
        for row in element.iter("tr"):
            cells = [cell_text(cell) for cell in row if cell.tag in ("td", "th")]
            if any(cells):
                self.units.append(Unit("\t".join(cells).rstrip("\t"), "row", place, table=self.tables))


def cell_text(element: HtmlElement) -> str:
    """Visible text of an element on one line, no TAB in it."""
    parts: list[str] = []

    def collect(node: HtmlElement) -> None:
        if not isinstance(node.tag, str) or node.tag.lower() in NEVER:
            return
        if node.tag.lower() not in INLINE:
            parts.append(" ")
        parts.append(node.text or "")
        for child in node:
            collect(child)
            parts.append(child.tail or "")

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
    if tag in words("furniture_tags") and not (tag == "header" and place == "article"):
        return "furniture"
    if tag in ("article", "main") or element.get("role") in ("main", "article"):
        return "article"
    return place


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
