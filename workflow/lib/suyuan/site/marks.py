"""A text cut into pieces at the ends of everything that is marked in it: marks may nest, overlap and cross blocks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from suyuan.document import Block, Document, Span


class Mark(NamedTuple):
    """A half-open range of the text that something was read from. ``sort`` is fact, numeral, act, link or evidence."""

    start: int
    end: int
    anchor: str
    sort: str
    look: str  # status of a fact, class of a numeral
    hint: str  # said when one points at it


class Piece(NamedTuple):
    """A run of text on which the same marks lie; ``begins``: those that begin with it."""

    text: str
    marks: tuple[Mark, ...]
    begins: tuple[Mark, ...]


@dataclass(frozen=True)
class Passage:
    """A block as it is shown: rows of cells of pieces; all but tables have one row with one cell."""

    kind: str
    level: int | None
    page: int | None  # of its first character
    rows: tuple[tuple[tuple[Piece, ...], ...], ...]


def passages(document: Document, marks: Sequence[Mark]) -> Iterator[Passage]:
    """Blocks of a document in reading order, cut at ``marks``; rows of one table are one passage.

    Text that stands outside every block comes last, as furniture, so that nothing is left out.
    """
    cutter = _Cutter(document.text, marks)
    blocks = [*document.blocks, *_outside(document)]
    number = 0
    while number < len(blocks):
        block = blocks[number]
        together = [block]
        while (
            block.kind == "table"
            and block.table is not None
            and number + len(together) < len(blocks)
            and blocks[number + len(together)].table == block.table
        ):
            together.append(blocks[number + len(together)])
        rows = tuple(row for part in together for row in _rows(cutter, part))
        yield Passage(block.kind, block.level, block.page, rows)
        number += len(together)


def _rows(cutter: _Cutter, block: Block) -> Iterator[tuple[tuple[Piece, ...], ...]]:
    pieces = tuple(piece for span in block.spans for piece in cutter.pieces(span))
    if block.kind != "table":
        yield (pieces,)
        return
    cells: list[list[Piece]] = [[]]
    for piece in pieces:
        begins = piece.begins
        for index, part in enumerate(piece.text.split("\t")):
            if index:
                cells.append([])
            if part:
                cells[-1].append(Piece(part, piece.marks, begins))
                begins = ()
    yield tuple(tuple(cell) for cell in cells)


def _outside(document: Document) -> Iterable[Block]:
    covered = sorted(span for block in document.blocks for span in block.spans)
    position = 0
    gaps: list[Span] = []
    for span in [*covered, Span(len(document.text), len(document.text))]:
        if document.text[position : span.start].strip():
            gaps.append(Span(position, span.start))
        position = max(position, span.end)
    for gap in gaps:
        yield Block("furniture", (gap,))


class _Cutter:
    """Cuts spans at the ends of marks; marks are looked up by the place where they begin."""

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self._text = text
        self._marks = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.anchor))
        self._longest = max((mark.end - mark.start for mark in self._marks), default=0)
        self._starts = [mark.start for mark in self._marks]

    def pieces(self, span: Span) -> Iterator[Piece]:
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end)
        here = [mark for mark in self._marks[first:last] if mark.end > span.start]
        cuts = sorted(
            {span.start, span.end}
            | {edge for mark in here for edge in (mark.start, mark.end) if span.start < edge < span.end}
        )
        open_marks: list[Mark] = []
        waiting = 0
        for start, end in pairwise(cuts):
            open_marks = [mark for mark in open_marks if mark.end > start]
            begins: list[Mark] = []
            while waiting < len(here) and here[waiting].start <= start:
                if here[waiting].end > start:
                    open_marks.append(here[waiting])
                    if here[waiting].start >= span.start:
                        begins.append(here[waiting])
                waiting += 1
            yield Piece(self._text[start:end], tuple(open_marks), tuple(begins))
