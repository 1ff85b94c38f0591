"""Characters of a page with boxes, from pdfium. Points, origin top left, as the page is shown."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from math import hypot

import pypdfium2 as pdfium
import pypdfium2.raw as c

from suyuan.document import Layer
from suyuan.reading.pdf.glyphs import UNKNOWN, is_strange, read_glyph
from suyuan.reading.pdf.objects import page_objects
from suyuan.reading.pdf.pictures import covered
from suyuan.reading.pdf.rules import Rule, page_rules

SOFT_HYPHEN = 0x00AD
LINE_HYPHEN = 0x02  # what pdfium gives for a hyphen at the end of a line
MARGIN = 0.09  # of the page's height: running heads and feet
LATIN_FONT = re.compile(
    rb"times|arial|helvetica|courier|symbol|calibri|cambria|verdana|tahoma|georgia|zapf", re.I
)
STRIP = 4.0  # points
SAME = 0.12  # em: a character drawn again this near is the same one in bold
MOST = 12.0  # points, and no farther, however large the type of a damaged file


# text, x0, y0, x1, y1 of the box, x and y of the origin, direction (a, b), size; in the space of the file
PlumberChar = tuple[str, float, float, float, float, float, float, float, float, float]


class SecondError(Exception):
    """The second reader cannot read a page (of a damaged file)."""


@dataclass(slots=True)
class Char:
    """One printed character."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float  # baseline, from the top
    size: float  # of the type, points
    raised: bool = False  # a superscript of its line
    start: float | None = None  # x of the origin
    blank: bool = field(init=False)

    def __post_init__(self) -> None:
        self.blank = self.text.isspace()


@dataclass(frozen=True, slots=True)
class PageChars:
    """What is printed on a page."""

    number: int
    width: float
    height: float
    upright: list[Char]
    turned: list[
        Char
    ]  # characters that do not stand upright (watermarks, turned tables), in the order of the file
    unmapped: int  # characters whose meaning the font does not tell
    left_out: int  # characters in the margins that pdfium did not give
    rules: list[Rule] = field(default_factory=list)  # drawn lines
    lost: bool = False  # characters of the text are missing, and the second reader cannot read the page
    pictures: float = 0.0  # share of the page under pictures; measured where it may be a scan
    hidden: float = 0.0  # share of its text that is not seen; measured with the pictures
    layer: Layer = "printed"


def page_chars(
    document: pdfium.PdfDocument, number: int, second: Callable[[int], list[PlumberChar]] | None = None
) -> PageChars:
    """Characters of a page (numbers count from 1). Blanks and hyphens that pdfium made up are left out.

    pdfium leaves out characters that are set one by one in a font which is not in the file. Where that shows, the page
    is read with ``second`` (pdfminer's characters, several times slower).
    """
    page = document[number - 1]
    try:
        frame = _Frame.of(page)
        textpage = page.get_textpage()
        try:
            upright, turned, unmapped, origins = _collect(textpage.raw, textpage.count_chars(), frame)
            inside, margin = _left_out(page, frame, origins)
            lost = False
            if second is not None and inside:
                try:
                    upright, turned = _from_second(second(number), frame)
                    margin = 0
                except SecondError:
                    lost = True
        finally:
            textpage.close()
        rules = page_rules(page, frame.point()) if len(upright) > 8 else []
        seen = covered(page, len(upright) + len(turned))
        return PageChars(
            number, frame.width, frame.height, _once(upright), _once(turned), unmapped, margin, rules, lost,
            seen.pictures, seen.hidden,
        )  # fmt: skip
    finally:
        page.close()


@dataclass(frozen=True, slots=True)
class _Frame:
    """From the space of the file to the page as it is shown."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @classmethod
    def of(cls, page: pdfium.PdfPage) -> _Frame:
        left, bottom, right, top = page.get_cropbox()
        return cls(left, bottom, right, top, page.get_rotation())

    @property
    def width(self) -> float:
        return self.right - self.left if self.rotation in (0, 180) else self.top - self.bottom

    @property
    def height(self) -> float:
        return self.top - self.bottom if self.rotation in (0, 180) else self.right - self.left

    def point(self) -> Callable[[float, float], tuple[float, float]]:
        left, bottom, right, top = self.left, self.bottom, self.right, self.top
        return {
            0: lambda x, y: (x - left, top - y),
            90: lambda x, y: (y - bottom, x - left),
            180: lambda x, y: (right - x, y - bottom),
            270: lambda x, y: (top - y, right - x),
        }[self.rotation]

    def shows(self, char: Char) -> bool:
        """Whether the middle of the character lies on the page."""
        return 0 <= char.x0 + char.x1 <= 2 * self.width and 0 <= char.top + char.bottom <= 2 * self.height

    def clip(self, char: Char) -> None:
        """Cut what stands over the edge of the page off its box."""
        if (
            char.x0 >= 0
            and char.x1 <= self.width
            and char.top >= 0
            and max(char.bottom, char.base) <= self.height
        ):
            return
        char.x0, char.x1 = max(char.x0, 0.0), min(char.x1, self.width)
        char.top, char.bottom = max(char.top, 0.0), min(char.bottom, self.height)
        char.base = min(max(char.base, 0.0), self.height)
        char.start = min(max(char.start or 0.0, 0.0), self.width)

    def direction(self, a: float, b: float) -> tuple[float, float]:
        return {0: (a, b), 90: (b, -a), 180: (-a, -b), 270: (-b, a)}[self.rotation]


def _collect(
    raw: object, count: int, frame: _Frame
) -> tuple[list[Char], list[Char], int, set[tuple[int, int]]]:
    point = frame.point()
    origins: set[tuple[int, int]] = set()
    rect, matrix = c.FS_RECTF(), c.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    upright: list[Char] = []
    turned: list[Char] = []
    unmapped = 0
    high = 0
    for i in range(count):
        code = c.FPDFText_GetUnicode(raw, i)
        if c.FPDFText_IsGenerated(raw, i) == 1:
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        hyphen = code == SOFT_HYPHEN or (code == LINE_HYPHEN and c.FPDFText_IsHyphen(raw, i) == 1)
        text = "-" if hyphen else chr(code)  # what is printed is a hyphen, whatever its code
        mapped = c.FPDFText_HasUnicodeMapError(raw, i) != 1
        if not c.FPDFText_GetMatrix(raw, i, matrix):
            continue
        ahead, up = frame.direction(matrix.a, matrix.b)
        c.FPDFText_GetLooseCharBox(raw, i, rect)
        c.FPDFText_GetCharOrigin(raw, i, x, y)
        size = c.FPDFText_GetFontSize(raw, i) * hypot(matrix.c, matrix.d)
        if not mapped or (is_strange(code) and not hyphen):
            text = read_glyph(raw, i, code, size or 1.0, mapped)
            if not text:
                continue
        xa, ya = point(rect.left, rect.top)
        xb, yb = point(rect.right, rect.bottom)
        start, base = point(x.value, y.value)
        origins.add((round(start), round(base)))
        char = Char(text, min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb), base, size or 1.0, start=start)
        if not frame.shows(char):
            continue  # printers' marks outside the page: nobody sees them
        frame.clip(char)
        unmapped += text == UNKNOWN
        if ahead <= 0 or abs(up) > 0.1 * ahead:
            turned.append(char)
            continue
        if upright and _one_glyph(upright[-1], char):
            middle = (char.x0 + char.x1) / 2
            upright[-1].x1, char.x0 = middle, middle
            char.start = None
        upright.append(char)
    return upright, turned, unmapped, origins


def _left_out(page: pdfium.PdfPage, frame: _Frame, origins: set[tuple[int, int]]) -> tuple[int, int]:
    """Text objects in fonts that are not embedded, without a character where they begin: in the text area (counted up
    to the first) and in the margins. Latin fonts have a stand-in inside pdfium and lose nothing but blanks."""
    point = frame.point()
    margin = 0
    name, matrix = ctypes.create_string_buffer(128), c.FS_MATRIX()
    for item in page_objects(page, c.FPDF_PAGEOBJ_TEXT, depth=4):
        font = c.FPDFTextObj_GetFont(item)
        if c.FPDFFont_GetIsEmbedded(font) != 0:
            continue
        c.FPDFFont_GetBaseFontName(font, name, 128)
        if LATIN_FONT.search(name.value):
            continue
        if not c.FPDFPageObj_GetMatrix(item, matrix):
            continue
        x, y = point(matrix.e, matrix.f)
        found = any((round(x) + dx, round(y) + dy) in origins for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        if found or not (0 <= x <= frame.width and 0 <= y <= frame.height):
            continue
        if MARGIN * frame.height < y < (1 - MARGIN) * frame.height:
            return 1, margin
        margin += 1
    return 0, margin


def second_chars(
    document: pdfium.PdfDocument, number: int, second: Callable[[int], list[PlumberChar]]
) -> tuple[list[Char], list[Char]]:
    """Upright and turned characters of a page as the second reader gives them. Raises SecondError."""
    page = document[number - 1]
    try:
        upright, turned = _from_second(second(number), _Frame.of(page))
    finally:
        page.close()
    return _once(upright), _once(turned)


def drawn_lines(page: pdfium.PdfPage) -> list[Rule]:
    """Rules of a page, as it is shown."""
    return page_rules(page, _Frame.of(page).point())


def _from_second(found: list[PlumberChar], frame: _Frame) -> tuple[list[Char], list[Char]]:
    point = frame.point()
    upright: list[Char] = []
    turned: list[Char] = []
    for text, x0, y0, x1, y1, base_x, base_y, a, b, size in found:
        ahead, up = frame.direction(a, b)
        xa, ya = point(x0, y1)
        xb, yb = point(x1, y0)
        start, base = point(base_x, base_y)
        char = Char(text, min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb), base, size, start=start)
        if not frame.shows(char):
            continue
        frame.clip(char)
        (turned if ahead <= 0 or abs(up) > 0.1 * ahead else upright).append(char)
    return upright, turned


def _one_glyph(before: Char, char: Char) -> bool:
    """True if one glyph stands for both characters (fi, a dash of two ems): the same box for both."""
    same = abs(before.x0 - char.x0) < 0.01 and abs(before.x1 - char.x1) < 0.01 and before.base == char.base
    return same and (before.text != char.text or char.x1 - char.x0 > 1.6 * char.size)


def _once(chars: list[Char]) -> list[Char]:
    """Each character once where it was drawn several times a hair apart to look bold."""
    seen: dict[tuple[str, int], list[Char]] = {}  # by character and strip of the page
    kept: list[Char] = []
    for char in chars:
        if char.blank:
            kept.append(char)
            continue
        near = min(SAME * char.size, MOST)
        x0, base = char.x0, char.base
        strips = range(int((base - near) / STRIP), int((base + near) / STRIP) + 1)
        if not any(
            abs(other.x0 - x0) <= near and abs(other.base - base) <= near
            for strip in strips
            if (char.text, strip) in seen
            for other in seen[char.text, strip]
        ):
            seen.setdefault((char.text, int(base / STRIP)), []).append(char)
            kept.append(char)
    return kept
