"""Cells of a matrix of codes on a canvas: rows with their names at the left, codes as columns."""

from __future__ import annotations

from suyuan.figures import style
from suyuan.figures.canvas import Canvas
from suyuan.figures.frame import frame, framed
from suyuan.figures.inputs import View
from suyuan.figures.kinds.code_matrix.select import CellMark, MatrixData
from suyuan.figures.kinds.code_timeline.select import code_name
from suyuan.figures.labels import Rect
from suyuan.figures.measuring import ASCENT, LEADING, text_width, wrapped

SHADES = ("#eef4f8", "#0072B2")  # of the least and the greatest value
DARK = 0.55  # share from which on numbers are white
NAMES = 0.45  # of the width, at most, for the names of rows
LEAST_NAMES = 0.22  # where the names of columns need room
PAD = 3.0
NOTES = {
    "zh": {
        "acts": "数字：有该编码的事项数；右侧：当年有日期的事项总数，含无编码者。一项可有数个编码。",
        "density": "数字：每千字线索词数；粗框：该行最密的编码；右侧：所读字数。",
    },
    "en": {
        "acts": "Number: acts with the code; right: all acts of the year, with a code or without. An act may have several codes.",
        "density": "Number: cue words per 1,000 characters; bold frame: densest code of the row; right: characters read.",
    },
}


def drawn(data: MatrixData, view: View) -> Canvas:
    """The figure of a view."""
    size = style.AXIS
    outer = frame(
        data.declaration.title[view.language],
        view,
        notes=[NOTES[view.language]["acts" if data.of_acts else "density"]],
    )
    inner = outer.width - 2 * style.EDGE
    names = [line.name(view, data.many) for line in data.lines]
    right = max(text_width(f"{line.of:,}", style.SMALL) for line in data.lines) + 6
    word = max(text_width(w, style.SMALL) for c in data.codes for w in code_name(c, view).split())
    most = max(inner - right - len(data.codes) * (word + 4), LEAST_NAMES * inner)
    left = min(max(text_width(name, size) for name in names) + 7, NAMES * inner, most)
    wide = (inner - left - right) / len(data.codes)
    rows = [wrapped(name, size, left - 6) for name in names]
    heights = [max(len(lines) * LEADING * size + 2 * PAD, 13.0) for lines in rows]
    heads = [wrapped(code_name(code, view), style.SMALL, wide - 2) for code in data.codes]
    head = max(map(len, heads)) * LEADING * style.SMALL + 4

    def draw(canvas: Canvas, room: Rect) -> None:
        for n, lines in enumerate(heads):
            for i, text in enumerate(lines):
                y = room.y1 - head + 4 + (len(lines) - 1 - i) * LEADING * style.SMALL
                canvas.text(room.x0 + left + (n + 0.5) * wide, y, text, style.SMALL, style.MUTED, "center")
        cells = {(mark.line, mark.code): mark for mark in data.cells}
        greatest = max(mark.value for mark in data.cells)
        top = room.y1 - head
        for line, lines, height in zip(data.lines, rows, heights, strict=True):
            first = top - (height - len(lines) * LEADING * size) / 2 - ASCENT * size
            for i, text in enumerate(lines):
                canvas.text(room.x0, first - i * LEADING * size, text, size)
            middle = top - height / 2
            for n, code in enumerate(data.codes):
                x = room.x0 + left + n * wide
                box = Rect(x + 0.6, top - height + 0.6, x + wide - 0.6, top - 0.6)
                _cell(canvas, box, cells.get((line.key, code.code)), greatest, data.of_acts)
            shown = f"{line.of:,}"
            canvas.text(room.x1, middle - 0.36 * style.SMALL, shown, style.SMALL, style.MUTED, "right")
            top -= height

    return framed(outer, head + sum(heights), draw)


def _cell(canvas: Canvas, box: Rect, mark: CellMark | None, most: float, of_acts: bool) -> None:
    if mark is None:
        canvas.rect(box, style.PAPER, style.GRID, 0.5, 1)
        return
    share = mark.value / most
    strong = mark.strongest
    canvas.rect(
        box,
        _shade(share),
        style.INK if strong else "none",
        1.1 if strong else 0.6,
        2 if strong else 1,
        mark.gid,
    )
    text = str(mark.count) if of_acts else f"{mark.value:.1f}"
    size = min(style.AXIS, style.AXIS * (box.x1 - box.x0 - 2) / text_width(text, style.AXIS))
    ink = style.PAPER if share > DARK else style.INK
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2 - 0.36 * size
    canvas.text(x, y, text, size, ink, "center", f"{mark.gid}-label")


def _shade(share: float) -> str:
    """Colour of a share from 0 to 1."""
    low, high = ([int(code[i : i + 2], 16) for i in (1, 3, 5)] for code in SHADES)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(low, high, strict=True))
