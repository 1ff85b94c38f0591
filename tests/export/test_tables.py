import json
from fractions import Fraction

import pytest

import suyuan
from factories import make_fact, make_measure
from suyuan import export
from suyuan.audit.editions import compare_editions
from suyuan.export.columns import columns_of
from suyuan.export.csvfile import TableError
from suyuan.export.package import datapackage
from suyuan.export.tables import read_cells
from suyuan.export.tablespecs import TABLES
from suyuan.observe import coverage, observe, statements
from suyuan.reconcile import reconcile
from suyuan.reconcile.catalogue import by_id
from suyuan.records import Act, Box, Cell, Fact, Finding, Link, Numeral, PdfLocator, Problem, TextLocator

TEXT = TextLocator(start=3, end=9, context_hash="0123456789ab")
PDF = PdfLocator(
    boxes=(
        Box(page=3, x0=70.91, top=101.2, x1=284.5, bottom=113),
        Box(page=4, x0=1, top=2.05, x1=3, bottom=4),
    ),
    page_label="—12—",
)
BASE = {"source_id": "s1", "edition": "digest", "locator": TEXT, "start": 3, "end": 9, "method": "m"}
FACTS = [
    make_fact(
        "f1", locator=PDF, surface="75项", sentence='他说："一，\r\n二"', section="一 / 二", told="2023"
    ),
    make_fact(
        "f2", "31.6", start=40, unit="%", same_as=("f1", "f;3"), breakdown={"领域": "a=b;c", "b": "\\"}
    ),
    make_fact("f3", None, surface="2至3项", value_min=2, value_max=3, comparator="range", start=60, area=()),
    make_fact(
        "f4", "100/3", start=80, low=Fraction(33), high=Fraction(34), low_open=True, measure_score=0.875
    ),
    make_fact("f5", 9, grade="mirror", sentence="", source_id="s0", time="XXXX-05-16", time_kind=None),
    make_fact(
        "f6", -3, start=90, step=1, step_ambiguous=True, status="amended", cited_at="2.2(1)", nature="target"
    ),
]


def by_id_of(facts):
    return sorted(facts, key=lambda fact: fact.fact_id)


def test_facts_come_back_equal(tmp_path):
    path = tmp_path / "deep" / "facts.csv"
    export.write_facts(path, FACTS)
    assert by_id_of(export.read_facts(path)) == FACTS


def test_the_order_of_facts_given_does_not_matter(tmp_path):
    a, b = tmp_path / "a.csv", tmp_path / "b.csv"
    export.write_facts(a, FACTS)
    export.write_facts(b, reversed(FACTS))
    assert a.read_bytes() == b.read_bytes()
    assert b"\r\n" not in a.read_bytes().replace(b"\r\n\xe4", b"")  # only the one inside a quoted sentence


def test_locators_are_columns(tmp_path):
    path = tmp_path / "facts.csv"
    export.write_facts(path, FACTS[:1])
    head, row = (
        path.read_text(encoding="utf-8").split("\n")[0],
        export.csvfile.read_rows(path, TABLES["facts"].names)[0],
    )
    assert "locator_kind,page,page_label,boxes,text_start,text_end,context_hash" in head
    assert (row["locator_kind"], row["page"], row["page_label"]) == ("pdf", "3", "—12—")
    assert row["boxes"] == "3:70.91,101.2,284.5,113.0;4:1.0,2.05,3.0,4.0"


@pytest.mark.parametrize(
    ("name", "records"),
    [
        ("acts", [Act(act_id="a1", sentence="x", act="印发", actors=("甲", "乙"), level="区域", date="2022-10", **BASE)]),
        (
            "links",
            [Link(link_id="l1", sentence="x", a="北京", b="天津", kind="transfer", directed=True, what="产业", **BASE)],
        ),
        (
            "numerals",
            [
                Numeral(
                    source_id="s1", edition="text", start=1, end=3, surface="十", numeral_class="unread", reason="成语",
                    block="paragraph", page=None,
                )
            ],
        ),
        (
            "cells",
            [
                Cell(
                    source_id="s1", edition="original", table="table-1", row=0, column=2, row_heads=("a", "b;c"),
                    column_heads=(), text="12", locator=PDF,
                )
            ],
        ),
        (
            "findings",
            [
                Finding(
                    finding_id="x", check="parts_and_whole", fact_ids=("f1", "f2"), formula="57 + 14 + 4 = 75",
                    stated=Fraction(75), low=Fraction(75), high=None, verdict="holds", text_zh="成立", text_en="holds",
                )
            ],
        ),
        ("problems", [Problem(stage="read", file="raw/x.pdf", what="is empty", todo="copy it again")]),
    ],
)  # fmt: skip
def test_other_records_come_back_equal(tmp_path, name, records):
    path = tmp_path / f"{name}.csv"
    getattr(export, f"write_{name}")(path, records)
    read = read_cells if name == "cells" else getattr(export, f"read_{name}")
    assert read(path) == records


@pytest.fixture
def built(tmp_path):
    catalogue = by_id([make_measure("standards", areas=["京津冀"])])
    facts = [
        make_fact("f1", 9, time="2017-10-04", source_id="a", grade="repost"),
        make_fact("f2", 75, locator=PDF),
        make_fact("f3", 8, start=50, breakdown={"领域": "冷链物流"}),
        make_fact("f4", 17, time="XXXX-11-28", source_id="c", grade="mirror"),
    ]
    facts = reconcile(facts, catalogue).facts
    observations = observe(facts, catalogue).observations
    folder = tmp_path / "processed"
    export.write_facts(folder / "facts.csv", facts)
    export.write_observations(folder / "observations.csv", observations, facts)
    export.write_series(folder / "series.csv", observations, facts)
    export.write_breakdowns(folder / "breakdowns.csv", observations, facts)
    return tmp_path, facts, observations


def test_observations_come_back_equal_and_carry_a_locator(built):
    project, _, observations = built
    path = project / "processed/observations.csv"
    assert export.read_observations(path) == observations
    head = path.read_text(encoding="utf-8").split("\n", 1)[0].split(",")
    assert {
        "OBS_VALUE",
        "TIME_PERIOD",
        "REF_AREA",
        "UNIT_MEASURE",
        "OBS_STATUS",
        "locator_kind",
        "boxes",
    } <= set(head)


def test_tables_for_notebooks(built):
    project, facts, _ = built
    tables = suyuan.load(project)
    assert tables.series.OBS_VALUE.tolist() == [9.0, 75.0]
    assert tables.series.TIME_PERIOD.tolist() == ["2017-10-04", "2022-12"]
    assert tables.breakdowns.breakdown.tolist() == [{"领域": "冷链物流"}]
    assert len(tables.facts) == len(facts)
    assert tables["observations"].fact_ids.tolist()[0] == ("f1",)
    assert suyuan.load(project / "processed", exact=True).series.OBS_VALUE.tolist() == [
        Fraction(9),
        Fraction(75),
    ]


def test_statements_come_back_equal_and_coverage_has_all_years(built):
    project, facts, observations = built
    stated = statements(observations, facts)
    path = project / "processed" / "statements.csv"
    export.write_statements(path, stated)
    assert export.read_statements(path) == stated
    export.write_coverage(project / "processed" / "coverage.csv", coverage(observations))
    tables = suyuan.load(project)
    assert set(tables.statements.observation_id) == set(tables.observations.observation_id)
    years = tables.coverage.year.tolist()
    assert years[:6] == [2017, 2018, 2019, 2020, 2021, 2022] and str(years[6]) == "<NA>"
    assert tables.coverage.coverage.tolist() == ["stated", *["missing"] * 4, "stated", "stated"]


def test_missing_tables_say_what_to_do(built, tmp_path):
    with pytest.raises(TableError, match="run snakemake"):
        suyuan.load(tmp_path / "elsewhere")
    with pytest.raises(TableError, match=r"acts\.csv: no such file"):
        suyuan.load(built[0]).acts  # noqa: B018


def test_a_row_that_is_no_record_is_named(tmp_path):
    path = tmp_path / "facts.csv"
    export.write_facts(path, FACTS[:1])
    path.write_text(path.read_text(encoding="utf-8").replace(",pdf,", ",paper,"), encoding="utf-8")
    with pytest.raises(TableError, match=r"facts\.csv: row 2: 'paper' is no kind of locator"):
        export.read_facts(path)


def test_editions_and_review_can_be_written(tmp_path):
    rows = compare_editions([make_fact("o", edition="original"), make_fact("d", 41)])
    export.write_editions(tmp_path / "editions.csv", rows)
    assert (
        (tmp_path / "editions.csv")
        .read_text(encoding="utf-8")
        .splitlines()[1]
        .startswith("s1,original,digest,differs,value")
    )
    catalogue = by_id([make_measure("standards")])
    export.write_review(
        tmp_path / "r.csv", reconcile([make_fact(measure="商会协同地方标准")], catalogue).review
    )
    assert ",unsure,standards," in (tmp_path / "r.csv").read_text(encoding="utf-8")


def test_every_column_is_described_in_the_data_package(tmp_path):
    export.write_datapackage(tmp_path / "datapackage.json", ["series", "facts"])
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["path"] for resource in package["resources"]] == ["facts.csv", "series.csv"]
    for resource in package["resources"]:
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert names == TABLES[resource["name"]].names
        assert len(names) == len(set(names))
        assert set(resource["schema"]["primaryKey"]) <= set(names)


def test_an_unknown_table_has_no_data_package():
    with pytest.raises(ValueError, match="did you mean 'facts'"):
        datapackage(["fact"])


def test_column_types_follow_the_fields():
    kinds = {column.name: column.type for column in columns_of(Fact)}
    assert (kinds["value"], kinds["start"], kinds["low_open"], kinds["area"], kinds["breakdown"]) == (
        "exact", "integer", "boolean", "list", "pairs",
    )  # fmt: skip
    words = {column.name: column.words for column in columns_of(Fact)}
    assert words["comparator"] == ("=", "~", ">", ">=", "<", "<=", "range")


def test_no_column_is_without_a_description():
    assert [
        f"{spec.name}.{c.name}" for spec in TABLES.values() for c in spec.columns if not c.description
    ] == []
