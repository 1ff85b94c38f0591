"""Bars of counts by period on a canvas, a panel a level, each with its own scale."""

from __future__ import annotations

from collections.abc import Callable

from suyuan.figures import style
from suyuan.figures.canvas import Canvas
from suyuan.figures.frame import frame, framed
from suyuan.figures.glyphs import Key
from suyuan.figures.inputs import View
from suyuan.figures.kinds.tile_map.draw import EDGES, FACES
from suyuan.figures.kinds.tile_map.select import TileData, TotalMark, level_name, period_name
from suyuan.figures.kinds.tile_map.words import WORDS
from suyuan.figures.labels import Rect
from suyuan.figures.measuring import text_width

GAP = 18.0  # between panels, points
HEIGHT = {"single": 92.0, "double": 104.0}  # of the longest bar
BAR = 0.5  # width of a bar, of its share of the panel
PARTS = ("carried", "named", "implied", "unnamed")
FACE = {**FACES, "unnamed": "white"}
EDGE = {**EDGES, "unnamed": style.MUTED}


def drawn(data: TileData, view: View) -> Canvas:
    """The figure of a view."""
    levels = list(dict.fromkeys(mark.row.level for mark in data.totals))
    parts = [part for part in PARTS if any(_count(mark, part) for mark in data.totals)]
    outer = frame(data.declaration.title[view.language], view, [_key(part, view) for part in parts])
    inner = outer.width - 2 * style.EDGE
    wide = (inner - GAP * (len(levels) - 1)) / len(levels)
    head, foot, above = style.HEAD * 1.7, style.AXIS * 1.9, style.LABEL * 1.6
    height = head + above + HEIGHT[view.size] + foot

    def draw(canvas: Canvas, room: Rect) -> None:
        for n, level in enumerate(levels):
            left = room.x0 + n * (wide + GAP)
            own = [mark for mark in data.totals if mark.row.level == level]
            canvas.text(left, room.y1 - style.HEAD, level_name(own[0].row, view.language), style.HEAD)
            most = max(mark.row.total for mark in own) or 1
            base = room.y0 + foot
            share = wide / len(own)
            canvas.line([(left, base), (left + wide, base)], style.GUIDE, 0.7)
            for i, mark in enumerate(own):
                x = left + (i + 0.5) * share
                _bar(canvas, mark, x, base, share * BAR, HEIGHT[view.size] / most)
                shown = period_name(mark.row, view.language)
                size = min(style.AXIS, style.AXIS * (share - 2) / text_width(shown, style.AXIS))
                canvas.text(x, base - 1.3 * size, shown, size, style.MUTED, "center")

    return framed(outer, height, draw)


def _count(mark: TotalMark, part: str) -> int:
    return int(getattr(mark.row, part))


def _bar(canvas: Canvas, mark: TotalMark, x: float, base: float, width: float, unit: float) -> None:
    y = base
    for part in PARTS:
        count = _count(mark, part)
        if count:
            box = Rect(x - width / 2, y, x + width / 2, y + count * unit)
            _part(canvas, box, part, f"{mark.gid}-{part}")
            y = box.y1
    number = f"{'≥' if mark.row.comparator == '>=' else ''}{mark.row.total}"
    of = f"/{mark.row.units}" if mark.row.units else ""
    canvas.text(x, y + 3, f"{number}{of}", style.LABEL, style.INK, "center", mark.gid)


def _part(canvas: Canvas, box: Rect, part: str, gid: str | None = None) -> None:
    hatch = {"unnamed": "////", "implied": "...."}.get(part)
    canvas.rect(box, FACE[part], EDGE[part], 0.6, 1, gid, hatch)


def _key(part: str, view: View) -> Key:
    def sign(part: str) -> Callable[[Canvas, float, float], None]:
        return lambda canvas, x, y: _part(canvas, Rect(x - 5, y - 4, x + 5, y + 4), part)

    return Key(WORDS[view.language][part], 11.0, sign(part))
