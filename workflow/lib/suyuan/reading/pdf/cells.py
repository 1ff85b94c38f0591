"""Cells between drawn lines, by pdfplumber's cell finder on pdfium's rules, set into rows and columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from pdfplumber.table import cells_to_tables, edges_to_intersections, merge_edges
from pdfplumber.utils.geometry import obj_to_bbox

from suyuan.reading.pdf.chars import Char
from suyuan.reading.pdf.rows import rows_of
from suyuan.reading.pdf.rules import Rule

SNAP = 3.0  # points within which rules meet
ENOUGH_RULES = (3, 2)  # horizontal, vertical
MANY_EDGES = 3000
ASKEW = 12.0  # points: left edges this near that no row has side by side are one column, drawn askew
AMOUNT = re.compile(r"[-+−–]?\d[\d,，]*(?:\.\d+)?[%％]?|[-—–−]+|\.{3}|…")
IN_AMOUNTS = frozenset("0123456789,，.%％+-−–— \u3000")
FULL = 0.5  # of the width of a cell
LEVEL = 0.5  # em: lines of neighbouring cells that stand side by side

Box = tuple[float, float, float, float]  # x0, top, x1, bottom
Cell = tuple[Char, ...]
Point = tuple[float, float]


def find_cells(rules: Sequence[Rule]) -> list[list[Box]]:
    """Cells of each table that the rules enclose."""
    flat = sum(1 for rule in rules if rule[1] == rule[3])
    upright = len(rules) - flat
    if flat < ENOUGH_RULES[0] or upright < ENOUGH_RULES[1] or len(rules) > MANY_EDGES:
        return []
    edges = [
        {
            "x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top,
            "orientation": "h" if top == bottom else "v", "object_type": "line",
        }
        for x0, top, x1, bottom in rules
    ]  # fmt: skip
    merged = merge_edges(edges, SNAP, SNAP, SNAP, SNAP)
    cells = smallest_cells(edges_to_intersections(merged, SNAP, SNAP))
    return [[(cell[0], cell[1], cell[2], cell[3]) for cell in table] for table in cells_to_tables(cells)]


def smallest_cells(crossings: Mapping[Point, Mapping[str, Sequence[Any]]]) -> list[Box]:
    """Of each point (x, y) where edges cross the smallest rectangle under it to its right whose sides are drawn.

    Gives what pdfplumber's ``intersections_to_cells`` gives, which takes most of the time of a page with a large table.
    ``crossings``: the edges through each point, ``v`` and ``h``.
    """
    upright = {point: set(map(obj_to_bbox, edges["v"])) for point, edges in crossings.items()}
    flat = {point: set(map(obj_to_bbox, edges["h"])) for point, edges in crossings.items()}
    columns: dict[float, list[Point]] = {}
    rows: dict[float, list[Point]] = {}
    for point in sorted(crossings):
        columns.setdefault(point[0], []).append(point)
        rows.setdefault(point[1], []).append(point)
    found: list[Box] = []
    for point in sorted(crossings):
        x, y = point
        below = [
            other for other in columns[x] if other[1] > y and not upright[point].isdisjoint(upright[other])
        ]
        right = [other for other in rows[y] if other[0] > x and not flat[point].isdisjoint(flat[other])]
        for corner in ((beside[0], under[1]) for under in below for beside in right):
            closed = (
                corner in crossings
                and not upright[corner].isdisjoint(upright[corner[0], y])
                and not flat[corner].isdisjoint(flat[x, corner[1]])
            )
            if closed:
                found.append((x, y, *corner))
                break
    return found


def grid_of(
    boxes: Sequence[Box], chars: Iterable[Char]
) -> tuple[tuple[tuple[Cell, ...], ...], tuple[float, ...]]:
    """Rows of equal length, and the left edges of the columns with the right edge of the last.

    A cell over several columns or rows stands in the first of them, and what it covers is empty.
    """
    held = _fill(boxes, chars)
    tops = sorted({round(box[1], 1) for box in boxes})
    lefts = _lefts(boxes)
    grid: list[list[Cell]] = [[()] * len(lefts) for _ in tops]
    for box in boxes:
        column = max((i for i, left in enumerate(lefts) if left <= box[0] + 0.05), default=0)
        row = tops.index(round(box[1], 1))
        grid[row][column] += tuple(held[box])
    edges = (*lefts, max(box[2] for box in boxes))
    rows = [part for row in grid for part in _apart(row, edges)]
    return tuple(tuple(row) for row in rows), edges


def _lefts(boxes: Sequence[Box]) -> list[float]:
    """Left edges of the columns; near ones that stand in no row side by side count once."""
    rows: dict[float, set[float]] = {}
    for box in boxes:
        rows.setdefault(round(box[0], 1), set()).add(round(box[1], 1))
    lefts: list[float] = []
    seen: set[float] = set()
    for left in sorted(rows):
        if lefts and left - lefts[-1] <= ASKEW and not seen & rows[left]:
            seen |= rows[left]
            continue
        lefts.append(left)
        seen = set(rows[left])
    return lefts


def _fill(boxes: Sequence[Box], chars: Iterable[Char]) -> dict[Box, list[Char]]:
    """The characters in each box."""
    held: dict[Box, list[Char]] = {box: [] for box in boxes}
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
    last: Box | None = None  # the next character stands mostly in the same box
    for char in chars:
        x, y = (char.x0 + char.x1) / 2, char.base - 0.35 * char.size
        if not (left <= x <= right and top <= y <= bottom):
            continue
        if last is None or not _holds(last, x, y):
            last = next((box for box in boxes if _holds(box, x, y)), None)
        if last is not None:
            held[last].append(char)
    return held


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _apart(row: Sequence[Cell], edges: Sequence[float]) -> list[list[Cell]]:
    """A row in which amounts stand under one another, divided at their lines: its rows have no rules between them.

    A line of the other cells that stands beside no amount goes on from the line above.
    """
    counts = [_amounts(cell, right - left) for cell, (left, right) in zip(row, pairwise(edges), strict=True)]
    most = max(counts, default=0)
    if most < 2 or (most == 2 and counts.count(2) < 2):
        return [list(row)]
    lines = [_lines(cell) for cell in row]
    levels = [(line[0].base, line[0].size) for line in lines[counts.index(most)]]
    parts: list[list[Cell]] = [[()] * len(row) for _ in levels]
    for place, cell in enumerate(lines):
        for line in cell:
            above = [i for i, (base, size) in enumerate(levels) if base <= line[0].base + LEVEL * size]
            at = above[-1] if above else 0
            parts[at][place] = (*parts[at][place], *line)
    return parts


def _amounts(cell: Cell, width: float) -> int:
    """How many amounts stand under one another in a cell that holds nothing else; 0 for one or none.

    In a narrow cell an amount is broken over two lines: its lines are full, and do not end alike.
    """
    if not cell or not IN_AMOUNTS.issuperset(char.text for char in cell):
        return 0
    if max(char.base for char in cell) - min(char.base for char in cell) < cell[0].size:
        return 0
    lines = _lines(cell)
    texts = ["".join(char.text for char in line if not char.blank) for line in lines]
    if len(texts) < 2 or not all(AMOUNT.fullmatch(text) for text in texts):
        return 0
    ends = {len(text.rstrip("%％").partition(".")[2]) for text in texts}
    alike = len(ends) == 1 and 0 not in ends
    full = any(line[-1].x1 - line[0].x0 > FULL * width for line in lines[:-1])
    return 0 if full and not alike else len(texts)


def _lines(cell: Cell) -> list[Cell]:
    """Printed lines of a cell, blanks at their ends left out."""
    return [tuple(char for run in runs for char in run.chars) for runs in rows_of(cell)] if cell else []
