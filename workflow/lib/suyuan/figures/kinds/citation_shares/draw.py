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
TICKS = (0, 20, 40, 60, 80, 100)
KEYS = {
    "zh": ("标注在数量之后，文献表有条目", "文献点名在前，不计入"),
    "en": ("mark behind the quantity, with an entry", "reference named in front, not counted"),
}
NO_LIST = {"zh": "无文献表", "en": "no list"}


def drawn(data: SharesData, view: View) -> Canvas:
    """The figure of a view."""
    marks = data.share_marks
    keys = [_key(KEYS[view.language][0], False)]
    if any(mark.row.named for mark in marks):
        keys.append(_key(KEYS[view.language][1], True))
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

        for tick in TICKS:
            x = scale(tick / 100)
            line = style.GRID if tick else style.MUTED
            canvas.line([(x, room.y0 + FEET), (x, room.y1)], line, 0.5 if tick else 0.7, 0)
            name = f"{tick}%" if tick in (0, 100) else str(tick)
            canvas.text(x, room.y0 + FEET - style.AXIS - 4, name, style.AXIS, style.MUTED, "center")
        y = room.y1
        for mark, name, height, head in zip(marks, names, heights, heads, strict=True):
            if head is not None:
                box = canvas.text(room.x0, y - HEAD + 3.5, head, style.SMALL + 0.5, style.MUTED)
                canvas.rect(box, style.PAPER, zorder=0.5)
                y -= HEAD
            _row(canvas, mark, name, y - height / 2, scale, view)
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
    row = mark.row
    backed, named = row.backed / row.quantities, row.named / row.quantities
    end = scale(backed)
    _bar(canvas, Rect(scale(0), y - BAR / 2, max(end, scale(0) + 0.6), y + BAR / 2), False, mark.gid)
    if named:
        end = scale(backed + named)
        _bar(canvas, Rect(scale(backed), y - BAR / 2, end, y + BAR / 2), True, f"{mark.gid}-named")
    gid = f"{mark.gid}-label"
    said = canvas.text(end + 4, y - 0.36 * style.LABEL, _value(mark, view), style.LABEL, style.INK, gid=gid)
    canvas.rect(said, style.PAPER, zorder=0.5)  # over the lines of the scale


def _bar(canvas: Canvas, box: Rect, is_open: bool, gid: str | None = None) -> None:
    colour = style.COLOURS[5]
    canvas.rect(box, style.PAPER if is_open else colour, colour, 0.9, 1, gid)


def _key(text: str, is_open: bool) -> Key:
    def sign(canvas: Canvas, x: float, y: float) -> None:
        _bar(canvas, Rect(x - 5, y - 3.5, x + 5, y + 3.5), is_open)

    return Key(text, 11.0, sign)
