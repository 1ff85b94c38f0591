"""Pictures of the pages of a PDF, one for all facts of the page: their boxes are drawn over it by the site."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pypdfium2 as pdfium
from PIL.Image import Image

from suyuan.document import Document
from suyuan.reading.password import Password
from suyuan.reading.pdf.guard import open_pdf, without_junk

LONGEST = 6000  # pixels: a poster is drawn smaller, or it would not fit into memory
GREYS = 16  # of a page without colour; the eye sees no difference in print, and the file is half as large


def pages_with_text(document: Document) -> list[int]:
    """Numbers of the pages that characters were read from: whatever is a fact or a numeral stands on one of them."""
    return sorted({box.page for box in document.boxes or () if box is not None})


def draw_pages(
    data: bytes, shown: str, pages: Iterable[int], stem: Path, scale: float, password: Password | None = None
) -> list[Path]:
    """Write ``STEM-0001.png`` … for the pages (counted from 1) of the PDF in ``data``; ``scale`` is pixels a point.

    The same bytes for the same file, scale and fonts (a PDF that does not hold its fonts is drawn with those of the
    machine). Raises ReadError (``shown`` names the file) if it cannot be opened, ValueError for a page that it has not.
    """
    document = open_pdf(without_junk(data), shown, password)
    written: list[Path] = []
    stem.parent.mkdir(parents=True, exist_ok=True)
    try:
        for number in pages:
            if not 1 <= number <= len(document):
                raise ValueError(f"{shown}: there is no page {number} (1 to {len(document)})")
            page = document[number - 1]
            picture = small(_render(page, scale))
            page.close()
            target = stem.with_name(f"{stem.name}-{number:04d}.png")
            picture.save(target, "PNG", **({"bits": 4} if picture.mode == "P" else {}))
            written.append(target)
    finally:
        document.close()
    return written


def _render(page: pdfium.PdfPage, scale: float) -> Image:
    fitting = min(scale, LONGEST / max(page.get_size()))
    picture: Image = page.render(scale=fitting).to_pil()
    return picture.convert("RGB")


def small(picture: Image) -> Image:
    """The picture in 16 greys if it has no colour, else as it is."""
    red, green, blue = (channel.tobytes() for channel in picture.split())
    if not red == green == blue:
        return picture
    greys = picture.getchannel(0).point([round(value * (GREYS - 1) / 255) for value in range(256)])
    out = greys.convert("P")
    out.frombytes(greys.tobytes())
    out.putpalette([round(level * 255 / (GREYS - 1)) for level in range(GREYS) for _ in range(3)])
    return out
