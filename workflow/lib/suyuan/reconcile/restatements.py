"""Restatements: facts that state the same quantity, in one document, in two editions or in several sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from suyuan.reconcile.agreement import AreaName, measured_area, times_agree
from suyuan.reconcile.catalogue import Catalogue
from suyuan.records import Fact
from suyuan.records.interval import Interval

Key = tuple[object, ...]


def join_restatements(
    facts: Sequence[Fact], catalogue: Catalogue, areas: AreaName | None = None
) -> list[Fact]:
    """The facts in their order, each with ``same_as``: ids of the facts that state the same quantity.

    Same: equal measure, area, breakdown and nature, times that agree, and bounds that overlap. The relation is
    symmetric and not transitive: over 70 agrees with 72 and with 75, which do not agree with each other.
    """
    groups = _groups(facts, catalogue, areas)
    same: dict[int, list[str]] = defaultdict(list)
    for members in groups.values():
        measure = catalogue.get(facts[members[0]].measure_id)
        point = measure is not None and measure.kind == "stock"
        for i in members:
            same[i] = [facts[j].fact_id for j in members if j != i and _agree(facts[i], facts[j], point)]
    return [_with_same(fact, tuple(sorted(same.get(index, [])))) for index, fact in enumerate(facts)]


def clashes(
    facts: Sequence[Fact], catalogue: Catalogue, areas: AreaName | None = None
) -> dict[str, list[Fact]]:
    """fact_id to the facts of the same edition that say another number for the same measure, area, time and breakdown.

    A document seldom contradicts itself: mostly one of the two is about a part, and its breakdown was not read.
    """
    found: dict[str, list[Fact]] = {}
    for members in _groups(facts, catalogue, areas).values():
        for i in members:
            a = facts[i]
            others = [
                facts[j]
                for j in members
                if j != i
                and (facts[j].source_id, facts[j].edition, facts[j].time) == (a.source_id, a.edition, a.time)
                and not Interval.of_fact(a).meets(Interval.of_fact(facts[j]))
            ]
            if others:
                found[a.fact_id] = others
    return found


def _groups(facts: Sequence[Fact], catalogue: Catalogue, areas: AreaName | None) -> dict[Key, list[int]]:
    """Positions of the facts of each measure, area, breakdown and nature."""
    groups: dict[Key, list[int]] = defaultdict(list)
    for index, fact in enumerate(facts):
        area = measured_area(fact, areas)
        measure = catalogue.get(fact.measure_id)
        if measure is not None and area:
            breakdown = tuple(sorted(measure.own_breakdown(fact.breakdown).items()))
            groups[(measure.id, area, breakdown, fact.nature)].append(index)
    return groups


def _agree(a: Fact, b: Fact, point: bool) -> bool:
    return times_agree(a, b, point) and Interval.of_fact(a).meets(Interval.of_fact(b))


def _with_same(fact: Fact, ids: tuple[str, ...]) -> Fact:
    return fact if fact.same_as == ids else fact.model_copy(update={"same_as": ids})
