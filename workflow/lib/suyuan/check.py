"""What ``suyuan check`` tells before a build: cards, files and hashes, config, corrections, tables of the subject."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from suyuan.config import Config, ConfigError, load_config
from suyuan.corrections import CORRECTIONS, Correction, read_corrections
from suyuan.figures.declaration import read_figures
from suyuan.places.tables import load_places
from suyuan.problems import sort_problems
from suyuan.reconcile.catalogue import Catalogue, read_catalogue
from suyuan.reconcile.decisions import read_decisions
from suyuan.records.finding import Problem
from suyuan.sources import Register, register
from suyuan.sources.collected import collected_sources, read_collected
from suyuan.suggest import not_known

STAGE = "check"
CONFIG = "config/config.yaml"


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
    problems += read_collected(project / config.collected, name=config.collected)[1]
    problems += shared_ids(found, collected_sources(project / config.collected), config.collected)
    corrections, faulty = read_corrections(project / config.corrections, config.corrections)
    problems += faulty
    problems += targets(corrections, found, config.corrections)
    problems += _subject(project, config)
    return sort_problems(problems)


def shared_ids(found: Register, collected: Iterable[str], file: str) -> list[Problem]:
    """A problem for each id that a card and a row of collected.csv both use."""
    return [
        Problem(
            stage=STAGE,
            source_id=source_id,
            file=file,
            where="column source_id",
            what=f"the id {source_id!r} is also that of a source card",
            todo="give the collected source another id: numbers read by hand and from the text must stay apart",
        )
        for source_id in collected
        if source_id in found.cards
    ]


def targets(corrections: Iterable[Correction], found: Register, file: str = CORRECTIONS) -> list[Problem]:
    """A problem for each correction of a source without a card, or of an edition that its card does not have."""
    problems = []
    for correction in corrections:
        card = found.cards.get(correction.source)
        if card is None:
            what = f"no source card has the id {correction.source!r}"
            todo = not_known(correction.source, sorted(found.cards))
        elif card.edition(correction.edition) is None:
            what = f"the card {card.id} has no edition {correction.edition}"
            todo = not_known(correction.edition, [edition.edition for edition in card.editions])
        else:
            continue
        where = f"{correction.action} {correction.quote.surface!r}"
        problems.append(
            Problem(stage=STAGE, source_id=correction.source, file=file, where=where, what=what, todo=todo)
        )
    return problems


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


def _subject(project: Path, config: Config) -> list[Problem]:
    """Faults of the subject's tables and of the figures, and figures that ask for a measure that is not listed."""
    problems: list[Problem] = []
    names = (config.measures, config.dimensions, config.areas, config.figures.file)
    missing = {name for name in names if not (project / name).is_file()}
    for name in sorted(missing):
        problems.append(
            Problem(
                stage=STAGE,
                file=name,
                what="no such file",
                todo=f"put it back, or correct its path in {CONFIG}",
            )
        )
    catalogue = Catalogue()
    if not missing & {config.measures, config.dimensions}:
        catalogue, found = read_catalogue(project / config.measures, project / config.dimensions)
        problems += found
        problems += read_decisions(project / config.measure_decisions, catalogue)[1]
    if config.areas not in missing:
        try:
            load_places(project / config.areas)
        except ValueError as error:  # UnicodeDecodeError is one too
            what = str(error).replace(f"{project}/", "")
            problems.append(Problem(stage=STAGE, file=config.areas, what=what, todo="correct the table"))
    if config.figures.file not in missing:
        problems += _figures(project, config.figures.file, catalogue)
    return problems


def _figures(project: Path, file: str, catalogue: Catalogue) -> list[Problem]:
    figures, problems = read_figures(project / file)
    for figure in figures:
        for series in figure.series:
            if catalogue.measures and series.measure not in catalogue.measures:
                what = f"the measure {series.measure!r} is not in the catalogue"
                todo = not_known(series.measure, sorted(catalogue.measures))
                problems.append(Problem(stage=STAGE, file=file, where=figure.id, what=what, todo=todo))
    return problems
