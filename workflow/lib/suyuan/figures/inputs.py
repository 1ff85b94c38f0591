"""What figures are drawn from, and how they name it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from suyuan.figures.declaration import Language, Size
from suyuan.figures.sources import SourceLabel
from suyuan.figures.style import WORDS
from suyuan.methods import Analyses
from suyuan.reconcile.catalogue import Catalogue
from suyuan.records import Act, Fact, Observation


class CoverageCell(Protocol):
    """A row of ``suyuan.observe.coverage``: is a measure stated for an area and year?"""

    @property
    def measure_id(self) -> str: ...
    @property
    def ref_area(self) -> str: ...
    @property
    def year(self) -> int | None: ...
    @property
    def status(self) -> str: ...
    @property
    def observation_ids(self) -> Sequence[str]: ...


@dataclass(frozen=True)
class FigureInputs:
    """Tables of the line. Facts and acts of all sources; coverage as ``suyuan.observe.coverage`` gives it."""

    observations: Sequence[Observation]
    facts: Sequence[Fact]
    catalogue: Catalogue
    acts: Sequence[Act] = ()
    coverage: Sequence[CoverageCell] = ()
    known_areas: Collection[str] = ()  # names of the gazetteer: a misspelt area is told from one never stated
    analyses: Analyses = field(default_factory=Analyses)
    language: Language = "zh"  # in whose units values are selected

    @cached_property
    def facts_by_id(self) -> Mapping[str, Fact]:
        """Facts by their id."""
        return {fact.fact_id: fact for fact in self.facts}

    @cached_property
    def observations_by_id(self) -> Mapping[str, Observation]:
        """Observations by their id."""
        return {o.observation_id: o for o in self.observations}

    def facts_of(self, observation: Observation) -> tuple[Fact, ...]:
        """Facts that state an observation, the chosen one first."""
        return tuple(self.facts_by_id[i] for i in observation.fact_ids if i in self.facts_by_id)


@dataclass(frozen=True)
class Names:
    """How areas and values of dimensions are called in a language; the Chinese name where nothing else is known."""

    area_label: Callable[[str, str], str] = field(default=lambda name, _: name)
    value_label: Callable[[str, str, str], str] = field(default=lambda _dimension, value, _language: value)
    sources: Mapping[str, SourceLabel] = field(default_factory=dict)

    def area(self, name: str, language: str) -> str:
        """Name of an area, or of several that are joined by +."""
        return self.area_label(name, language)

    def value(self, dimension: str, value: str, language: str) -> str:
        """Name of a value of a dimension."""
        return self.value_label(dimension, value, language)

    def source(self, source_id: str) -> SourceLabel:
        """Names of a source; of one that is not known, nothing."""
        return self.sources.get(source_id, SourceLabel())


@dataclass(frozen=True)
class View:
    """In which language and size a figure is drawn, with the names in it."""

    language: Language
    size: Size
    names: Names

    @property
    def words(self) -> Mapping[str, str]:
        """Words of legends and captions."""
        return WORDS[self.language]

    def source(self, source_id: str) -> str:
        """Short name of a source, as it stands beside a mark."""
        return self.names.source(source_id).name(self.language, source_id)

    def area(self, name: str) -> str:
        """Name of an area."""
        return self.names.area(name, self.language)
