"""Quantities with a reference, worked by hand on a text of our own."""

import pytest

from citation_texts import TEXT, corpus, result
from suyuan.methods.citations.quantities import _ends_in_name

BEHIND = [  # quantity, where the nearest mark stands, its numbers, backed: read off the text by hand
    ("三种", "clause", (1,), True),
    ("1250张", "clause", (2,), True),
    ("36%", "front", (2,), False),  # behind the mark of the clause before, in the same sentence
    ("64%", "clause", (3, 4, 5), True),
    ("980把", "sentence", (2, 6), True),
    ("120厘米", "named", (5,), False),  # 文献[5]指出
    ("300张", "none", (), False),
    ("5000条", "clause", (9,), False),  # the list has no 9
    ("1250张", "row", (1,), True),
    ("75条", "none", (), False),
]


def test_what_stands_behind_each_quantity():
    rows = result().tables["quantities"]
    assert [(r.surface, r.basis, r.numbers, r.backed) for r in rows] == BEHIND


def test_the_references_of_a_quantity_are_the_entries_of_its_numbers():
    (row,) = [r for r in result().tables["quantities"] if r.surface == "980把"]
    assert [text.split(".")[0] for text in row.references] == ["乙某, 丙某", "己某"]
    assert row.list_id == "own#1"


def test_shares_with_their_denominators():
    rows = {r.section: r for r in result().tables["shares"]}
    whole, first, second = rows[None], rows["1 引言"], rows["2 方法"]
    assert (whole.quantities, whole.backed, whole.share) == (10, 5, 0.5)
    assert (whole.in_clause, whole.in_sentence, whole.in_row) == (4, 1, 1)
    assert (whole.without_entry, whole.named, whole.front) == (1, 1, 1)
    assert (first.quantities, first.backed, first.share) == (5, 4, 0.8)
    assert (second.quantities, second.backed, second.share) == (5, 1, 0.2)
    assert whole.found == "list and marks" and whole.list_ids == ("own#1",)
    assert "paragraphs" in whole.of


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("文献", True), ("王某等", True), ("见", True), ("如张某等人", True), ("（参见", False), ("公共服务均等", False),
        ("主要依据", False), ("指导意见", False),
    ],
)  # fmt: skip
def test_what_names_a_reference(said, named):
    assert _ends_in_name(said) is named


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("## 参考文献", "## 附表")])
def test_counts_add_up(text):
    for row in result(text).tables["shares"]:
        own = [r for r in result(text).tables["quantities"] if row.section in (None, r.section)]
        assert row.quantities == len(own)
        assert row.backed + row.without_entry == row.in_clause + row.in_sentence + row.in_row
        none = sum(r.basis == "none" for r in own)
        assert row.backed + row.without_entry + row.named + row.front + none == row.quantities


@pytest.mark.parametrize(
    ("text", "found", "faults"),
    [
        ("# 题\n\n桌子有10张，椅子有20把。\n", "none", []),
        ("# 题\n\n桌子有10张[1]，椅子有20把[2]。\n", "marks only", [("no_list", (1, 2), "cannot tell")]),
        (
            "# 题\n\n桌子有10张。\n\n## 参考文献\n\n[1] 甲某. 桌子[J]. 某刊, 2018(2): 1-9.\n",
            "list only",
            [],
        ),
    ],
)
def test_what_is_not_there_is_said_and_not_invented(text, found, faults):
    tables = result(text).tables
    assert [(f.fault, f.numbers, f.verdict) for f in tables["faults"]] == faults
    row = tables["shares"][0]
    assert (row.found, row.backed) == (found, 0)
    assert row.share == (0.0 if found == "list only" else None)


def test_a_paragraph_can_be_left_out_and_sections_be_every_heading():
    rows = result(paragraphs_without=["另有"]).tables["shares"]
    assert rows[0].quantities == 7
    deep = TEXT.replace("## 2 方法", "## 2 方法\n\n### 2.1 测量")
    assert [r.section for r in result(deep).tables["shares"]] == [None, "1 引言", "2 方法"]
    every = [r.section for r in result(deep, level=None).tables["shares"]]
    assert every == [None, "1 引言", "2 方法 / 2.1 测量"]


def test_rows_lead_to_the_words_they_rest_on():
    found = result()
    by_id = {item.evidence_id: item for item in found.evidence}
    text = corpus().documents[0].text
    for name in ("lists", "references", "marks", "quantities", "faults"):
        for row in found.tables[name]:
            assert row.evidence_ids
            for key in row.evidence_ids:
                assert text[by_id[key].start : by_id[key].end].strip()
    mark = found.tables["marks"][0]
    assert by_id[mark.evidence_ids[0]].words == mark.mark == "［1］"


def test_tables_are_the_same_again():
    method_rows = {name: list(rows) for name, rows in result().tables.items()}
    assert method_rows == {name: list(rows) for name, rows in result().tables.items()}
