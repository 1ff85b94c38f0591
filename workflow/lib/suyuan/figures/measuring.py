"""Sizes of texts in points, from the font alone, and line breaks that keep them within a width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from matplotlib import font_manager

from suyuan.figures.style import font_path

POINT = 72.0  # points in an inch
ASCENT, DESCENT = (
    0.88,
    0.20,
)  # of a line above and below its base line, in sizes of the font: no glyph is taller
LEADING = 1.32  # from base line to base line
PROBE = 1000  # size at which advances are measured
NOT_FIRST = frozenset("，。、；：？！）》」』”’…％%,.;:?!)·")  # never the first character of a line
NOT_LAST = frozenset("（《「『“‘(")  # never the last
WORD = re.compile(r"[!-~]+|.", re.DOTALL)
HYPHENATED = re.compile(r"[^-]+-?|-")


@cache
def _advance(char: str) -> float:
    """Width of a character in sizes of the font; a character that the font lacks counts as a full square."""
    font = font_manager.get_font(str(font_path()))
    if font.get_char_index(ord(char)) == 0:
        return 1.0
    font.set_size(PROBE, POINT)
    return float(font.load_char(ord(char)).linearHoriAdvance) / 65536 / PROBE


def text_width(text: str, size: float) -> float:
    """Width of one line, points. Kerning is left out, which only makes it wider."""
    return sum(_advance(char) for char in text) * size


def line_height(size: float) -> float:
    """From the bottom of a line to its top, points."""
    return (ASCENT + DESCENT) * size


def wrapped(text: str, size: float, width: float) -> list[str]:
    """Lines of a text, none wider than ``width`` points; Chinese may break after any character, Latin at blanks."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _wrapped(paragraph, size, width)
    return lines


def _wrapped(text: str, size: float, width: float) -> list[str]:
    if text_width(text, size) <= width:
        return [text]
    lines = [""]
    for piece in _pieces(text, size, width):
        last = lines[-1]
        if last.strip() and text_width(last + piece.rstrip(), size) > width:
            keep = len(last)
            while keep > 1 and (last[keep - 1] in NOT_LAST or (keep == len(last) and piece[0] in NOT_FIRST)):
                keep -= 1
            lines[-1:] = [last[:keep], last[keep:]]
        lines[-1] += piece
    return [line.strip() for line in lines if line.strip()]


def _pieces(text: str, size: float, width: float) -> Iterator[str]:
    """What no line break may part: Latin words (wide ones at their hyphens), numbers, single characters of Chinese."""
    for word in WORD.findall(text):
        if text_width(word, size) <= width:
            yield word
            continue
        for piece in HYPHENATED.findall(word):  # only where the whole word is wider than a line
            yield from [piece] if text_width(piece, size) <= width else piece


def balanced(text: str, size: float, width: float) -> list[str]:
    """As few lines as :func:`wrapped` gives, but of nearly equal width, so that no word is left alone."""
    lines = wrapped(text, size, width)
    for part in range(19, 9, -1) if len(lines) > 1 else ():
        narrower = wrapped(text, size, width * part / 20)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines
