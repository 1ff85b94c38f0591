"""Panels of a time series on a canvas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise

from matplotlib.ticker import MaxNLocator

from suyuan.figures import style
from suyuan.figures.canvas import Canvas
from suyuan.figures.dates import day_number, ticks
from suyuan.figures.frame import frame, framed, heading, heading_height
from suyuan.figures.glyphs import Key, draw_keys, draw_value, key_height, key_rows, value_keys
from suyuan.figures.inputs import View
from suyuan.figures.kinds.time_series.select import DrawnPanel, DrawnSeries, SeriesData
from suyuan.figures.labels import Rect, Segment
from suyuan.figures.marklabels import Label, add_labels
from suyuan.figures.marks import ValueMark
from suyuan.figures.measuring import text_width
from suyuan.figures.text import (
    dotted,
    grouping,
    in_language,
    number,
    shown_value,
    source_note,
    unit_of,
    with_unit,
)
from suyuan.figures.times import short_time

HEIGHTS = {"single": (176.0, 112.0), "double": (212.0, 138.0)}  # of a plot: one panel, several; points
COLUMNS = {"single": 1, "double": 3}  # panels beside one another, at most
BETWEEN = 16.0  # panels, points
TICK_ROOM = 13.0  # below a plot, for the labels of its time axis
STRIP = 58.0  # width of the strip of undated values, points
ABOVE = (42.0, 30.0)  # kept free above the greatest value for labels: one panel, several; points
TICK_WIDTH = 27.0  # least distance of time labels, points
DASHES = (
    (0, (4, 2.5)),
    (0, (1.2, 1.8)),
    (0, (7, 2, 1.5, 2)),
    (0, (2.5, 1.5)),
)  # of the lines, so that grey tells them


@dataclass(frozen=True, slots=True)
class Axes:
    """A plot's rectangle and its scales."""

    plot: Rect
    left: float  # day number at the left edge
    right: float
    base: float
    top: float

    def x(self, day: float) -> float:
        """Place of a day number."""
        return self.plot.x0 + (day - self.left) / (self.right - self.left) * (self.plot.x1 - self.plot.x0)

    def y(self, value: float) -> float:
        """Place of a value."""
        return self.plot.y0 + (value - self.base) / (self.top - self.base) * (self.plot.y1 - self.plot.y0)


def drawn(data: SeriesData, view: View) -> Canvas:
    """The figure of a view."""
    marks = data.value_marks
    several = len(data.panels) > 1
    plot_height = HEIGHTS[view.size][several]
    columns = min(len(data.panels), COLUMNS[view.size]) if several else 1
    outer = frame(
        data.declaration.title[view.language], view, value_keys(marks, view, upwards=True, period_bars=True)
    )
    width = (outer.width - 2 * style.EDGE - (columns - 1) * BETWEEN) / columns
    heads = [_head(panel, view, several, width) for panel in data.panels]
    rows = [range(start, min(start + columns, len(heads))) for start in range(0, len(heads), columns)]
    above = [max(heads[i].height for i in row) for row in rows]
    height = sum(above) + len(rows) * (plot_height + TICK_ROOM) + (len(rows) - 1) * BETWEEN
    shared = _span(
        [m for panel in data.panels if not panel.declaration.own_time for m in panel.marks] or marks
    )
    spans = [_span(panel.marks) if panel.declaration.own_time else shared for panel in data.panels]
    scales = [_scale(panel, plot_height, several) for panel in data.panels]
    margin = max(text_width(name, style.AXIS) for scale in scales for _, name in scale.ticks) + 4

    def draw(canvas: Canvas, room: Rect) -> None:
        top = room.y1
        for row, head in zip(rows, above, strict=True):
            for column, index in enumerate(row):
                x0 = room.x0 + column * (width + BETWEEN)
                box = Rect(x0, top - head - plot_height, x0 + width, top)
                _panel(
                    canvas,
                    data.panels[index],
                    heads[index],
                    scales[index],
                    box,
                    plot_height,
                    margin,
                    spans[index],
                    view,
                )
            top -= head + plot_height + TICK_ROOM + BETWEEN

    return framed(outer, height, draw)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a plot."""

    lines: list[tuple[str, float, str]]
    keys: list[list[Key]]
    height: float


def _head(panel: DrawnPanel, view: View, several: bool, width: float) -> Head:
    declared = in_language(panel.declaration.title, view.language)
    first = panel.marks[0]
    name = declared or with_unit(
        in_language(first.measure.label, view.language), unit_of(first, view.language), view.language
    )
    lines = [(name, style.HEAD, style.INK) if several else (name, style.AXIS, style.MUTED)]
    keys = [_line_key(line, i, view) for i, line in enumerate(panel.series)] if len(panel.series) > 1 else []
    rows = key_rows(keys, width, style.AXIS)
    height = heading_height(lines, width) + len(rows) * key_height(style.AXIS) + 3
    return Head(lines, rows, height)


def _line_key(line: DrawnSeries, index: int, view: View) -> Key:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        colour = style.COLOURS[index % len(style.COLOURS)]
        if len(line.joined) > 1:
            canvas.line([(x - 9, y), (x + 9, y)], colour, 1.0, dash=DASHES[index % len(DASHES)])
        canvas.marker(x, y, style.MARKERS[line.marks[0].observation.grade], 4.6, colour, style.PAPER, 0.4)

    declared = in_language(line.declaration.label, view.language)
    return Key(declared or view.area(line.declaration.ref_area), 18.0 if len(line.joined) > 1 else 6.0, draw)


def _span(marks: Sequence[ValueMark]) -> tuple[float, float]:
    """First and last day number of the time axis, with room beside the outermost marks."""
    first = min((day_number(mark.first) for mark in marks if mark.first is not None), default=0.0)
    last = max((day_number(mark.last) for mark in marks if mark.last is not None), default=0.0)
    days = max(last - first, 60.0)
    return first - 0.05 * days, last + 0.07 * days


@dataclass(frozen=True, slots=True)
class Scale:
    """The vertical axis of a panel."""

    base: float
    top: float
    ticks: list[tuple[float, str]]
    group_from: int  # from where on thousands are grouped


def _scale(panel: DrawnPanel, height: float, several: bool) -> Scale:
    """From the least to the greatest value, with room for labels above a plot of ``height`` points."""
    base, highest = _range(panel)
    top = base + (highest - base) * height / (height - ABOVE[several])
    found = [float(v) for v in MaxNLocator(nbins=5, steps=[1, 2, 5, 10]).tick_values(base, top)]
    group_from = grouping(panel.marks)
    shown = [v for v in found if base <= v < top]
    return Scale(
        base,
        top,
        [(v, number(Fraction(repr(round(v, 6))), group_from=group_from)) for v in shown],
        group_from,
    )


def _panel(
    canvas: Canvas, panel: DrawnPanel, head: Head, scale: Scale, box: Rect, height: float, margin: float,
    days: tuple[float, float], view: View,
) -> None:  # fmt: skip
    top = heading(canvas, box.x0, box.y1, box.x1 - box.x0, head.lines)
    draw_keys(canvas, head.keys, box.x0, top - 1, style.AXIS)
    left = box.x0 + margin
    undated = [mark for mark in panel.marks if not mark.dated]
    right = box.x1 - (STRIP if undated else 3)
    axes = Axes(Rect(left, box.y0, right, box.y0 + height), *days, scale.base, scale.top)
    for value, name in scale.ticks:
        y = axes.y(value)
        if value != scale.base:
            canvas.line([(left, y), (box.x1, y)], style.GRID, 0.5, 0)
        canvas.text(left - 4, y - 0.34 * style.AXIS, name, style.AXIS, style.INK, "right")
    _time_axis(canvas, axes, box.x1)
    strip = Rect(right, box.y0, box.x1, box.y0 + height)
    if undated:
        canvas.line([(right + 3, box.y0), (right + 3, strip.y1)], style.GUIDE, 0.6, 0.5, dash=(0, (2, 2)))
        words = view.words["no_year"]
        canvas.text((right + 3 + box.x1) / 2, box.y0 - 10, words, style.AXIS, style.INK, "center")
    taken: list[Rect] = []
    segments: list[Segment] = []
    labels: list[Label] = []
    for index, line in enumerate(panel.series):
        at = _places(line, axes, strip, undated)
        ids = {mark.gid for mark in line.joined}
        dated = [place for mark, place in zip(line.marks, at, strict=True) if mark.gid in ids]
        colour = style.COLOURS[index % len(style.COLOURS)]
        if len(dated) > 1:
            tint = style.GUIDE if len(panel.series) == 1 else colour
            canvas.line(dated, tint, 0.9, 1, dash=DASHES[index % len(DASHES)])
            segments += pairwise(dated)
        for mark, place in zip(line.marks, at, strict=True):
            taken += _mark(canvas, mark, place, axes, colour)
            labels.append(_label(mark, place, view, scale.group_from))
    area = Rect(
        left + 2, box.y0 + 1.5, box.x1 + (EDGE_ROOM if box.x1 + style.EDGE >= canvas.width else 0), strip.y1
    )
    add_labels(canvas, labels, area, taken, segments)


EDGE_ROOM = style.EDGE - 2  # labels may reach beyond the last panel, almost to the edge of the page


def _label(mark: ValueMark, at: tuple[float, float], view: View, group_from: int) -> Label:
    """The label of a mark: with source and time on one line or two, with the time alone, or bare."""
    value = shown_value(mark, view.language, group_from)
    time = short_time(mark.observation.time_period, view.language)
    source = source_note(mark, view)
    name, _, digest = source.rpartition("·") if "·" in source else (source, "", "")
    forms = {
        (value, dotted(source, time)): 0.0,
        (value, source, time): 8.0,
        (value, name.strip(), dotted(digest.strip(), time)): 10.0,
        (value, time): 300.0,
        (value,): 600.0,
    }
    kept = {tuple(line for line in form if line): cost for form, cost in forms.items()}
    return Label(mark.gid, at, tuple(kept), tuple(kept.values()))


def _range(panel: DrawnPanel) -> tuple[float, float]:
    """Least and greatest value of the vertical axis, before room is added."""
    tops = [float(m.high if m.high is not None else m.value) for m in panel.marks]
    bottoms = [float(m.low if m.low is not None else m.value) for m in panel.marks]
    if panel.declaration.from_zero:
        base = min(0.0, *bottoms)
        return base, max(tops) if max(tops) > base else base + 1
    span = (max(tops) - min(bottoms)) or abs(max(tops)) or 1.0
    return min(bottoms) - 0.25 * span, max(tops)


def _time_axis(canvas: Canvas, axes: Axes, edge: float) -> None:
    plot = axes.plot
    canvas.line([(plot.x0, plot.y0), (edge, plot.y0)], style.MUTED, 0.6, 0.6)
    most = max(2, int((plot.x1 - plot.x0) / TICK_WIDTH))
    end = plot.x0 - 8  # of the label before
    for day, name in ticks(axes.left, axes.right, most):
        x = axes.x(day_number(day))
        half = text_width(name, style.AXIS) / 2
        middle = min(x, plot.x1 + 3 - half)  # the label of the last tick moves in
        if middle - half < end:
            continue
        canvas.line([(x, plot.y0), (x, plot.y0 - 2.5)], style.MUTED, 0.6, 0.6)
        canvas.text(middle, plot.y0 - 10, name, style.AXIS, style.INK, "center")
        end = middle + half + 3


def _places(
    line: DrawnSeries, axes: Axes, strip: Rect, undated: Sequence[ValueMark]
) -> list[tuple[float, float]]:
    """Places of the marks of a line: the middle of the period; in the strip side by side."""
    found = []
    for mark in line.marks:
        y = axes.y(float(mark.value))
        if mark.first is not None and mark.last is not None:
            days = day_number(mark.first) + day_number(mark.last + timedelta(days=1))
            found.append((axes.x(days / 2), y))
        else:
            share = (list(undated).index(mark) + 1) / (len(undated) + 1)
            found.append((strip.x0 + 3 + share * (strip.x1 - strip.x0 - 3), y))
    return found


def _mark(canvas: Canvas, mark: ValueMark, at: tuple[float, float], axes: Axes, colour: str) -> list[Rect]:
    """One mark with the bar of its period; returns the boxes that it takes up."""
    taken = draw_value(canvas, mark, at, colour, True, axes.y)
    if mark.first is not None and mark.last is not None and mark.precision != "day":
        a, b = axes.x(day_number(mark.first)), axes.x(day_number(mark.last + timedelta(days=1)))
        a, b = max(a, axes.plot.x0), min(b, axes.plot.x1)
        canvas.rect(Rect(a, at[1] - 1.2, b, at[1] + 1.2), style.GUIDE, zorder=1.8, gid=f"{mark.gid}-period")
        taken.append(Rect(a, at[1] - 1.6, b, at[1] + 1.6))
    return taken
