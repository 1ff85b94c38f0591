"""Writing and reading the tables of processed/ and audit/ (suyuan.export.tablespecs), each in the fixed order of its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from suyuan.audit.editions import EditionRow
from suyuan.export.columns import Column, from_row, to_cell, to_row
from suyuan.export.csvfile import TableError, joined, joined_pairs, read_rows, write_rows
from suyuan.export.locators import flat_locator
from suyuan.export.tablespecs import OBSERVATION, TABLES, TableSpec
from suyuan.observe.coverage import CoverageRow
from suyuan.observe.observations import order
from suyuan.observe.series import breakdown_rows, series_rows
from suyuan.problems import read_problems, write_problems
from suyuan.reconcile.match import ReviewRow
from suyuan.records import Act, Cell, Fact, Finding, Link, Numeral, Observation, Record, Statement

__all__ = ["TABLES", "TableSpec", "read_problems", "write_problems"]
R = TypeVar("R", bound=Record)

Order = Callable[[Any], Any]
ORDERS: Mapping[str, Order] = {
    "facts": lambda f: (f.source_id, f.edition, f.start, f.end, f.fact_id),
    "acts": lambda a: (a.source_id, a.edition, a.start, a.end, a.act_id),
    "links": lambda x: (x.source_id, x.edition, x.start, x.end, x.a, x.b, x.link_id),
    "numerals": lambda n: (n.source_id, n.edition, n.start, n.end, n.fact_id or ""),
    "cells": lambda c: (c.source_id, c.edition, c.table, c.row, c.column),
    "findings": lambda f: (f.check, f.fact_ids, f.finding_id),
    "measure_review": lambda r: (r.source_id, r.fact_id),
}


def _write(name: str, path: Path, records: Iterable[Record]) -> None:
    """Write records of one type in the fixed order of their table (editions: the order given)."""
    spec = TABLES[name]
    rows = sorted(records, key=ORDERS[name]) if name in ORDERS else list(records)
    write_rows(path, spec.names, (to_row(record, spec.columns) for record in rows))


def _read(name: str, path: Path, model: type[R], columns: Sequence[Column] | None = None) -> list[R]:
    """Records of a table. Raises TableError naming file and line for a row that is no such record."""
    spec = TABLES[name]
    own = tuple(columns or spec.columns)
    records = []
    for number, row in enumerate(read_rows(path, spec.names), 2):
        try:
            values = {
                k: v
                for k, v in from_row(row, model, own).items()
                if v is not None or not _has_default(model, k)
            }
            records.append(model.model_validate(values))
        except (ValueError, KeyError) as error:
            raise TableError(f"{path.name}: row {number}: {error}; build it again") from error
    return records


def _has_default(model: type[Record], field: str) -> bool:
    return not model.model_fields[field].is_required()


def write_facts(path: Path, facts: Iterable[Fact]) -> None:
    """facts.csv, by source, edition, place in the text."""
    _write("facts", path, facts)


def read_facts(path: Path) -> list[Fact]:
    """Facts of a file that ``write_facts`` wrote, in its order. Raises TableError for another file."""
    return _read("facts", path, Fact)


def write_acts(path: Path, acts: Iterable[Act]) -> None:
    """acts.csv, by source, edition, place in the text."""
    _write("acts", path, acts)


def read_acts(path: Path) -> list[Act]:
    """Acts of a file that ``write_acts`` wrote."""
    return _read("acts", path, Act)


def write_links(path: Path, links: Iterable[Link]) -> None:
    """links.csv, by source, edition, place in the text, places."""
    _write("links", path, links)


def read_links(path: Path) -> list[Link]:
    """Links of a file that ``write_links`` wrote."""
    return _read("links", path, Link)


def write_numerals(path: Path, numerals: Iterable[Numeral]) -> None:
    """numerals.csv, by source, edition, place in the text."""
    _write("numerals", path, numerals)


def read_numerals(path: Path) -> list[Numeral]:
    """Numerals of a file that ``write_numerals`` wrote."""
    return _read("numerals", path, Numeral)


def write_cells(path: Path, cells: Iterable[Cell]) -> None:
    """cells.csv, by source, edition, table, row, column."""
    _write("cells", path, cells)


def read_cells(path: Path) -> list[Cell]:
    """Cells of a file that ``write_cells`` wrote."""
    return _read("cells", path, Cell)


def write_findings(path: Path, findings: Iterable[Finding]) -> None:
    """findings.csv, by check and facts."""
    _write("findings", path, findings)


def read_findings(path: Path) -> list[Finding]:
    """Findings of a file that ``write_findings`` wrote."""
    return _read("findings", path, Finding)


def write_review(path: Path, review: Iterable[ReviewRow]) -> None:
    """measure_review.csv, by source and fact."""
    _write("measure_review", path, review)


def write_editions(path: Path, rows: Iterable[EditionRow]) -> None:
    """audit/editions.csv, in the order of ``compare_editions``."""
    _write("editions", path, rows)


def read_observations(path: Path) -> list[Observation]:
    """Observations of a file that ``write_observations`` wrote; the columns of the chosen fact are left aside."""
    return _read("observations", path, Observation, OBSERVATION)


def write_observations(path: Path, observations: Iterable[Observation], facts: Iterable[Fact]) -> None:
    """observations.csv, by measure, area, nature, breakdown, time; source and locator are those of the chosen fact.

    SDMX names where SDMX has the concept. Raises KeyError for an observation whose chosen fact is not among ``facts``.
    """
    by_id = {fact.fact_id: fact for fact in facts}
    rows = ([*to_row(o, OBSERVATION), *_chosen(o, by_id)] for o in sorted(observations, key=order))
    write_rows(path, TABLES["observations"].names, rows)


def write_series(path: Path, observations: Iterable[Observation], facts: Iterable[Fact]) -> None:
    """series.csv: the points of all series of ``observations``, as in :func:`suyuan.observe.series.series_rows`."""
    by_id = {fact.fact_id: fact for fact in facts}
    rows = (
        [
            row.series_id,
            str(row.position),
            *to_row(row.observation, OBSERVATION),
            *_chosen(row.observation, by_id),
        ]
        for row in series_rows(observations)
    )
    write_rows(path, TABLES["series"].names, rows)


def write_breakdowns(path: Path, observations: Sequence[Observation], facts: Iterable[Fact]) -> None:
    """breakdowns.csv: every observation with a breakdown, a row for each of its dimensions."""
    by_id = {fact.fact_id: fact for fact in facts}
    sources = {fact.fact_id: fact.source_id for fact in by_id.values()}
    rows = (
        [
            row.dimension, row.value, joined_pairs(dict(row.others)), row.total_id, *to_row(row.observation, OBSERVATION),
            *_chosen(row.observation, by_id),
        ]
        for row in breakdown_rows(observations, sources)
    )  # fmt: skip
    write_rows(path, TABLES["breakdowns"].names, rows)


def write_statements(path: Path, statements: Iterable[Statement]) -> None:
    """statements.csv, in the order given: that of the observations, the chosen statement first."""
    _write("statements", path, statements)


def read_statements(path: Path) -> list[Statement]:
    """Statements of a file that ``write_statements`` wrote."""
    return _read("statements", path, Statement)


def write_coverage(path: Path, rows: Iterable[CoverageRow]) -> None:
    """coverage.csv, a row for each measure, area and year, in the order given."""
    cells = (
        [row.measure_id, row.ref_area, to_cell(row.year, "integer"), row.status, joined(row.observation_ids)]
        for row in rows
    )
    write_rows(path, TABLES["coverage"].names, cells)


def _chosen(observation: Observation, facts: Mapping[str, Fact]) -> list[str | None]:
    """Cells of ``CHOSEN``: source, edition, words and locator of the fact that gave the value."""
    fact = facts[observation.fact_ids[0]]
    own = [fact.source_id, fact.edition, to_cell(fact.surface, "string"), fact.cited_at]
    return [*own, *flat_locator(fact.locator).values()]
