"""A printed character, and what is printed on a page. Points, origin top left, as the page is shown."""

from __future__ import annotations

from dataclasses import dataclass, field

from suyuan.document import Layer
from suyuan.reading.pdf.rules import Rule

# text, x0, y0, x1, y1 of the box, x and y of the origin, direction (a, b), size; in the space of the file
PlumberChar = tuple[str, float, float, float, float, float, float, float, float, float]


class SecondError(Exception):
    """The second reader cannot read a page (of a damaged file)."""


@dataclass(slots=True, init=False)
class Char:
    """One printed character."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float  # baseline, from the top
    size: float  # of the type, points
    raised: bool  # a superscript of its line
    start: float | None  # x of the origin
    blank: bool

    def __init__(
        self,
        text: str,
        x0: float,
        top: float,
        x1: float,
        bottom: float,
        base: float,
        size: float,
        raised: bool = False,
        start: float | None = None,
    ) -> None:
        self.text = text
        self.x0 = x0
        self.top = top
        self.x1 = x1
        self.bottom = bottom
        self.base = base
        self.size = size
        self.raised = raised
        self.start = start
        self.blank = text.isspace()


@dataclass(frozen=True, slots=True)
class PageChars:
    """What is printed on a page."""

    number: int
    width: float
    height: float
    upright: list[Char]
    turned: list[
        Char
    ]  # characters that do not stand upright (watermarks, turned tables), in the order of the file
    unmapped: int  # characters whose meaning the font does not tell
    left_out: int  # characters in the margins that pdfium did not give
    rules: list[Rule] = field(default_factory=list)  # drawn lines
    lost: bool = False  # characters of the text are missing, and the second reader cannot read the page
    pictures: float = 0.0  # share of the page under pictures; measured where it may be a scan
    hidden: float = 0.0  # share of its text that is not seen; measured with the pictures
    layer: Layer = "printed"
