"""A table as rows and columns of cells, from the blocks of its rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from suyuan.document import Block, Document, Span
from suyuan.flow import Flow, make_flow

GAP = re.compile(
    r"\t|\||</t[dh]\s*>", re.I
)  # between the cells of a row: of readers, in markdown, in HTML left in a text
CLOSER = re.compile(r"\t|[ \u3000]+")
NUMBER = re.compile(r"[约近超不足达过逾<>≤≥~+-]{0,3}[\d.]")


@dataclass(frozen=True)
class GridCell:
    """One cell; ``row`` and ``column`` count from 0. A cell over several rows stands in each of them."""

    row: int
    column: int
    flow: Flow
    again: bool = False  # stands here because a cell above reaches down

    @property
    def text(self) -> str:
        return self.flow.text


@dataclass(frozen=True)
class Grid:
    """A table: rows of cells from the left, the first of them names the columns."""

    table: str
    rows: tuple[tuple[GridCell, ...], ...]
    blocks: tuple[Block, ...]  # of the rows

    @property
    def width(self) -> int:
        return max(len(row) for row in self.rows)


def grids(document: Document) -> list[Grid]:
    """The tables of a document that are at least two rows high and two columns wide, in reading order."""
    rows = [block for block in document.blocks if block.kind == "table" and block.table is not None]
    found = []
    for name, group in groupby(rows, key=lambda block: str(block.table)):
        grid = read_grid(document, name, tuple(group))
        if len(grid.rows) > 1 and grid.width > 1:
            found.append(grid)
    return found


def read_grid(document: Document, name: str, blocks: tuple[Block, ...]) -> Grid:
    """Cells of the rows of one table.

    A row with fewer cells than the table is wide is parted at its blanks if that gives the width (two cells that stand
    close); else its first cells are those of the row above, which reach down, if that brings its numbers under those of
    the other rows. So are empty first cells that stand before a head of the row, as readers give merged cells.
    """
    parted = [_pieces(document.text, block, GAP) for block in blocks]
    width = max(len(row) for row in parted)
    for at, block in enumerate(blocks):
        closer = _pieces(document.text, block, CLOSER)
        if len(parted[at]) < width == len(closer):
            parted[at] = closer
    read = [
        [make_flow(document.text, replace(block, spans=spans)) for spans in pieces]
        for block, pieces in zip(blocks, parted, strict=True)
    ]
    wide = [flows for flows in read if len(flows) == width]
    numeric = [2 * sum(_begins_number(flows[i]) for flows in wide) >= len(wide) for i in range(width)]
    rows: list[tuple[GridCell, ...]] = []
    for at, flows in enumerate(read):
        above = rows[-1] if rows and len(rows[-1]) == width else ()
        missing = width - len(flows) if above and len(flows) > 1 else 0
        if _fits(flows, numeric[missing:]) <= _fits(flows, numeric):
            missing = 0
        covered = _merged(flows, numeric) if above and not missing else 0
        cells = [replace(cell, row=at, again=True) for cell in above[: missing + covered]]
        cells += [GridCell(at, missing + i, flow) for i, flow in enumerate(flows) if i >= covered]
        rows.append(tuple(cells))
    return Grid(name, tuple(rows), blocks)


def _begins_number(flow: Flow) -> bool:
    return NUMBER.match(flow.text) is not None


def _fits(flows: Sequence[Flow], numeric: Sequence[bool]) -> int:
    """How many cells have a number where the column has, and words where it has words."""
    return sum(_begins_number(flow) == kind for flow, kind in zip(flows, numeric, strict=False))


def _merged(flows: Sequence[Flow], numeric: Sequence[bool]) -> int:
    """How many empty cells of columns of words stand before a cell with a word, at the left of a row."""
    for i, (flow, number) in enumerate(zip(flows, numeric, strict=False)):
        if number:
            return 0
        if flow.text.strip():
            return i
    return 0


def _pieces(text: str, block: Block, gap: re.Pattern[str]) -> list[tuple[Span, ...]]:
    """Spans of the cells of a row, parted where ``gap`` matches; an empty cell has one empty span.

    A row in marks of a text begins and ends with a gap.
    """
    pieces: list[list[Span]] = [[]]
    for span in block.spans:
        start = span.start
        for match in gap.finditer(text, span.start, span.end):
            if start < match.start():
                pieces[-1].append(Span(start, match.start()))
            pieces.append([])
            start = match.end()
        if start < span.end:
            pieces[-1].append(Span(start, span.end))
    row = text[block.start : block.end].strip()
    if row.startswith("|"):
        pieces.pop(0)
    if row.endswith(("|", ">")) and len(pieces) > 1 and not _says(text, pieces[-1]):
        pieces.pop()
    return [tuple(spans) or (Span(block.start, block.start),) for spans in pieces]


def _says(text: str, spans: Sequence[Span]) -> bool:
    return any(text[span.start : span.end].strip() for span in spans)


def filled(cells: Sequence[GridCell]) -> list[GridCell]:
    """The cells that hold more than a dash."""
    return [cell for cell in cells if cell.text.strip("-—/… ")]
