"""Signs of a value: marker by grade of evidence, open where not exact, arrow for a bound, whisker for a range; their legend."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from suyuan.figures import style
from suyuan.figures.canvas import Canvas
from suyuan.figures.inputs import View
from suyuan.figures.labels import Rect
from suyuan.figures.marks import ValueMark
from suyuan.figures.measuring import text_width

BOUNDS = {">": 1, ">=": 1, "<": -1, "<=": -1}  # where the true value lies
ARROW = 14.0  # length of the arrow of a bound from the middle of its marker, points
BAND = 5.0  # length of the caps at the ends of a range, points
RING = 10.5  # diameter of the ring of a conflict, points


def draw_value(
    canvas: Canvas,
    mark: ValueMark,
    at: tuple[float, float],
    colour: str,
    upwards: bool,
    scale: Callable[[float], float],
) -> list[Rect]:
    """Marker of a value at a point, with its whisker, arrow and ring; returns the boxes that they take up.

    ``upwards``: greater values lie above (else to the right); ``scale`` gives the place of a value on that axis. Their
    gids are that of the mark with ``-interval``, ``-bound``, ``-conflict`` after it.
    """
    x, y = at
    o, gid = mark.observation, mark.gid
    taken: list[Rect] = []
    if mark.low is not None and mark.high is not None:
        a, b = scale(float(mark.low)), scale(float(mark.high))
        half = BAND / 2
        band = Rect(x - half, a, x + half, b) if upwards else Rect(a, y - half, b, y + half)
        _whisker(canvas, band, upwards, style.INK, f"{gid}-interval")
        taken.append(band)
    direction = BOUNDS.get(o.comparator)
    if direction:
        taken.append(_arrow(canvas, x, y, direction * ARROW, upwards, colour, f"{gid}-bound"))
    if o.obs_status == "conflicting":
        canvas.marker(x, y, "o", RING, "none", style.CONFLICT, 1.0, zorder=3.5)
        canvas.figure.artists[-1].set_gid(f"{gid}-conflict")
        taken.append(Rect(x - RING / 2, y - RING / 2, x + RING / 2, y + RING / 2))
    exact = o.comparator == "="
    taken.append(
        canvas.marker(
            x,
            y,
            style.MARKERS[o.grade],
            style.marker_size(o.grade),
            colour if exact else style.PAPER,
            style.PAPER if exact else colour,
            0.5 if exact else 1.1,
            gid,
        )
    )
    return taken


def _whisker(canvas: Canvas, box: Rect, upwards: bool, colour: str, gid: str | None) -> None:
    """A thin line over a range with a cap at each end, unlike the bars of values and periods."""
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    if upwards:
        points = [
            (box.x0, box.y0),
            (box.x1, box.y0),
            (x, box.y0),
            (x, box.y1),
            (box.x0, box.y1),
            (box.x1, box.y1),
        ]
    else:
        points = [
            (box.x0, box.y0),
            (box.x0, box.y1),
            (box.x0, y),
            (box.x1, y),
            (box.x1, box.y0),
            (box.x1, box.y1),
        ]
    canvas.line(points, colour, 0.9, 2, gid)


def _arrow(
    canvas: Canvas, x: float, y: float, length: float, upwards: bool, colour: str, gid: str | None
) -> Rect:
    """An arrow from a marker on; returns its box."""
    head, half = (4.0 if length > 0 else -4.0), 2.0
    tip = length
    if upwards:
        canvas.line([(x, y), (x, y + tip - head)], colour, 0.9, 2)
        canvas.polygon([(x, y + tip), (x - half, y + tip - head), (x + half, y + tip - head)], colour, 2, gid)
        return Rect(x - half, min(y, y + tip), x + half, max(y, y + tip))
    canvas.line([(x, y), (x + tip - head, y)], colour, 0.9, 2)
    canvas.polygon([(x + tip, y), (x + tip - head, y - half), (x + tip - head, y + half)], colour, 2, gid)
    return Rect(min(x, x + tip), y - half, max(x, x + tip), y + half)


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of a legend: words, and a function that draws its sign in the box of a width."""

    text: str
    width: float
    draw: Callable[[Canvas, float, float], None]  # canvas, x of the middle of the sign, y of its middle


def value_keys(marks: Sequence[ValueMark], view: View, upwards: bool, period_bars: bool = False) -> list[Key]:
    """Legend for what occurs: grades of evidence, open markers with what they mean, bands, period bars, conflicts."""
    words = view.words
    keys: list[Key] = []
    grades = {mark.observation.grade for mark in marks}
    keys += [_marker_key(words[grade], grade, True) for grade in style.MARKERS if grade in grades]
    comparators = {mark.observation.comparator for mark in marks}
    about = [words[c] for c in ("~", "range") if c in comparators]
    bounds = [words[c] for c in (">", ">=", "<", "<=") if c in comparators]
    if about:
        keys.append(_marker_key(words["comma"].join(about), "primary", False))
    if bounds:
        keys.append(_bound_key(words["comma"].join(bounds), comparators, upwards))
    if any(mark.low is not None for mark in marks):
        keys.append(_band_key(words["interval"], upwards))
    if period_bars and any(mark.dated and mark.precision != "day" for mark in marks):
        keys.append(period_key(words["period"]))
    if any(mark.observation.obs_status == "conflicting" for mark in marks):
        keys.append(ring_key(words["conflicting"]))
    return keys


def _marker_key(text: str, grade: str, exact: bool) -> Key:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        face, edge = (style.MUTED, style.PAPER) if exact else (style.PAPER, style.MUTED)
        size = style.marker_size(grade, 0.86)
        canvas.marker(x, y, style.MARKERS[grade], size, face, edge, 0.5 if exact else 1.0)

    return Key(text, 7.0, draw)


def _bound_key(text: str, comparators: Collection[str], upwards: bool) -> Key:
    direction = 1 if ">" in comparators or ">=" in comparators else -1

    def draw(canvas: Canvas, x: float, y: float) -> None:
        foot = (x, y - 3.5 * direction) if upwards else (x - 4 * direction, y)
        _arrow(canvas, *foot, 9.5 * direction, upwards, style.MUTED, None)
        canvas.marker(*foot, "o", 4.4, style.PAPER, style.MUTED, 1.0)

    return Key(text, 6.0 if upwards else 15.0, draw)


def _band_key(text: str, upwards: bool) -> Key:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        box = (
            Rect(x - BAND / 2, y - 4, x + BAND / 2, y + 4)
            if upwards
            else Rect(x - 6, y - BAND / 2, x + 6, y + BAND / 2)
        )
        _whisker(canvas, box, upwards, style.MUTED, None)

    return Key(text, 6.0 if upwards else 13.0, draw)


def period_key(text: str) -> Key:
    """The bar over a period that is known to the year or month only."""

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.line([(x - 6, y), (x + 6, y)], style.GUIDE, 2.4)

    return Key(text, 13.0, draw)


def ring_key(text: str) -> Key:
    """The ring of statements that disagree."""

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.marker(x, y, "o", 7.5, "none", style.CONFLICT, 1.0)

    return Key(text, 9.0, draw)


def key_rows(keys: Sequence[Key], width: float, size: float, gap: float = 9.0) -> list[list[Key]]:
    """Entries in rows no wider than ``width`` points."""
    rows: list[list[Key]] = []
    used = 0.0
    for key in keys:
        own = key.width + 3 + text_width(key.text, size)
        if not rows or used + gap + own > width:
            rows.append([key])
            used = own
        else:
            rows[-1].append(key)
            used += gap + own
    return rows


def draw_keys(
    canvas: Canvas, rows: Sequence[Sequence[Key]], x: float, top: float, size: float, gap: float = 9.0
) -> None:
    """Write rows of a legend from ``top`` downwards, each ``key_height`` high."""
    for number, row in enumerate(rows, 1):
        base = top - number * key_height(size) + 0.28 * size
        at = x
        for key in row:
            key.draw(canvas, at + key.width / 2, base + 0.36 * size)
            box = canvas.text(at + key.width + 3, base, key.text, size, style.MUTED)
            at = box.x1 + gap


def key_height(size: float) -> float:
    """Height of a row of a legend, points."""
    return 1.55 * size


def series_colours(names: Sequence[str]) -> Mapping[str, str]:
    """A colour for each name, in order; they begin again where there are more names than colours."""
    return {name: style.COLOURS[index % len(style.COLOURS)] for index, name in enumerate(names)}
