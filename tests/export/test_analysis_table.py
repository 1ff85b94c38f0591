"""Publication tables on the rows of an analysis: cells, matrices, sources, and what is wrong with a declaration."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.export.publication import (
    AnalysisTable,
    TableInputs,
    build_tables,
    csv_text,
    latex_text,
    read_tables,
    table_of,
)
from suyuan.export.publication.analysis_cells import number_text
from suyuan.export.publication.content import NothingToShow
from suyuan.figures.inputs import Names
from suyuan.figures.sources import SourceLabel
from suyuan.methods import Analyses
from suyuan.methods.adoption.rows import CellRow, TotalRow
from suyuan.methods.citations.rows import ShareRow
from suyuan.methods.surveys.rows import AnswerRow
from suyuan.reconcile.catalogue import by_id
from suyuan.records import Evidence, TextLocator

TITLE = {"zh": "表", "en": "Table"}
HEAD = {"zh": "头", "en": "Head"}
LABELS = {
    "s1": SourceLabel({"zh": "甲（2023）", "en": "A (2023)"}, {"zh": "甲：《题》", "en": "A: “T”"}, None, "primary"),
    "s2": SourceLabel({"zh": "乙", "en": "B"}, {"zh": "乙：《文》", "en": "B: “U”"}),
}  # fmt: skip
UNITS = ("北京", "保定")


def evidence(name: str, source: str = "s1", edition: str = "text") -> Evidence:
    place = TextLocator(start=0, end=2, context_hash="0" * 12)
    return Evidence.model_validate(
        {"evidence_id": name, "analysis": "spread", "source_id": source, "edition": edition, "locator": place, "start": 0,
         "end": 2, "words": "词语", "sentence": "词语。"}
    )  # fmt: skip


def cell(unit: str, position: int, basis: str, *ids: str) -> CellRow:
    return CellRow.model_validate(
        {"level": "city", "unit": unit, "province": None, "period": f"200{position}", "position": position,
         "adopted": basis != "not_found", "basis": basis, "evidence_ids": ids}
    )  # fmt: skip


def total(position: int) -> TotalRow:
    return TotalRow.model_validate(
        {"level": "city", "level_label": "市", "period": f"200{position}", "period_label": f"第{position}段",
         "period_label_en": f"period {position}", "position": position, "named": 1, "implied": 0, "carried": 0,
         "total": 1, "comparator": "=", "basis": "counted", "unnamed": 0, "units": None, "evidence_ids": ()}
    )  # fmt: skip


def answer(share: str | None, comparator: str = "=", **given: Any) -> AnswerRow:
    return AnswerRow.model_validate(
        {"questionnaire": "q", "item": "i", "source_id": "s1", "option": "选项", "option_en": "answer", "status": "stated",
         "share": share, "comparator": comparator, "low": None, "high": None, "evidence_ids": (), **given}
    )  # fmt: skip


def share(source: str, backed: int, quantities: int, value: float | None) -> ShareRow:
    counts = dict.fromkeys(("in_clause", "in_sentence", "in_row", "without_entry", "named", "front"), 0)
    return ShareRow.model_validate(
        {"source_id": source, "level": "document", "found": "none", "of": "all", "quantities": quantities, "backed": backed,
         "share": value, **counts}
    )  # fmt: skip


CELLS = [
    cell("北京", 1, "named", "e1"), cell("北京", 2, "carried", "e1"), cell("保定", 1, "not_found"),
    cell("保定", 2, "implied", "e2"),
]  # fmt: skip


def inputs(**tables: Any) -> TableInputs:
    found = {
        item.evidence_id: item
        for item in (evidence("e1"), evidence("e2", "s2", "digest"), evidence("e3", "s2", "digest"))
    }
    names = Names(
        area_label=lambda name, language: {"北京": "Beijing"}.get(name, name) if language == "en" else name,
        sources=LABELS,
    )
    return TableInputs([], {}, [], [], by_id([]), names, Analyses({"spread": tables}, found))


def declared(**given: Any) -> AnalysisTable:
    return AnalysisTable.model_validate(
        {"id": "t", "kind": "analysis", "analysis": "spread", "table": "cells", "title": TITLE,
         "columns": [{"of": ["unit"], "form": "area", "head": {"zh": "市", "en": "City"}}], **given}
    )  # fmt: skip


WORDS = {
    "named": {"zh": "点名", "en": "named"},
    "implied": {"zh": "全部", "en": "all"},
    "not_found": {"zh": "", "en": ""},
}
MATRIX = declared(
    across={"of": ["period"], "lookup": {"table": "totals", "by": "period", "of": ["period_label"]},
            "cell": {"of": ["basis"], "words": WORDS}},
)  # fmt: skip


def test_a_matrix_has_a_row_for_each_unit_and_a_column_for_each_period():
    table = table_of(MATRIX, inputs(cells=CELLS, totals=[total(1), total(2)]), "en")
    heads, rows = table.printed()
    assert [head.text for head in heads] == ["City", "period 1", "period 2", "Source"]
    assert rows == (("Beijing", "named", "carried", "A (2023)"), ("保定", "", "all", "B · digest"))
    assert csv_text(table).splitlines()[2].endswith(",B: “U”,e2")
    assert table.sources == ("A: “T”", "B: “U”")
    assert "spread.cells.csv" in table.notes[0] and "not from the original" in table.notes[1]


def test_columns_come_in_the_order_that_is_declared():
    given = {"of": ["period"], "order": ["2002"], "cell": {"of": ["basis"]}}
    heads = table_of(declared(across=given, row_sources=False), inputs(cells=CELLS), "zh").printed()[0]
    assert [head.text for head in heads] == ["市", "2002", "2001"]


def test_digests_are_named_where_rows_do_not_end_in_sources():
    table = table_of(declared(row_sources=False), inputs(cells=CELLS), "zh")
    assert [head.text for head in table.printed()[0]] == ["市"]
    assert table.notes[-1] == "读自本项目摘编而非原文的来源：乙。"


def test_two_rows_in_one_cell_are_refused():
    twice = [*CELLS, cell("北京", 1, "named")]
    with pytest.raises(NothingToShow, match="fall into one cell"):
        table_of(MATRIX, inputs(cells=twice, totals=[]), "zh")


def test_a_missing_cell_of_a_matrix_and_a_row_without_sources_show_a_dash():
    table = table_of(MATRIX, inputs(cells=[*CELLS[:2], CELLS[2]], totals=[]), "zh")
    assert table.printed()[1][1] == ("保定", "", "–", "–")


SHARES = [
    {"of": ["option"], "head": HEAD},
    {"of": ["comparator", "share"], "head": HEAD, "words": {"=": {"zh": "", "en": ""}, "~": {"zh": "约", "en": "about "}}},
    {"of": ["n"], "head": HEAD},
    {"of": ["interval_low", "interval_high"], "join": "–", "digits": 1, "head": HEAD},
]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "language", "shown"),
    [
        (answer("92", n=2406, interval_low=90.341, interval_high=93.465), "zh", ("选项", "92", "2,406", "90.3–93.5")),
        (answer("5.1", "~"), "en", ("answer", "about 5.1", "–", "–")),
        (answer("1/3"), "zh", ("选项", "0.3333", "–", "–")),
    ],
)  # fmt: skip
def test_cells_join_columns_in_the_language_of_the_table(row, language, shown):
    table = table_of(declared(table="answers", columns=SHARES), inputs(answers=[row]), language)
    assert table.printed()[1][0][:4] == shown
    assert [head.align for head in table.printed()[0]][:4] == ["left", "right", "right", "right"]


def test_a_share_of_one_is_shown_as_percent_and_null_as_nothing_known():
    columns = [
        {"of": ["source_id"], "form": "source", "head": HEAD},
        {"of": ["share"], "percent": True, "digits": 1, "head": HEAD},
        {"of": ["list_ids"], "head": HEAD},
    ]
    rows = [share("s1", 1, 41, 0.0244), share("s2", 0, 4, None)]
    table = table_of(declared(table="shares", columns=columns), inputs(shares=rows), "zh")
    assert [row[:3] for row in table.printed()[1]] == [("甲（2023）", "2.4", "–"), ("乙", "–", "–")]


@pytest.mark.parametrize(
    ("value", "digits", "percent", "shown"),
    [(0.0625, 1, True, "6.3"), (-0.0625, 1, True, "-6.3"), (0.005, 2, False, "0.01"), (1476, None, False, "1,476"),
     (Fraction(2, 3), 2, False, "0.67"), (0.0, 1, True, "0.0"), (12345.6, 0, False, "12,346")],
)  # fmt: skip
def test_numbers_are_rounded_as_people_do(value, digits, percent, shown):
    assert number_text(value, digits, percent) == shown


@given(st.fractions(min_value=-1000, max_value=1000), st.integers(0, 4))
def test_a_rounded_number_is_at_most_half_a_digit_away(value, digits):
    shown = Fraction(number_text(value, digits, False).replace(",", ""))
    assert abs(shown - value) <= Fraction(1, 2 * 10**digits)
    assert number_text(-value, digits, False).lstrip("-") == number_text(value, digits, False).lstrip("-")


def test_where_chooses_rows_and_first_says_how_many_there_are():
    data = inputs(cells=CELLS)
    assert len(table_of(declared(where={"adopted": ["true"]}), data, "zh").rows) == 3
    table = table_of(declared(first=1), data, "zh")
    assert len(table.rows) == 1 and table.notes[0] == "所列为前1行，共4行。"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"analysis": "spraed"}, "did you mean 'spread'"),
        ({"table": "cell"}, "did you mean 'cells'"),
        ({"columns": [{"of": ["unti"], "head": HEAD}]}, "did you mean 'unit'"),
        ({"where": {"levle": ["city"]}}, "did you mean 'level'"),
        ({"where": {"level": ["county"]}}, "spread.cells.csv"),
    ],
)
def test_what_is_not_there_is_named_and_the_other_tables_are_made(tmp_path, given, words):
    wrong, right = declared(id="wrong", **given), declared(id="right")
    (problem,) = build_tables([wrong, right], inputs(cells=CELLS), tmp_path)
    assert problem.where == "table wrong" and words in f"{problem.what} {problem.todo}"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"right.{language}.{ending}" for language in ("en", "zh") for ending in ("csv", "md", "tex")
    ]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ("colums: []", "did you mean 'columns'"),
        ("columns: [{of: [unit], head: {zh: 市}}]", "columns[0].head has no text in en"),
        ("columns: [{of: [basis], head: {zh: 市, en: C}, words: {named: {zh: 点名}}}]", "words of 'named'"),
        ("columns: [{of: [unit], head: {zh: 市, en: C}, form: place}]", "form"),
    ],
)
def test_a_mistake_in_a_declaration_is_named(tmp_path, changed, words):
    path = tmp_path / "tables.yaml"
    text = f"{{id: x, kind: analysis, analysis: a, table: cells, title: {{zh: 表, en: T}}, {changed}}}"
    path.write_text(f"tables:\n  - {text}\n", encoding="utf-8")
    valid, problems = read_tables(path)
    assert valid == []
    assert words in " ".join(f"{problem.what} {problem.todo}" for problem in problems)


def test_long_heads_of_a_matrix_are_broken_in_latex():
    across = {"of": ["period"], "wraps": True, "cell": {"of": ["basis"]}}
    text = latex_text(table_of(declared(across=across, row_sources=False), inputs(cells=CELLS), "zh"))
    assert text.count(r"\raggedright") == 2
