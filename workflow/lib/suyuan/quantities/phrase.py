"""Stage 3: a numeral with what belongs to it: qualifier before, multiplier, unit, qualifier after."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache

from suyuan.quantities.after_unit import (
    after_tenths,
    bracketed_classifier,
    half_after_unit,
    more_in_unit,
    per_unit,
    steps_of_a_scale,
)
from suyuan.quantities.currency import money_at
from suyuan.quantities.numeral import Numeral
from suyuan.quantities.numerals import Reading
from suyuan.quantities.tables import Qualifier, numerals_table, qualifiers
from suyuan.quantities.units import Unit, rate_at, unit_at
from suyuan.records.fact import Comparator
from suyuan.values import value

SYMBOL_BELOW = re.compile(r"/[a-zA-Zμ]")
ZHE_NOT = frozenset(numerals_table()["zhe_not_before"])
CHENG_NOT = frozenset(numerals_table()["cheng_not_before"])
NO_SIGNS = tuple(numerals_table()["no_signs"])
FILLERS = ("了", "到", "至", "人民币", "达")
NEGATIVE_BEFORE = frozenset("数用益损位为长降是于至到率幅速差度温围年期在平润额值量比达：（，、；=<>~和与及")


@value
class Phrase:
    """A numeral of the flow that is not claimed, with its words. ``start`` and ``end`` are the surface."""

    numeral: Numeral
    start: int
    end: int
    reading: Reading | None
    unit: Unit | None = None
    before: Qualifier | None = None
    after: Qualifier | None = None
    more: bool = False
    rule: str = "number"
    second: Reading | None = None  # upper end of a range, or the deviation after ±
    unit_carried: bool = False
    list_id: int | None = None
    list_index: int = 0
    rank: bool = False
    why_not: str | None = None  # reason for the ledger

    @property
    def comparator(self) -> Comparator:
        """Comparator of the words: the one before the number, else 余 多, else the one after."""
        if self.second is not None and self.rule in ("range", "two_digits"):
            return "range"
        if self.before is not None and self.before.comparator != "~":
            return self.before.comparator
        if self.after is not None and self.after.comparator != "~":
            return self.after.comparator
        if self.before is not None:
            return self.before.comparator
        if self.more:
            return ">"
        return self.after.comparator if self.after is not None else "="


def build_phrase(text: str, numeral: Numeral) -> Phrase:
    """Phrase of one numeral: its unit and qualifiers, from the text alone."""
    phrase = Phrase(numeral, numeral.start, numeral.end, numeral.reading, more=numeral.more)
    if numeral.approximate is not None:
        low, high = (
            Reading(Fraction(n), Fraction(1), Fraction(1)).times(numeral.factor) for n in numeral.approximate
        )
        phrase = replace(phrase, reading=low, second=high, rule="two_digits")
    phrase = _fraction(text, phrase)
    phrase = _sign(text, phrase)
    phrase = _more_and_unit(text, phrase)
    phrase = steps_of_a_scale(text, half_after_unit(text, more_in_unit(text, phrase)))
    phrase = bracketed_classifier(text, phrase)
    phrase = _after(text, phrase)
    return per_unit(text, _before(text, phrase))


def _fraction(text: str, phrase: Phrase) -> Phrase:
    """百分之五 and 三分之一 are joined before (``join.fractions``); here 一半 and 半数 as shares, 成 and 折."""
    numeral = phrase.numeral
    if phrase.reading is None:
        return phrase
    if numeral.kind == "half":
        word = text[numeral.start : numeral.end]
        if word in ("一半", "半数") or text[numeral.start - 1 : numeral.start] == "过":
            unit = Unit(numeral.end, numeral.end, "%", "share")
            return replace(phrase, reading=phrase.reading.times(100), unit=unit, rule="share_of_words")
        return phrase
    sign = text[phrase.end : phrase.end + 1]
    following = text[phrase.end + 1 : phrase.end + 2]
    if sign == "成" and numeral.factor == 1 and phrase.reading.value <= 10 and following not in CHENG_NOT:
        end, reading = phrase.end + 1, phrase.reading.times(10)
        if phrase.second is not None:  # 七八成
            unit = Unit(phrase.end, end, "%", "share")
            return replace(phrase, reading=reading, second=phrase.second.times(10), end=end, unit=unit)
        further = after_tenths(text, end)
        if further is not None and reading.value < 100:
            reading = Reading(reading.value + further.value, further.step, further.coarse)
            end += 1
        return replace(
            phrase, reading=reading, end=end, unit=Unit(phrase.end, end, "%", "share"), rule="tenths"
        )
    if sign == "折" and numeral.factor == 1 and phrase.reading.value <= 10 and following not in ZHE_NOT:
        reading = phrase.reading.times(10)
        unit = Unit(phrase.end, phrase.end + 1, "%", "share")
        return replace(phrase, reading=reading, end=phrase.end + 1, unit=unit, rule="price_in_tenths")
    return phrase


def _sign(text: str, phrase: Phrase) -> Phrase:
    """-2.3% after a word of change or a clause mark, 零下5°C, 负0.3: the sign belongs to the number."""
    at = phrase.numeral.start
    negative = text[at - 1 : at] == "-" and (at == 1 or text[at - 2] in NEGATIVE_BEFORE)
    width = 1
    if text.endswith("零下", 0, at):
        negative, width = True, 2
    elif (
        text.endswith("负", 0, at) and not text.endswith(NO_SIGNS, 0, at) and phrase.numeral.kind == "arabic"
    ):
        negative = True
    elif phrase.unit is None and phrase.reading is not None and phrase.numeral.kind == "arabic":
        money = money_at(text, at, phrase.end)
        if isinstance(money, str):
            return replace(phrase, reading=None, why_not=money)
        if money is not None:
            reading = phrase.reading.times(money.scale)
            phrase = replace(phrase, start=money.start, end=money.end, unit=money.unit, reading=reading)
            at = money.start  # -$2.3bn: the sign stands before that of the currency
            negative = text[at - 1 : at] == "-" and (at == 1 or text[at - 2] in NEGATIVE_BEFORE)
    if not negative or phrase.reading is None:
        return phrase
    r = phrase.reading
    return replace(phrase, start=at - width, reading=Reading(-r.value, r.step, r.coarse))


def _more_and_unit(text: str, phrase: Phrase) -> Phrase:
    at = phrase.end
    more = phrase.more
    mark = text[at : at + 1]
    if phrase.unit is not None and phrase.rule != "number":
        if mark in ("多", "余") and phrase.rule == "tenths":
            return replace(phrase, more=True, end=at + 1)
        return phrase
    if mark == "+" and phrase.rule == "number":
        unit = unit_at(text, at + 1)
        if unit is not None and unit.kind in ("count", "money", "time"):  # 500+家
            return replace(phrase, after=Qualifier("+", "after_number", ">=", ""), unit=unit, end=unit.end)
    if not more and mark in ("余", "多", "来", "几") and phrase.rule == "number":
        unit = unit_at(text, at + 1)
        tens = phrase.reading is not None and phrase.reading.coarse >= 10
        counts = unit is not None or mark == "余"
        if counts and (mark in ("余", "多") or (unit is not None and tens)):
            end = unit.end if unit else at + 1
            unit = unit or phrase.unit
            if mark == "来":
                about = Qualifier("来", "after_number", "~", "")
                return replace(phrase, after=about, unit=unit, end=end)
            return replace(phrase, more=True, unit=unit, end=end)
    if phrase.unit is not None:
        return phrase
    unit = unit_at(text, at)
    if unit is None and "×" in text[phrase.numeral.start : at]:
        unit = rate_at(text, at)
    elif unit is None and phrase.numeral.factor >= 1000 and SYMBOL_BELOW.match(text, at):
        unit = rate_at(text, at)  # 598万/hm2
    if unit is None:
        return phrase
    return replace(phrase, unit=unit, end=unit.end)


def _after(text: str, phrase: Phrase) -> Phrase:
    if phrase.after is not None:
        return phrase
    places = ["after"]
    share = phrase.unit is not None and phrase.unit.kind == "share"
    if phrase.unit is not None and phrase.unit.kind == "time":
        places.append("after_time")
        if phrase.unit.unit in SHORT_TIMES and text.startswith("内", phrase.end):
            return replace(phrase, after=WITHIN, end=phrase.end + 1)
    for place in places:
        for word in _qualifiers_after(place).get(text[phrase.end : phrase.end + 1], ()):
            if not text.startswith(word.text, phrase.end):
                continue
            following = text[phrase.end + len(word.text) : phrase.end + len(word.text) + 1]
            if word.text in ("多", "余", "起", "许") and (phrase.unit is None or following not in CLAUSE_END):
                continue
            if word.text in ("不到", "前后") and following not in CLAUSE_END:
                continue
            if word.text in LITTLE and (not share or following not in CLAUSE_END):
                continue
            if word.text == "附近" and (phrase.unit is not None or following not in AROUND):
                continue
            return replace(phrase, after=word, end=phrase.end + len(word.text))
    return phrase


@cache
def _qualifiers_after(place: str) -> dict[str, tuple[Qualifier, ...]]:
    """Qualifiers that stand behind a number, by their first character, longest first."""
    index: dict[str, list[Qualifier]] = {}
    for word in qualifiers()[place]:
        index.setdefault(word.text[0], []).append(word)
    return {first: tuple(group) for first, group in index.items()}


SHORT_TIMES = frozenset(["小时", "分钟", "秒"])  # 2小时|内; 3年内 and 10天内 are spans of time
WITHIN = Qualifier("内", "after_time", "<=", "")
LITTLE = frozenset(["强", "弱"])  # 四分之一强, 三成弱: a little over, a little under that share
LONGEST_WHOLE = 28  # characters of a whole with its qualifier: 不到总数的
QUALIFIER_OF_WHOLE = "|".join(
    re.escape(q.text) for q in sorted(qualifiers()["before_whole"], key=lambda q: -len(q.text))
)
# 约为|2019年|的2.4倍, 约为对照组|（4.29万元）|的1.8倍: the whole may be a date, and may have its own number in a bracket
WHOLE_BEFORE = re.compile(
    rf"(?P<qualifier>{QUALIFIER_OF_WHOLE})(?:[^，。；：、！？（）\d的是为占达有]|\d+(?=[年月日\dA-Z])|(?<=[A-Z])\d+)+(?:（[^（）]{{1,16}}）)?的$"
)
# 接近超算算力百亿倍: before 倍 the thing compared with may stand without 的
NEAR_BEFORE = re.compile(r"(?P<qualifier>接近|将近|约为|约是)[^，。；：、！？（）\d的是为占达有]+$")
AROUND = frozenset(["", "，", "。", "；", "）", "波", "徘", "震", "振", "上", "变", "小"])  # 在0附近|波动
CLAUSE_END = frozenset(["", "，", "。", "；", "、", "）", "的", "时", "来", "间", "前", "后"])


def _before(text: str, phrase: Phrase) -> Phrase:
    """Qualifier straight before the number (了, 到, 人民币 may stand between): 超70, 超过了100, 不足40%."""
    at = phrase.start
    power = phrase.numeral.bare_power or phrase.numeral.kind == "half"
    words = _qualifiers_before(power)
    for filler in ("", *FILLERS):
        if filler and not text.endswith(filler, 0, at):
            continue
        stop = at - len(filler)
        for word in words.get(text[stop - 1 : stop] if stop else "", ()):
            start = stop - len(word.text)
            if start < 0 or not text.startswith(word.text, start):
                continue
            if start and text[start - 1] in word.not_after:
                continue
            return replace(phrase, before=word, start=start)
    return phrase


def before_whole(text: str, phrase: Phrase) -> Phrase:
    """A share or multiple with the qualifier that stands before its whole: 不到|总数的|30%, 约为|乙省的|3倍.

    The words printed with the number stay as they are.
    """
    kind = phrase.unit.kind if phrase.unit is not None else ""
    if (
        kind not in ("share", "ratio")
        or phrase.before is not None
        or phrase.after is not None
        or phrase.second is not None
    ):
        return phrase
    low = max(0, phrase.start - LONGEST_WHOLE)
    match = WHOLE_BEFORE.search(text, low, phrase.start)
    if match is None and kind == "ratio":
        match = NEAR_BEFORE.search(text, low, phrase.start)
    if match is None:
        return phrase
    word = next(
        (q for q in qualifiers()["before_whole"] if text.startswith(q.text, match.start("qualifier"))), None
    )
    at = match.start("qualifier")
    if word is None or (at and text[at - 1] in word.not_after):
        return phrase
    return replace(phrase, before=word)


@cache
def _qualifiers_before(power: bool) -> dict[str, tuple[Qualifier, ...]]:
    """Qualifiers that stand before a number, by their last character, longest first; with those of bare powers of ten."""
    table = qualifiers()
    words = table["before"] + (table["before_power"] if power else ())
    index: dict[str, list[Qualifier]] = {}
    for word in sorted(words, key=lambda w: -len(w.text)):
        index.setdefault(word.text[-1], []).append(word)
    return {last: tuple(group) for last, group in index.items()}
