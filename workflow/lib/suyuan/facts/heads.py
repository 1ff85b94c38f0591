"""The heads of a table's columns: of one row, or of groups (数量) over their parts (2022年, 2023年)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from suyuan.facts.grid import Grid, GridCell, filled

MOST = 5  # rows of a head


def head_rows(grid: Grid, is_number: Callable[[GridCell], bool]) -> int:
    """How many rows at the top of a table are its head.

    The first, and the rows without a number under it down to the last that names a column over which the head is still
    empty: a group over several columns says its text in the first of them. Where such a row speaks in the first column, it
    has to name every column that is without a name up to its last word (收入 | | 支出 | over 项目 | 决算数 | 项目 | 决算数), or
    to say nothing over the columns to the right that have their names (项目 | | 收入 | 支出 over 编码 | 名称).
    """
    deep = 1
    for at in range(1, min(MOST, len(grid.rows) - 1)):
        row = grid.rows[at]
        own = [cell for cell in filled(row) if not cell.again]
        if any(map(is_number, own)):
            break
        named = {cell.column for cell in own}
        free = {i for i in range(grid.width) if not any(_text(above, i) for above in grid.rows[:at])}
        last = max(named, default=0)
        beyond = set(range(last + 1, grid.width)) - free
        whole = (
            len(own) > 1
            and bool(named & free - {0})
            and ({i for i in free if i < last} <= named or len(beyond) > 1)
        )
        if named & free and (0 not in named or whole):
            deep = at + 1
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
        if any(_text(row, left + 1) for row in rows[:at]):
            return ""  # another group begins above
        if text := _text(rows[at], left):
            return text if any(_text(row, left) for row in rows[at + 1 :]) else ""
    return ""


def _text(row: Sequence[GridCell], column: int) -> str:
    return row[column].text.strip() if column < len(row) and not row[column].again else ""
