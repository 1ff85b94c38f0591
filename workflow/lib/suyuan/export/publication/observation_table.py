"""A table with a row for each observation."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from suyuan.export.publication.content import Head, NothingToShow, Table, TableInputs, head, with_unit
from suyuan.export.publication.declaration import RowsDeclaration, TableDeclaration
from suyuan.export.publication.words import (
    text_in,
    time_text,
    unit_text,
    value_text,
    vintage_text,
    word,
)
from suyuan.observe.observations import order
from suyuan.reconcile.catalogue import Measure
from suyuan.records import Fact, Observation

ALWAYS = ("time", "value")
USUAL = ("measure", "area", "breakdown", "time", "nature", "basis", "vintage", "value", "unit", "grade")


class Row(NamedTuple):
    """An observation with what it is shown by."""

    observation: Observation
    measure: Measure
    declared: RowsDeclaration
    fact: Fact  # the chosen one


Cell = Callable[[Row], str]


def observation_table(declaration: TableDeclaration, inputs: TableInputs, language: str) -> Table:
    """Rows in the order of the declaration, then of area, breakdown and time; each ends in its source and id.

    A column that tells rows apart is shown even where the declaration leaves it out: the nature of targets and
    forecasts, the basis of prices, the vintage, the unit where there are several, the grade of what is not first-hand.
    Raises NothingToShow where an asked measure is not in the catalogue, or no observation agrees.
    """
    rows = selected(declaration, inputs)
    columns = _columns(declaration, rows, inputs, language)
    facts = [row.fact for row in rows]
    notes = [
        word("notes", "conflicting", language)
        if any(r.observation.obs_status == "conflicting" for r in rows)
        else "",
        word("notes", "digest", language) if any(fact.edition == "digest" for fact in facts) else "",
    ]
    cited = dict.fromkeys(fact.source_id for fact in facts)
    return Table(
        id=declaration.id,
        language=language,
        title=text_in(declaration.title, language),
        caption=text_in(declaration.caption, language),
        heads=tuple(column for column, _ in columns),
        rows=tuple(tuple(cell(row) for _, cell in columns) for row in rows),
        notes=tuple(note for note in notes if note),
        sources=tuple(inputs.citation(source_id, language) for source_id in cited),
    )


def selected(declaration: TableDeclaration, inputs: TableInputs) -> list[Row]:
    """Rows that the declaration asks for, each observation once."""
    found: dict[str, Row] = {}
    for declared in declaration.rows:
        measure = inputs.catalogue.get(declared.measure)
        wrong = inputs.catalogue.not_usable(declared.measure)
        if measure is None or wrong is not None:
            raise NothingToShow(*(wrong or (f"unknown measure {declared.measure}", "correct it")))
        agreeing = [o for o in inputs.observations if _agrees(o, declared)]
        agreeing.sort(key=lambda o: (_place(o, declared), order(o)))
        for observation in agreeing:
            fact = inputs.facts[observation.fact_ids[0]]
            found.setdefault(observation.observation_id, Row(observation, measure, declared, fact))
    if not found:
        asked = ", ".join(dict.fromkeys(declared.measure for declared in declaration.rows))
        raise NothingToShow(
            f"no observation agrees with its rows (measures: {asked})",
            "drop the table, add a source that states it, or look in processed/coverage.csv for what is stated",
        )
    return list(found.values())


def _agrees(observation: Observation, declared: RowsDeclaration) -> bool:
    return (
        observation.measure_id == declared.measure
        and (not declared.areas or observation.ref_area in declared.areas)
        and (declared.dimensions is None or set(observation.breakdown) == set(declared.dimensions))
        and (not declared.nature or observation.nature in declared.nature)
        and (not declared.freq or observation.freq in declared.freq)
    )


def _place(observation: Observation, declared: RowsDeclaration) -> int:
    return declared.areas.index(observation.ref_area) if declared.areas else 0


def _columns(
    declaration: TableDeclaration, rows: Sequence[Row], inputs: TableInputs, language: str
) -> list[tuple[Head, Cell]]:
    found: list[tuple[Head, Cell]] = []
    for name in _order(declaration.columns, _needed(rows, language)):
        found += _column(name, rows, inputs, language)
    return [
        *found,
        (head("source", language, wraps=True), lambda row: inputs.source(row.fact, language)),
        (
            head("citation", language, csv_only=True),
            lambda row: inputs.citation(row.fact.source_id, language),
        ),
        (head("observation", language), lambda row: row.observation.observation_id),
    ]


def _order(declared: Sequence[str], needed: Collection[str]) -> list[str]:
    """Declared columns in their order, the others that are needed at their usual place: before the next declared one."""
    if not declared:
        return [name for name in USUAL if name in needed]
    found = list(declared)
    for name in reversed(USUAL):
        if name in needed and name not in found:
            later = USUAL[USUAL.index(name) + 1 :]
            found.insert(next((i for i, other in enumerate(found) if other in later), len(found)), name)
    return found


def _needed(rows: Sequence[Row], language: str) -> set[str]:
    """What must be shown for the numbers to be told apart and read rightly."""
    units = {unit_text(row.measure, row.declared.display, language) for row in rows}
    wanted = {
        "measure": len({row.measure.id for row in rows}) > 1,
        "area": len({row.observation.ref_area for row in rows}) > 1,
        "breakdown": any(row.observation.breakdown for row in rows),
        "nature": any(row.observation.nature != "actual" for row in rows),
        "basis": any(row.observation.basis != "unsaid" for row in rows),
        "vintage": any(vintage_text(row.observation, language) for row in rows),
        "unit": len(units) > 1,
        "grade": any(row.observation.grade != "primary" for row in rows),
    }
    return {*ALWAYS, *(name for name, needed in wanted.items() if needed)}


def _column(name: str, rows: Sequence[Row], inputs: TableInputs, language: str) -> list[tuple[Head, Cell]]:
    """The column of a name; of a breakdown one for each dimension that occurs."""
    if name == "breakdown":
        dimensions = dict.fromkeys(d for row in rows for d in sorted(row.observation.breakdown))
        return [_dimension(dimension, inputs, language) for dimension in dimensions]
    if name == "value":
        units = {unit_text(row.measure, row.declared.display, language) for row in rows}
        text = with_unit(word("heads", name, language), units.pop() if len(units) == 1 else "", language)
        return [(Head(text, "right"), lambda r: value_text(r.observation, r.declared.display, language))]
    cells: dict[str, Cell] = {
        "measure": lambda row: text_in(row.measure.label, language),
        "area": lambda row: inputs.names.area(row.observation.ref_area, language),
        "time": lambda row: time_text(row.observation, language),
        "nature": lambda row: word("nature", row.observation.nature, language),
        "basis": lambda row: word("basis", row.observation.basis, language),
        "vintage": lambda row: vintage_text(row.observation, language),
        "unit": lambda row: unit_text(row.measure, row.declared.display, language),
        "grade": lambda row: word("grade", row.observation.grade, language),
    }
    return [(head(name, language, wraps=name == "measure"), cells[name])]


def _dimension(dimension: str, inputs: TableInputs, language: str) -> tuple[Head, Cell]:
    def cell(row: Row) -> str:
        value = row.observation.breakdown.get(dimension)
        return inputs.names.value(dimension, value, language) if value is not None else ""

    return Head(inputs.dimension(dimension, language)), cell
