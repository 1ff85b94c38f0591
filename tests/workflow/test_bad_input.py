"""What a user gets wrong stops only what it concerns, and is told: what, where, what to do."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def problems(broken: Any) -> list[dict[str, str]]:
    with (broken.folder / "results-originals" / "processed" / "problems.csv").open(
        encoding="utf-8", newline=""
    ) as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("stage", "source", "words"),
    [
        ("read", "broken", ""),
        ("read", "empty", "empty"),
        ("register", "", "no card declares"),
        ("register", "typo", "did you mean 'language'"),
        ("register", "samr2024", "stands in 2 cards (samr2024, twice1"),
        ("correct", "own", "99项"),
        ("figures", "", "no_such_measure"),
    ],
)
def test_each_fault_has_a_row(problems: list[dict[str, str]], stage: str, source: str, words: str) -> None:
    found = [
        row
        for row in problems
        if row["stage"] == stage and row["source_id"] == source and words in " ".join(map(str, row.values()))
    ]
    assert found, problems
    for row in found:
        assert row["what"] and row["todo"]


def test_the_rest_is_built(broken: Any) -> None:
    root: Path = broken.folder / "results-originals"
    with (root / "processed" / "facts.csv").open(encoding="utf-8", newline="") as file:
        facts = list(csv.DictReader(file))
    assert {"liu2023", "own"} <= {row["source_id"] for row in facts}
    assert {row["surface"]: row["status"] for row in facts if row["source_id"] == "own"} == {
        "31项": "confirmed"
    }
    assert list((root / "figures").glob("*.svg"))
    assert not list((root / "figures").glob("nobody_states_this*"))


def test_originals_never_reach_committed_folders(broken: Any) -> None:
    assert not (broken.folder / "processed").exists()
    assert not (broken.folder / "figures").exists()
    assert not (broken.folder / "logs").exists()


def test_a_lost_correction_ends_the_run_with_an_error(broken: Any) -> None:
    assert broken.code == 1
    assert "99项" in broken.said


def test_problems_are_told_at_the_end(broken: Any) -> None:
    assert "results-originals/processed/problems.csv" in broken.said
