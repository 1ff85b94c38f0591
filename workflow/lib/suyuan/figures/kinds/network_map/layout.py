"""Where places stand on their circles: pure geometry, points, y upwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import atan2, cos, degrees, pi, radians, sin

from suyuan.methods.networks.rows import EdgeRow, NodeRow

Point = tuple[float, float]


def order_of(nodes: Sequence[NodeRow], bearings: Mapping[str, float]) -> list[NodeRow]:
    """Places around a circle: by bearing, those without one by that of their city or province, then by name."""

    def key(node: NodeRow) -> tuple[float, str, str, str]:
        known = [
            bearings[n] for n in (node.place, node.city, node.province) if n is not None and n in bearings
        ]
        return (known[0] if known else 360.0, node.province or "", node.city or "", node.place)

    return sorted(nodes, key=key)


def radius(circle: int, circles: int) -> float:
    """Radius of a circle as a share of the outermost: inner ones, which hold most places, have more room."""
    return (circle / max(1, circles)) ** 0.4 if circle else 0.0


def placed(
    nodes: Sequence[NodeRow],
    edges: Sequence[EdgeRow],
    bearings: Mapping[str, float],
    centre: Point,
    half: tuple[float, float],
) -> dict[str, Point]:
    """Points of all places: circle 0 in the middle (several on a small circle), each further circle evenly spread, clockwise,
    turned towards the bearings; a place beyond the first circle goes by the places that it is linked with. Places without a
    way to the core stand on one circle more. ``half``: half axes of the outermost.
    """
    last = max((node.circle for node in nodes if node.circle is not None), default=0)
    by_circle: dict[int, list[NodeRow]] = {}
    for node in nodes:
        by_circle.setdefault(last + 1 if node.circle is None else node.circle, []).append(node)
    known = dict(bearings)
    points: dict[str, Point] = {}
    for circle, own in sorted(by_circle.items()):
        if circle > 1:
            known |= {node.place: degrees(_towards(node.place, edges, points, centre)) for node in own}
        ordered = order_of(own, known)
        factor = radius(circle, max(by_circle)) if circle else (0.15 if len(own) > 1 else 0.0)
        even = [2 * pi * n / len(ordered) for n in range(len(ordered))]
        turned = _turn(ordered, even, known)
        for node, angle in zip(ordered, even, strict=True):
            points[node.place] = (
                centre[0] + factor * half[0] * sin(angle + turned),
                centre[1] + factor * half[1] * cos(angle + turned),
            )
    return points


def _towards(name: str, edges: Sequence[EdgeRow], points: Mapping[str, Point], centre: Point) -> float:
    """Direction, clockwise from north, of the places nearer the core that a place is linked with."""
    ends = [
        edge.place_b if edge.place_a == name else edge.place_a
        for edge in edges
        if name in (edge.place_a, edge.place_b)
    ]
    near = [points[end] for end in ends if end in points]
    x, y = (sum(point[n] - centre[n] for point in near) for n in (0, 1))
    return atan2(x, y) % (2 * pi)


def _turn(nodes: Sequence[NodeRow], angles: Sequence[float], bearings: Mapping[str, float]) -> float:
    """By how much to turn a circle so that its places come nearest to their bearings: the mean direction of what is missing."""
    missing = [
        radians(bearings[node.place]) - angle
        for node, angle in zip(nodes, angles, strict=True)
        if node.place in bearings
    ]
    if not missing:
        return 0.0
    return round(atan2(sum(map(sin, missing)), sum(map(cos, missing))), 6)
