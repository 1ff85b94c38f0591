"""Tables: the records of the line as CSV files for people and programs, with a data dictionary."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from suyuan import export
from suyuan.observe import coverage
from suyuan.reconcile import ReviewRow
from suyuan.records import Act, Fact, Link, Numeral, Observation, Statement
from suyuan.stages.lines import read_records

# What the whole line leaves in processed/, whichever rule wrote it.
PRESENT = (
    "facts", "observations", "statements", "series", "breakdowns", "coverage", "acts", "links", "numerals", "measure_review",
    "problems", "editions",
)  # fmt: skip


@dataclass(frozen=True)
class Records:
    """Files of JSON lines that the tables are made from."""

    facts: Path
    observations: Path
    statements: Path
    acts: Path
    links: Path
    numerals: Path
    review: Path


@dataclass(frozen=True)
class Tables:
    """CSV files that are made, and the data package that describes their columns."""

    facts: Path
    observations: Path
    statements: Path
    series: Path
    breakdowns: Path
    coverage: Path
    acts: Path
    links: Path
    numerals: Path
    review: Path
    datapackage: Path


def run(records: Records, tables: Tables) -> None:
    """Write every table: UTF-8, ``\\n``, rows in a fixed order, the locator in each row."""
    facts = read_records(records.facts, Fact)
    observations = read_records(records.observations, Observation)
    export.write_facts(tables.facts, facts)
    export.write_observations(tables.observations, observations, facts)
    export.write_statements(tables.statements, read_records(records.statements, Statement))
    export.write_series(tables.series, observations, facts)
    export.write_breakdowns(tables.breakdowns, observations, facts)
    export.write_coverage(tables.coverage, coverage(observations))
    export.write_acts(tables.acts, read_records(records.acts, Act))
    export.write_links(tables.links, read_records(records.links, Link))
    export.write_numerals(tables.numerals, read_records(records.numerals, Numeral))
    export.write_review(tables.review, read_records(records.review, ReviewRow))
    export.write_datapackage(tables.datapackage, PRESENT)
