"""The layout of the parts of a table: its head, its columns of numbers, the cells that name and those that are text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from suyuan.facts.columns_of_table import are_codes
from suyuan.facts.grid import Grid, GridCell, filled
from suyuan.facts.heads import head_rows, heads_of
from suyuan.facts.segments import Segment, segments
from suyuan.facts.table_words import is_kind, is_label, table_words
from suyuan.quantities.cells import cell_number, name_of_head
from suyuan.quantities.mention import Mention
from suyuan.quantities.units import Unit

LONGEST_NAME = 16  # characters of a cell from which on it is text, not the name of a row
YEAR = re.compile(r"(?:19|20)\d\d(?:年)?$")


@dataclass(frozen=True)
class TableLayout:
    """A part of a table with a head: its columns of numbers, and what its other cells are."""

    heads: tuple[tuple[str, ...], ...]  # for each column what its head says, from the top
    body: tuple[tuple[GridCell, ...], ...]
    numeric: frozenset[int]
    names: tuple[GridCell, ...]  # heads of columns and rows
    texts: tuple[GridCell, ...]  # cells read as any text
    title: str = ""  # of a line over the head
    pairs: bool = False  # no head: the cell before a number names it

    @property
    def rows(self) -> frozenset[int]:
        """Places in the table of the rows that stand here."""
        return frozenset(cell.row for cell in (*self.names, *self.texts)) | {
            cell.row for row in self.body for cell in row
        }


def layouts_of(grid: Grid) -> list[TableLayout]:
    """Layouts of the parts of a table; nothing where no row names the numbers."""
    return [_pairs(part) if part.pairs else _layout(part) for part in segments(grid, is_number)]


def is_number(cell: GridCell) -> bool:
    """The cell is a number with or without unit, and no year."""
    return number_of(cell) is not None


def _layout(part: Segment) -> TableLayout:
    """Without a column of numbers every cell is a text of its own, but for the labels of rows."""
    grid = part.grid
    deep = head_rows(grid, is_number)
    heads = heads_of(grid, deep)
    body = tuple(row for row in grid.rows[deep:] if filled(row))
    numeric = _numeric_columns(grid.width, heads, body)
    over = [*part.titles, *(cell for row in grid.rows[:deep] for cell in row if not cell.again)]
    names: list[GridCell] = over if numeric else []
    texts: list[GridCell] = [] if numeric else over
    first = min(numeric, default=grid.width)
    for row in grid.rows[deep:]:
        numbers = any(cell.column in numeric and is_number(cell) for cell in row)
        for cell in row:
            number = is_number(cell)
            if cell.again or (cell.column in numeric and number):
                continue
            named = (
                number if not numeric else len(cell.text) <= LONGEST_NAME or (numbers and cell.column < first)
            )
            (names if named else texts).append(cell)
    title = "".join(cell.text for cell in part.titles[-1:])
    return TableLayout(heads, body, numeric, tuple(names), tuple(texts), title)


def _pairs(part: Segment) -> TableLayout:
    cells = [cell for row in part.grid.rows for cell in row if not cell.again]
    numeric = frozenset(cell.column for cell in cells if is_number(cell))
    names = [cell for cell in cells if not is_number(cell)]
    heads = ((),) * part.grid.width
    return TableLayout(heads, part.grid.rows, numeric, (*part.titles, *names), (), pairs=True)


def _numeric_columns(
    width: int, heads: Sequence[tuple[str, ...]], body: Sequence[Sequence[GridCell]]
) -> frozenset[int]:
    """Columns whose filled cells are mostly numbers and whose head does not call them labels or times."""
    words = table_words()
    found = set()
    bare = all(is_number(cell) for row in body for cell in filled(row))
    for i in range(0 if bare else 1, width):
        column = filled([row[i] for row in body if i < len(row)])
        if any(is_label(p) or is_kind(p) or name_of_head(p) in words.times for p in heads[i]) or are_codes(
            column
        ):
            continue
        numbers = [cell for cell in column if is_number(cell)]
        if numbers and 2 * len(numbers) >= len(column):
            found.add(i)
    return frozenset(found)


def number_of(cell: GridCell, unit: tuple[Unit, Fraction] | None = None) -> Mention | None:
    """The number that a cell is, in ``unit`` where it prints none; None for a year or words."""
    if YEAR.match(cell.text):
        return None
    return cell_number(cell.flow, *(unit or ()))
