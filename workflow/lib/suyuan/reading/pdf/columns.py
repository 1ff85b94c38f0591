"""Reading order: one or two columns, and full-width passages between them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from suyuan.reading.pdf.rows import Line, Run

MIDDLE = (0.3, 0.7)  # of the width of the type area: where a gutter can lie
THIRDS = ((0.2, 0.48), (0.52, 0.8))  # the same for the two gutters of three columns
ENOUGH_ROWS = 4
LOPSIDED_ROWS, BRIMFUL = 8, 0.85  # rows of a full column, and how full they are
SIDE = (0.18, 0.82)  # of the width: where a sidebar can end or begin
GUTTER, OWN_LINE = 0.8, 1.5  # em; points
BLOCK_BLANK = 3.5  # em from baseline to baseline
FAR, OTHER_SIZE = 4.0, 0.15  # em, and of the larger type: a word beside a picture
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


def find_gutters(rows: Sequence[Sequence[Run]]) -> tuple[Gutter, ...]:
    """The gutters of a page of two or three columns, from left to right; empty for one column."""
    one = find_gutter(rows)
    if one is not None:
        return (one,)
    two = _two_gutters(rows)
    if two:
        return two
    lopsided = _lopsided_gutter(rows)
    return (lopsided,) if lopsided is not None else ()


def _lopsided_gutter(rows: Sequence[Sequence[Run]]) -> Gutter | None:
    """Gutter beside one full column of text: the other is a sidebar of short lines, or has come to its end."""
    runs = [run for row in rows for run in row]
    if len(runs) < LOPSIDED_ROWS + 2:
        return None
    start, end = min(run.x0 for run in runs), max(run.x1 for run in runs)
    width = end - start
    begins = Counter(round(run.x0) for run in runs)
    for edge in sorted(begins, key=lambda x: (-begins[x], x)):
        if not SIDE[0] * width <= edge - start <= SIDE[1] * width or begins[edge] < 2:
            continue
        left = [run for run in runs if run.x1 <= edge]
        right = [run for run in runs if run.x0 >= edge - 1.5]
        if len(left) < 2 or len(right) < 2:
            continue
        sides = (
            (left, edge - start, right, end - edge),
            (right, end - edge, left, edge - start),
        )
        for text, wide, other, narrow in sides:
            full = [run for run in text if run.x1 - run.x0 >= BRIMFUL * wide]
            if len(full) < LOPSIDED_ROWS:
                continue
            top, bottom = min(run.base for run in other) - 1, max(run.base for run in other) + 1
            beside = [run for run in runs if top <= run.base <= bottom]
            if any(run.x0 < edge - 1.5 and run.x1 > edge for run in beside):
                continue
            gutter = Gutter(
                max((run.x1 for run in (*full, *beside) if run.x1 <= edge), default=start),
                min((run.x0 for run in (*full, *beside) if run.x0 >= edge - 1.5), default=end),
            )
            if gutter.right - gutter.left < GUTTER * full[0].chars[0].size:
                continue
            ended = (
                other is right
                and narrow >= 0.85 * wide
                and max(run.x1 - run.x0 for run in other) >= BRIMFUL * narrow
            )
            if ended or _is_sidebar(other, text):
                return gutter
    return None


def _is_sidebar(side: Sequence[Run], text: Sequence[Run]) -> bool:
    """Lines beside running text on baselines of their own: the cells of a table share those of their row."""
    if len(side) < ENOUGH_ROWS + 1:
        return False
    bases = sorted(run.base for run in text)
    own = 0
    for run in side:
        at = bisect_left(bases, run.base)
        near = min((abs(base - run.base) for base in bases[max(0, at - 1) : at + 1]), default=99.0)
        own += near > OWN_LINE
    return own >= 0.5 * len(side)


def _two_gutters(rows: Sequence[Sequence[Run]]) -> tuple[Gutter, ...]:
    """Gutters of three columns: the same test as for two, of each column beside the next."""
    runs = [run for row in rows for run in row]
    if len(runs) < 3 * ENOUGH_ROWS:
        return ()
    start, end = min(run.x0 for run in runs), max(run.x1 for run in runs)
    width = end - start
    begins = Counter(round(run.x0) for run in runs)

    def edges(low: float, high: float) -> list[int]:
        near = [x for x in begins if low * width <= x - start <= high * width]
        return [x for x in near if sum(begins[x + step] for step in (-1, 0, 1)) >= ENOUGH_ROWS]

    for first in edges(*THIRDS[0]):
        for second in edges(*THIRDS[1]):
            columns = [
                [
                    run
                    for run in runs
                    if run.x0 >= a - 1.5 and run.x1 <= b and run.x1 - run.x0 >= FILLED * (b - a)
                ]
                for a, b in ((start, first), (first, second), (second, end + 1))
            ]
            if min(_beside(columns[0], columns[1]), _beside(columns[1], columns[2])) >= ENOUGH_ROWS:
                return tuple(
                    Gutter(max(run.x1 for run in left), min(run.x0 for run in right))
                    for left, right in pairwise(columns)
                )
    return ()


def lines_in_order(
    page: int, rows: Sequence[Sequence[Run]], gutters: Sequence[Gutter], first_column: int
) -> list[Line]:
    """Lines of a page in reading order; ``column`` numbers go on from ``first_column``."""
    lines: list[Line] = []
    column = first_column
    for side, part in _parts_in_order(rows, gutters, depth=2):
        made = [Line(page, pieces) for row in part for pieces in _apart(row)]
        for line in made:
            line.column, line.side = column, side
        lines += made
        column += bool(made)
    set_edges(lines)
    return lines


def _parts_in_order(
    rows: Sequence[Sequence[Run]], gutters: Sequence[Gutter], depth: int
) -> list[tuple[int, list[list[Run]]]]:
    """(side, rows) of each column, top band first. A full-width band may itself stand in columns (two boxes side by side)."""
    if not gutters:
        blocks = _blocks(rows) if depth else []
        if len(blocks) < 2:
            return [(0, [list(row) for row in rows])]
        return [part for block in blocks for part in _parts_in_order(block, find_gutters(block), depth=0)]
    bands: list[tuple[bool, list[list[Run]]]] = []
    before: Sequence[Run] = ()
    for row in rows:
        full = any(_crosses(row, gutter) for gutter in gutters)
        full = full or (bool(bands) and bands[-1][0] and _goes_on(before, row, gutters))
        if not bands or bands[-1][0] != full:
            bands.append((full, []))
        bands[-1][1].append(list(row))
        before = row
    parts: list[tuple[int, list[list[Run]]]] = []
    for full, band in bands:
        if full:
            inner = find_gutters(band) if depth and len(band) >= ENOUGH_ROWS else ()
            parts += _parts_in_order(band, inner, depth - 1) if inner else [(0, band)]
            continue
        edges = [float("-inf"), *(gutter.middle for gutter in gutters), float("inf")]
        for side, (left, right) in enumerate(pairwise(edges), start=1):
            part = [[run for run in row if left <= run.x0 < right] for row in band]
            parts.append((side, [row for row in part if row]))
    return parts


def _blocks(rows: Sequence[Sequence[Run]]) -> list[list[Sequence[Run]]]:
    """Rows cut at the blanks of a page that are far higher than those between its lines."""
    blocks: list[list[Sequence[Run]]] = []
    for row in rows:
        if not blocks or row[0].base - blocks[-1][-1][0].base > BLOCK_BLANK * row[0].chars[0].size:
            blocks.append([])
        blocks[-1].append(row)
    return blocks


def _apart(row: Sequence[Run]) -> list[list[Run]]:
    """A row cut where type of another size stands far off: a word beside a picture, not part of the line."""
    pieces: list[list[Run]] = []
    for run in row:
        last = pieces[-1][-1] if pieces else None
        if last is not None:
            sizes = [max(char.size for char in part.chars) for part in (last, run)]
            near = run.x0 - last.x1 <= FAR * max(sizes)
            if near or max(sizes) - min(sizes) <= OTHER_SIZE * max(sizes):
                pieces[-1].append(run)
                continue
        pieces.append([run])
    return pieces


def _crosses(row: Sequence[Run], gutter: Gutter) -> bool:
    return any(run.x0 < gutter.left - 3 and run.x1 > gutter.right + 3 for run in row)


def _goes_on(before: Sequence[Run], row: Sequence[Run], gutters: Sequence[Gutter]) -> bool:
    """True if the row is the short last line, or the next short line, of a full-width passage.

    Words far apart on it (keywords) do not make columns of it while none fills one.
    """
    if not before:
        return False
    gutter = gutters[0]
    if len(row) == 1 and row[0].x1 > gutter.right:
        return False
    start = min(row[0].x0, before[0].x0)
    if len(row) > 1 and any(run.x1 - run.x0 >= FILLED * (gutter.left - start) for run in row):
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
