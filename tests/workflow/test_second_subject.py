"""Another subject, by configuration alone: tests/second_subject with the same rules and no other code."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from rebuild import snakemake

HERE = Path(__file__).resolve().parents[1] / "second_subject"


@pytest.fixture(scope="module")
def second(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = shutil.copytree(HERE, tmp_path_factory.mktemp("second") / "project")
    snakemake(folder, "--snakefile", str(copy / "Snakefile"), "--directory", str(folder), "--cores", "all")
    return folder


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / "processed" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_there_is_nothing_but_documents_and_tables() -> None:
    kinds = {path.suffix for path in HERE.rglob("*") if path.is_file()}
    assert kinds <= {".txt", ".html", ".md", ".yaml", ".csv"}


def test_no_problem(second: Path) -> None:
    assert rows(second, "problems") == []


@pytest.mark.parametrize(
    ("measure", "time", "nature", "value", "comparator"),
    [
        ("reading_events", "2020", "actual", "1180", "="),  # collected by hand
        ("reading_events", "2021", "actual", "1350", "="),
        ("reading_events", "2022", "actual", "1620", "="),  # said twice, in the title too
        ("reading_events", "2023", "actual", "1745", "="),
        ("book_rooms", "2021-12", "actual", "48", "="),
        ("book_rooms", "2022-12", "actual", "61", "="),
        ("book_rooms", "2023-12", "actual", "70", ">"),
        ("book_rooms", "2025", "target", "100", "="),
        ("volumes", "2021-12", "actual", "1265000", "="),
        ("volumes", "2022-12", "actual", "1400000", "="),
    ],
)
def test_observations(
    second: Path, measure: str, time: str, nature: str, value: str, comparator: str
) -> None:
    found = [
        (row["OBS_VALUE"], row["comparator"])
        for row in rows(second, "observations")
        if (row["measure_id"], row["TIME_PERIOD"], row["nature"], row["REF_AREA"])
        == (measure, time, nature, "澄湖")
    ]
    assert found == [(value, comparator)]


def test_nothing_else_is_observed(second: Path) -> None:
    assert len(rows(second, "observations")) == 10


def test_numbers_around_the_article_are_no_facts(second: Path) -> None:
    assert not {"12345", "28度", "十大"} & {row["surface"] for row in rows(second, "facts")}


def test_series_and_act(second: Path) -> None:
    series = [row["OBS_VALUE"] for row in rows(second, "series") if row["measure_id"] == "reading_events"]
    assert series == ["1180", "1350", "1620", "1745"]
    acts = [(row["date"], row["title"]) for row in rows(second, "acts")]
    assert ("2021-06", "澄湖市全民阅读促进办法") in acts


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_figure_has_a_mark_for_each_year(second: Path, language: str) -> None:
    figures = second / "figures"
    assert (figures / f"reading_events.{language}.single.svg").stat().st_size > 5000
    assert (figures / f"reading_events.{language}.double.png").read_bytes().startswith(b"\x89PNG")
    sidecar: dict[str, Any] = json.loads(
        (figures / f"reading_events.{language}.json").read_text(encoding="utf-8")
    )
    text = json.dumps(sidecar, ensure_ascii=False)
    wanted = [
        row["observation_id"] for row in rows(second, "observations") if row["measure_id"] == "reading_events"
    ]
    assert len(wanted) == 4
    assert all(name in text for name in wanted)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_publication_table_ends_in_source_and_observation(second: Path, language: str) -> None:
    with (second / "tables" / f"reading_events.{language}.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.reader(file))[1:]
    wanted = {
        row["observation_id"] for row in rows(second, "observations") if row["measure_id"] == "reading_events"
    }
    assert {row[-1] for row in found} == wanted
    assert [row[1] for row in found] == ["1,180", "1,350", "1,620", "1,745"]
    for ending in ("md", "tex"):
        text = (second / "tables" / f"reading_events.{language}.{ending}").read_text(encoding="utf-8")
        assert all(name in text for name in wanted)
