"""A network of places on circles, on a canvas."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from math import cos, hypot, pi, sin

from suyuan.figures import style
from suyuan.figures.canvas import DOTTED, Canvas
from suyuan.figures.frame import frame, framed
from suyuan.figures.glyphs import Key
from suyuan.figures.inputs import View
from suyuan.figures.kinds.network_map.declared import NetworkMap
from suyuan.figures.kinds.network_map.layout import Point, placed, radius
from suyuan.figures.kinds.network_map.select import PlaceMark, PlacesData, TieMark
from suyuan.figures.kinds.network_map.words import WORDS
from suyuan.figures.labels import Rect, Wish, leader, place
from suyuan.figures.measuring import DESCENT, line_height, text_width

RATIO = {"single": 0.98, "double": 0.56}  # height of the drawing, of its width
SHAPES = {"province": "s", "city": "o", "county": "^"}
COLOURS = {"province": style.COLOURS[0], "city": style.COLOURS[2], "county": style.COLOURS[4]}
NAME = {"single": 6.0, "double": 7.0}
SIZES = (5.0, 13.0)  # of places with one partner and with most
WIDTHS = (0.7, 3.2)  # of lines
CURVE = 64  # corners of a circle
GREY = "#9a9a9a"
SIDE = {"single": 34.0, "double": 60.0}  # free at the sides for names, points


def drawn(data: PlacesData, view: View) -> Canvas:
    """The figure of a view."""
    declared = data.declaration
    assert isinstance(declared, NetworkMap)
    outer = frame(declared.title[view.language], view, _keys(data, view))
    inner = outer.width - 2 * style.EDGE
    height = RATIO[view.size] * inner
    last = max((mark.row.circle for mark in data.places if mark.row.circle is not None), default=0)
    loose = any(mark.row.circle is None for mark in data.places)
    circles = last + int(loose)

    def draw(canvas: Canvas, room: Rect) -> None:
        centre = (room.x0 + room.x1) / 2, (room.y0 + room.y1) / 2
        half = (room.x1 - room.x0) / 2 - SIDE[view.size], (room.y1 - room.y0) / 2 - 14
        for number in range(1, last + 1):
            share = radius(number, circles)
            _circle(canvas, centre, (half[0] * share, half[1] * share))
        rows, pairs = [mark.row for mark in data.places], [mark.row for mark in data.ties]
        at = placed(rows, pairs, declared.bearings, centre, half)
        _ties(canvas, data, at)
        taken = [_place(canvas, mark, at, data) for mark in data.places]
        _names(canvas, data, at, view, room, taken)

    return framed(outer, height, draw)


def _circle(canvas: Canvas, centre: Point, half: Point) -> None:
    points = [
        (centre[0] + half[0] * sin(2 * pi * n / CURVE), centre[1] + half[1] * cos(2 * pi * n / CURVE))
        for n in range(CURVE + 1)
    ]
    canvas.line(points, style.GUIDE, 0.6, 0.5, dash=DOTTED)


def _width(mark: TieMark, data: PlacesData) -> float:
    most = max(tie.row.links for tie in data.ties)
    return WIDTHS[0] + (WIDTHS[1] - WIDTHS[0]) * (mark.row.links - 1) / max(1, most - 1)


def _size(mark: PlaceMark, data: PlacesData) -> float:
    most = max(place.row.degree for place in data.places)
    share = float((mark.row.degree - 1) / max(1, most - 1))
    return SIZES[0] + (SIZES[1] - SIZES[0]) * math.sqrt(share)


def _ties(canvas: Canvas, data: PlacesData, at: Mapping[str, Point]) -> None:
    sizes = {mark.row.place: _size(mark, data) for mark in data.places}
    for mark in sorted(data.ties, key=lambda mark: (-mark.row.links, mark.gid)):
        a, b = at[mark.row.place_a], at[mark.row.place_b]
        transfer = "transfer" in mark.row.kinds
        colour = style.COLOURS[1] if transfer else GREY
        canvas.line([a, b], colour, _width(mark, data), 1, mark.gid)
        if mark.row.directed:
            _head(canvas, a, b, sizes[mark.row.place_b] / 2 + 1, colour)


def _head(canvas: Canvas, a: Point, b: Point, short: float, colour: str) -> None:
    """An arrow head that ends ``short`` points before ``b``."""
    length = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    ux, uy = (b[0] - a[0]) / length, (b[1] - a[1]) / length
    tip = b[0] - ux * short, b[1] - uy * short
    back = tip[0] - ux * 6, tip[1] - uy * 6
    canvas.polygon(
        [tip, (back[0] - uy * 2.6, back[1] + ux * 2.6), (back[0] + uy * 2.6, back[1] - ux * 2.6)], colour, 2
    )


def _place(canvas: Canvas, mark: PlaceMark, at: Mapping[str, Point], data: PlacesData) -> Rect:
    x, y = at[mark.row.place]
    shape, colour = SHAPES[mark.row.level], COLOURS[mark.row.level]
    return canvas.marker(x, y, shape, _size(mark, data), colour, style.PAPER, 0.6, mark.gid)


def _names(
    canvas: Canvas, data: PlacesData, at: Mapping[str, Point], view: View, room: Rect, taken: list[Rect]
) -> None:
    """Names beside the places, off one another and, where there is room, off lines; a white ground keeps them legible."""
    size = NAME[view.size]
    names = [view.area(mark.row.place) for mark in data.places]
    wishes = [
        Wish(at[mark.row.place], ((text_width(name, size), line_height(size)),))
        for mark, name in zip(data.places, names, strict=True)
    ]
    lines = [(at[tie.row.place_a], at[tie.row.place_b]) for tie in data.ties]
    for mark, name, found in zip(data.places, names, place(wishes, room, taken, lines), strict=True):
        if found is None:
            continue
        rect, (x, y) = found.rect, at[mark.row.place]
        canvas.rect(rect, style.PAPER, zorder=2.5)
        canvas.text(rect.x0, rect.y0 + DESCENT * size, name, size, gid=f"{mark.gid}-label")
        line = leader(rect, (x, y))
        if line is not None:
            canvas.line([line[0], (x, y)], style.MUTED, 0.45, 2.4)


def _keys(data: PlacesData, view: View) -> list[Key]:
    own = WORDS[view.language]
    levels = [level for level in SHAPES if any(mark.row.level == level for mark in data.places)]
    keys = [Key(own[level], 7.0, _shape(level)) for level in levels]
    kinds = {kind for mark in data.ties for kind in mark.row.kinds}
    keys.append(Key(own["tie"], 14.0, _line(GREY)))
    if "transfer" in kinds:
        keys.append(Key(own["transfer"], 14.0, _line(style.COLOURS[1])))
    return [*keys, Key(own["circle"], 14.0, _dots)]


def _shape(level: str) -> Callable[[Canvas, float, float], None]:
    return lambda canvas, x, y: (
        canvas.marker(x, y, SHAPES[level], 6.0, COLOURS[level], style.PAPER, 0.5) and None
    )


def _line(colour: str) -> Callable[[Canvas, float, float], None]:
    return lambda canvas, x, y: canvas.line([(x - 7, y), (x + 7, y)], colour, 1.4)


def _dots(canvas: Canvas, x: float, y: float) -> None:
    canvas.line([(x - 7, y), (x + 7, y)], style.GUIDE, 0.8, dash=DOTTED)
