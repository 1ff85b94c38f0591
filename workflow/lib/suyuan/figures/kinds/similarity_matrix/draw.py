"""Cells of a similarity matrix on a canvas, with its trees; verdicts by signs, so that no colour is needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from suyuan.figures import style
from suyuan.figures.canvas import Canvas
from suyuan.figures.frame import frame, framed
from suyuan.figures.glyphs import Key
from suyuan.figures.inputs import View
from suyuan.figures.kinds.similarity_matrix.select import PairMark, SimilarityData, text_name
from suyuan.figures.labels import Rect
from suyuan.figures.measuring import text_width, wrapped
from suyuan.figures.text import in_language
from suyuan.methods.information.rows import MergeRow, TextRow

NAMES = {"single": 0.36, "double": 0.32}  # of the width, at most, for the names of the rows
WIDEST = {"single": 26.0, "double": 40.0}  # column, points
HIGHEST = {"single": 330.0, "double": 420.0}  # of all rows together, where their names allow
NAME = {"single": 5.6, "double": 6.6}  # size of names
TREE = {"single": 26.0, "double": 52.0}  # depth of a tree
LEAST_NUMBER = 4.4  # a smaller number is not written
SHADES = (
    (255, 255, 255),
    (204, 226, 240),
    (86, 160, 206),
    (0, 84, 140),
)  # of cells, none to most; greyer in grey as well
DARK = 0.72  # share of the darkest shade from which on signs are white
BETWEEN = 1.18  # from line to line of a name, in sizes


@dataclass(frozen=True, slots=True)
class Plan:
    """Sizes of a matrix."""

    names: Mapping[str, Sequence[str]]  # of rows, broken to lines
    size: float
    left: float  # width of names
    wide: float  # of a cell
    high: float
    above: float  # room for numbers and the tree of the columns
    top: float  # similarity of the darkest shade


def drawn(data: SimilarityData, view: View) -> Canvas:
    """The figure of a view."""
    plan = _plan(data, view)
    notes = [f"{_number(n, data)}  {text_name(row, view)}" for n, row in enumerate(data.columns)]
    keys = _keys(data, view, plan)
    outer = frame(data.declaration.title[view.language], view, keys, notes if data.of_two_sets else [])
    labels = [in_language(getattr(data.declaration, name), view.language) for name in ("y_label", "x_label")]
    heads = style.SMALL * 1.5 if any(labels) else 0.0
    foot = style.SMALL * 1.6
    height = heads + plan.above + len(data.rows) * plan.high + foot

    def draw(canvas: Canvas, room: Rect) -> None:
        x0, y1 = room.x0 + plan.left, room.y1 - heads - plan.above
        if heads:
            canvas.text(x0, room.y1 - style.SMALL, labels[1], style.SMALL, style.MUTED)
            canvas.text(room.x0, y1 + 3, labels[0], style.SMALL, style.MUTED)
        _heads(canvas, data, plan, room.x0, x0, y1)
        for mark in data.pair_marks:
            _cells(canvas, mark, data, plan, x0, y1)
        right = x0 + len(data.columns) * plan.wide + 3
        depth = min(TREE[view.size], room.x1 - right - 8)
        bottom = y1 - len(data.rows) * plan.high
        scale = _tree(
            canvas,
            data.rows,
            data.row_tree,
            lambda leaf, h: (right + h * depth, y1 - (leaf + 0.5) * plan.high),
        )
        if data.row_tree:
            _scale(canvas, right, depth, bottom, scale)
        if data.of_two_sets:
            base, room_above = y1 + plan.size * 1.5, plan.above - plan.size * 1.5 - 2
            _tree(
                canvas,
                data.columns,
                data.column_tree,
                lambda leaf, h: (x0 + (leaf + 0.5) * plan.wide, base + h * room_above),
            )

    return framed(outer, height, draw)


def _plan(data: SimilarityData, view: View) -> Plan:
    size = NAME[view.size]
    inner = style.WIDTHS[view.size] - 2 * style.EDGE
    texts = {row.text_id: f"{_row_number(n, data)}{text_name(row, view)}" for n, row in enumerate(data.rows)}
    widest = max(text_width(text, size) for text in texts.values()) + 5
    left = min(widest, NAMES[view.size] * inner)
    wide = min(WIDEST[view.size], (inner - left - TREE[view.size] - 11) / len(data.columns))
    names = {row: wrapped(text, size, left - 4) for row, text in texts.items()}
    lines = max(len(lines) for lines in names.values())
    high = max(lines * BETWEEN * size + 2, min(wide, HIGHEST[view.size] / len(data.rows)))
    above = size * 1.5 + (TREE[view.size] * 0.6 if data.of_two_sets and data.column_tree else 0)
    highest = max((mark.pair.similarity for mark in data.pair_marks), default=1.0)
    return Plan(names, size, left, wide, high, above, max(0.1, ceil(highest * 10 - 1e-9) / 10))


def _row_number(place: int, data: SimilarityData) -> str:
    return "" if data.of_two_sets else f"{place + 1}  "


def _number(place: int, data: SimilarityData) -> str:
    """Head of a column: the number of the row of the same text, or a letter."""
    if not data.of_two_sets:
        return str(place + 1)
    return chr(ord("A") + place) if place < 26 else f"A{place - 25}"


def _heads(canvas: Canvas, data: SimilarityData, plan: Plan, left: float, x0: float, y1: float) -> None:
    size = plan.size
    for place, row in enumerate(data.rows):
        lines = plan.names[row.text_id]
        middle = y1 - (place + 0.5) * plan.high
        base = middle + (len(lines) - 1) * BETWEEN * size / 2 - 0.36 * size
        for line in lines:
            canvas.text(left, base, line, size)
            base -= BETWEEN * size
    own = min(size, plan.wide * 0.62)
    for place in range(len(data.columns)):
        canvas.text(x0 + (place + 0.5) * plan.wide, y1 + 2.5, _number(place, data), own, style.INK, "center")


def _cells(canvas: Canvas, mark: PairMark, data: SimilarityData, plan: Plan, x0: float, y1: float) -> None:
    """The cell of a pair; of texts compared with one another also that on the other side of the diagonal."""
    rows = [row.text_id for row in data.rows]
    columns = [row.text_id for row in data.columns]
    a, b = mark.pair.text_a, mark.pair.text_b
    if data.of_two_sets:
        _cell(
            canvas, mark, plan, x0, y1, rows.index(a), columns.index(b), mark.gid, signed=True, numbered=True
        )
        return
    low, high = sorted((rows.index(a), rows.index(b)))
    _cell(canvas, mark, plan, x0, y1, high, low, mark.gid, signed=False, numbered=True)
    _cell(canvas, mark, plan, x0, y1, low, high, f"{mark.gid}-other", signed=True, numbered=False)


def _cell(
    canvas: Canvas, mark: PairMark, plan: Plan, x0: float, y1: float, row: int, column: int, gid: str,
    *, signed: bool, numbered: bool,
) -> None:  # fmt: skip
    left, top = x0 + column * plan.wide, y1 - row * plan.high
    share = min(1.0, max(0.0, mark.pair.similarity / plan.top))
    box = Rect(left + 0.4, top - plan.high + 0.4, left + plan.wide - 0.4, top - 0.4)
    canvas.rect(box, _shade(share), style.GRID, 0.4, 1, gid)
    ink = style.PAPER if share > DARK else style.INK
    x, y = left + plan.wide / 2, top - plan.high / 2
    size = min(plan.size, plan.wide * 0.36, plan.high * 0.7)
    written = numbered and size >= LEAST_NUMBER
    aside = 0.2 * plan.wide if written and signed and mark.pair.verdict != "none" else 0.0
    if written:
        shown = f"{mark.pair.similarity:.2f}"
        canvas.text(x - 0.6 * aside, y - 0.36 * size, shown, size, ink, "center", f"{mark.gid}-label")
    if signed:
        sign = max(2.6, min(6.0, min(plan.wide, plan.high) * (0.24 if written else 0.34)))
        _sign(canvas, mark.pair.verdict, x + 1.5 * aside, y, sign, ink)


def _sign(canvas: Canvas, verdict: str, x: float, y: float, size: float, ink: str) -> None:
    if verdict == "nearer":
        canvas.marker(x, y, "o", size, ink, ink, 0.6)
    elif verdict == "farther":
        canvas.marker(x, y, "x", size * 0.9, ink, ink, 0.9)
    elif verdict == "cannot_tell":
        canvas.line([(x - size / 2, y), (x + size / 2, y)], style.GUIDE, 0.7, 3)


def _shade(share: float) -> str:
    """Colour of a share from 0 to 1."""
    place = share * (len(SHADES) - 1)
    number = min(int(place), len(SHADES) - 2)
    part = place - number
    mixed = (round(a + (b - a) * part) for a, b in zip(SHADES[number], SHADES[number + 1], strict=True))
    return "#" + "".join(f"{level:02x}" for level in mixed)


def _tree(
    canvas: Canvas,
    leaves: Sequence[TextRow],
    tree: Sequence[MergeRow],
    at: Callable[[float, float], tuple[float, float]],
) -> float:
    """Draw a tree; ``at`` gives the point of a place among the leaves and a height as a share of the highest, returned."""
    highest = max((merge.height for merge in tree), default=0.0) or 1.0
    where: dict[str, tuple[float, float]] = {row.text_id: (n, 0.0) for n, row in enumerate(leaves)}
    for merge in tree:
        height = merge.height / highest
        ends = [where[merge.left], where[merge.right]]
        points = [at(*ends[0]), at(ends[0][0], height), at(ends[1][0], height), at(*ends[1])]
        canvas.line(points, style.MUTED, 0.7, 1)
        where[f"#{merge.step}"] = ((ends[0][0] + ends[1][0]) / 2, height)
    return highest


def _scale(canvas: Canvas, left: float, depth: float, bottom: float, highest: float) -> None:
    size = style.SMALL * 0.86
    y = bottom - 1
    canvas.line([(left, y), (left + depth, y)], style.GUIDE, 0.5)
    ends = ((0.0, "left"), (1.0, "right")) if depth > 5 * size else ((1.0, "right"),)
    for share, align in ends:
        x = left + share * depth
        canvas.line([(x, y), (x, y - 1.5)], style.GUIDE, 0.5)
        shown = f"{highest * share:.2f}" if share else "0"
        canvas.text(x, y - 2.5 - size, shown, size, style.MUTED, align)


def _keys(data: SimilarityData, view: View, plan: Plan) -> list[Key]:
    words = view.words
    found = {mark.pair.verdict for mark in data.pair_marks}
    keys = [Key(f"{words['similarity']} 0–{plan.top:.1f}", 40.0, _ramp)]
    for verdict in ("nearer", "farther", "cannot_tell"):
        if verdict in found:
            keys.append(Key(words[verdict], 6.0, _signed(verdict)))
    if data.row_tree:
        keys.append(Key(words["tree"], 10.0, _branch))
    return keys


def _ramp(canvas: Canvas, x: float, y: float) -> None:
    step = 40.0 / 10
    for n in range(10):
        left = x - 20 + n * step
        canvas.rect(Rect(left, y - 2.5, left + step, y + 2.5), _shade(n / 9), zorder=1)
    canvas.rect(Rect(x - 20, y - 2.5, x + 20, y + 2.5), "none", style.GUIDE, 0.4, 2)


def _signed(verdict: str) -> Callable[[Canvas, float, float], None]:
    return lambda canvas, x, y: _sign(canvas, verdict, x, y, 4.6, style.INK)


def _branch(canvas: Canvas, x: float, y: float) -> None:
    canvas.line([(x - 5, y + 2), (x + 3, y + 2), (x + 3, y - 2), (x - 5, y - 2)], style.MUTED, 0.7)
