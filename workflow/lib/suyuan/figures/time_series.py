"""Kind time_series: observations over time, a mark each, joined by a thin line that only guides the eye."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from fractions import Fraction

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from suyuan.figures import style
from suyuan.figures.dates import day_number, ticks
from suyuan.figures.frame import add_frame
from suyuan.figures.pointlabels import BOUNDS, add_labels, at
from suyuan.figures.select import FigureData, Mark
from suyuan.figures.sources import SourceLabel
from suyuan.figures.text import number

ARROW = 15.0  # length of the arrow of a bound, points


def draw(data: FigureData, language: str, labels: Mapping[str, SourceLabel]) -> Figure:
    """The figure in one language; needs the rcParams of ``style.settings()``.

    Each mark is an artist with the gid of its observation; its period bar, interval, arrow and label have the same gid
    with ``-period``, ``-interval``, ``-bound`` and ``-label`` after it.
    """
    size = data.declaration.size
    figure = Figure(figsize=(style.WIDTHS[size], style.HEIGHTS[size]), dpi=style.DPI)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.1, 0.2, 0.86, 0.62))
    _axes(axes, data)
    add_frame(figure, axes, data, language)
    for index, series in enumerate(data.series):
        places = [at(mark) for mark in series.marks]
        axes.plot(
            [x for x, _ in places], [y for _, y in places], color=style.GUIDE, lw=0.9, ls=(0, (4, 2)), zorder=1,
            gid=f"guide-{index + 1}",
        )  # fmt: skip
        for mark in series.marks:
            _mark(axes, mark, style.COLOURS[index % len(style.COLOURS)])
    add_labels(figure, axes, data, language, labels)
    return figure


def _axes(axes: Axes, data: FigureData) -> None:
    """Limits with room for labels, ticks at whole years (months where the figure spans less than two years)."""
    first = min(mark.first for mark in data.marks)
    last = max(mark.last for mark in data.marks)
    days = max((last - first).days, 60)
    left, right = day_number(first) - 0.07 * days, day_number(last) + 0.09 * days
    axes.set_xlim(left, right)
    places = ticks(left, right)
    axes.set_xticks([day_number(day) for day, _ in places], [name for _, name in places])
    tops = [float(mark.high if mark.high is not None else mark.value) for mark in data.marks]
    bottoms = [float(mark.low if mark.low is not None else mark.value) for mark in data.marks]
    base = min(0.0, *bottoms) if data.declaration.from_zero else min(bottoms)
    span = (max(tops) - base) or abs(max(tops)) or 1.0
    room = 0.0 if data.declaration.from_zero and base == 0 else 0.25 * span
    axes.set_ylim(base - room, max(tops) + 0.28 * span)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=6, steps=[1, 2, 5, 10]))
    group_from = 1000 if max(tops) >= 10_000 else 10_000
    axes.yaxis.set_major_formatter(
        lambda value, _: number(Fraction(repr(round(float(value), 6))), group_from=group_from)
    )


def _mark(axes: Axes, mark: Mark, colour: str) -> None:
    """One mark with all that belongs to it."""
    x, y = at(mark)
    gid, observation = mark.gid, mark.observation
    if mark.precision != "day":
        ends = [day_number(mark.first), day_number(mark.last + timedelta(days=1))]
        axes.plot(ends, [y, y], color=colour, lw=2.6, alpha=0.35, zorder=2, gid=f"{gid}-period")
    if mark.low is not None and mark.high is not None:
        ends = [float(mark.low), float(mark.high)]
        axes.plot([x, x], ends, color=colour, lw=4, alpha=0.25, zorder=2, gid=f"{gid}-interval")
    direction = BOUNDS.get(observation.comparator)
    if direction:
        arrow = {
            "arrowstyle": "<|-,head_width=0.16,head_length=0.32", "color": colour, "lw": 0.9, "shrinkA": 0, "shrinkB": 0,
        }  # fmt: skip
        # the head is at the end of the (empty) text, which stands above or below the mark
        note = axes.annotate(
            "", xy=(x, y), xytext=(0, direction * ARROW), textcoords="offset points", arrowprops=arrow, zorder=2,
            annotation_clip=False,
        )  # fmt: skip
        if note.arrow_patch is not None:
            note.arrow_patch.set_gid(f"{gid}-bound")
    if observation.obs_status == "conflicting":
        axes.plot(
            [x], [y], ls="none", marker="o", ms=11, mfc="none", mec=style.CONFLICT, mew=0.9, zorder=3, clip_on=False,
            gid=f"{gid}-conflict",
        )  # fmt: skip
    shape = style.MARKERS[observation.grade]
    exact = observation.comparator == "="
    axes.plot(
        [x], [y], ls="none", marker=shape, ms=style.MARKER_SIZE * style.MARKER_SCALE[shape],
        mec="white" if exact else colour, mew=0.5 if exact else 1.1, mfc=colour if exact else "white", zorder=4,
        clip_on=False, gid=gid,
    )  # fmt: skip
