"""Publication tables: what is declared, as CSV, Markdown and LaTeX."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import make_fact, make_measure
from suyuan.export.publication import (
    TableDeclaration,
    TableInputs,
    build_tables,
    csv_text,
    latex_text,
    markdown_text,
    read_tables,
    table_of,
)
from suyuan.export.publication.content import Head, NothingToShow, Table
from suyuan.export.publication.coverage_table import year_columns
from suyuan.export.publication.latex import latex_cell
from suyuan.export.publication.words import publication_words
from suyuan.figures.inputs import Names
from suyuan.figures.sources import SourceLabel
from suyuan.figures.times import date_text
from suyuan.markdown import escaped
from suyuan.observe import coverage, observe
from suyuan.reconcile.acts import with_mentions
from suyuan.reconcile.catalogue import by_id
from suyuan.records import Act, TextLocator

TITLE = {"zh": "表", "en": "Table"}
MEASURES = [
    make_measure("standards"),
    make_measure("trains", unit="列", unit_aliases=[], kind="flow", freq="A", label={"zh": "列数", "en": "Trains"}),
    make_measure("value", unit="USD", unit_aliases=[], kind="flow", freq="A", label={"zh": "货值", "en": "Value"}),
]  # fmt: skip
LABELS = {
    "s1": SourceLabel({"zh": "甲（2023）", "en": "A (2023)"}, {"zh": "甲：《题》", "en": "A: “T”"}, "example.org/a_b", "primary"),
    "s2": SourceLabel({"zh": "乙", "en": "B"}, {"zh": "乙：《文》", "en": "B: “U”"}),
}  # fmt: skip


def inputs(*facts, acts=()):
    catalogue = by_id(MEASURES)
    observations = observe(facts, catalogue).observations
    return TableInputs(
        observations=observations,
        facts={fact.fact_id: fact for fact in facts},
        coverage=coverage(observations),
        acts=list(acts),
        catalogue=catalogue,
        names=Names(
            area_label=lambda name, language: {"京津冀": "Jing-Jin-Ji"}.get(name, name) if language == "en" else name,
            value_label=lambda _, value, language: "Transport" if language == "en" and value == "交通" else value,
            sources=LABELS,
        ),
    )  # fmt: skip


def stated(fact_id="f1", value=75, **given):
    return make_fact(fact_id, value, **({"measure_id": "standards", "edition": "text"} | given))


def declared(*rows, **given):
    return TableDeclaration.model_validate(
        {"id": "table", "title": TITLE, "rows": [{"measure": "standards"} | row for row in rows or ({},)]}
        | given
    )


def shown(table):
    """Rows as printed, by their heads."""
    heads, rows = table.printed()
    return [dict(zip((head.text for head in heads), row, strict=True)) for row in rows]


def test_every_row_ends_in_source_and_observation():
    data = inputs(stated(), stated("f2", 80, time="2023", source_id="s2", edition="digest"))
    table = table_of(declared(), data, "zh")
    ids = [o.observation_id for o in data.observations]
    assert [list(row.items())[-2:] for row in shown(table)] == [
        [("来源", "甲（2023）"), ("观测编号", ids[0])],
        [("来源", "乙 · 摘编"), ("观测编号", ids[1])],
    ]
    assert table.sources == ("甲：《题》，example.org/a_b", "乙：《文》")
    assert "非原文" in table.notes[0]


def test_unit_stands_in_the_head_and_qualifiers_at_the_number():
    facts = [
        stated("f1", 6800, comparator=">", time="2022"),
        stated("f2", 20, comparator="~", time="2023"),
        stated("f3", None, value_min=20, value_max=3000, comparator="range", surface="x", time="2024"),
        stated("f4", "9495000", time="2025"),
    ]
    zh, en = (shown(table_of(declared(), inputs(*facts), language)) for language in ("zh", "en"))
    assert [row["数值（项）"] for row in zh] == [">6,800", "约20", "20–3,000", "9,495,000"]
    assert [row["Value"] for row in en] == [">6,800", "about 20", "20–3,000", "9,495,000"]


def test_several_units_have_a_column_and_a_larger_unit_may_be_shown():
    facts = [
        stated("f1", 17000, measure_id="trains", unit="列", time="2023", time_kind="during"),
        stated("f2", 56700000000, measure_id="value", unit="USD", time="2023", time_kind="during", start=50),
    ]
    rows = [
        {"measure": "trains"},
        {
            "measure": "value",
            "display": {"divide_by": 100000000, "unit": {"zh": "亿美元", "en": "100 million USD"}},
        },
    ]
    found = shown(table_of(declared(*rows, columns=["measure", "time", "value"]), inputs(*facts), "zh"))
    assert [(row["指标"], row["时间"], row["数值"], row["单位"]) for row in found] == [
        ("列数", "2023年", "17,000", "列"),
        ("货值", "2023年", "567", "亿美元"),
    ]


@pytest.mark.parametrize(
    ("given", "head", "cell"),
    [
        ({"nature": "target", "time": "2025"}, "性质", "目标"),
        (
            {"grade": "mirror", "source_id": "s2", "edition": "collected", "time": "2023"},
            "证据等级",
            "镜像网页",
        ),
        ({"breakdown": {"领域": "交通"}, "start": 60}, "领域", "交通"),
        ({"area": ("川渝",), "start": 60}, "地区", "川渝"),
        ({"sentence": "按可比价计80项", "surface": "80项", "start": 60}, "价格", "可比价"),
    ],
)
def test_what_tells_rows_apart_is_shown_though_not_declared(given, head, cell):
    data = inputs(stated(), stated("f2", 80, **given))
    found = shown(table_of(declared({}, columns=["time", "value"]), data, "zh"))
    assert cell in [row[head] for row in found]
    assert head not in shown(table_of(declared({}, columns=["time", "value"]), inputs(stated()), "zh"))[0]


def test_rows_are_those_declared_in_their_order():
    facts = [
        stated("f1", 1, area=("北京",)),
        stated("f2", 2, area=("天津",), start=30),
        stated("f3", 3, area=("天津",), breakdown={"领域": "交通"}, start=50),
        stated("f4", 4, area=("河北",), start=70),
    ]
    rows = {"areas": ["天津", "北京"], "dimensions": []}
    assert [row["数值（项）"] for row in shown(table_of(declared(rows), inputs(*facts), "zh"))] == ["2", "1"]
    parts = shown(table_of(declared({"dimensions": ["领域"]}), inputs(*facts), "en"))
    assert [(row["领域"], row["Value"]) for row in parts] == [("Transport", "3")]
    assert (
        len(shown(table_of(declared({"nature": ["target"]}, {"areas": ["北京"]}), inputs(*facts), "zh"))) == 1
    )


def test_conflicting_statements_have_a_dagger_and_a_note():
    table = table_of(declared(), inputs(stated(), stated("f2", 80, source_id="s2")), "en")
    assert shown(table)[0]["Value"].endswith("†")
    assert "processed/statements.csv" in table.notes[0]


@pytest.mark.parametrize(
    ("edtf", "zh", "en"),
    [
        ("2022-12", "2022年12月", "December 2022"),
        ("2023-01/2023-11", "2023年1—11月", "Jan–Nov 2023"),
        ("198X", "20世纪80年代", "1980s"),
        ("201X", "21世纪10年代", "2010s"),
        ("199X~", "20世纪90年代前后", "about 1990s"),
        ("2018/..", "2018年起", "since 2018"),
        ("../2007", "至2007年", "until 2007"),
        ("2015-04/2016-02", "2015年4月至2016年2月", "April 2015 to February 2016"),
    ],
)
def test_times_in_words(edtf, zh, en):
    assert (date_text(edtf, "zh"), date_text(edtf, "en")) == (zh, en)


def test_without_a_year_it_says_when_it_was_told():
    (row,) = shown(table_of(declared(), inputs(stated(time=None, told="2023-11")), "zh"))
    assert row["时间"].endswith("（2023年11月所述）")
    (row,) = shown(table_of(declared(), inputs(stated(time="XXXX-05-16", told="XXXX-05-16")), "en"))
    assert "16 May" in row["Time"] and "told" not in row["Time"]


def test_the_coverage_matrix_is_wide_and_its_signs_are_explained():
    data = inputs(
        stated("f1", time="2011"), stated("f2", 9, time="2014", nature="target"), stated("f3", 3, time=None)
    )
    declaration = TableDeclaration.model_validate(
        {"id": "c", "kind": "coverage", "title": TITLE, "first_year": 2013}
    )
    table = table_of(declaration, data, "zh")
    assert [head.text for head in table.heads] == [
        "指标", "地区", "≤2012", "2013", "2014", "年份未载", "观测数", "观测编号",
    ]  # fmt: skip
    assert table.rows[0][2:7] == ("●", "·", "△", "●", "3")
    assert len(table.rows[0][-1].split(";")) == 3
    assert all(entry["sign"] in table.notes[0] for entry in publication_words()["coverage"].values())


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, None, [(2012, 2012), (2013, 2013), (2014, 2014), (2015, 2015)]),
        (2014, None, [(2012, 2013), (2014, 2014), (2015, 2015)]),
        (2013, 2013, [(2012, 2012), (2013, 2013), (2014, 2015)]),
        (2000, 2030, [(2012, 2012), (2013, 2013), (2014, 2014), (2015, 2015)]),
    ],
)
def test_years_outside_share_a_column(first, last, expected):
    assert year_columns([2012, 2015], first, last) == expected


def make_act(act_id, **given):
    place = {
        "locator": TextLocator(start=1, end=2, context_hash="0" * 12),
        "start": 1,
        "end": 2,
        "method": "m",
    }
    filled = {
        "source_id": "s1",
        "edition": "text",
        "sentence": "句。",
        "act": "印发",
        "title": "纲要",
        "date": "2021",
    }
    return Act.model_validate(place | filled | {"act_id": act_id} | given)


def test_acts_stand_by_level_and_date_and_one_told_twice_is_one_row():
    acts = [
        make_act("a1", level="省级"),
        make_act("a2", level="国家", date="2022"),
        make_act("a3", level="国家", actors=("国务院",)),
        make_act("a4", level="国家", source_id="s2", actors=("国务院",)),
        make_act("a5", level=None, title=None, act="召开", date="2023"),
        make_act("a6", level=None, title=None, act="召开", date="2023"),
        make_act("a7", level="国家", date=None),
    ]
    acts = with_mentions(acts)
    declaration = TableDeclaration.model_validate({"id": "a", "kind": "acts", "title": TITLE})
    found = shown(table_of(declaration, inputs(acts=acts), "zh"))
    assert [row["行为编号"] for row in found] == ["a3;a4", "a2", "a7", "a1", "a5", "a6"]
    assert (found[0]["来源"], found[0]["主体"], found[0]["文件或事项"]) == (
        "甲（2023）；乙",
        "国务院",
        "《纲要》",
    )
    assert found[4]["文件或事项"] == "句。"
    some = TableDeclaration.model_validate(
        {"id": "a", "kind": "acts", "title": TITLE, "levels": ["省级", "国家"], "last_year": 2021}
    )
    assert [row["行为编号"] for row in shown(table_of(some, inputs(acts=acts), "zh"))] == ["a1", "a3;a4"]


EVIL = "50% & _x_ #1 {a} \\b ~c^d $e$ <f> |g| *h* `i` [j]\nk\x00"
TABLE = Table(
    "t", "zh", EVIL, EVIL, (Head("a"), Head(EVIL, "right"), Head("c", csv_only=True)), ((EVIL, "1", "c"),), (EVIL,), (EVIL,)
)  # fmt: skip


def test_markdown_rows_have_as_many_cells_as_the_head():
    lines = [line for line in markdown_text(TABLE).split("\n") if line.startswith("| ")]
    assert len(lines) == 3
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in lines} == {3}
    assert lines[1] == "| --- | ---: |"
    assert "<f>" not in markdown_text(TABLE) and "\x00" not in markdown_text(TABLE)


def test_latex_has_no_sign_that_acts():
    text = latex_text(TABLE)
    body = text.split("\\endfoot\n")[1].split("\n\\end{longtable}")[0]
    assert body.count("\n") == 0 and body.endswith(r" & 1 \\")
    cell = body.removesuffix(r" & 1 \\")
    assert not re.search(r"(?<!\\)[%&_#$~^]", cell.replace(r"\textbackslash{}", ""))
    assert r"50\% \& \_x\_ \#1 \{a\} \textbackslash{}b" in cell
    for rule in ("\\toprule", "\\midrule", "\\bottomrule"):
        assert rule in text
    assert text.startswith("% ") and "xeCJK" in text
    assert text.count("{") - text.count("\\{") == text.count("}") - text.count("\\}")
    assert text.count(r"\begin") == text.count(r"\end{") + text.count(r"\endgroup")


@given(st.text(max_size=40))
def test_no_text_breaks_a_row(text):
    assert "\n" not in escaped(text) and "\n" not in latex_cell(text)
    assert not re.search(r"(?<!\\)(?:\\\\)*\|", escaped(text))
    plain = latex_cell(text)
    for written in ("{[}", "{]}", "{*}", "{}", r"\{", r"\}", "$"):
        plain = plain.replace(written, "")
    assert not re.search(r"(?<!\\)[%&_#~^{}]", plain.replace(r"\textbackslash", ""))
    assert not latex_cell(text).startswith(("[", "*"))


def test_csv_has_all_columns_and_comes_back():
    rows = list(csv.reader(io.StringIO(csv_text(TABLE))))
    assert [len(row) for row in rows] == [3, 3]
    assert rows[1] == [EVIL, "1", "c"]


def test_files_of_all_languages_and_a_problem_for_what_cannot_be_made(tmp_path):
    good, unknown, none = (
        declared(id="good"),
        declared({"measure": "trainz"}, id="unknown"),
        declared({"measure": "trains"}, id="none"),
    )
    problems = build_tables([good, unknown, none], inputs(stated()), tmp_path / "tables")
    assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == [
        f"good.{language}.{ending}" for language in ("en", "zh") for ending in ("csv", "md", "tex")
    ]
    assert [(p.where, p.what) for p in problems] == [
        ("table unknown", "unknown measure trainz"),
        ("table none", "no observation agrees with its rows (measures: trains)"),
    ]
    assert "trains" in problems[0].todo
    build_tables([good], inputs(stated()), tmp_path / "zh", languages=["zh"])
    assert len(list((tmp_path / "zh").iterdir())) == 3


@pytest.mark.parametrize("kind", ["coverage", "acts"])
def test_nothing_to_show(kind):
    with pytest.raises(NothingToShow):
        table_of(TableDeclaration.model_validate({"id": "x", "kind": kind, "title": TITLE}), inputs(), "zh")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{id: x, title: {zh: 表}, rows: [{measure: m}]}", "title has no text in en"),
        ("{id: x, title: {zh: 表, en: T}}", "say which observations are shown"),
        ("{id: x, title: {zh: 表, en: T}, rows: [{measure: m}], colums: [time]}", "did you mean 'columns'"),
        ("{id: x, title: {zh: 表, en: T}, rows: [{measure: m, display: {divide_by: 0, unit: {zh: 亿, en: y}}}]}", "above 0"),
        ("{id: x, title: {zh: 表, en: T}, rows: [{measure: m}], columns: [time, time]}", "given twice"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_declaration_is_named_and_the_others_are_read(tmp_path, text, words):
    path = tmp_path / "config" / "tables.yaml"
    path.parent.mkdir()
    path.write_text(
        f"tables:\n  - {text}\n  - {{id: y, title: {{zh: 表}}, languages: [zh], rows: [{{measure: m}}]}}\n"
    )
    valid, problems = read_tables(path)
    assert [declaration.id for declaration in valid] == ["y"]
    assert words in " ".join(f"{problem.what} {problem.todo}" for problem in problems)
