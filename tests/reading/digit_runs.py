"""Numbers as printed on a page, and how two readings of the same page differ in them.

A number here is a run of digits with the points and commas inside it, a sign before it and a per cent sign behind it; forms of
one character (full width, raised) are one, and so are the hyphens and minus signs. What it means is not asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import Any, Literal, NamedTuple

from suyuan.document import CharBox

NUMBER = re.compile(
    r"(?<![0-9A-Za-z)\].%-])[-+±](?=[0-9])[0-9]+(?:[.,][0-9]+)*[%‰]?|[0-9]+(?:[.,][0-9]+)*[%‰]?"
)
SAME = str.maketrans({**dict.fromkeys("‐‑‒–−－﹣", "-"), "﹢": "+", "．": ".", "，": ","})
ROUNDED = re.compile(r"[\u2460-\u24ff\u2776-\u2793\u3200-\u33ff]")  # ① is no 1
WIDE = 1.0  # em between two stretches of a line
Kind = Literal["digits", "marks", "segments", "only ours", "only second"]


class Run(NamedTuple):
    """A number and the box about it; points from the upper left corner of the page."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


class Line(NamedTuple):
    """A line of the second reading: its box and its numbers from left to right."""

    x0: float
    top: float
    x1: float
    bottom: float
    runs: tuple[Run, ...]


class Difference(NamedTuple):
    """Numbers that stand in one place and are not the same; the box is about both."""

    kind: Kind
    ours: tuple[str, ...]
    second: tuple[str, ...]
    x0: float
    top: float
    x1: float
    bottom: float


class Strip(NamedTuple):
    """A stretch of a line of ours with a digit in it, and the place to cut it out: a little wider, so that a sign shows."""

    x0: float
    top: float
    x1: float
    bottom: float
    turn: int  # degrees counterclockwise by which it must be turned to stand upright


Edges = tuple[float, float, float, float]
Placed = tuple[str, CharBox | None]  # a character and where it stands; None for a blank that is not printed


def plain(char: str) -> str:
    """One character in the form in which readings are compared, one character long."""
    if ROUNDED.match(char):
        return char
    folded = unicodedata.normalize("NFKC", char.translate(SAME)).translate(SAME)
    return folded if len(folded) == 1 else char


def runs_of(chars: Sequence[Placed]) -> list[list[tuple[int, Run]]]:
    """The numbers of a text in its order; each as its parts with their pages, one for every line that it stands on."""
    text = "".join(plain(char) for char, _ in chars)
    found = []
    for match in NUMBER.finditer(text):
        parts: list[list[tuple[str, CharBox]]] = []
        for char, box in chars[match.start() : match.end()]:
            if box is None:
                continue
            if not parts or not _goes_on(parts[-1][-1][1], box):
                parts.append([])
            parts[-1].append((plain(char), box))
        if parts:
            found.append([(part[0][1].page, _run(part)) for part in parts])
    return found


def strips_of(chars: Iterable[Placed]) -> list[Strip]:
    """Stretches of the lines of one page, in the order of the text; wide gaps, and the ends of cells and
    paragraphs, part them."""
    parts: list[list[tuple[str, CharBox]]] = [[]]
    for char, box in chars:
        last = parts[-1][-1][1] if parts[-1] else None
        if char in "\t\n" and last is not None:
            parts.append([])
        if box is None or char.isspace():
            continue
        if last is not None and (not _goes_on(last, box) or box.x0 - last.x1 > WIDE * _em(box)):
            parts.append([])
        parts[-1].append((plain(char), box))
    parts = [part for part in parts if part]
    edges = [_edges([box for _, box in part]) for part in parts]
    return [
        _strip([box for _, box in part], place, edges)
        for part, place in zip(parts, edges, strict=True)
        if any(char in "0123456789" for char, _ in part)
    ]


def _strip(boxes: list[CharBox], place: Edges, others: Iterable[Edges]) -> Strip:
    """Wider by what is free on either side, an em at most; no higher than half way to the lines above and below, since the
    boxes of some fonts are."""
    x0, top, x1, bottom = place
    if bottom - top > x1 - x0 and len(boxes) > 1:
        return Strip(x0 - 1, top - 3, x1 + 1, bottom + 3, 270 if boxes[-1].top < boxes[0].top else 90)
    em, middle, height = _em(boxes[0]), (top + bottom) / 2, bottom - top
    left = right = em
    upper, lower = top - 0.5, bottom + 0.5
    for other in others:
        beyond = (other[1] + other[3]) / 2 - middle
        if min(other[2], x1) > max(other[0], x0):
            upper = max(upper, middle + beyond / 2) if beyond < -0.3 * height else upper
            lower = min(lower, middle + beyond / 2) if beyond > 0.3 * height else lower
        elif abs(beyond) < 0.5 * height:
            left = min(left, (x0 - other[2]) / 2) if other[2] <= x0 + 0.5 else left
            right = min(right, (other[0] - x1) / 2) if other[0] >= x1 - 0.5 else right
    return Strip(x0 - max(left, 0.0), upper, x1 + max(right, 0.0), lower, 0)


def _em(box: CharBox) -> float:
    return max(box.x1 - box.x0, box.bottom - box.top)


def _edges(boxes: Sequence[CharBox]) -> Edges:
    return (
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )


def line_of(chars: Sequence[Sequence[Any]]) -> Line:
    """A recognised line: characters as text, x0, top, x1, bottom, score, and whether a blank stands before."""
    text = "".join(" " * char[6] + plain(char[0][:1]) for char in chars)
    places = [i for i, char in enumerate(chars) for _ in range(1 + char[6])]
    runs = []
    for match in NUMBER.finditer(text):
        part = chars[places[match.start()] : places[match.end() - 1] + 1]
        runs.append(Run(match[0], *_about(part)))
    return Line(*_about(chars), tuple(runs))


def _about(chars: Sequence[Sequence[Any]]) -> tuple[float, float, float, float]:
    return (
        min(char[1] for char in chars),
        min(char[2] for char in chars),
        max(char[3] for char in chars),
        max(char[4] for char in chars),
    )


def compare(ours: Iterable[Run], lines: Iterable[Line]) -> list[Difference]:
    """Where two readings of a page differ. Numbers of ours are held against the line of the second reading that they lie on,
    from left to right; boxes of single characters, which recognition only guesses, do not count."""
    lines = list(lines)
    held: dict[int, list[Run]] = {}
    differences = []
    for run in ours:
        place = _line_of(run, lines)
        if place is None:
            differences.append(_difference([run], []))
        else:
            held.setdefault(place, []).append(run)
    for place, line in enumerate(lines):
        upright = line.x1 - line.x0 >= line.bottom - line.top
        mine = sorted(held.get(place, []), key=lambda run: run.x0 if upright else run.top)
        differences += _differences(mine, list(line.runs))
    return differences


def _differences(ours: list[Run], second: list[Run]) -> list[Difference]:
    matcher = SequenceMatcher(None, [run.text for run in ours], [run.text for run in second], autojunk=False)
    return [
        _difference(ours[a0:a1], second[b0:b1])
        for what, a0, a1, b0, b1 in matcher.get_opcodes()
        if what != "equal"
    ]


def _difference(ours: Sequence[Run], second: Sequence[Run]) -> Difference:
    runs = [*ours, *second]
    return Difference(
        kind_of([run.text for run in ours], [run.text for run in second]),
        tuple(run.text for run in ours),
        tuple(run.text for run in second),
        min(run.x0 for run in runs),
        min(run.top for run in runs),
        max(run.x1 for run in runs),
        max(run.bottom for run in runs),
    )


def kind_of(ours: Sequence[str], second: Sequence[str]) -> Kind:
    """What differs: whether one side has nothing, another digit, only points, commas and signs, or only where numbers end."""
    if not ours or not second:
        return "only second" if second else "only ours"
    mine, other = "".join(ours), "".join(second)
    if mine == other or _parted(ours, other) or _parted(second, mine):
        return "segments"
    return "marks" if re.sub(r"[^0-9]", "", mine) == re.sub(r"[^0-9]", "", other) else "digits"


def _parted(parts: Sequence[str], whole: str) -> bool:
    """``64`` ``65`` of 64, 65 for ``64,65``: recognition drops blanks behind commas."""
    return re.fullmatch(",?".join(map(re.escape, parts)), whole) is not None


def _line_of(run: Run, lines: Sequence[Line]) -> int | None:
    """The line on which the middle of a number lies, the one whose own middle is nearest."""
    x, y = (run.x0 + run.x1) / 2, (run.top + run.bottom) / 2
    near = [
        (abs((line.top + line.bottom) / 2 - y) + abs((line.x0 + line.x1) / 2 - x) / 1000, place)
        for place, line in enumerate(lines)
        if line.x0 - 3 <= x <= line.x1 + 3 and line.top - 1 <= y <= line.bottom + 1
    ]
    return min(near)[1] if near else None


def _goes_on(last: CharBox, box: CharBox) -> bool:
    """Upright on the same line, or one below (or above) the other in a line that stands on end."""
    if last.page != box.page:
        return False
    level = min(last.bottom, box.bottom) > max(last.top, box.top) and box.x0 >= last.x0 - 1
    column = min(last.x1, box.x1) - max(last.x0, box.x0) > 0.5 * min(last.x1 - last.x0, box.x1 - box.x0)
    gap = max(box.top - last.bottom, last.top - box.bottom)
    return level or (column and gap < 0.5 * (last.x1 - last.x0))


def _run(part: Sequence[tuple[str, CharBox]]) -> Run:
    return Run("".join(char for char, _ in part).rstrip(".,"), *_edges([box for _, box in part]))
