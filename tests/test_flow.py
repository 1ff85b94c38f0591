"""Flow: what normalising changes, what it keeps, and that every character still knows where it was printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.document import Block, Span
from suyuan.flow import Flow, make_flow


def flow_of(text: str, *spans: tuple[int, int]) -> Flow:
    chosen = tuple(Span(*span) for span in spans) or (Span(0, len(text)),)
    return make_flow(text, Block("paragraph", chosen))


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("１．６７ 亿元 ／ ｋｍ２", "1.67亿元/km2"),
        ("共１０２９家", "共1029家"),
        ("投入15,953万元,排第四", "投入15,953万元，排第四"),
        ("投入15，953万元，排第四", "投入15,953万元，排第四"),
        ("2019,2020,2021年", "2019，2020，2021年"),
        ("共２，４０６家", "共2,406家"),
        ("W2，120 mm", "W2，120 mm"),
        ("CO2,350 ℃时", "CO2，350°C时"),
        ("RMB1,200", "RMB1,200"),
        ("n=30， 120例", "n=30，120例"),
        ("回收1 476份", "回收1 476份"),
        ("32\n年间", "32年间"),
        ("习\n\n近平", "习近平"),
        ("2016—2023年", "2016-2023年"),
        ("15％～20％", "15%~20%"),
        ("−2.3%", "-2.3%"),
        ("10²", "10²"),
        ("25㎡", "25m2"),
        ("标准化 Smith and Li 认为", "标准化Smith and Li认为"),
        ("⼿段", "手段"),
        ("(见上);是", "（见上）；是"),
        ("", ""),
        ("　　段首", "段首"),
        ("数据 95% CI 1.2", "数据95%CI 1.2"),
    ],
)
def test_normal_form(printed, normal):
    assert flow_of(printed).text == normal


@pytest.mark.parametrize(
    ("printed", "normal", "marks"),
    [
        ("５０３ 家［１９］。", "503家。", ["［１９］"]),
        ("能\n力［１２⁃１３］。", "能力。", ["［１２⁃１３］"]),
        ("趋势<sup>[1-3]</sup>。", "趋势。", ["<sup>[1-3]</sup>"]),
        ("值[2]1329.65元", "值1329.65元", ["[2]"]),
        ("为5[2]30个", "为5 30个", ["[2]"]),
        ("标准75项〔原文2.2〕，", "标准75项，", ["〔原文2.2〕"]),
        ("国发〔2015〕12号", "国发〔2015〕12号", []),
    ],
)
def test_marks_are_taken_out_and_kept(printed, normal, marks):
    flow = flow_of(printed)
    assert flow.text == normal
    assert [mark.text for mark in flow.marks] == marks


def test_a_running_head_inside_a_sentence_is_left_out():
    text = "设立机构\n3 12期 某某等:题目\n503家。"
    flow = flow_of(text, (0, 5), (17, len(text)))
    assert flow.text == "设立机构503家。"
    start = flow.text.index("503家")
    assert text[slice(*flow.span(start, start + 4))] == "503家"


def test_the_citation_mark_belongs_to_the_figure_before_it():
    flow = flow_of("北京1873项、天津989项〔原文2.2〕。另有776项〔原文3.3〕。")
    assert flow.cited_at(flow.text.index("1873")) == "2.2"
    assert flow.cited_at(flow.text.index("776")) == "3.3"
    assert flow_of("有776项。后文〔原文3.3〕。").cited_at(1) is None


@given(st.text(alphabet="一项12３,，.。 \n[]〔〕原文年km²～—３％()a", max_size=80))
def test_offsets_point_into_the_text_and_never_run_backwards(text):
    flow = flow_of(text)
    assert len(flow.text) == len(flow.offsets)
    assert list(flow.offsets) == sorted(flow.offsets)
    assert all(0 <= offset < len(text) for offset in flow.offsets)
    if flow.text:
        start, end = flow.span(0, len(flow.text))
        assert 0 <= start < end <= len(text)


@given(st.text(alphabet="一项12３,，.。 \n年km²～—３％()a", max_size=80))
def test_no_digit_is_lost(text):
    printed = [c for c in text if c.isdecimal()]
    assert len([c for c in flow_of(text).text if c.isdecimal()]) == len(printed)
