"""Reconcile: which measure of the catalogue each fact is about, and which facts state the same quantity."""

from __future__ import annotations

import logging
from pathlib import Path

from suyuan.places import Gazetteer
from suyuan.problems import write_problems
from suyuan.reconcile import area_names, read_catalogue, read_decisions, reconcile
from suyuan.records import Fact
from suyuan.stages.lines import read_records, write_records

log = logging.getLogger(__name__)


def run(
    facts: Path,
    measures: Path,
    dimensions: Path,
    areas: Path,
    decisions: Path,
    output: Path,
    review: Path,
    problems: Path,
) -> None:
    """Facts with ``measure_id``, ``measure_score`` and ``same_as`` (``output``), in the order of ``facts``.

    ``review``: facts whose measure is unsure, with the candidates (JSON lines of ReviewRow). ``measures``,
    ``dimensions``, ``areas`` and ``decisions`` are the tables of config/.
    """
    catalogue, found = read_catalogue(measures, dimensions)
    decided, faults = read_decisions(decisions, catalogue)
    result = reconcile(read_records(facts, Fact), catalogue, decided, area_names(Gazetteer.load(areas)))
    write_records(output, result.facts)
    write_records(review, result.review)
    write_problems(problems, [*found, *faults, *result.problems])
    log.info(", ".join(f"{name} {count}" for name, count in result.counts.items()))
