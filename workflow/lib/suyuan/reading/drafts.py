"""Blocks in the making: pieces of text with offsets, joined to blocks whose spans leave intruders out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from suyuan.document import Block, Span
from suyuan.records.fact import BlockKind


@dataclass(slots=True)
class Draft:
    """A block in the making. ``spans`` may touch or follow one another with blanks between; they are joined later."""

    kind: BlockKind
    spans: list[Span]
    section: tuple[str, ...] = ()
    level: int | None = None
    table: str | None = None
    page: int | None = None
    open: bool = False  # its last sentence is not ended: the next text goes on
    text: list[str] = field(default_factory=list)  # of each span, for the rules

    @property
    def joined(self) -> str:
        """Its words, pieces run together."""
        return "".join(self.text)


def finish(drafts: Iterable[Draft], text: str) -> tuple[Block, ...]:
    """Blocks in the order of their first characters; drafts without a visible character vanish."""
    blocks = []
    for draft in drafts:
        spans = join_spans(draft.spans, text)
        if spans:
            blocks.append(Block(draft.kind, spans, draft.section, draft.level, draft.page, draft.table))
    return tuple(sorted(blocks, key=lambda block: block.spans[0]))


def join_spans(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Spans in order, joined where nothing but blanks lies between.

    A span before a gap takes one blank with it if there is one, so that words on either side of an intruder do not
    grow together.
    """
    joined: list[Span] = []
    for span in sorted(span for span in spans if text[span.start : span.end].strip()):
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    for index, span in enumerate(joined[:-1]):
        if text[span.end : span.end + 1].isspace():
            joined[index] = Span(span.start, span.end + 1)
    return tuple(joined)
