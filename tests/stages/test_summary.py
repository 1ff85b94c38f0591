"""The end of a run: problems of all stages, what it was made with, the last words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from suyuan.problems import read_problems, write_problems
from suyuan.records import Problem
from suyuan.stages.lines import write_rows
from suyuan.stages.summary import closing_words, refuse_lost_corrections, run

NOTE = Problem(stage="read", file="raw/b.pdf", what="odd", todo="look", severity="note")
LOST = Problem(stage="correct", file="raw/corrections.yaml", what="no fact has this quote", todo="correct it")


def summary(folder: Path, *problems: Problem) -> Path:
    processed = folder / "processed"
    parts = []
    for number, problem in enumerate([None, *problems]):
        part = folder / f"{number}.csv"
        write_problems(part, [problem] if problem else [])
        parts.append(part)
    write_rows(folder / "facts.jsonl", [{}, {}])
    processed.mkdir(exist_ok=True)
    counted = {"facts": folder / "facts.jsonl", "observations": folder / "facts.jsonl"}
    run(parts, counted, {"read": "0" * 64}, processed / "problems.csv", processed / "run.json")
    return processed


def test_problems_of_all_stages_are_one_table_the_worst_first(tmp_path: Path) -> None:
    processed = summary(tmp_path, NOTE, LOST)
    assert read_problems(processed / "problems.csv") == [LOST, NOTE]


def test_the_record_has_counts_and_versions_and_no_time(tmp_path: Path) -> None:
    first = (summary(tmp_path, NOTE) / "run.json").read_bytes()
    assert (summary(tmp_path, NOTE) / "run.json").read_bytes() == first
    record = json.loads(first)
    assert record["rows"] == {"facts": 2, "observations": 2}
    assert record["problems"] == {"error": 0, "warning": 0, "note": 1}
    assert "pydantic" in record["packages"]


@pytest.mark.parametrize(
    ("problems", "words"),
    [
        ((), "No problems."),
        ((NOTE,), "1 problem (1 note) is in"),
        ((NOTE, LOST), "2 problems (1 error, 1 note) are in"),
    ],
)
def test_last_words(tmp_path: Path, problems: tuple[Problem, ...], words: str) -> None:
    said = closing_words(summary(tmp_path, *problems), tmp_path / "figures")
    assert "2 facts and 2 observations" in said
    assert words in said


def test_many_problems_are_counted(tmp_path: Path) -> None:
    many = [NOTE.model_copy(update={"where": f"page {number}"}) for number in range(40)]
    said = closing_words(summary(tmp_path, *many), tmp_path / "figures")
    assert "and 30 more" in said


def test_nothing_was_made(tmp_path: Path) -> None:
    assert closing_words(tmp_path, tmp_path) == ""


def test_a_lost_correction_is_an_error(tmp_path: Path) -> None:
    processed = summary(tmp_path, NOTE)
    refuse_lost_corrections(processed / "problems.csv", tmp_path / "checked.txt")
    assert (tmp_path / "checked.txt").is_file()
    processed = summary(tmp_path, LOST)
    with pytest.raises(ValueError, match=r"1 correction .*\n.*no fact has this quote"):
        refuse_lost_corrections(processed / "problems.csv", tmp_path / "checked.txt")
