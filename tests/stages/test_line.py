"""The stages from register to observe on small documents, without Snakemake."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from suyuan.problems import read_problems
from suyuan.reading.worker import Worker
from suyuan.records import Fact, Numeral, Observation, Problem
from suyuan.stages import correct, extract, observe, read, reconcile, register
from suyuan.stages.correct import EditionRead, Tables
from suyuan.stages.lines import read_records
from suyuan.stages.settings import control_files, workflow_settings

SUBJECT = Path(__file__).resolve().parents[1] / "second_subject"


@dataclass(frozen=True)
class Line:
    """Files of one run of the stages."""

    facts: Path
    numerals: Path
    editions: Path
    observations: Path
    problems: list[Problem]


def run_line(project: Path, out: Path, shards: int = 1) -> Line:
    """Run the stages as the rules do."""
    config = workflow_settings({}, str(project)).config
    tables = [_tables(out / f"shard{n}") for n in range(shards)]
    problems = [out / "register.csv"]
    parts = [out / f"shard{n}.json" for n in range(shards)]
    register.run(project, control_files(config), None, out / "register.json", parts, problems[0])
    for number, part in enumerate(parts):
        documents = out / f"shard{number}.jsonl.gz"
        problems += [out / f"read{number}.csv", out / f"extract{number}.csv"]
        read.run(part, project, None, documents, problems[-2])
        made = tables[number]
        areas, dimensions = project / config.areas, project / config.dimensions
        extract.run(
            documents, areas, dimensions, made.facts, made.acts, made.links, made.numerals, problems[-1]
        )
    merged = _tables(out / "corrected")
    correct.run(
        tables, [out / f"shard{n}.jsonl.gz" for n in range(shards)], out / "register.json",
        project / config.corrections, project / config.collected, areas, merged, out / "editions.jsonl", out / "correct.csv",
    )  # fmt: skip
    reconcile.run(
        merged.facts, project / config.measures, dimensions, areas, project / config.measure_decisions,
        out / "facts.jsonl", out / "review.jsonl", out / "reconcile.csv",
    )  # fmt: skip
    observe.run(
        out / "facts.jsonl", out / "editions.jsonl", project / config.measures, dimensions, areas, out / "register.json",
        out / "observations.jsonl", out / "statements.jsonl", out / "left_out.jsonl",
    )  # fmt: skip
    problems += [out / "correct.csv", out / "reconcile.csv"]
    return Line(
        out / "facts.jsonl", merged.numerals, out / "editions.jsonl", out / "observations.jsonl",
        [problem for path in problems for problem in read_problems(path)],
    )  # fmt: skip


def _tables(folder: Path) -> Tables:
    names = ("facts", "acts", "links", "numerals")
    return Tables(*(folder / f"{name}.jsonl" for name in names))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return shutil.copytree(SUBJECT, tmp_path / "project")


def test_the_number_of_shards_does_not_show(project: Path, tmp_path: Path) -> None:
    one, four = run_line(project, tmp_path / "one"), run_line(project, tmp_path / "four", shards=4)
    for name in ("facts", "numerals", "editions", "observations"):
        assert getattr(one, name).read_bytes() == getattr(four, name).read_bytes(), name
    assert one.problems == four.problems == []
    assert len(read_records(one.observations, Observation)) == 10


def test_of_two_editions_the_better_one_is_used(project: Path, tmp_path: Path) -> None:
    add_original(project, "2021年，澄湖市举办阅读活动1,350场。\n")
    made = run_line(project, tmp_path / "out")
    used = {(row.source_id, row.edition): row.used for row in read_records(made.editions, EditionRead)}
    assert used[("notice2021", "original")] and not used[("notice2021", "text")]
    assert {fact.edition for fact in read_records(made.facts, Fact) if fact.source_id == "notice2021"} == {
        "original",
        "text",
    }
    measures = {(row.measure_id, row.time_period) for row in read_records(made.observations, Observation)}
    assert ("reading_events", "2021") in measures
    assert ("book_rooms", "2021-12") not in measures  # only the text has it


def test_an_edition_that_cannot_be_read_gives_way_to_the_next(project: Path, tmp_path: Path) -> None:
    add_original(project, "")
    made = run_line(project, tmp_path / "out")
    assert [(p.stage, p.source_id, p.severity) for p in made.problems] == [("read", "notice2021", "error")]
    used = {(row.source_id, row.edition) for row in read_records(made.editions, EditionRead) if row.used}
    assert ("notice2021", "text") in used
    assert len(read_records(made.observations, Observation)) == 10


@pytest.mark.parametrize(
    ("target", "stage", "words"),
    [
        ("suyuan.reading.worker.Worker.read", "read", "the reader failed: KeyError"),
        ("suyuan.stages.extract.extract_facts", "extract", "the grammar failed: KeyError"),
    ],
)
def test_a_fault_of_ours_stops_one_document(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str, stage: str, words: str
) -> None:
    module, _, name = target.rpartition(".")
    whole: Any = getattr(Worker if name == "read" else extract, name)

    def faulty(*arguments: Any, **options: Any) -> Any:
        source = options.get("source_id") or arguments[0].source_id
        if source == "news2022":
            raise KeyError("boxes")
        return whole(*arguments, **options)

    monkeypatch.setattr(f"{module}.{name}", faulty)
    made = run_line(project, tmp_path / "out")
    (problem,) = made.problems
    assert (problem.stage, problem.source_id) == (stage, "news2022")
    assert words in problem.what and problem.todo
    assert {fact.source_id for fact in read_records(made.facts, Fact)} == {
        "notice2021",
        "report2023",
        "yearbook2021",
    }


CORRECTIONS = """
- {action: reject, source: report2023, edition: text, quote: {surface: 18.5%}, reason: a test, who: me, when: 2026-01-01}
- {action: confirm, source: report2023, edition: text, quote: {surface: 1745场}, reason: a test, who: me, when: 2026-01-01}
- {action: confirm, source: report2023, edition: text, quote: {surface: 4711场}, reason: a test, who: me, when: 2026-01-01}
- {action: confirm, source: report2023, edition: digest, quote: {surface: 1场}, reason: a test, who: me, when: 2026-01-01}
- {action: confirm, source: reprot2023, edition: text, quote: {surface: 1场}, reason: a test, who: me, when: 2026-01-01}
"""


def test_corrections_that_fit_are_applied_and_the_others_told(project: Path, tmp_path: Path) -> None:
    (project / "raw" / "corrections.yaml").write_text(CORRECTIONS, encoding="utf-8")
    made = run_line(project, tmp_path / "out")
    status = {
        fact.surface: fact.status for fact in read_records(made.facts, Fact) if fact.source_id == "report2023"
    }
    assert "18.5%" not in status
    assert status["1745场"] == "confirmed"
    errors = [problem for problem in made.problems if problem.severity == "error"]
    assert sum("4711场" in problem.what and "nearest" in problem.what for problem in errors) == 1
    assert any("has no edition digest" in problem.what for problem in errors)
    assert any("reprot2023" in problem.what and "report2023" in problem.todo for problem in errors)
    (numeral,) = [n for n in read_records(made.numerals, Numeral) if n.surface.startswith("18.5")]
    assert (numeral.numeral_class, numeral.fact_id) == ("unread", None)
    assert numeral.reason is not None and "a test" in numeral.reason


def add_original(project: Path, text: str) -> None:
    """Give notice2021 an own copy."""
    (project / "raw" / "originals").mkdir()
    (project / "raw" / "originals" / "notice.txt").write_text(text, encoding="utf-8")
    path = project / "raw" / "sources.yaml"
    cards = path.read_text(encoding="utf-8")
    original = "  editions:\n    - {edition: original, file: raw/originals/notice.txt, obtained: own copy}\n"
    path.write_text(cards.replace("  editions:\n", original, 1), encoding="utf-8")
