"""The parts of a table that have a head of their own, and rows without head that are pairs of a name and a number."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from suyuan.facts.grid import Grid, GridCell, filled

LONGEST_HEAD = 24  # characters of a cell that may stand in a head in the middle of a table
WORD = re.compile(r"[一-龥]{2}|[A-Za-z]{2}")
FIGURES = re.compile(r"(?!(?:19|20)\d\d$)[\d.,%‰~+-]+")  # a number or range of numbers, no year

IsNumber = Callable[[GridCell], bool]


@dataclass(frozen=True)
class Segment:
    """Rows of a table from one head to the next; ``titles`` are lines over the head."""

    grid: Grid  # with the cells of these rows alone, which keep their places in the whole table
    titles: tuple[GridCell, ...] = ()
    pairs: bool = False  # no head: each number is named by the cell before it


def segments(grid: Grid, is_number: IsNumber) -> list[Segment]:
    """The parts of a table in order; rows in which nothing names the numbers are in none.

    A part begins with a row of words. In the middle of a table it needs words over columns of numbers, and an empty first
    cell, the first cell of the head again, or a line of one cell over it.
    """
    found: list[Segment] = []
    titles: list[GridCell] = []
    rows = grid.rows
    at = 0
    while at < len(rows):
        own = _own(rows[at])
        if _is_pairs(rows[at], is_number):
            end = at + 1
            while end < len(rows) and _is_pairs(rows[end], is_number):
                end += 1
            found.append(Segment(replace(grid, rows=rows[at:end]), tuple(titles), pairs=True))
        elif len(own) > 1 and not any(
            is_number(cell) or FIGURES.fullmatch(cell.text) for cell in filled(rows[at])
        ):
            end = _end(grid, at, is_number)
            found.append(Segment(replace(grid, rows=rows[at:end]), tuple(titles)))
        else:
            titles = [*titles, *own] if len(own) == 1 and not is_number(own[0]) else []
            at += 1
            continue
        titles = []
        at = end
    return found


def _own(row: tuple[GridCell, ...]) -> list[GridCell]:
    return [cell for cell in filled(row) if not cell.again]


def _is_pairs(row: tuple[GridCell, ...], is_number: IsNumber) -> bool:
    """Names and numbers by turns."""
    own = _own(row)
    return (
        len(own) > 1
        and len(own) % 2 == 0
        and all(
            is_number(cell) or FIGURES.fullmatch(cell.text) is not None
            if i % 2
            else not is_number(cell) and WORD.search(cell.text) is not None
            for i, cell in enumerate(own)
        )
    )


def _end(grid: Grid, start: int, is_number: IsNumber) -> int:
    """The row after the part that begins in row ``start``."""
    numeric: set[int] = set()  # columns that have numbers so far
    for at in range(start + 1, len(grid.rows)):
        numeric.update(cell.column for cell in grid.rows[at - 1] if is_number(cell))
        if _begins(grid, start, at, numeric, is_number):
            return at
    return len(grid.rows)


def _begins(grid: Grid, start: int, at: int, numeric: set[int], is_number: IsNumber) -> bool:
    """A new head, or a line over one, stands in row ``at`` of the part that begins in row ``start``.

    ``numeric``: the columns that have numbers between the two.
    """
    own = _own(grid.rows[at])
    if not numeric or any(map(is_number, filled(grid.rows[at]))):
        return False
    if len(own) == 1:
        return (
            at + 1 < len(grid.rows)
            and len(own[0].text) <= LONGEST_HEAD
            and _is_head(grid, at + 1, numeric, is_number, 1)
        )
    first, head = grid.rows[at][0], grid.rows[start][0]
    again = not first.text.strip() or first.text == head.text
    return again and not first.again and _is_head(grid, at, numeric, is_number, 2)


def _is_head(grid: Grid, at: int, numeric: set[int], is_number: IsNumber, least: int) -> bool:
    """Short words over at least ``least`` columns of numbers, with numbers below."""
    row = grid.rows[at]
    own = _own(row)
    if len(own) < 2 or any(is_number(cell) or len(cell.text) > LONGEST_HEAD for cell in own):
        return False
    below = any(is_number(cell) for row in grid.rows[at + 1 : at + 4] for cell in row)
    return below and sum(cell.column in numeric for cell in own) >= least
