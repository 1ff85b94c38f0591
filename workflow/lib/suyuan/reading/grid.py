"""Cells with spans to rows of equal length: a merged cell says its text once, the places that it covers are empty."""

from __future__ import annotations

from collections.abc import Sequence

Cell = tuple[str, int, int]  # text, columns and rows that it spans

MANY_COLUMNS = 200  # a wider span is a slip of the page's author
MANY_ROWS = 2000


def fill_grid(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """Rows of a table whose cells span columns and rows (as HTML counts them), each as wide as the widest."""
    covered: dict[int, int] = {}  # column -> rows below that are still covered
    filled: list[list[str]] = []
    for row in rows:
        line: dict[int, str] = {}
        column = 0
        below = {place: left - 1 for place, left in covered.items() if left > 1}
        for text, columns, down in row:
            while column in covered:
                column += 1
            line[column] = text
            columns = max(1, min(columns, MANY_COLUMNS))
            for place in range(column, column + columns):
                if down > 1:
                    below[place] = min(down, MANY_ROWS) - 1
            column += columns
        wide = max([column, *(place + 1 for place in covered)], default=0)
        filled.append([line.get(place, "") for place in range(wide)])
        covered = below
    width = max(map(len, filled), default=0)
    return [row + [""] * (width - len(row)) for row in filled]
