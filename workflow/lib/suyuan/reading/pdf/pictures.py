"""Scans: how much of a page is covered by pictures, and how much of its text is not seen."""

from __future__ import annotations

from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as c

from suyuan.reading.pdf import native
from suyuan.reading.pdf.objects import PageObjects, page_box

LOOKED_AT = 3  # pieces of text that show whether the text of a page is invisible
MANY_PIECES = 5000  # of text, and pictures: each is held against each, so no more are looked at
MANY_PICTURES = 1000
SPARSE = 150  # characters: with so few the page may be a scan with a stamp on it
INK = 160  # grey below which a pixel is ink
SMALL = 0.5  # pixels a point of the little picture
LONGEST = 2000  # pixels of its longer side
AROUND = 2.0  # points around a character that are its own
Edges = tuple[float, float, float, float]


class Covered(NamedTuple):
    """Shares of the page under pictures, and of the pieces of text that are invisible or lie under one."""

    pictures: float = 0.0
    hidden: float = 0.0


def covered(page: pdfium.PdfPage, drawn: PageObjects, characters: int) -> Covered:
    """Measured where it may matter: the page has few characters, its text is invisible, or a picture is drawn last."""
    texts = drawn.of_kind(c.FPDF_PAGEOBJ_TEXT)[:LOOKED_AT]
    invisible = bool(texts) and all(_invisible(text) for text in texts)
    ends_in_picture = drawn.last_kind in (c.FPDF_PAGEOBJ_IMAGE, c.FPDF_PAGEOBJ_FORM)
    if characters > SPARSE and not invisible and not ends_in_picture:
        return Covered()
    left, bottom, right, top = page_box(page)
    area = max((right - left) * (top - bottom), 1.0)
    opaque: list[Edges] = []
    pictures = 0.0
    pieces = hidden = 0
    for item, kind in zip(reversed(drawn.items), reversed(drawn.kinds), strict=True):
        if kind not in (c.FPDF_PAGEOBJ_TEXT, c.FPDF_PAGEOBJ_IMAGE):
            continue
        edges = native.bounds(item)
        if kind == c.FPDF_PAGEOBJ_IMAGE:
            x0, y0, x1, y1 = edges
            pictures += (
                max(0.0, min(x1, right) - max(x0, left)) * max(0.0, min(y1, top) - max(y0, bottom)) / area
            )
            if len(opaque) < MANY_PICTURES and not native.has_transparency(item):
                opaque.append(edges)
            continue
        if pieces == MANY_PIECES:
            continue
        pieces += 1
        hidden += _invisible(item) or any(_within(edges, picture) for picture in opaque)
    return Covered(min(pictures, 1.0), hidden / pieces if pieces else 0.0)


def other_ink(page: pdfium.PdfPage, boxes: list[Edges]) -> float:
    """Share of the page (as shown) that is ink outside the boxes (x0, top, x1, bottom in points)."""
    scale = min(SMALL, LONGEST / max(page.get_size()))
    picture = page.render(scale=scale).to_pil().convert("L")
    width, height = picture.size
    for x0, top, x1, bottom in boxes:
        left, upper = _pixel(x0 - AROUND, scale, width), _pixel(top - AROUND, scale, height)
        right, lower = _pixel(x1 + AROUND, scale, width), _pixel(bottom + AROUND, scale, height)
        if left < right and upper < lower:
            picture.paste(255, (left, upper, right, lower))
    dark = sum(picture.histogram()[:INK])
    return float(dark / max(picture.width * picture.height, 1))


def _pixel(edge: float, scale: float, size: int) -> int:
    """Of an edge in points, which may lie anywhere in a damaged file (or nowhere: NaN)."""
    return round(min(max(0.0, edge * scale), size))


def _invisible(text: int) -> bool:
    return bool(native.render_mode(text) == c.FPDF_TEXTRENDERMODE_INVISIBLE)


def _within(inner: Edges, outer: Edges) -> bool:
    return (
        inner[0] >= outer[0] - 1
        and inner[1] >= outer[1] - 1
        and inner[2] <= outer[2] + 1
        and inner[3] <= outer[3] + 1
    )
