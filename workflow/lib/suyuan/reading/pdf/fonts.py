"""One font for what a PDF does not carry itself, whatever fonts the machine has.

pdfium takes fonts of the system for those that a file names but does not contain, so that boxes and page pictures would
differ from machine to machine (and pictures would lack Chinese where no Chinese font is installed). Here every Chinese
font that is missing is Noto Sans CJK SC of the package mplfonts; others have pdfium's built-in stand-ins.
"""

from __future__ import annotations

import ctypes
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as c

FONT = "NotoSansCJKsc-Regular.otf"  # SIL Open Font License
CHINESE = frozenset({c.FXFONT_GB2312_CHARSET, c.FXFONT_CHINESEBIG5_CHARSET})
HANDLE = 1  # of our one font
WHOLE_FILE = 0  # as table: all of the font


@cache
def _font_data() -> bytes:
    """The font's file; empty where mplfonts is not installed (the package alone works without it)."""
    found = find_spec("mplfonts")
    path = Path(found.origin).parent / "fonts" / FONT if found is not None and found.origin else None
    return path.read_bytes() if path is not None and path.is_file() else b""


class OneFont(pdfium.PdfSysfontBase):  # type: ignore[misc]
    """pdfium's questions for system fonts, answered with one font."""

    def EnumFonts(self, _: Any, mapper: Any) -> None:
        """No list of fonts."""

    def MapFont(
        self, _: Any, weight: int, italic: int, charset: int, pitch: int, face: Any, ignored: Any
    ) -> int | None:
        """A handle for Chinese fonts, none for others."""
        return HANDLE if charset in CHINESE and _font_data() else None

    def GetFont(self, _: Any, face: Any) -> None:
        """No font by its name."""

    def GetFontData(self, _: Any, font: Any, table: int, buffer: Any, size: int) -> int:
        """Bytes of the font, or as many as there are if the buffer is too small."""
        if table != WHOLE_FILE:
            return 0
        data = _font_data()
        if buffer and size >= len(data):
            ctypes.memmove(buffer, data, len(data))
        return len(data)

    def GetFaceName(self, _: Any, font: Any, buffer: Any, size: int) -> int:
        """Its name is not asked for by what we use."""
        return 0

    def GetFontCharset(self, _: Any, font: Any) -> int:
        """Charset of the font."""
        return int(c.FXFONT_GB2312_CHARSET)

    def DeleteFont(self, _: Any, font: Any) -> None:
        """Nothing to give back."""


@cache
def use_one_font() -> None:
    """Answer pdfium from now on in this process. Call before a document is opened."""
    OneFont().setup()
