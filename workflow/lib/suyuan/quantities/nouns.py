"""Stage 4c: a number with a multiplier and no classifier takes that of what is counted: 6398万农村人口 are 人.

The noun stands behind the number with its own attributes between (近400万死亡病例), or a word of number stands before it
(死亡人数超过1 790万). head_nouns.yaml holds the nouns, their classifiers, and what ends the search.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Any

from suyuan.language import language_table
from suyuan.quantities.phrase import Phrase
from suyuan.quantities.tables import counted_nouns
from suyuan.quantities.units import Unit

LEAST_FACTOR = 10_000  # a smaller number without classifier is no count (300农民 is not written)
REACH = 12  # characters between the number and the end of the noun
MEMBER = re.compile(r"[、，]|和|与|及|以及")
MONEY_REACH = 8


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return dict(language_table("head_nouns.yaml"))


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=1)
def _noun() -> re.Pattern[str]:
    """The last counted noun of a stretch of Chinese characters that holds no word that ends the search."""
    stops = _any_of(_table()["stops"])
    return re.compile(rf"的?(?:(?!{stops})[一-龥“”]){{0,{REACH}}}(?P<noun>{_any_of(list(counted_nouns()))})")


@lru_cache(maxsize=1)
def _sum() -> tuple[re.Pattern[str], dict[str, str]]:
    """A word of number right before a position, and the classifier of each such word."""
    classifier = {word: unit for unit, words in _table()["sums"].items() for word in words}
    copulas = _any_of(_table()["copulas"])
    return re.compile(rf"(?P<sum>{_any_of(list(classifier))})(?:总?(?:{copulas})){{0,2}}$"), classifier


@lru_cache(maxsize=1)
def _money() -> re.Pattern[str]:
    return re.compile(_any_of(_table()["money_before"]))


def count_nouns(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """Phrases in order; those with a multiplier and no unit get the classifier of what they count, where the text tells."""
    out: list[Phrase] = []
    for phrase in phrases:
        unit = _classifier(text, phrase) if _wants_classifier(phrase) else None
        if unit is None and out and _wants_classifier(phrase) and _is_next_member(text, out[-1], phrase):
            unit = out[-1].unit.unit if out[-1].unit is not None else None
        if unit is not None:
            phrase = replace(phrase, unit=Unit(phrase.end, phrase.end, unit, "count"), unit_carried=True)
        out.append(phrase)
    return out


def _wants_classifier(phrase: Phrase) -> bool:
    numeral = phrase.numeral
    if phrase.unit is not None or phrase.reading is None or phrase.why_not is not None or phrase.rank:
        return False
    if phrase.rule not in ("number", "range", "two_digits") or numeral.vague:
        return False
    return numeral.factor >= LEAST_FACTOR or (
        numeral.kind == "chinese" and abs(phrase.reading.coarse) >= LEAST_FACTOR
    )


def _classifier(text: str, phrase: Phrase) -> str | None:
    end = phrase.end
    before = text[max(0, phrase.start - MONEY_REACH) : phrase.start]
    clause = before[max(before.rfind(mark) for mark in "，。；：、") + 1 :]
    if not _money().search(clause):
        noun = _noun().match(text, end)
        if noun is not None:
            return counted_nouns()[noun.group("noun")]
    pattern, classifiers = _sum()
    stated = pattern.search(text, max(0, phrase.start - 14), phrase.start)
    return classifiers[stated.group("sum")] if stated is not None else None


def _is_next_member(text: str, before: Phrase, phrase: Phrase) -> bool:
    """人口分别为2189万、2487万: what the one before counts, this one counts too."""
    carried = before.unit is not None and before.unit_carried and before.unit.start == before.unit.end
    return carried and MEMBER.fullmatch(text[before.end : phrase.start]) is not None
