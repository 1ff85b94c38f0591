"""The heads of a table's columns: of one row, or of groups (数量) over their parts (2022年, 2023年)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from suyuan.facts.grid import Grid, GridCell, filled

MOST = 4  # rows of a head


def head_rows(grid: Grid, is_number: Callable[[GridCell], bool]) -> int:
    """How many rows at the top of a table are its head.

    The first; and each further one without a number that names a column over which the head so far is empty, and whose
    first cell says nothing of its own: a group over several columns says its text in the first of them.
    """
    deep = 1
    while deep < min(MOST, len(grid.rows) - 1):
        row = grid.rows[deep]
        own = [cell for cell in filled(row) if not cell.again]
        unnamed = [cell for cell in own if not any(_text(above, cell.column) for above in grid.rows[:deep])]
        if not unnamed or any(cell.column == 0 for cell in own) or any(map(is_number, own)):
            break
        deep += 1
    return deep


def heads_of(grid: Grid, deep: int) -> tuple[tuple[str, ...], ...]:
    """For each column what its head says, from the top; a group speaks for the columns to its right that it covers."""
    heads = []
    for column in range(grid.width):
        parts = [_covering(grid.rows[:deep], at, column) for at in range(deep)]
        heads.append(tuple(part for part in parts if part))
    return tuple(heads)


def _covering(rows: Sequence[Sequence[GridCell]], at: int, column: int) -> str:
    """Text of the head row ``at`` over a column: its own, or of the group to its left that is parted below."""
    own = _text(rows[at], column)
    if own or not any(_text(row, column) for row in rows[at + 1 :]):
        return own
    for left in range(column - 1, -1, -1):
        if text := _text(rows[at], left):
            return text if any(_text(row, left) for row in rows[at + 1 :]) else ""
    return ""


def _text(row: Sequence[GridCell], column: int) -> str:
    return row[column].text.strip() if column < len(row) and not row[column].again else ""
