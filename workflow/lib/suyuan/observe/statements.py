"""The statements behind each observation: which one is used, how the others stand to it, and why they lost."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from suyuan.observe.choose import grade_of, rule_between
from suyuan.records import Fact, Observation, Statement
from suyuan.records.interval import Interval
from suyuan.records.observation import Agreement
from suyuan.records.period import period


def statements(
    observations: Iterable[Observation],
    facts: Iterable[Fact],
    grades: Mapping[str, str] | None = None,
    retold: Collection[str] = (),
) -> list[Statement]:
    """A row for each fact of each observation: observations in the order given, the chosen statement first.

    ``grades`` as for :func:`suyuan.observe.observe`; ``retold`` of its outcome: those are ``coarser`` by their key.
    Raises KeyError for an observation of a fact that is not given.
    """
    by_id = {fact.fact_id: fact for fact in facts}
    rows: list[Statement] = []
    for observation in observations:
        stating = [by_id[fact_id] for fact_id in observation.fact_ids]
        rows.extend(_statement(observation, stating, place, grades, retold) for place in range(len(stating)))
    return rows


def agreement(fact: Fact, chosen: Fact) -> Agreement:
    """How a statement stands to the chosen one.

    ``differs``: no number is allowed by both. Else ``coarser`` where it says less (2022 beside 2022-12, over 70 beside
    75, 8成 beside 78 %), ``finer`` where it says more, ``agrees`` where the two say the same or neither holds the other.
    """
    own, other = Interval.of_fact(fact), Interval.of_fact(chosen)
    if not own.meets(other):
        return "differs"
    days, days_chosen = period(fact.time).days, period(chosen.time).days
    wider = own != other and own.holds(other)
    narrower = own != other and other.holds(own)
    longer = days is not None and days_chosen is not None and days > days_chosen
    shorter = days is not None and days_chosen is not None and days < days_chosen
    if (wider or longer) and not (narrower or shorter):
        return "coarser"
    if (narrower or shorter) and not (wider or longer):
        return "finer"
    return "agrees"


def repeated(fact: Fact, before: Sequence[Fact], grades: Mapping[str, str] | None = None) -> Fact | None:
    """The first of the better statements that this one may only repeat; None for independent evidence.

    It may repeat one of its own source, in whatever edition, and one that it agrees with where either was not read at
    its publisher: a repost says what another said before it, and two reposts may have the same origin.
    """
    for other in before:
        if other.source_id == fact.source_id:
            return other
        second_hand = {grade_of(fact, grades), grade_of(other, grades)} != {"primary"}
        if second_hand and Interval.of_fact(fact).meets(Interval.of_fact(other)):
            return other
    return None


def _standing(fact: Fact, chosen: Fact, retold: Collection[str]) -> Agreement:
    """:func:`agreement`; what tells the same with a coarser key is coarser."""
    stands = agreement(fact, chosen)
    return "coarser" if fact.fact_id in retold and stands != "differs" else stands


def _statement(
    observation: Observation,
    stating: Sequence[Fact],
    place: int,
    grades: Mapping[str, str] | None,
    retold: Collection[str],
) -> Statement:
    fact, chosen = stating[place], stating[0]
    bounds = Interval.of_fact(fact)
    origin = repeated(fact, stating[:place], grades)
    return Statement(
        observation_id=observation.observation_id,
        rank=place + 1,
        fact_id=fact.fact_id,
        source_id=fact.source_id,
        edition=fact.edition,
        surface=fact.surface,
        value=fact.value,
        value_min=fact.value_min,
        value_max=fact.value_max,
        low=bounds.low,
        high=bounds.high,
        low_open=bounds.low_open,
        high_open=bounds.high_open,
        comparator=fact.comparator,
        unit=fact.unit,
        time=fact.time,
        time_kind=fact.time_kind,
        told=fact.told,
        grade=grade_of(fact, grades),
        agreement=_standing(fact, chosen, retold) if place else "chosen",
        lost_by=rule_between(chosen, fact, grades, retold) if place else None,
        independent=origin is None,
        repeats=origin.fact_id if origin is not None else None,
    )
