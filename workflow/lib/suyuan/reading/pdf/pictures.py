"""Scans: how much of a page is covered by pictures, and how much of its text is not seen."""

from __future__ import annotations

import ctypes
from itertools import islice
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as c

from suyuan.reading.pdf.objects import page_objects

DEPTH = 4
LOOKED_AT = 3  # pieces of text that show whether the text of a page is invisible
SPARSE = 150  # characters: with so few the page may be a scan with a stamp on it
INK = 160  # grey below which a pixel is ink
SMALL = 0.5  # pixels a point of the little picture
AROUND = 2.0  # points around a character that are its own
Edges = tuple[float, float, float, float]


class Covered(NamedTuple):
    """Shares of the page under pictures, and of the pieces of text that are invisible or lie under one."""

    pictures: float = 0.0
    hidden: float = 0.0


def covered(page: pdfium.PdfPage, characters: int) -> Covered:
    """Measured where it may matter: the page has few characters, its text is invisible, or a picture is drawn last."""
    texts = list(islice(page_objects(page, c.FPDF_PAGEOBJ_TEXT, DEPTH), LOOKED_AT))
    invisible = bool(texts) and all(_invisible(text) for text in texts)
    if characters > SPARSE and not invisible and not _ends_in_picture(page):
        return Covered()
    left, bottom, right, top = page.get_cropbox()
    area = max((right - left) * (top - bottom), 1.0)
    opaque: list[Edges] = []
    pictures = 0.0
    pieces = hidden = 0
    for item in reversed(list(_texts_and_images(page))):
        edges = _edges(item)
        if c.FPDFPageObj_GetType(item) == c.FPDF_PAGEOBJ_IMAGE:
            x0, y0, x1, y1 = edges
            pictures += (
                max(0.0, min(x1, right) - max(x0, left)) * max(0.0, min(y1, top) - max(y0, bottom)) / area
            )
            if not c.FPDFPageObj_HasTransparency(item):
                opaque.append(edges)
            continue
        pieces += 1
        hidden += _invisible(item) or any(_within(edges, picture) for picture in opaque)
    return Covered(min(pictures, 1.0), hidden / pieces if pieces else 0.0)


def other_ink(page: pdfium.PdfPage, boxes: list[Edges]) -> float:
    """Share of the page (as shown) that is ink outside the boxes (x0, top, x1, bottom in points)."""
    picture = page.render(scale=SMALL).to_pil().convert("L")
    for x0, top, x1, bottom in boxes:
        place = [
            (x0 - AROUND) * SMALL,
            (top - AROUND) * SMALL,
            (x1 + AROUND) * SMALL,
            (bottom + AROUND) * SMALL,
        ]
        picture.paste(255, [round(edge) for edge in place])
    dark = sum(picture.histogram()[:INK])
    return float(dark / max(picture.width * picture.height, 1))


def _texts_and_images(page: pdfium.PdfPage) -> list[Any]:
    """Handles in the order in which they are drawn (those of a form where the form stands)."""
    found: list[Any] = []

    def walk(parent: Any, count: Any, get: Any, depth: int) -> None:
        for number in range(count(parent)):
            item = get(parent, number)
            kind = c.FPDFPageObj_GetType(item)
            if kind in (c.FPDF_PAGEOBJ_TEXT, c.FPDF_PAGEOBJ_IMAGE):
                found.append(item)
            elif kind == c.FPDF_PAGEOBJ_FORM and depth > 1:
                walk(item, c.FPDFFormObj_CountObjects, c.FPDFFormObj_GetObject, depth - 1)

    walk(page.raw, c.FPDFPage_CountObjects, c.FPDFPage_GetObject, DEPTH)
    return found


def _invisible(text: Any) -> bool:
    return bool(c.FPDFTextObj_GetTextRenderMode(text) == c.FPDF_TEXTRENDERMODE_INVISIBLE)


def _ends_in_picture(page: pdfium.PdfPage) -> bool:
    count = c.FPDFPage_CountObjects(page.raw)
    if count == 0:
        return False
    return c.FPDFPageObj_GetType(c.FPDFPage_GetObject(page.raw, count - 1)) in (
        c.FPDF_PAGEOBJ_IMAGE,
        c.FPDF_PAGEOBJ_FORM,
    )


def _edges(item: Any) -> Edges:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    c.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _within(inner: Edges, outer: Edges) -> bool:
    return (
        inner[0] >= outer[0] - 1
        and inner[1] >= outer[1] - 1
        and inner[2] <= outer[2] + 1
        and inner[3] <= outer[3] + 1
    )
