"""Columns that only blank strips divide, or the pieces in which rules are drawn; rows cut into their cells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from suyuan.reading.pdf.chars import Char
from suyuan.reading.pdf.rows import Run
from suyuan.reading.pdf.rules import Rule

SEGMENT_GAP = 0.5  # em between two cells of a row, at least
CUT_GAP = 0.12  # em between them where the rules are cut
JOINT, MET = 2.0, 0.6  # points between two pieces of a rule; of the rules are cut there
SIDES = 0.3  # of the height of a table is drawn there
MOST_CROSSED = 0.1  # of the rows of a body print over such a place
GUTTER = 0.45  # em that stay blank in all rows of the body
HEAD_GAP, NEAR = 0.2, 2.0  # em: a gap that divides two heads, as far as this from where their columns meet
NO_WIDTH = 1e-6  # points: characters of a damaged font, borders in one place
COVERED = 0.5  # of the column, or of the words: they stand in this column
Cell = tuple[Char, ...]


def find_cuts(group: Sequence[Rule], rules: Sequence[Rule]) -> list[float]:
    """Where the pieces of most of these rules meet that were drawn cell by cell, or the sides of shaded cells stand."""
    flat = [rule for rule in rules if rule[1] == rule[3]]
    counts: dict[int, set[float]] = {}
    for rule in group:
        pieces = [r for r in flat if abs(r[1] - rule[1]) <= 1 and rule[0] - 1 <= r[0] and r[2] <= rule[2] + 1]
        starts = {r[0] for r in pieces}
        for x in {r[2] for r in pieces}:
            if any(abs(x - start) <= JOINT for start in starts) and rule[0] + JOINT < x < rule[2] - JOINT:
                counts.setdefault(round(x / JOINT), set()).add(rule[1])
    top, bottom = group[0][1], group[-1][1]
    sides: dict[int, float] = {}
    for x, a, _, b in {r for r in rules if r[0] == r[2] and top - 1 <= r[1] and r[3] <= bottom + 1}:
        if group[0][0] + JOINT < x < group[0][2] - JOINT:
            sides[round(x / JOINT)] = sides.get(round(x / JOINT), 0.0) + b - a
    for place, drawn in sides.items():
        if drawn >= SIDES * (bottom - top):
            counts.setdefault(place, set()).update(rule[1] for rule in group)
    cuts: list[float] = []
    for place in sorted(counts):
        met = counts[place] | counts.get(place + 1, set())
        if len(met) >= MET * len(group) and (not cuts or place * JOINT - cuts[-1] > 2 * JOINT):
            cuts.append(place * JOINT)
    return cuts


def segments_of(row: Sequence[Run], cuts: Sequence[float] = ()) -> list[list[Char]]:
    """Characters of a row, divided where more than a blank between words is free, or less at one of ``cuts``."""
    parts: list[list[Char]] = []
    last: Char | None = None
    for run in row:
        for char in run.chars:
            if char.blank:
                continue
            if last is None or _divides(last, char, cuts):
                parts.append([])
            parts[-1].append(char)
            last = char
    return parts


def _divides(before: Char, char: Char, cuts: Sequence[float]) -> bool:
    gap, size = char.x0 - before.x1, max(char.size, before.size)
    if gap > SEGMENT_GAP * size:
        return True
    return gap > CUT_GAP * size and any(before.x1 - JOINT <= x <= char.x0 + JOINT for x in cuts)


def divides_column(x: float, borders: Sequence[float], rows: Sequence[Sequence[Sequence[Char]]]) -> bool:
    """Whole segments stand on either side of ``x``, within one column, and hardly any over it."""
    low = max((border for border in borders if border < x), default=float("-inf"))
    high = min((border for border in borders if border >= x), default=float("inf"))
    left = right = crossed = 0
    for segment in (segment for row in rows for segment in row):
        x0, x1 = segment[0].x0, segment[-1].x1
        left += low <= x0 and x1 <= x + JOINT
        right += x - JOINT <= x0 and x1 <= high
        crossed += x0 < x - JOINT and x1 > x + JOINT
    return left > 1 and right > 1 and crossed <= MOST_CROSSED * len(rows)


def column_ends(lines: Sequence[Sequence[Cell]], x1: float) -> list[float]:
    """Where the text of the next column begins; ``x1`` for the last."""
    starts = [min((cell[0].x0 for cell in column if cell), default=x1) for column in zip(*lines, strict=True)]
    return [*starts[1:], x1] if starts else []


def find_borders(rows: Sequence[Sequence[Sequence[Char]]]) -> list[float]:
    """Middles of the strips, half an em wide or more, that no row of the body prints in."""
    spans = sorted(
        (segment[0].x0, segment[-1].x1, segment[0].size) for row in rows for segment in row if segment
    )
    borders: list[float] = []
    reach = spans[0][1] if spans else 0.0
    for x0, x1, size in spans[1:]:
        if x0 - reach > GUTTER * size:
            borders.append((reach + x0) / 2)
        reach = max(reach, x1)
    return borders


def dividing_rules(
    upright: Sequence[Rule], borders: Sequence[float], rows: Sequence[Sequence[Sequence[Char]]]
) -> list[Rule]:
    """Upright rules that divide a column which no blank strip divides."""
    ends = sorted({x for row in rows for segment in row for x in (segment[0].x0, segment[-1].x1)})
    found: list[Rule] = []
    for rule in upright:
        left = [x for x in (*borders, *(r[0] for r in found)) if x < rule[0]]
        right = [x for x in borders if x >= rule[0]]
        low, high = max(left, default=float("-inf")), min(right, default=float("inf"))
        if any(low < x < rule[0] for x in ends) and any(rule[0] < x < high for x in ends):
            found.append(rule)
    return found


def cells_of_row(row: Sequence[Sequence[Char]], borders: Sequence[float]) -> tuple[Cell, ...]:
    """Cells of a row. A head over several columns stands in the first of them."""
    cells: list[list[Char]] = [[] for _ in range(len(borders) + 1)]
    edges = [float("-inf"), *borders, float("inf")]
    for segment in row:
        for part in _divided(segment, borders):
            x0, x1 = part[0].x0, part[-1].x1
            shares = [
                (min(x1, right) - max(x0, left)) / max(min(right - left, x1 - x0), NO_WIDTH)
                for left, right in pairwise(edges)
            ]
            cells[next(i for i, share in enumerate(shares) if share >= COVERED or share == max(shares))] += (
                part
            )
    return tuple(tuple(cell) for cell in cells)


def _divided(segment: Sequence[Char], borders: Sequence[float]) -> list[list[Char]]:
    """Heads that stand close together, divided at a gap near a border."""
    parts = [[segment[0]]]
    for before, char in pairwise(segment):
        middle = (before.x1 + char.x0) / 2
        near = any(abs(border - middle) <= NEAR * char.size for border in borders)
        if near and char.x0 - before.x1 > HEAD_GAP * char.size:
            parts.append([])
        parts[-1].append(char)
    return parts
