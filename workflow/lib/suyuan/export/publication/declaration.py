"""config/tables.yaml: which tables are made for readers. Each table is an entry; there is no code per table."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from suyuan.export.publication.analysis_declaration import AnalysisTable
from suyuan.export.publication.head import Language, TableHead, Texts
from suyuan.reconcile.configfile import read_entries
from suyuan.records import Exact, Problem, Record
from suyuan.records.act import Level
from suyuan.records.fact import Nature
from suyuan.records.observation import Frequency

STAGE = "publication_tables"
TableKind = Literal["observations", "coverage", "acts", "analysis"]
ColumnName = Literal[
    "measure", "area", "breakdown", "time", "nature", "basis", "vintage", "value", "unit", "grade"
]


class TableUnit(Record):
    """Unit in which values are shown."""

    divide_by: Exact = Field(Fraction(1), description="base units in one unit shown (100000000 for 亿)")
    unit: Texts = Field(description="name of the unit shown")

    @field_validator("divide_by")
    @classmethod
    def _positive(cls, value: Fraction) -> Fraction:
        if value <= 0:
            raise ValueError("must be above 0")
        return value


class RowsDeclaration(Record):
    """Observations that are rows: all that agree with what is said here."""

    measure: str = Field(description="id in the measure catalogue")
    areas: tuple[str, ...] = Field((), description="areas measured, in the order of the rows; empty: all")
    dimensions: tuple[str, ...] | None = Field(
        None,
        description="dimensions that the observation is broken down by; []: the whole only; left out: any",
    )
    nature: tuple[Nature, ...] = Field((), description="actual, target, forecast; empty: all")
    freq: tuple[Frequency, ...] = Field((), description="A, Q, M, YTD, point, span; empty: all")
    display: TableUnit | None = Field(None, description="unit in which values are shown; else the base unit")


class TableDeclaration(TableHead):
    """A table of observations, of what is stated, or of acts."""

    kind: TableKind = Field("observations", description="observations, coverage, acts or analysis")
    rows: tuple[RowsDeclaration, ...] = Field(
        (), description="observations and coverage: what is shown; coverage: empty is all"
    )
    columns: tuple[ColumnName, ...] = Field(
        (), description="observations: columns in order; left out: those that tell the rows apart"
    )
    levels: tuple[Level, ...] = Field((), description="acts: levels in the order of the rows; empty: all")
    first_year: int | None = Field(
        None, description="coverage, acts: earlier years are one column, or left out"
    )
    last_year: int | None = Field(None, description="coverage, acts: later years are one column, or left out")

    @model_validator(mode="after")
    def _rows_said(self) -> TableDeclaration:
        if self.kind == "observations" and not self.rows:
            raise ValueError("rows: say which observations are shown, such as - measure: nev_penetration")
        return self

    def texts(self) -> dict[str, Texts]:
        """Its texts, with the units shown."""
        units = {
            f"rows[{i}].display.unit": row.display.unit for i, row in enumerate(self.rows) if row.display
        }
        return super().texts() | units

    @field_validator("columns")
    @classmethod
    def _columns_once(cls, columns: tuple[ColumnName, ...]) -> tuple[ColumnName, ...]:
        if len(set(columns)) < len(columns):
            raise ValueError("one is given twice")
        return columns


def read_tables(path: Path) -> tuple[list[TableHead], list[Problem]]:
    """Declared tables in order; one with a mistake is left out with a Problem that names the nearest known key."""
    found = read_entries(path, "tables", TableHead, STAGE, choose=_form)
    return found.valid, found.problems


def _form(entry: Any) -> type[TableHead]:
    of_analysis = isinstance(entry, dict) and entry.get("kind") == "analysis"
    return AnalysisTable if of_analysis else TableDeclaration


def languages_of(declaration: TableHead, wanted: Sequence[str] | None = None) -> list[Language]:
    """Languages of a table that are also ``wanted`` (None: all), in the order of the declaration."""
    return [language for language in declaration.languages if wanted is None or language in wanted]
