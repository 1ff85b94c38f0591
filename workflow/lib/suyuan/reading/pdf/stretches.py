"""Horizontal rules of one width, one under another, and the rows of text between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from suyuan.reading.pdf.chars import Char
from suyuan.reading.pdf.rows import HOLDER, Run, rows_of
from suyuan.reading.pdf.rules import Rule

SAME_END = 4.0  # points: rules of one table begin and end together
LEAST_WIDTH = 50.0  # points
FAR_HIGHER = 2.5  # times the highest row whose sides are drawn
DRAWN = 0.5  # of a side: the table is closed there


def rule_groups(rules: Sequence[Rule]) -> list[list[Rule]]:
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


def rows_between(upper: Rule, lower: Rule, chars: Sequence[Char]) -> list[list[Run]]:
    x0, x1 = min(upper[0], lower[0]) - SAME_END, max(upper[2], lower[2]) + SAME_END
    inside = [
        char
        for char in chars
        if upper[1] < char.base - 0.35 * char.size < lower[1] and x0 <= (char.x0 + char.x1) / 2 <= x1
    ]
    if any(char.text == HOLDER for char in inside):
        return []
    return rows_of(inside)


def is_closed(upright: Sequence[Rule], x: float, rules: Sequence[Rule]) -> bool:
    """A side is drawn along two rows in sequence, or the only one; of shaded rows every second has edges.

    Rows that are drawn above and below a far higher stretch are the ends of two tables.
    """
    heights = [b[1] - a[1] for a, b in pairwise(rules)]
    drawn = _drawn_rows(upright, x, rules)
    if len(drawn) < 2 or any(a and b for a, b in pairwise(drawn)):
        return len(drawn) > 1 or drawn[0]
    rows = [height for height, one in zip(heights, drawn, strict=True) if one]
    return bool(rows) and max(heights) > FAR_HIGHER * max(rows)


def ruled_rows(upright: Sequence[Rule], rules: Sequence[Rule]) -> list[bool]:
    """Of each stretch between two rules: it belongs to a closed grid, since a side of it and of a neighbour is drawn."""
    ruled = [False] * (len(rules) - 1)
    for x in (rules[0][0], rules[0][2]):
        drawn = _drawn_rows(upright, x, rules)
        for index, (a, b) in enumerate(pairwise(drawn)):
            if a and b:
                ruled[index] = ruled[index + 1] = True
    return ruled


def _drawn_rows(upright: Sequence[Rule], x: float, rules: Sequence[Rule]) -> list[bool]:
    side = [rule for rule in upright if abs(rule[0] - x) <= SAME_END]
    return [_drawn(side, x, a[1], b[1]) > DRAWN * (b[1] - a[1]) for a, b in pairwise(rules)]


def _drawn(upright: Sequence[Rule], x: float, top: float, bottom: float) -> float:
    """How much of a side is drawn, in one piece or cell by cell."""
    pieces = [(r[1], r[3]) for r in upright if abs(r[0] - x) <= SAME_END]
    return sum(max(0.0, min(b, bottom) - max(a, top)) for a, b in set(pieces))
