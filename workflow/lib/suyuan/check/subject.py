"""The subject's tables in config/, each for itself and against the others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from suyuan.config import Config
from suyuan.csvtable import read_table
from suyuan.export.publication.declaration import TableDeclaration, read_tables
from suyuan.figures.registry import read_figures
from suyuan.places.gazetteer import Gazetteer
from suyuan.places.records import Place
from suyuan.places.tables import BASE_COLUMNS, EXTRA_COLUMNS, parse_places
from suyuan.reconcile.catalogue import Catalogue, read_catalogue
from suyuan.reconcile.decisions import Decision, read_decisions
from suyuan.records.fact import Fact
from suyuan.records.finding import Problem
from suyuan.suggest import nearest, not_known

STAGE = "check"
CONFIG = "config/config.yaml"


def check_subject(
    project: Path,
    config: Config,
    collected: Iterable[Fact],
    editions: Mapping[str, Sequence[str]],
    faulty: Collection[str] = (),
) -> list[Problem]:
    """Faults of the tables, and what one of them asks of another that is not there: measures, places, sources.

    ``collected``: facts of collected.csv; ``editions``: names of the editions of each source, nothing if that is not
    known; ``faulty``: sources that have a problem of their own, about which nothing more is said.
    """
    names = (
        config.measures, config.dimensions, config.areas, config.measure_decisions, config.figures.file,
        config.tables.file,
    )  # fmt: skip
    problems = absent(project, names)
    missing = {problem.file for problem in problems}
    catalogue = Catalogue(readable=False)
    if not missing & {config.measures, config.dimensions}:
        catalogue, found = read_catalogue(project / config.measures, project / config.dimensions)
        decisions, faults = read_decisions(project / config.measure_decisions, catalogue)
        problems += [*found, *faults]
        decisions = [decision for decision in decisions if decision.source_id not in faulty]
        problems += _sources_of(decisions, editions, config.measure_decisions) if editions else []
    asked: list[tuple[str, str, str]] = []  # file, where, name of a place
    if config.figures.file not in missing:
        figures, found = read_figures(project / config.figures.file)
        problems += found
        for figure in figures:
            for wanted in figure.wanted():
                where = f"figure {figure.id}, {wanted.where}"
                asked += [(config.figures.file, where, name) for name in wanted.areas]
                if wanted.measure is None or not catalogue.readable:
                    continue
                wrong = catalogue.not_usable(wanted.measure)
                if wrong is not None:
                    file, (what, todo) = config.figures.file, wrong
                    problems.append(Problem(stage=STAGE, file=file, where=where, what=what, todo=todo))
    if config.tables.file not in missing:
        tables, found = read_tables(project / config.tables.file)
        problems += found
        for table in tables:
            declared = table.rows if isinstance(table, TableDeclaration) else ()
            for number, rows in enumerate(declared, 1):
                where = f"table {table.id}, rows {number}"
                asked += [
                    (config.tables.file, where, part) for name in rows.areas for part in name.split("+")
                ]
                wrong = catalogue.not_usable(rows.measure) if catalogue.readable else None
                if wrong is not None:
                    file, (what, todo) = config.tables.file, wrong
                    problems.append(Problem(stage=STAGE, file=file, where=where, what=what, todo=todo))
    if config.areas not in missing:
        places, found = read_places(project / config.areas, config.areas)
        problems += found
        asked += [(config.measures, m.id, name) for m in catalogue.measures.values() for name in m.areas]
        asked += [(config.collected, f"row {fact.fact_id}", name) for fact in collected for name in fact.area]
        if places is not None:
            problems += _places(places, config.areas, asked)
    return problems


def absent(project: Path, names: Iterable[str]) -> list[Problem]:
    """A problem for each table that the configuration names and that is not there: the build needs them all."""
    todo = f"put it back, or correct its path in {CONFIG}"
    return [
        Problem(stage=STAGE, file=name, what="no such file", todo=todo)
        for name in names
        if not (project / name).exists()
    ]


def read_places(path: Path, name: str) -> tuple[list[Place] | None, list[Problem]]:
    """Places of config/areas.csv, None where it cannot be read, and a problem for each that stands there twice."""
    rows, problems = read_table(path, name, STAGE, BASE_COLUMNS, optional=EXTRA_COLUMNS)
    if problems:
        return None, problems
    lines: dict[str, int] = {}
    for line, row in rows:
        first = lines.setdefault(row["name"], line)
        if first != line:
            what, todo = (
                f"{row['name']!r} stands in line {first} too; the later row is used",
                "keep one of the two",
            )
            problems.append(Problem(stage=STAGE, file=name, where=f"line {line}", what=what, todo=todo))
    try:
        return parse_places(path.read_text(encoding="utf-8-sig"), name), problems
    except ValueError as error:
        where, _, what = str(error).removeprefix(f"{name}, ").partition(": ")
        return None, [
            *problems,
            Problem(stage=STAGE, file=name, where=where, what=what, todo="correct the table"),
        ]


def _sources_of(
    decisions: Iterable[Decision], editions: Mapping[str, Sequence[str]], file: str
) -> list[Problem]:
    """A problem for each decision about a source or an edition that no card and no collected row has."""
    problems = []
    for decision in decisions:
        of_source = editions.get(decision.source_id, ())
        if decision.source_id and not of_source:
            what, todo = (
                f"no source has the id {decision.source_id!r}",
                not_known(decision.source_id, sorted(editions)),
            )
        elif decision.edition and decision.edition not in of_source:
            what = f"the source {decision.source_id} has no edition {decision.edition}"
            todo = not_known(decision.edition, of_source)
        else:
            continue
        problems.append(Problem(stage=STAGE, file=file, where=f"line {decision.line}", what=what, todo=todo))
    return problems


def _places(places: Iterable[Place], file: str, asked: Iterable[tuple[str, str, str]]) -> list[Problem]:
    """A problem for each parent, member or asked name (file, where, name) that neither table of places has."""
    own = list(places)
    gazetteer = Gazetteer.of([*Gazetteer.load(None).places.values(), *own])
    parts = [(file, place.name, name) for place in own for name in (place.parent, *place.members) if name]
    problems = []
    for in_file, where, name in [*parts, *asked]:
        if gazetteer.spellings.get(name) is None and name not in gazetteer.places:
            near = nearest(name, gazetteer.places)
            hint = (
                f"did you mean {near!r}, or is a row for it missing in"
                if near
                else "correct it, or add a row for it to"
            )
            problems.append(
                Problem(
                    stage=STAGE,
                    file=in_file,
                    where=where,
                    what=f"unknown place {name!r}",
                    todo=f"{hint} {file}",
                )
            )
    return problems
