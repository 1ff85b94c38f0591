"""Times of accounts, white papers and plans that no study and no communiqué is. ▲ marks the first character of each quantity."""

from __future__ import annotations

import pytest

from report_times import times_of
from suyuan.time import find_times, resolve
from suyuan.time.own_period import plan_years

SURVEY = "全市企业景气调查报告（2024年第一季度）"
QUARTER = "2024-01/2024-03"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("景气指数为▲112，比上季度下降▲1点。", [QUARTER, QUARTER]),
        ("一季度，户均收入▲186万元，同比增长▲4%，增速比上年四季度加快▲2个百分点。", [QUARTER] * 3),
        ("3月11日至22日，发放问卷▲1200份。", ["2024-03-11/2024-03-22"]),
        ("3月末，员工▲86人。", ["2024-03"]),
        ("对二季度形势，预计好转的占▲36%。", ["2024-04/2024-06"]),
        ("力争年底前服务企业▲5000家。", ["2024-12"]),
        ("2023年，户均收入▲700万元。", ["2023"]),
    ],
)
def test_an_account_of_a_quarter(text: str, wanted: list[str]) -> None:
    assert times_of(text, title=SURVEY, told=None) == wanted


def test_years_of_an_account_and_its_now() -> None:
    title = "2019-2023年交通事故审判白皮书"
    text = "五年来，受理案件▲2865项。其中，调解▲1642项。2023年受理▲418项，比上年下降▲12%。"
    assert times_of(text, title=title, told=None) == ["2019/2023", "2019/2023", "2023", "2023"]


WHITE = "某产业发展白皮书"


@pytest.mark.parametrize(
    ("paragraphs", "wanted"),
    [
        # a year told behind the statement leaves open which of them goes on
        (("2022年，销售▲3万辆。进入2023年，1-6月销售▲5130辆。", "从场景看，短途占▲80%。"), ["2022", "2023-01/2023-06", None]),
        (("2022年，销售▲3万辆，占▲5%。", "从场景看，短途占▲80%。"), ["2022", "2022", "2022"]),
        # a mean of years dates no level behind it; a look at the other side is of no year told before
        (("2025年销量达▲4万辆，2022-2025年年均增长▲54%；保有量将超过▲1500座。",), ["2025", "2022/2025", "2025"]),
        (("从成本看，2022年费用占▲15%。也要看到，单件成本约▲2元。",), ["2022", None]),
        (("从成本看，2022年费用占▲15%。单件成本约▲2元。",), ["2022", "2022"]),
        # three goals, then what is to be done
        (("三、发展目标", "到2025年，达到▲65个。", "到2030年，达到▲80个。", "到2035年，达到▲90个。", "为此，拟选择▲100个。"),
         ["2025", "2030", "2035", None]),
        (("三、发展目标", "到2025年，达到▲65个。", "为此，拟选择▲100个。"), ["2025", "2025"]),
        # what part of them began after a year
        (("近▲7成成立于2021年以后。",), [None]),
        (("2019年以来，成立▲7家。",), ["2019/.."]),
    ],
)  # fmt: skip
def test_white_papers(paragraphs: tuple[str, ...], wanted: list[str | None]) -> None:
    assert times_of(*paragraphs, title=WHITE, told=None) == wanted


@pytest.mark.parametrize(
    ("title", "head", "years"),
    [
        ("某市数字经济三年行动计划（2023-2025年）", [], "2023/2025"),
        ("2023-2025年城市更新行动方案", [], "2023/2025"),
        ("城市更新实施方案", ["（2023-2025年）"], "2023/2025"),
        ("某市总体规划（2021-2035年）", [], "2021/2035"),
        ("2024年行动计划", [], None),
        ("某市城市更新实施方案", ["（2023年5月）"], None),
        ("2019-2023年工作情况", [], None),
    ],
)
def test_years_in_the_title_of_a_plan(title: str, head: list[str], years: str | None) -> None:
    assert plan_years(title, [title, *head]) == years


def test_goals_of_such_a_plan_are_of_its_years() -> None:
    found = times_of(
        "一、任务",
        "打造街区▲10条。到2024年，改造▲8个。",
        "二、现状",
        "现有街区▲3条。",
        title="街区三年行动方案（2023-2025年）",
        told=None,
    )
    assert found == ["2023/2025", "2024", None]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“十五”计划指标没有全部实现，排放量增加▲28%。", "2001/2005"),
        ("“十三五”规划目标任务全面完成，森林覆盖率提高▲3%。", "2016/2020"),
        ("“十四五”规划目标明确，排放量增加▲28%。", None),
    ],
)
def test_a_look_back_at_a_plan_is_of_its_years(text: str, wanted: str | None) -> None:
    assert times_of(text, title="某地形势", told=None) == [wanted]


def test_a_change_from_before_the_years_of_a_heading() -> None:
    heading = "一、“十三五”时期发展成就"
    change = times_of(heading, "普及率比2015年提高▲17%，新建学校▲43个。", told="2021-01-18")
    assert change == ["2015/2020", "2016/2020"]
    told = times_of(heading, "2019年，普及率达▲88%，比2015年提高▲17%。", told="2021-01-18")
    assert told == ["2019", "2019"]


@pytest.mark.parametrize(
    ("text", "told", "wanted"),
    [
        ("一季度", "2024-03-25", "2024-01/2024-03"),
        ("3月", "2024-03-25", "2024-03"),
        ("3月28日", "2024-03-25", "2023-03-28"),
        ("二季度", "2024-03-25", "2023-04/2023-06"),
    ],
)
def test_months_that_are_not_over_when_they_are_told(text: str, told: str, wanted: str) -> None:
    assert [time.edtf for time in resolve(find_times(text), told=told, previous=None)] == [wanted]
