"""Series join only like with like; breakdowns show a measure by one dimension."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
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
    """What all points of a series share: measure, area, freq, kind, nature, basis, breakdown, unit."""
    return (
        observation.measure_id,
        observation.ref_area,
        observation.freq,
        observation.kind,
        observation.nature,
        observation.basis,
        ";".join(f"{name}={value}" for name, value in sorted(observation.breakdown.items())),
        observation.unit_measure or "",
    )


def series_rows(observations: Iterable[Observation]) -> list[SeriesRow]:
    """Points of all series, series by key, points by time, one a period (see :func:`latest_vintages`).

    Undated observations and single points are in no series.
    """
    dated = [o for o in latest_vintages(observations) if period(o.time_period).dated]
    rows: list[SeriesRow] = []
    for key, members in groupby(sorted(dated, key=lambda o: (series_key(o), order(o))), key=series_key):
        points = list(members)
        if len(points) < 2:
            continue
        series_id = "series-" + hashlib.sha256("\x1f".join(key).encode()).hexdigest()[:12]
        rows.extend(SeriesRow(series_id, position, point) for position, point in enumerate(points, 1))
    return rows


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


def _finality(observation: Observation) -> tuple[int, str]:
    vintage = observation.vintage or ""
    return (
        VINTAGES.index(vintage) if vintage in VINTAGES else VINTAGES.index(""),
        observation.observation_id,
    )


def breakdown_rows(observations: Sequence[Observation]) -> list[BreakdownRow]:
    """Rows measure x dimension x value x area x time of all observations that have a breakdown."""
    totals = {_whole(o): o.observation_id for o in observations if not o.breakdown}
    rows = [
        BreakdownRow(
            name,
            value,
            tuple((n, v) for n, v in sorted(observation.breakdown.items()) if n != name),
            totals.get(_whole(observation)),
            observation,
        )
        for observation in observations
        for name, value in sorted(observation.breakdown.items())
    ]
    return sorted(rows, key=lambda r: (r.observation.measure_id, r.dimension, order(r.observation), r.value))


def _whole(observation: Observation) -> SeriesKey:
    """Key of the whole that a broken-down observation is part of."""
    key = series_key(observation)
    return (*key[:6], *key[7:], observation.time_period)


def undated(observations: Iterable[Observation]) -> list[Observation]:
    """Observations whose time no axis can hold: unknown years and open intervals. SDMX cannot express them."""
    return [observation for observation in observations if not period(observation.time_period).dated]
