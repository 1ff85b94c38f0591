"""The quantities in the cells of tables: what each column and row says of the number where they cross.

The first row names the columns. A column of places gives the area, one of times the time, one of units the unit; the
other text columns name the row. Where the head of a number's column names a measure (分支机构/家), the name of its row is a
category; where it says nothing (数值), the row is the measure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from suyuan.document import Block
from suyuan.facts.area_record import Area
from suyuan.facts.grid import Grid, GridCell, filled
from suyuan.facts.reading import Column, counted
from suyuan.facts.words import column_words
from suyuan.flow import Flow
from suyuan.places import Gazetteer
from suyuan.places.groups import names_of
from suyuan.places.records import GEOGRAPHIC
from suyuan.places.tables import package_yaml
from suyuan.quantities.cells import cell_number, name_of_head, named_unit, unit_of_head
from suyuan.quantities.mention import Mention
from suyuan.quantities.units import Unit
from suyuan.time import AssignedTime, TimeContext, TimeExpression, read_times

BRACKETS = re.compile(r"（[^（）]*）$")
BETWEEN_PLACES = re.compile(r"[、，和与及]*")
CAPTION = re.compile(r"表 ?[\d一二三四五六七八九十]")
LONGEST_NAME = 16  # characters of a cell from which on it is text, not the name of a row
YEAR = re.compile(r"(?:19|20)\d\d(?:年)?$")


@dataclass(frozen=True)
class TableWords:
    """table_words.yaml."""

    labels: frozenset[str]
    times: frozenset[str]
    units: frozenset[str]
    values: frozenset[str]
    measures: frozenset[str]


@cache
def table_words() -> TableWords:
    """The word table of the package."""
    table = package_yaml("table_words.yaml")
    return TableWords(**{key: frozenset(words) for key, words in table.items()})


@dataclass(frozen=True)
class CellReading:
    """A number of a table, with what its row, its column and the caption say of it."""

    cell: GridCell
    mention: Mention
    column: Column
    area: Area
    time: AssignedTime


@dataclass(frozen=True)
class TableContext:
    """What reaches into a table from outside: the caption, the area of heading and document, how times are read."""

    caption: str
    gazetteer: Gazetteer
    outer: tuple[str, ...]
    times: TimeContext

    @staticmethod
    def is_numbered(text: str) -> bool:
        """表1 and what follows: the caption of a table, in normal form."""
        return CAPTION.match(text) is not None


@dataclass(frozen=True)
class TableLayout:
    """A table with a head: its columns of numbers, and what its other cells are."""

    heads: tuple[GridCell, ...]
    body: tuple[tuple[GridCell, ...], ...]
    numeric: frozenset[int]
    names: tuple[GridCell, ...]  # heads of columns and rows
    texts: tuple[GridCell, ...]  # cells read as any text


def layout_of(grid: Grid) -> TableLayout | None:
    """Layout of a table whose first row holds words, else None.

    Without a column of numbers every cell is a text of its own, but for the labels of rows.
    """
    heads = grid.rows[0]
    if len(filled(heads)) < 2 or any(_number(cell, None) for cell in heads):
        return None
    body = tuple(row for row in grid.rows[1:] if filled(row))
    numeric = _numeric_columns(grid.width, heads, body)
    names: list[GridCell] = list(heads) if numeric else []
    texts: list[GridCell] = [] if numeric else list(heads)
    for row in grid.rows[1:]:
        for cell in row:
            number = _number(cell, None) is not None
            if cell.again or (cell.column in numeric and number):
                continue
            named = number if not numeric else len(cell.text) <= LONGEST_NAME
            (names if named else texts).append(cell)
    return TableLayout(heads, body, numeric, tuple(names), tuple(texts))


def read_cells(layout: TableLayout, context: TableContext) -> list[CellReading]:
    """The numbers of a table, row by row."""
    columns = _Columns(layout, context)
    found = []
    for row in layout.body:
        for cell in row:
            if cell.column in layout.numeric and not cell.again:
                reading = columns.read(row, cell)
                if reading is not None:
                    found.append(reading)
    return found


def _numeric_columns(
    width: int, heads: Sequence[GridCell], body: Sequence[Sequence[GridCell]]
) -> frozenset[int]:
    """Columns whose filled cells are mostly numbers and whose head does not call them labels or times."""
    words = table_words()
    found = set()
    for i in range(1, width):
        head = heads[i].text if i < len(heads) else ""
        if name_of_head(head) in words.labels | words.times:
            continue
        column = filled([row[i] for row in body if i < len(row)])
        numbers = [cell for cell in column if _number(cell, None) is not None]
        if numbers and 2 * len(numbers) >= len(column):
            found.add(i)
    return frozenset(found)


def _number(cell: GridCell, unit: tuple[Unit, Fraction] | None) -> Mention | None:
    if YEAR.match(cell.text):
        return None
    return cell_number(cell.flow, *(unit or (None, Fraction(1))))


class _Columns:
    """The roles of the columns of one table."""

    def __init__(self, layout: TableLayout, context: TableContext) -> None:
        self.context = context
        self.heads = heads = layout.heads
        body = layout.body
        words = table_words()
        text = [i for i in range(len(heads)) if i not in layout.numeric and heads[i].text not in words.labels]
        self.units = [i for i in text if heads[i].text in words.units]
        self.places = [i for i in text if _all(body, i, self._places)]
        self.times = [i for i in text if heads[i].text in words.times or _all(body, i, self._is_time)]
        self.names = [i for i in text if i not in {*self.units, *self.places, *self.times}]
        self.keys = _keys(body, self.names, self.places + self.times)

    def read(self, row: Sequence[GridCell], cell: GridCell) -> CellReading | None:
        i = cell.column
        head = self.heads[i].text if i < len(self.heads) else ""
        unit = unit_of_head(head)
        for at in self.units:
            unit = unit or named_unit(row[at].text)
        mention = _number(cell, unit or unit_of_head(self.context.caption))
        if mention is None:
            return None
        column = self._column(row, i, head, mention)
        return CellReading(cell, mention, column, self._area(row, head), self._time(row, head))

    def _column(self, row: Sequence[GridCell], i: int, head: str, mention: Mention) -> Column:
        words = table_words()
        name = name_of_head(head)
        statistic = None
        bracket = BRACKETS.search(name)
        if bracket is not None:
            statistic = column_words().statistics.get(bracket.group()[1:-1])
            name = name[: bracket.start()] if statistic else name
        said = [(self.heads[at].text, row[at].text) for at in self.names if at < i and filled([row[at]])]
        if _is_silent(head) or self._is_time(name):
            name = "".join(text for _, text in said)
            return Column(counted(name, mention) if name else None, name or None, "row_of_table")
        breakdown = {
            dimension: text
            for dimension, text in (
                (self.heads[at].text, row[at].text) for at in self.keys if filled([row[at]])
            )
            if dimension and dimension not in words.measures
        }
        stem = name + statistic if statistic else name
        subject = "".join(text for dimension, text in said if dimension in words.measures)
        stem = subject + stem
        return Column(counted(stem, mention), stem, "column_of_table", breakdown=breakdown)

    def _area(self, row: Sequence[GridCell], head: str) -> Area:
        named = [row[at].text for at in self.places if at < len(row)]
        for text in (*named, head):
            names = self._places(text)
            if names:
                return Area(names, names[0] if len(names) == 1 else None, rule="table")
        naming = self.names if _is_silent(head) else self.keys
        for text in (*(row[at].text for at in naming if at < len(row)), self.context.caption):
            area = self._mentioned(text)
            if area is not None:
                return area
        outer = self.context.outer
        return Area(outer, outer[0] if len(outer) == 1 else None, rule="document") if outer else Area()

    def _mentioned(self, text: str) -> Area | None:
        """The place or scheme that a row or caption begins with, or the only scheme it names: 美国纺织业, 中欧班列的通达范围."""
        label = CAPTION.match(text)
        start = label.end() if label else 0
        found = [m for m in self.context.gazetteer.find(text) if m.start >= start]
        if not found or text[start : found[0].start].strip():
            return None
        first = found[0]
        if first.kind in GEOGRAPHIC:
            return Area((first.name,), first.name, rule="table")
        return Area((first.name,), body=first.name, rule="table")

    def _time(self, row: Sequence[GridCell], head: str) -> AssignedTime:
        for text in (*(row[at].text for at in self.times if at < len(row)), head, self.context.caption):
            time = self._one_time(text)
            if time is not None and time.edtf is not None:
                return AssignedTime(time.edtf, time.kind, "heading", time.planned, time)
        return AssignedTime()

    def _one_time(self, text: str) -> TimeExpression | None:
        """The only time that a text states."""
        flow = Flow(text, tuple(range(len(text))), Block("table", ()))
        found = [t for t in read_times([flow], self.context.times)[0] if t.rule != "duration"]
        return found[0] if len(found) == 1 else None

    def _is_time(self, text: str) -> bool:
        time = self._one_time(text)
        return time is not None and time.end - time.start >= len(text) - 1

    def _places(self, text: str) -> tuple[str, ...]:
        """Places that a cell consists of: 天津, 四川（成都圈）, 北京、天津; none where it says anything else."""
        plain = BRACKETS.sub("", text)
        found = [m for m in self.context.gazetteer.find(plain) if m.kind in GEOGRAPHIC]
        rest, at = "", 0
        for mention in found:
            rest += plain[at : mention.start]
            at = mention.end
        rest += plain[at:]
        if not found or not BETWEEN_PLACES.fullmatch(rest):
            return ()
        return names_of(found, self.context.gazetteer)


def _all(body: Sequence[Sequence[GridCell]], i: int, test: Callable[[str], object]) -> bool:
    """The column has filled cells, and all of them pass the test."""
    column = filled([row[i] for row in body if i < len(row)])
    return bool(column) and all(test(cell.text) for cell in column)


def _is_silent(head: str) -> bool:
    """A head that does not name what its numbers measure: 数值, 合计（万元）."""
    name = name_of_head(head)
    return not name or name in table_words().values


def _keys(body: Sequence[Sequence[GridCell]], names: Sequence[int], roles: Sequence[int]) -> tuple[int, ...]:
    """The first column, if it names the rows, and those name columns that are needed to tell the rows apart."""
    keys: list[int] = [i for i in names if i == 0]
    for i in names[len(keys) :]:
        told = [tuple(row[at].text for at in (*roles, *keys) if at < len(row)) for row in body]
        if len(set(told)) == len(body) and (keys or roles):
            break
        keys.append(i)
    return tuple(keys)
