"""The tables of a document in its extraction: cells that are quantities, cells that name, cells that are text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from suyuan.document import Document
from suyuan.facts.cells import CellReading, TableContext, TableLayout, layout_of, read_cells
from suyuan.facts.grid import grids
from suyuan.facts.outline import heading_area
from suyuan.facts.paragraph import Paragraph, read_paragraph
from suyuan.flow import Flow, make_flow
from suyuan.places import Gazetteer, GroupContext
from suyuan.time import TimeContext

CAPTION_REACH = 3  # blocks before a table that may be its caption


@dataclass(frozen=True)
class RowText:
    """What a fact of a cell tells of its row."""

    sentence: str  # the row as printed
    cited_at: str | None


@dataclass(frozen=True)
class Table:
    """A table that has a head and numbers under it."""

    layout: TableLayout
    rows: tuple[Flow, ...]
    caption: Flow | None


@dataclass(frozen=True)
class Tables:
    """``texts``: flows of the document, where rows of tables that are read by cell stand as their text cells;
    ``names``: flows of the cells that name rows and columns."""

    texts: tuple[Flow, ...]
    names: tuple[Flow, ...]
    tables: tuple[Table, ...]


def find_tables(document: Document, flows: Sequence[Flow]) -> Tables:
    """Tables with a head and numbers, and what else the document consists of; ``flows`` are those of its blocks."""
    tables: list[Table] = []
    names: list[Flow] = []
    texts: dict[int, list[Flow]] = {}  # start of a row -> its text cells
    for grid in grids(document):
        layout = layout_of(grid)
        trusted = all(document.layer(block.start, block.end) != "untrusted" for block in grid.blocks)
        if layout is None or not trusted:
            continue
        rows = tuple(flow for flow in flows if flow.block in grid.blocks)
        tables.append(Table(layout, rows, _caption(document, flows, grid.blocks[0].start)))
        names.extend(cell.flow for cell in layout.names)
        for block in grid.blocks:
            texts[block.start] = []
        for cell in layout.texts:
            texts[grid.blocks[cell.row].start].append(cell.flow)
    kept: list[Flow] = []
    for flow in flows:
        kept.extend(texts.get(flow.block.start, [flow]) if flow.block.kind == "table" else [flow])
    return Tables(tuple(kept), tuple(names), tuple(tables))


def read_table(
    table: Table, gazetteer: Gazetteer, document: tuple[str, ...], times: TimeContext
) -> list[CellReading]:
    """Numbers of one table, row by row. ``document`` is the area that the document is about."""
    outer = heading_area(table.rows[0].block.section, gazetteer) or document
    caption = table.caption.text if table.caption is not None else ""
    return read_cells(table.layout, TableContext(caption, gazetteer, outer, times))


def paragraph_of(reading: CellReading, gazetteer: Gazetteer) -> Paragraph:
    """The cell as a paragraph of one quantity."""
    return read_paragraph(
        reading.cell.flow, [reading.mention], [], gazetteer, GroupContext(gazetteer, (), ())
    )


def row_text(document: Document, table: Table, reading: CellReading) -> RowText:
    """The row of a number as printed, and where the mark of the cell, the row or the caption says that it stands."""
    row = table.rows[reading.cell.row]
    printed = " ".join(" ".join(document.text[a:b] for a, b in row.block.spans).split())
    marked = [reading.cell.flow, row, *([table.caption] if table.caption else [])]
    cited = (mark.cited_at for flow in marked for mark in flow.marks if mark.cited_at is not None)
    return RowText(printed, next(cited, None))


def _caption(document: Document, flows: Sequence[Flow], start: int) -> Flow | None:
    """The caption right before the table that begins at ``start``: one that begins with 表 and a number, else any."""
    at = next(i for i, block in enumerate(document.blocks) if block.start == start)
    before = [make_flow(document.text, b) for b in document.blocks[max(0, at - CAPTION_REACH) : at]]
    numbered = [flow for flow in before if flow.text and TableContext.is_numbered(flow.text)]
    return next(iter(reversed(numbered or [f for f in before if f.block.kind == "caption"])), None)
