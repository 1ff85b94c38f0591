"""Dots of means on a canvas: a row for each group, under a head for each area, and a scale below."""

from __future__ import annotations

from collections.abc import Callable

from matplotlib.ticker import MaxNLocator

from suyuan.figures import style
from suyuan.figures.canvas import DOTTED, Canvas
from suyuan.figures.frame import frame, framed
from suyuan.figures.inputs import View
from suyuan.figures.kinds.survey_means.select import MeanMark, MeansData
from suyuan.figures.labels import Rect
from suyuan.figures.measuring import text_width

ROW = 14.0
HEAD = 13.0
FEET = 17.0
DOT = 6.0
CAP = 4.4  # of the ends of an interval
AFTER = 7.0  # from a dot to its value
NOTES = {
    "zh": {
        "base": "有效问卷{n}份",
        "n_none": "各组人数未载明，无误差线",
        "n_some": "仅{n}组载明人数",
        "error": "横线：均值±标准误",
        "no_sd": "标准差未载明，无误差线",
        "no_scale": "计分范围未载明",
    },
    "en": {
        "base": "{n} valid questionnaires",
        "n_none": "sizes of groups not printed: no error bars",
        "n_some": "sizes printed for {n} groups only",
        "error": "lines: mean ± standard error",
        "no_sd": "deviations not printed: no error bars",
        "no_scale": "range of scores not printed",
    },
}


def drawn(data: MeansData, view: View) -> Canvas:
    """The figure of a view."""
    outer = frame(data.declaration.title[view.language], view, notes=_notes(data, view))
    groups = data.groups
    marks = [mark for _, own in groups for mark in own]
    heads = sum(area is not None for area, _ in groups)
    names = max(text_width(mark.name(view), style.LABEL) for mark in marks) + 7
    values = max(text_width(mark.value(), style.LABEL) for mark in marks) + AFTER + 1
    low, high = _ends(marks)

    def draw(canvas: Canvas, room: Rect) -> None:
        left, right = room.x0 + names, room.x1 - values

        def scale(value: float) -> float:
            return left + (right - left) * (value - low) / (high - low)

        y = room.y1
        for number, (area, own) in enumerate(groups):
            if area is not None:
                canvas.text(room.x0, y - HEAD + 3.5, view.area(area), style.SMALL + 0.5, style.MUTED)
                y -= HEAD
            canvas.line([(left, y), (left, y - len(own) * ROW)], style.MUTED, 0.6, 1)
            for mark in own:
                middle = y - ROW / 2
                _row(canvas, mark, view, left, scale, middle, number)
                y -= ROW
        _ticks(canvas, low, high, left, right, y - 2)

    return framed(outer, len(marks) * ROW + heads * HEAD + FEET, draw)


def _notes(data: MeansData, view: View) -> list[str]:
    said, found = NOTES[view.language], []
    if data.questionnaire is not None and data.questionnaire.n:
        found.append(said["base"].format(n=data.questionnaire.n))
    if data.extent(data.with_n) != "all":
        found.append(said[f"n_{data.extent(data.with_n)}"].format(n=data.with_n))
    if data.with_error:
        found.append(said["error"])
    elif data.with_n:
        found.append(said["no_sd"])
    if data.item is not None and data.item.scale_points is None:
        found.append(said["no_scale"])
    return found


def _ends(marks: list[MeanMark]) -> tuple[float, float]:
    """Ends of the scale: of the item's points where they are printed, else somewhat around the means."""
    values = [end for mark in marks for end in mark.ends]
    points = marks[0].row.scale_points
    if points and all(1 <= value <= points for value in values):
        return 1.0, float(points)
    span = (max(values) - min(values)) or abs(max(values)) or 1.0
    return min(values) - 0.15 * span, max(values) + 0.05 * span


def _row(
    canvas: Canvas,
    mark: MeanMark,
    view: View,
    left: float,
    scale: Callable[[float], float],
    y: float,
    number: int,
) -> None:
    base = y - 0.36 * style.LABEL
    x = scale(float(mark.row.mean or 0))
    a, b = (scale(end) for end in mark.ends)
    canvas.text(left - 7, base, mark.name(view), style.LABEL, style.INK, "right")
    canvas.line([(left, y), (a, y)], style.GUIDE, 0.6, 0.8, dash=DOTTED)
    if mark.error is not None:
        half = CAP / 2
        points = [(a, y - half), (a, y + half), (a, y), (b, y), (b, y - half), (b, y + half)]
        canvas.line(points, style.INK, 0.9, 1, f"{mark.gid}-interval")
    shape = "os^D"[number % 4]
    colour = style.COLOURS[number % len(style.COLOURS)]
    canvas.marker(x, y, shape, DOT * style.MARKER_SCALE[shape], colour, style.PAPER, 0.5, mark.gid)
    canvas.text(max(x + AFTER, b + 4), base, mark.value(), style.LABEL, style.INK, gid=f"{mark.gid}-label")


def _ticks(canvas: Canvas, low: float, high: float, left: float, right: float, y: float) -> None:
    canvas.line([(left, y), (right, y)], style.MUTED, 0.6, 1)
    for value in MaxNLocator(nbins=6, steps=[1, 2, 5, 10]).tick_values(low, high):
        if low <= value <= high:
            x = left + (right - left) * (float(value) - low) / (high - low)
            canvas.line([(x, y), (x, y - 2.5)], style.MUTED, 0.6, 1)
            canvas.text(x, y - 3.5 - style.AXIS, f"{value:g}", style.AXIS, style.INK, "center")
