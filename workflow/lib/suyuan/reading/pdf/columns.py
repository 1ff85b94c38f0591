"""Reading order: one or two columns, and full-width passages between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    """Gutter of a page, if enough runs fill each of two columns side by side.

    The baselines of the two columns need not agree. A column begins where several runs begin; cells of a table are too
    short to fill one.
    """
    runs = [run for row in rows for run in row]
    if not runs:
        return None
    start, end = min(run.x0 for run in runs), max(run.x1 for run in runs)
    width = end - start
    middle = [round(run.x0) for run in runs if MIDDLE[0] * width <= run.x0 - start <= MIDDLE[1] * width]
    best: tuple[int, Gutter] | None = None
    for edge in sorted(set(middle)):
        if sum(abs(other - edge) <= 1 for other in middle) < enough:
            continue
        left = [run for run in runs if run.x1 <= edge and run.x1 - run.x0 >= FILLED * (edge - start)]
        right = [run for run in runs if run.x0 >= edge - 1.5 and run.x1 - run.x0 >= FILLED * (end - edge)]
        beside = _beside(left, right)
        if beside >= enough and (best is None or beside > best[0]):
            best = (beside, Gutter(max(run.x1 for run in left), min(run.x0 for run in right)))
    return best[1] if best is not None else None


def _beside(left: Sequence[Run], right: Sequence[Run]) -> int:
    """How many runs of each side stand at a height that the other side reaches as well."""
    if not left or not right:
        return 0
    top = max(min(run.base for run in left), min(run.base for run in right)) - 1
    bottom = min(max(run.base for run in left), max(run.base for run in right)) + 1
    return min(sum(top <= run.base <= bottom for run in side) for side in (left, right))


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
