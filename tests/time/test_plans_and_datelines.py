"""What a plan says of what there is, and heads of news without a reporter. ▲ marks the first character of each quantity."""

from __future__ import annotations

import pytest

from facts.fact_documents import make_document
from report_times import times_of
from suyuan.flow import make_flows
from suyuan.time.datelines import end_of_head, find_dateline, is_news

PLAN = "学前教育三年行动计划（2023-2025年）"
OF_PLANS = [
    ("全市现有学校▲120所，在校生▲3万人。", [None, None]),
    ("目前，已建成学校▲30所。", [None]),
    ("常住人口▲300万人。", [None]),
    ("新建学校▲20所。", ["2023/2025"]),
    ("现有学校▲120所，新建学校▲20所。", [None, "2023/2025"]),
    ("现有学校▲120所。新增学位▲500个。", [None, "2023/2025"]),
    ("2022年，全市现有学校▲120所。", ["2022"]),
]


@pytest.mark.parametrize(("text", "wanted"), OF_PLANS, ids=[case[0] for case in OF_PLANS])
def test_what_there_is_before_a_plan(text: str, wanted: list[str | None]) -> None:
    assert times_of(text, title=PLAN, told=None) == wanted


HEADS = [
    # head, date of it, what the news begin with
    ("本报杭州2023年6月2日电　6月1日，省领导调研。", ("2023", 6, 2), "6月1日"),
    ("新华社北京2024年7月15日电 32家企业参会。", ("2024", 7, 15), "32家"),
    ("新华社北京7月15日电“双减”推进。", (None, 7, 15), "“双减”"),
    ("新华社北京2024年7月15日电（记者甲乙）去年，", ("2024", 7, 15), "去年"),
    ("2024年7月15日，企业发电32万千瓦时。", None, None),
    ("2024年7月15日电，", None, None),
]


@pytest.mark.parametrize(("text", "date", "begin"), HEADS, ids=[case[0] for case in HEADS])
def test_heads_of_news(text: str, date: tuple[str | None, int, int] | None, begin: str | None) -> None:
    flows = make_flows(make_document(text, title="调研"))
    line = find_dateline(flows)
    assert (line and (line.year, line.month, line.day)) == date
    assert is_news(flows) is (date is not None)
    plain = next(flow.text for flow in flows if flow.block.kind == "paragraph")
    assert begin is None or plain[end_of_head(plain) :].startswith(begin)


def test_years_in_news_without_a_reporter() -> None:
    text = "本报杭州2023年6月2日电6月1日，领导调研企业▲5家。去年，投入▲3亿元。今年一季度，产值▲2亿元。"
    assert times_of(text, title="领导调研", told=None) == ["2023-06-01", "2022", "2023-01/2023-03"]
