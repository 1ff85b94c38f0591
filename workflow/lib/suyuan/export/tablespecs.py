"""Which tables there are in processed/ and audit/, what a row of each is, and their columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from suyuan.audit.editions import EditionRow
from suyuan.export.columns import Column, columns_of
from suyuan.export.locators import LOCATOR_COLUMNS
from suyuan.observe.coverage import CoverageStatus
from suyuan.reconcile.match import ReviewRow
from suyuan.records import Act, Cell, Fact, Finding, Link, Numeral, Observation, Problem, Statement

SDMX = (
    ("value", "OBS_VALUE"),
    ("time_period", "TIME_PERIOD"),
    ("ref_area", "REF_AREA"),
    ("unit_measure", "UNIT_MEASURE"),
    ("obs_status", "OBS_STATUS"),
)  # fields of Observation that SDMX has a concept for; the other columns keep our names
CHOSEN = (
    Column("source_id", "", "string", False, "source of the chosen fact"),
    Column("edition", "", "string", False, "edition in which the chosen fact was read"),
    Column("surface", "", "string", False, "words of the chosen fact as printed"),
    Column("cited_at", "", "string", False, "in a digest: where the figure stands in the paper"),
    *(
        Column(name, "locator", kind, False, f"of the chosen fact; {text}")
        for name, kind, text in LOCATOR_COLUMNS
    ),
)
SERIES = (
    Column(
        "series_id",
        "",
        "string",
        True,
        "series: equal measure, area, freq, kind, nature, basis, breakdown, unit and extent of the period (the end of a "
        "year to date, the number of years of a mean growth)",
    ),
    Column("position", "", "integer", True, "place of the point in its series, in the order of time, from 1"),
)
BREAKDOWN = (
    Column("dimension", "", "string", True, "dimension that the row shows"),
    Column("dimension_value", "", "string", True, "value of the dimension"),
    Column("other_dimensions", "", "pairs", False, "further dimensions of the same observation"),
    Column(
        "total_observation_id",
        "",
        "string",
        False,
        "observation of the same measure, area and time without breakdown",
    ),
)
COVERAGE = (
    Column("measure_id", "", "string", True, "id in the measure catalogue"),
    Column("REF_AREA", "", "string", True, "area measured"),
    Column("year", "", "integer", False, "calendar year; empty: the year is not given"),
    Column(
        "coverage",
        "",
        "string",
        True,
        "stated: a value of the whole for the year or a time in it; conflicting: statements exclude one another; "
        "partial: only of parts, or of a part of the year; period: only of several years together; forecast, target: "
        "nothing but that; missing: nothing",
        get_args(CoverageStatus),
    ),
    Column(
        "observation_ids", "", "list", False, "observations of the cell, those that give its status first"
    ),
)
OBSERVATION = columns_of(Observation, SDMX)


@dataclass(frozen=True)
class TableSpec:
    """A table: what a row is, and its columns."""

    name: str  # file name without .csv
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()  # columns whose values together occur once
    folder: str = ""  # below processed/

    @property
    def file(self) -> str:
        """Path of the table below processed/."""
        return f"{self.folder}/{self.name}.csv" if self.folder else f"{self.name}.csv"

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]


_SPECS = (
    TableSpec("facts", "One row for each mention of a quantity.", columns_of(Fact), ("fact_id",)),
    TableSpec(
        "observations",
        "What the facts say of one measure, area and period.",
        (*OBSERVATION, *CHOSEN),
        ("observation_id",),
    ),
    TableSpec(
        "series",
        "Points of series of two dated observations or more.",
        (*SERIES, *OBSERVATION, *CHOSEN),
        ("series_id", "position"),
    ),
    TableSpec(
        "breakdowns",
        "Observations seen along each of their dimensions.",
        (*BREAKDOWN, *OBSERVATION, *CHOSEN),
        ("observation_id", "dimension"),
    ),
    TableSpec(
        "statements",
        "Every statement behind each observation: rank, agreement with the chosen one, the rule by which it lost.",
        columns_of(Statement),
        ("observation_id", "rank"),
    ),
    TableSpec(
        "coverage",
        "Which measures are stated for which areas and years, and which are missing. All years from the first to the last of "
        "any observation.",
        COVERAGE,
    ),
    TableSpec("acts", "Policy acts with date, title, actors.", columns_of(Act), ("act_id",)),
    TableSpec("links", "Pairs of places tied by a named relation.", columns_of(Link), ("link_id",)),
    TableSpec(
        "numerals", "Every numeral of the documents: in a fact, or with its class.", columns_of(Numeral)
    ),
    TableSpec(
        "cells", "Cells of tables.", columns_of(Cell), ("source_id", "edition", "table", "row", "column")
    ),
    TableSpec("problems", "What went wrong, where, and what to do.", columns_of(Problem)),
    TableSpec("findings", "Outcomes of the checks of arithmetic.", columns_of(Finding), ("finding_id",)),
    TableSpec("measure_review", "Facts whose measure a person should decide.", columns_of(ReviewRow)),
    TableSpec("editions", "Two editions of one source compared.", columns_of(EditionRow), folder="audit"),
)
TABLES: Mapping[str, TableSpec] = {spec.name: spec for spec in _SPECS}
