"""Facts of an English abstract in the words of the Chinese abstract that it translates.

An abstract and its translation state the same numbers in the same order; a number that two texts share by chance says
nothing. So a fact takes the words of another only between a Chinese and an English abstract next to each other, where at
least two different numbers go together, and where nothing that the English sentence states says otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from suyuan.facts.english import CHINESE, places_named
from suyuan.places import Gazetteer
from suyuan.records import Fact

LEAST = 10  # whole numbers up to this one say too little to tell two statements apart
SHARED = 2  # different numbers that an abstract and its translation share at least
STATED = frozenset({"clause", "sentence"})  # a time that the sentence itself states

Number = tuple[object, ...]


def with_chinese_words(facts: Sequence[Fact], gazetteer: Gazetteer) -> list[Fact]:
    """``facts`` where those of English abstracts take measure, breakdown, and what they lack of unit, area and time from
    the Chinese abstract before them, or else behind them."""
    runs = _abstracts(facts)
    restated: dict[str, Fact] = {}
    for k, run in enumerate(runs):
        if not _is_chinese(run[0]):
            beside = [*runs[max(0, k - 1) : k], *runs[k + 1 : k + 2]]
            if beside:
                restated |= _translated(run, beside[0], gazetteer)
    return [restated.get(fact.fact_id, fact) for fact in facts]


def _abstracts(facts: Sequence[Fact]) -> list[list[Fact]]:
    """Facts of abstracts in text order, cut where the language changes."""
    told = sorted((fact for fact in facts if fact.block == "abstract"), key=lambda fact: fact.start)
    return [list(run) for _, run in groupby(told, key=_is_chinese)]


def _is_chinese(fact: Fact) -> bool:
    return CHINESE.search(fact.sentence) is not None


def _translated(english: Sequence[Fact], chinese: Sequence[Fact], gazetteer: Gazetteer) -> dict[str, Fact]:
    """The facts of ``english`` that say the same as one of ``chinese``, in its words, by id."""
    stated: dict[Number, list[int]] = defaultdict(list)
    for at, other in enumerate(chinese):
        stated[_number(other)].append(at)
    pairs: list[tuple[Fact, int]] = []
    for fact in english:
        same = [at for at in stated[_number(fact)] if _same_unit(fact, chinese[at])]
        one = same and len({_words(chinese[at]) for at in same}) == 1
        if one and _tells(fact) and not _at_odds(fact, [chinese[at] for at in same], gazetteer):
            pairs.append((fact, same[0]))
    pairs = _in_order(pairs)
    if len({_number(fact) for fact, _ in pairs}) < SHARED:
        return {}
    return {fact.fact_id: _in_words_of(chinese[at], fact) for fact, at in pairs}


def _in_order(pairs: Sequence[tuple[Fact, int]]) -> list[tuple[Fact, int]]:
    """The most pairs whose numbers stand in the same order in both texts (longest subsequence that rises): no fact of the
    Chinese abstract lends its words twice."""
    best: list[list[tuple[Fact, int]]] = []
    for k, (_, at) in enumerate(pairs):
        longest = max((row for row in best if row[-1][1] < at), key=len, default=[])
        best.append([*longest, pairs[k]])
    return max(best, key=len, default=[])


def _number(fact: Fact) -> Number:
    return fact.value, fact.value_min, fact.value_max, fact.comparator


def _words(fact: Fact) -> Number:
    """What a fact says besides its number."""
    return fact.measure, tuple(sorted(fact.breakdown.items())), fact.area, fact.unit, fact.time


def _tells(fact: Fact) -> bool:
    """No small whole number, and no statistic: P values are the same everywhere."""
    small = fact.value is not None and fact.value.denominator == 1 and abs(fact.value) <= LEAST
    return not small and not (fact.unit is None and fact.unit_text is None)


def _same_unit(fact: Fact, chinese: Fact) -> bool:
    """English counts without a classifier: 1,234 firms are 1234家."""
    if fact.unit is None:
        return bool(fact.unit_text) and chinese.unit is not None and CHINESE.search(chinese.unit) is not None
    return fact.unit == chinese.unit


def _at_odds(fact: Fact, chinese: Sequence[Fact], gazetteer: Gazetteer) -> bool:
    """The English sentence states another area or time, or the Chinese one names nothing to take."""
    first = chinese[0]
    if first.measure is None:
        return True
    names = gazetteer.in_english.names
    named = {names[match.group()] for match in places_named(fact.sentence, gazetteer)}
    if named and fact.area != first.area and (fact.area or not named.issuperset(first.area)):
        return True
    return fact.time_from in STATED and first.time is not None and fact.time != first.time


def _in_words_of(chinese: Fact, fact: Fact) -> Fact:
    changed: dict[str, object] = {
        "measure": chinese.measure,
        "breakdown": chinese.breakdown,
        "unit": fact.unit or chinese.unit,
    }
    if chinese.area:
        changed |= {
            "area": chinese.area,
            "ref_area": chinese.ref_area,
            "counterpart_area": chinese.counterpart_area,
            "body": chinese.body,
        }
    if fact.time is None:
        changed |= {"time": chinese.time, "time_kind": chinese.time_kind, "time_from": chinese.time_from}
    return fact.model_copy(update=changed)
