"""Labels beside marks that stand anywhere in a plot: value, source and time, where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from suyuan.figures import style
from suyuan.figures.canvas import Canvas
from suyuan.figures.labels import Placed, Rect, Segment, Wish, leader, place
from suyuan.figures.measuring import DESCENT, line_height, text_width

CLEAR = 3.4  # of a leader line, kept free around its mark, points


@dataclass(frozen=True, slots=True)
class Label:
    """What is wanted beside a mark: forms of lines, the fullest first; the first line of a form is the value."""

    gid: str
    at: tuple[float, float]
    forms: tuple[tuple[str, ...], ...]
    costs: tuple[float, ...] = ()  # of the forms, as suyuan.figures.labels.Wish


def add_labels(
    canvas: Canvas, labels: Sequence[Label], area: Rect, taken: Sequence[Rect], lines: Sequence[Segment]
) -> list[str]:
    """Write labels inside ``area``, off the boxes ``taken`` and, where possible, off ``lines``.

    Returns gids of marks for which not even the shortest form had room (the caption has them all).
    """
    wishes = [Wish(label.at, tuple(_size(form) for form in label.forms), label.costs) for label in labels]
    places = place(wishes, area, taken, lines)
    left = []
    for label, placed in zip(labels, places, strict=True):
        if placed is None:
            left.append(label.gid)
        else:
            _write(canvas, label, placed)
    return left


def _lines(form: Sequence[str]) -> list[tuple[str, float, str]]:
    return [
        (text, style.LABEL if index == 0 else style.SMALL, style.INK if index == 0 else style.MUTED)
        for index, text in enumerate(form)
    ]


def _size(form: Sequence[str]) -> tuple[float, float]:
    lines = _lines(form)
    return (
        max(text_width(text, size) for text, size, _ in lines),
        sum(line_height(size) for _, size, _ in lines),
    )


def _write(canvas: Canvas, label: Label, placed: Placed) -> None:
    rect, (x, y) = placed.rect, label.at
    align, at = "center", (rect.x0 + rect.x1) / 2
    if rect.x0 > x:
        align, at = "left", rect.x0
    elif rect.x1 < x:
        align, at = "right", rect.x1
    top = rect.y1
    for index, (text, size, colour) in enumerate(_lines(label.forms[placed.form])):
        top -= line_height(size)
        gid = f"{label.gid}-label" + (f"-{index + 1}" if index else "")
        canvas.text(at, top + DESCENT * size, text, size, colour, align, gid)
    line = leader(rect, (x, y))
    if line is not None:
        (ex, ey), length = line[0], ((line[0][0] - x) ** 2 + (line[0][1] - y) ** 2) ** 0.5
        near = CLEAR / length
        canvas.line([(ex, ey), (x + (ex - x) * near, y + (ey - y) * near)], style.MUTED, 0.45, 1.5)
