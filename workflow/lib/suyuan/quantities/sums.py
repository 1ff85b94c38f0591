"""Stage 4d: a bare sum of money takes the currency of the text: 净利润3.5亿 are 元."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import cache

from suyuan.language import language_table
from suyuan.quantities.phrase import Phrase
from suyuan.quantities.units import Unit

LEAST_FACTOR = 10_000
REACH = 16  # characters before the number in which the word of the sum stands
CURRENCY = "CNY"
ENDS = re.compile(r"[，。；、）！？]|$|左右|以上|以下")
MARKS = re.compile("[。！？\n]")


@cache
def _sum() -> re.Pattern[str]:
    table = language_table("head_nouns.yaml")
    words, copulas = (
        "|".join(re.escape(word) for word in sorted(table[key], key=lambda word: (-len(word), word)))
        for key in ("bare_sums", "copulas")
    )
    return re.compile(rf"(?:{words})(?:总?(?:{copulas})){{0,2}}$")


@cache
def _foreign() -> tuple[str, ...]:
    return tuple(language_table("head_nouns.yaml")["foreign_money"])


def money_of_sums(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """Phrases in order; a number with a multiplier, no unit and a word that names only sums before it is money.

    Where the sentence names another currency the unit stays open.
    """
    if not any(_is_sum(text, phrase) for phrase in phrases):
        return phrases
    marks = [mark.end() for mark in MARKS.finditer(text)]
    return [
        replace(phrase, unit=Unit(phrase.end, phrase.end, CURRENCY, "money"), unit_carried=True)
        if _is_sum(text, phrase) and not _in_foreign_money(text, phrase, marks)
        else phrase
        for phrase in phrases
    ]


def _is_sum(text: str, phrase: Phrase) -> bool:
    if phrase.unit is not None or phrase.reading is None or phrase.why_not is not None or phrase.rank:
        return False
    large = phrase.numeral.factor >= LEAST_FACTOR or (
        phrase.numeral.kind == "chinese" and phrase.reading.coarse >= LEAST_FACTOR
    )
    if not large or ENDS.match(text, phrase.end) is None:
        return False
    return _sum().search(text, max(0, phrase.start - REACH), phrase.start) is not None


def _in_foreign_money(text: str, phrase: Phrase, marks: list[int]) -> bool:
    """Whether the sentence names another currency; ``marks``: where the sentences of the text end."""
    start, end = bisect_right(marks, phrase.start), bisect_right(marks, phrase.end)
    sentence = text[marks[start - 1] if start else 0 : marks[end] if end < len(marks) else len(text)]
    return any(word in sentence for word in _foreign())
