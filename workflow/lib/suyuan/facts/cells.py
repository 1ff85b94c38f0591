"""The quantities in the cells of tables: what each column and row says of the number where they cross.

The first row names the columns, with the rows right under it that part its heads (suyuan.facts.heads). A column of places
gives the area, one of times the time, one of units the unit; the other text columns name the row. Where the head of a
number's column names a measure (分支机构/家), the name of its row is a category; where it says nothing (数值), the row is the
measure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from suyuan.document import Block
from suyuan.facts.area_record import Area
from suyuan.facts.grid import Grid, GridCell, filled
from suyuan.facts.heads import head_rows, heads_of
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


class Head(NamedTuple):
    """The head of a column of one row or more."""

    text: str  # name and unit
    parts: tuple[str, ...]  # as printed, from the top
    times: tuple[str, ...]  # where a time may stand


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

    heads: tuple[tuple[str, ...], ...]  # for each column what its head says, from the top
    body: tuple[tuple[GridCell, ...], ...]
    numeric: frozenset[int]
    names: tuple[GridCell, ...]  # heads of columns and rows
    texts: tuple[GridCell, ...]  # cells read as any text


def layout_of(grid: Grid) -> TableLayout | None:
    """Layout of a table whose first row holds words, else None.

    Without a column of numbers every cell is a text of its own, but for the labels of rows.
    """
    first = grid.rows[0]
    if len(filled(first)) < 2 or any(_number(cell, None) for cell in first):
        return None
    deep = head_rows(grid, lambda cell: _number(cell, None) is not None)
    heads = heads_of(grid, deep)
    body = tuple(row for row in grid.rows[deep:] if filled(row))
    numeric = _numeric_columns(grid.width, heads, body)
    over = [cell for row in grid.rows[:deep] for cell in row if not cell.again]
    names: list[GridCell] = over if numeric else []
    texts: list[GridCell] = [] if numeric else over
    for row in grid.rows[deep:]:
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
    width: int, heads: Sequence[tuple[str, ...]], body: Sequence[Sequence[GridCell]]
) -> frozenset[int]:
    """Columns whose filled cells are mostly numbers and whose head does not call them labels or times."""
    words = table_words()
    found = set()
    for i in range(1, width):
        if any(name_of_head(part) in words.labels | words.times for part in heads[i]):
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
        self.heads = heads = [_head(parts, self._is_time) for parts in layout.heads]
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
        head = self.heads[i]
        unit = unit_of_head(head.text)
        for at in self.units:
            unit = unit or named_unit(row[at].text)
        for at in self.names:
            unit = unit or (unit_of_head(row[at].text) if at < min(i, len(row)) else None)
        mention = _number(cell, unit or unit_of_head(self.context.caption))
        if mention is None:
            return None
        column = self._column(row, i, head.text, mention)
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
            name = "".join(name_of_head(text) for _, text in said)
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

    def _area(self, row: Sequence[GridCell], head: Head) -> Area:
        named = [row[at].text for at in self.places if at < len(row)]
        for text in (*named, *head.parts):
            names = self._places(text)
            if names:
                return Area(names, names[0] if len(names) == 1 else None, rule="table")
        naming = self.names if _is_silent(head.text) else self.keys
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

    def _time(self, row: Sequence[GridCell], head: Head) -> AssignedTime:
        for text in (
            *(row[at].text for at in self.times if at < len(row)),
            *head.times,
            self.context.caption,
        ):
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


def _head(parts: Sequence[str], is_time: Callable[[str], bool]) -> Head:
    """The head of a column; of several rows the times apart, and the unit at the end of the name."""
    if len(parts) < 2:
        return Head(parts[0] if parts else "", tuple(parts), tuple(parts))
    times = [part for part in parts if YEAR.match(part) or is_time(part)]
    others = [part for part in parts if part not in times]
    name = "".join(name_of_head(part) for part in others if not _is_silent(part))
    unit = next((part[len(name_of_head(part)) :] for part in reversed(others) if unit_of_head(part)), "")
    said = tuple(part if part.endswith("年") or not YEAR.match(part) else f"{part}年" for part in times)
    return Head(name + unit, tuple(parts), said or tuple(parts))


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
