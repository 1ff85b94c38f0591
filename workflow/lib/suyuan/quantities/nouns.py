"""Stage 4c: a number with a multiplier and no classifier takes that of what is counted: 6398万农村人口 are 人.

The noun stands behind the number with its own attributes between (近400万死亡病例), or a word of number stands before it
(死亡人数超过1 790万). A verb between them that has objects governs the noun: the number is a sum of money that is spent on it
(花费2000万修建学校). head_nouns.yaml holds the nouns, their classifiers, and what ends the search.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

from suyuan.cutter import word_cutter
from suyuan.language import language_table
from suyuan.quantities.phrase import Phrase
from suyuan.quantities.tables import counted_nouns
from suyuan.quantities.units import Unit

LEAST_FACTOR = 10_000  # a smaller number without classifier is no count (300农民 is not written)
REACH = 12  # characters between the number and the end of the noun
MEMBER = re.compile(
    r"[、，]|和|与|及|以及|，(?:总计|累计|合计|共计)(?:达到?|为)?|(?:增加|增长|提高|上升|减少|下降|降低)?[到至]"
)
MONEY_REACH = 8
CLAUSE_ENDS = re.compile(r"[，。；、）]|$")
VERBS = frozenset({"v", "vn", "vd", "vg"})


@cache
def _table() -> dict[str, Any]:
    return dict(language_table("head_nouns.yaml"))


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _noun() -> re.Pattern[str]:
    """The last counted noun of a stretch of Chinese characters that holds no word that ends the search."""
    stops = _any_of(_table()["stops"])
    return re.compile(rf"的?(?:(?!{stops})[一-龥“”]){{0,{REACH}}}(?P<noun>{_any_of(list(counted_nouns()))})")


@cache
def _sum() -> tuple[re.Pattern[str], dict[str, str]]:
    """A word of number right before a position, and the classifier of each such word."""
    classifier = {
        noun + how_many: unit for noun, unit in counted_nouns().items() for how_many in _table()["how_many"]
    }
    classifier |= {word: unit for unit, words in _table()["sums"].items() for word in words}
    copulas = _any_of(_table()["copulas"])
    return re.compile(rf"(?P<sum>{_any_of(list(classifier))})(?:总?(?:{copulas})){{0,2}}$"), classifier


@cache
def _money() -> re.Pattern[str]:
    """A word of money in the clause before a number, or a verb of paying right before it."""
    paying = _any_of(_table()["paying"])
    return re.compile(f"{_any_of(_table()['money_before'])}|(?:{paying})[了掉出共约近超]{{0,2}}$")


@cache
def _worth() -> re.Pattern[str]:
    """What somebody earns or has, right before a number."""
    return re.compile(f"(?:{_any_of(_table()['worth'])})(?:达到?|为|超过?|约|近)?$")


@cache
def _describing() -> frozenset[str]:
    return frozenset(_table()["describing"].split())


def _counted(text: str, at: int) -> str | None:
    """The noun that the number which ends at ``at`` counts: behind words that describe it (受灾|群众), before any verb that
    governs (老年人|享受…; 修建|学校: None)."""
    noun = _noun().match(text, at)
    if noun is None or noun.start("noun") == at:
        return noun["noun"] if noun is not None else None
    end = at
    for word, flag in word_cutter().cut(text[at : noun.end()])[:-1]:
        if flag in VERBS and word not in _describing():
            noun = _noun().match(text, at, end)
            break
        end += len(word)
    return noun["noun"] if noun is not None else None


def count_nouns(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """Phrases in order; those with a multiplier and no unit get the classifier of what they count, where the text tells."""
    out: list[Phrase] = []
    for phrase in phrases:
        phrase = _without_noun_of_sum(text, phrase)
        unit = _classifier(text, phrase) if _wants_classifier(phrase) else _of_sum_alone(text, phrase)
        if unit is None and out and _wants_classifier(phrase) and _is_next_member(text, out[-1], phrase):
            unit = out[-1].unit.unit if out[-1].unit is not None else None
        if unit is not None:
            phrase = replace(phrase, unit=Unit(phrase.end, phrase.end, unit, "count"), unit_carried=True)
        out.append(phrase)
    return out


def _without_noun_of_sum(text: str, phrase: Phrase) -> Phrase:
    """营收|2亿|企业: behind the name of a sum, a noun that could count is what has the sum."""
    unit = phrase.unit
    if unit is None or unit.unit not in counted_nouns().values() or phrase.numeral.factor < LEAST_FACTOR:
        return phrase
    named = text[unit.start : unit.end] in counted_nouns() and _worth().search(
        text, max(0, phrase.start - MONEY_REACH), phrase.start
    )
    return replace(phrase, unit=None, end=unit.start) if named and phrase.end == unit.end else phrase


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
    before = text[max(0, phrase.start - MONEY_REACH) : phrase.start]
    clause = before[max(before.rfind(mark) for mark in "，。；：、") + 1 :]
    if not _money().search(clause):
        noun = _counted(text, phrase.end)
        if noun is not None:
            return counted_nouns()[noun]
    return _of_sum(text, phrase)


def _of_sum(text: str, phrase: Phrase) -> str | None:
    """参观人次|6217.9万: the word of number before it ends with the classifier."""
    pattern, classifiers = _sum()
    stated = pattern.search(text, max(0, phrase.start - 14), phrase.start)
    return classifiers[stated.group("sum")] if stated is not None else None


def _of_sum_alone(text: str, phrase: Phrase) -> str | None:
    """受访户数|1200，: a whole number without multiplier that ends its clause."""
    reading = phrase.reading
    if phrase.unit is not None or reading is None or phrase.why_not is not None or phrase.rank:
        return None
    plain = phrase.rule == "number" and phrase.numeral.kind == "arabic" and phrase.numeral.factor == 1
    if not plain or reading.value.denominator != 1 or reading.step < 1:
        return None
    return _of_sum(text, phrase) if CLAUSE_ENDS.match(text, phrase.end) else None


def _is_next_member(text: str, before: Phrase, phrase: Phrase) -> bool:
    """人口分别为2189万、2487万: what the one before counts, this one counts too."""
    carried = before.unit is not None and before.unit_carried and before.unit.start == before.unit.end
    return carried and MEMBER.fullmatch(text[before.end : phrase.start]) is not None


def names_a_sum(text: str, at: int) -> bool:
    """Whether what somebody earns or has stands right before position ``at``: 营收|2亿."""
    return _worth().search(text, max(0, at - MONEY_REACH), at) is not None


class SpendingWords(NamedTuple):
    """Words around a bare sum that was spent."""

    making: frozenset[str]  # verbs behind it
    spending: tuple[str, ...]  # words before it
    instruments: frozenset[str]  # prepositions before it
    spent: str  # what a measure adds


@cache
def spending_words() -> SpendingWords:
    """The words of head_nouns.yaml."""
    table = _table()
    return SpendingWords(
        frozenset(table["making"]), tuple(table["spending"]), frozenset(table["instruments"]), table["spent"]
    )
