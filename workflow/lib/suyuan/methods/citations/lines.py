"""Lines of reference lists, with their numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from suyuan.document import Block, Document
from suyuan.methods.citations.words import CIRCLED, citation_words, narrow, squeezed

NumberForm = Literal["bracket", "round", "point", "circled"]
FORMS: dict[NumberForm, re.Pattern[str]] = {
    "bracket": re.compile(r"^[\s*-]*[\[〔【]\s*(\d{1,3})(?:\s*[-~]\s*(\d{1,3}))?\s*[\]〕】]\s*"),
    "round": re.compile(r"^[\s*-]*\(\s*(\d{1,3})\s*\)\s*"),
    "point": re.compile(r"^[\s*-]*(\d{1,3})\s*[.、)](?!\d)\s*"),
    "circled": re.compile(rf"^\s*([{CIRCLED}])\s*"),
}
RAISED = re.compile(rf"^[\s\d{CIRCLED},，.()*＊~-]{{1,12}}$|^.$")  # a raised mark that a reader set apart
WITHIN = re.compile(r"(?<=[.。)\]])\s*\[(\d{1,3})\](?=\s*[^\s\[(])")
ASIDE = re.compile(r"[(（].*?[)）]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list; offsets in the document. ``number`` is None for one that goes on from the line above."""

    text: str  # narrow, without its number
    start: int
    end: int
    heading: bool = False
    number: int | None = None
    number_to: int | None = None

    @property
    def latin(self) -> bool:
        """Whether it has no Chinese character."""
        return not any("\u4e00" <= char <= "\u9fff" for char in self.text)

    def says(self, words: Sequence[str]) -> bool:
        """Whether it holds one of the words."""
        squeeze = squeezed(self.text)
        return any(word in squeeze for word in words)


def lines_of(document: Document) -> list[Line]:
    """Lines of the blocks of kind reference, in reading order; raised marks are none."""
    given = [
        line for block in document.blocks if block.kind == "reference" for line in _of_block(document, block)
    ]
    counted = Counter(form for line in given if not line.heading and (form := form_of(line.text)) is not None)
    chosen = max(FORMS, key=lambda form: (counted[form], form == "bracket"))
    return [part for line in given for part in _within(_numbered(line, chosen))]


def form_of(text: str) -> NumberForm | None:
    """How a line is numbered."""
    return next((form for form, pattern in FORMS.items() if pattern.match(text)), None)


def numbered(text: str, form: NumberForm) -> tuple[int, int, str] | None:
    """First and last number of a line in narrow form and the rest of it; None for a line without a number of this form."""
    match = FORMS[form].match(text)
    if match is None:
        return None
    first = CIRCLED.index(match[1]) + 1 if form == "circled" else int(match[1])
    last = int(match[2]) if form == "bracket" and match[2] else first
    return first, max(first, last), text[match.end() :]


def is_raised(document: Document, block: Block) -> bool:
    """Whether a block of kind reference is only a raised mark."""
    text = narrow("".join(document.text[s.start : s.end] for s in block.spans)).strip()
    return bool(RAISED.match(text)) and not (text.startswith("(") and text.endswith(")"))


def _of_block(document: Document, block: Block) -> Iterator[Line]:
    if is_raised(document, block):
        return
    for span in block.spans:
        at = span.start
        for part in document.text[span.start : span.end].split("\n"):
            text = narrow(part).strip()
            if text:
                yield Line(text, at, at + len(part), _is_heading(text))
            at += len(part) + 1


def _is_heading(text: str) -> bool:
    return squeezed(ASIDE.sub("", text)).strip("#*:：") in citation_words().headings


def _numbered(line: Line, form: NumberForm) -> Line:
    found = None if line.heading else numbered(line.text, form)
    if found is None:
        return line
    return Line(found[2], line.start, line.end, False, found[0], found[1])


def _within(line: Line) -> Iterator[Line]:
    """Entries that follow one another on one line: [1] … . [2] …"""
    text, number, number_to, last = line.text, line.number, line.number_to, line.number_to
    if last is not None:
        for match in list(WITHIN.finditer(text)):
            if int(match[1]) != last + 1:
                continue
            cut = len(text) - (len(line.text) - match.start())
            yield Line(text[:cut].strip(), line.start, line.end, False, number, number_to)
            text = line.text[match.end() :]
            last = number = number_to = last + 1
    yield Line(text, line.start, line.end, line.heading, number, number_to)
