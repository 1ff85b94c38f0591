"""Figures: every figure declared in config/figures.yaml, with its sidecar and caption."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from suyuan.figures import draw_figures, read_figures
from suyuan.figures.sources import source_labels
from suyuan.places import Gazetteer
from suyuan.problems import write_problems
from suyuan.reconcile import read_catalogue
from suyuan.records import Fact, Observation
from suyuan.sources import Register
from suyuan.sources.collected import collected_sources
from suyuan.stages.lines import read_records

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Inputs:
    """What figures are drawn from: tables of the line, and tables of config/ and raw/."""

    declarations: Path
    observations: Path
    facts: Path
    register: Path
    collected: Path
    measures: Path
    dimensions: Path
    areas: Path


def run(inputs: Inputs, languages: Sequence[str], folder: Path, problems: Path) -> None:
    """Draw into ``folder`` what is declared in the given languages; one that cannot be drawn gives a row of
    ``problems``, and the others are drawn.
    """
    declared, found = read_figures(inputs.declarations)
    catalogue, _ = read_catalogue(inputs.measures, inputs.dimensions)  # its problems are told by reconcile
    cards = Register.from_json(
        inputs.register.read_text(encoding="utf-8"), project=Path(), originals=None
    ).cards
    folder.mkdir(parents=True, exist_ok=True)
    found += draw_figures(
        declared,
        read_records(inputs.observations, Observation),
        read_records(inputs.facts, Fact),
        catalogue,
        folder,
        sources=source_labels(cards.values(), collected_sources(inputs.collected)),
        known_areas=sorted(Gazetteer.load(inputs.areas).places),
        languages=languages,
    )
    write_problems(problems, found)
    log.info("%d figures declared, %d problems", len(declared), len(found))
