"""The form of an analysis of adoption in config/analyses.yaml."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from pydantic import Field, field_validator, model_validator

from suyuan.methods.declaration import AnalysisDeclaration, Texts, Word
from suyuan.places import PlaceKind
from suyuan.records import Record
from suyuan.records.period import period

Reading = Literal["statements", "acts", "links"]


class PeriodOfAdoption(Record):
    """A column of the matrix."""

    label: Texts = Field(description="its name, by language")
    time: str = Field(description="EDTF: ../2007, 2008/2014")

    @field_validator("time")
    @classmethod
    def _edtf(cls, value: str) -> str:
        if period(value).last is None:
            raise ValueError(f"{value!r} has no end; write ../2007, 2008/2014 or 2014")
        return value


class Level(Record):
    """Rows of the matrix: the units of one level of administration inside the area."""

    level: str = Field(pattern=r"^[a-z][a-z0-9_]*$", description="its name in the tables")
    label: Texts = Field(description="its name, by language")
    kinds: tuple[PlaceKind, ...] = Field(min_length=1, description="kinds of places of the gazetteer")
    also: tuple[str, ...] = Field((), description="further places that count at this level (municipalities)")
    words: tuple[Word, ...] = Field(min_length=1, description="how texts call the level: 地级市, 区县")
    complete: bool = Field(
        False, description="the gazetteer has every unit of the level, so that all of them is so many"
    )


class Adoption(AnalysisDeclaration):
    """Which units of an area had adopted something by which period."""

    kind: Literal["adoption"] = Field(description="method")
    area: str = Field(description="place or group of the gazetteer in which the units lie")
    periods: tuple[PeriodOfAdoption, ...] = Field(min_length=1, description="columns, in order of time")
    levels: tuple[Level, ...] = Field(min_length=1, description="levels of units")
    words: tuple[Word, ...] = Field(
        min_length=1, description="what is adopted: 政策; one of them stands in the evidence"
    )
    read: tuple[Reading, ...] = Field(
        ("statements",),
        min_length=1,
        description="what counts: statements (a text says which units have it), acts (a dated act of the unit), links "
        "(a tie of the unit with another)",
    )
    told: bool = Field(
        False, description="acts and links without a date count in the period in which their source was told"
    )
    cumulative: bool = Field(True, description="a unit that has adopted stays so in later periods")

    @model_validator(mode="after")
    def _levels_differ(self) -> Adoption:
        names = [level.level for level in self.levels]
        if len(set(names)) < len(names):
            raise ValueError("levels: a level is declared twice")
        ends = [period(each.time).last for each in self.periods]
        if any(a is None or b is None or b <= a for a, b in pairwise(ends)):
            raise ValueError("periods: each must end after the one before")
        return self
