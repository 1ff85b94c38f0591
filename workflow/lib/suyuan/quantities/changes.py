"""The levels before and after a change: 满意度由|85.2|提高到|91.5, 床位从|500|增加到|800张."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from suyuan.quantities.phrase import Phrase
from suyuan.quantities.scan import power_of_ten
from suyuan.quantities.tables import change_words
from suyuan.quantities.units import symbol_at

SAME_SCALE = 20  # 从2.3增加到5.1万人: as many times apart at most are two printed figures of one multiplier
LONGEST_LEAD = 24  # characters before the earlier level: 由 with its moment
ENGLISH_LEAD = re.compile(
    r"\b(?:increas|decreas|rise|rose|risen|grew|grow|fell|fall|declin|drop|reduc|cut|climb|expand|shr[aiu]nk|went|chang)[a-z]*"
    r"(?: [a-z]+){0,2} from (?:about |nearly |over )?$"
)
ENGLISH_TO = re.compile(r" to (?:about |nearly |over )?$")
ENDS_CLAUSE = re.compile(r"[，。；！？）]|$")


class Patterns(NamedTuple):
    """What stands before the earlier level, and between the two; the words of change in them."""

    lead: re.Pattern[str]
    between: re.Pattern[str]
    verbs: frozenset[str]
    leads: frozenset[str]
    rising: frozenset[str]
    falling: frozenset[str]


@cache
def _patterns() -> Patterns:
    words = change_words()
    moment = rf"(?:(?:19|20)\d\d年(?:度|末|底|初)?|{'|'.join(words['moments'])})"
    adverbs, verbs, leads = ("|".join(words[key]) for key in ("adverbs", "verbs", "leads"))
    lead = re.compile(rf"(?<![{''.join(words['not_before_from'])}])[从由自](?:{moment}的?|约|的)*$")
    between = re.compile(rf"，?(?:{adverbs})*(?P<verb>{verbs})了?(?:{leads})(?:{moment}的?|约|的|了)*")
    sets = (frozenset(words[key]) for key in ("verbs", "leads", "rising", "falling"))
    return Patterns(lead, between, *sets)


def levels_of_changes(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """Phrases in order; a bare number between 由 and 提高到 is the earlier level in the unit of the later one.

    The multiplier or the power of ten of the later number holds for the earlier one where the two printed figures are
    of one scale and the verb says no other thing (``_lent``). 升 of 15.3升至18倍 is the verb and no litre, whatever unit
    follows.
    """
    out = list(phrases)
    for k in range(len(out) - 1):
        second = out[k + 1]
        first = _without_verb(text, out[k])
        if (
            first.reading is None
            or first.unit is not None
            or first.second is not None
            or first.rule != "number"
        ):
            continue
        change = _change(text, first, second)
        if change is None:
            continue
        end, verb = change
        if first is not out[k]:
            out[k] = replace(first, unit_carried=True)
        if second.reading is None or end != second.start or first.numeral.kind != second.numeral.kind:
            continue
        second = _with_letter(text, second)
        if _is_year(first) and (second.unit is None or second.unit.kind == "time"):
            out[k] = first
            continue
        if second.unit is None:
            if _is_year(second) or second.rule != "number" or not ENDS_CLAUSE.match(text, second.end):
                continue
            earlier = _lent(text, first, second, verb) or first
            out[k], out[k + 1] = replace(earlier, unit_carried=True), replace(second, unit_carried=True)
            continue
        lent = _lent(text, first, second, verb)
        unit = second.unit._replace(start=first.end, end=first.end) if lent is not None else None
        out[k], out[k + 1] = replace(lent or first, unit=unit, unit_carried=True), second
    return out


def _change(text: str, first: Phrase, second: Phrase) -> tuple[int, str] | None:
    """Where the later level of a change begins that ``first`` is the earlier level of, and its verb; None for no change."""
    between = _patterns().between.match(text, first.end)
    if between is not None:
        lead = _patterns().lead.search(text, max(0, first.start - LONGEST_LEAD), first.start)
        return (between.end(), between["verb"]) if lead else None
    return (second.start, "") if _english(text, first, second) else None


def _english(text: str, first: Phrase, second: Phrase) -> bool:
    """fell from |100| to |80 million tons."""
    low = max(0, first.start - 60)
    return bool(
        ENGLISH_TO.fullmatch(text, first.end, second.start) and ENGLISH_LEAD.search(text, low, first.start)
    )


def _without_verb(text: str, phrase: Phrase) -> Phrase:
    """15.3|升至: the unit behind the number is a verb of change."""
    unit, words = phrase.unit, _patterns()
    if unit is None or text[unit.start : unit.end] not in words.verbs:
        return phrase
    return (
        replace(phrase, unit=None, end=unit.start) if text[unit.end : unit.end + 1] in words.leads else phrase
    )


def _with_letter(text: str, phrase: Phrase) -> Phrase:
    """由5升到8|A: what a change leads to has the letter for its unit, which after one digit is more often a name's."""
    if phrase.unit is not None or phrase.rule != "number":
        return phrase
    unit = symbol_at(text, phrase.end)
    if unit is None or not ENDS_CLAUSE.match(text, unit.end):
        return phrase
    return replace(phrase, unit=unit, end=unit.end)


def _lent(text: str, first: Phrase, second: Phrase, verb: str) -> Phrase | None:
    """从2.3增加到5.1万人, 由85升至210×10⁹/L: the earlier level with the multiplier or the power of ten of the later one.

    As printed where the figures are of different scales (从3000增加到1.2万人). None where what comes out would fall while
    the verb says that it rises or the other way round (由9增加到1.2万吨), or a power of ten would part the levels: then
    the unit of the later number is not that of the earlier one either.
    """
    a, b, factor = first.reading, second.reading, second.numeral.factor
    power = power_of_ten(text, second.numeral) if factor == 1 else Fraction(1)
    factor *= power
    if a is None or b is None or not a.value or not b.value:
        return first
    if factor == 1 or first.numeral.factor != 1 or power_of_ten(text, first.numeral) != 1:
        return first
    if _apart(a.value, b.value / factor) <= SAME_SCALE:
        return replace(first, reading=a.times(factor)) if _goes(a.value * factor, b.value, verb) else None
    parted = power != 1 and _apart(a.value, b.value) > SAME_SCALE
    return first if _goes(a.value, b.value, verb) and not parted else None


def _apart(a: Fraction, b: Fraction) -> Fraction:
    return max(abs(a / b), abs(b / a))


def _goes(a: Fraction, b: Fraction, verb: str) -> bool:
    """Whether a change from ``a`` to ``b`` is what the verb says; verbs without a direction say nothing."""
    words = _patterns()
    return not (verb in words.rising and b < a) and not (verb in words.falling and a < b)


def _is_year(phrase: Phrase) -> bool:
    reading = phrase.reading
    return reading is not None and reading.step == 1 and 1900 <= reading.value <= 2100
