"""Marks of references in the text, with the numbers that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from suyuan.document import BODY_KINDS, Document, Span
from suyuan.flow import Flow, make_flow
from suyuan.methods.citations.lines import is_raised
from suyuan.methods.citations.rows import Form
from suyuan.methods.citations.words import CIRCLED, narrow
from suyuan.time.clauses import sentences

TAGS = re.compile(r"</?sup>")
NUMBERS = re.compile(r"(\d+)(?:\s*-\s*(\d+))?")
ONLY = re.compile(r"[\[\]\d\s,;、*~\\-]+")  # what a mark is made of
MOST, WIDEST = 999, 60  # a greater number is a year; a wider range is an interval
CIRCLED_MARK = re.compile(rf"<sup>\s*([{CIRCLED}])\s*</sup>")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark; ``at`` is the position in ``flow.text`` before which it stands, ``span`` its place in the document."""

    document: Document
    flow: Flow
    at: int
    span: Span
    text: str
    form: Form
    numbers: tuple[int, ...]

    @property
    def sentence(self) -> tuple[int, int]:
        """Span of its sentence in ``flow.text``: that which ends where it stands, if one does."""
        return sentence_of_mark(self.flow.text, self.at)


def numbers_of(text: str) -> tuple[int, ...]:
    """Numbers that a mark names, ranges written out; empty for what is no mark (a year, zero, an interval)."""
    bare = narrow(TAGS.sub("", text)).strip().replace("~", "-")
    if bare in CIRCLED and bare:
        return (CIRCLED.index(bare) + 1,)
    if not ONLY.fullmatch(bare):
        return ()
    found: list[int] = []
    for match in NUMBERS.finditer(bare):
        first, last = int(match[1]), int(match[2] or match[1])
        if not 0 < first <= last <= MOST or last - first > WIDEST:
            return ()
        found += range(first, last + 1)
    return tuple(dict.fromkeys(found))


def sentence_of_mark(text: str, at: int) -> tuple[int, int]:
    """Sentence that a mark before position ``at`` belongs to: 。[3] belongs to the sentence before it."""
    spans = sentences(text) or [(0, len(text))]
    return next(((s, e) for s, e in spans if s < at <= e), spans[0] if at == 0 else spans[-1])


def marks_of(document: Document) -> list[Mark]:
    """Marks of all blocks that are read for facts, in reading order.

    Raised numbers without brackets count only in a text that has no marks in brackets: else they are of authors and units.
    """
    flows = [flow for block in document.body() if (flow := make_flow(document.text, block)).text]
    found = [mark for flow in flows for mark in _in_flow(document, flow)]
    found += _set_apart(document, flows)
    if any(mark.form == "bracket" for mark in found):
        found = [mark for mark in found if mark.form != "raised"]
    return sorted(found, key=lambda mark: (mark.span.start, mark.span.end))


def _in_flow(document: Document, flow: Flow) -> Iterator[Mark]:
    for mark in flow.marks:
        numbers = () if mark.cited_at is not None else numbers_of(mark.text)
        if numbers:
            form: Form = "bracket" if "[" in narrow(mark.text) else "raised"
            yield Mark(document, flow, mark.at, mark.span, mark.text, form, numbers)
    for match in CIRCLED_MARK.finditer(flow.text):
        span = flow.span(*match.span())
        yield Mark(document, flow, match.start(), span, match[1], "circled", numbers_of(match[1]))


def _set_apart(document: Document, flows: list[Flow]) -> Iterator[Mark]:
    """Raised marks that a reader took out of a paragraph: blocks of their own whose place is inside of it."""
    for block in document.blocks:
        if block.kind != "reference" or not is_raised(document, block):
            continue
        span = Span(block.start, block.end)
        text = document.text[span.start : span.end].strip()
        numbers = numbers_of(text)
        flow = next((f for f in flows if f.block.start < span.start <= f.block.end + 1), None)
        if flow is None or not numbers or flow.block.kind not in BODY_KINDS:
            continue
        form: Form = "circled" if text in CIRCLED else "bracket" if "[" in narrow(text) else "raised"
        yield Mark(document, flow, flow.position(span.start), span, text, form, numbers)
