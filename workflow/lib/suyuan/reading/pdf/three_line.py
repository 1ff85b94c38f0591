"""Three-line tables (三线表): rows between horizontal rules of one width, in columns that only blanks divide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from suyuan.reading.pdf.chars import Char
from suyuan.reading.pdf.rows import HOLDER, Run, rows_of
from suyuan.reading.pdf.rules import Rule
from suyuan.reading.shapes import shape_of

SAME_END = 4.0  # points: rules of one table begin and end together
LEAST_WIDTH = 50.0  # points
MOST_HEAD = 5  # rows of a table's head
LEAST_FILLED = 0.4  # of the cells of a body
SEGMENT_GAP = 0.5  # em between two cells of a row, at least
GUTTER = 0.45  # em that stay blank in all rows of the body
HEAD_GAP, NEAR = 0.2, 2.0  # em: a gap that divides two heads, as far as this from where their columns meet
NO_WIDTH = 1e-6  # points: characters of a damaged font, borders in one place
COVERED = 0.5  # of the column, or of the words: they stand in this column
TABULAR = 0.6  # of the rows have more than one cell
TALLEST = 0.6  # of the page's height
WORDS, FILLED = 8, 0.8  # more characters than this, over so much of a column: running text

Cell = tuple[Char, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A table: where it stands, and its rows of cells."""

    x0: float
    top: float
    x1: float
    bottom: float
    rows: tuple[tuple[Cell, ...], ...]


def find_three_line_tables(rules: Sequence[Rule], chars: Sequence[Char], height: float) -> list[Region]:
    """Tables of a page between horizontal ``rules``; ``chars`` are those that stand in no other table.

    Rules of equal ends, one under the other, bound stretches of the page. Neighbouring stretches whose rows fall into
    the same columns make one table; a stretch of running text or without rows is none, and ends it.
    """
    found: list[Region] = []
    upright = [rule for rule in rules if rule[0] == rule[2]]
    for group in _groups(rules):
        begun: int | None = None
        for index in range(len(group)):
            inside = index + 1 < len(group) and _rows_between(group[index], group[index + 1], chars)
            if inside and (_tabular(inside) or (begun is None and _like_head(inside))):
                begun = index if begun is None else begun
                continue
            if begun is not None and begun < index:
                found += _region(group[begun : index + 1], upright, chars, height)
            begun = None
    return _apart(found)


def _apart(regions: Sequence[Region]) -> list[Region]:
    """Regions from the top down; of those that overlap the largest."""
    kept: list[Region] = []
    for region in sorted(regions, key=lambda r: (r.top - r.bottom) * (r.x1 - r.x0)):
        if not any(
            region.x0 < other.x1
            and other.x0 < region.x1
            and region.top < other.bottom
            and other.top < region.bottom
            for other in kept
        ):
            kept.append(region)
    return sorted(kept, key=lambda r: (r.top, r.x0))


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Horizontal rules by their ends, from the top down; rules drawn twice count once."""
    groups: list[list[Rule]] = []
    for rule in (rule for rule in _joined(rules) if rule[2] - rule[0] >= LEAST_WIDTH):
        for group in groups:
            if abs(group[-1][0] - rule[0]) <= SAME_END and abs(group[-1][2] - rule[2]) <= SAME_END:
                if rule[1] - group[-1][1] > 2:
                    group.append(rule)
                break
        else:
            groups.append([rule])
    return [group for group in groups if len(group) > 1]


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """Horizontal rules from the top down; pieces that were drawn cell by cell are one rule."""
    joined: list[Rule] = []
    for rule in sorted((r for r in rules if r[1] == r[3]), key=lambda r: (round(r[1]), r[0])):
        last = joined[-1] if joined else None
        if last is not None and abs(last[1] - rule[1]) <= 1 and rule[0] <= last[2] + SAME_END:
            joined[-1] = (last[0], last[1], max(last[2], rule[2]), last[3])
        else:
            joined.append(rule)
    return joined


def _rows_between(upper: Rule, lower: Rule, chars: Sequence[Char]) -> list[list[Run]]:
    x0, x1 = min(upper[0], lower[0]) - SAME_END, max(upper[2], lower[2]) + SAME_END
    inside = [
        char
        for char in chars
        if upper[1] < char.base - 0.35 * char.size < lower[1] and x0 <= (char.x0 + char.x1) / 2 <= x1
    ]
    if any(char.text == HOLDER for char in inside):
        return []
    return rows_of(inside)


def _segments(row: Sequence[Run]) -> list[list[Char]]:
    """Characters of a row, divided where more than a blank between words is free."""
    parts: list[list[Char]] = []
    last: Char | None = None
    for run in row:
        for char in run.chars:
            if char.blank:
                continue
            if last is None or char.x0 - last.x1 > SEGMENT_GAP * max(char.size, last.size):
                parts.append([])
            parts[-1].append(char)
            last = char
    return parts


def _is_caption(row: Sequence[Run]) -> bool:
    return shape_of("".join(char.text for run in row for char in run.chars)).kind == "caption"


def _like_head(rows: Sequence[Sequence[Run]]) -> bool:
    return len(rows) <= 3 and any(_tabular([row]) for row in rows) and not _is_caption(rows[0])


def _tabular(rows: Sequence[Sequence[Run]]) -> bool:
    if _is_caption(rows[0]):
        return False
    return sum(len(_segments(row)) > 1 for row in rows) >= TABULAR * len(rows)


def _region(
    rules: Sequence[Rule], upright: Sequence[Rule], chars: Sequence[Char], height: float
) -> list[Region]:
    """The table between the first and the last of ``rules``, if it is open at its sides and its rows have columns in
    common. Upright rules inside divide columns.
    """
    top, bottom = rules[0][1], rules[-1][1]
    beside = [r for r in upright if min(r[3], bottom) - max(r[1], top) > 0.5 * (bottom - top)]
    closed = any(
        _drawn(upright, end, top, bottom) > 0.5 * (bottom - top) for end in (rules[0][0], rules[0][2])
    )
    if closed or bottom - top > TALLEST * height:
        return []
    parts = [[_segments(row) for row in _rows_between(a, b, chars)] for a, b in pairwise(rules)]
    head, body = (parts[0], [row for part in parts[1:] for row in part]) if len(parts) > 1 else ([], parts[0])
    borders = _borders(body)
    borders = sorted([*borders, *(r[0] for r in _between(beside, borders, body))])
    x0, x1 = min(rule[0] for rule in rules), max(rule[2] for rule in rules)
    region = Region(x0, rules[0][1], x1, rules[-1][1], tuple(_cells(row, borders) for row in [*head, *body]))
    inner = region.rows[len(head) :]
    full = [row for row in inner if sum(map(bool, row)) > 1]
    enough = len(head) <= MOST_HEAD and len(region.rows) >= 3 and len(full) >= max(2, TABULAR * len(inner))
    if not enough or _sparse(inner) or _prose(inner, [x0, *borders, x1]) or _cut(region, chars):
        return []
    return [region]


def _sparse(rows: Sequence[Sequence[Cell]]) -> bool:
    """Most cells are empty: the head of a grid, or a form."""
    return sum(bool(cell) for row in rows for cell in row) < LEAST_FILLED * sum(map(len, rows))


def _prose(rows: Sequence[Sequence[Cell]], edges: Sequence[float]) -> bool:
    """Columns of running text: one in which most cells go from edge to edge, or two that do so side by side."""
    full = [
        [
            len(cell) > WORDS and cell[-1].x1 - cell[0].x0 > FILLED * (right - left)
            for cell, (left, right) in zip(row, pairwise(edges), strict=True)
        ]
        for row in rows
    ]
    beside = sum(sum(row) > 1 for row in full) > 0.3 * len(rows)
    return beside or any(sum(column) > max(3.0, 0.6 * len(rows)) for column in zip(*full, strict=True))


def _cut(region: Region, chars: Sequence[Char]) -> bool:
    """Text runs on over the side of the region: its rules belong to something else."""
    for char in chars:
        if char.blank or not region.top < char.base - 0.35 * char.size < region.bottom:
            continue
        near = SEGMENT_GAP * char.size
        middle = (char.x0 + char.x1) / 2
        if (
            region.x0 - near < middle < region.x0 - SAME_END
            or region.x1 + SAME_END < middle < region.x1 + near
        ):
            return True
    return False


def _borders(rows: Sequence[Sequence[Sequence[Char]]]) -> list[float]:
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


def _drawn(upright: Sequence[Rule], x: float, top: float, bottom: float) -> float:
    """How much of a side is drawn, in one piece or cell by cell."""
    pieces = [(r[1], r[3]) for r in upright if abs(r[0] - x) <= SAME_END]
    return sum(max(0.0, min(b, bottom) - max(a, top)) for a, b in set(pieces))


def _between(
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


def _cells(row: Sequence[Sequence[Char]], borders: Sequence[float]) -> tuple[Cell, ...]:
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
