"""The region of a page around a span, the span marked."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from PIL import Image, ImageChops, ImageDraw

from suyuan.locate import SpanError
from suyuan.reading.pages import PdfPages

MARK = (255, 236, 110)  # laid over the page as a marker pen does: ink stays
FRAME = (204, 60, 20)
MANY_PIXELS = 40_000_000  # of one picture; a larger region is drawn at a lower scale


def draw_region(pages: PdfPages, row: dict[str, Any], padding: float, scale: float) -> Image.Image:
    """Picture of the lines of a row of ``locate.located``, each marked, with ``padding`` points around them.

    The region is cut at the edges of the page. ``scale`` is pixels a point. Raises SpanError for a span outside the page
    and ReadError if there is no such page.
    """
    boxes: Sequence[Sequence[float]] = row["boxes"]
    padding = max(padding, 1.0)
    x0, top = max(0.0, min(b[0] for b in boxes) - padding), max(0.0, min(b[1] for b in boxes) - padding)
    x1 = min(row["width"], max(b[2] for b in boxes) + padding)
    bottom = min(row["height"], max(b[3] for b in boxes) + padding)
    if x1 - x0 < 1 or bottom - top < 1:
        raise SpanError(f"the span stands outside page {row['page']}, where nothing of it is seen")
    scale = min(scale, (MANY_PIXELS / ((x1 - x0) * (bottom - top))) ** 0.5)
    picture = pages.region(row["page"], (x0, top, x1, bottom), scale)
    places = [
        (
            round((b[0] - x0) * scale) - 1, round((b[1] - top) * scale) - 1,
            round((b[2] - x0) * scale) + 1, round((b[3] - top) * scale) + 1,
        )
        for b in boxes
    ]  # fmt: skip
    marks = Image.new("RGB", picture.size, "white")
    pen = ImageDraw.Draw(marks)
    for place in places:
        pen.rectangle(place, fill=MARK)
    drawn = ImageChops.multiply(picture, marks)
    pen = ImageDraw.Draw(drawn)
    for place in places:
        pen.rectangle(place, outline=FRAME)
    return drawn


def png(picture: Image.Image) -> bytes:
    """The picture as a PNG file."""
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
