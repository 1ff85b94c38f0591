"""The tables that config/tables.yaml declares on analyses, made from the tables of the last build."""

from __future__ import annotations

from pathlib import Path

import pytest

from suyuan.export.analyses import read_tables as read_analysis_tables
from suyuan.export.publication import AnalysisTable, TableInputs, read_tables, table_of
from suyuan.methods import Analyses, read_analyses
from suyuan.reconcile.catalogue import by_id

PROJECT = Path(__file__).resolve().parents[2]
FOLDER = PROJECT / "processed" / "analyses"
DECLARED, PROBLEMS = read_tables(PROJECT / "config" / "tables.yaml")
OF_ANALYSES = [table for table in DECLARED if isinstance(table, AnalysisTable)]


@pytest.fixture(scope="module")
def analyses() -> Analyses:
    if not (FOLDER / "datapackage.json").is_file():
        pytest.skip("processed/analyses is not built here; run snakemake methods")
    declared, _ = read_analyses(PROJECT / "config" / "analyses.yaml")
    return read_analysis_tables(FOLDER, declared)


def inputs(analyses: Analyses) -> TableInputs:
    return TableInputs([], {}, [], [], by_id([]), analyses=analyses)


def test_all_are_read_and_each_analysis_is_declared():
    known, _ = read_analyses(PROJECT / "config" / "analyses.yaml")
    assert PROBLEMS == [] and OF_ANALYSES
    assert {table.analysis for table in OF_ANALYSES} <= {analysis.id for analysis in known}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("declared", OF_ANALYSES, ids=lambda table: table.id)
def test_each_is_made_with_rows_and_sources(analyses, declared, language):
    table = table_of(declared, inputs(analyses), language)
    assert table.rows and all(len(row) == len(table.heads) for row in table.rows)
    assert table.sources


def test_the_adoption_matrix_agrees_with_the_totals(analyses):
    """Named, implied and earlier of a period's column are what the table of counts says of it."""
    by_id_of = {table.id: table for table in OF_ANALYSES}
    matrix = table_of(by_id_of["policy_adoption_cities"], inputs(analyses), "en")
    counts = table_of(by_id_of["policy_adoption_counts"], inputs(analyses), "en")
    cities = [row for row in counts.printed()[1] if row[0] == "cities"]
    assert len(cities) == 3
    for number, (_, _, named, implied, earlier, only, total, units, _) in enumerate(cities):
        column = [row[2 + number] for row in matrix.printed()[1]]
        assert (column.count("named"), column.count("implied by “all”"), column.count("earlier")) == (
            int(named), int(implied), int(earlier),
        )  # fmt: skip
        assert int(named) + int(implied) + int(earlier) + int(only) == int(total) <= int(units) == len(column)
