"""Organisations that no table names, read by the ending of their name (…委员会, …大学, …集团)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from suyuan.places.tables import package_yaml
from suyuan.places.trie import longest_match

LONGEST = 22  # characters before the ending


@dataclass(frozen=True)
class BodyWords:
    """Word tables of bodies.yaml, ready to use."""

    ending: re.Pattern[str]
    stop: re.Pattern[str]
    joined: re.Pattern[str]
    generic: frozenset[str]
    organs: frozenset[str]
    trades: tuple[str, ...]
    trades_not: tuple[str, ...]


@cache
def body_words() -> BodyWords:
    """The word tables of the package."""
    table = package_yaml("bodies.yaml")
    return BodyWords(
        ending=longest_match(table["suffixes"]),
        stop=longest_match(table["left_stops"]),
        joined=longest_match(table["joined"]),
        generic=frozenset(table["generic"]),
        organs=frozenset(table["place_organs"]),
        trades=tuple(table["trades"]),
        trades_not=tuple(table["trades_not"]),
    )


def body_spans(text: str) -> list[tuple[int, int, str]]:
    """(start, end, ending) of each body in ``text``, in order, without overlaps."""
    words = body_words()
    spans: list[tuple[int, int, str]] = []
    for match in words.ending.finditer(text):
        if text.startswith(words.trades, match.start()) and not text.startswith(
            words.trades_not, match.start()
        ):
            continue
        floor = max(spans[-1][1] if spans else 0, match.start() - LONGEST)
        start = _left_boundary(text, floor, match.start(), words)
        if spans and spans[-1][1] == start and text[start : match.start()]:  # 天津市工商联|标准化工作委员会
            spans[-1] = (spans[-1][0], match.end(), match.group())
            continue
        stem = text[start : match.start()]
        if len(stem) >= 2 and stem not in words.generic:
            spans.append((start, match.end(), match.group()))
    return spans


def _left_boundary(text: str, floor: int, end: int, words: BodyWords) -> int:
    """Where the name begins: after the last character that is no Chinese letter, and after the last stop word.

    A stop word inside a joined name (发展和改革) does not stop.
    """
    at = end
    while at > floor and "\u4e00" <= text[at - 1] <= "\u9fff":
        at -= 1
    stem = text[at:end]
    shielded = [match.span() for match in words.joined.finditer(stem)]
    cut = 0
    for match in words.stop.finditer(stem):
        if not any(low < match.end() and match.start() < high for low, high in shielded):
            cut = match.end()
    return at + cut
