"""When two titles, verbs or objects may be names of one thing."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import cache, lru_cache
from math import ceil
from typing import Any

from suyuan.language import language_table
from suyuan.places import Gazetteer
from suyuan.places.records import GEOGRAPHIC
from suyuan.places.tables import package_yaml

ALIKE = Fraction(8, 10)  # Dice coefficient of character pairs from which on two titles may name one document
NamesPlace = Callable[[str], bool]
NUMBER = re.compile(r"\d|[一二三四五六七八九十]")
QUOTED = re.compile("“([^“”]+)”")
LIGHT = re.compile("^[了的过]+")


def place_names(gazetteer: Gazetteer | None = None) -> NamesPlace:
    """A function that says whether words name a place, by a gazetteer (none: that of the package) or an abbreviation.

    全国 and what says the same is none: it tells no two documents of the country apart.
    """
    known = gazetteer or _package_places()

    def names(words: str) -> bool:
        for national in package_yaml("area_groups.yaml")["national_words"]:
            words = words.replace(national, "，")
        short = all(char in _abbreviations() for char in words)
        return short or any(mention.kind in GEOGRAPHIC for mention in known.find(words))

    return names


@lru_cache(maxsize=4096)
def same_verb(a: str, b: str) -> bool:
    """Equal verbs, one the end of the other (联合印发), or of one meaning by the table."""
    if a.endswith(b) or b.endswith(a):
        return True
    return any(a.endswith(group) and b.endswith(group) for group in _verb_groups())


def is_signed(verb: str) -> bool:
    """Whether a verb tells of a document that parties sign."""
    return verb.endswith(tuple(_words()["signed"]))


def alike(a: str, b: str, names_place: NamesPlace | None = None) -> bool:
    """Whether two titles may name one document: equal, or one is the other with a few characters left out.

    The Dice coefficient of their pairs of characters is at least 0.8 (Dice 1945), all characters of the shorter stand in
    the longer in order, and what is left over has no digit, no place (京津 and 京津冀 sign two agreements) and no word that
    makes it another document (修订, 试行).
    """
    a, b = sorted((plain(a), plain(b)), key=lambda title: (len(title), title))
    if a == b:
        return True
    return _common_enough(_pairs(a), _pairs(b)) and _left_out(a, b, names_place or place_names())


def same_object(a: str, b: str, same_day: bool, names_place: NamesPlace | None = None) -> bool:
    """Whether the words after two equal verbs may name one thing: their quoted words are equal, or they are alike.

    Of one day it is enough that the one is the other with characters left out (座谈会), or is not told.
    """
    if QUOTED.search(a) and QUOTED.search(b):
        return QUOTED.findall(a) == QUOTED.findall(b)
    a, b = sorted((plain(LIGHT.sub("", text)) for text in (a, b)), key=lambda text: (len(text), text))
    if not same_day:
        return bool(a) and alike(a, b, names_place)
    return not a or a == b or _left_out(a, b, names_place or place_names())


def alike_titles(titles: Iterable[str], names_place: NamesPlace) -> Iterator[tuple[str, str]]:
    """Pairs of different plain titles (:func:`plain`) that are alike, without comparing each with each.

    Titles with a Dice coefficient t have at least t/2 (m + n) of their m and n pairs in common, and t/(2 - t) m <= n. So
    one of the rarest m - t/(2 - t) m + 1 pairs of the one is among those of the other (prefix filter: Chaudhuri, Ganti and
    Kaushik 2006). Their numbers are equal, since none is left over.
    """
    pairs = {title: _pairs(title) for title in sorted(set(titles))}
    number = Counter(pair for own in pairs.values() for pair in own)
    least = ALIKE / (2 - ALIKE)
    seen: dict[tuple[str, str], list[str]] = {}
    for title, own in pairs.items():
        numbers = "".join(NUMBER.findall(title))
        rare = sorted(own, key=lambda pair: (number[pair], pair))[: len(own) - ceil(least * len(own)) + 1]
        others = {other for pair in rare for other in seen.get((numbers, pair), ())}
        for other in sorted(others):
            if _common_enough(pairs[other], own):
                short, long = sorted((other, title), key=lambda text: (len(text), text))
                if _left_out(short, long, names_place):
                    yield other, title
        for pair in rare:
            seen.setdefault((numbers, pair), []).append(title)


def dice(a: str, b: str) -> Fraction:
    """Dice coefficient of the sets of character pairs: 2 |A ∩ B| / (|A| + |B|); 0 for a text of one character."""
    first, second = _pairs(a), _pairs(b)
    if not first or not second:
        return Fraction(0)
    return Fraction(2 * len(first & second), len(first) + len(second))


@lru_cache(maxsize=65536)
def plain(title: str) -> str:
    """A title without brackets, blanks and signs, in compatibility form."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", title))


def _common_enough(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether the Dice coefficient of two sets is at least ALIKE."""
    size = ALIKE.numerator * (len(a) + len(b))
    least = 2 * ALIKE.denominator * min(len(a), len(b))
    return size > 0 and least >= size and 2 * ALIKE.denominator * len(a & b) >= size


@lru_cache(maxsize=65536)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))


def _left_out(short: str, long: str, names_place: NamesPlace) -> bool:
    """Whether the shorter is the longer without characters that tell two things apart."""
    runs = _left_over(short, long)
    if runs is None:
        return False
    rest = "".join(runs)
    if NUMBER.search(rest) or any(word in rest for word in _words()["apart"]):
        return False
    return not any(names_place(run) for run in runs)


def _left_over(short: str, long: str) -> list[str] | None:
    """Runs of characters of the longer that the shorter lacks; None where the shorter has others."""
    runs, at, last = [""], 0, -1
    for n, char in enumerate(long):
        if at < len(short) and char == short[at]:
            at += 1
            continue
        if n != last + 1:
            runs.append("")
        runs[-1] += char
        last = n
    return [run for run in runs if run] if at == len(short) else None


@cache
def _words() -> dict[str, Any]:
    table: dict[str, Any] = language_table("act_joining.yaml")
    return table


@cache
def _verb_groups() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(group) for group in _words()["same_verbs"])


@cache
def _abbreviations() -> frozenset[str]:
    table = package_yaml("area_groups.yaml")
    return frozenset((*table["abbreviations"], *table["abbreviations_inside"], *_words()["countries"]))


@cache
def _package_places() -> Gazetteer:
    return Gazetteer.load()
