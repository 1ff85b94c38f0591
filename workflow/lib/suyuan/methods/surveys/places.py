"""Where the numbers of a survey stand: sentences and table rows with their facts, and what they name nearest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from suyuan.document import Document
from suyuan.flow import Flow, make_flow
from suyuan.methods.surveys.declared import Said
from suyuan.records import Fact

SENTENCE = re.compile(r"[^。！？]*[。！？]?[”’」』）]*")
S = TypeVar("S", bound=Said)


@dataclass(frozen=True)
class Place:
    """A sentence, or a table row, of a document; positions count characters of ``flow.text``."""

    document: Document
    flow: Flow
    start: int
    end: int
    facts: tuple[Fact, ...] = field(default=())  # in the order of the text

    @property
    def text(self) -> str:
        """Its words."""
        return self.flow.text[self.start : self.end]

    @property
    def in_table(self) -> bool:
        """Whether it is a row of a table."""
        return self.flow.block.kind == "table"

    def before(self, fact: Fact) -> str:
        """Words of the block before a number."""
        return self.flow.text[: self.flow.position(fact.start)]

    def after(self, fact: Fact) -> str:
        """Words of its sentence or row behind a number."""
        return self.flow.text[self.flow.position(fact.end) : self.end]

    def between(self, first: Fact, second: Fact) -> str:
        """Words between two numbers."""
        return self.flow.text[self.flow.position(first.end) : self.flow.position(second.start)]


def places_of(document: Document, facts: Iterable[Fact]) -> Iterator[Place]:
    """Sentences and table rows of the text that is read, in its order, each with the facts that begin in it."""
    ordered = sorted(facts, key=lambda fact: (fact.start, fact.end))
    for block in document.body():
        inside = [f for f in ordered if any(span.start <= f.start < span.end for span in block.spans)]
        flow = make_flow(document.text, block)
        for match in [None] if block.kind == "table" else SENTENCE.finditer(flow.text):
            start, end = (0, len(flow.text)) if match is None else match.span()
            if start < end:
                own = tuple(f for f in inside if start <= flow.position(f.start) < end)
                yield Place(document, flow, start, end, own)


def nearest_said(place: Place, fact: Fact, choices: Sequence[S]) -> S | None:
    """What is named last before a number in its sentence, else after it up to a semicolon, else last before it in the block."""
    at = place.flow.position(fact.start)
    text = place.flow.text
    after = text[at : place.end].partition("；")[0]
    within = last_said(text[place.start : at], choices)
    return within or first_said(after, choices) or last_said(text[: place.start], choices)


def last_said(text: str, choices: Sequence[S]) -> S | None:
    """What is named last in a text; of names that end at one place the longest."""
    found = list(mentions(text, choices))
    return max(found, key=lambda m: (m[1], m[1] - m[0]))[2] if found else None


def first_said(text: str, choices: Sequence[S]) -> S | None:
    """What is named first in a text."""
    found = list(mentions(text, choices))
    return min(found, key=lambda m: (m[0], m[0] - m[1]))[2] if found else None


def mentions(text: str, choices: Sequence[S]) -> Iterator[tuple[int, int, S]]:
    """Start, end and choice of every word of every choice in a text."""
    for choice in choices:
        for word in choice.words:
            at = text.find(word)
            while at >= 0:
                yield at, at + len(word), choice
                at = text.find(word, at + 1)


def by_value(breakdown: Mapping[str, str], dimension: str | None, choices: Sequence[S]) -> S | None:
    """The choice whose value a fact has in a dimension."""
    value = breakdown.get(dimension or "")
    return next((c for c in choices if c.value is not None and c.value == value), None)


def aligned(place: Place, run: Sequence[Fact], choices: Sequence[S]) -> list[S | None]:
    """Options of a run of numbers (A和B … 分别为1和2): the last as many different names before it, in their order.

    With fewer names than numbers none has one: an option that is not certain is a guess.
    """
    at = place.flow.position(run[0].start)
    named: list[S] = []
    for _, _, choice in sorted(
        mentions(place.flow.text[place.start : at], choices), key=lambda m: (m[1], m[0])
    ):
        if choice in named:
            named.remove(choice)
        named.append(choice)
    if len(named) < len(run):
        return [None] * len(run)
    return list(named[len(named) - len(run) :])


def runs(place: Place, facts: Sequence[Fact], joints: str = "、和与及，以 ") -> list[list[Fact]]:
    """Numbers that stand beside one another, with nothing but joints between them."""
    found: list[list[Fact]] = []
    for fact in facts:
        if found and not place.between(found[-1][-1], fact).strip(joints):
            found[-1].append(fact)
        else:
            found.append([fact])
    return found
