"""Coverage: for which years a measure is stated for an area, and where it is missing.

A cell is a measure, an area and a year. What is known of it, the first that applies:

- ``conflicting``  statements of it exclude one another
- ``stated``       an actual value of the whole for the year, or for a day or month in it
- ``partial``      an actual value, but only of parts (a breakdown), or of a part of the year (January to November; a
  quarter or month of a flow or rate)
- ``period``       an actual value, but only of a period of several years that covers the year (mean growth 2016/2023)
- ``forecast``, ``target``  only what was expected, or only what was aimed at
- ``missing``      nothing

A year of None holds what is stated without a year (XXXX-05-16, or a period with an open end): it is no evidence for any
one year and no gap either, so that it has a row only where there is such an observation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from suyuan.observe.observations import order
from suyuan.records import Observation
from suyuan.records.period import period

CoverageStatus = Literal["conflicting", "stated", "partial", "period", "forecast", "target", "missing"]
PRECEDENCE: tuple[tuple[CoverageStatus, str], ...] = (
    ("conflicting", "whole"), ("stated", "whole"), ("conflicting", "part"), ("partial", "part"), ("period", ""),
    ("forecast", ""), ("target", ""),
)  # fmt: skip
ANNUAL = ("A", "point")  # frequencies that tell of a year: its flow, or a state in it


class CoverageRow(NamedTuple):
    """One cell of the matrix."""

    measure_id: str
    ref_area: str
    year: int | None  # None: the year is not given
    status: CoverageStatus
    observation_ids: tuple[str, ...]  # those that give the status first; none where it is missing


def coverage(observations: Iterable[Observation], years: Sequence[int] | None = None) -> list[CoverageRow]:
    """Rows by measure, area and year (the year not given last), for each measure and area that occur together.

    Every such pair has a row for each of ``years``; without it for all years from the first to the last that any of the
    observations covers, targets among them.
    """
    known = sorted(observations, key=order)
    cells: dict[tuple[str, str], dict[int | None, list[Observation]]] = defaultdict(lambda: defaultdict(list))
    for observation in known:
        for year in years_of(observation):
            cells[observation.measure_id, observation.ref_area][year].append(observation)
    shown = sorted(set(years)) if years is not None else _all_years(known)
    rows: list[CoverageRow] = []
    for (measure_id, area), by_year in sorted(cells.items()):
        rows.extend(_row(measure_id, area, year, by_year.get(year, [])) for year in shown)
        if None in by_year:
            rows.append(_row(measure_id, area, None, by_year[None]))
    return rows


def best_status(found: Iterable[CoverageStatus]) -> CoverageStatus:
    """What is known of several cells together; ``missing`` for none."""
    ranking = list(dict.fromkeys(status for status, _ in PRECEDENCE))
    return min((status for status in found if status != "missing"), key=ranking.index, default="missing")


def years_of(observation: Observation) -> list[int | None]:
    """Years that an observation tells of; [None] where its time has no place on a time axis."""
    span = period(observation.time_period)
    if span.first is None or span.last is None:
        return [None]
    return list(range(span.first.year, span.last.year + 1))


def _all_years(observations: Iterable[Observation]) -> list[int]:
    covered = [year for o in observations for year in years_of(o) if year is not None]
    return list(range(min(covered), max(covered) + 1)) if covered else []


def _row(measure_id: str, area: str, year: int | None, members: Sequence[Observation]) -> CoverageRow:
    if not members:
        return CoverageRow(measure_id, area, year, "missing", ())
    ranked = sorted((PRECEDENCE.index(_standing(o)), position, o) for position, o in enumerate(members))
    status = PRECEDENCE[ranked[0][0]][0]
    return CoverageRow(measure_id, area, year, status, tuple(o.observation_id for _, _, o in ranked))


def _standing(observation: Observation) -> tuple[CoverageStatus, str]:
    """Place of one observation in ``PRECEDENCE``."""
    if observation.nature != "actual":
        return observation.nature, ""
    if len(years_of(observation)) > 1:
        return "period", ""
    up_to_date = observation.kind == "flow" and observation.freq == "point"  # from when is not said
    whole = not observation.breakdown and not up_to_date and observation.freq in ANNUAL
    if _timeless(observation):
        whole = not observation.breakdown
    if observation.obs_status == "conflicting":
        return "conflicting", "whole" if whole else "part"
    return ("stated", "whole") if whole else ("partial", "part")


def _timeless(observation: Observation) -> bool:
    """Without a year it cannot be asked whether a flow is that of a whole year."""
    return years_of(observation) == [None]
