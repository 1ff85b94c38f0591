"""Three-line tables (三线表): rows between horizontal rules of one width, in columns that only blanks divide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from suyuan.reading.pdf.chars import Char
from suyuan.reading.pdf.rows import Run
from suyuan.reading.pdf.rules import Rule
from suyuan.reading.pdf.stretches import SAME_END, is_closed, rows_between, rule_groups, ruled_rows
from suyuan.reading.pdf.strips import (
    SEGMENT_GAP,
    cells_of_row,
    column_ends,
    divides_column,
    dividing_rules,
    find_borders,
    find_cuts,
    segments_of,
)
from suyuan.reading.pdf.wrapped import OVERLAP, is_amount, join_wrapped
from suyuan.reading.shapes import shape_of

MOST_HEAD = 5  # rows of a table's head
LEAST_FILLED = 0.4  # of the cells of a body
TABULAR = 0.6  # of the rows have more than one cell
TALLEST, TALLEST_RULED, MANY_RULES = 0.6, 0.9, 8  # of the page's height; with many rules between its rows
END_GAP = 1.4  # em under the last row of a table, before the head of the next
OPEN_STEP = 1.7  # times the distance of the rows of an open table
BLANK_ROW = 1.3  # times the highest row of the table
MOST_ABOVE = 2  # rules of the same ends over a table
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
    columns: tuple[float, ...]  # left edges, and the right edge of the last


def find_three_line_tables(rules: Sequence[Rule], chars: Sequence[Char], height: float) -> list[Region]:
    """Tables of a page between horizontal ``rules``; ``chars`` are those that stand in no other table.

    Rules of equal ends, one under the other, bound stretches of the page. Neighbouring stretches whose rows fall into
    the same columns make one table; a stretch of running text or without rows is none, and ends it.
    """
    found: list[Region] = []
    upright = [rule for rule in rules if rule[0] == rule[2]]
    for group in rule_groups(rules):
        ruled = ruled_rows(upright, group)
        if all(ruled):
            continue
        cuts = find_cuts(group, rules)
        begun: int | None = None
        above: list[list[Run]] = []
        for index in range(len(group)):
            if index < len(ruled) and ruled[index]:  # a table of several stretches may end above
                if begun is not None and index - begun > 1 and not (begun and ruled[begun - 1]):
                    found += _largest(group[begun : index + 1], upright, cuts, chars, height)
                begun, above = None, []
                continue
            inside = rows_between(group[index], group[index + 1], chars) if index + 1 < len(group) else None
            if inside and begun is not None and _begins_anew(above, inside, group[index]):
                found += _largest(group[begun : index + 1], upright, cuts, chars, height)
                begun = None
            above = inside or []
            if inside and (_tabular(inside, cuts) or (begun is None and _like_head(inside, cuts))):
                begun = index if begun is None else begun
                continue
            if inside == [] and begun is not None and _is_blank_row(group, begun, index):
                continue
            if begun is not None and begun < index:
                run = group[begun : index + 1]
                below = _rows_below(run, group[index + 1 :], cuts, chars) if inside != [] else []
                if below and len(run) > 2:
                    found += _largest(run[:-1], upright, cuts, chars, height)
                end = (run[-1][0], _foot(below[-1]), run[-1][2], _foot(below[-1])) if below else None
                found += _largest([*run[-2:], end] if end else run, upright, cuts, chars, height)
            begun = None
    return _apart(found)


def _begins_anew(above: Sequence[Sequence[Run]], head: Sequence[Sequence[Run]], rule: Rule) -> bool:
    """A head over the next table: one row between two rules, under a body that ends some way above."""
    if len(head) > 1 or len(above) < 3:
        return False
    last = above[-1][0]
    return rule[1] - last.base > END_GAP * last.chars[0].size


def _rows_below(
    run: Sequence[Rule], others: Sequence[Rule], cuts: Sequence[float], chars: Sequence[Char]
) -> list[list[Run]]:
    """The rows under a head between the last two rules of ``run``, where no rule closes the table.

    They follow one another evenly, hold numbers, and fall into the columns of the head. Empty for any other text.
    """
    head = rows_between(run[-2], run[-1], chars)
    if len(head) != 1 or not _tabular(head, cuts):
        return []
    x0, x1 = run[-1][0], run[-1][2]
    limit = others[0][1] if others else float("inf")
    rows = rows_between(run[-1], (x0, limit, x1, limit), chars)
    found: list[list[Run]] = []
    last, step = run[-1][1], 2.5 * head[0][0].chars[0].size
    heads = segments_of(head[0], cuts)[1:]
    for row in rows:
        parts = segments_of(row, cuts)
        if (
            row[0].base - last > step
            or _is_apart(row)
            or (len(parts) == 1 and parts[0][-1].x1 > heads[0][-1].x1)
            or parts[-1][-1].x1 > x1 + SAME_END
        ):
            break
        if found:
            step = min(step, OPEN_STEP * (row[0].base - last))
        last = row[0].base
        found.append(row)
    amounts = sum(any(is_amount(tuple(part)) for part in segments_of(row, cuts)[1:]) for row in found)
    return found if len(found) >= 3 and amounts >= TABULAR * len(found) else []


def _foot(row: Sequence[Run]) -> float:
    """Where a row ends below."""
    return max(char.base + 0.3 * char.size for run in row for char in run.chars)


def _is_blank_row(group: Sequence[Rule], begun: int, index: int) -> bool:
    """The stretch below rule ``index`` is no higher than the rows above it, and the table goes on under it."""
    heights = [b[1] - a[1] for a, b in pairwise(group[begun : index + 1])]
    return (
        bool(heights)
        and index + 2 < len(group)
        and group[index + 1][1] - group[index][1] <= BLANK_ROW * max(heights)
    )


def _largest(
    rules: Sequence[Rule],
    upright: Sequence[Rule],
    cuts: Sequence[float],
    chars: Sequence[Char],
    height: float,
) -> list[Region]:
    """The table between the first rules that begin one: the rule of the running head, or of a figure, may stand above."""
    if any(is_closed(upright, end, rules) for end in (rules[0][0], rules[0][2])):
        return []
    for first in range(max(1, min(len(rules) - 1, MOST_ABOVE + 1))):
        found = _region(rules[first:], upright, cuts, chars, height)
        if found:
            return found
    return []


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


def _is_caption(row: Sequence[Run]) -> bool:
    return _shape(row) == "caption"


def _is_apart(row: Sequence[Run]) -> bool:
    """A caption, or a note under a table."""
    return _shape(row) in ("caption", "note", "footnote")


def _shape(row: Sequence[Run]) -> str:
    return shape_of("".join(char.text for run in row for char in run.chars)).kind


def _like_head(rows: Sequence[Sequence[Run]], cuts: Sequence[float]) -> bool:
    return len(rows) <= 3 and any(_tabular([row], cuts) for row in rows) and not _is_caption(rows[0])


def _tabular(rows: Sequence[Sequence[Run]], cuts: Sequence[float]) -> bool:
    if any(_is_caption(row) for row in rows):
        return False
    clusters: list[
        list[Sequence[Run]]
    ] = []  # lines that overlap: cells of other heights, in the middle of theirs
    for row in rows:
        apart = not clusters or row[0].base - clusters[-1][-1][0].base > OVERLAP * row[0].chars[0].size
        if apart:
            clusters.append([])
        clusters[-1].append(row)
    several = [_beside([part for row in lines for part in segments_of(row, cuts)]) for lines in clusters]
    if sum(several) >= TABULAR * len(several):
        return True
    sizes = [sum(len(run.chars) for row in lines for run in row) for lines in clusters]
    inside = sum(size for size, many in zip(sizes, several, strict=True) if many)
    return len(clusters) < len(rows) and inside >= TABULAR * sum(sizes)


def _beside(segments: Sequence[Sequence[Char]]) -> bool:
    """Two of them stand beside one another."""
    first = min(segment[-1].x1 for segment in segments)
    return any(segment[0].x0 > first - 1 for segment in segments)


def _region(
    rules: Sequence[Rule],
    upright: Sequence[Rule],
    cuts: Sequence[float],
    chars: Sequence[Char],
    height: float,
) -> list[Region]:
    """The table between the first and the last of ``rules``, if it is open at its sides and its rows have columns in
    common. Upright rules inside divide columns.
    """
    top, bottom = rules[0][1], rules[-1][1]
    beside = [r for r in upright if min(r[3], bottom) - max(r[1], top) > 0.5 * (bottom - top)]
    if bottom - top > (TALLEST if len(rules) < MANY_RULES else TALLEST_RULED) * height:
        return []
    parts = [[segments_of(row, cuts) for row in rows_between(a, b, chars)] for a, b in pairwise(rules)]
    head, body = (parts[0], [row for part in parts[1:] for row in part]) if len(parts) > 1 else ([], parts[0])
    borders = find_borders(body)
    borders = sorted([*borders, *(r[0] for r in dividing_rules(beside, borders, body))])
    for x in cuts:
        if divides_column(x, borders, body):
            borders = sorted([*borders, x])
    x0, x1 = min(rule[0] for rule in rules), max(rule[2] for rule in rules)
    cells = [[cells_of_row(row, borders) for row in part] for part in parts]
    lines = [row for part in cells[1:] for row in part] if len(cells) > 1 else cells[0]
    edges = (x0, *borders, x1)
    if _cut(x0, top, x1, bottom, chars):
        return []
    rows = [row for part in cells for row in join_wrapped(part, column_ends(lines, x1))]
    inner = rows[len(join_wrapped(cells[0], column_ends(lines, x1))) :] if len(cells) > 1 else rows
    wraps = len(inner) < len(lines)
    full = [row for row in inner if sum(map(bool, row)) > 1]
    enough = len(head) <= MOST_HEAD and len(rows) >= 3 and len(full) >= max(2, TABULAR * len(inner))
    if not enough or _sparse(inner) or (_prose(inner, edges) if not wraps else len(edges) < 4):
        return []
    return [Region(x0, top, x1, bottom, tuple(rows), edges)]


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


def _cut(x0: float, top: float, x1: float, bottom: float, chars: Sequence[Char]) -> bool:
    """Text runs on over a side of the region: its rules belong to something else."""
    for char in chars:
        if char.blank or not top < char.base - 0.35 * char.size < bottom:
            continue
        near = SEGMENT_GAP * char.size
        middle = (char.x0 + char.x1) / 2
        if x0 - near < middle < x0 - SAME_END or x1 + SAME_END < middle < x1 + near:
            return True
    return False
