"""Annual and half-yearly accounts, other yearly reports, plans and news. ▲ marks the first character of each quantity."""

import pytest

from report_times import times_of
from suyuan.time import find_times, resolve
from suyuan.time.report_titles import is_of_year, months_of_title, plan_of_title

TITLES_OF_YEARS = [
    ("甲股份有限公司2022年年度报告", "2022"),
    ("乙集团2022年年度报告摘要", "2022"),
    ("某银行2021年度社会责任报告", "2021"),
    ("丙公司2023年环境、社会及治理（ESG）报告", "2023"),
    ("某县水利局2023年工作总结", "2023"),
    ("2023年度述职报告", "2023"),
    ("某公司2022年度董事会工作报告", "2022"),
    ("2023年某市生态环境状况公报", "2023"),
    ("某市2023年国民经济和社会发展统计公报", "2023"),
    ("某高校2022届毕业生就业质量年度报告", None),  # a year of pupils is no year of a report
]


@pytest.mark.parametrize(("title", "wanted"), TITLES_OF_YEARS, ids=[case[0] for case in TITLES_OF_YEARS])
def test_titles_of_reports_on_a_year(title, wanted):
    assert times_of("完成投资▲5亿元。", title=title, told=None) == [wanted]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("甲公司2023年半年度报告", "2023-01/2023-06"),
        ("甲公司2023年半年报", "2023-01/2023-06"),
        ("乙控股2022中期报告", "2022-01/2022-06"),
        ("乙控股2022年中报", "2022-01/2022-06"),
        ("丙公司2024年第一季度报告", "2024-01/2024-03"),
        ("丙公司2024年三季报", "2024-07/2024-09"),
        ("丙公司2024年年度报告", None),
        ("某市2024年中期评估报告", None),
    ],
)
def test_months_of_reports_on_less_than_a_year(title, wanted):
    assert months_of_title(title) == wanted


def test_work_reports_that_name_their_own_year():
    assert is_of_year("某公司2022年度监事会工作报告") and is_of_year("2023年度工会工作报告")
    assert not is_of_year("2023年度某县政府工作报告") and not is_of_year("2023年某法院工作报告")


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("某县国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要", "2021/2025"),
        ("某市“十三五”教育发展规划", "2016/2020"),
        ("某市十四五农业农村现代化规划", "2021/2025"),
        ("某省第十二个五年规划纲要的通知", "2011/2015"),
        ("某市十三五与十四五规划", None),
        ("某市城市总体规划", None),
        ("某市“十三五”规划实施情况报告", None),
    ],
)
def test_years_of_plans(title, wanted):
    assert plan_of_title(title) == wanted


def test_a_half_yearly_report():
    found = times_of(
        "报告期内，营业收入▲9亿元，同比增长▲4%；净利润▲1亿元，上年同期为▲2亿元；研发费用▲3亿元。",
        "本期销售家电▲9万人。期末总资产▲30亿元，较期初增长▲5%。",
        "主要产品销往▲12个国家。",
        title="甲公司2023年半年度报告",
        told="2023-08-28",
    )
    half = "2023-01/2023-06"
    assert found == [half, half, half, "2022-01/2022-06", half, half, "2023-06", "2023-06", half]


def test_states_in_accounts_are_of_the_end_of_the_period():
    found = times_of(
        "报告期内，投入研发▲9亿元。公司拥有人员▲318人，其中博士▲42人，新增▲7人。",
        "存货▲3亿元，期初为▲2亿元，增长▲5%。年初至报告期末，收入▲8亿元。据统计，上半年全国产量▲9亿元。",
        "截至期末，净利润▲1亿元，去年同期为▲2亿元。",
        title="甲公司2023年第一季度报告",
        told=None,
    )
    quarter = "2023-01/2023-03"
    assert found[:4] == [quarter, "2023-03", "2023-03", quarter]
    assert found[4:8] == [quarter, "2022-12", quarter, quarter]
    assert found[8] == "2023-01/2023-06"


def test_numbered_sentences_and_levels_before():
    found = times_of(
        "甲食品公司2021年年度报告摘要",
        "3.1截止2021年末，总资产▲9亿元，增长▲6%。",
        "3.2公司有基地▲6家。2022年，计划收入▲5亿元。",
        "应收账款期末余额▲3亿元，上期末余额▲2亿元，同比增长▲7%。",
        title=None,
        told=None,
    )
    assert found == ["2021-12", "2021-12", "2021", "2022", "2021-12", "2020-12", "2021-12"]


def test_a_report_whose_title_is_not_its_first_line():
    found = times_of(
        "某电力公司2022年度环境、社会及治理（ESG）报告", "公司投入▲9亿元。", title="关于本报告", told=None
    )
    assert found == ["2022"]


def test_annual_accounts():
    found = times_of(
        "费用▲3亿元，上年同期为▲2亿元；现金净流出▲9亿元，上年为净流出▲7亿元；筹资净流入▲5亿元。",
        "2020年募集资金▲9亿元，已使用▲7亿元，尚未使用的▲2亿元存放于专户。",
        "二期项目全部达产后，年产值可达▲8亿元，带动就业▲300人。投产后已实现收入▲2亿元。",
        title="甲公司2022年年度报告",
        told="2023-04-21",
    )
    assert found == [
        "2022", "2021", "2022", "2021", "2022", "2020", "2022-12", "2022-12", None, None, "2022",
    ]  # fmt: skip


NEWS = "新华社某市10月20日电（记者甲）"


def test_the_days_of_an_event():
    found = times_of(
        NEWS + "10月18日至20日，第五届某流域合作大会在这里举行。▲300人参会。流域全长▲900公里。",
        "流域面积▲9公里。",
        "本届大会签约项目▲80个，其中制造业▲30个。大会期间举办的招聘会吸引▲90家企业。",
        "20日下午，会旗交接。▲5家企业签约。",
        title="某流域合作大会综述",
        told="2024-10-21",
    )
    days = "2024-10-18/2024-10-20"
    assert found == [days, days, None, days, days, days, None]


OPENINGS = [
    ("第八届某博览会5月9日在某市开幕。本届博览会吸引▲90家企业。", "2024-05-09"),
    ("5月9日，某省在甲市召开全省农业工作会议。本次会议表彰▲90家企业。", "2024-05-09"),
    ("5月9日，2024某国际马拉松鸣枪开赛。本次赛事▲90家企业参与。", "2024-05-09"),
    ("5月9日，工厂开工。本届政府支持▲90家企业。", None),
    ("5月9日，某新区2024年一季度重大项目集中签约仪式举行。本次集中签约项目▲90个。", "2024-05-09"),
    ("▲90家企业参加展会。展会期间成交▲7亿元。", None),
]


@pytest.mark.parametrize(("text", "wanted"), OPENINGS, ids=[case[0] for case in OPENINGS])
def test_openings(text, wanted):
    found = times_of("本报讯（记者甲）" + text, title="某地新闻", told="2024-05-10")
    assert found[-1] == wanted


BY_NEWS = [
    ("今年前三季度，出口▲5亿元。", "2024-01/2024-09"),
    ("5年来，打通道路▲5公里。", "2019/2024"),
    ("三年来，打通道路▲5公里。", "2021/2024"),
    ("9年前，首届大会有▲5家企业。", "2015"),
    ("早在十年前，就有▲5家企业。", "2014"),
    ("去年接待▲5万人次。", "2023"),
    ("截至目前，接待▲5万人次。", "2024-10-21"),
    ("签约项目中，已开工▲5个。", "2024-10"),
    ("5年来，通达率由▲7%提高到▲9%。", "2019"),
    ("2年前后共有▲5家企业。", None),
]


@pytest.mark.parametrize(("text", "wanted"), BY_NEWS, ids=[case[0] for case in BY_NEWS])
def test_times_of_the_news(text, wanted):
    assert times_of(NEWS + "某地加快发展。", text, title="某地新闻", told="2024-10-21")[0] == wanted


def test_the_period_in_the_title_of_the_news():
    found = times_of(
        NEWS + "今年前三季度，某省出口▲5亿元。",
        "民营企业出口▲3亿元。9月当月，出口▲1亿元。",
        title="前三季度某省出口增长",
        told="2024-10-21",
    )
    assert found == ["2024-01/2024-09", "2024-01/2024-09", "2024-09"]


def test_an_event_that_closed_yesterday():
    lead = "2023年10月29日08：15来源：某日报本报讯（记者甲）昨日，为期三天的某渔博会落下帷幕。本届渔博会▲700家企业参展。"
    found = times_of(lead, "去年产量▲5亿元。“我们带来▲9个产品。”", title="某渔博会闭幕", told=None)
    assert found == ["2023-10-26/2023-10-28", "2022", None]


SAME_MONTHS = [
    ("2023年上半年利润▲5亿元，去年同期为▲3亿元。", "2022-01/2022-06"),
    ("2023年前三季度利润▲5亿元，上年同期为▲3亿元。", "2022-01/2022-09"),
    ("2023年利润▲5亿元，上年同期为▲3亿元。", "2022"),
]


@pytest.mark.parametrize(("text", "wanted"), SAME_MONTHS, ids=[case[0] for case in SAME_MONTHS])
def test_the_same_months_of_the_year_before(text, wanted):
    assert times_of(text, title="甲公司公告", told=None)[-1] == wanted


def test_what_somebody_says_in_the_news_is_not_of_the_time_before():
    found = times_of(
        NEWS + "某港今年1-9月吞吐▲386万人，增长▲2%。“走水路，每人能省▲20元。”船长说，一船▲50人。",
        title="某地新闻",
        told="2024-10-21",
    )
    assert found == ["2024-01/2024-09", "2024-01/2024-09", None, None]


def test_outside_of_the_news_these_words_say_nothing():
    for text in (
        "会议期间有▲5家企业。",
        "5年来，打通道路▲5公里。",
        "19日，有▲5家企业。",
        "签约项目中，已开工▲5个。",
    ):
        assert times_of(text, title="某研究", told=None) == [None]
    (time,) = resolve(find_times("9年前，"), told=None, previous=None)
    assert time.edtf is None


def test_the_year_of_a_dateline():
    found = times_of("某网甲市2023年3月5日讯去年接待▲5万人次。", title="某地新闻", told=None)
    assert found == ["2022"]
    found = times_of("某网甲市3月5日讯去年接待▲5万人次。", title="某地新闻", told=None)
    assert found == [None]
