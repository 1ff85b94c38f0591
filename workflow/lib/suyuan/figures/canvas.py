"""A page in points (1/72 inch, origin at the lower left) to draw on, which remembers where texts and marks stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle
from matplotlib.transforms import Affine2D

from suyuan.figures import style
from suyuan.figures.labels import Rect
from suyuan.figures.measuring import ASCENT, DESCENT, POINT, text_width

Point = tuple[float, float]
DASHED = (0, (4, 2.5))
DOTTED = (0, (1, 2))


@dataclass(frozen=True, slots=True)
class Box:
    """Where a text or a mark stands, points."""

    name: str
    rect: Rect


class Canvas:
    """A figure of a width and height in points. Use within ``render.styled``."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.figure = Figure(figsize=(width / POINT, height / POINT), dpi=style.DPI)
        FigureCanvasAgg(self.figure)
        self._points = Affine2D().scale(1 / POINT) + self.figure.dpi_scale_trans
        self.texts: list[Box] = []
        self.marks: list[Box] = []

    def _add(self, artist: Artist, gid: str | None, zorder: float) -> None:
        artist.set_transform(self._points)
        artist.set_zorder(zorder)
        if gid is not None:
            artist.set_gid(gid)
        self.figure.add_artist(artist)

    def text(
        self, x: float, y: float, text: str, size: float, colour: str = style.INK, align: str = "left",
        gid: str | None = None, upright: bool = False,
    ) -> Rect:  # fmt: skip
        """Write one line with its base line at ``y``; ``align`` says what of it stands at ``x``. Returns its box.

        ``upright``: it runs upwards from ``y``, with its base line at ``x``.
        """
        width = text_width(text, size)
        left = x - {"left": 0.0, "center": width / 2, "right": width}[align]
        rect = Rect(left, y - DESCENT * size, left + width, y + ASCENT * size)
        if upright:
            rect = Rect(x - ASCENT * size, y, x + DESCENT * size, y + width)
        if text.strip():
            shown = self.figure.text(
                x, y, text, fontsize=size, color=colour, ha=align, va="baseline", rotation=90 if upright else 0,
                rotation_mode="anchor",
            )  # fmt: skip
            shown.set_transform(self._points)
            shown.set_zorder(6)
            shown.set_gid(gid)
            self.texts.append(Box(text, rect))
        return rect

    def line(
        self, points: Sequence[Point], colour: str, width: float, zorder: float = 1, gid: str | None = None,
        dash: Any = "solid",
    ) -> None:  # fmt: skip
        """A line through points."""
        artist = Line2D(
            [x for x, _ in points], [y for _, y in points], color=colour, lw=width, ls=dash,
            solid_capstyle="butt", dash_capstyle="butt",
        )  # fmt: skip
        self._add(artist, gid, zorder)

    def rect(
        self, rect: Rect, face: str, edge: str = "none", width: float = 0.6, zorder: float = 1, gid: str | None = None,
        hatch: str | None = None,
    ) -> None:  # fmt: skip
        """A filled rectangle; a hatch is drawn in the colour of the edge."""
        artist = Rectangle(
            (rect.x0, rect.y0), rect.x1 - rect.x0, rect.y1 - rect.y0, facecolor=face, edgecolor=edge, lw=width,
            hatch=hatch,
        )  # fmt: skip
        self._add(artist, gid, zorder)

    def polygon(
        self, points: Sequence[Point], colour: str, zorder: float = 3, gid: str | None = None
    ) -> None:
        """A filled polygon."""
        self._add(Polygon(list(points), closed=True, facecolor=colour, edgecolor="none"), gid, zorder)

    def marker(
        self, x: float, y: float, shape: str, size: float, face: str, edge: str, width: float = 1.0,
        gid: str | None = None, zorder: float = 4,
    ) -> Rect:  # fmt: skip
        """A marker; one with a ``gid`` is a mark of the figure. Returns its box."""
        artist = Line2D(
            [x], [y], ls="none", marker=shape, ms=size, mfc=face, mec=edge, mew=width if edge != "none" else 0,
        )  # fmt: skip
        self._add(artist, gid, zorder)
        half = size / 2 + (width / 2 if edge != "none" else 0)
        rect = Rect(x - half, y - half, x + half, y + half)
        if gid is not None:
            self.marks.append(Box(gid, rect))
        return rect

    def faults(self) -> list[str]:
        """What is clipped or lies on something: texts beyond the page, on one another, or on marks."""
        page = Rect(0, 0, self.width, self.height)
        found = [f"{box.name!r} is clipped" for box in self.texts if not box.rect.inside(page)]
        for index, box in enumerate(self.texts):
            found += [f"{box.name!r} lies on {o.name!r}" for o in self.texts[:index] if _on(box.rect, o.rect)]
            found += [f"{box.name!r} lies on the mark {o.name}" for o in self.marks if _on(box.rect, o.rect)]
        return found


def _on(a: Rect, b: Rect, slack: float = 0.6) -> bool:
    """Whether two boxes share more than ``slack`` points in both directions."""
    return min(a.x1, b.x1) - max(a.x0, b.x0) > slack and min(a.y1, b.y1) - max(a.y0, b.y0) > slack
