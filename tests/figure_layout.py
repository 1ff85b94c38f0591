"""What stands where in a drawn figure, measured by matplotlib itself, and declarations of all kinds for tests."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from suyuan.figures.canvas import Canvas
from suyuan.figures.declaration import FigureDeclaration
from suyuan.figures.registry import KINDS

SLACK = 2.5  # pixels at 300 dpi (0.6 points) that boxes may share: they are larger than the ink in them
Extent = tuple[float, float, float, float]
BOTH = [{"measure": "standards", "ref_area": "京津冀"}, {"measure": "standards", "ref_area": "长三角"}]


def declaration(kind: str = "time_series", figure_id: str = "one", **given: Any) -> FigureDeclaration:
    """A declaration with what every figure has; ``given`` adds to it."""
    own = {"series": BOTH[:1]} if kind == "time_series" and "panels" not in given else {}
    common = {"id": figure_id, "kind": kind, "title": {"zh": "题目", "en": "Title"}}
    return KINDS[kind].declaration.model_validate(common | own | given)


def layout_faults(canvas: Canvas) -> list[str]:
    """Texts that are clipped, lie on one another or on a mark, by the extents that matplotlib would draw."""
    figure = canvas.figure
    page = figure.bbox
    texts = [(text.get_text(), _extent(text)) for text in figure.texts if text.get_text().strip()]
    scale = figure.dpi / 72
    marks = [(box.name, tuple(scale * edge for edge in box.rect)) for box in canvas.marks]
    found = [
        f"{name!r} is clipped"
        for name, (x0, y0, x1, y1) in texts
        if x0 < 0 or y0 < 0 or x1 > page.x1 or y1 > page.y1
    ]
    found += [f"{a!r} lies on {b!r}" for (a, i), (b, j) in combinations(texts, 2) if overlap(i, j)]
    found += [f"{a!r} lies on the mark {b}" for a, i in texts for b, j in marks if overlap(i, j)]
    return found


def _extent(text: Any) -> Extent:
    box = text.get_window_extent()
    return (box.x0, box.y0, box.x1, box.y1)


def overlap(a: Extent, b: Extent) -> bool:
    """Whether two boxes share more than ``SLACK`` in both directions."""
    return min(a[2], b[2]) - max(a[0], b[0]) > SLACK and min(a[3], b[3]) - max(a[1], b[1]) > SLACK


def gids(canvas: Canvas) -> Iterator[str]:
    """Ids of everything drawn that has one."""
    for artist in (
        *canvas.figure.artists,
        *canvas.figure.lines,
        *canvas.figure.patches,
        *canvas.figure.texts,
    ):
        if artist.get_gid():
            yield str(artist.get_gid())
