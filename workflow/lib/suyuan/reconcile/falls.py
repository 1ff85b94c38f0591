"""Falls as negative growth, so that one series holds rises and falls.

A fact keeps what is printed (下降3.2%: 3.2, measure 降幅). Where it is about a growth of the catalogue, it states -3.2 of it.
"""

from __future__ import annotations

from fractions import Fraction

from suyuan.reconcile.catalogue import Measure
from suyuan.reconcile.phrases import measure_words
from suyuan.records import Fact
from suyuan.records.fact import Comparator

TURNED: dict[Comparator, Comparator] = {">": "<", ">=": "<=", "<": ">", "<=": ">="}


def as_rise(phrase: str) -> str | None:
    """The phrase of the same change told as a rise: 出口增速 of 出口降幅, 就业人数增加量 of 就业人数减少量; None for no fall."""
    falls: dict[str, str] = measure_words()["falls"]
    ending = max((ending for ending in falls if phrase.endswith(ending)), key=len, default=None)
    return phrase.removesuffix(ending) + falls[ending] if ending is not None else None


def takes_falls(measure: Measure) -> bool:
    """Whether a fall is a negative value of the measure: a growth whose own spellings tell no fall."""
    return measure.kind == "growth" and all(as_rise(phrase) is None for phrase in measure.phrases)


def as_growth(fact: Fact, measure: Measure | None) -> Fact:
    """What the fact states of its measure: the fact itself, or with number, bounds and comparator of the negative growth.

    A number that is negative as printed (降幅为-3%) is left as it is: which of the two signs is meant is not known.
    """
    if measure is None or not takes_falls(measure) or as_rise(fact.measure or "") is None:
        return fact
    least = fact.value if fact.value is not None else fact.value_min
    if least is None or least < 0:
        return fact
    turned = {
        "value": _negative(fact.value),
        "value_min": _negative(fact.value_max),
        "value_max": _negative(fact.value_min),
        "low": _negative(fact.high),
        "high": _negative(fact.low),
        "low_open": fact.high_open,
        "high_open": fact.low_open,
        "comparator": TURNED.get(fact.comparator, fact.comparator),
    }
    return fact.model_copy(update=turned)


def _negative(number: Fraction | None) -> Fraction | None:
    return None if number is None else -number
