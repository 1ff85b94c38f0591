"""Whether the boxes of a PDF's characters can be trusted: they lie on the page, hold ink, and stand where pdfminer has them.

pdfminer is the reference: it places characters by reading the file itself, pdfium (our reader) by another program.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pdfplumber

from suyuan.document import CharBox, Document
from suyuan.reading.pages import PdfPages
from suyuan.reading.pdf.frame import Frame

NEAR = 1.0  # points
EDGE = 0.5  # points over the edge of the page that rounding allows
SCALE = 2.0  # pixels a point of the pictures
INK = 24  # of 255: difference between the lightest and the darkest pixel of a box
BESIDE = 4.0  # points: as far as an exception is looked for, to name its font
HYPHENS = dict.fromkeys(map(ord, "\u00ad‐‑−"), "-")


@dataclass
class Boxes:
    """Counts over the printed characters of some pages."""

    pages: int = 0
    chars: int = 0
    off_page: list[tuple[int, str]] = field(default_factory=list)  # (page, character)
    no_ink: list[tuple[int, str]] = field(default_factory=list)
    near: int = 0  # characters that pdfminer has within NEAR
    by_font: Counter[tuple[str, str]] = field(default_factory=Counter)  # of the others: (font, what differs)

    @property
    def share_near(self) -> float:
        return self.near / self.chars if self.chars else 1.0

    @property
    def share_ink(self) -> float:
        return 1 - len(self.no_ink) / self.chars if self.chars else 1.0


def sample(count: int, wanted: int) -> list[int]:
    """Pages (from 1) spread evenly over a document."""
    if count <= wanted:
        return list(range(1, count + 1))
    return sorted({1 + i * (count - 1) // max(wanted - 1, 1) for i in range(wanted)})


def check_boxes(document: Document, path: Path, pages: Iterable[int]) -> Boxes:
    """Measure the boxes of a document that was read from ``path`` on some of its pages."""
    assert document.boxes is not None
    of_page: defaultdict[int, list[tuple[str, CharBox]]] = defaultdict(list)
    for char, box in zip(document.text, document.boxes, strict=True):
        if box is not None and not char.isspace():
            of_page[box.page].append((char, box))
    sizes = {page.number: (page.width, page.height) for page in document.pages}
    found = Boxes()
    with PdfPages(path) as opened, pdfplumber.open(path) as reference:
        for number in pages:
            chars = of_page[number]
            found.pages += 1
            found.chars += len(chars)
            width, height = sizes[number]
            found.off_page += [(number, c) for c, b in chars if not _on_page(b, width, height)]
            if chars:
                picture = np.asarray(opened.region(number, None, SCALE).convert("L"))
                found.no_ink += [(number, c) for c, b in chars if not _has_ink(picture, b)]
                sheet = reference.pages[number - 1]
                _compare(chars, _origins(sheet, opened.document[number - 1]), found)
                sheet.close()
    return found


def _on_page(box: CharBox, width: float, height: float) -> bool:
    return -EDGE <= box.x0 <= box.x1 <= width + EDGE and -EDGE <= box.top <= box.bottom <= height + EDGE


def _has_ink(picture: Any, box: CharBox) -> bool:
    """A pixel around the box more: thin strokes are drawn between two."""
    x0, x1 = max(0, int(box.x0 * SCALE) - 1), int(box.x1 * SCALE) + 2
    top, bottom = max(0, int(box.top * SCALE) - 1), int(box.bottom * SCALE) + 2
    region = picture[top:bottom, x0:x1]
    return region.size > 0 and int(region.max()) - int(region.min()) >= INK


Origin = tuple[float, float, str, str]  # x, y from the top left as shown, text, font


def _origins(sheet: Any, page: Any) -> list[Origin]:
    """Origins of pdfminer's characters, from its own space (the media box, turned) to the page as it is shown."""
    x0, y0, x1, y1 = sheet.page_obj.mediabox
    turn = (sheet.page_obj.rotate or 0) % 360
    back = {
        0: lambda e, f: (e + x0, f + y0),
        90: lambda e, f: (x1 - f, e + y0),
        180: lambda e, f: (x1 - e, y1 - f),
        270: lambda e, f: (f + x0, y1 - e),
    }[turn]
    point = Frame.of(page).point()
    return [
        (*point(*back(char["matrix"][4], char["matrix"][5])), str(char["text"]), _font(char["fontname"]))
        for char in sheet.chars
    ]


def _font(name: Any) -> str:
    """pdfminer gives names that are no UTF-8 as bytes."""
    return name.decode("gb18030", "replace") if isinstance(name, bytes) else str(name)


def _key(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(HYPHENS)


def _compare(chars: list[tuple[str, CharBox]], origins: list[Origin], found: Boxes) -> None:
    by_text: defaultdict[str, list[Origin]] = defaultdict(list)
    cells: defaultdict[tuple[int, int], list[Origin]] = defaultdict(list)
    for origin in origins:
        for part in set(_key(origin[2])):
            by_text[part].append(origin)
        cells[int(origin[0] // BESIDE), int(origin[1] // BESIDE)].append(origin)
    for char, box in chars:
        same = [origin for part in _key(char)[:1] for origin in by_text[part]]
        if any(_stands(origin, box) for origin in same):
            found.near += 1
            continue
        beside = _beside(box, cells)
        if beside is None:
            font = min(same, key=lambda o: abs(o[0] - box.x0) + abs(o[1] - box.bottom))[3] if same else "?"
            found.by_font[font, "pdfminer has nothing there"] += 1
        else:
            what = "another place" if _key(beside[2]) == _key(char) else "another character"
            found.by_font[beside[3], what] += 1


def _stands(origin: Origin, box: CharBox) -> bool:
    """The origin is at the left edge of an upright character's box, or on the box of one that is turned."""
    x, y = origin[0], origin[1]
    level = box.top - NEAR <= y <= box.bottom + NEAR
    if box.bottom - box.top > 0 and abs(x - box.x0) <= NEAR and level:
        return True
    turned = abs(y - box.bottom) <= NEAR or abs(y - box.top) <= NEAR or abs(x - box.x1) <= NEAR
    return turned and level and box.x0 - NEAR <= x <= box.x1 + NEAR


def _beside(box: CharBox, cells: dict[tuple[int, int], list[Origin]]) -> Origin | None:
    columns = range(int((box.x0 - BESIDE) // BESIDE), int((box.x0 + BESIDE) // BESIDE) + 1)
    rows = range(int((box.top - BESIDE) // BESIDE), int((box.bottom + BESIDE) // BESIDE) + 1)
    near = [o for c in columns for r in rows for o in cells.get((c, r), ()) if abs(o[0] - box.x0) <= BESIDE]
    return min(near, key=lambda o: abs(o[0] - box.x0) + abs(o[1] - box.bottom), default=None)
