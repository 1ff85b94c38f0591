"""Times told in passing: each governs its own number and nothing after it. ▲ marks the first character of each quantity."""

import re

import pytest

from suyuan.document import Block, Document, DocumentDates, Span
from suyuan.flow import make_flows
from suyuan.time import assign_document, find_times

NUMBER = re.compile(r"▲[\d.]+(?:亿元|万个|万人|天|所|倍|人|个|项|%|张)")


def document(paragraphs, kinds, dates):
    """A document of the given paragraphs (kinds: the kind of those that are none)."""
    text, blocks = "", []
    for index, paragraph in enumerate(paragraphs):
        kind = (kinds or {}).get(index, "paragraph")
        level = 1 if kind == "heading" else None
        blocks.append(Block(kind, (Span(len(text), len(text) + len(paragraph)),), level=level))
        text += paragraph + "\n"
    return Document("s", "text", "s.txt", "0" * 64, "text", text, tuple(blocks), dates=dates)


def years(*paragraphs, kinds=None, told=None):
    """EDTF of the marked quantities of a document of the paragraphs, in order."""
    plain = [part.replace("▲", "") for part in paragraphs]
    doc = document(plain, kinds, DocumentDates(published=told))
    flows = make_flows(doc)
    assert [flow.text for flow in flows] == plain, "test text must be normal already"
    spans = [
        [(match.start() - i, match.end() - i - 1) for i, match in enumerate(NUMBER.finditer(part))]
        for part in paragraphs
    ]
    return [item.edtf for row in assign_document(doc, flows, spans) for item in row]


CASES = [
    # 由T的A降至B: B and what follows keep the governing time
    ("平均住院日由2023年的▲7.2天降至▲6.5天。床位▲80张。", ["2023", None, None]),
    ("2024年，平均住院日由2023年的▲7.2天降至▲6.5天，床位▲80张。", ["2023", "2024", "2024"]),
    ("2024年，平均住院日由2023年底的▲7.2天，降至▲6.5天。", ["2023-12", "2024"]),
    ("藏书从2019年的▲30万个增加到▲45万个，读者▲9万人。", ["2019", None, None]),
    ("藏书从2019年的▲30万个增加到2024年的▲45万个。", ["2019", "2024"]),
    ("2024年从2023年的▲8所增加到▲12所。", ["2023", "2024"]),
    ("2024年末，床位由2020年的▲400张增至▲500张。全年新增▲20张。", ["2020", "2024-12", "2024"]),
    # T的N倍: a base of comparison
    ("截至2024年底，充电桩▲12.5万个，是2020年的▲4.3倍。全年新增▲3万个。", ["2024-12", "2024-12", "2024"]),
    ("2024年，读者达到2020年的近▲2倍，活动▲30个。", ["2024", "2024"]),
    ("借阅量增长到2019年的▲3倍。", [None]),
    ("2024年，借阅▲9万人，相当于2019年的▲80%。全年活动▲30个。", ["2024", "2024", "2024"]),
    ("2024年，诊疗量恢复到2019年的▲95%。全年手术▲3个。", ["2024", "2024"]),
    ("2024年，馆藏▲50万个，2020年以来累计新增▲9万个。全年活动▲3个。", ["2024", "2020/..", "2024"]),
    (
        "充足率从2007年底的▲8%提升到2012年底的▲13%，不良率由▲6%下降到▲1%。",
        ["2007-12", "2012-12", "2007-12", "2012-12"],
    ),
    # 比, 较, 同T相比
    ("2024年，借阅▲20万人，同2021年相比增加▲5万人。活动▲30个。", ["2024", "2021/2024", "2024"]),
    ("2024年读者▲9万人，与2023年基本持平。全年活动▲30个。", ["2024", "2024"]),
    ("2024年读者▲9万人，较2019年的▲7万人增加▲2万人。", ["2024", "2019", "2019/2024"]),
    ("与2023年相比，读者增加▲5万人。活动▲30个。", [None, None]),
    # T为N: a contrast
    ("2024年，新建学校▲12所，2023年为▲8所。全年招生▲300人。", ["2024", "2023", "2024"]),
    ("2024年，新建学校▲12所（2023年为▲8所）。全年招生▲300人。", ["2024", "2023", "2024"]),
    ("2024年，新建学校▲12所，而2023年仅▲8所；招生▲300人。", ["2024", "2023", "2024"]),
    ("2024年，新建学校▲12所，2023年新建学校▲8所。全年招生▲300人。", ["2024", "2023", "2024"]),
    ("2024年新建学校▲12所。2023年为▲8所。全年招生▲300人。", ["2024", "2023", "2024"]),
    ("2019年为▲8所，2020年为▲9所，2021年为▲12所。", ["2019", "2020", "2021"]),
    ("2023年为▲8所。招生▲300人。", ["2023", "2023"]),
    (
        "2024年，读者▲9万人，2023年、2022年分别为▲8万人、▲7万人。全年活动▲3个。",
        ["2024", "2023", "2022", "2024"],
    ),
    ("2024年，诊疗▲50万人，上年同期为▲45万人，床位▲60张。", ["2024", "2023", "2024"]),
    # 上年, 去年, 前年 go back from the year that the text is at
    ("2024年，药品收入由上年的▲3亿元增至▲3.5亿元。", ["2023", "2024"]),
    ("2024年，药品收入由去年的▲3亿元增至▲3.5亿元。", ["2023", "2024"]),
    ("药品收入由上年的▲3亿元增至2024年的▲3.5亿元。", ["2023", "2024"]),
    ("2024年药品收入▲3.5亿元。上年为▲3亿元，前年为▲2.8亿元。", ["2024", "2023", "2022"]),
    ("2024年读者▲50万人，上年为▲45万人，前年为▲40万人。活动▲3个。", ["2024", "2023", "2022", "2024"]),
    ("2024年，新建学校▲12所。上年，新建学校▲10所。全年招生▲300人。", ["2024", "2023", "2024"]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_passing(text, wanted):
    assert years(text) == wanted


@pytest.mark.parametrize("told", ["2025-03-01", "2026-02-01"])
def test_an_explicit_year_goes_before_the_telling(told):
    text = "2024年药品收入▲3.5亿元。上年为▲3亿元，前年为▲2.8亿元。"
    assert years(text, told=told) == ["2024", "2023", "2022"]


def test_without_one_last_year_goes_back_from_the_telling():
    assert years("2014年签署协议。去年，标准达到▲5项。", told="2024-03-01") == ["2023"]


def test_a_report_dates_what_its_comparisons_do_not():
    paragraphs = [
        "某市2024年统计公报",
        "平均住院日由2023年的▲7.2天降至▲6.5天。",
        "上年末床位▲5张。全年诊疗▲9人。",
    ]
    assert years(*paragraphs, kinds={0: "title"}) == ["2023", "2024", "2023-12", "2024"]


def test_a_new_section_does_not_go_on_with_a_contrast():
    found = years(
        "2024年，新建学校▲12所，2023年为▲8所。", "二、招生", "全年招收学生▲300人。", kinds={1: "heading"}
    )
    assert found == ["2024", "2023", "2024"]


def test_last_year_goes_back_from_the_heading():
    found = years(
        "某馆2024年工作报告", "一、2023年工作回顾", "藏书由上年的▲30万个增至▲45万个。", "二、2024年重点工作",
        "活动由上年的▲30个增至▲40个。", kinds={0: "title", 1: "heading", 3: "heading"},
    )  # fmt: skip
    assert found == ["2022", "2023-12", "2023", "2024"]  # what there was, and what was done in the year


def test_a_title_keeps_its_convention_and_an_explicit_year_goes_before_it():
    found = years(
        "某院2024年工作报告",
        "药品收入由上年的▲3亿元增至▲3.5亿元。",
        "2024年药品收入▲4亿元，上年为▲3亿元。",
        kinds={0: "title"},
    )
    assert found == ["2022", None, "2024", "2023"]


def test_rules_of_what_is_told_in_passing():
    rules = [t.rule for t in find_times("2024年读者由2020年的3人增至5人，是2019年的2倍；上年，建成8所。")]
    assert rules == ["date", "aside", "comparison", "lookback"]
