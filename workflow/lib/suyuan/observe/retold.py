"""One statement of a source told twice, once with less said: it is one observation, that of the fuller key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from suyuan.observe.key import UNKNOWN_TIME, Key
from suyuan.reconcile.agreement import AreaHolds
from suyuan.records import Fact

Number = tuple[object, ...]


def join_retold(
    groups: Mapping[Key, Sequence[Fact]], holds: AreaHolds
) -> tuple[dict[Key, list[Fact]], frozenset[str]]:
    """Groups of facts, those told with less put into the one that tells the same number of the same source with more.

    Told with less: the same measure, nature, basis and vintage; an area that holds the other one or is the same
    (``holds``), a part of its breakdown, its time or none; at least one of the three says less. All of its facts are of
    one source and state one number. Where several groups tell more and none of them more than all others (two districts
    with the same value), it is not known which is meant, and it stays. Also gives the fact_ids that were moved.
    """
    told = {
        key: {(fact.source_id, stated_number(fact)) for fact in members} for key, members in groups.items()
    }
    target: dict[Key, Key] = {}
    for key, own in told.items():
        if len(own) != 1:
            continue
        fuller = [other for other, theirs in told.items() if own <= theirs and tells_less(key, other, holds)]
        fullest = [other for other in fuller if not any(tells_less(other, third, holds) for third in fuller)]
        if len(fullest) == 1:
            target[key] = fullest[0]
    joined = {key: list(members) for key, members in groups.items() if key not in target}
    for key, other in target.items():
        joined[other].extend(groups[key])
    return joined, frozenset(fact.fact_id for key in target for fact in groups[key])


def tells_less(key: Key, other: Key, holds: AreaHolds) -> bool:
    """Whether a key can be that of the other's statement, with less said about area, breakdown or time."""
    same = (key.measure_id, key.nature, key.basis, key.vintage) == (
        other.measure_id, other.nature, other.basis, other.vintage,
    )  # fmt: skip
    timeless = key.time_period == UNKNOWN_TIME and other.time_period != UNKNOWN_TIME
    same_time = (key.time_period, key.freq) == (other.time_period, other.freq)
    same_area = key.ref_area == other.ref_area
    if not same or not (same_time or timeless) or not set(key.breakdown) <= set(other.breakdown):
        return False
    if not same_area:
        if not holds(key.ref_area, other.ref_area):
            return False
        if holds(other.ref_area, key.ref_area) and key.ref_area < other.ref_area:
            return False  # two names of one extent: the first in the order of the characters is kept
    return timeless or not same_area or key.breakdown != other.breakdown


def stated_number(fact: Fact) -> Number:
    """The number as stated: bounds that merely meet are another statement."""
    return (fact.comparator, fact.value, fact.value_min, fact.value_max)
