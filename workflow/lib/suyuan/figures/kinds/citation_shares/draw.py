"""Bars of shares on a canvas, one scale from 0 to 100%, a head for each document where bars are sections."""

from __future__ import annotations

from collections.abc import Callable

from suyuan.figures import style
from suyuan.figures.canvas import Canvas
from suyuan.figures.frame import frame, framed
from suyuan.figures.glyphs import Key
from suyuan.figures.inputs import View
from suyuan.figures.kinds.citation_shares.select import ShareMark, SharesData
from suyuan.figures.labels import Rect
from suyuan.figures.measuring import LEADING, text_width, wrapped

NAMES = {"single": 0.44, "double": 0.40}  # of the width, at most, for names
ROW = 15.0  # height of a row of one line
BAR = 7.0
HEAD = 14.0
FEET = 16.0  # the scale
TICKS = {"single": (0, 50, 100), "double": (0, 20, 40, 60, 80, 100)}
LOOKS = {
    "backed": (style.COLOURS[5], None),
    "without": (style.STEM, None),
    "named": (style.PAPER, style.COLOURS[5]),
}
KEYS = {
    "zh": {"backed": "标注在后，有条目", "without": "标注在后，所读文本无条目", "named": "文献点名在前"},
    "en": {
        "backed": "mark behind it, with an entry",
        "without": "mark behind it, no entry in the text read",
        "named": "reference named in front",
    },
}
NO_LIST = {"zh": "无文献表", "en": "no list"}


def drawn(data: SharesData, view: View) -> Canvas:
    """The figure of a view."""
    marks = data.share_marks
    shown = ["backed", *(part for part in ("without", "named") if any(mark.parts[part] for mark in marks))]
    keys = [_key(KEYS[view.language][part], part) for part in shown]
    outer = frame(data.declaration.title[view.language], view, keys)
    most = NAMES[view.size] * (outer.width - 2 * style.EDGE)
    names = [wrapped(mark.name(view), style.LABEL, most - 6) for mark in marks]
    heights = [max(ROW, len(name) * LEADING * style.LABEL + 3) for name in names]
    heads = [_head(marks, i, view) for i in range(len(marks))]
    column = max(text_width(line, style.LABEL) for name in names for line in name) + 6
    values = max(text_width(_value(mark, view), style.LABEL) for mark in marks) + 6
    rows = sum(heights) + HEAD * sum(head is not None for head in heads)

    def draw(canvas: Canvas, room: Rect) -> None:
        left, right = room.x0 + column, room.x1 - values

        def scale(share: float) -> float:
            return left + (right - left) * share

        for tick in TICKS[view.size]:
            x = scale(tick / 100)
            line = style.GRID if tick else style.MUTED
            canvas.line([(x, room.y0 + FEET), (x, room.y1)], line, 0.5 if tick else 0.7, 0)
            name = f"{tick}%" if tick in (0, 100) else str(tick)
            canvas.text(x, room.y0 + FEET - style.AXIS - 4, name, style.AXIS, style.MUTED, "center")
        y = room.y1
        for mark, lines, height, head in zip(marks, names, heights, heads, strict=True):
            if head is not None:
                box = canvas.text(room.x0, y - HEAD + 3.5, head, style.SMALL + 0.5, style.MUTED)
                canvas.rect(box, style.PAPER, zorder=0.5)
                y -= HEAD
            _row(canvas, mark, lines, y - height / 2, scale, view)
            y -= height

    return framed(outer, rows + FEET, draw)


def _head(marks: list[ShareMark], index: int, view: View) -> str | None:
    mark = marks[index]
    if mark.row.section is None or (index and marks[index - 1].row.source_id == mark.row.source_id):
        return None
    return view.names.source(mark.row.source_id).name(view.language, mark.row.source_id)


def _value(mark: ShareMark, view: View) -> str:
    if mark.entries is None:
        return f"{mark.value()} {NO_LIST[view.language]}"
    return mark.value()


def _row(
    canvas: Canvas, mark: ShareMark, name: list[str], y: float, scale: Callable[[float], float], view: View
) -> None:  # fmt: skip
    base = y + (len(name) - 1) * LEADING * style.LABEL / 2 - 0.36 * style.LABEL
    for line in name:
        canvas.text(scale(0) - 6, base, line, style.LABEL, style.INK, "right")
        base -= LEADING * style.LABEL
    at = end = scale(0)
    done = 0
    for part, count in mark.parts.items():
        if count:
            done += count
            end = scale(done / mark.row.quantities)
            gid = mark.gid if at == scale(0) else f"{mark.gid}-{part}"
            _bar(canvas, Rect(at, y - BAR / 2, end, y + BAR / 2), part, gid)
            at = end
    gid = f"{mark.gid}-label" if done else mark.gid  # no bar at all for none
    said = canvas.text(end + 4, y - 0.36 * style.LABEL, _value(mark, view), style.LABEL, style.INK, gid=gid)
    canvas.rect(said, style.PAPER, zorder=0.5)  # over the lines of the scale


def _bar(canvas: Canvas, box: Rect, part: str, gid: str | None = None) -> None:
    fill, edge = LOOKS[part]
    canvas.rect(box, fill, edge or fill, 0.9, 1, gid)


def _key(text: str, part: str) -> Key:
    def sign(canvas: Canvas, x: float, y: float) -> None:
        _bar(canvas, Rect(x - 5, y - 3.5, x + 5, y + 3.5), part)

    return Key(text, 11.0, sign)
