"""A network of terms on a canvas: each term in a box with the sign of its group, lines behind."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

from suyuan.figures import style
from suyuan.figures.canvas import Canvas
from suyuan.figures.frame import frame, framed
from suyuan.figures.glyphs import Key
from suyuan.figures.inputs import View
from suyuan.figures.kinds.term_network.layout import placed
from suyuan.figures.kinds.term_network.select import NetworkData, NodeMark
from suyuan.figures.labels import Rect
from suyuan.figures.measuring import text_width

SIZES = {"single": (5.4, 8.2), "double": (6.6, 11.5)}  # of the rarest and the most frequent term
ROOM = {"single": 22.0, "double": 12.0}  # height for each term, at least, points
RATIO = {"single": 1.02, "double": 0.52}  # least height of the drawing, of its width
LINES = (0.35, 2.4)  # widths
SHAPES = ("o", "s", "^", "D", "v", "p", "h", "X")
GREYS = ("#c9c9c9", "#8f8f8f")  # of the thinnest and the thickest line: thin ones recede


def drawn(data: NetworkData, view: View) -> Canvas:
    """The figure of a view."""
    keys = [_group_key(group, view) for group in sorted({node.row.group for node in data.nodes})]
    outer = frame(data.declaration.title[view.language], view, [*keys, _width_key(data, view)])
    inner = outer.width - 2 * style.EDGE
    height = max(RATIO[view.size] * inner, ROOM[view.size] * len(data.nodes) * 0.6)
    most = max(node.row.sentences for node in data.nodes)
    sizes = {node.row.term: _size(node, most, view) for node in data.nodes}
    boxes = {term: (text_width(term, size) + size * 1.25 + 4, size * 1.3 + 2) for term, size in sizes.items()}
    edges = [(edge.row.term_a, edge.row.term_b, float(edge.row.sentences)) for edge in data.edges]
    seed = getattr(data.declaration, "seed", 1)

    def draw(canvas: Canvas, room: Rect) -> None:
        at = placed(boxes, edges, room, seed)
        _edges(canvas, data, at)
        for node in data.nodes:
            _node(canvas, node, at[node.row.term], sizes[node.row.term])

    return framed(outer, height, draw)


def _size(node: NodeMark, most: int, view: View) -> float:
    """Size of a term: the area of its letters grows with its sentences."""
    least, largest = SIZES[view.size]
    return least + (largest - least) * sqrt(node.row.sentences / most)


def _edges(canvas: Canvas, data: NetworkData, at: Mapping[str, Rect]) -> None:
    most = max(edge.row.sentences for edge in data.edges)
    for edge in sorted(data.edges, key=lambda edge: edge.row.sentences):
        share = edge.row.sentences / most
        a, b = (_middle(at[term]) for term in (edge.row.term_a, edge.row.term_b))
        width = LINES[0] + (LINES[1] - LINES[0]) * share
        canvas.line([a, b], GREYS[share > 0.3], width, 1 + share, edge.gid)


def _node(canvas: Canvas, node: NodeMark, box: Rect, size: float) -> None:
    shape, colour = _look(node.row.group)
    canvas.rect(box, style.PAPER, colour, 0.7, 3, node.gid)
    middle = (box.y0 + box.y1) / 2
    canvas.marker(box.x0 + 2 + size * 0.5, middle, shape, size * 0.62, colour, "none", zorder=4)
    canvas.text(box.x0 + 2 + size * 1.15, middle - 0.36 * size, node.row.term, size, gid=f"{node.gid}-label")


def _middle(box: Rect) -> tuple[float, float]:
    return (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2


def _look(group: int) -> tuple[str, str]:
    """Sign and colour of a group."""
    return SHAPES[(group - 1) % len(SHAPES)], style.COLOURS[(group - 1) % len(style.COLOURS)]


def _group_key(group: int, view: View) -> Key:
    shape, colour = _look(group)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.marker(x, y, shape, 4.6, colour, "none")

    return Key(view.words["term_group"].format(number=group), 6.0, draw)


def _width_key(data: NetworkData, view: View) -> Key:
    counts = [edge.row.sentences for edge in data.edges]
    least, most = min(counts), max(counts)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        thin = LINES[0] + (LINES[1] - LINES[0]) * least / most
        canvas.line([(x - 11, y), (x - 1, y)], GREYS[least / most > 0.3], thin)
        canvas.line([(x + 1, y), (x + 11, y)], GREYS[1], LINES[1])

    return Key(view.words["together"].format(least=least, most=most), 22.0, draw)
