"""Facts that state one quantity become one observation."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple, cast

from suyuan.observe.choose import choose, grade_of
from suyuan.observe.key import UNKNOWN_TIME, Key
from suyuan.observe.retold import join_retold
from suyuan.reconcile.agreement import AreaHolds, AreaName, measured_area, no_area_holds
from suyuan.reconcile.catalogue import Catalogue, Measure
from suyuan.reconcile.falls import as_growth
from suyuan.reconcile.phrases import measure_words
from suyuan.records import Fact, Observation, exact_text
from suyuan.records.interval import Interval
from suyuan.records.observation import Basis, ObsStatus
from suyuan.records.period import frequency, period, plain_period

STATUS: dict[str, ObsStatus] = {
    "=": "normal", "~": "approximate", ">": "lower_bound", ">=": "lower_bound",
    "<": "upper_bound", "<=": "upper_bound", "range": "interval",
}  # fmt: skip


class LeftOut(NamedTuple):
    """A fact that became no observation."""

    fact_id: str
    source_id: str
    reason: str  # no measure, no area


class Observed(NamedTuple):
    """Outcome of :func:`observe`."""

    observations: list[Observation]
    left_out: list[LeftOut]
    retold: frozenset[str] = (
        frozenset()
    )  # fact_ids that tell the statement of their observation with a coarser key


def observe(
    facts: Iterable[Fact],
    catalogue: Catalogue,
    areas: AreaName | None = None,
    grades: Mapping[str, str] | None = None,
    holds: AreaHolds = no_area_holds,
) -> Observed:
    """Observations in the order of measure, area, nature, breakdown, time; facts that became none, with the reason.

    Facts of equal key are one observation; a stock said for a coarser time (2022) joins the one finer time inside it
    (2022-12) whose bounds overlap, unless there are several. Facts without time keep ``XXXX``. Times without a place on
    a time axis (XXXX, XXXX-05-16, 2018/..) are never joined over sources, because the year may differ; without any time
    only numbers that agree are joined, because those of one source may be of several times.
    A fall is a negative growth (:func:`suyuan.reconcile.falls.as_growth`).
    What one source tells twice, once with a coarser key, is one observation (:func:`suyuan.observe.retold.join_retold`);
    ``holds`` tells which area holds which, none unless given.
    """
    groups: dict[Key, list[Fact]] = defaultdict(list)
    left_out: list[LeftOut] = []
    for told in facts:
        measure = catalogue.get(told.measure_id)
        fact = as_growth(told, measure)
        area = measured_area(fact, areas)
        if measure is None or area is None:
            left_out.append(LeftOut(fact.fact_id, fact.source_id, "no area" if measure else "no measure"))
            continue
        groups[key_of(fact, measure, area)].append(fact)
    joined, retold = join_retold(_join_coarser(_part_timeless(groups)), holds)
    built = [_observation(key, members, catalogue, grades, retold) for key, members in joined.items()]
    return Observed(sorted(built, key=order), sorted(left_out), retold)


def key_of(fact: Fact, measure: Measure, area: str) -> Key:
    """Key of the observation that a fact states."""
    time = plain_period(fact.time) if fact.time else UNKNOWN_TIME
    clause = clause_of(fact)
    return Key(
        measure_id=measure.id,
        ref_area=area,
        time_period=time,
        freq=frequency(time if fact.time else None, fact.time_kind, measure.kind, measure.freq),
        nature=fact.nature,
        basis=cast(Basis, _word_class("basis", clause) or "unsaid"),
        vintage=_word_class("vintage", clause) or "",
        breakdown=tuple(sorted(measure.own_breakdown(fact.breakdown).items())),
        source_id="" if period(time).dated else fact.source_id,
    )


def clause_of(fact: Fact) -> str:
    """The clause that the surface stands in, with the measure.

    Where several clauses have the same surface it is not known which is meant, and the surface stands alone; where none
    has it (it holds a comma itself) the whole sentence counts.
    """
    parts = [part for part in re.split("[，。；：！？,;]", fact.sentence) if fact.surface in part]
    clause = parts[0] if len(parts) == 1 else fact.sentence if not parts else fact.surface
    return clause + (fact.measure or "")


def _word_class(table: str, clause: str) -> str | None:
    """Name of the first class of words in ``data/measure_words.yaml`` of which one stands in the clause."""
    classes: dict[str, list[str]] = measure_words()[table]
    return next((name for name, words in classes.items() if any(word in clause for word in words)), None)


def _part_timeless(groups: Mapping[Key, list[Fact]]) -> dict[Key, list[Fact]]:
    """Groups, those without any time parted into statements that agree with one another, in the order of the text.

    The first part keeps the key; the others have their own number in it.
    """
    parted: dict[Key, list[Fact]] = {}
    for key, members in groups.items():
        parts: list[list[Fact]] = []
        for fact in sorted(members, key=lambda f: (f.start, f.fact_id)):
            fitting = (part for part in parts if all(_agree(fact, other) for other in part))
            part = next(fitting, None) if key.time_period == UNKNOWN_TIME else next(iter(parts), None)
            if part is None:
                parts.append([fact])
            else:
                part.append(fact)
        for number, part in enumerate(parts):
            parted[key._replace(stated=_number(part[0]) if number else "")] = part
    return parted


def _number(fact: Fact) -> str:
    """The number as stated, to tell it from others: ``=75``, ``range20-30``."""
    ends = (fact.value, fact.value_min, fact.value_max)
    return fact.comparator + "-".join(exact_text(end) for end in ends if end is not None)


def _join_coarser(groups: Mapping[Key, list[Fact]]) -> dict[Key, list[Fact]]:
    """Groups, those of a coarser time put into the one finer group that they restate."""
    joined = {key: list(members) for key, members in groups.items()}
    by_days = sorted((k for k in groups if period(k.time_period).dated), key=lambda k: (-_days(k), k))
    for coarse in by_days:
        if coarse.freq != "point":
            continue
        inside = [
            key
            for key in joined
            if key != coarse
            and key._replace(time_period=coarse.time_period) == coarse
            and period(coarse.time_period).holds(period(key.time_period))
            and all(_agree(a, b) for a in joined[coarse] for b in joined[key])
        ]
        if len(inside) == 1:
            joined[inside[0]].extend(joined.pop(coarse))
    return joined


def _agree(a: Fact, b: Fact) -> bool:
    return Interval.of_fact(a).meets(Interval.of_fact(b))


def _days(key: Key) -> int:
    return period(key.time_period).days or 0


def _observation(
    key: Key,
    members: Sequence[Fact],
    catalogue: Catalogue,
    grades: Mapping[str, str] | None,
    retold: Collection[str],
) -> Observation:
    measure = catalogue.measures[key.measure_id]
    ordered, rule = choose(members, grades, retold)
    chosen = ordered[0]
    conflict = any(not _agree(a, b) for a, b in combinations(ordered, 2))
    own = Interval.of_fact(chosen)
    return Observation(
        observation_id=observation_id(key, measure.unit),
        measure_id=key.measure_id,
        ref_area=key.ref_area,
        time_period=key.time_period,
        time_kind=chosen.time_kind,
        freq=key.freq,
        kind=measure.kind,
        nature=chosen.nature,
        basis=key.basis,
        vintage=key.vintage or chosen.told,
        breakdown=dict(key.breakdown),
        value=chosen.value,
        value_min=chosen.value_min,
        value_max=chosen.value_max,
        low=own.low,
        high=own.high,
        comparator=chosen.comparator,
        unit_measure=measure.unit,
        obs_status="conflicting" if conflict else STATUS[chosen.comparator],
        fact_ids=tuple(fact.fact_id for fact in ordered),
        choice_rule=rule,
        grade=grade_of(chosen, grades),
    )


def observation_id(key: Key, unit: str | None) -> str:
    """``obs-`` and twelve hex digits over the key: the same cell has the same id in every build."""
    parts = [*key[:7], ";".join(f"{n}={v}" for n, v in key.breakdown), key.source_id, unit or ""]
    parts += [key.stated] if key.stated else []
    return "obs-" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def order(observation: Observation) -> tuple[object, ...]:
    """Sort key: measure, area, nature, breakdown, freq, then time with undated ones last, then id."""
    span = period(observation.time_period)
    when = (span.first or span.last, span.last or span.first)
    return (
        observation.measure_id,
        observation.ref_area,
        observation.nature,
        sorted(observation.breakdown.items()),
        observation.freq,
        [str(day) if day else "9999" for day in when],
        observation.time_period,
        observation.observation_id,
    )
