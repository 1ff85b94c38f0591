"""Text quotes: a passage selected by its words and those before and after, blanks and line breaks aside.

A quote outlives a better reader: offsets move, words do not. It is compared with the text that was read in two forms:
as it stands, and with each block's spans joined (a running head in the middle of a sentence left out).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, Field

from suyuan.document import Block, Document
from suyuan.records.base import Record
from suyuan.records.fact import Fact

SENTENCE_END = frozenset("。！？!?")
SHOWN = 10  # characters either side of a surface in messages


def _has_words(value: str) -> str:
    if not squash(value):
        raise ValueError("the quote needs the words of the number itself")
    return value


class Quote(Record):
    """The words of a quantity and enough words around them to tell it from all others of the edition."""

    surface: Annotated[str, AfterValidator(_has_words)] = Field(
        description="the words of the quantity as printed: qualifier, number, multiplier, unit",
        examples=["超70项"],
        json_schema_extra={"examples_bad": [""]},
    )
    before: str = Field(
        "",
        description="words directly before it, as many as are needed",
        examples=["三地共制定"],
        json_schema_extra={"examples_bad": [["三地", "共"]]},
    )
    after: str = Field(
        "",
        description="words directly after it, as many as are needed",
        examples=["区域协同地方标准"],
        json_schema_extra={"examples_bad": [["区域"]]},
    )
    area: tuple[str, ...] | None = Field(
        None,
        description="areas of the fact; needed only where one number serves several places (各5项)",
        examples=[["北京"]],
        json_schema_extra={"examples_bad": ["北京"]},
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote stands: offsets in ``Document.text``, and the block around it (None: outside all blocks)."""

    start: int
    end: int
    block: Block | None


def squash(text: str) -> str:
    """The text without blanks, line breaks and zero-width spaces."""
    return re.sub(r"[\s\u200b\ufeff]+", "", text)


def fact_matches(fact: Fact, quote: Quote, document: Document | None) -> bool:
    """True if the fact's surface is the quote's and the words around it fit.

    They are compared with the document's text around the fact, or without a document with the fact's sentence.
    """
    if squash(fact.surface) != squash(quote.surface):
        return False
    if quote.area is not None and set(quote.area) != set(fact.area):
        return False
    before, after = squash(quote.before), squash(quote.after)
    if not before and not after:
        return True
    return any(
        left.endswith(before) and right.startswith(after) for left, right in _surroundings(fact, document)
    )


def find_in_document(document: Document, quote: Quote) -> list[Place]:
    """Every place of the text where the quote's surface stands between its words, in order."""
    before, surface, after = squash(quote.before), squash(quote.surface), squash(quote.after)
    found: set[tuple[int, int]] = set()
    pieces = [_printed(document.text, range(len(document.text)))]
    pieces += [_printed(document.text, _offsets(block)) for block in document.blocks if len(block.spans) > 1]
    for text, offsets in pieces:
        for match in re.finditer(re.escape(before + surface + after), text):
            first = match.start() + len(before)
            found.add((offsets[first], offsets[first + len(surface) - 1] + 1))
    return [Place(start, end, block_at(document, start)) for start, end in sorted(found)]


def block_at(document: Document, offset: int) -> Block | None:
    """The block that the character at ``offset`` belongs to."""
    for block in document.blocks:
        if any(span.start <= offset < span.end for span in block.spans):
            return block
    return None


def words_at(document: Document, place: Place) -> str:
    """The characters of a place as printed, without what stands between two spans of its block (a running head)."""
    if place.block is None:
        return document.text[place.start : place.end]
    return "".join(document.text[at] for at in _offsets(place.block) if place.start <= at < place.end)


def sentence_at(document: Document, place: Place) -> str:
    """The sentence around a place, its line breaks taken out; where it stands outside all blocks, its own words."""
    if place.block is None:
        return squash(document.text[place.start : place.end])
    offsets = list(_offsets(place.block))
    text = "".join(document.text[offset] for offset in offsets)
    first, last = offsets.index(place.start), offsets.index(place.end - 1)
    start = max((i + 1 for i in range(first) if text[i] in SENTENCE_END), default=0)
    end = next((i + 1 for i in range(last, len(text)) if text[i] in SENTENCE_END), len(text))
    return re.sub(r"[ \t\u3000]*[\r\n]\s*", "", text[start:end]).strip()


def nearest_facts(facts: Iterable[Fact], quote: Quote, limit: int = 3) -> list[Fact]:
    """The facts whose words are most like the quote's, the likest first; ties in the order of the text."""
    wanted = squash(quote.before) + squash(quote.surface) + squash(quote.after)

    def likeness(fact: Fact) -> float:
        surface = difflib.SequenceMatcher(
            None, squash(quote.surface), squash(fact.surface), autojunk=False
        ).ratio()
        around = difflib.SequenceMatcher(None, wanted, squash(fact.sentence), autojunk=False)
        common = sum(block.size for block in around.get_matching_blocks()) / max(len(wanted), 1)
        return surface + common

    scored = [(-likeness(fact), fact.start, fact.fact_id, fact) for fact in facts]
    return [fact for *_, fact in sorted(scored, key=lambda item: item[:3])[:limit]]


def shown(fact: Fact) -> str:
    """A fact in a message: its surface with a few words around it, and its id."""
    before, surface, after = fact.sentence.partition(fact.surface)
    if not surface:
        return f"{fact.surface!r} ({fact.fact_id})"
    left = f"…{before[-SHOWN:]}" if len(before) > SHOWN else before
    right = f"{after[:SHOWN]}…" if len(after) > SHOWN else after
    return f"{fact.surface!r} in “{left}{surface}{right}” ({fact.fact_id})"


def _surroundings(fact: Fact, document: Document | None) -> Iterator[tuple[str, str]]:
    """(text before, text after) the fact, squashed, in each form in which it can be compared."""
    if document is None:
        sentence, surface = squash(fact.sentence), squash(fact.surface)
        for match in re.finditer(f"(?={re.escape(surface)})", sentence):
            yield sentence[: match.start()], sentence[match.start() + len(surface) :]
        return
    yield squash(document.text[: fact.start]), squash(document.text[fact.end :])
    block = block_at(document, fact.start)
    if block is not None and len(block.spans) > 1:
        offsets = list(_offsets(block))
        left = "".join(document.text[offset] for offset in offsets if offset < fact.start)
        right = "".join(document.text[offset] for offset in offsets if offset >= fact.end)
        yield squash(left), squash(right)


def _offsets(block: Block) -> Iterator[int]:
    for span in block.spans:
        yield from range(span.start, span.end)


def _printed(text: str, offsets: Iterable[int]) -> tuple[str, Sequence[int]]:
    """The characters at ``offsets`` without blanks, and the offset of each."""
    kept = [offset for offset in offsets if squash(text[offset])]
    return "".join(text[offset] for offset in kept), kept
