"""Where the boxes of a network stand: springs, then boxes pushed apart until none touches another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from suyuan.figures.labels import Rect, crosses, distance

Size = tuple[float, float]
Point = tuple[float, float]
TRIES = 12  # arrangements
ROUNDS = 400  # of pushing
GAP = 4.0  # between boxes, points
MIDDLE = ""  # a point that pulls all terms a little, so that separate parts stay together
PULL = 0.15  # of it, beside the strongest edge
EVEN = 0.6  # how far the places along each side are evened out, so that the middle is not crowded


def placed(
    sizes: Mapping[str, Size], edges: Sequence[tuple[str, str, float]], room: Rect, seed: int
) -> dict[str, Rect]:
    """Boxes of terms (widths and heights in points) inside ``room``; joined ones are near one another.

    Of several arrangements, from seeds after ``seed``, that in which the fewest lines run behind boxes of other terms, and
    then that with the shortest lines. The same input gives the same boxes; in a room that is too small some still touch.
    """
    tried = [_arranged(sizes, edges, room, seed + n) for n in range(TRIES)]
    return min(tried, key=lambda boxes: _faults(boxes, edges))


def _faults(boxes: Mapping[str, Rect], edges: Sequence[tuple[str, str, float]]) -> tuple[int, int, float]:
    """Boxes that touch, lines behind boxes of other terms, and the length of all lines."""
    names = sorted(boxes)
    touching = sum(boxes[a].overlaps(boxes[b]) for i, a in enumerate(names) for b in names[i + 1 :])
    lines = [(a, b, (_middle(boxes[a]), _middle(boxes[b]))) for a, b, _ in edges]
    behind = sum(crosses(boxes[name], line) for a, b, line in lines for name in names if name not in (a, b))
    return touching, behind, round(sum(distance(*line) for *_, line in lines), 6)


def _middle(box: Rect) -> Point:
    return (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2


def _arranged(
    sizes: Mapping[str, Size], edges: Sequence[tuple[str, str, float]], room: Rect, seed: int
) -> dict[str, Rect]:
    """Springs, stretched to the room; then boxes are pushed apart."""
    points = _sprung(tuple(sorted(sizes)), tuple(edges), seed)
    at = _stretched(points, sizes, room)
    names = sorted(at)
    reaches = [
        [
            ((sizes[a][0] + sizes[b][0]) / 2 + GAP, (sizes[a][1] + sizes[b][1]) / 2 + GAP)
            for b in names[i + 1 :]
        ]
        for i, a in enumerate(names)
    ]
    xs, ys = [at[name][0] for name in names], [at[name][1] for name in names]
    for _ in range(ROUNDS):
        moved = _push_apart(xs, ys, reaches)
        for i, name in enumerate(names):
            xs[i], ys[i] = _inside((xs[i], ys[i]), sizes[name], room)
        if not moved:
            break
    return {name: _box((x, y), sizes[name]) for name, x, y in zip(names, xs, ys, strict=True)}


@lru_cache(maxsize=TRIES)  # the same for every size of the page
def _sprung(names: Sequence[str], edges: Sequence[tuple[str, str, float]], seed: int) -> Mapping[str, Point]:
    """Springs after Fruchterman and Reingold (1991) from a seeded start."""
    import networkx as nx  # loaded on first use: half a second

    graph = nx.Graph()
    graph.add_nodes_from(names)
    most = max(weight for *_, weight in edges)
    graph.add_weighted_edges_from((a, b, (weight / most) ** 0.5) for a, b, weight in edges)
    graph.add_weighted_edges_from((MIDDLE, name, PULL) for name in names)
    points = nx.spring_layout(graph, seed=seed, k=2.0 / len(names) ** 0.5, iterations=150, weight="weight")
    return {name: (float(x), float(y)) for name, (x, y) in points.items() if name != MIDDLE}


def _stretched(points: Mapping[str, Point], sizes: Mapping[str, Size], room: Rect) -> dict[str, Point]:
    """Points stretched so that their boxes fill the room, and evened out."""
    width, height = (max(size[n] for size in sizes.values()) for n in (0, 1))
    inner = Rect(room.x0 + width / 2, room.y0 + height / 2, room.x1 - width / 2, room.y1 - height / 2)
    xs, ys = _shares({n: x for n, (x, _) in points.items()}), _shares({n: y for n, (_, y) in points.items()})
    return {
        name: (
            inner.x0 + xs[name] * (inner.x1 - inner.x0),
            inner.y0 + ys[name] * (inner.y1 - inner.y0),
        )
        for name in points
    }


def _shares(values: Mapping[str, float]) -> dict[str, float]:
    """Values from 0 to 1, between their own place and that of their rank."""
    least, most = min(values.values()), max(values.values())
    order = sorted(values, key=lambda name: (values[name], name))
    last = max(1, len(order) - 1)
    return {
        name: (1 - EVEN) * (values[name] - least) / ((most - least) or 1.0) + EVEN * rank / last
        for rank, name in enumerate(order)
    }


def _push_apart(xs: list[float], ys: list[float], reaches: Sequence[Sequence[Size]]) -> bool:
    """Move each two boxes apart the shorter way where they touch; whether any did.

    ``reaches``: of each box and those after it, how far apart their middles must be across or along.
    """
    moved = False
    for i, reach in enumerate(reaches):
        for j, (wide, high) in enumerate(reach, i + 1):
            across = wide - abs(xs[i] - xs[j])
            if across <= 0:
                continue
            along = high - abs(ys[i] - ys[j])
            if along <= 0:
                continue
            moved = True
            at, shift = (xs, across / 2) if across < along else (ys, along / 2)
            if at[i] < at[j]:
                shift = -shift
            at[i], at[j] = at[i] + shift, at[j] - shift
    return moved


def _inside(point: Point, size: Size, room: Rect) -> Point:
    (x, y), (width, height) = point, size
    return (
        min(max(x, room.x0 + width / 2), room.x1 - width / 2),
        min(max(y, room.y0 + height / 2), room.y1 - height / 2),
    )


def _box(point: Point, size: Size) -> Rect:
    (x, y), (width, height) = point, size
    return Rect(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
