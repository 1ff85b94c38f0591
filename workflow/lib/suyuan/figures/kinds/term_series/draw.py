"""Bars of series of words on a canvas: a panel for each, years side by side."""

from __future__ import annotations

from collections.abc import Sequence

from suyuan.figures import style
from suyuan.figures.canvas import Canvas
from suyuan.figures.frame import frame, framed
from suyuan.figures.inputs import View
from suyuan.figures.kinds.term_series.select import TermSeriesData, YearMark
from suyuan.figures.labels import Rect
from suyuan.figures.measuring import text_width

HEIGHT = {"single": 46.0, "double": 58.0}  # of the bars of a panel, points
ABOVE = 13.0  # the name of a panel
NUMBER = 9.0  # over the highest bar
BETWEEN = 9.0  # panels
WIDEST = 34.0  # bar
FLAT = 0.7  # height of a bar of zero


def drawn(data: TermSeriesData, view: View) -> Canvas:
    """The figure of a view."""
    outer = frame(data.declaration.title[view.language], view, notes=[view.words["rate"]])
    panels = data.panels
    own = ABOVE + NUMBER + HEIGHT[view.size]
    feet = style.AXIS * 1.5 + style.SMALL * 1.6
    height = len(panels) * own + (len(panels) - 1) * BETWEEN + feet
    axis = max(text_width(_tick(panel), style.SMALL) for panel in panels) + 5

    def draw(canvas: Canvas, room: Rect) -> None:
        left = room.x0 + axis
        step = (room.x1 - left) / len(data.years)
        top = room.y1
        for number, panel in enumerate(panels):
            base = top - own
            _panel(canvas, panel, data.years, view, Rect(left, base, room.x1, top), step, number)
            top = base - BETWEEN
        _feet(canvas, data, view, left, step, room.y0 + feet)

    return framed(outer, height, draw)


def _panel(
    canvas: Canvas,
    panel: Sequence[YearMark],
    years: Sequence[int],
    view: View,
    room: Rect,
    step: float,
    number: int,
) -> None:
    canvas.text(room.x0, room.y1 - ABOVE + 4, panel[0].name(view), style.HEAD)
    full = room.y1 - ABOVE - NUMBER - room.y0
    highest = max(mark.row.rate for mark in panel) or 1.0
    canvas.line([(room.x0, room.y0), (room.x1, room.y0)], style.GUIDE, 0.6, 0)
    canvas.line([(room.x0, room.y0 + full), (room.x1, room.y0 + full)], style.GRID, 0.5, 0)
    canvas.text(room.x0 - 3, room.y0 - 0.36 * style.SMALL, "0", style.SMALL, style.MUTED, "right")
    canvas.text(
        room.x0 - 3, room.y0 + full - 0.36 * style.SMALL, _tick(panel), style.SMALL, style.MUTED, "right"
    )
    half = min(WIDEST, step * 0.62) / 2
    for mark in panel:
        x = room.x0 + (years.index(mark.row.year) + 0.5) * step
        height = max(FLAT, full * mark.row.rate / highest)
        colour = style.COLOURS[number % len(style.COLOURS)] if mark.row.count else style.MUTED
        canvas.rect(Rect(x - half, room.y0, x + half, room.y0 + height), colour, zorder=2, gid=mark.gid)
        canvas.text(
            x, room.y0 + height + 2, str(mark.row.count), style.AXIS, align="center", gid=f"{mark.gid}-label"
        )


def _feet(canvas: Canvas, data: TermSeriesData, view: View, left: float, step: float, top: float) -> None:
    """Years, and how many documents each has; years are thinned where they would touch."""
    years = data.years
    every = next(n for n in (1, 2, 5, 10, 20, 50, 100) if n * step > text_width("2000", style.AXIS) + 3)
    for place, year in enumerate(years):
        x = left + (place + 0.5) * step
        if place % every == 0:
            canvas.text(x, top - style.AXIS * 1.25, str(year), style.AXIS, align="center")
        count = data.documents.get(year, 0)
        shown = view.words["documents_of_year"].format(count=count) if count else ""
        if shown and text_width(shown, style.SMALL) > step - 2:
            shown = str(count)
        base = top - style.AXIS * 1.5 - style.SMALL * 1.2
        canvas.text(x, base, shown, style.SMALL, style.MUTED, "center")


def _tick(panel: Sequence[YearMark]) -> str:
    return f"{max(mark.row.rate for mark in panel):.3g}"
