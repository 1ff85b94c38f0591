"""Publication tables: every table declared in config/tables.yaml, as CSV, Markdown and LaTeX."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from suyuan.export.publication import TableInputs, build_tables, read_tables
from suyuan.observe import coverage
from suyuan.problems import write_problems
from suyuan.stages.shown import Inputs

log = logging.getLogger(__name__)


def run(inputs: Inputs, languages: Sequence[str], folder: Path, problems: Path) -> None:
    """Make in ``folder`` what is declared in the given languages; one that cannot be made gives a row of ``problems``,
    and the others are made.
    """
    declared, found = read_tables(inputs.declarations)
    observations = inputs.read_observations()
    content = TableInputs(
        observations=observations,
        facts={fact.fact_id: fact for fact in inputs.read_facts()},
        coverage=coverage(observations),
        acts=inputs.acts_in_use(),
        catalogue=inputs.catalogue,
        names=inputs.names(),
        analyses=inputs.read_analyses(),
    )
    found += build_tables(declared, content, folder, languages)
    write_problems(problems, found)
    log.info("%d tables declared, %d problems", len(declared), len(found))
