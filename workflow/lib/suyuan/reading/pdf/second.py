"""Characters of a page from pdfminer (through pdfplumber), for pages on which pdfium leaves some out."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from math import hypot
from typing import Any

import pdfplumber
from pdfminer.layout import LTChar, LTContainer
from pdfplumber.page import fix_fontname_bytes
from pdfplumber.pdf import PDF

from suyuan.reading.pdf.chars import PlumberChar, SecondError
from suyuan.reading.pdf.glyphs import UNKNOWN, is_strange, sign_of


class SecondReader:
    """Opens the file only when it is asked for a page."""

    def __init__(self, data: bytes, password: str | None = None) -> None:
        self.data = data
        self.password = password
        self.opened: PDF | None = None

    def __call__(self, number: int) -> list[PlumberChar]:
        """Characters of a page (from 1) in the space of the file. Raises SecondError where pdfminer fails."""
        try:
            return self._chars(number)
        except MemoryError:
            raise
        except Exception as error:  # on damaged files pdfminer fails in every way that Python knows
            raise SecondError(f"page {number}: {type(error).__name__}: {error}") from error

    def _chars(self, number: int) -> list[PlumberChar]:
        if self.opened is None:
            self.opened = pdfplumber.open(io.BytesIO(self.data), password=self.password)
        page = self.opened.pages[number - 1]
        left = page.mediabox[0]  # pdfminer counts from there
        found: list[PlumberChar] = []
        for char in _letters(page.layout):
            a, b, c, d, e, f = char.matrix
            size = float(char.size) if abs(b) < 0.1 * abs(a) else hypot(c, d)
            text = _known(char.get_text(), _name(char.fontname))
            found.append((text, char.x0 + left, char.y0, char.x1 + left, char.y1, e, f, a, b, size or 1.0))
        page.close()
        return found

    def close(self) -> None:
        """Let go of the file; pdfplumber's own close would build every page of it first."""
        self.opened = None


def _letters(container: Iterable[Any]) -> Iterator[LTChar]:
    """The characters of a layout of pdfminer, in their order. pdfplumber's ``chars`` builds a dictionary of everything."""
    for item in container:
        if isinstance(item, LTChar):
            yield item
        elif isinstance(item, LTContainer):
            yield from _letters(item)


def _name(font: str | bytes) -> str:
    return fix_fontname_bytes(font) if isinstance(font, bytes) else str(font)


def _known(text: str, font: str) -> str:
    """The text of a glyph; U+FFFD where pdfminer gives nothing, its number (cid:n), or a strange code."""
    if not text or text.startswith("(cid:"):
        return UNKNOWN
    if len(text) == 1 and is_strange(ord(text)):
        return sign_of(font, ord(text)) or UNKNOWN
    return text
