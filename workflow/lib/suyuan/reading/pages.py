"""Pictures of PDF pages."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

import pypdfium2 as pdfium
from PIL.Image import Image

from suyuan.reading.errors import ReadError
from suyuan.reading.password import Password
from suyuan.reading.pdf.guard import open_pdf, without_junk


class PdfPages:
    """The pages of a PDF, to be drawn one by one; used in a ``with`` statement."""

    def __init__(self, path: Path, password: Password | None = None, shown: str | None = None) -> None:
        """``shown`` is the path for messages. Raises ReadError if the file cannot be opened."""
        self.shown = shown or str(path)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ReadError(self.shown, "the PDF cannot be opened", "check the file") from error
        self.document = open_pdf(without_junk(data), self.shown, password)

    def __enter__(self) -> PdfPages:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.document.close()

    def region(self, page: int, place: tuple[float, float, float, float] | None, scale: float) -> Image:
        """Picture of ``place`` (x0, top, x1, bottom in points; None for the whole page) of a page, counted from 1.

        ``scale`` is pixels a point. The upper left corner of ``place`` is the upper left pixel to within half a pixel.
        Raises ReadError if there is no such page.
        """
        count = len(self.document)
        if not 1 <= page <= count:
            raise ReadError(self.shown, f"there is no page {page} (1 to {count})", "check the page number")
        try:
            sheet = self.document[page - 1]
        except pdfium.PdfiumError as error:
            raise ReadError(
                self.shown, f"page {page} cannot be drawn", "print the file to a new PDF"
            ) from error
        try:
            width, height = sheet.get_size()
            x0, top, x1, bottom = place or (0.0, 0.0, width, height)
            # whole pixels, a hair less: pypdfium2 rounds them up
            cut = [
                max(0.0, round(edge * scale) - 1e-6) / scale
                for edge in (x0, height - bottom, width - x1, top)
            ]
            picture: Image = sheet.render(scale=scale, crop=tuple(cut)).to_pil()
            return picture.convert("RGB")
        finally:
            sheet.close()


def render_page(path: Path, page: int, *, scale: float = 2.0) -> Image:
    """Picture of a page (counted from 1); ``scale`` is pixels a point, so 2.0 gives 144 dots an inch.

    A box of a locator covers the pixels ``(x0 * scale, top * scale, x1 * scale, bottom * scale)``. Raises ReadError if
    the file cannot be opened or has no such page.
    """
    with PdfPages(path) as pages:
        return pages.region(page, None, scale)
