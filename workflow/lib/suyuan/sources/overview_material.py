"""What the overview of the sources is made from: cards, rows collected by hand, files in git, statements in the facts."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from suyuan.config import load_config
from suyuan.records.fact import Fact
from suyuan.records.locator import CollectedLocator
from suyuan.sources.card import Card
from suyuan.sources.collected import CollectedSource, collected_sources, read_collected
from suyuan.sources.registration import register

CONFIG = "config/config.yaml"
FACTS = "processed/facts.csv"
GRADES = {  # the best first; raw/README.md says the same
    "primary": "a first-hand page: the publisher's own, or an official outlet that carries it directly.",
    "repost": "the same text on another outlet's page that names the publisher.",
    "mirror": "a copy on an unrelated site; the wording may be cut and the date incomplete.",
    "abstract": "only an abstract or a summary was read.",
}


class Stated(NamedTuple):
    """One statement of a quantity, as a row of processed/facts.csv has it."""

    source_id: str
    edition: str
    measure_id: str | None
    nature: str


@dataclass(frozen=True)
class Sources:
    """All that the overview is made from."""

    cards: Sequence[Card]  # in the order of raw/sources.yaml
    editions: Mapping[str, Sequence[str]]  # source_id to names of its editions that are in git
    rows: Sequence[Fact]  # raw/collected.csv
    collected: Mapping[str, CollectedSource]  # their sources by id
    stated: Sequence[Stated]
    labels: Mapping[str, str]  # measure_id to label, in the order of the catalogue

    @property
    def by_hand(self) -> list[str]:
        """Ids of the sources without a card, in the order of the table."""
        known = {card.id for card in self.cards}
        return [source_id for source_id in self.collected if source_id not in known]

    def grades(self, source_id: str) -> list[str]:
        """Grades of the rows of a collected source, the best first."""
        found = {
            fact.locator.grade
            for fact in self.rows
            if fact.source_id == source_id and isinstance(fact.locator, CollectedLocator)
        }
        return [grade for grade in GRADES if grade in found]


def read_sources(project: Path) -> Sources:
    """What the overview of the project in this folder is made from.

    Only files in git count as editions, so that the user's own copies do not change the overview. Raises
    FileNotFoundError where processed/facts.csv is missing, ValueError where a column of it or the configuration is wrong.
    """
    from suyuan.reconcile import read_catalogue

    config = load_config(project / CONFIG)
    found = register(project, sources=config.sources)
    catalogue, _ = read_catalogue(project / config.measures, project / config.dimensions)
    rows, _ = read_collected(project / config.collected)
    return Sources(
        cards=tuple(found.cards.values()),
        editions={
            card: [entry.edition for entry in found.entries if entry.source_id == card and entry.in_git]
            for card in found.cards
        },
        rows=rows,
        collected=collected_sources(project / config.collected),
        stated=read_stated(project / FACTS),
        labels={
            key: " ".join(measure.label[name] for name in ("en", "zh") if measure.label.get(name))
            for key, measure in catalogue.measures.items()
        },
    )


def read_stated(path: Path) -> list[Stated]:
    """Statements of the table of facts, in its order."""
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        missing = [name for name in Stated._fields if name not in (reader.fieldnames or ())]
        if missing:
            raise ValueError(f"{path.name}: column {missing[0]} is missing; build it again with snakemake")
        return [
            Stated(row["source_id"], row["edition"], row["measure_id"] or None, row["nature"])
            for row in reader
        ]
