"""Figures: every figure declared in config/figures.yaml, with its sidecar and caption."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from suyuan.figures import FigureInputs, Names, draw_figures, read_figures
from suyuan.figures.sources import source_labels
from suyuan.observe.coverage import coverage
from suyuan.places import Gazetteer, area_label
from suyuan.problems import write_problems
from suyuan.reconcile import read_catalogue
from suyuan.reconcile.dimensions import read_labels, value_label
from suyuan.records import Act, Fact, Observation
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
    acts: Path
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
    folder.mkdir(parents=True, exist_ok=True)
    found += draw_figures(declared, figure_inputs(inputs), names(inputs), folder, languages)
    write_problems(problems, found)
    log.info("%d figures declared, %d problems", len(declared), len(found))


def figure_inputs(inputs: Inputs) -> FigureInputs:
    """The tables that figures are drawn from."""
    catalogue, _ = read_catalogue(inputs.measures, inputs.dimensions)  # its problems are told by reconcile
    observations = read_records(inputs.observations, Observation)
    return FigureInputs(
        observations=observations,
        facts=read_records(inputs.facts, Fact),
        catalogue=catalogue,
        acts=read_records(inputs.acts, Act),
        coverage=coverage(observations),
        known_areas=sorted(Gazetteer.load(inputs.areas).places),
    )


def names(inputs: Inputs) -> Names:
    """How areas, values of dimensions and sources are called."""
    register = Register.from_json(inputs.register.read_text(encoding="utf-8"), project=Path(), originals=None)
    gazetteer, labels = Gazetteer.load(inputs.areas), read_labels(inputs.dimensions)
    return Names(
        area_label=partial(area_label, gazetteer),
        value_label=partial(value_label, labels),
        sources=source_labels(register.cards.values(), collected_sources(inputs.collected)),
    )
