"""The tables of a document in its extraction: cells that are quantities, cells that name, cells that are text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from suyuan.document import Document
from suyuan.facts.axes import axis_labels
from suyuan.facts.captions import Caption, find_caption
from suyuan.facts.cells import CellReading, TableContext, read_cells
from suyuan.facts.grid import grids
from suyuan.facts.outline import heading_area
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.read_paragraph import read_paragraph
from suyuan.facts.table_layout import TableLayout, layouts_of
from suyuan.flow import Flow
from suyuan.places import Gazetteer, GroupContext
from suyuan.time import TimeContext

LETTER = re.compile(r"[^\W\d_]")


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
    caption: Caption


@dataclass(frozen=True)
class Tables:
    """``texts``: flows of the document, where rows of tables that are read by cell stand as their text cells;
    ``names``: flows of the cells that name rows and columns; ``axes``: flows of the labels of axes of charts."""

    texts: tuple[Flow, ...]
    names: tuple[Flow, ...]
    tables: tuple[Table, ...]
    axes: tuple[Flow, ...] = ()


def find_tables(document: Document, flows: Sequence[Flow]) -> Tables:
    """Tables with a head and numbers, and what else the document consists of; ``flows`` are those of its blocks."""
    tables: list[Table] = []
    names: list[Flow] = []
    texts: dict[int, list[Flow]] = {}  # start of a row -> its text cells
    printed = [flow for flow in flows if flow.block.kind == "table"]
    for grid in grids(document):
        trusted = all(document.layer(block.start, block.end) != "untrusted" for block in grid.blocks)
        if not trusted:
            continue
        starts = {block.start for block in grid.blocks}
        rows = tuple(flow for flow in printed if flow.block.start in starts)
        caption = find_caption(document, grid.blocks)
        read: set[int] = set()
        for layout in layouts_of(grid):
            tables.append(Table(layout, rows, caption))
            names.extend(cell.flow for cell in layout.names)
            for at in layout.rows:
                texts.setdefault(grid.blocks[at].start, [])
            for cell in layout.texts:
                texts[grid.blocks[cell.row].start].append(cell.flow)
            read |= layout.rows
        for at, row in enumerate(grid.rows):
            if at not in read and not any(LETTER.search(cell.text) for cell in row):  # the scale of a chart
                texts[grid.blocks[at].start] = []
                names.extend(cell.flow for cell in row if not cell.again)
    labels = axis_labels(document, flows)
    kept: list[Flow] = []
    for flow in flows:
        if flow.block.start in labels:
            continue
        kept.extend(texts.get(flow.block.start, [flow]) if flow.block.kind == "table" else [flow])
    axes = tuple(flow for flow in flows if flow.block.start in labels)
    return Tables(tuple(kept), tuple(names), tuple(tables), axes)


def read_table(
    table: Table,
    gazetteer: Gazetteer,
    document: tuple[str, ...],
    times: TimeContext,
    body: str | None = None,
    report: str | None = None,
) -> list[CellReading]:
    """Numbers of one table, row by row.

    ``document`` is the area that the document is about, ``body`` the body that it is of, ``report`` the period that it
    covers (EDTF: a year or months).
    """
    outer = heading_area(table.rows[0].block.section, gazetteer, document) or document
    caption = table.caption
    context = TableContext(caption.text, gazetteer, outer, times, caption.unit, caption.heading, body, report)
    return read_cells(table.layout, context)


def paragraph_of(reading: CellReading, gazetteer: Gazetteer) -> Paragraph:
    """The cell as a paragraph of one quantity."""
    return read_paragraph(
        reading.cell.flow, [reading.mention], [], gazetteer, GroupContext(gazetteer, (), ())
    )


def row_text(document: Document, table: Table, reading: CellReading) -> RowText:
    """The row of a number as printed, and where the mark of the cell, the row or the caption says that it stands."""
    row = table.rows[reading.cell.row]
    printed = " ".join(" ".join(document.text[a:b] for a, b in row.block.spans).split())
    marked = [reading.cell.flow, row, *([table.caption.flow] if table.caption.flow else [])]
    cited = (mark.cited_at for flow in marked for mark in flow.marks if mark.cited_at is not None)
    return RowText(printed, next(cited, None))
