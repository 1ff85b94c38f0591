"""Printed lines of a table without rules between its rows, joined where a cell runs over several of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from suyuan.reading.pdf.cells import AMOUNT
from suyuan.reading.pdf.chars import Char

OVERLAP = 0.85  # em: lines whose baselines lie nearer stand beside one another
LOOSE = 1.12  # times the closest lines of a column: more is a blank between two rows
NEAR_END = 2.6  # em left blank before the next column: the line was full
MOSTLY = 0.6  # of the lines that have a line under them are full

Cell = tuple[Char, ...]
Row = tuple[Cell, ...]


def join_wrapped(rows: Sequence[Row], ends: Sequence[float]) -> list[Row]:
    """Rows of a table from its printed lines (equally long), joined where cells wrap.

    ``ends`` are the places where the text of the next column begins, or the table ends. Lines are joined if they overlap;
    if they stand close together, apart from the others, and are full up to the next column; or if a line without a first
    cell hangs under a full one. Amounts do not wrap.
    """
    joined: list[Row] = []
    pitch = _pitch(rows)
    for group in _groups(rows, ends):
        if len(group) > 1 and _is_one(group, ends):
            joined.append(_join(group))
        else:
            joined += _hang(group, ends, pitch)
    return joined


def _groups(rows: Sequence[Row], ends: Sequence[float]) -> list[list[Row]]:
    """Lines that hang together: the lines of a cell have no blank between them, and those of cells side by side overlap."""
    groups: list[list[Row]] = []
    steps = [_base(b) - _base(a) for a, b in _in_columns(rows)]
    pitch = _pitch(rows)
    linked = {(id(a), id(b)) for a, b in _in_columns(rows) if _base(b) - _base(a) <= LOOSE * pitch}
    overlap = any(_row_base(b) - _row_base(a) < OVERLAP * _size(b) for a, b in pairwise(rows))
    if overlap and len(linked) == len(steps) and _is_one(rows, ends):
        return [list(rows)]
    tight = bool(linked) and len(linked) < len(steps)
    for index, row in enumerate(rows):
        before = groups[-1] if groups else []
        overlaps = bool(before) and _row_base(row) - _row_base(before[-1]) < OVERLAP * _size(row)
        hangs = tight and any(
            (id(cell), id(other)) in linked
            for upper in before
            for later in rows[index:]
            for cell, other in zip(upper, later, strict=True)
        )
        if overlaps or hangs:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _pitch(rows: Sequence[Row]) -> float:
    """Distance of the closest lines of a column."""
    steps = (_base(b) - _base(a) for a, b in _in_columns(rows))
    return min((step for step in steps if step > 0), default=0.0)


def _in_columns(rows: Sequence[Row]) -> list[tuple[Cell, Cell]]:
    """Each line of a cell with the next line in its column."""
    found: list[tuple[Cell, Cell]] = []
    for column in zip(*rows, strict=True):
        found += pairwise(cell for cell in column if cell)
    return found


def _is_one(group: Sequence[Row], ends: Sequence[float]) -> bool:
    """The lines are one row: what has a line under it is mostly full, and some cell has fewer lines than others."""
    columns = [[cell for cell in column if cell] for column in zip(*group, strict=True)]
    several = [(cells, end) for cells, end in zip(columns, ends, strict=True) if len(cells) > 1]
    if any(is_amount(cell) for cells, _ in several for cell in cells):
        return False
    above = [_full(cell, end) for cells, end in several for cell in cells[:-1]]
    uneven = any(0 < len(cells) < len(group) for cells in columns)
    return uneven and (not above or sum(above) >= MOSTLY * len(above))


def _hang(group: Sequence[Row], ends: Sequence[float], pitch: float) -> list[Row]:
    rows: list[Row] = []
    last: Row = ()  # the lowest line so far of each cell of the row above
    for row in group:
        beside = bool(last) and _row_base(row) - _row_base(last) < OVERLAP * _size(row)
        if rows and ((beside and not _clash(rows[-1], row)) or _hangs(last, row, ends, pitch)):
            rows[-1] = _join([rows[-1], row])
            last = tuple(below or above for above, below in zip(last, row, strict=True))
        else:
            rows.append(row)
            last = row
    return rows


def _clash(upper: Row, lower: Row) -> bool:
    return any(a and b for a, b in zip(upper, lower, strict=True))


def _hangs(upper: Row, lower: Row, ends: Sequence[float], pitch: float) -> bool:
    """Every cell of the lower line goes on from a full one; the first column, or all others, are left out."""
    cells = [(a, b, end) for a, b, end in zip(upper, lower, ends, strict=True) if b]
    partial = not lower[0] or (len(cells) == 1 and len(lower) > 2 and sum(map(bool, upper)) > 1)
    return partial and all(
        a
        and _base(b) - a[-1].base <= LOOSE * pitch
        and _full(a, end)
        and not is_amount(a)
        and not is_amount(b)
        for a, b, end in cells
    )


def _full(cell: Cell, end: float) -> bool:
    return end - cell[-1].x1 <= NEAR_END * cell[-1].size


def is_amount(cell: Cell) -> bool:
    """True for a cell of one number, or of dashes that stand for none."""
    return AMOUNT.fullmatch("".join(char.text for char in cell if not char.blank)) is not None


def _join(rows: Sequence[Row]) -> Row:
    return tuple(tuple(char for cell in column for char in cell) for column in zip(*rows, strict=True))


def _base(cell: Cell) -> float:
    return cell[0].base


def _row_base(row: Row) -> float:
    return max(cell[0].base for cell in row if cell)


def _size(row: Row) -> float:
    return max(cell[0].size for cell in row if cell)
