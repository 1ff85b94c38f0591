"""Labels of marks: value, source and time beside each, where there is room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patheffects import withStroke

from suyuan.figures import style
from suyuan.figures.dates import day_number
from suyuan.figures.labels import Placed, Rect, Segment, Wish, leader, place
from suyuan.figures.measuring import POINT, text_size
from suyuan.figures.select import FigureData, Mark
from suyuan.figures.sources import SourceLabel
from suyuan.figures.text import shown_value

MARK = 4.6  # half of the square that a mark keeps free, points
BOUNDS = {">": 1, ">=": 1, "<": -1, "<=": -1}  # direction of the arrow
BOUND_ROOM = 17.0  # points that the arrow of a bound keeps free
LINES = ((style.LABEL, style.INK), (style.SMALL, style.MUTED))  # size and colour of the two lines


def at(mark: Mark) -> tuple[float, float]:
    """Place of a mark: day number of the middle of its period, and its value."""
    first, last = day_number(mark.first), day_number(mark.last + timedelta(days=1))
    return (first + last) / 2, float(mark.value)


def label_lines(mark: Mark, language: str, labels: Mapping[str, SourceLabel]) -> tuple[str, str]:
    """The two lines beside a mark: its value; its source and time, and that it was read from a digest."""
    source_id = mark.facts[0].source_id if mark.facts else ""
    source = labels.get(source_id, SourceLabel()).name(language, source_id)
    from_digest = bool(mark.facts) and mark.facts[0].edition == "digest"
    parts = [source, mark.observation.time_period, style.WORDS[language]["digest"] if from_digest else ""]
    return shown_value(mark, language), " · ".join(part for part in parts if part)


def add_labels(
    figure: Figure, axes: Axes, data: FigureData, language: str, labels: Mapping[str, SourceLabel]
) -> None:
    """Write the labels of all marks; where there is no room the value alone, or nothing (the caption has them all)."""
    marks = data.marks
    texts = [label_lines(mark, language, labels) for mark in marks]
    sizes = [
        [text_size(figure, line, size) for line, (size, _) in zip(lines, LINES, strict=True)]
        for lines in texts
    ]
    points = [_point(figure, axes, mark) for mark in marks]
    wishes = [
        Wish(point, ((max(w for w, _ in size), sum(h for _, h in size)), size[0]))
        for point, size in zip(points, sizes, strict=True)
    ]
    kept = [
        rect
        for mark, point in zip(marks, points, strict=True)
        for rect in _kept_free(figure, axes, mark, point)
    ]
    places = place(wishes, _room(figure, axes), kept, _guides(data, points))
    for mark, lines, size, point, placed in zip(marks, texts, sizes, points, places, strict=True):
        if placed is not None:
            _write(axes, mark, lines, [height for _, height in size], point, placed)


def _write(
    axes: Axes,
    mark: Mark,
    lines: Sequence[str],
    heights: Sequence[float],
    point: tuple[float, float],
    placed: Placed,
) -> None:
    rect, xy = placed.rect, at(mark)
    side, x = _alignment(rect, point)
    top = rect.y1 - point[1]
    shown = len(lines) if placed.form == 0 else 1
    for line, height, (size, colour) in list(zip(lines, heights, LINES, strict=True))[:shown]:
        top -= height
        axes.annotate(
            line, xy=xy, xytext=(x - point[0], top), textcoords="offset points", fontsize=size, ha=side, va="bottom",
            color=colour, zorder=6, annotation_clip=False, gid=f"{mark.gid}-label",
            path_effects=[withStroke(linewidth=2.6, foreground="white")],
        )  # fmt: skip
    line_to_mark = leader(rect, point)
    if line_to_mark is not None:
        end = line_to_mark[0]
        props = {"arrowstyle": "-", "color": style.MUTED, "lw": 0.5, "shrinkA": 0, "shrinkB": MARK}
        offset = (end[0] - point[0], end[1] - point[1])
        axes.annotate(
            "", xy=xy, xytext=offset, textcoords="offset points", arrowprops=props, annotation_clip=False
        )


def _alignment(rect: Rect, point: tuple[float, float]) -> tuple[str, float]:
    """Alignment of the lines in a label and where they begin: towards the mark where the label stands beside it."""
    if rect.x0 > point[0]:
        return "left", rect.x0
    if rect.x1 < point[0]:
        return "right", rect.x1
    return "center", (rect.x0 + rect.x1) / 2


def _point(figure: Figure, axes: Axes, mark: Mark) -> tuple[float, float]:
    """Place of a mark in points from the lower left corner of the figure."""
    x, y = axes.transData.transform(at(mark))
    return float(x) * POINT / figure.dpi, float(y) * POINT / figure.dpi


def _kept_free(figure: Figure, axes: Axes, mark: Mark, point: tuple[float, float]) -> list[Rect]:
    """Rectangles of a mark and of what belongs to it: period bar, interval, arrow."""
    x, y = point
    scale = POINT / figure.dpi
    rects = [Rect(x - MARK, y - MARK, x + MARK, y + MARK)]
    if mark.precision != "day":
        days = (mark.first, mark.last + timedelta(days=1))
        ends = [float(axes.transData.transform((day_number(day), 0.0))[0]) * scale for day in days]
        rects.append(Rect(ends[0], y - 2, ends[1], y + 2))
    if mark.low is not None and mark.high is not None:
        ends = [
            float(axes.transData.transform((0.0, float(value)))[1]) * scale for value in (mark.low, mark.high)
        ]
        rects.append(Rect(x - 3, ends[0], x + 3, ends[1]))
    direction = BOUNDS.get(mark.observation.comparator)
    if direction:
        tip = y + direction * BOUND_ROOM
        rects.append(Rect(x - 3, min(y, tip), x + 3, max(y, tip)))
    return rects


def _room(figure: Figure, axes: Axes) -> Rect:
    """Where labels may stand: the axes, and to their right up to the edge of the figure."""
    box = axes.get_window_extent()
    scale = POINT / figure.dpi
    right = figure.get_figwidth() * POINT - 3
    return Rect(float(box.x0) * scale + 2, float(box.y0) * scale + 2, right, float(box.y1) * scale)


def _guides(data: FigureData, points: Sequence[tuple[float, float]]) -> list[Segment]:
    """The guide lines, as segments between the points of each series."""
    segments: list[Segment] = []
    begin = 0
    for series in data.series:
        own = points[begin : begin + len(series.marks)]
        segments.extend(pairwise(own))
        begin += len(series.marks)
    return segments
