"""The quantities in the cells of tables: what each column and row says of the number where they cross.

The rows at the top name the columns (suyuan.facts.heads). A column of places gives the area, one of times the time, one of
units the unit; the other text columns name the row. Where the head of a number's column names a measure (分支机构/家), the
name of its row is a category; where it says nothing (数值) or a period of a report (期末余额), the row is the measure; where it
says a change or a share (比上年增长, 比重), it is one of what row or the column beside it measures. A part of a row (其中：城镇)
is a category of what the whole row measures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from suyuan.facts.area_record import Area
from suyuan.facts.captions import topic_of
from suyuan.facts.cell_measures import CellMeasures
from suyuan.facts.columns_of_table import Panel, head_of, panels_of, unit_of_row
from suyuan.facts.grid import GridCell, filled
from suyuan.facts.reading import Column, counted
from suyuan.facts.row_names import RowName, plain_row_name
from suyuan.facts.table_areas import TableAreas
from suyuan.facts.table_layout import TableLayout, number_of
from suyuan.facts.table_times import NOTHING, CellTime, TableTimes, latest
from suyuan.places import Gazetteer
from suyuan.quantities.cells import name_of_head, unit_of_head
from suyuan.quantities.mention import Mention
from suyuan.quantities.units import Unit
from suyuan.time import AssignedTime, TimeContext


@dataclass(frozen=True)
class CellReading:
    """A number of a table, with what its row, its column and the caption say of it."""

    cell: GridCell
    mention: Mention
    column: Column
    area: Area
    time: AssignedTime
    forecast: bool = False


@dataclass(frozen=True)
class TableContext:
    """What reaches into a table from outside: caption and unit, the area of heading and document, how times are read."""

    caption: str
    gazetteer: Gazetteer
    outer: tuple[str, ...]
    times: TimeContext
    unit: tuple[Unit, Fraction] | None = None
    heading: str = ""  # of the step that the table stands under
    body: str | None = None  # that the document is of
    report: str | None = None  # period that the document covers, a year or months


def read_cells(layout: TableLayout, context: TableContext) -> list[CellReading]:
    """The numbers of a part of a table, row by row."""
    columns = _Columns(layout, context)
    found = []
    for at, row in enumerate(layout.body):
        for cell in row:
            if cell.column in layout.numeric and not cell.again:
                reading = columns.read(at, cell)
                if reading is not None:
                    found.append(reading)
    return found


class _Columns:
    """The roles of the columns of one part of a table, and the names of its rows."""

    def __init__(self, layout: TableLayout, context: TableContext) -> None:
        self.context = context
        self.layout = layout
        self.times = TableTimes(context.times, context.report)
        self.areas = TableAreas(context.gazetteer, context.outer, context.body)
        self.heads = tuple(head_of(parts, self.times.is_time) for parts in layout.heads)
        self.head_times = [self.times.of_head(head.times) for head in self.heads]
        self.panels = panels_of(layout, self.heads, self.areas.places, self.times.is_time)
        self.titled = self._without_time(topic_of(context.caption))
        self.topic = self.areas.without_place(self.titled)
        self.caption_time = self.times.of_text(context.caption) if context.caption else None
        self.measures = CellMeasures(layout, self.heads, self.panels, self.topic, context.heading)

    def read(self, at: int, cell: GridCell) -> CellReading | None:
        """What is said of the number in a cell of row ``at`` of the body; None where the cell is none."""
        row = self.layout.body[at]
        i = cell.column
        panel = next(panel for panel in reversed(self.panels) if panel.start <= i)
        if self.layout.pairs:
            return self._pair(row, cell)
        name = self.measures.rows[panel.start][at]
        unit = unit_of_row(self.heads, panel, row, i, name.section, self.context.unit)
        mention = number_of(cell, unit)
        if mention is None:
            return None
        time = self._time(panel, row, i, name)
        column = self.measures.column(panel, at, i, mention)
        area = self.areas.of_cell(panel, row, self.heads[i], (self.layout.title, self.titled))
        return CellReading(cell, mention, column, area, time.time, time.forecast)

    def _pair(self, row: Sequence[GridCell], cell: GridCell) -> CellReading | None:
        """总股本（百万股）： | 227.92: the cell before the number names it."""
        before = [c for c in filled(row[: cell.column]) if not c.again]
        name = before[-1].text.rstrip("：") if before else ""
        mention = number_of(cell, unit_of_head(name) or self.context.unit)
        if mention is None:
            return None
        stem = plain_row_name(name_of_head(name))
        default = self.times.of_report() if self.context.times.report_is_default else None
        time = self.times.of_text(name) or self.caption_time or default or NOTHING
        column = Column(counted(stem, mention), stem, "row_of_table")
        return CellReading(cell, mention, column, self.areas.of_document(), time.time, time.forecast)

    def _without_time(self, topic: str) -> str:
        """What a caption says without its time: 2023年四川省价格指数 → 四川省价格指数."""
        time = self.times.of_text(topic) if topic else None
        expression = time.time.expression if time is not None else None
        if expression is not None:
            topic = topic[: expression.start] + topic[expression.end :]
        return topic.strip("的末 ")

    def _time(self, panel: Panel, row: Sequence[GridCell], i: int, name: RowName) -> CellTime:
        """Time by the row, the head, of a change the latest level beside it, the title or caption, the report."""
        if (state := self.times.of_row(name.name, self.heads[i].parts)) is not None:
            return state
        for at in panel.times:
            found = self.times.of_text(row[at].text) if at < len(row) else None
            if found is not None:
                return found
        if (own := self.head_times[i]) is not None:
            return own
        head = self.heads[i]
        if head.change is not None or head.share:
            levels = [self.head_times[j] for j in panel.numeric if self.heads[j].change is None]
            beside = [self.head_times[j] for j in panel.numeric if j < i and self.heads[j].change is None]
            nearest = next((time for time in reversed(beside) if time is not None), None)
            if (found := nearest if head.share and nearest else latest(levels)) is not None:
                return found
        title = self.times.of_text(self.layout.title) if self.layout.title else None
        default = self.times.of_report() if self.context.times.report_is_default else None
        return title or self.caption_time or default or NOTHING
