"""Rows of categories on a canvas: a name, a thin bar, a marker at its end, and the value with what is said about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from matplotlib.ticker import MaxNLocator

from suyuan.figures import style
from suyuan.figures.canvas import DOTTED, Canvas
from suyuan.figures.frame import frame, framed, heading, heading_height
from suyuan.figures.glyphs import ARROW, BOUNDS, Key, draw_keys, draw_value, key_height, key_rows, value_keys
from suyuan.figures.inputs import View
from suyuan.figures.kinds.by_category.select import CategoryData, DrawnPanel
from suyuan.figures.labels import Rect
from suyuan.figures.marks import ValueMark
from suyuan.figures.measuring import LEADING, text_width, wrapped
from suyuan.figures.text import (
    dotted,
    grouping,
    in_language,
    number,
    shown_value,
    source_note,
    unit_of,
    with_unit,
)
from suyuan.figures.times import short_time

ROW = 12.5  # height of a row, points
PAUSE = 4.5  # between categories
SCALE = 15.0  # height of the scale below dots
BETWEEN = 14.0  # between panels
NAMES = 0.34  # of the width, at most, for the names of categories
AFTER = 6.5  # from the middle of a marker to its value
HEADED = style.SMALL + 0.3  # size of a head above rows
BAR = 3.4  # thickness of a bar
LEAST = 46.0  # length of the longest bar below which notes go under the values


@dataclass(frozen=True, slots=True)
class Row:
    """A mark with its words."""

    mark: ValueMark
    group: int  # number of its time among those of the panel
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A panel, measured for a width."""

    panel: DrawnPanel
    head: list[tuple[str, float, str]]
    keys: list[list[Key]]
    heads: list[list[str]]  # lines above each category, none for most
    names: list[list[str]]  # lines of the name of each category
    rows: list[list[Row]]  # of each category
    name_width: float
    row_height: float
    under: bool  # notes stand under the values
    top: float  # height of the head
    height: float


def drawn(data: CategoryData, view: View) -> Canvas:
    """The figure of a view."""
    columns = min(len(data.panels), 2) if view.size == "double" else 1
    keys = value_keys(data.value_marks, view, upwards=False)
    outer = frame(data.declaration.title[view.language], view, keys)
    width = (outer.width - 2 * style.EDGE - (columns - 1) * 2 * BETWEEN) / columns
    layouts = [_layout(panel, view, width, len(data.panels) > 1) for panel in data.panels]
    lines = [layouts[start : start + columns] for start in range(0, len(layouts), columns)]
    heights = [max(layout.height for layout in line) for line in lines]

    def draw(canvas: Canvas, room: Rect) -> None:
        top = room.y1
        for line, height in zip(lines, heights, strict=True):
            heads = max(layout.top for layout in line)
            for column, layout in enumerate(line):
                x0 = room.x0 + column * (width + 2 * BETWEEN)
                _panel(canvas, layout, x0, x0 + width, top, top - heads)
            top -= height + BETWEEN

    return framed(outer, sum(heights) + BETWEEN * (len(lines) - 1), draw)


def _layout(panel: DrawnPanel, view: View, width: float, several: bool) -> Layout:
    marks = panel.marks
    group_from = grouping(marks)
    times = list(dict.fromkeys(m.observation.time_period for m in sorted(marks, key=_when)))
    sources = {m.gid: source_note(m, view) for m in marks}
    one_time, one_source = len(times) == 1, len(set(sources.values())) == 1
    by_time = [sorted({sources[m.gid] for m in marks if m.observation.time_period == t}) for t in times]
    keyed = not one_time and not one_source and len(times) < 4 and all(len(found) == 1 for found in by_time)
    unit = unit_of(marks[0], view.language)
    measure = in_language(marks[0].measure.label, view.language)
    declared = in_language(panel.declaration.title, view.language)
    said = [
        sources[marks[0].gid] if one_source else "",
        short_time(times[0], view.language) if one_time else "",
    ]
    if declared:
        head = [(declared, style.HEAD, style.INK)]
        said = [unit, *said]
    else:
        name = with_unit(measure, unit, view.language)
        head = [(name, style.HEAD, style.INK) if several else (name, style.AXIS, style.MUTED)]
    under = dotted(*said)
    head += [(under, style.SMALL + 0.3, style.MUTED)] if under else []
    keys = [
        _group_key(i, t, found[0], marks, view)
        for i, (t, found) in enumerate(zip(times, by_time, strict=True))
    ]
    key_lines = key_rows(keys, width, style.SMALL + 0.3) if keyed else []

    def row(mark: ValueMark) -> Row:
        time = short_time(mark.observation.time_period, view.language)
        if keyed and not mark.dated:
            time = view.words["no_year"]  # the legend has the day
        note = dotted("" if one_time else time, "" if one_source or keyed else sources[mark.gid])
        group = times.index(mark.observation.time_period)
        return Row(
            mark, group if keyed or len(times) <= 2 else 0, shown_value(mark, view.language, group_from), note
        )

    firsts = [
        wrapped(c.head(view), HEADED, width)
        if c.head(view) and (not i or panel.categories[i - 1].rows is not c.rows)
        else []
        for i, c in enumerate(panel.categories)
    ]
    names = [wrapped(c.name(view), style.LABEL, NAMES * width) for c in panel.categories]
    rows = [[row(mark) for mark in category.marks] for category in panel.categories]
    name_width = max(text_width(line, style.LABEL) for name in names for line in name) + 7
    all_rows = [r for own in rows for r in own]
    room = width - name_width
    from_zero = panel.declaration.from_zero
    below = min(_longest(all_rows, room, from_zero, under=False), room) < LEAST
    row_height = ROW + (style.SMALL * LEADING if below else 0.0)
    top = heading_height(head, width) + len(key_lines) * key_height(style.SMALL + 0.3) + 4
    body = sum(_height(name, own, row_height) for name, own in zip(names, rows, strict=True))
    height = (
        top + body + PAUSE * (len(rows) - 1) + sum(map(_head_height, firsts)) + (0 if from_zero else SCALE)
    )
    return Layout(panel, head, key_lines, firsts, names, rows, name_width, row_height, below, top, height)


def _head_height(lines: Sequence[str]) -> float:
    return len(lines) * LEADING * HEADED + 3 if lines else 0.0


def _when(mark: ValueMark) -> tuple[bool, str, str]:
    return not mark.dated, mark.observation.time_period, mark.gid


def _height(name: Sequence[str], rows: Sequence[Row], row_height: float) -> float:
    return max(len(rows) * row_height, len(name) * LEADING * style.LABEL + 2)


def _group_key(index: int, time: str, source: str, marks: Sequence[ValueMark], view: View) -> Key:
    """Time and source of a group, with the marker of its first value."""
    grade = next(m.observation.grade for m in marks if m.observation.time_period == time)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        size = style.marker_size(grade, 0.9)
        canvas.marker(x, y, style.MARKERS[grade], size, style.COLOURS[index], style.PAPER, 0.5)

    words = view.words
    text = f"{short_time(time, view.language)}{words['colon']}{source}"
    return Key(text, 7.0, draw)


def _label_width(row: Row, under: bool) -> float:
    value = text_width(row.value, style.LABEL)
    arrow = ARROW if BOUNDS.get(row.mark.observation.comparator) == 1 else 0.0
    note = text_width(row.note, style.SMALL)
    after = max(AFTER, arrow + 2)
    return after + (max(value, note) if under else value + (4 + note if note else 0.0)) + 1


def _base(rows: Sequence[Row], from_zero: bool) -> float:
    """Value at the left end of the scale."""
    lows = [float(r.mark.low if r.mark.low is not None else r.mark.value) for r in rows]
    if from_zero:
        return min(0.0, *lows)
    highs = [float(r.mark.high if r.mark.high is not None else r.mark.value) for r in rows]
    return min(lows) - 0.15 * ((max(highs) - min(lows)) or abs(max(highs)) or 1.0)


def _reach(row: Row) -> float:
    return float(row.mark.high if row.mark.high is not None else row.mark.value)


def _scale(rows: Sequence[Row], room: float, from_zero: bool, under: bool) -> float:
    """Points for one unit, so that every label stands within ``room`` points."""
    base = _base(rows, from_zero)
    spans = [(_reach(r) - base, room - _label_width(r, under)) for r in rows]
    return min((max(free, 1.0) / span for span, free in spans if span > 0), default=1.0)


def _longest(rows: Sequence[Row], room: float, from_zero: bool, under: bool) -> float:
    return _scale(rows, room, from_zero, under) * (max(map(_reach, rows)) - _base(rows, from_zero))


def _panel(canvas: Canvas, layout: Layout, x0: float, x1: float, top: float, start: float) -> None:
    after = heading(canvas, x0, top, x1 - x0, layout.head)
    draw_keys(canvas, layout.keys, x0, after, style.SMALL + 0.3)
    left = x0 + layout.name_width
    from_zero = layout.panel.declaration.from_zero
    everything = [row for own in layout.rows for row in own]
    base = _base(everything, from_zero)
    factor = _scale(everything, x1 - left, from_zero, layout.under)

    def scale(value: float) -> float:
        return left + (value - base) * factor

    zero = scale(max(base, 0.0) if from_zero else base)
    y = start
    for head, name, rows in zip(layout.heads, layout.names, layout.rows, strict=True):
        if head:
            heading(canvas, x0, y - 2, x1 - x0, [(line, HEADED, style.MUTED) for line in head])
            y -= _head_height(head)
        canvas.line(
            [(zero, y + PAUSE / 2), (zero, y - _height(name, rows, layout.row_height) - PAUSE / 2)],
            style.MUTED,
            0.6,
            1.2,
        )
        height = _height(name, rows, layout.row_height)
        _name(canvas, name, left - 7, y - height / 2)
        at = y - (height - len(rows) * layout.row_height) / 2
        for row in rows:
            line = at - ROW / 2
            _row(canvas, row, line, scale, base if from_zero else None, zero, layout.under)
            at -= layout.row_height
        y -= height + PAUSE
    if not from_zero:
        _ticks(canvas, base, max(map(_reach, everything)), scale, y + PAUSE / 2)


def _ticks(canvas: Canvas, base: float, reach: float, scale: Callable[[float], float], y: float) -> None:
    """The scale of dots, which does not begin at zero."""
    canvas.line([(scale(base), y), (scale(reach), y)], style.MUTED, 0.6, 1.2)
    for value in MaxNLocator(nbins=5, steps=[1, 2, 5, 10]).tick_values(base, reach):
        if base <= value <= reach:
            x = scale(float(value))
            canvas.line([(x, y), (x, y - 2.5)], style.MUTED, 0.6, 1.2)
            name = number(Fraction(repr(round(float(value), 6))))
            canvas.text(x, y - 3.5 - style.AXIS, name, style.AXIS, style.INK, "center")


def _name(canvas: Canvas, lines: Sequence[str], right: float, middle: float) -> None:
    size = style.LABEL
    base = middle + (len(lines) - 1) * LEADING * size / 2 - 0.36 * size
    for line in lines:
        canvas.text(right, base, line, size, style.INK, "right")
        base -= LEADING * size


def _row(
    canvas: Canvas, row: Row, y: float, scale: Callable[[float], float], base: float | None, left: float, under: bool
) -> None:  # fmt: skip
    mark = row.mark
    x = scale(float(mark.value))
    colour = style.COLOURS[row.group % len(style.COLOURS)]
    if base is not None:
        zero = scale(max(base, 0.0))
        canvas.rect(Rect(min(zero, x), y - BAR / 2, max(zero, x), y + BAR / 2), style.STEM, zorder=0.8)
    else:
        canvas.line([(left, y), (x, y)], style.GUIDE, 0.6, 0.8, dash=DOTTED)
    taken = draw_value(canvas, mark, (x, y), colour, False, scale)
    at = max(max(box.x1 for box in taken) + 2.5, x + AFTER)
    box = canvas.text(at, y - 0.36 * style.LABEL, row.value, style.LABEL, style.INK, gid=f"{mark.gid}-label")
    if not row.note:
        return
    beside = (box.x1 + 4, y - 0.36 * style.LABEL + 0.25)
    place = (at, y - 0.36 * style.LABEL - style.SMALL * LEADING) if under else beside
    canvas.text(*place, row.note, style.SMALL, style.MUTED, gid=f"{mark.gid}-label-2")
