"""Reading order: one or two columns, and full-width passages between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from suyuan.reading.pdf.rows import Line, Run

MIDDLE = (0.3, 0.7)  # of the width of the type area: where a gutter can lie
ENOUGH_ROWS = 4
FILLED = 0.6  # of a column's width: a row of running text, not a cell


@dataclass(frozen=True, slots=True)
class Gutter:
    """The blank between two columns."""

    left: float  # right edge of the left column
    right: float  # left edge of the right column

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def find_gutter(rows: Sequence[Sequence[Run]], *, enough: int = ENOUGH_ROWS) -> Gutter | None:
    """Gutter of a page, if enough rows have running text on both sides of one blank strip."""
    runs = [run for row in rows for run in row]
    if not runs:
        return None
    start, end = min(run.x0 for run in runs), max(run.x1 for run in runs)
    width = end - start
    gaps: list[tuple[float, float]] = []
    for row in rows:
        for a, b in pairwise(row):
            middle = (a.x1 + b.x0) / 2
            if MIDDLE[0] <= (middle - start) / width <= MIDDLE[1] if width else False:
                left_filled = a.x1 - row[0].x0 >= FILLED * (middle - start)
                right_filled = row[-1].x1 - b.x0 >= FILLED * (end - middle)
                if left_filled and right_filled:
                    gaps.append((a.x1, b.x0))
    if len(gaps) < enough:
        return None
    best = max(
        (gap for gap in gaps),
        key=lambda gap: (sum(a <= (gap[0] + gap[1]) / 2 <= b for a, b in gaps), -gap[0]),
    )
    middle = (best[0] + best[1]) / 2
    held = [gap for gap in gaps if gap[0] <= middle <= gap[1]]
    if len(held) < enough:
        return None
    return Gutter(max(a for a, _ in held), min(b for _, b in held))


def lines_in_order(
    page: int, rows: Sequence[Sequence[Run]], gutter: Gutter | None, first_column: int
) -> list[Line]:
    """Lines of a page in reading order; ``column`` numbers go on from ``first_column``."""
    bands: list[tuple[bool, list[list[Run]]]] = []
    before: Sequence[Run] = ()
    for row in rows:
        full = gutter is None or _crosses(row, gutter)
        full = full or (bool(bands) and bands[-1][0] and gutter is not None and _goes_on(before, row, gutter))
        if not bands or bands[-1][0] != full:
            bands.append((full, []))
        bands[-1][1].append(list(row))
        before = row
    lines: list[Line] = []
    column = first_column
    for full, band in bands:
        if full or gutter is None:
            parts = [(0, band)]
        else:
            parts = [
                (1, [[run for run in row if run.x0 < gutter.middle] for row in band]),
                (2, [[run for run in row if run.x0 >= gutter.middle] for row in band]),
            ]
        for side, part in parts:
            made = [Line(page, row) for row in part if row]
            for line in made:
                line.column, line.side = column, side
            lines += made
            column += bool(made)
    set_edges(lines)
    return lines


def _crosses(row: Sequence[Run], gutter: Gutter) -> bool:
    return any(run.x0 < gutter.left - 3 and run.x1 > gutter.right + 3 for run in row)


def _goes_on(before: Sequence[Run], row: Sequence[Run], gutter: Gutter) -> bool:
    """True if the row is the short last line, or the next short line, of a full-width passage."""
    if len(row) != 1 or row[0].x1 > gutter.right or not before:
        return False
    above, char = before[0].chars[0], row[0].chars[0]
    near = char.base - above.base <= 1.9 * above.size
    return near and abs(char.size - above.size) <= 0.6 and abs(char.x0 - above.x0) <= 2.5 * char.size


def set_edges(lines: Sequence[Line]) -> None:
    """Left and right edge of the column of each line, told from the lines beside it of the same type size.

    Fewer than four such lines take the edges of all lines on their side of the page.
    """
    sides: dict[int, list[Line]] = {}
    sizes: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        sides.setdefault(line.side, []).append(line)
        sizes.setdefault((line.side, round(line.size)), []).append(line)
    for (side, _), group in sizes.items():
        wide = group if len(group) >= 4 else sides[side]
        left = _edge([line.x0 for line in wide], lowest=True)
        right = _edge([line.x1 for line in wide], lowest=False)
        for line in group:
            line.left, line.right = left, right


def _edge(values: list[float], *, lowest: bool) -> float:
    """The outermost value that at least a tenth of the lines come near."""
    ordered = sorted(values, reverse=not lowest)
    need = max(1, len(values) // 10)
    for value in ordered:
        if sum(abs(value - other) <= 3 for other in values) >= need:
            return value
    return ordered[0]
