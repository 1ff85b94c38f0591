"""From a document to facts and ledger."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facts.fact_documents import make_document
from suyuan.facts import Extraction, Knowledge, extract_facts, fact_json
from suyuan.facts.breakdowns import load_dimensions
from suyuan.quantities.scan import find_numerals

Read = Callable[..., Extraction]


def test_only_the_body_gives_facts_but_all_numerals_are_in_the_ledger(read: Read) -> None:
    extraction = read(
        ("heading", "2.1 建成3个平台"),
        "截至2023年底，企业有75家[3]，占15%~20%。",
        ("note", "收稿日期：2018-01-12，基金号4159"),
        ("reference", "[1] 王某. 标准，2018，38(12)：5-9。"),
        ("furniture", "第12期"),
        ("advertising", "立减50元"),
        ("caption", "图1 企业75家"),
    )
    assert [(f.surface, f.block) for f in extraction.facts] == [
        ("3个", "heading"), ("75家", "paragraph"), ("15%~20%", "paragraph"), ("75家", "caption"),
    ]  # fmt: skip
    classes = {(row.surface, row.numeral_class) for row in extraction.numerals}
    assert {("12", "furniture"), ("50", "advertising"), ("38", "reference"), ("3", "reference")} <= classes
    assert {("75", "fact"), ("15", "fact"), ("20", "fact")} <= classes
    assert all(row.reason for row in extraction.numerals if row.numeral_class == "unread")


WORDS = st.sampled_from(
    ["企业", "75", "3.5", "%", "项", "。", "，", "、", "2023年", "第三", "增长", "占", "和", "分别", "（", "）",
     "约", "15,953", "万元", "北京市", "一是", "GB/T 1234", "近", "至", "亿", "半", " ", "《", "》", "三地", "~", "/km2"]
)  # fmt: skip


KNOWLEDGE = cache(Knowledge.load)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=25))
def test_every_numeral_has_exactly_one_row(words: list[str]) -> None:
    document = make_document("".join(words), ("furniture", "".join(reversed(words))))
    rows = extract_facts(document, KNOWLEDGE()).numerals
    covered = Counter(at for row in rows for at in range(row.start, row.end))
    assert not [at for at, count in covered.items() if count > 1]
    for numeral in find_numerals(
        document.text
    ):  # text is ASCII and Chinese: positions are those of the flows
        if numeral.kind == "arabic" and document.text[max(0, numeral.start - 1)] not in "km":
            assert any(at in covered for at in range(numeral.start, numeral.end)), document.text


@pytest.mark.parametrize("text", ["，75企业", "，，合计6.9万件", "；为11亿元", "，占62.1%。"])
def test_a_sentence_may_begin_with_a_mark(read: Read, text: str) -> None:
    assert len(read(text).facts) == 1


def test_numerals_of_reference_marks_have_rows_of_their_own(read: Read) -> None:
    rows = read("[7]", "企业有75[3]家〔原文2.1〕。", ("note", "见文献[4-5]")).numerals
    assert [(row.surface, row.numeral_class) for row in rows] == [
        ("7", "reference"), ("75", "fact"), ("3", "reference"), ("2.1", "citation"), ("4", "reference"), ("5", "reference"),
    ]  # fmt: skip


def test_offsets_sentence_section_and_locator(knowledge: Knowledge) -> None:
    document = make_document("前言。全国有企业\n75家，占１５％。", section=("一", "二"))
    first, second = extract_facts(document, knowledge).facts
    assert document.text[first.start : first.end] == first.surface == "75家"
    assert second.surface == "１５％" and second.value == 15
    assert first.sentence == "全国有企业75家，占１５％。"
    assert first.section == "一 / 二"
    assert first.locator.kind == "text" and first.told == "2024-05-06"


def test_a_fact_over_two_spans_leaves_the_intruder_out(knowledge: Knowledge) -> None:
    from suyuan.document import Block, Document, Span

    text = "合同金额3200余\n第 3 期\n万元。"
    head, tail = text.index("\n第"), text.index("万元")
    document = Document(
        "demo", "text", "demo.txt", "0" * 64, "text", text,
        (Block("paragraph", (Span(0, head), Span(tail, len(text)))), Block("furniture", (Span(head + 1, tail - 1),))),
    )  # fmt: skip
    extraction = extract_facts(document, knowledge)
    (fact,) = extraction.facts
    assert (fact.surface, fact.value, fact.measure) == ("3200余万元", 32000000, "合同金额")
    assert {row.numeral_class for row in extraction.numerals} == {"fact", "furniture"}


def test_ids_are_unique_and_stay_when_lines_break_otherwise(knowledge: Knowledge) -> None:
    text = "企业有75家，学校有75所。企业有75家，学校有75所。"
    ids = [fact.fact_id for fact in extract_facts(make_document(text), knowledge).facts]
    assert len(set(ids)) == len(ids) == 4
    broken = make_document("企业有\n75家，学\n校有75所。企业有75家，\n学校有75所。")
    assert [fact.fact_id for fact in extract_facts(broken, knowledge).facts] == ids


def test_citation_mark_of_a_digest(read: Read) -> None:
    (fact,) = read("三地制定标准75项〔原文2.2(1)〕，成效明显。").facts
    assert fact.cited_at == "2.2(1)"


def test_json_line(read: Read) -> None:
    (fact,) = read("完成三分之一。四川企业增加15%~20%。").facts[:1]
    row = json.loads(json.dumps(fact_json(fact), ensure_ascii=False))
    assert json.dumps(row["value"]) == "33.3333333333"
    assert row["value_exact"] == "100/3"
    assert row["page"] is None and row["bbox"] is None and row["area"] == []
    wanted = {
        "start", "end", "surface", "value", "value_min", "value_max", "low", "high", "comparator", "unit", "time",
        "time_kind", "area", "measure", "breakdown", "nature", "page", "bbox", "block", "edition", "section",
        "sentence", "method", "status", "cited_at",
    }  # fmt: skip
    assert wanted <= set(row)
    (other,) = read("四川企业增加15%~20%。").facts
    assert (fact_json(other)["value"], fact_json(other)["value_min"], fact_json(other)["value_max"]) == (
        None,
        15,
        20,
    )
    assert isinstance(other.value_min, Fraction)


def test_subject_tables_are_read_from_a_folder(tmp_path: Path) -> None:
    (tmp_path / "areas.csv").write_text(
        "name,full_name,kind,parent,members,aliases,seat,source\n澄湖,澄湖市,prefecture,江苏,,,,invented\n",
        encoding="utf-8",
    )
    (tmp_path / "dimensions.yaml").write_text(
        "dimensions:\n  形式:\n    线上: [线上, 网络]\n", encoding="utf-8"
    )
    extraction = extract_facts(make_document("澄湖举办网络展览12场。"), Knowledge.load(tmp_path))
    assert [(f.area, f.breakdown) for f in extraction.facts] == [(("澄湖",), {"形式": "线上"})]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("dimension: {}\n", "d.yaml: the key 'dimensions'"),
        ("dimensions:\n  形式: [线上]\n", "d.yaml: line 2: dimension '形式'"),
        ("dimensions:\n  形式:\n    线上: 网络\n", "d.yaml: line 3: 形式 / 线上: a list"),
        ("dimensions:\n  年份:\n    今年: [2024]\n", "d.yaml: line 3: 年份 / 今年: 2024 is no word"),
        ("dimensions:\n  形式:\n    线上: [网络]\n    线上: [远程]\n", "d.yaml: line 4: .*twice"),
        ("dimensions: [\n", "d.yaml: line 2"),
    ],
)
def test_a_wrong_table_of_dimensions(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "d.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        load_dimensions(path)


@pytest.mark.parametrize(
    ("text", "area", "category"),
    [
        ("京津冀区域协同地方标准为71项；2021年为60至65项。", "京津冀", "区域协同地方标准"),
        ("长三角区域协同地方标准为20项。", "长三角", "区域协同地方标准"),
        ("京津冀区域制定地方标准20项。", "京津冀", "地方标准"),
    ],
)
def test_the_ending_of_a_place_does_not_cut_a_category(
    tmp_path: Path, text: str, area: str, category: str
) -> None:
    path = tmp_path / "dimensions.yaml"
    path.write_text(
        "dimensions:\n  类别:\n    区域协同地方标准: [区域协同地方标准]\n    地方标准: [地方标准]\n",
        encoding="utf-8",
    )
    facts = extract_facts(make_document(text), Knowledge.load(tmp_path)).facts
    assert {(fact.area, fact.breakdown["类别"]) for fact in facts} == {((area,), category)}


def test_no_and_on_are_words_in_a_table_of_dimensions(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text("dimensions:\n  答复:\n    no: [no, off]\n", encoding="utf-8")
    assert load_dimensions(path).dimensions["答复"] == {"no": ("no", "off")}


def test_the_same_document_gives_the_same_facts(knowledge: Knowledge) -> None:
    document = make_document("北京市、天津市分别有57和14项，其中区县47个，占202个区县的23%。")
    assert extract_facts(document, knowledge) == extract_facts(document, knowledge)
