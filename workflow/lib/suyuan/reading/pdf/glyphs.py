"""What a glyph says whose code says nothing: by its symbol font, by its shape, or not at all.

A code is strange if it is private use, a control code or no character, or if the font gives the glyph none (then pdfium
shows the bare number in the file). Such a glyph is, in this order:

- the sign that the encoding of its symbol font has at that place (``data/symbol_fonts.yaml``);
- for private codes, punctuation that its shape tells without doubt: a short flat bar between the baseline and the height
  of an x is a hyphen, a spot on the baseline a full stop, a spot above it a middle dot;
- nothing, if it leaves no ink and its code is that of a blank or a control;
- else U+FFFD. A number that holds one or stands beside one is not read as a fact (``suyuan.quantities.decide``).
"""

from __future__ import annotations

import ctypes
import re
from functools import cache
from typing import NamedTuple

from suyuan.language import language_table
from suyuan.reading.pdf import native

UNKNOWN = "\ufffd"
TAB = 9
PRIVATE = range(0xE000, 0xF900)
PRIVATE_FONT = range(0xF000, 0xF100)  # codes of symbol fonts
FONTS = (
    ("symbol", re.compile(r"(?<!segoe ui )(?<!segoeui)symbol", re.I)),
    ("wingdings", re.compile(r"wingdings(?!\W*[23])", re.I)),
)
NO_INK = frozenset(
    {*range(4), *range(8, 33), *range(0x7F, 0xA1), 0xF020, 0xFFFE, 0xFFFF}
)  # 3 is the blank of TrueType
NAME_BYTES = 128
_EDGES = (ctypes.c_double * 4)()
_EDGE_PLACES = native.references(_EDGES, native.DOUBLE, 1)


class Shape(NamedTuple):
    """Where the ink of a glyph lies, in em: its size, and its middle above the baseline."""

    width: float
    height: float
    middle: float


def is_strange(code: int) -> bool:
    """Whether a code can be no character of a text: control, private use, noncharacter or replacement."""
    if 0x20 <= code < 0x7F or 0xA0 <= code < 0xE000:
        return False
    return code in PRIVATE or (code < 0xA0 and code != TAB) or 0xFFF0 <= code <= 0xFFFF or code >= 0xF0000


def read_glyph(page: native.Handle, index: int, code: int, size: float, mapped: bool) -> str:
    """The character of a strange glyph of a pdfium text page; "" for one without ink, UNKNOWN where nothing tells.

    ``page`` is the handle of the text page, ``size`` that of the type in points, ``mapped`` whether ``code`` is from the
    font's own table.
    """
    telling = mapped and code in PRIVATE
    if not telling and code not in NO_INK:
        return UNKNOWN
    native.ink_box(page, index, *_EDGE_PLACES)
    left, right, bottom, top = _EDGES
    width, height = abs(right - left), abs(top - bottom)
    if width < 0.01 * size or height < 0.01 * size:
        # Without ink, or without a shape that pdfium finds: only blanks and controls may vanish.
        return "" if code in NO_INK else UNKNOWN
    if not telling:
        return UNKNOWN
    sign = sign_of(_font_name(page, index), code)
    if sign is not None:
        return sign
    matrix = (ctypes.c_float * 6)()
    if not native.matrix_of(page, index, ctypes.byref(matrix)):
        return UNKNOWN
    if not (matrix[0] > 0 and abs(matrix[1]) < 0.01 * matrix[0]):
        return UNKNOWN
    x, y = ctypes.c_double(), ctypes.c_double()
    native.origin(page, index, ctypes.byref(x), ctypes.byref(y))
    middle = (top + bottom) / 2 - y.value
    return sign_by_shape(Shape(width / size, height / size, middle / size)) or UNKNOWN


def sign_of(font: str, code: int) -> str | None:
    """The sign at a private code in a symbol font; None for other fonts and for places that are not in the table."""
    if code not in PRIVATE_FONT:
        return None
    name = next((name for name, pattern in FONTS if pattern.search(font)), None)
    return _signs(name).get(code - PRIVATE_FONT.start) if name is not None else None


def sign_by_shape(shape: Shape) -> str | None:
    """Hyphen, full stop or middle dot; None for every other shape."""
    if (
        0.18 <= shape.width <= 0.75
        and shape.height <= 0.13
        and shape.width >= 2.2 * shape.height
        and 0.15 <= shape.middle <= 0.45
    ):
        return "-"
    spot = 0.05 <= shape.width <= 0.19 and 0.7 <= shape.width / shape.height <= 1.4
    if spot and shape.middle - shape.height / 2 >= -0.05 and shape.middle <= 0.15:
        return "."
    return "·" if spot and 0.25 <= shape.middle <= 0.5 else None


def _font_name(page: native.Handle, index: int) -> str:
    name, flags = ctypes.create_string_buffer(NAME_BYTES), ctypes.c_int()
    native.font_info(page, index, name, ctypes.c_ulong(NAME_BYTES), ctypes.byref(flags))
    return name.value.decode("utf-8", "replace")


@cache
def _signs(font: str) -> dict[int, str]:
    table = language_table("symbol_fonts.yaml")[font]
    return {start + place: sign for start, signs in table.items() for place, sign in enumerate(signs)}
