"""Ordinary words with a numeral character in them: 统一, 进一步, 百货, 四川. Their characters are no numerals.

A word shields its characters unless a longer numeral runs through it: 百分之一 is not the word 之一, and a word that
begins with a numeral character does not begin inside a numeral (三千万 is not 三 + 千万).
"""

from __future__ import annotations

from functools import cache

from suyuan.quantities.numerals import HAN
from suyuan.quantities.tables import shield_words

HAN_SET = frozenset(HAN)


@cache
def _index() -> dict[str, tuple[tuple[str, int], ...]]:
    """For each numeral character: the words that hold it, with its place in the word; longest first."""
    index: dict[str, list[tuple[str, int]]] = {}
    for word in sorted(shield_words(), key=lambda w: (-len(w), w)):
        for place, char in enumerate(word):
            if char in HAN_SET:
                index.setdefault(char, []).append((word, place))
    return {char: tuple(words) for char, words in index.items()}


@cache
def _by_pair() -> dict[str, tuple[tuple[str, int], ...]]:
    """The same, by numeral character and the character after it ("" at the end of a word: by the one before)."""
    index: dict[str, list[tuple[str, int]]] = {}
    for char, words in _index().items():
        for word, place in words:
            after = word[place + 1 : place + 2]
            key = char + after if after else word[place - 1] + char + "$"
            index.setdefault(key, []).append((word, place))
    return {key: tuple(words) for key, words in index.items()}


def shielding_word(text: str, at: int, begin: int | None = None, floor: int = 0) -> tuple[int, int] | None:
    """Span of the longest ordinary word of ``text`` that holds the numeral character at ``at``; None if there is none.

    ``begin`` is where the numeral around ``at`` begins (default: at the first numeral character of its row): a word with a
    numeral character in front may begin there, but not later. No word begins before ``floor``, where the last one ended.
    """
    if text.startswith("分之", at + 1):
        return None
    pairs = _by_pair()
    best: tuple[int, int] | None = None
    for key in (text[at : at + 2], text[at - 1 : at + 1] + "$" if at else ""):
        for word, place in pairs.get(key, ()):
            start = at - place
            if start < floor or not text.startswith(word, start):
                continue
            if word[0] in HAN_SET and start != begin and start and text[start - 1] in HAN_SET:
                continue
            if word[0] == "之" and text[start - 1 : start] == "分":
                continue
            if best is None or (len(word), -start) > (best[1] - best[0], -best[0]):
                best = (start, start + len(word))
            break
    return best
