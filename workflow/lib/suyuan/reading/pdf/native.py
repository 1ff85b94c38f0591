"""pdfium's functions that are asked once for every character or drawn object, without what ctypes does around a call.

pypdfium2's own bindings convert each argument by its declared type and let go of the interpreter's lock: twice the time of
the call. Those here declare no argument types, so what is given must already be right: a handle as ``c_void_p``, an int,
``byref(...)``; handles come back as ints, ``None`` for none. Functions of objects take handles as such ints.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

import pypdfium2.raw as c

Handle = ctypes.c_void_p
FLOAT, DOUBLE = ctypes.sizeof(ctypes.c_float), ctypes.sizeof(ctypes.c_double)


def _direct(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    address: Any = ctypes.cast(function, Handle).value
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


def handle(raw: Any) -> ctypes.c_void_p:
    """The handle of an opened page or text page, for the functions below. Good while that is open."""
    return ctypes.cast(raw, Handle)


def run(calls: Iterable[Any]) -> None:
    """Make the calls and drop what they give."""
    deque(calls, maxlen=0)


def references(values: Any, size: int, step: int, start: int = 0) -> list[Any]:
    """References to every ``step``-th value of a ctypes array whose values have ``size`` bytes."""
    return [ctypes.byref(values, at * size) for at in range(start, len(values), step)]


# Of a text page: (handle, index of the character …)
unicode_of = _direct(c.FPDFText_GetUnicode, ctypes.c_uint)
is_generated = _direct(c.FPDFText_IsGenerated, ctypes.c_int)
is_hyphen = _direct(c.FPDFText_IsHyphen, ctypes.c_int)
has_map_error = _direct(c.FPDFText_HasUnicodeMapError, ctypes.c_int)
text_object = _direct(c.FPDFText_GetTextObject, Handle)
loose_box = _direct(c.FPDFText_GetLooseCharBox, ctypes.c_int)  # … FS_RECTF: left, top, right, bottom
origin = _direct(c.FPDFText_GetCharOrigin, ctypes.c_int)  # … two doubles
ink_box = _direct(c.FPDFText_GetCharBox, ctypes.c_int)  # … four doubles: left, right, bottom, top
font_info = _direct(c.FPDFText_GetFontInfo, ctypes.c_ulong)  # … buffer, its size as c_ulong, an int
matrix_of = _direct(c.FPDFText_GetMatrix, ctypes.c_int)  # … FS_MATRIX
font_size = _direct(c.FPDFText_GetFontSize, ctypes.c_double)

# Of drawn objects, whose handles are ints
count_objects = _direct(c.FPDFPage_CountObjects, ctypes.c_int, Handle)
get_object = _direct(c.FPDFPage_GetObject, Handle, Handle, ctypes.c_int)
count_in_form = _direct(c.FPDFFormObj_CountObjects, ctypes.c_int, Handle)
get_in_form = _direct(c.FPDFFormObj_GetObject, Handle, Handle, ctypes.c_ulong)
object_type = _direct(c.FPDFPageObj_GetType, ctypes.c_int, Handle)
object_matrix = _direct(c.FPDFPageObj_GetMatrix, ctypes.c_int, Handle, Handle)
object_bounds = _direct(c.FPDFPageObj_GetBounds, ctypes.c_int, *[Handle] * 5)  # left, bottom, right, top
fill_colour = _direct(c.FPDFPageObj_GetFillColor, ctypes.c_int, *[Handle] * 5)
has_transparency = _direct(c.FPDFPageObj_HasTransparency, ctypes.c_int, Handle)
render_mode = _direct(c.FPDFTextObj_GetTextRenderMode, ctypes.c_int, Handle)
font_of = _direct(c.FPDFTextObj_GetFont, Handle, Handle)
count_segments = _direct(c.FPDFPath_CountSegments, ctypes.c_int, Handle)
draw_mode = _direct(c.FPDFPath_GetDrawMode, ctypes.c_int, Handle, Handle, Handle)
get_segment = _direct(c.FPDFPath_GetPathSegment, Handle, Handle, ctypes.c_int)
segment_point = _direct(c.FPDFPathSegment_GetPoint, ctypes.c_int, Handle, Handle, Handle)
segment_type = _direct(c.FPDFPathSegment_GetType, ctypes.c_int, Handle)

_EDGES = (ctypes.c_float * 4)()
_EDGE_PLACES = references(_EDGES, FLOAT, 1)


def bounds(item: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of an object in the space of the file; all 0 for one without bounds."""
    if not object_bounds(item, *_EDGE_PLACES):
        return 0.0, 0.0, 0.0, 0.0
    left, bottom, right, top = _EDGES
    return left, bottom, right, top
