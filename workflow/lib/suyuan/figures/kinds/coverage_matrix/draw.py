"""Cells of a coverage matrix on a canvas; status by shape and filling, so that grey tells them apart.

A page has two blocks of rows beside one another, a column one; measures are never parted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from suyuan.figures import style
from suyuan.figures.canvas import Box, Canvas
from suyuan.figures.frame import frame, framed
from suyuan.figures.glyphs import Key
from suyuan.figures.inputs import View
from suyuan.figures.kinds.coverage_matrix.declared import STATUSES
from suyuan.figures.kinds.coverage_matrix.select import MatrixData, MatrixRow
from suyuan.figures.labels import Rect
from suyuan.figures.measuring import text_width, wrapped
from suyuan.figures.text import in_language

HIGHEST = 430.0  # of one block on a page, points; more rows stand in two
ONE, TWO = (6.6, 9.6), (5.6, 7.8)  # size of names and height of a row: a page with one block or two, points
COLUMN = (5.2, 7.0)  # the same in a column
LINE = 1.22  # from base line to base line, in sizes
BETWEEN = 14.0  # blocks
YEAR = (1.12, 1.9)  # width of a year in sizes of its name, least and most
AREAS = 0.22  # of the width of a block, at most, for the names of areas
SIGN = 0.76  # size of a sign, in sizes of names


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of a measure, measured."""

    name: list[str]
    rows: Sequence[MatrixRow]
    areas: list[list[str]]
    heights: list[float]

    @property
    def height(self) -> float:
        """Of all its rows, points."""
        return sum(self.heights)


@dataclass(frozen=True, slots=True)
class Columns:
    """Sizes of texts and rows of a block, and where names, areas and years stand in it."""

    size: float
    row: float
    head: float  # height of the names of the years
    area: float
    first: float
    width: float
    years: dict[int | None, int]  # year to number of its column

    def x(self, year: int | None) -> float:
        """Middle of the column of a year, from the left of the block."""
        return self.first + (self.years[year] + 0.5) * self.width

    @property
    def end(self) -> float:
        """Right edge of the last column."""
        return self.first + len(self.years) * self.width


def drawn(data: MatrixData, view: View) -> Canvas:
    """The figure of a view."""
    found = {cell.status for cell in data.cells}
    keys = [_key(view.words[status], status) for status in STATUSES if status in found]
    outer = frame(data.declaration.title[view.language], view, keys)
    inner = outer.width - 2 * style.EDGE
    columns, groups = _measured(data, view, inner, *(ONE if view.size == "double" else COLUMN))
    width, count = inner, 1
    if view.size == "double" and sum(group.height for group in groups) > HIGHEST:
        width, count = (inner - BETWEEN) / 2, 2
        columns, groups = _measured(data, view, width, *TWO)
    blocks = _blocks(groups, count)
    height = columns.head + max(sum(group.height for group in block) for block in blocks)

    def draw(canvas: Canvas, room: Rect) -> None:
        for number, block in enumerate(blocks):
            _block(canvas, block, columns, room.x0 + number * (width + BETWEEN), room.y1, view)

    return framed(outer, height, draw)


def _measured(
    data: MatrixData, view: View, width: float, size: float, row: float
) -> tuple[Columns, list[Group]]:
    """Columns and rows of a block of a width, with names of a size."""
    years: list[int | None] = [*data.years, *([None] if data.without_year else [])]
    areas = max(text_width(row.area_names(view), size) for row in data.rows)
    area = min(areas, AREAS * width) + 4
    names = max(text_width(in_language(row.measure.label, view.language), size) for row in data.rows) + 5
    least, most = (share * size for share in YEAR)
    column = min(most, max(least, (width - area - names) / len(years)))
    name = width - area - column * len(years) - 2
    head = max(text_width(_year(year, view), size) for year in years) + 6
    places = {year: number for number, year in enumerate(years)}
    columns = Columns(size, row, head, name, name + area, column, places)
    groups = [_group(list(own), view, columns) for _, own in groupby(data.rows, key=lambda r: r.measure.id)]
    return columns, groups


def _year(year: int | None, view: View) -> str:
    return str(year) if year is not None else view.words["no_year"]


def _group(rows: Sequence[MatrixRow], view: View, columns: Columns) -> Group:
    """Rows high enough for the names of their areas, and together for that of the measure."""
    size, least = columns.size, columns.row
    name = wrapped(in_language(rows[0].measure.label, view.language), size, columns.area - 5)
    areas = [wrapped(row.area_names(view), size, columns.first - columns.area - 3) for row in rows]
    heights = [max(least, (len(lines) - 1) * LINE * size + least) for lines in areas]
    lacking = max(0.0, (len(name) - 1) * LINE * size + least - sum(heights))
    return Group(name, rows, areas, [height + lacking / len(heights) for height in heights])


def _blocks(groups: Sequence[Group], count: int) -> list[list[Group]]:
    """The groups in blocks of nearly equal height, in order."""
    share = sum(group.height for group in groups) / count
    blocks: list[list[Group]] = [[]]
    used = 0.0
    for group in groups:
        if blocks[-1] and len(blocks) < count and used + group.height / 2 > share * len(blocks):
            blocks.append([])
        blocks[-1].append(group)
        used += group.height
    return blocks


def _block(
    canvas: Canvas, block: Sequence[Group], columns: Columns, x0: float, top: float, view: View
) -> None:
    size = columns.size
    y = top - columns.head
    _years(canvas, columns, x0, y, y - sum(group.height for group in block), view)
    for group in block:
        canvas.line([(x0, y), (x0 + columns.end, y)], style.GRID, 0.5, 0)
        lines = len(group.name)
        name = group.heights[0] if lines == 1 else min(group.height, lines * LINE * size + 2)
        _lines(canvas, group.name, x0, y - name / 2, size, style.INK)
        for row, areas, height in zip(group.rows, group.areas, group.heights, strict=True):
            _lines(canvas, areas, x0 + columns.area, y - height / 2, size, style.MUTED)
            for cell in row.cells:
                sign = SIGN * size
                _sign(canvas, cell.status, x0 + columns.x(cell.year), y - height / 2, sign, cell.gid)
            y -= height
    canvas.line([(x0, y), (x0 + columns.end, y)], style.GRID, 0.5, 0)


def _lines(canvas: Canvas, lines: Sequence[str], x: float, middle: float, size: float, colour: str) -> None:
    base = middle + (len(lines) - 1) * LINE * size / 2 - 0.36 * size
    for line in lines:
        canvas.text(x, base, line, size, colour)
        base -= LINE * size


def _years(canvas: Canvas, columns: Columns, x0: float, first: float, bottom: float, view: View) -> None:
    """Names of the years above ``first``, a darker line where years are left out, and the column without a year."""
    size, half = columns.size, columns.width / 2
    for year in columns.years:
        x = x0 + columns.x(year)
        colour = style.INK if year is not None else style.MUTED
        canvas.text(x + 0.36 * size, first + 3.5, _year(year, view), size, colour, upright=True)
        canvas.line([(x - half, first), (x - half, bottom)], style.GRID, 0.4, 0)
    canvas.line([(x0 + columns.end, first), (x0 + columns.end, bottom)], style.GRID, 0.4, 0)
    for before, after in pairwise(columns.years):
        if after is None or (before is not None and after - before > 1):
            x = x0 + columns.x(after) - half
            canvas.line([(x, first), (x, bottom)], style.GUIDE, 0.8, 0.2)


def _sign(canvas: Canvas, status: str, x: float, y: float, size: float, gid: str | None) -> None:
    blue, half = style.COLOURS[0], size / 2
    box = Rect(x - half, y - half, x + half, y + half)
    if status in ("forecast", "target"):
        shape = "^" if status == "target" else "o"
        canvas.marker(x, y, shape, size * 0.92, style.PAPER, style.INK, 0.7, gid)
        return
    if gid is not None:
        canvas.marks.append(Box(gid, box))
    if status == "stated":
        canvas.rect(box, blue, zorder=2, gid=gid)
    elif status == "partial":
        canvas.rect(box, style.PAPER, blue, 0.6, 2, gid)
        canvas.polygon([(x - half, y - half), (x + half, y - half), (x - half, y + half)], blue, 2.5)
    else:
        canvas.rect(box, style.PAPER, style.CONFLICT, 0.8, 2, gid)
        canvas.line([(x - half, y - half), (x + half, y + half)], style.CONFLICT, 0.8, 2.5)
        canvas.line([(x - half, y + half), (x + half, y - half)], style.CONFLICT, 0.8, 2.5)


def _key(text: str, status: str) -> Key:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        _sign(canvas, status, x, y, 5.0, None)

    return Key(text, 6.0, draw)
