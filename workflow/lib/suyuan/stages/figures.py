"""Figures: every figure declared in config/figures.yaml, with its sidecar and caption."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from suyuan.figures import FigureInputs, draw_figures, read_figures
from suyuan.observe.coverage import coverage
from suyuan.problems import write_problems
from suyuan.stages.shown import Inputs

log = logging.getLogger(__name__)


def run(inputs: Inputs, languages: Sequence[str], folder: Path, problems: Path, processes: int = 1) -> None:
    """Draw into ``folder`` what is declared in the given languages; one that cannot be drawn gives a row of
    ``problems``, and the others are drawn, up to ``processes`` at a time.
    """
    declared, found = read_figures(inputs.declarations)
    folder.mkdir(parents=True, exist_ok=True)
    observations = inputs.read_observations()
    content = FigureInputs(
        observations=observations,
        facts=inputs.read_facts(),
        catalogue=inputs.catalogue,
        acts=inputs.acts_in_use(),
        coverage=coverage(observations),
        analyses=inputs.read_analyses(),
        known_areas=sorted(inputs.gazetteer.places),
    )
    found += draw_figures(declared, content, inputs.names(), folder, languages, processes)
    write_problems(problems, found)
    log.info("%d figures declared, %d problems", len(declared), len(found))
