"""A page recognised from its picture: characters with boxes, as a text layer would give them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import fmean, median

import pypdfium2 as pdfium
from PIL.Image import Image

from suyuan.quantities.numerals import HAN
from suyuan.reading.ocr.engine import Seen, recognise
from suyuan.reading.pdf.chars import Char
from suyuan.reading.pdf.glyphs import UNKNOWN

SCALE = 150 / 72  # pixels a point: 150 dots an inch
LONGEST = 2600  # pixels of the longer side; larger pages are drawn smaller
SURE = 0.8  # below this a character of a number counts as not read
NUMERALS = frozenset("0123456789〇壹贰叁肆伍陆柒捌玖拾佰仟" + HAN)
OF_NUMBERS = frozenset(".,，．:：·%％‰-－–—~～+−")  # beside a numeral
TYPE = 0.95  # size of the type in the height of a line's box
ENOUGH_HAN = 6
CLOSED = 1.5  # em
BASELINE = 0.2  # of a line's box above its lower edge
SAME_TYPE = 0.15  # difference of two sizes that are one
SAME_EDGE = 0.4  # em between two line ends that are flush
TALL = 1.5
Recogniser = Callable[[Image], list[list[Seen]]]


def recognise_page(
    page: pdfium.PdfPage, turn: int | None = None, recogniser: Recogniser = recognise
) -> tuple[list[Char], list[Char]]:
    """Upright and turned characters of a page from its picture, in points from its upper left corner.

    ``turn``: by how many degrees (0, 90, 270, counterclockwise) the picture is turned so that the text stands upright;
    None: it is tried out. Characters of a number that the recogniser is not sure of become U+FFFD.
    """
    width, height = page.get_size()
    scale = min(SCALE, LONGEST / max(width, height, 1.0))
    picture = page.render(scale=scale).to_pil().convert("RGB")
    lines = recogniser(picture.rotate(turn or 0, expand=True))
    if turn is None and _lies(lines):
        turned = [(angle, recogniser(picture.rotate(angle, expand=True))) for angle in (90, 270)]
        turn, lines = max([(0, lines), *turned], key=lambda pair: _weight(pair[1]))
    points = [[_scaled(seen, scale) for seen in line] for line in lines]
    chars = characters(points)
    if not turn:
        return chars, []
    return [], [_turned_back(char, turn, width, height) for char in chars]


def characters(lines: Sequence[Sequence[Seen]]) -> list[Char]:
    """Characters of recognised lines (points). Sizes and line ends that differ by a hair are made one, since columns and
    paragraphs are told by them; gaps between the boxes are closed where no blank was seen."""
    sizes = [
        round(2 * s) / 2 for s in _evened([_type_size(line) for line in lines], lambda size: SAME_TYPE * size)
    ]
    em = median(sizes) if sizes else 1.0
    left = _evened([line[0].x0 for line in lines], lambda _: SAME_EDGE * em)
    right = _evened([line[-1].x1 for line in lines], lambda _: SAME_EDGE * em)
    chars: list[Char] = []
    for line, size, first, last in zip(lines, sizes, left, right, strict=True):
        top, bottom = median(s.top for s in line), median(s.bottom for s in line)
        base = bottom - BASELINE * (bottom - top)
        before: Char | None = None
        for place, seen in enumerate(line):
            x0 = first if place == 0 and first < seen.x1 else seen.x0
            x1 = last if place == len(line) - 1 and last > seen.x0 else seen.x1
            text = UNKNOWN if seen.score < SURE and _counts(line, place) else seen.text
            char = Char(text, x0, top, x1, bottom, base, size)
            if before is not None and seen.apart:
                chars.append(Char(" ", min(before.x1, x0), top, max(before.x1, x0), bottom, base, size))
            elif before is not None and 0 < x0 - before.x1 < CLOSED * size:
                before.x1 = char.x0 = (before.x1 + x0) / 2
            chars.append(char)
            before = char
    return chars


def _type_size(line: Sequence[Seen]) -> float:
    """Chinese characters stand one em apart; without enough of them the height of the line must do."""
    height = median(seen.bottom - seen.top for seen in line)
    steps = [
        (b.x0 + b.x1 - a.x0 - a.x1) / 2
        for a, b in pairwise(line)
        if _is_han(a.text) and _is_han(b.text) and not b.apart
    ]
    steps = [step for step in steps if 0.4 * height < step < CLOSED * height]
    return fmean(steps) if len(steps) >= ENOUGH_HAN else TYPE * height


def _is_han(text: str) -> bool:
    return "\u4e00" <= text <= "\u9fff"


def _counts(line: Sequence[Seen], place: int) -> bool:
    """Whether a character of a line belongs to a number."""
    text = line[place].text
    if text in NUMERALS:
        return True
    beside = [line[i].text for i in (place - 1, place + 1) if 0 <= i < len(line)]
    return text in OF_NUMBERS and any(other in NUMERALS for other in beside)


def turn_of(turned: Sequence[Char]) -> int:
    """How a page must be turned (degrees counterclockwise) on which these turned characters follow one another."""
    down = sum((b.top > a.top) - (b.top < a.top) for a, b in pairwise(turned))
    return 90 if down > 0 else 270


def _scaled(seen: Seen, scale: float) -> Seen:
    return seen._replace(
        x0=seen.x0 / scale, top=seen.top / scale, x1=seen.x1 / scale, bottom=seen.bottom / scale
    )


def _lies(lines: Sequence[Sequence[Seen]]) -> bool:
    """Most lines stand on end: the page lies on its side."""
    long = [line for line in lines if len(line) > 1]
    tall = [line for line in long if line[0].bottom - line[0].top > TALL * (line[-1].x1 - line[0].x0)]
    return len(tall) > len(long) / 2


def _weight(lines: Sequence[Sequence[Seen]]) -> float:
    return sum(seen.score for line in lines for seen in line)


def _turned_back(char: Char, turn: int, width: float, height: float) -> Char:
    """The place on the page of a character of the picture turned by 90 or 270 degrees."""
    if turn == 90:  # the right edge of the page was on top
        return Char(char.text, width - char.bottom, char.x0, width - char.top, char.x1, char.x1, char.size)
    return Char(
        char.text, char.top, height - char.x1, char.bottom, height - char.x0, height - char.x0, char.size
    )


def _evened(values: Sequence[float], near: Callable[[float], float]) -> list[float]:
    """The values, those of a cluster (each within ``near`` of the one before) replaced by their median."""
    order = sorted(range(len(values)), key=lambda i: values[i])
    evened = list(values)
    group: list[int] = []
    for place, i in enumerate(order):
        group.append(i)
        after = values[order[place + 1]] if place + 1 < len(order) else None
        first = values[group[0]]
        if after is None or after - values[i] > near(values[i]) / 2 or after - first > near(first):
            middle = median(values[j] for j in group)
            for j in group:
                evened[j] = middle
            group = []
    return evened
