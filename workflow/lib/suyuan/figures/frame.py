"""What stands around the axes: title, axis labels, legend and the line that explains the signs."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from suyuan.figures import style
from suyuan.figures.measuring import POINT, text_size, wrapped
from suyuan.figures.select import FigureData
from suyuan.figures.style import WORDS
from suyuan.figures.text import in_language, series_label, y_label

EDGE = 7.0  # free margin of the figure, points
GAP = 4.5  # between lines of text, points
TICKS = 15.0  # room for the labels of the horizontal axis, points


def add_frame(figure: Figure, axes: Axes, data: FigureData, language: str) -> None:
    """Write title and label above the axes, legend and signs below, and give the axes the room between them.

    The label of the vertical axis stands flat above it. Sizes in points from the lower left corner of the figure.
    """
    width, height = figure.get_figwidth() * POINT, figure.get_figheight() * POINT
    inner = width - 2 * EDGE
    top = height - EDGE
    for text, size, colour in (
        (in_language(data.declaration.title, language), style.TITLE, style.INK),
        (y_label(data, language), style.AXIS, style.MUTED),
    ):
        top -= _write(figure, wrapped(figure, text, size, inner), size, colour, EDGE, top, "top") + GAP
    bottom = EDGE
    signs = wrapped(figure, signs_line(data, language), style.SMALL, inner)
    bottom += _write(figure, signs, style.SMALL, style.MUTED, EDGE, bottom, "bottom") + GAP
    bottom += _legend(figure, handles(data, language), inner, bottom) + GAP
    x_text = in_language(data.declaration.x_label, language)
    if x_text:
        shown = figure.text(
            1 - EDGE / width, bottom / height, x_text, fontsize=style.AXIS, ha="right", color=style.MUTED
        )
        bottom += float(shown.get_window_extent().height) * POINT / figure.dpi
    bottom += TICKS
    figure.draw_without_rendering()  # gives the tick labels their texts
    ticks = (
        max((float(t.get_window_extent().width) for t in axes.get_yticklabels()), default=0.0)
        * POINT
        / figure.dpi
    )
    left = EDGE + ticks + GAP
    axes.set_position(
        (left / width, bottom / height, (width - left - EDGE - 3) / width, (top - bottom) / height)
    )


def signs_line(data: FigureData, language: str) -> str:
    """Which marks are exact and what open marks mean, as far as they occur."""
    words = WORDS[language]
    found = {mark.observation.comparator for mark in data.marks}
    parts = [f"{words['filled']}{words['colon']}{words['=']}"] if "=" in found else []
    others = [words[c] for c in (">", ">=", "<", "<=", "~", "range") if c in found]
    if others:
        parts.append(f"{words['open_mark']}{words['colon']}{words['comma'].join(others)}")
    return words["semicolon"].join(parts)


def handles(data: FigureData, language: str) -> list[Line2D]:
    """Legend entries for what occurs: lines if several, grades, period bars, conflicts."""
    words = WORDS[language]
    found: list[Line2D] = []
    neutral = style.COLOURS[0] if len(data.series) == 1 else style.MUTED
    if len(data.series) > 1:
        for index, series in enumerate(data.series):
            colour = style.COLOURS[index % len(style.COLOURS)]
            found.append(Line2D([], [], color=colour, lw=2, label=series_label(series, language)))
    grades = {mark.observation.grade for mark in data.marks}
    for grade, shape in style.MARKERS.items():
        if grade in grades:
            size = style.MARKER_SIZE * style.MARKER_SCALE[shape]
            found.append(
                Line2D([], [], ls="none", marker=shape, ms=size, mec="none", mfc=neutral, label=words[grade])
            )
    if any(mark.precision != "day" for mark in data.marks):
        found.append(Line2D([], [], color=neutral, lw=2.6, alpha=0.35, label=words["period"]))
    if any(mark.observation.obs_status == "conflicting" for mark in data.marks):
        ring = Line2D(
            [], [], ls="none", marker="o", ms=8, mfc="none", mec=style.CONFLICT, label=words["conflicting"]
        )
        found.append(ring)
    return found


def _write(figure: Figure, text: str, size: float, colour: str, x: float, y: float, va: str) -> float:
    """Write a text with its edge ``va`` at ``y``; returns its height in points."""
    width, height = figure.get_figwidth() * POINT, figure.get_figheight() * POINT
    figure.text(x / width, y / height, text, fontsize=size, va=va, color=colour)
    return text_size(figure, text, size)[1]


def _legend(figure: Figure, entries: Sequence[Line2D], inner: float, y: float) -> float:
    """Draw the legend from ``y`` upwards in as many columns as fit into ``inner`` points; returns its height."""
    width, height = figure.get_figwidth() * POINT, figure.get_figheight() * POINT
    for columns in range(len(entries), 0, -1):
        legend = figure.legend(
            handles=list(entries), loc="lower left", bbox_to_anchor=(EDGE / width, y / height), ncols=columns, borderpad=0,
            borderaxespad=0, handletextpad=0.5, columnspacing=1.4, labelspacing=0.45, labelcolor=style.INK,
        )  # fmt: skip
        box = legend.get_window_extent()
        if float(box.width) * POINT / figure.dpi <= inner or columns == 1:
            return float(box.height) * POINT / figure.dpi
        legend.remove()
    return 0.0
