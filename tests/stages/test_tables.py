"""The stages that write tables: for programs into processed/, for readers into tables/."""

from __future__ import annotations

import csv
import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from factories import make_fact
from suyuan.observe import observe, statements
from suyuan.problems import read_problems
from suyuan.reconcile import read_catalogue
from suyuan.records import Act, Evidence, TextLocator
from suyuan.sources import Register
from suyuan.stages import publication_tables, tables
from suyuan.stages.correct import EditionRead
from suyuan.stages.lines import write_records, write_rows

SUBJECT = Path(__file__).resolve().parents[1] / "second_subject"
CONFIG = SUBJECT / "config"


@pytest.fixture
def line(tmp_path: Path) -> dict[str, Path]:
    """Files of the stages before, of two sources that state one quantity and a third that differs."""
    given: dict[str, Any] = {"measure_id": "reading_events", "unit": "场", "area": ("澄湖",), "time": "2022"}
    given |= {"time_kind": "during"}
    facts = [
        make_fact("f1", 1620, **given),
        make_fact("f2", 1620, **(given | {"source_id": "s2", "told": "2024"})),
        make_fact("f3", 1700, **(given | {"source_id": "s3", "grade": "mirror"})),
        make_fact("f4", 5, source_id="s2", measure_id="reading_events", time="2023", area=()),
    ]
    catalogue, _ = read_catalogue(CONFIG / "measures.yaml", CONFIG / "dimensions.yaml")
    made = observe(facts, catalogue).observations
    place = TextLocator(start=0, end=2, context_hash="0" * 12)
    acts = [
        Act(act_id=f"a-{edition}", source_id="s1", edition=edition, locator=place, start=0, end=2, sentence="句。",
            act="印发", title="办法", date="2021", method="m")
        for edition in ("text", "digest")
    ]  # fmt: skip
    editions = [
        EditionRead(source_id="s1", edition=edition, file="x", sha256="0", characters=1, used=edition == "digest")
        for edition in ("text", "digest")
    ]  # fmt: skip
    paths = {
        name: tmp_path / f"{name}.jsonl"
        for name in (
            "facts",
            "observations",
            "statements",
            "acts",
            "links",
            "numerals",
            "review",
            "editions",
            "analyses",
        )
    }
    for name, records in (
        ("facts", facts), ("observations", made), ("statements", statements(made, facts)), ("acts", acts), ("links", []),
        ("numerals", []), ("review", []), ("editions", editions), ("analyses", []),
    ):  # fmt: skip
        write_records(paths[name], records)
    paths["register"] = tmp_path / "register.json"
    paths["register"].write_text(Register(tmp_path, tmp_path, {}, ()).to_json(), encoding="utf-8")
    return paths


def coded(source_id: str) -> list[dict[str, Any]]:
    """Rows of an analysis as the stage of methods writes them: two codes of one year, with the same words behind them."""
    own = {"analysis": "coded", "kind": "coding"}
    place = TextLocator(start=0, end=2, context_hash="0" * 12)
    words = Evidence(evidence_id="ev-1", analysis="coded", source_id=source_id, edition="digest", locator=place, start=0,
                     end=2, words="签署", sentence="签署。")  # fmt: skip
    years = [
        {"code": code, "dimension": "d", "label": label, "year": 2021, "acts": acts, "of_acts": 3, "evidence_ids": ["ev-1"]}
        for code, label, acts in (("contract", "契约", 2), ("network", "网络", 1))
    ]  # fmt: skip
    return [
        *({**own, "table": "years", "row": row} for row in years),
        {**own, "table": "evidence", "row": words.model_dump(mode="json")},
    ]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_statements_and_coverage_stand_beside_the_observations(line: dict[str, Path], tmp_path: Path) -> None:
    made = tables.Tables(**{field.name: tmp_path / f"{field.name}.csv" for field in fields(tables.Tables)})
    tables.run(tables.Records(**{field.name: line[field.name] for field in fields(tables.Records)}), made)
    assert [
        (row["fact_id"], row["rank"], row["agreement"], row["lost_by"], row["independent"])
        for row in rows(made.statements)
    ] == [
        ("f2", "1", "chosen", "", "true"),
        ("f1", "2", "agrees", "told", "true"),
        ("f3", "3", "differs", "grade", "true"),
    ]
    (cell,) = rows(made.coverage)
    assert (cell["year"], cell["coverage"]) == ("2022", "conflicting")
    package = json.loads(made.datapackage.read_text(encoding="utf-8"))
    assert {"statements.csv", "coverage.csv"} <= {resource["path"] for resource in package["resources"]}


def test_publication_tables_use_acts_of_the_editions_in_use(line: dict[str, Path], tmp_path: Path) -> None:
    declarations = tmp_path / "tables.yaml"
    declarations.write_text(
        (CONFIG / "tables.yaml").read_text(encoding="utf-8")
        + "  - {id: acts, kind: acts, title: {zh: 行为}, languages: [zh]}\n"
        + "  - {id: codes, kind: analysis, analysis: coded, table: years, title: {zh: 编码}, languages: [zh],\n"
        + "     columns: [{of: [year], form: date, head: {zh: 年份}}], across: {of: [label], cell: {of: [acts]}}}\n"
        + "  - {id: volumes, title: {zh: 图书}, languages: [zh], rows: [{measure: volumes}]}\n",
        encoding="utf-8",
    )
    folder, problems = tmp_path / "tables", tmp_path / "problems.csv"
    write_rows(line["analyses"], coded("s1"))
    inputs = publication_tables.Inputs(
        declarations=declarations,
        collected=SUBJECT / "raw" / "collected.csv",
        **{
            name: line[name] for name in ("observations", "facts", "acts", "editions", "register", "analyses")
        },
        **{name: CONFIG / f"{name}.yaml" for name in ("measures", "dimensions")},
        areas=CONFIG / "areas.csv",
    )
    publication_tables.run(inputs, ["zh"], folder, problems)
    names = {path.name for path in folder.iterdir()}
    assert names == {
        f"{name}.zh.{ending}" for name in ("reading_events", "coverage", "acts", "codes") for ending in ("csv", "md", "tex")
    }  # fmt: skip
    assert [row["行为编号"] for row in rows(folder / "acts.zh.csv")] == ["a-digest"]
    (coded_row,) = rows(folder / "codes.zh.csv")
    assert (coded_row["年份"], coded_row["契约"], coded_row["网络"], coded_row["证据编号"]) == (
        "2021年",
        "2",
        "1",
        "ev-1",
    )
    assert [row["数值（场）"] for row in rows(folder / "reading_events.zh.csv")] == ["1,620†"]
    assert [(p.stage, p.where) for p in read_problems(problems)] == [("publication_tables", "table volumes")]
