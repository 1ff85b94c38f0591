"""Tables without a full grid, told from the gaps in their rows; and the text of figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from suyuan.reading.pdf.rows import Line
from suyuan.reading.shapes import HAN, shape_of
from suyuan.reading.words import plain

CELL_GAP = 1.4  # em between two cells
STRIP = 0.5  # em that no line with cells prints in
SHARE = 0.6  # of the lines of a table have more than one cell
FIGURES_ONLY = re.compile(r"^[\d\s.,%()+\-–—~年月/]*$")


def gapped_tables(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """(first, after last) of each stretch of lines in one column that stands in cells; at least three lines."""
    found: list[tuple[int, int]] = []
    index = 0
    while index < len(lines):
        if not in_cells(lines[index]):
            index += 1
            continue
        last, end, cells, seen = index, index + 1, 1, 1
        while end < len(lines) and lines[end].column == lines[index].column and end - last <= 2:
            shape = shape_of(lines[end].text).kind
            if shape in ("heading", "caption", "references", "entry") or len(lines[end].text) > 60:
                break
            seen += 1
            if in_cells(lines[end]):
                last, cells = end, cells + 1
            end += 1
        size = last + 1 - index
        if (
            size >= 3
            and cells >= SHARE * size
            and sum(_has_figures(line) for line in lines[index : last + 1]) >= 0.4 * size
        ):
            found.append((index, last + 1))
            index = last + 1
        else:
            index += 1
    return found


def in_cells(line: Line) -> bool:
    """True if a gap wider than between words divides the line."""
    return any(b.x0 - a.x1 > CELL_GAP * line.size for a, b in pairwise(line.runs))


def _has_figures(line: Line) -> bool:
    return any(char.text.isdigit() for char in line.chars)


def is_figure_text(line: Line) -> bool:
    """True for labels of axes and bars: figures and blanks only, in several runs or far from the column's edge."""
    text = plain(line.text)
    if not FIGURES_ONLY.match(text) or HAN.search(text.replace("年", "").replace("月", "")):
        return False
    return len(line.runs) > 1 or line.x0 - line.left > 4 * line.size


def aligned_cells(lines: Sequence[Line]) -> list[list[list[int]]]:
    """Indexes of the runs in each cell of each line, in the columns that blank strips divide in all lines with cells.

    A cell without text has none. Where no strip is common to the lines each has its own cells.
    """
    spans = sorted((run.x0, run.x1) for line in lines if in_cells(line) for run in line.runs)
    borders: list[float] = []
    reach = spans[0][1]
    for x0, x1 in spans[1:]:
        if x0 - reach > STRIP * lines[0].size:
            borders.append((reach + x0) / 2)
        reach = max(reach, x1)
    own = [cells_of(line) for line in lines]
    if not borders or len(borders) + 1 < max(map(len, own)):
        return own
    aligned = []
    for line in lines:
        cells: list[list[int]] = [[] for _ in range(len(borders) + 1)]
        for index, run in enumerate(line.runs):
            cells[sum(border < run.x0 for border in borders)].append(index)
        aligned.append(cells)
    return aligned


def cells_of(line: Line) -> list[list[int]]:
    """Indexes of the runs in each cell."""
    cells: list[list[int]] = [[0]]
    for i, (a, b) in enumerate(pairwise(line.runs), start=1):
        if b.x0 - a.x1 > CELL_GAP * line.size:
            cells.append([])
        cells[-1].append(i)
    return cells
