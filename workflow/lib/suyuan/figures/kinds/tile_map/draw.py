"""Tiles on a canvas, a panel a period, with the numbers of all levels beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from suyuan.figures import style
from suyuan.figures.canvas import Canvas
from suyuan.figures.frame import frame, framed, heading_height
from suyuan.figures.glyphs import Key
from suyuan.figures.inputs import View
from suyuan.figures.kinds.tile_map.declared import TileMap
from suyuan.figures.kinds.tile_map.select import CellMark, TileData, TotalMark, level_name, period_name
from suyuan.figures.kinds.tile_map.words import WORDS
from suyuan.figures.labels import Rect
from suyuan.figures.measuring import ASCENT, LEADING, text_width, wrapped

GAP = 14.0  # between panels, points
Line = tuple[str, float, str, str | None]  # text, size, colour, gid
FACES = {
    "named": "#0072B2",
    "carried": "#9cc9e6",
    "implied": "#fbe3d1",
    "said_none": "white",
    "not_found": "white",
}
EDGES = {
    "named": "#00486f",
    "carried": "#00486f",
    "implied": "#D55E00",
    "said_none": style.GUIDE,
    "not_found": style.GUIDE,
}
BASES = ("named", "carried", "implied", "said_none", "not_found")
NAME = {"single": 5.8, "double": 6.8}
TILE = {"single": 0.128, "double": 0.072}  # side of a tile, of the width
MOST_NAMES = 8  # of units of other levels in one panel


@dataclass(frozen=True, slots=True)
class Panel:
    """Sizes of a panel."""

    tile: float
    columns: int
    rows: int

    @property
    def width(self) -> float:
        return self.columns * self.tile

    @property
    def height(self) -> float:
        return self.rows * self.tile * (1.0 if self.columns else 0.0)


def drawn(data: TileData, view: View) -> Canvas:
    """The figure of a view: panels side by side in the width of a page, one under the other in that of a column."""
    declared = data.declaration
    assert isinstance(declared, TileMap)
    outer = frame(declared.title[view.language], view, _keys(data, view))
    inner = outer.width - 2 * style.EDGE
    panel = Panel(TILE[view.size] * inner, max(map(len, declared.tiles)), len(declared.tiles))
    aside = view.size == "single"
    positions = data.positions
    wide = inner if aside else (inner - GAP * (len(positions) - 1)) / len(positions)
    words_width = wide - panel.width - GAP if aside else wide
    texts = {position: _texts(data, view, position) for position in positions}
    heads = style.HEAD * LEADING * 1.2
    longest = max(heading_height([line[:3] for line in lines], words_width) for lines in texts.values())
    each = heads + (max(panel.height, longest) if aside else panel.height + 6 + longest)
    height = each * len(positions) + GAP * (len(positions) - 1) if aside else each

    def draw(canvas: Canvas, room: Rect) -> None:
        for n, position in enumerate(positions):
            x = room.x0 if aside else room.x0 + n * (wide + GAP)
            top = room.y1 - n * (each + GAP) if aside else room.y1
            own = [mark for mark in data.cells if mark.row.position == position]
            name = next(period_name(m.row, view.language) for m in data.totals if m.row.position == position)
            canvas.text(x, top - style.HEAD, name, style.HEAD)
            _tiles(canvas, data, view, panel, x, top - heads, own)
            left, base = (
                (x + panel.width + GAP, top - heads) if aside else (x, top - heads - panel.height - 6)
            )
            _write(canvas, left, base, words_width, texts[position])

    return framed(outer, height, draw)


def _write(canvas: Canvas, left: float, top: float, width: float, lines: list[Line]) -> None:
    for text, size, colour, gid in lines:
        for n, part in enumerate(wrapped(text, size, width)):
            canvas.text(left, top - ASCENT * size, part, size, colour, gid=gid if n == 0 else None)
            top -= LEADING * size


def _tiles(
    canvas: Canvas, data: TileData, view: View, panel: Panel, left: float, top: float, cells: list[CellMark]
) -> None:
    declared = data.declaration
    assert isinstance(declared, TileMap)
    by_name = {mark.row.unit: mark for mark in cells if mark.row.level == declared.level}
    if data.shapes:
        _shapes(canvas, data, view, Rect(left, top - panel.height, left + panel.width, top), by_name)
        return
    for r, row in enumerate(declared.tiles):
        for c, name in enumerate(row):
            mark = by_name.get(name or "")
            if mark is None:
                continue
            x, y = left + c * panel.tile, top - (r + 1) * panel.tile
            box = Rect(x + 1, y + 1, x + panel.tile - 1, y + panel.tile - 1)
            _tile(canvas, box, mark.row.basis, mark.gid)
            shown = view.area(mark.row.unit)
            size = min(
                NAME[view.size], NAME[view.size] * (panel.tile - 8) / text_width(shown, NAME[view.size])
            )
            ink = style.PAPER if mark.row.basis == "named" else style.INK if mark.row.adopted else style.MUTED
            canvas.text(
                x + panel.tile / 2,
                y + panel.tile / 2 - 0.36 * size,
                shown,
                size,
                ink,
                "center",
                f"{mark.gid}-label",
            )


def _tile(canvas: Canvas, box: Rect, basis: str, gid: str | None = None) -> None:
    width = 1.1 if basis in ("named", "implied") else 0.5
    canvas.rect(box, FACES[basis], EDGES[basis], width, 1, gid)
    if basis == "said_none":
        canvas.line([(box.x0, box.y0), (box.x1, box.y1)], style.GRID, 0.7, 1.5)
    if basis == "implied":  # a second frame: told apart without colour
        inset = min(2.0, (box.x1 - box.x0) / 5)
        canvas.rect(
            Rect(box.x0 + inset, box.y0 + inset, box.x1 - inset, box.y1 - inset),
            "none",
            EDGES[basis],
            0.5,
            1.6,
        )


def _shapes(canvas: Canvas, data: TileData, view: View, room: Rect, cells: Mapping[str, CellMark]) -> None:
    points = [point for shape in data.shapes.values() for ring in shape for point in ring]
    x0, x1 = min(x for x, _ in points), max(x for x, _ in points)
    y0, y1 = min(y for _, y in points), max(y for _, y in points)
    scale = min((room.x1 - room.x0) / (x1 - x0 or 1), (room.y1 - room.y0) / (y1 - y0 or 1))

    def at(point: tuple[float, float]) -> tuple[float, float]:
        return room.x0 + (point[0] - x0) * scale, room.y1 - (y1 - point[1]) * scale

    for name, shape in data.shapes.items():
        mark = cells.get(name)
        if mark is None:
            continue
        for n, ring in enumerate(shape):
            placed = [at(point) for point in ring]
            canvas.polygon(placed, FACES[mark.row.basis], 1, mark.gid if n == 0 else f"{mark.gid}-{n + 1}")
            canvas.line([*placed, placed[0]], EDGES[mark.row.basis], 0.6, 2)


def _texts(data: TileData, view: View, position: int) -> list[Line]:
    """Number of units of each level, and the names of those that are no tiles."""
    declared = data.declaration
    assert isinstance(declared, TileMap)
    lines: list[Line] = []
    for total in data.totals:
        if total.row.position != position:
            continue
        lines.append((total_text(total, view), style.AXIS, style.INK, total.gid))
        if total.row.level != declared.level:
            own = [
                r for r in data.others if r.position == position and r.level == total.row.level and r.adopted
            ]
            fresh = [view.area(row.unit) for row in own if row.basis != "carried"]
            kept = [view.area(row.unit) for row in own if row.basis == "carried"]
            for word, names in (("named", fresh), ("carried", kept)):
                if names:
                    lines.append((_listed(names, word, view), style.SMALL, style.MUTED, None))
    return lines


def _listed(names: list[str], word: str, view: View) -> str:
    words = view.words
    shown = words["comma"].join(names[:MOST_NAMES])
    more = "…" if len(names) > MOST_NAMES else ""
    return f"{WORDS[view.language][word]}{words['colon']}{shown}{more}"


def total_text(mark: TotalMark, view: View) -> str:
    """地级以上城市 3/13; 区县 ≥5/202; 47/202（仅有数目）."""
    own, row = WORDS[view.language], mark.row
    number = f"{'≥' if row.comparator == '>=' else ''}{row.total}" + (f"/{row.units}" if row.units else "")
    tail = (
        view.words["open"] + own["only_number"].format(count=row.unnamed) + view.words["close"]
        if row.unnamed
        else ""
    )
    name = level_name(row, view.language)
    return f"{number} {name}{tail}" if view.language == "en" else f"{name} {number}{tail}"


def _keys(data: TileData, view: View) -> list[Key]:
    declared = data.declaration
    assert isinstance(declared, TileMap)
    found = {mark.row.basis for mark in data.cells if mark.row.level == declared.level}
    return [Key(WORDS[view.language][basis], 9.0, _sign(basis)) for basis in BASES if basis in found]


def _sign(basis: str) -> Callable[[Canvas, float, float], None]:
    return lambda canvas, x, y: _tile(canvas, Rect(x - 4, y - 4, x + 4, y + 4), basis)
