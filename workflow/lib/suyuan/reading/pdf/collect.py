"""The characters of a page from pdfium's text page, and each of them once."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, repeat
from math import hypot
from typing import Any, NamedTuple

from suyuan.reading.pdf import native
from suyuan.reading.pdf.chars import Char
from suyuan.reading.pdf.frame import Frame
from suyuan.reading.pdf.glyphs import UNKNOWN, is_strange, read_glyph

SOFT_HYPHEN = 0x00AD
LINE_HYPHEN = 0x02  # what pdfium gives for a hyphen at the end of a line
MADE_UP = frozenset({0x0A, 0x0D, 0x20})  # what pdfium puts in between words and lines
STRIP = 4.0  # points
SAME = 0.12  # em: a character drawn again this near is the same one in bold
MOST = 12.0  # points, and no farther, however large the type of a damaged file
BATCH = 2048  # characters that are asked for at once

Origins = set[tuple[int, int]]


class _Batch(NamedTuple):
    """Columns of neighbouring characters: code, whether the font does not map it, text object, box, origin (in the file)."""

    codes: list[int]
    errors: list[int]
    objects: list[int | None]
    boxes: memoryview[float]  # left, top, right, bottom of each, in a row; good until the next batch
    origins: memoryview[float]  # x, y of each


class _Letters(dict[int, str]):
    """The character of a code; "" for codes that have to be looked at."""

    def __missing__(self, code: int) -> str:
        special = (
            code in MADE_UP
            or 0xD800 <= code < 0xE000
            or code in (SOFT_HYPHEN, LINE_HYPHEN)
            or is_strange(code)
        )
        self[code] = text = "" if special else chr(code)
        return text


_LETTERS = _Letters()


def collect(
    raw: Any, count: int, frame: Frame, *, wanted: bool
) -> tuple[list[Char], list[Char], int, Origins]:
    """Upright and turned characters of a text page, how many are unknown, and the origins of all in full points.

    Blanks and hyphens that pdfium made up are left out. The origins are collected only if ``wanted``.
    """
    upright: list[Char] = []
    turned: list[Char] = []
    unmapped = 0
    origins: Origins = set()
    page = native.handle(raw)
    matrix = (ctypes.c_float * 6)()
    place = ctypes.byref(matrix)
    width, height = frame.width, frame.height
    wide, high = 2 * width, 2 * height
    letters = _LETTERS
    current: int | None = None  # text object whose type is known
    turns, size = False, 1.0
    surrogate = (0, -2)  # the first half of a character, and where it stood
    before: Char | None = None  # the upright character before
    for index, code, error, item, xa, ya, xb, yb, start, base in chain.from_iterable(
        _batches(page, count, frame)
    ):
        text = letters[code]
        if (item is None or not text) and native.is_generated(page, index) == 1:
            continue
        if item is None or item != current:
            if not native.matrix_of(page, index, place):
                continue
            current = item
            a, b, m, n = matrix[:4]
            ahead, up = frame.direction(a, b)
            turns = ahead <= 0 or abs(up) > 0.1 * ahead
            size = native.font_size(page, index) * hypot(m, n) or 1.0
        if error == 1 or not text:
            if 0xD800 <= code < 0xDC00:
                surrogate = (code, index)
                continue
            if 0xDC00 <= code < 0xE000:
                pair = surrogate[1] == index - 1
                code = 0x10000 + ((surrogate[0] - 0xD800) << 10) + (code - 0xDC00) if pair else 0xFFFD
            text = _looked_at(page, index, code, size, error != 1)
            if not text:
                continue
        if wanted:
            origins.add((round(start), round(base)))
        x0, x1 = (xb, xa) if xb < xa else (xa, xb)
        top, bottom = (yb, ya) if yb < ya else (ya, yb)
        if not (0 <= x0 + x1 <= wide and 0 <= top + bottom <= high):
            continue  # printers' marks outside the page: nobody sees them
        char = Char(text, x0, top, x1, bottom, base, size, False, start)
        if x0 < 0 or x1 > width or top < 0 or bottom > height or base > height:
            frame.clip(char)
        unmapped += text == UNKNOWN
        if turns:
            turned.append(char)
            continue
        if before is not None and -0.01 < before.x0 - char.x0 < 0.01 and _one_glyph(before, char):
            middle = (char.x0 + char.x1) / 2
            before.x1 = char.x0 = middle
            char.start = None
        upright.append(char)
        before = char
    return upright, turned, unmapped, origins


_Character = tuple[int, int, int, int | None, float, float, float, float, float, float]


def _batches(page: native.Handle, count: int, frame: Frame) -> Iterator[Iterable[_Character]]:
    """Of each character: index, code, error, text object; two corners of its box and its origin, as shown."""
    for first in range(0, count, BATCH):
        batch = _read(page, first, min(BATCH, count - first))
        xa, ya = frame.points(batch.boxes[0::4].tolist(), batch.boxes[1::4].tolist())
        xb, yb = frame.points(batch.boxes[2::4].tolist(), batch.boxes[3::4].tolist())
        start, base = frame.points(batch.origins[0::2].tolist(), batch.origins[1::2].tolist())
        indexes = range(first, first + len(batch.codes))
        yield zip(indexes, batch.codes, batch.errors, batch.objects, xa, ya, xb, yb, start, base, strict=True)


def _read(page: native.Handle, first: int, count: int) -> _Batch:
    boxes, box_places, origins, xs, ys = _buffers()
    indexes, same = range(first, first + count), repeat(page)
    native.run(map(native.loose_box, same, indexes, box_places))
    native.run(map(native.origin, same, indexes, xs, ys))
    return _Batch(
        list(map(native.unicode_of, same, indexes)),
        list(map(native.has_map_error, same, indexes)),
        list(map(native.text_object, same, indexes)),
        boxes[: 4 * count],
        origins[: 2 * count],
    )


@cache
def _buffers() -> tuple[memoryview[float], list[Any], memoryview[float], list[Any], list[Any]]:
    """Where pdfium writes the boxes and origins of a batch, and references to the place of each."""
    boxes = (ctypes.c_float * (4 * BATCH))()
    origins = (ctypes.c_double * (2 * BATCH))()
    return (
        memoryview(boxes).cast("B").cast("f"),
        native.references(boxes, native.FLOAT, 4),
        memoryview(origins).cast("B").cast("d"),
        native.references(origins, native.DOUBLE, 2),
        native.references(origins, native.DOUBLE, 2, 1),
    )


def _looked_at(page: native.Handle, index: int, code: int, size: float, mapped: bool) -> str:
    """The character of a code that is not simply printed; "" for a glyph without ink."""
    hyphen = code == SOFT_HYPHEN or (code == LINE_HYPHEN and native.is_hyphen(page, index) == 1)
    if not mapped or (is_strange(code) and not hyphen):
        return read_glyph(page, index, code, size, mapped)
    return "-" if hyphen else chr(code)  # what is printed is a hyphen, whatever its code


def _one_glyph(before: Char, char: Char) -> bool:
    """True if one glyph stands for both characters (fi, a dash of two ems): the same box for both."""
    same = abs(before.x0 - char.x0) < 0.01 and abs(before.x1 - char.x1) < 0.01 and before.base == char.base
    return same and (before.text != char.text or char.x1 - char.x0 > 1.6 * char.size)


def once(chars: list[Char]) -> list[Char]:
    """Each character once where it was drawn several times a hair apart to look bold."""
    seen: dict[str, dict[int, list[Char]]] = {}  # by character and strip of the page
    kept: list[Char] = []
    for char in chars:
        strips = seen.get(char.text)
        if strips is None:
            strips = seen[char.text] = {}
        if char.blank or not _is_drawn(char, strips):
            kept.append(char)
    return kept


def _is_drawn(char: Char, strips: dict[int, list[Char]]) -> bool:
    """Whether the character is drawn there already; if not, ``strips`` know it from now on."""
    x0, base = char.x0, char.base
    near = SAME * char.size
    if near > MOST:
        near = MOST
    for strip in range(int((base - near) / STRIP), int((base + near) / STRIP) + 1):
        for other in strips.get(strip, ()):
            if -near <= other.x0 - x0 <= near and -near <= other.base - base <= near:
                return True
    strips.setdefault(int(base / STRIP), []).append(char)
    return False
