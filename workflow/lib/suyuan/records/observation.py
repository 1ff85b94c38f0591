"""Observation: what the facts say of one measure, area and period."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from suyuan.records.base import Record
from suyuan.records.exact import Exact
from suyuan.records.fact import Comparator, Edition, Nature, TimeKind
from suyuan.records.locator import Grade

Frequency = Literal["A", "Q", "M", "YTD", "point", "span"]  # span: a flow over any other period (2014/2016)
Kind = Literal["stock", "flow", "growth", "share", "index"]
Basis = Literal["current", "constant", "comparable", "unsaid"]
ObsStatus = Literal["normal", "conflicting", "lower_bound", "upper_bound", "approximate", "interval"]
Agreement = Literal["chosen", "agrees", "coarser", "finer", "differs"]


class Observation(Record):
    """One cell of the data cube. SDMX: OBS_VALUE, TIME_PERIOD, REF_AREA, UNIT_MEASURE, OBS_STATUS."""

    observation_id: str = Field(
        description="stable identity of the cell: measure, area, time, freq, nature, basis, breakdown"
    )
    measure_id: str = Field(description="id in the measure catalogue")
    ref_area: str = Field(description="area measured; several without a common name are joined by +")
    time_period: str = Field(description="EDTF; an unspecified year stays XXXX")
    time_kind: TimeKind | None = Field(None, description="as_of or during, of the chosen fact")
    freq: Frequency = Field(
        description="A, Q, M, YTD: flow of a year, quarter, month, year to date; point: a state; span: other"
    )
    kind: Kind = Field(description="stock, flow, growth, share or index")
    nature: Nature = Field("actual", description="actual, target or forecast")
    basis: Basis = Field("unsaid", description="prices: current, constant, comparable, unsaid")
    vintage: str | None = Field(
        None, description="preliminary, revised, final, or the date on which it was told"
    )
    breakdown: dict[str, str] = Field(default_factory=dict, description="further dimensions, name to value")
    value: Exact | None = Field(
        None, description="value in the base unit, a fall of a growth negative; null for a range"
    )
    value_min: Exact | None = Field(None, description="lower end of a stated range")
    value_max: Exact | None = Field(None, description="upper end of a stated range")
    low: Exact | None = Field(
        None, description="least value that the chosen statement allows; null: unbounded"
    )
    high: Exact | None = Field(None, description="greatest value that it allows; null: unbounded")
    comparator: Comparator = Field("=", description="of the chosen statement: = ~ > >= < <= range")
    unit_measure: str | None = Field(None, description="unit of measure, from the catalogue")
    obs_status: ObsStatus = Field(
        "normal", description="conflicting: statements exclude one another; else what the comparator says"
    )
    fact_ids: tuple[str, ...] = Field(description="facts that state it, the chosen one first")
    choice_rule: str = Field(description="rule by which the first fact was chosen among those that state it")
    grade: str = Field(description="grade of evidence of the chosen fact: primary, repost, mirror, abstract")
    formula: str | None = Field(None, description="for derived observations, the formula over the facts")


class Statement(Record):
    """One fact that states an observation: the chosen one, or one that lost, with the rule by which it lost."""

    observation_id: str = Field(description="the observation that it states")
    rank: int = Field(ge=1, description="1: the statement that is used; then in the order of preference")
    fact_id: str = Field(description="the fact, with sentence and locator in facts.csv")
    source_id: str = Field(description="id of the source card")
    edition: Edition = Field(description="edition in which it was read")
    surface: str = Field(description="the words as printed")
    value: Exact | None = Field(
        None, description="value as stated, in the base unit, a fall of a growth negative; null for a range"
    )
    value_min: Exact | None = Field(None, description="lower end of a stated range")
    value_max: Exact | None = Field(None, description="upper end of a stated range")
    low: Exact | None = Field(None, description="least value that the statement allows; null: unbounded")
    high: Exact | None = Field(None, description="greatest value that it allows; null: unbounded")
    low_open: bool = Field(False, description="true when low itself is excluded")
    high_open: bool = Field(False, description="true when high itself is excluded")
    comparator: Comparator = Field("=", description="as stated: = ~ > >= < <= range")
    unit: str | None = Field(
        None, description="base unit as stated; it may be an alias of the measure's (个 for 项)"
    )
    time: str | None = Field(None, description="time that this statement gives, EDTF")
    time_kind: TimeKind | None = Field(None, description="as_of or during")
    told: str | None = Field(None, description="when its source said it, EDTF")
    grade: Grade = Field(description="grade of evidence: primary, repost, mirror, abstract")
    agreement: Agreement = Field(
        description="chosen, or how it stands to the chosen: agrees, coarser (says less), finer, differs (excludes it)"
    )
    lost_by: str | None = Field(
        None,
        description="rule that set the chosen one before it: key, grade, edition, comparator, time, score, told, order",
    )
    independent: bool = Field(
        description="false where it may only repeat a better statement: of its own source, or one that it agrees with "
        "where either is a repost, mirror or abstract"
    )
    repeats: str | None = Field(None, description="fact_id of the better statement that it may repeat")
