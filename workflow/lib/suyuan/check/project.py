"""What ``suyuan check`` tells before a build: cards, files and hashes, config, corrections, tables of the subject."""

from __future__ import annotations

from pathlib import Path

from suyuan.check.subject import CONFIG, STAGE, absent, check_subject
from suyuan.config import Config, ConfigError, load_config
from suyuan.corrections import read_corrections, targets
from suyuan.problems import sort_problems
from suyuan.records.finding import Problem
from suyuan.sources import register
from suyuan.sources.collected import collected_sources, read_collected
from suyuan.sources.same_source import rows_against_cards


def check_project(project: Path, *, originals: Path | None = None) -> list[Problem]:
    """Everything that can be seen to be wrong without reading a document, the worst first; empty if all is well.

    ``originals`` takes the place of the configured folder of originals. Never raises for what a user did: where the
    configuration cannot be used the defaults are checked, so that one run shows all faults.
    """
    config, problems = _configuration(project)
    folder = originals if originals is not None else config.originals_folder(project)
    control = frozenset({config.sources, config.corrections, config.collected})
    found = register(project, originals=folder, sources=config.sources, control=control)
    problems += found.problems
    by_hand, faults = read_collected(project / config.collected, name=config.collected)
    collected = collected_sources(project / config.collected)
    faults += rows_against_cards(found.cards, collected, config.collected)
    problems += faults
    problems += absent(project, [config.corrections])
    corrections, faulty = read_corrections(project / config.corrections, config.corrections)
    problems += faulty
    if found.cards:  # without any, the cards have a problem of their own
        problems += targets(corrections, found, config.corrections)
    editions: dict[str, list[str]] = {
        card.id: [edition.edition for edition in card.editions] for card in found.cards.values()
    }
    if (
        faults
    ):  # its sources are not known: decisions about them cannot be judged, and the fault is told already
        editions = {}
    elif editions:  # without any, the cards have a problem of their own
        for source_id in collected:
            editions.setdefault(source_id, []).append("collected")
    problems += check_subject(project, config, by_hand, editions, found.with_problems)
    return sort_problems(problems)


def _configuration(project: Path) -> tuple[Config, list[Problem]]:
    try:
        return load_config(project / CONFIG), []
    except ConfigError as error:
        todo = "correct the key; config/README.md lists them all"
        problems = [
            Problem(stage=STAGE, file=CONFIG, what=message.removeprefix("config.yaml: "), todo=todo)
            for message in error.messages
        ]
        return Config(), problems
