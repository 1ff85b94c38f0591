"""One odd token never loses more than its own sentence, and nothing makes the extraction fail."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from suyuan.document import Block, Document, Span
from suyuan.facts import Extraction, Knowledge, extract_facts

Read = Callable[..., Extraction]

ODD = [
    "\ufffd", "\ue011", "\x00", "\x07", "\u200b", "\u200f", "\u202e", "\u2066", "😀",
    "👨‍👩‍👧", "½", "①", "⑳", "㊀", "㈠", "⒈", "Ⅻ",
    "（", "）", "((", "】", "《", "”", "[[3]]", "［12", "〔原文", "</td>",
    "<sup>3", "|", "\t", "……", "——", "~~", "%%", "‰", "∞",
    "1.2.3.4", "1,2,3,4,5", "12,34", "1 2 3 4", "０.０.０", "-5--3", "+-5",
    "1/0", "0/0", "1e999", "0000000", "2×10^", "x10", "10²³",
    "100000000000000000000亿", "9" * 400, "一" * 200, "亿" * 30, "万亿亿", "十十",
    "零点零零", "三分之", "分之三", "百分之", "3万4千5百6十",
    "约近超不足", "二〇二五", "2023年13月45日", "年月日", "〇", "廿", "\u0661\u0662",
    "๑๒", "𝟏𝟐", "NaN", "¥", "US$", "°", "㎡",
]  # fmt: skip
CELLS = [
    *ODD,
    "5",
    "12.5",
    "3-7",
    "四川",
    "2023年",
    "企业",
    "家",
    "%",
    "项目",
    "单位",
    "产值（亿元）",
    "比上年增长%",
    "其中：城镇",
    "合计",
    "",
]
FRAMES = ["其他情况为{}，另有说明。", "{}。", "本地有{}项工作。", "另有{}家，增长{}%。"]
BEFORE = "2021年四川省发布标准5项，占比40%。"
AFTER = "2022年湖南省有企业120家，产值3.5亿元。"


def told(facts: Extraction) -> list[tuple[object, ...]]:
    """What the facts say, without where they stand."""
    return [
        (f.surface, f.value, f.value_min, f.value_max, f.unit, f.comparator, f.time, f.time_kind, f.area, f.measure, f.breakdown)
        for f in facts.facts
    ]  # fmt: skip


@pytest.fixture(scope="module")
def alone(read: Read) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    before, after = told(read(BEFORE)), told(read(AFTER))
    assert len(before) == len(after) == 2
    return before, after


@pytest.mark.parametrize("token", ODD)
def test_an_odd_token_leaves_the_other_sentences_alone(read: Read, alone, token: str) -> None:
    before, after = alone
    for frame in FRAMES:
        odd = frame.replace("{}", token)
        for found in (told(read(BEFORE + odd + AFTER)), told(read(BEFORE, odd, AFTER))):
            assert found[:2] == before, odd
            assert found[-2:] == after, odd


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(ODD), min_size=1, max_size=4).map("".join))
def test_odd_tokens_together_leave_the_other_paragraphs_alone(read: Read, alone, tokens: str) -> None:
    before, after = alone
    found = told(read(BEFORE, f"另有{tokens}项", AFTER))
    assert found[:2] == before and found[-2:] == after


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\n\r"), max_size=40))
def test_any_text_leaves_the_paragraphs_before_it_alone(read: Read, alone, text: str) -> None:
    before, _ = alone
    assert told(read(BEFORE, text))[:2] == before


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from(CELLS), max_size=4), min_size=1, max_size=5))
def test_odd_cells_never_fail(knowledge: Knowledge, alone, rows: list[list[str]]) -> None:
    """A table of odd cells says what it says, and the paragraph before it is read as ever."""
    lines = [BEFORE, *("\t".join(cell.replace("\t", " ") for cell in row) or "-" for row in rows)]
    text, blocks = "", []
    for line in lines:
        span = (Span(len(text), len(text) + len(line)),)
        blocks.append(Block("table", span, table="table-1") if text else Block("paragraph", span))
        text += line + "\n"
    made = Document("demo", "text", "demo.txt", "0" * 64, "text", text, tuple(blocks))
    assert told(extract_facts(made, knowledge))[:2] == alone[0]
