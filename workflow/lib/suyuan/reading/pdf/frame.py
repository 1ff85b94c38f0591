"""From the space of the file to the page as it is shown. Points, origin top left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium

from suyuan.reading.pdf.chars import Char
from suyuan.reading.pdf.objects import page_box


@dataclass(frozen=True, slots=True)
class Frame:
    """The edges of the page in the space of the file, and how it is turned when it is shown."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @classmethod
    def of(cls, page: pdfium.PdfPage) -> Frame:
        left, bottom, right, top = page_box(page)
        return cls(left, bottom, right, top, page.get_rotation())

    @property
    def width(self) -> float:
        return self.right - self.left if self.rotation in (0, 180) else self.top - self.bottom

    @property
    def height(self) -> float:
        return self.top - self.bottom if self.rotation in (0, 180) else self.right - self.left

    def point(self) -> Callable[[float, float], tuple[float, float]]:
        """Of a point in the file the place on the page."""
        left, bottom, right, top = self.left, self.bottom, self.right, self.top
        return {
            0: lambda x, y: (x - left, top - y),
            90: lambda x, y: (y - bottom, x - left),
            180: lambda x, y: (right - x, y - bottom),
            270: lambda x, y: (top - y, right - x),
        }[self.rotation]

    def points(self, xs: Sequence[float], ys: Sequence[float]) -> tuple[Sequence[float], Sequence[float]]:
        """The same of many points at once."""
        left, bottom, right, top = self.left, self.bottom, self.right, self.top
        if self.rotation == 0:
            return [x - left for x in xs] if left else xs, [top - y for y in ys]
        if self.rotation == 90:
            return [y - bottom for y in ys], [x - left for x in xs]
        if self.rotation == 180:
            return [right - x for x in xs], [y - bottom for y in ys]
        return [top - y for y in ys], [right - x for x in xs]

    def shows(self, char: Char) -> bool:
        """Whether the middle of the character lies on the page."""
        return 0 <= char.x0 + char.x1 <= 2 * self.width and 0 <= char.top + char.bottom <= 2 * self.height

    def clip(self, char: Char) -> None:
        """Cut what stands over the edge of the page off its box."""
        if (
            char.x0 >= 0
            and char.x1 <= self.width
            and char.top >= 0
            and max(char.bottom, char.base) <= self.height
        ):
            return
        char.x0, char.x1 = max(char.x0, 0.0), min(char.x1, self.width)
        char.top, char.bottom = max(char.top, 0.0), min(char.bottom, self.height)
        char.base = min(max(char.base, 0.0), self.height)
        char.start = min(max(char.start or 0.0, 0.0), self.width)

    def direction(self, a: float, b: float) -> tuple[float, float]:
        """Where the text with such a matrix runs: ahead and upwards, as the page is shown."""
        if self.rotation == 0:
            return a, b
        return {90: (b, -a), 180: (-a, -b), 270: (-b, a)}[self.rotation]
