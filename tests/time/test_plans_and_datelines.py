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


AIMS = [
    # what is aimed at behind a year that was is of the horizon that the paragraph told, else of the plan, else of none
    ("到2026年，产值▲18亿元。2022年，产值▲6亿元。力争新增▲9家，确保减少▲2家。", PLAN, ["2026", "2022", "2026", "2026"]),
    ("2021年，床位▲5张。计划引进教师▲12名。", PLAN, ["2021", "2023/2025"]),
    ("2023年，并网▲60家。力争再治理▲8家，确保提高▲6%。", "某市光伏情况汇报", ["2023", None, None]),
    ("2023年，产值▲21亿元，力争突破▲30亿元。", "某县茶业情况", ["2023", None]),
    ("2022年，中心▲64个。到2025年，覆盖率应达到▲90%。确保每县改造▲2个。", "某省商业情况", ["2022", "2025", "2025"]),
    ("到2025年，覆盖率应达到▲90%。2023年，建成▲3个。投入▲2亿元。", "某省商业情况", ["2025", "2023", "2023"]),
    # not where the year is of the plan, nothing was told of it, the deed was done, or 确保 says what it was for
    ("2024年，全市将新建▲20所。力争引进教师▲30名。", "某市教育情况", ["2024", "2024"]),
    ("2021年，全市计划新建▲20所，实际建成▲15所。", "某市教育情况", ["2021", "2021"]),
    ("2022年，投入▲3亿元，确保▲12家按期开业。", "某市商贸情况", ["2022", "2022"]),
    # nor is money that was got, the name of a kind, or a plan of which the next clause tells what it came to
    ("2022年，收入▲8亿元。争取上级资金▲12亿元。争取新增企业▲3家。", "某县财政情况", ["2022", "2022", None]),
    ("2021年，造林▲18万亩。计划任务完成率▲103%。", "某市造林情况", ["2021", "2021"]),
    ("2022年，受理▲612家。拟上市企业▲312家。", "某省审核情况", ["2022", "2022"]),
    ("2022年，收入▲56亿元。计划投资▲12亿元，实际完成▲11亿元。", "某集团经营情况", ["2022", "2022", "2022"]),
    ("2022年，建成▲6所。计划新建▲12所，已建成▲9所。", "某市教育情况", ["2022", "2022", "2022"]),
    ("2023年，三年行动计划投入▲5亿元。市计划单列项目▲3个。", "某市情况", ["2023", "2023"]),
    ("2022年，产值▲21亿元。力争到2026年达到▲50亿元。", "某市情况", ["2022", "2026"]),
    # in a plan the year told before in the paragraph is that of a deed, no other year of the plan
    ("2019年，启动补水。补水▲2亿元。", PLAN, ["2019"]),
    ("2022年，下达资金▲1亿元。甲区完成造林▲2个。", PLAN, ["2022", "2022"]),
    ("2019年，启动补水。新增闸门▲20个。", PLAN, ["2023/2025"]),
    ("2022年，新增▲8家。年内新增▲20家。", "某市2023年招商工作方案", ["2022", "2022"]),
    ("年内新增▲20家。", "某市2023年招商工作方案", ["2023"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "wanted"), AIMS, ids=[case[0] for case in AIMS])
def test_aims_beside_what_was_done(text: str, title: str, wanted: list[str | None]) -> None:
    assert times_of(text, title=title, told=None) == wanted
