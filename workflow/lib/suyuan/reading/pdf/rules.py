"""Drawn lines of a page, from pdfium's path objects: the rules of tables. Points, origin top left."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache
from itertools import repeat
from typing import Any

import pypdfium2.raw as c

from suyuan.reading.pdf import native
from suyuan.reading.pdf.objects import PageObjects

Rule = tuple[float, float, float, float]  # x0, top, x1, bottom; a line is flat in one direction
Point = Callable[[float, float], tuple[float, float]]
THIN = 3.0  # points: a filled rectangle as thin as this is a line
FLAT = 0.5  # points: a piece of a path that leans no more than this
MANY_PATHS = 6000  # a drawing, not a table
MANY_SEGMENTS = 400
WHITE = 245  # of 255, in each of red, green and blue
NESTED = 3  # forms in forms


def page_rules(drawn: PageObjects, point: Point) -> list[Rule]:
    """Horizontal and vertical lines and the edges of rectangles; none for a page that is one big drawing."""
    rules: list[Rule] = []
    paths = drawn.of_kind(c.FPDF_PAGEOBJ_PATH, NESTED)
    if len(paths) > MANY_PATHS + 1:
        return []
    for item, segments in zip(paths, map(native.count_segments, paths), strict=True):
        if segments <= 5:
            left, bottom, right, top = native.bounds(item)
            rules += _edges(point(left, top), point(right, bottom), item)
        elif segments <= MANY_SEGMENTS:
            rules += _segments(item, segments, point)
    return rules


def _visible(item: int) -> bool:
    """A rectangle that is only filled in white hides; its edges are no rules."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    native.draw_mode(item, ctypes.byref(fill), ctypes.byref(stroke))
    if stroke.value:
        return True
    parts = [ctypes.c_uint() for _ in range(4)]
    if fill.value and native.fill_colour(item, *map(ctypes.byref, parts)):
        return min(part.value for part in parts[:3]) < WHITE
    return False


def _edges(a: tuple[float, float], b: tuple[float, float], item: int | None) -> list[Rule]:
    """The line that a thin rectangle is, or the edges of one that is seen; ``item`` is its path, None for no rectangle."""
    x0, x1 = sorted((a[0], b[0]))
    top, bottom = sorted((a[1], b[1]))
    wide, high = x1 - x0, bottom - top
    if high <= THIN and wide > THIN:
        middle = (top + bottom) / 2
        return [(x0, middle, x1, middle)]
    if wide <= THIN and high > THIN:
        middle = (x0 + x1) / 2
        return [(middle, top, middle, bottom)]
    if wide <= THIN or item is None or not _visible(item):
        return []
    return [(x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)]


def _segments(item: int, count: int, point: Point) -> list[Rule]:
    """The flat straight pieces of a path."""
    matrix = (ctypes.c_float * 6)()
    if not native.object_matrix(item, ctypes.byref(matrix)):
        return []
    m11, m12, m21, m22, dx, dy = matrix
    places, xs, ys = _places()
    segments = list(map(native.get_segment, repeat(item), range(count)))
    native.run(map(native.segment_point, segments, xs, ys))
    kinds = list(map(native.segment_type, segments))
    rules: list[Rule] = []
    last: tuple[float, float] | None = None
    for kind, x, y in zip(kinds, places[0 : 2 * count : 2], places[1 : 2 * count : 2], strict=True):
        here = point(m11 * x + m21 * y + dx, m12 * x + m22 * y + dy)
        if kind == c.FPDF_SEGMENT_LINETO and last is not None:
            flat = abs(here[1] - last[1]) < FLAT or abs(here[0] - last[0]) < FLAT
            if flat:
                rules += _edges(last, here, None)
        last = here
    return rules


@cache
def _places() -> tuple[Any, list[Any], list[Any]]:
    """Where pdfium writes the points of a path, and references to the place of each x and y."""
    places = (ctypes.c_float * (2 * MANY_SEGMENTS))()
    return (
        places,
        native.references(places, native.FLOAT, 2),
        native.references(places, native.FLOAT, 2, 1),
    )
