"""The measure catalogue (config/measures.yaml): what can be measured, and in which words sources say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, field_validator, model_validator

from suyuan.reconcile.configfile import read_entries
from suyuan.reconcile.dimensions import DimensionLabels, read_labels, read_spellings
from suyuan.reconcile.phrases import names_counted
from suyuan.records import Problem, Record
from suyuan.records.observation import Frequency, Kind
from suyuan.suggest import not_known

STAGE = "reconcile"


def _not_blank(value: str) -> str:
    if not value.strip():  # it would stand in every phrase
        raise ValueError("is blank; leave it out")
    return value


Word = Annotated[str, AfterValidator(_not_blank)]


class Measure(Record):
    """One measure: its identity, and how to recognise it."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$", description="English snake_case, stable")
    label: dict[str, str] = Field(description="name by language, zh and en")
    definition: str = Field(description="what is counted or valued, and what is not")
    unit: str | None = Field(description="unit of measure; null for a bare statistic")
    unit_aliases: tuple[str | None, ...] = Field(
        (), description="units that count the same things (个 for 项); null: a bare number too"
    )
    kind: Kind = Field(description="stock, flow, growth, share or index")
    freq: Frequency | None = Field(None, description="frequency where the time of a fact does not tell it")
    phrases: tuple[Word, ...] = Field(min_length=1, description="spellings of the measure in sources")
    heads: tuple[Word, ...] = Field(
        (),
        description="spellings that a longer phrase may end in, whatever stands before them (敏感数据须本地存储的|国家占比)",
    )
    must: tuple[Word, ...] = Field((), description="one of these words stands in the phrase")
    must_not: tuple[Word, ...] = Field((), description="none of these words stands in the phrase")
    areas: tuple[Word, ...] = Field((), description="areas that it is usually stated for; others score lower")
    areas_only: bool = Field(False, description="whether it is stated for these areas and no others")
    dimensions: tuple[Word, ...] = Field((), description="breakdowns that it is stated by")
    implies: dict[str, str] = Field(
        default_factory=dict,
        description="breakdown that its name already says (标准类别: 团体标准); no part of the key",
    )

    @field_validator("label")
    @classmethod
    def _both_languages(cls, label: dict[str, str]) -> dict[str, str]:
        if set(label) != {"zh", "en"}:
            raise ValueError("label needs zh and en")
        return label

    @model_validator(mode="after")
    def _unit_once(self) -> Measure:
        if self.unit in self.unit_aliases:
            raise ValueError(f"unit {self.unit} is among its own aliases")
        return self

    @model_validator(mode="after")
    def _some_areas(self) -> Measure:
        if self.areas_only and not self.areas:
            raise ValueError("areas_only without areas; list them")
        return self

    def takes_unit(self, unit: str | None) -> bool:
        """Whether a fact in ``unit`` can be about this measure."""
        return unit == self.unit or unit in self.unit_aliases

    def own_breakdown(self, breakdown: Mapping[str, str]) -> dict[str, str]:
        """A breakdown without what the measure's name already says: ``implies``, and the things counted themselves."""
        name = self.label["zh"]
        return {
            dimension: value
            for dimension, value in breakdown.items()
            if self.implies.get(dimension) != value and not names_counted(name, value)
        }


@dataclass(frozen=True)
class Catalogue:
    """Measures by id, in the order of the file, and the known dimensions of breakdowns."""

    measures: Mapping[str, Measure] = field(default_factory=dict)
    dimensions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # dimension: spelling to value
    faulty: frozenset[str] = frozenset()  # ids of measures that were left out because of a mistake
    readable: bool = True  # False: the file as a whole cannot be used
    labels: DimensionLabels = field(default_factory=DimensionLabels)  # English names of dimensions and values

    def not_usable(self, measure_id: str) -> tuple[str, str] | None:
        """What is wrong with a measure that something asks for, and what to do; None for one of the catalogue."""
        if measure_id in self.measures:
            return None
        if not self.readable:
            return (
                f"the measure {measure_id} is not at hand: config/measures.yaml cannot be read",
                "correct that file",
            )
        if measure_id in self.faulty:
            return (
                f"the measure {measure_id} is left out because of a mistake",
                "correct it in config/measures.yaml",
            )
        hint = not_known(measure_id, sorted(self.measures))
        return f"unknown measure {measure_id}", f"{hint} (config/measures.yaml)"

    def known_dimensions(self) -> frozenset[str]:
        """Dimensions of config/dimensions.yaml and those that a measure names."""
        named = (name for m in self.measures.values() for name in (*m.dimensions, *m.implies))
        return frozenset(self.dimensions) | frozenset(named)

    def get(self, measure_id: str | None) -> Measure | None:
        return self.measures.get(measure_id) if measure_id else None

    def dimension_value(self, dimension: str, value: str) -> str:
        """Value of a dimension in its chosen spelling; one that is not listed stays as it is."""
        return self.dimensions.get(dimension, {}).get(value, value)


def read_catalogue(path: Path, dimensions_path: Path | None = None) -> tuple[Catalogue, list[Problem]]:
    """Catalogue of ``config/measures.yaml``; spellings of breakdown values from ``config/dimensions.yaml`` if given.

    A measure with a mistake is left out with a Problem that names the key and its nearest known key; the others are
    read. An unreadable file gives an empty catalogue and one Problem.
    """
    found = read_entries(path, "measures", Measure, STAGE)
    problems = found.problems
    dimensions: Mapping[str, Mapping[str, str]] = {}
    if dimensions_path is not None:
        dimensions, more = read_spellings(dimensions_path, STAGE)
        problems = problems + more
    measures = {measure.id: measure for measure in found.valid}
    labels = read_labels(dimensions_path)
    return Catalogue(measures, dimensions, found.faulty, found.readable, labels), problems


def by_id(measures: Iterable[Measure]) -> Catalogue:
    """Catalogue of given measures, for tests and notebooks."""
    return Catalogue({measure.id: measure for measure in measures})
