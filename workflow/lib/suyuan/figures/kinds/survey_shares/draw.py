"""Bars of shares on a canvas: a head for each item with its base, a bar for each answer, one scale from 0 to 100%."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from suyuan.figures import style
from suyuan.figures.canvas import Canvas
from suyuan.figures.frame import frame, framed, heading, heading_height
from suyuan.figures.inputs import View
from suyuan.figures.kinds.survey_shares.select import AnswerMark, SharesData, item_name
from suyuan.figures.labels import Rect
from suyuan.figures.measuring import LEADING, text_width, wrapped
from suyuan.figures.text import dotted

NAMES = {"single": 0.36, "double": 0.30}  # of the width, at most, for names
ROW = 15.0  # height of a row of one line
BAR = 7.0
CAP = 4.4  # of the ends of an interval
BETWEEN = 7.0  # items
FEET = 16.0  # the scale
TICKS = (0, 20, 40, 60, 80, 100)
BASES = {
    "zh": {"with": "N={n}", "without": "N未载明", "several": "可多选"},
    "en": {"with": "N = {n}", "without": "N not given", "several": "several choices"},
}
NOTES = {
    "zh": {
        "interval": "横线：Wilson {level}%区间，按简单随机样本计",
        "absent": "正文无数值：{items}",
        "disputed": "陈述互相矛盾，未画：{items}",
    },
    "en": {
        "interval": "Lines: Wilson {level}% intervals, as if a simple random sample",
        "absent": "No numbers in the text: {items}",
        "disputed": "Disputed, not drawn: {items}",
    },
}


@dataclass(frozen=True, slots=True)
class Panel:
    """An item, measured."""

    head: list[tuple[str, float, str]]
    names: list[list[str]]
    marks: list[AnswerMark]
    top: float
    heights: list[float]

    @property
    def height(self) -> float:
        """With its head, points."""
        return self.top + sum(self.heights)


def drawn(data: SharesData, view: View) -> Canvas:
    """The figure of a view."""
    notes = []
    said = NOTES[view.language]
    if any(m.row.interval_low is not None for panel in data.panels for m in panel):
        notes.append(said["interval"].format(level=f"{100 * data.confidence:g}"))
    if data.absent:
        items = view.words["comma"].join(item_name(i, view) for i in data.absent)
        notes.append(said["absent"].format(items=items))
    if data.disputed:
        items = view.words["comma"].join(mark.name(view) for mark in data.disputed)
        notes.append(said["disputed"].format(items=items))
    outer = frame(data.declaration.title[view.language], view, notes=notes)
    width = outer.width - 2 * style.EDGE
    most = NAMES[view.size] * width
    panels = [_panel(marks, view, width, most) for marks in data.panels]
    names = max(text_width(line, style.LABEL) for p in panels for name in p.names for line in name) + 6
    values = max(text_width(m.value(view), style.LABEL) for p in panels for m in p.marks)
    height = sum(p.height for p in panels) + BETWEEN * (len(panels) - 1) + FEET

    def draw(canvas: Canvas, room: Rect) -> None:
        left, right = room.x0 + names, room.x1 - max(values + 4 - _free(panels, room, names), 6)

        def scale(percent: float) -> float:
            return left + (right - left) * percent / 100

        _scale(canvas, scale, room.y0 + FEET, [room.y1, *_bottoms(panels, room.y1)], panels)
        top = room.y1
        for panel in panels:
            heading(canvas, room.x0, top, room.x1 - room.x0, panel.head)
            y = top - panel.top
            for name, mark, own in zip(panel.names, panel.marks, panel.heights, strict=True):
                _row(canvas, name, mark, view, left, y - own / 2, scale)
                y -= own
            top = y - BETWEEN

    return framed(outer, height, draw)


def _free(panels: Sequence[Panel], room: Rect, names: float) -> float:
    """Points between the longest interval and the end of the scale, where values may stand."""
    reach = max(_reach(mark) for panel in panels for mark in panel.marks)
    return (room.x1 - room.x0 - names) * (100 - reach) / 100 * 0.8


def _reach(mark: AnswerMark) -> float:
    return mark.row.interval_high if mark.row.interval_high is not None else float(mark.row.share or 0)


def _panel(marks: Sequence[AnswerMark], view: View, width: float, most: float) -> Panel:
    item = marks[0].item
    said = BASES[view.language]
    base = said["with"].format(n=item.n) if item.n else said["without"]
    under = dotted(base, said["several"] if item.choices == "several" else "")
    head = [(item_name(item, view), style.HEAD, style.INK), (under, style.SMALL + 0.3, style.MUTED)]
    names = [wrapped(mark.name(view), style.LABEL, most - 6) for mark in marks]
    heights = [max(ROW, len(name) * LEADING * style.LABEL + 3) for name in names]
    return Panel(head, names, list(marks), heading_height(head, width) + 2, heights)


def _bottoms(panels: Sequence[Panel], top: float) -> list[float]:
    found = []
    for panel in panels:
        top -= panel.height + BETWEEN
        found.append(top + BETWEEN)
    return found


def _scale(
    canvas: Canvas, scale: Callable[[float], float], base: float, edges: Sequence[float], panels: Sequence[Panel]
) -> None:  # fmt: skip
    """Lines behind the rows of each item, and the scale below the last."""
    for index, panel in enumerate(panels):
        bottom = edges[index + 1]
        top = bottom + sum(panel.heights)
        for tick in TICKS:
            x = scale(tick)
            canvas.line([(x, bottom), (x, top)], style.GRID if tick else style.MUTED, 0.5 if tick else 0.7, 0)
    for tick in TICKS:
        name = f"{tick}%" if tick in (0, 100) else str(tick)
        canvas.text(scale(tick), base - style.AXIS - 4, name, style.AXIS, style.MUTED, "center")


def _row(
    canvas: Canvas,
    name: Sequence[str],
    mark: AnswerMark,
    view: View,
    left: float,
    y: float,
    scale: Callable[[float], float],
) -> None:
    base = y + (len(name) - 1) * LEADING * style.LABEL / 2 - 0.36 * style.LABEL
    for line in name:
        canvas.text(left - 6, base, line, style.LABEL, style.INK, "right")
        base -= LEADING * style.LABEL
    exact = mark.row.comparator == "="
    colour = style.COLOURS[5]
    box = Rect(scale(0), y - BAR / 2, scale(float(mark.row.share or 0)), y + BAR / 2)
    canvas.rect(box, colour if exact else style.PAPER, colour, 0.9, 1, mark.gid)
    end = box.x1
    if mark.row.interval_low is not None and mark.row.interval_high is not None:
        a, b = scale(mark.row.interval_low), scale(mark.row.interval_high)
        half = CAP / 2
        points = [(a, y - half), (a, y + half), (a, y), (b, y), (b, y - half), (b, y + half)]
        canvas.line(points, style.INK, 0.9, 2, f"{mark.gid}-interval")
        end = b
    base = y - 0.36 * style.LABEL
    said = canvas.text(end + 4, base, mark.value(view), style.LABEL, style.INK, gid=f"{mark.gid}-label")
    canvas.rect(said, style.PAPER, zorder=0.5)  # over the lines of the scale
