"""Drawn lines of a page, from pdfium's path objects: the rules of tables. Points, origin top left."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as c

from suyuan.reading.pdf.objects import page_objects

Rule = tuple[float, float, float, float]  # x0, top, x1, bottom; a line is flat in one direction
Point = Callable[[float, float], tuple[float, float]]
THIN = 3.0  # points: a filled rectangle as thin as this is a line
MANY_PATHS = 6000  # a drawing, not a table
MANY_SEGMENTS = 400


def page_rules(page: pdfium.PdfPage, point: Point) -> list[Rule]:
    """Horizontal and vertical lines and the edges of rectangles; none for a page that is one big drawing."""
    rules: list[Rule] = []
    for number, item in enumerate(page_objects(page, c.FPDF_PAGEOBJ_PATH, depth=3)):
        if number > MANY_PATHS:
            return []
        segments = c.FPDFPath_CountSegments(item)
        if segments <= 5:
            left, bottom, right, top = _bounds(item)
            rules += _edges(point(left, top), point(right, bottom), _visible(item))
        elif segments <= MANY_SEGMENTS:
            rules += _segments(item, segments, point)
    return rules


def _bounds(item: Any) -> tuple[float, float, float, float]:
    """Left, bottom, right, top; all 0 for an object without bounds."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    c.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _visible(item: Any) -> bool:
    """A rectangle that is only filled in white hides; its edges are no rules."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    c.FPDFPath_GetDrawMode(item, fill, stroke)
    if stroke.value:
        return True
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if fill.value and c.FPDFPageObj_GetFillColor(item, red, green, blue, alpha):
        return min(red.value, green.value, blue.value) < 245
    return False


def _edges(a: tuple[float, float], b: tuple[float, float], visible: bool) -> list[Rule]:
    x0, x1 = sorted((a[0], b[0]))
    top, bottom = sorted((a[1], b[1]))
    wide, high = x1 - x0, bottom - top
    if high <= THIN and wide > THIN:
        middle = (top + bottom) / 2
        return [(x0, middle, x1, middle)]
    if wide <= THIN and high > THIN:
        middle = (x0 + x1) / 2
        return [(middle, top, middle, bottom)]
    if wide <= THIN or not visible:
        return []
    return [(x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)]


def _segments(item: Any, count: int, point: Point) -> list[Rule]:
    raw = c.FS_MATRIX()
    if not c.FPDFPageObj_GetMatrix(item, raw):
        return []
    matrix = pdfium.PdfMatrix.from_raw(raw)
    x, y = ctypes.c_float(), ctypes.c_float()
    rules: list[Rule] = []
    last: tuple[float, float] | None = None
    for i in range(count):
        segment = c.FPDFPath_GetPathSegment(item, i)
        c.FPDFPathSegment_GetPoint(segment, x, y)
        here = point(*matrix.on_point(x.value, y.value))
        straight = c.FPDFPathSegment_GetType(segment) == c.FPDF_SEGMENT_LINETO
        if straight and last is not None:
            flat = abs(here[1] - last[1]) < 0.5 or abs(here[0] - last[0]) < 0.5
            if flat:
                rules += _edges(last, here, False)
        last = here
    return rules
