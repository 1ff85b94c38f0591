"""What is printed on a page: its characters by pdfium, or by the second reader, and its drawn lines."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as c

from suyuan.reading.pdf import native
from suyuan.reading.pdf.chars import Char, PageChars, PlumberChar, SecondError
from suyuan.reading.pdf.collect import Origins, collect, once
from suyuan.reading.pdf.frame import Frame
from suyuan.reading.pdf.objects import PageObjects
from suyuan.reading.pdf.pictures import covered
from suyuan.reading.pdf.rules import Rule, page_rules

MARGIN = 0.09  # of the page's height: running heads and feet
LATIN_FONT = re.compile(
    rb"times|arial|helvetica|courier|symbol|calibri|cambria|verdana|tahoma|georgia|zapf", re.I
)
NAME_BYTES = 128
FEW = 8  # characters of a page that has no table
TOO_MANY = 300_000  # characters; a large sheet full of small type has a tenth of it: the page is damaged


def page_chars(
    document: pdfium.PdfDocument, number: int, second: Callable[[int], list[PlumberChar]] | None = None
) -> PageChars:
    """Characters of a page (numbers count from 1). Blanks and hyphens that pdfium made up are left out.

    pdfium leaves out characters that are set one by one in a font which is not in the file. Where that shows, the page
    is read with ``second`` (pdfminer's characters, several times slower). Raises PdfiumError for a damaged page.
    """
    page = document[number - 1]
    try:
        frame = Frame.of(page)
        drawn = PageObjects.of(page)
        places = list(_doubtful(drawn, frame))
        textpage = page.get_textpage()
        try:
            count = textpage.count_chars()
            if count > TOO_MANY:
                raise pdfium.PdfiumError(f"page {number} has {count:,} characters")
            upright, turned, unmapped, origins = collect(textpage.raw, count, frame, wanted=bool(places))
        finally:
            textpage.close()
        inside, margin = _left_out(places, frame, origins)
        lost = False
        if second is not None and inside:
            try:
                upright, turned = _from_second(second(number), frame)
                margin = 0
            except SecondError:
                lost = True
        rules = page_rules(drawn, frame.point()) if len(upright) > FEW else []
        seen = covered(page, drawn, len(upright) + len(turned))
        return PageChars(
            number, frame.width, frame.height, once(upright), once(turned), unmapped, margin, rules, lost,
            seen.pictures, seen.hidden,
        )  # fmt: skip
    finally:
        page.close()


def second_chars(
    document: pdfium.PdfDocument, number: int, second: Callable[[int], list[PlumberChar]]
) -> tuple[list[Char], list[Char]]:
    """Upright and turned characters of a page as the second reader gives them. Raises SecondError."""
    page = document[number - 1]
    try:
        upright, turned = _from_second(second(number), Frame.of(page))
    finally:
        page.close()
    return once(upright), once(turned)


def drawn_lines(page: pdfium.PdfPage) -> list[Rule]:
    """Rules of a page, as it is shown."""
    return page_rules(PageObjects.of(page), Frame.of(page).point())


def _doubtful(drawn: PageObjects, frame: Frame) -> Iterator[tuple[float, float]]:
    """Where on the page text begins in fonts that are not embedded. Latin fonts have a stand-in inside pdfium and lose
    nothing but blanks."""
    point = frame.point()
    known: dict[int | None, bool] = {}  # fonts: whether pdfium may leave out their characters
    name, matrix = ctypes.create_string_buffer(NAME_BYTES), (ctypes.c_float * 6)()
    place = ctypes.byref(matrix)
    texts = drawn.of_kind(c.FPDF_PAGEOBJ_TEXT)
    for item, font in zip(texts, map(native.font_of, texts), strict=True):
        doubtful = known.get(font)
        if doubtful is None:
            raw = ctypes.cast(font or 0, c.FPDF_FONT)
            doubtful = c.FPDFFont_GetIsEmbedded(raw) == 0
            if doubtful:
                c.FPDFFont_GetBaseFontName(raw, name, NAME_BYTES)
                doubtful = not LATIN_FONT.search(name.value)
            known[font] = doubtful
        if doubtful and native.object_matrix(item, place):
            yield point(matrix[4], matrix[5])


def _left_out(places: list[tuple[float, float]], frame: Frame, origins: Origins) -> tuple[int, int]:
    """Doubtful places on the page where no character begins: in the text area (counted up to the first) and in the margins."""
    margin = 0
    for x, y in places:
        found = any((round(x) + dx, round(y) + dy) in origins for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        if found or not (0 <= x <= frame.width and 0 <= y <= frame.height):
            continue
        if MARGIN * frame.height < y < (1 - MARGIN) * frame.height:
            return 1, margin
        margin += 1
    return 0, margin


def _from_second(found: list[PlumberChar], frame: Frame) -> tuple[list[Char], list[Char]]:
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
