"""Observation: what the facts say of one measure, area and period."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from suyuan.records.base import Record
from suyuan.records.exact import Exact
from suyuan.records.fact import Comparator, Nature, TimeKind

Frequency = Literal["A", "Q", "M", "YTD", "point"]
Kind = Literal["stock", "flow", "growth", "share", "index"]
Basis = Literal["current", "constant", "comparable", "unsaid"]
ObsStatus = Literal["normal", "conflicting", "lower_bound", "upper_bound", "approximate", "interval"]


class Observation(Record):
    """One cell of the data cube. SDMX: OBS_VALUE, TIME_PERIOD, REF_AREA, UNIT_MEASURE, OBS_STATUS."""

    observation_id: str
    measure_id: str
    ref_area: str
    time_period: str = Field(description="EDTF; an unspecified year stays XXXX")
    time_kind: TimeKind | None = None
    freq: Frequency
    kind: Kind
    nature: Nature = "actual"
    basis: Basis = "unsaid"
    vintage: str | None = Field(
        None, description="preliminary, revised, final, or the date on which it was told"
    )
    breakdown: dict[str, str] = Field(default_factory=dict)
    value: Exact | None = None
    value_min: Exact | None = None
    value_max: Exact | None = None
    low: Exact | None = None
    high: Exact | None = None
    comparator: Comparator = "="
    unit_measure: str | None = None
    obs_status: ObsStatus = "normal"
    fact_ids: tuple[str, ...] = Field(description="facts that state it, the chosen one first")
    choice_rule: str = Field(description="rule by which the first fact was chosen among those that state it")
    grade: str = Field(description="grade of evidence of the chosen fact: primary, repost, mirror, abstract")
    formula: str | None = Field(None, description="for derived observations, the formula over the facts")
