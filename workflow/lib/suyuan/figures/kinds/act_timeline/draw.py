"""Rows of a timeline on a canvas: date, lane, title, numbers of the sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from suyuan.figures import style
from suyuan.figures.canvas import Canvas
from suyuan.figures.frame import frame, framed
from suyuan.figures.inputs import View
from suyuan.figures.kinds.act_timeline.select import ActMark, TimelineData
from suyuan.figures.labels import Rect
from suyuan.figures.measuring import LEADING, text_width, wrapped
from suyuan.figures.text import dotted
from suyuan.figures.times import short_time

TEXT = {"single": 6.4, "double": 7.2}  # size of titles, points
LANE = {"single": 11.0, "double": 21.0}  # width of a lane
SHAPES = ("o", "s", "^", "D", "v", "p", "h", "X")  # of lanes, so that no colour is needed
SCALES = {"o": 1.0, "s": 0.9, "^": 1.05, "D": 0.82, "v": 1.05, "p": 1.1, "h": 1.05, "X": 1.05}
RULE = "#cfcfcf"  # between years
PAD = 3.2  # above and below the text of a row
NAMED = 0.3  # of the width, at most, for names of sources; else they have numbers
HEADS = style.SMALL * 1.3  # height of a line of lane names


@dataclass(frozen=True, slots=True)
class Row:
    """An act, measured."""

    mark: ActMark
    date: str
    lines: list[str]
    sources: str
    height: float


@dataclass(frozen=True, slots=True)
class Lanes:
    """Lanes of a timeline: their names, and in which of them each mark stands (by its gid)."""

    names: Sequence[str]
    of: Mapping[str, Sequence[int]]
    muted: int | None = None  # the lane of marks that belong to none


def drawn(data: TimelineData, view: View) -> Canvas:
    """The figure of a view."""
    names = data.lanes
    of = {mark.gid: [names.index(mark.level)] for mark in data.act_marks}
    none = names.index("no_level") if "no_level" in names else None
    return timeline(data, view, Lanes([view.words[name] for name in names], of, none))


def timeline(data: TimelineData, view: View, lanes: Lanes) -> Canvas:
    """Rows in the order of time with a sign in each lane of a mark."""
    size, lane = TEXT[view.size], LANE[view.size]
    numbers = source_numbers(data.act_marks)
    inner = style.WIDTHS[view.size] - 2 * style.EDGE
    cited = {mark.gid: _named(mark, data, view) for mark in data.act_marks}
    notes: list[str] = []
    if max(text_width(text, style.SMALL) for text in cited.values()) > NAMED * inner:
        cited = {mark.gid: _numbered(mark, numbers) for mark in data.act_marks}
        notes = [f"[{n}] {_source(s, data, view)}" for s, n in numbers.items()]
    outer = frame(data.declaration.title[view.language], view, notes=notes)
    dates = {mark.gid: shown_date(mark.act.date or "", view.language) for mark in data.act_marks}
    date_width = max(text_width(text, style.SMALL) for text in dates.values()) + 6
    cited_width = max(text_width(text, style.SMALL) for text in cited.values()) + 5
    left = date_width + len(lanes.names) * lane + 5
    rows = [
        _row(mark, dates[mark.gid], cited[mark.gid], size, inner - left - cited_width, view)
        for mark in data.act_marks
    ]
    heads = _heads(lanes.names, lane, date_width)
    head = (max(level for level, _ in heads) + 1) * HEADS + 5
    height = head + sum(row.height for row in rows)

    def draw(canvas: Canvas, room: Rect) -> None:
        x0 = room.x0 + date_width
        for index, (name, (level, start)) in enumerate(zip(lanes.names, heads, strict=True)):
            x = x0 + (index + 0.5) * lane
            base = room.y1 - (level + 1) * HEADS + 1.5
            canvas.text(x0 + start, base, name, style.SMALL, style.MUTED)
            canvas.line([(x, base - 2.5), (x, room.y0)], style.GRID, 0.7, 0)
        y = room.y1 - head
        year = None
        for row in rows:
            if row.mark.starts.year != year:
                canvas.line([(room.x0, y), (room.x1, y)], RULE, 0.6, 0.2)
                year = row.mark.starts.year
            _draw_row(canvas, row, room, (x0, lane), room.x0 + left, y, size, lanes)
            y -= row.height
        canvas.line([(room.x0, y), (room.x1, y)], RULE, 0.6, 0.2)

    return framed(outer, height, draw)


def _row(mark: ActMark, date: str, cited: str, size: float, width: float, view: View) -> Row:
    words = mark.words(view)
    title = words.removesuffix(mark.act.act)
    lines = wrapped(title, size, width) if title else [""]
    if text_width(lines[-1] + mark.act.act, size) <= width:
        lines[-1] += mark.act.act
    else:
        lines.append(mark.act.act)  # the verb is never parted
    return Row(mark, date, lines, cited, len(lines) * LEADING * size + 2 * PAD - 2)


def _draw_row(
    canvas: Canvas,
    row: Row,
    room: Rect,
    at: tuple[float, float],
    left: float,
    top: float,
    size: float,
    lanes: Lanes,
) -> None:
    """``at``: left end of the lanes, and width of one."""
    first = top - PAD - 0.80 * size
    middle = first + 0.36 * size
    canvas.text(room.x0, first, row.date, style.SMALL, style.INK, gid=f"{row.mark.gid}-label-2")
    places = [at[0] + (index + 0.5) * at[1] for index in lanes.of[row.mark.gid]]
    canvas.line([(places[0] + 4, middle), (left - 3, middle)], style.GRID, 0.5, 0.1)
    for number, (index, x) in enumerate(zip(lanes.of[row.mark.gid], places, strict=True)):
        shape = SHAPES[index % len(SHAPES)]
        colour = style.MUTED if index == lanes.muted else style.COLOURS[index % len(style.COLOURS)]
        gid = row.mark.gid + (f"-lane-{number + 1}" if number else "")
        canvas.marker(x, middle, shape, 5.4 * SCALES[shape], colour, style.PAPER, 0.5, gid)
    for number, line in enumerate(row.lines):
        gid = f"{row.mark.gid}-label" + (f"-{number + 3}" if number else "")
        canvas.text(left, first - number * LEADING * size, line, size, style.INK, gid=gid)
    canvas.text(room.x1, first, row.sources, style.SMALL, style.MUTED, "right")


def source_numbers(marks: Sequence[ActMark]) -> dict[str, int]:
    """A number for each source, in the order of the rows."""
    found = dict.fromkeys(act.source_id for mark in marks for act in mark.acts)
    return {source_id: number for number, source_id in enumerate(found, 1)}


def _named(mark: ActMark, data: TimelineData, view: View) -> str:
    """Sources of an act by name."""
    sources = dict.fromkeys(act.source_id for act in mark.acts)
    return view.words["semicolon"].join(_source(source_id, data, view) for source_id in sources)


def _numbered(mark: ActMark, numbers: Mapping[str, int]) -> str:
    found = sorted({numbers[act.source_id] for act in mark.acts})
    return "[" + ", ".join(map(str, found)) + "]"


def _source(source_id: str, data: TimelineData, view: View) -> str:
    editions = {act.edition for mark in data.marks for act in mark.acts if act.source_id == source_id}
    name = view.source(source_id)
    return dotted(name, view.words["digest"]) if "digest" in editions else name


def shown_date(edtf: str, language: str) -> str:
    """A date in the column of dates: as noted, with open and long spans in words."""
    start, slash, end = edtf.partition("/")
    if slash and end in ("", ".."):
        return f"{start}后" if language == "zh" else f"after {start}"
    if slash and start in ("", ".."):
        return f"{end}前" if language == "zh" else f"before {end}"
    return short_time(edtf, language)


def _heads(names: Sequence[str], lane: float, room: float) -> list[tuple[int, float]]:
    """Line on which the name of each lane stands so that none touches another, and its left end, from that of the lanes.

    A name stands in the middle of its lane, or as near as ``room`` points left of the lanes allow.
    """
    ends: list[float] = []
    found = []
    for index, name in enumerate(names):
        width = text_width(name, style.SMALL)
        left = max((index + 0.5) * lane - width / 2, -room)
        level = next((n for n, end in enumerate(ends) if left - 2 >= end), len(ends))
        if level == len(ends):
            ends.append(0.0)
        ends[level] = left + width + 2
        found.append((level, left))
    return found
