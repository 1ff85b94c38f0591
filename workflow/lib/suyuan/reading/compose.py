"""Pieces of a page or PDF to the text that is printed: body first, a form feed, then what is not read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from suyuan.document import Block, CharBox, Span
from suyuan.reading.drafts import Draft, finish
from suyuan.records.fact import BlockKind

APART: frozenset[BlockKind] = frozenset({"reference", "furniture", "advertising"})


@dataclass(slots=True)
class Piece:
    """One logical line of output, with a box for each character where the source has pages."""

    kind: BlockKind
    text: str
    boxes: Sequence[CharBox | None] | None = None
    section: tuple[str, ...] = ()
    level: int | None = None
    table: str | None = None
    page: int | None = None
    marks: list[Span] = field(
        default_factory=list
    )  # raised reference marks in the text: not part of its words


def compose(pieces: Sequence[Piece]) -> tuple[str, tuple[Block, ...], tuple[CharBox | None, ...]]:
    """Text, blocks and boxes. Each piece is a line; those of kind reference, furniture, advertising follow a form feed."""
    parts: list[str] = []
    boxes: list[CharBox | None] = []
    drafts: list[Draft] = []
    at = 0
    inside = [piece for piece in pieces if piece.kind not in APART]
    apart = [piece for piece in pieces if piece.kind in APART]
    for group, feed in ((inside, ""), (apart, "\f")):
        if feed and group:
            parts.append(feed)
            boxes.append(None)
            at += 1
        for piece in group:
            spans, start = [], 0
            for mark in piece.marks:
                spans.append(Span(at + start, at + mark.start))
                start = mark.end
                drafts.append(Draft("reference", [Span(at + mark.start, at + mark.end)], page=piece.page))
            spans.append(Span(at + start, at + len(piece.text)))
            spans = [span for span in spans if span.end > span.start]
            drafts.append(Draft(piece.kind, spans, piece.section, piece.level, piece.table, piece.page))
            parts.append(piece.text + "\n")
            boxes.extend(piece.boxes if piece.boxes is not None else [None] * len(piece.text))
            boxes.append(None)
            at += len(piece.text) + 1
    text = "".join(parts)
    return text, finish(drafts, text), tuple(boxes)
