"""Series join only like with like; breakdowns show a measure by one dimension."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from itertools import groupby
from typing import NamedTuple

from suyuan.observe.observations import order
from suyuan.records import Observation
from suyuan.records.period import period


class SeriesRow(NamedTuple):
    """One point of a series. A series has two dated points or more."""

    series_id: str
    position: int  # from 1, in the order of time
    observation: Observation


class BreakdownRow(NamedTuple):
    """One observation seen along one of its dimensions."""

    dimension: str
    value: str
    others: tuple[tuple[str, str], ...]  # further dimensions of the observation
    total_id: str | None  # the observation of the same measure, area and time without breakdown
    observation: Observation


SeriesKey = tuple[str, ...]
VINTAGES = (
    "final",
    "revised",
    "",
    "preliminary",
)  # the best first; "": not said (the date of telling stands there)


def series_key(observation: Observation) -> SeriesKey:
    """What all points of a series share: measure, area, freq, kind, nature, basis, extent, unit, breakdown."""
    return (*_whole(observation), _breakdown(observation))


def _breakdown(observation: Observation) -> str:
    return ";".join(f"{name}={value}" for name, value in sorted(observation.breakdown.items()))


def _whole(observation: Observation) -> SeriesKey:
    """The key of a series but for the breakdown: what a part shares with its whole."""
    return (
        observation.measure_id,
        observation.ref_area,
        observation.freq,
        observation.kind,
        observation.nature,
        observation.basis,
        extent(observation),
        observation.unit_measure or "",
    )


def extent(observation: Observation) -> str:
    """What makes periods of one frequency comparable: January to November is no January to June, 7 years are no year.

    Year to date, and a flow up to a date: its last month and day. Other flows, growth and shares over a period: its
    length in months, in days where it does not begin and end with a month. States: whether they are said for a time
    within one year or for several years at once. Empty for a period that is not dated.
    """
    span = period(observation.time_period)
    if span.first is None or span.last is None:
        return ""
    if observation.freq == "point" and observation.kind != "flow":
        return "" if span.first.year == span.last.year else "years"
    if observation.freq in ("YTD", "point"):
        return f"to {span.last:%m-%d}"
    after = span.last + timedelta(days=1)
    if span.first.day != 1 or after.day != 1:
        return f"{span.days} days"
    return f"{(after.year - span.first.year) * 12 + after.month - span.first.month} months"


def series_rows(observations: Iterable[Observation]) -> list[SeriesRow]:
    """Points of all series, series by key, points by time, one a period (see :func:`latest_vintages`).

    Undated observations and single points are in no series, and neither is a state known to the year only where others are
    known to the month or day in that year: it is not known before or after which of them it stands.
    """
    dated = [o for o in latest_vintages(observations) if period(o.time_period).dated]
    rows: list[SeriesRow] = []
    for key, members in groupby(sorted(dated, key=lambda o: (series_key(o), order(o))), key=series_key):
        points = without_coarser(list(members))
        if len(points) < 2:
            continue
        series_id = "series-" + hashlib.sha256("\x1f".join(key).encode()).hexdigest()[:12]
        rows.extend(SeriesRow(series_id, position, point) for position, point in enumerate(points, 1))
    return rows


def without_coarser(points: Sequence[Observation]) -> list[Observation]:
    """Dated points of one series but for states whose period holds that of another."""
    spans = [period(point.time_period) for point in points]
    return [
        point
        for point, span in zip(points, spans, strict=True)
        if point.freq != "point" or not any(span != other and span.holds(other) for other in spans)
    ]


def latest_vintages(observations: Iterable[Observation]) -> list[Observation]:
    """Of the observations that differ in nothing but their vintage the most final one, in the order given.

    Final comes before revised, before one that does not say, before preliminary.
    """
    best: dict[SeriesKey, Observation] = {}
    for observation in observations:
        dated = period(observation.time_period).dated
        # undated ones may be of different years, so that each is one of its own
        key = (*series_key(observation), observation.time_period, "" if dated else observation.observation_id)
        if key not in best or _finality(observation) < _finality(best[key]):
            best[key] = observation
    return list(best.values())


def _vintage(observation: Observation) -> str:
    """preliminary, revised or final; empty for a date of telling."""
    return observation.vintage if observation.vintage in VINTAGES and observation.vintage else ""


def _finality(observation: Observation) -> tuple[int, str]:
    return VINTAGES.index(_vintage(observation)), observation.observation_id


def breakdown_rows(
    observations: Sequence[Observation], sources: Mapping[str, str] | None = None
) -> list[BreakdownRow]:
    """Rows measure x dimension x value x area x time of all observations that have a breakdown.

    ``sources``: fact_id to source_id; without it what is stated without a year has no whole, because a part and a whole
    of two sources may be of different years.
    """
    wholes: dict[SeriesKey, list[Observation]] = defaultdict(list)
    for observation in observations:
        if not observation.breakdown:
            wholes[_period_key(observation, sources)].append(observation)
    rows = [
        BreakdownRow(
            name,
            value,
            tuple((n, v) for n, v in sorted(observation.breakdown.items()) if n != name),
            _best_whole(observation, wholes.get(_period_key(observation, sources), [])),
            observation,
        )
        for observation in observations
        for name, value in sorted(observation.breakdown.items())
    ]
    return sorted(rows, key=lambda r: (r.observation.measure_id, r.dimension, order(r.observation), r.value))


def _period_key(observation: Observation, sources: Mapping[str, str] | None) -> SeriesKey:
    """What a part shares with its whole, and the time; where that has no year the source, or what is unique."""
    key = (*_whole(observation), observation.time_period)
    if period(observation.time_period).dated:
        return (*key, "")
    return (*key, (sources or {}).get(observation.fact_ids[0], observation.observation_id))


def _best_whole(part: Observation, wholes: Sequence[Observation]) -> str | None:
    """The whole of the vintage of the part, else the most final one."""
    best = min(wholes, key=lambda whole: (_vintage(whole) != _vintage(part), _finality(whole)), default=None)
    return best.observation_id if best is not None else None


def undated(observations: Iterable[Observation]) -> list[Observation]:
    """Observations whose time no axis can hold: unknown years and open intervals. SDMX cannot express them."""
    return [observation for observation in observations if not period(observation.time_period).dated]
