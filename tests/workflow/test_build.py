"""What a build of the project leaves behind."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from rebuild import LIST, SAME_FIGURES, checksums, read_list, snakemake
from suyuan.stages.digest import STAGES, stage_digests

TABLES = (
    "facts",
    "observations",
    "statements",
    "series",
    "breakdowns",
    "coverage",
    "acts",
    "links",
    "numerals",
    "measure_review",
    "problems",
)
MAY_BE_EMPTY = {"links", "problems", "measure_review"}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_build_succeeds_and_says_what_it_made(built: Any) -> None:
    assert built.code == 0, built.said
    assert "facts and" in built.said and "processed/" in built.said


def test_every_table_is_there_with_rows_and_locators(built: Any) -> None:
    for name in TABLES:
        found = rows(built.folder / "processed" / f"{name}.csv")
        assert found or name in MAY_BE_EMPTY, name
        assert "locator_kind" not in (found[0] if found else {}) or all(
            row["locator_kind"] for row in found
        ), name


def test_observations_lead_to_facts_and_marks_to_observations(built: Any) -> None:
    processed = built.folder / "processed"
    facts = {row["fact_id"] for row in rows(processed / "facts.csv")}
    observations = rows(processed / "observations.csv")
    assert observations
    for row in observations:
        assert set(row["fact_ids"].split(";")) <= facts
    ids = {row["observation_id"] for row in observations}
    ids |= {row["act_id"] for row in rows(processed / "acts.csv")}
    ids |= {row["evidence_id"] for row in rows(processed / "analyses" / "evidence.csv")}
    sidecars = [path for path in (built.folder / "figures").glob("*.json") if path.name != "index.json"]
    assert sidecars
    for path in sidecars:
        text = path.read_text(encoding="utf-8")
        assert any(name in text for name in ids), path.name


def test_every_numeral_is_accounted_for(built: Any) -> None:
    for row in rows(built.folder / "processed" / "numerals.csv"):
        assert row["fact_id"] if row["numeral_class"] == "fact" else row["numeral_class"], row
        assert row["numeral_class"] != "unread" or row["reason"], row


def test_every_rule_has_a_log_and_a_timing(built: Any) -> None:
    rules = {
        "register",
        "read",
        "extract",
        "correct",
        "reconcile",
        "observe",
        "audit",
        "tables",
        "publication_tables",
        "methods",
        "figures",
        "summary",
        "notebooks",
    }
    logs = {
        path.relative_to(built.folder / "logs").parts[0].removesuffix(".log")
        for path in (built.folder / "logs").rglob("*.log")
    }
    timings = {path.stem.split("-")[0] for path in (built.folder / "logs" / "timings").glob("*.tsv")}
    assert rules <= logs
    assert rules <= timings


def test_the_run_is_described(built: Any) -> None:
    record = json.loads((built.folder / "processed" / "run.json").read_text(encoding="utf-8"))
    assert record["code"] == stage_digests(built.folder / "workflow" / "lib" / "suyuan")
    assert list(record["code"]) == list(STAGES)
    assert record["rows"]["facts"] == len(rows(built.folder / "processed" / "facts.csv"))
    assert "pydantic" in record["packages"]


def test_nothing_says_where_it_was_built(built: Any) -> None:
    for name in ("processed", "figures", "tables"):
        for path in (built.folder / name).rglob("*"):
            if path.is_file():
                assert str(built.folder.parent).encode() not in path.read_bytes(), path


def test_notebooks_are_run_and_show_the_page_of_a_number(built: Any) -> None:
    sources = sorted((built.folder / "notebooks").glob("*.ipynb"))
    assert sources
    for source in sources:
        page = (built.folder / "results" / "notebooks" / f"{source.stem}.html").read_text(encoding="utf-8")
        assert "data:image/png;base64," in page and "framed: " in page
        ran = json.loads((built.folder / "results" / "notebooks" / source.name).read_text(encoding="utf-8"))
        assert all(cell["execution_count"] for cell in ran["cells"] if cell["cell_type"] == "code")


def test_a_second_run_finds_nothing_to_do(built: Any) -> None:
    assert "Nothing to be done" in snakemake(built.folder, "--dry-run").stdout


def test_a_report_can_be_made(built: Any) -> None:
    snakemake(built.folder, "--report", "report.html")
    assert (built.folder / "report.html").stat().st_size > 100_000


def planned(folder: Path, *arguments: str) -> set[str]:
    """Rules that a dry run would run."""
    said = snakemake(folder, "--dry-run", *arguments).stdout
    return {
        line.split()[1].rstrip(":") for line in said.splitlines() if line.startswith(("rule ", "localrule "))
    }


def test_an_edited_module_reruns_the_stages_that_use_it(built: Any, tmp_path: Path) -> None:
    folder = shutil.copytree(built.folder, tmp_path / "project")  # times are kept
    path = folder / "workflow" / "lib" / "suyuan" / "observe" / "observations.py"
    path.write_text(path.read_text(encoding="utf-8") + "\n# edited\n", encoding="utf-8")
    rules = planned(folder)
    assert {"observe", "tables", "publication_tables", "figures", "summary"} <= rules
    assert not rules & {"register", "read", "extract", "correct"}


def test_committed_checksums_are_those_of_this_build(built: Any) -> None:
    if not (built.folder / LIST).is_file():
        pytest.skip("no checksums are committed")
    wanted = read_list(built.folder / LIST)
    found = checksums(built.folder)
    if not SAME_FIGURES:
        wanted = {name: digest for name, digest in wanted.items() if not name.startswith("figures/")}
        found = {name: digest for name, digest in found.items() if not name.startswith("figures/")}
    assert found == wanted, "run `make` and `make checksums`"


def test_the_data_dictionary_describes_the_tables_that_are_there(built: Any) -> None:
    for folder in ("processed", "processed/analyses"):
        processed = built.folder / folder
        package = json.loads((processed / "datapackage.json").read_text(encoding="utf-8"))
        described = {resource["path"]: resource["schema"]["fields"] for resource in package["resources"]}
        own = {path.relative_to(processed).as_posix() for path in processed.rglob("*.csv")}
        assert set(described) == {name for name in own if not name.startswith("analyses/")}
        for name, fields in described.items():
            with (processed / name).open(encoding="utf-8", newline="") as file:
                assert next(csv.reader(file)) == [field["name"] for field in fields], name
                assert all(field["description"] for field in fields), name
