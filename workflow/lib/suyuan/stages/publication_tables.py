"""Publication tables: every table declared in config/tables.yaml, as CSV, Markdown and LaTeX."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from suyuan.export.publication import TableInputs, build_tables, read_tables
from suyuan.figures.inputs import Names
from suyuan.figures.sources import source_labels
from suyuan.observe import coverage
from suyuan.places import Gazetteer
from suyuan.places.labels import area_label
from suyuan.problems import write_problems
from suyuan.reconcile import read_catalogue
from suyuan.reconcile.dimensions import value_label
from suyuan.records import Act, Fact, Observation
from suyuan.sources import Register
from suyuan.sources.collected import collected_sources
from suyuan.stages.correct import EditionRead
from suyuan.stages.lines import read_records

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Inputs:
    """What tables are made from: tables of the line, and tables of config/ and raw/."""

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


def run(inputs: Inputs, languages: Sequence[str], folder: Path, problems: Path) -> None:
    """Make in ``folder`` what is declared in the given languages; one that cannot be made gives a row of ``problems``,
    and the others are made. Acts are those of the editions in use.
    """
    declared, found = read_tables(inputs.declarations)
    catalogue, _ = read_catalogue(inputs.measures, inputs.dimensions)  # its problems are told by reconcile
    register = Register.from_json(inputs.register.read_text(encoding="utf-8"), project=Path(), originals=None)
    used = {(row.source_id, row.edition) for row in read_records(inputs.editions, EditionRead) if row.used}
    observations = read_records(inputs.observations, Observation)
    content = TableInputs(
        observations=observations,
        facts={fact.fact_id: fact for fact in read_records(inputs.facts, Fact)},
        coverage=coverage(observations),
        acts=[act for act in read_records(inputs.acts, Act) if (act.source_id, act.edition) in used],
        catalogue=catalogue,
        names=Names(
            area_label=partial(area_label, Gazetteer.load(inputs.areas)),
            value_label=partial(value_label, catalogue.labels),
            sources=source_labels(register.cards.values(), collected_sources(inputs.collected)),
        ),
    )
    found += build_tables(declared, content, folder, languages)
    write_problems(problems, found)
    log.info("%d tables declared, %d problems", len(declared), len(found))
