"""What figures and publication tables are made from: tables of the line, and tables of config/ and raw/."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from suyuan.figures import Names
from suyuan.figures.sources import source_labels
from suyuan.methods import Analyses, analyses_of
from suyuan.places import Gazetteer, area_label
from suyuan.reconcile import read_catalogue
from suyuan.reconcile.catalogue import Catalogue
from suyuan.reconcile.dimensions import value_label
from suyuan.records import Act, Fact, Observation
from suyuan.sources import Register
from suyuan.sources.collected import collected_sources
from suyuan.stages.correct import EditionRead
from suyuan.stages.lines import read_records, read_rows


@dataclass(frozen=True)
class Inputs:
    """Files, as the rules name them; each table is read once, when it is first asked for."""

    declarations: Path
    observations: Path
    facts: Path
    acts: Path
    editions: Path
    register: Path
    collected: Path
    measures: Path
    dimensions: Path
    areas: Path
    analyses: Path

    @cached_property
    def catalogue(self) -> Catalogue:
        """Measures and dimensions; what is wrong with them is told by reconcile."""
        return read_catalogue(self.measures, self.dimensions)[0]

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Places and what they are called."""
        return Gazetteer.load(self.areas)

    def read_observations(self) -> list[Observation]:
        """All observations."""
        return read_records(self.observations, Observation)

    def read_facts(self) -> list[Fact]:
        """Facts of all sources."""
        return read_records(self.facts, Fact)

    def acts_in_use(self) -> list[Act]:
        """Acts of the editions in use: an act told by a digest and by the text that it digests is shown once."""
        used = {(row.source_id, row.edition) for row in read_records(self.editions, EditionRead) if row.used}
        return [act for act in read_records(self.acts, Act) if (act.source_id, act.edition) in used]

    def read_analyses(self) -> Analyses:
        """Rows of the analyses, with their evidence."""
        return analyses_of(read_rows(self.analyses))

    def names(self) -> Names:
        """How areas, values of dimensions and sources are called."""
        register = Register.from_json(
            self.register.read_text(encoding="utf-8"), project=Path(), originals=None
        )
        return Names(
            area_label=partial(area_label, self.gazetteer),
            value_label=partial(value_label, self.catalogue.labels),
            sources=source_labels(register.cards.values(), collected_sources(self.collected)),
        )
