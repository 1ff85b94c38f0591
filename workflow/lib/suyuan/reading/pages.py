"""Pictures of PDF pages."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
from PIL.Image import Image

from suyuan.reading.errors import ReadError
from suyuan.reading.pdf.fonts import use_one_font


def render_page(path: Path, page: int, *, scale: float = 2.0) -> Image:
    """Picture of a page (counted from 1); ``scale`` is pixels a point, so 2.0 gives 144 dots an inch.

    A box of a locator covers the pixels ``(x0 * scale, top * scale, x1 * scale, bottom * scale)``. Raises ReadError if
    the file cannot be opened or has no such page.
    """
    use_one_font()
    try:
        document = pdfium.PdfDocument(path)
    except (pdfium.PdfiumError, OSError) as error:
        raise ReadError(str(path), "the PDF cannot be opened", "check the file") from error
    try:
        if not 1 <= page <= len(document):
            raise ReadError(
                str(path), f"there is no page {page} (1 to {len(document)})", "check the page number"
            )
        picture: Image = document[page - 1].render(scale=scale).to_pil()
        return picture
    finally:
        document.close()
