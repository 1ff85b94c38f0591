"""Placing labels of points so that nothing overlaps: pure geometry, in points (1/72 inch), y upwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, radians, sin
from typing import NamedTuple

# Directions tried around a point, in degrees, the preferred first: above left and below right leave a rising line free.
DIRECTIONS = (90, 135, 315, 270, 180, 0, 45, 225, 110, 70, 250, 290, 155, 335, 25, 205)
DISTANCES = (6.0, 9.0, 13.0, 18.0, 26.0, 36.0, 48.0, 62.0)  # from the point to the nearest edge of the label
ROUNDS = 3  # later rounds move labels that the first had to put badly
GAP = 1.5  # kept free between labels
CROSSING = 90.0  # cost of lying on a line, in points of distance
SHORTER = 500.0  # cost of each form that says less than the one before
NO_PLACE = 5000.0  # cost of a label that is left out
LEADER = 8.5  # a label farther from its point than this gets a leader line to it
AMBIGUOUS = 14.0  # cost of standing nearly as near to another point as to its own


class Rect(NamedTuple):
    """A rectangle: left, lower, right, upper edge."""

    x0: float
    y0: float
    x1: float
    y1: float

    def overlaps(self, other: Rect, gap: float = 0.0) -> bool:
        return (
            self.x0 < other.x1 + gap
            and other.x0 < self.x1 + gap
            and self.y0 < other.y1 + gap
            and other.y0 < self.y1 + gap
        )

    def holds(self, point: tuple[float, float]) -> bool:
        return self.x0 <= point[0] <= self.x1 and self.y0 <= point[1] <= self.y1

    def inside(self, other: Rect) -> bool:
        return self.x0 >= other.x0 and self.y0 >= other.y0 and self.x1 <= other.x1 and self.y1 <= other.y1


Segment = tuple[tuple[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Wish:
    """A label to place: its point, the sizes of its forms, and what each costs beside its place (one that says less: more)."""

    point: tuple[float, float]
    sizes: tuple[tuple[float, float], ...]
    costs: tuple[float, ...] = ()  # by form; empty: each form costs SHORTER more than the one before

    def cost(self, form: int) -> float:
        return self.costs[form] if self.costs else SHORTER * form


class _Position(NamedTuple):
    """Where a label may stand: what that costs, how far from its point, and in which direction."""

    cost: float
    away: float
    dx: float
    dy: float


POSITIONS = tuple(
    _Position(away + 0.4 * turn + 2.0 * ring, away, cos(radians(degrees)), sin(radians(degrees)))
    for ring, away in enumerate(DISTANCES)
    for turn, degrees in enumerate(DIRECTIONS)
)


class Placed(NamedTuple):
    """Where a label stands: which of its forms, its rectangle, and what is bad about it (0: nothing)."""

    form: int
    rect: Rect
    cost: float = 0.0


def place(
    wishes: Sequence[Wish], area: Rect, obstacles: Sequence[Rect] = (), lines: Sequence[Segment] = ()
) -> list[Placed | None]:
    """Place of each label, None for one that fits nowhere in any of its forms.

    Labels stay inside ``area``, off ``obstacles`` and off one another; lying across one of ``lines`` or a leader line,
    far from its point or nearly as near to another point, costs. The same input always gives the same places.
    """
    numbers = range(len(wishes))
    orders = [
        list(numbers),
        list(reversed(numbers)),
        [*numbers[1::2], *numbers[::2]],
        [*numbers[::2], *numbers[1::2]],
    ]
    tried = [_in_order(order, wishes, area, obstacles, lines) for order in orders[: len(wishes) + 1]]
    return min(tried, key=_total, default=[])


def _total(placed: Sequence[Placed | None]) -> float:
    return sum(NO_PLACE if p is None else p.cost for p in placed)


def _in_order(
    order: Sequence[int],
    wishes: Sequence[Wish],
    area: Rect,
    obstacles: Sequence[Rect],
    lines: Sequence[Segment],
) -> list[Placed | None]:
    """Places of labels that are put one after the other; later rounds put each anew among all others."""
    placed: list[Placed | None] = [None] * len(wishes)
    for _ in range(ROUNDS):
        for index in order:
            wish = wishes[index]
            rest = [
                (w.point, p.rect)
                for w, p in zip(wishes, placed, strict=True)
                if p is not None and w is not wish
            ]
            leaders = [line for point, rect in rest if (line := leader(rect, point)) is not None]
            strangers = [w.point for w in wishes if w is not wish]
            placed[index] = _best(
                wish, area, obstacles, [rect for _, rect in rest], [*lines, *leaders], strangers
            )
    return placed


def _best(
    wish: Wish,
    area: Rect,
    obstacles: Sequence[Rect],
    others: Sequence[Rect],
    lines: Sequence[Segment],
    strangers: Sequence[tuple[float, float]],
) -> Placed | None:
    best: Placed | None = None
    for form, size in enumerate(wish.sizes):
        for position in POSITIONS:
            cost = position.cost + wish.cost(form)
            if best is not None and cost >= best.cost:
                continue
            rect = _beside(wish.point, size, area, position)
            if not rect.inside(area) or any(rect.overlaps(o) for o in obstacles):
                continue
            if any(rect.overlaps(o, GAP) for o in others):
                continue
            cost += CROSSING * sum(crosses(rect, line) for line in lines)
            near = 1.6 * distance(nearest_point(rect, wish.point), wish.point) + 2
            cost += AMBIGUOUS * sum(distance(nearest_point(rect, p), p) <= near for p in strangers)
            own = leader(rect, wish.point)
            if own is not None:
                strange = (o for o in obstacles if not o.holds(wish.point))
                cost += CROSSING * sum(crosses(o, own) for o in (*others, *strange))
            if best is None or cost < best.cost:
                best = Placed(form, rect, cost)
    return best


def _beside(point: tuple[float, float], size: tuple[float, float], area: Rect, position: _Position) -> Rect:
    """Rectangle at a position around the point; one that reaches over a side of the area is moved in."""
    width, height = size
    _, away, dx, dy = position
    # centre of the label such that its border is ``away`` along the direction
    reach = min(
        width / 2 / abs(dx) if abs(dx) > 1e-9 else float("inf"),
        height / 2 / abs(dy) if abs(dy) > 1e-9 else float("inf"),
    )
    cx, cy = point[0] + dx * (reach + away), point[1] + dy * (reach + away)
    cx = max(min(cx, area.x1 - width / 2), area.x0 + width / 2)
    return Rect(cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2)


def crosses(rect: Rect, line: Segment) -> bool:
    """Whether a line segment touches a rectangle (Liang and Barsky's clipping)."""
    (x0, y0), (x1, y1) = line
    dx, dy = x1 - x0, y1 - y0
    start, end = 0.0, 1.0
    for step, room in ((-dx, x0 - rect.x0), (dx, rect.x1 - x0), (-dy, y0 - rect.y0), (dy, rect.y1 - y0)):
        if step == 0:
            if room < 0:
                return False
            continue
        t = room / step
        if step < 0:
            start = max(start, t)
        else:
            end = min(end, t)
        if start > end:
            return False
    return True


def leader(rect: Rect, point: tuple[float, float]) -> Segment | None:
    """The line from a label to its point; None where it stands close enough."""
    end = nearest_point(rect, point)
    return (end, point) if distance(end, point) > LEADER else None


def nearest_point(rect: Rect, point: tuple[float, float]) -> tuple[float, float]:
    """The point of a rectangle nearest to a point: where a leader line ends."""
    return (min(max(point[0], rect.x0), rect.x1), min(max(point[1], rect.y0), rect.y1))


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Distance of two points."""
    return hypot(a[0] - b[0], a[1] - b[1])
