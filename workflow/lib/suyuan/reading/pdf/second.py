"""Characters of a page from pdfminer (through pdfplumber), for pages on which pdfium leaves some out."""

from __future__ import annotations

import io
from math import hypot

import pdfplumber
from pdfplumber.pdf import PDF

from suyuan.reading.pdf.chars import PlumberChar


class SecondReader:
    """Opens the file only when it is asked for a page."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.opened: PDF | None = None

    def __call__(self, number: int) -> list[PlumberChar]:
        """Characters of a page (from 1) in the space of the file."""
        if self.opened is None:
            self.opened = pdfplumber.open(io.BytesIO(self.data))
        page = self.opened.pages[number - 1]
        found: list[PlumberChar] = []
        for char in page.chars:
            a, b, c, d, e, f = char["matrix"]
            size = float(char["size"]) if abs(b) < 0.1 * abs(a) else hypot(c, d)
            text = str(char["text"])
            if not text.startswith("(cid:"):
                found.append((text, char["x0"], char["y0"], char["x1"], char["y1"], e, f, a, b, size or 1.0))
        page.close()
        return found

    def close(self) -> None:
        """Close the file if it was opened."""
        if self.opened is not None:
            self.opened.close()
