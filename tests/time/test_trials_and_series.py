"""Trials, reviews of literature, named periods, series and brief accounts. ▲ marks the first character of a quantity."""

import pytest

from study_papers import times_of
from suyuan.time.seasons import day_within, months_within

RANDOM = "选取2020年3月至2022年6月收治的患者▲90例，按随机数字表法分为两组，每组▲45例。"


def test_the_period_of_a_trial_dates_who_took_part_and_no_effect():
    found = times_of("#1 资料与方法", RANDOM, "#2 结果", "治疗8周后总有效率为▲90%，对照组为▲70%。")
    assert found == ["2020-03/2022-06"] * 2 + [None, None]


def test_in_an_abstract_of_a_trial_those_who_took_part_keep_the_period():
    found = times_of(
        f"@摘要：方法：{RANDOM}疗程4周。结果：总有效率为▲90%。",
        "#1 资料与方法",
        "见表1。",
        "#2 结果",
        "见表2。",
    )
    assert found == ["2020-03/2022-06"] * 2 + [None]


@pytest.mark.parametrize(
    "found", ["带管时间为▲4.2 d，满意率为▲97.8%。", "镇静起效时间为▲17.8 min，成功率为▲92.5%。"]
)
def test_care_that_no_length_is_told_of_is_of_the_stay_in_hospital(found):
    assert times_of("#1 资料与方法", RANDOM, "#2 结果", found) == ["2020-03/2022-06"] * 4


def test_a_cohort_that_nobody_treated_by_chance_keeps_the_period_in_its_results():
    cohort = "选取2020年3月至2022年6月收治的患者▲90例，按首次下床时间分组。"
    assert times_of("#1 资料与方法", cohort, "#2 结果", "良好率为▲69%。") == ["2020-03/2022-06"] * 2


@pytest.mark.parametrize(
    ("limit", "day"),
    [
        ("检索时限均为建库至2023年10月31日。", "2023-10-31"),
        ("检索时间为2010年1月至2023年6月。", "2023-06"),
        ("计算机检索各数据库。", None),
    ],
)
def test_what_a_search_found_is_of_the_day_up_to_which_it_was_made(limit, day):
    found = times_of(
        f"@摘要：方法：检索三个数据库，{limit}结果：纳入▲17项研究，合并敏感度为▲0.73。",
        "#2 结果",
        "##2.1 文献检索结果",
        "初检获得文献▲276篇，剔除▲53篇。",
        "##2.2 异质性分析",
        "相关系数为▲0.21。",
    )
    assert found == [day, None, day, day, None]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("治理期（1978—1998年）降水的份额是▲27%，人类活动▲73%。", ["1978/1998"] * 2),
        ("将1956—1979年作为基准期。基准期径流量为▲41%，减少▲5%。", ["1956/1979"] * 2),
        ("以1956—1979年为基准期，1980—2010年为变化期。变化期较基准期减少▲26%。", ["1980/2010"]),
        ("工期（18个月）完成▲30%。", [None]),
    ],
)
def test_a_period_with_a_name_dates_what_is_told_of_it(text, wanted):
    assert times_of(text) == wanted


@pytest.mark.parametrize(
    ("basis", "wanted"),
    [
        ("以2012—2022年▲10个地级市为样本。产值由▲19%增至▲41%。", ["2012/2022", "2012", "2022"]),
        ("利用2019—2023年流通日志。借阅次数从▲1.9次降为▲0.8次。", ["2019", "2023"]),
        ("利用2022—2023年流通日志。借阅次数从▲1.9次降为▲0.8次。", ["2022", "2023"]),
    ],
)
def test_levels_of_a_series_are_of_its_first_and_last_year(basis, wanted):
    assert times_of(basis) == wanted


def test_a_trial_of_several_years_is_no_series():
    found = times_of("#1 材料与方法", "试验于2019—2022年开展。", "#2 结果", "含量由▲19%升至▲25%。")
    assert found == ["2019/2022"] * 2


@pytest.mark.parametrize(
    ("pattern", "period", "wanted"),
    [
        ("XXXX-07", "2023-04/2024-03", "2023-07"),
        ("XXXX-01", "2023-04/2024-03", "2024-01"),
        ("XXXX-06/XXXX-09", "2023-04/2024-03", "2023-06/2023-09"),
        ("XXXX-07", "2022-04/2024-03", None),  # twice in it
        ("XXXX-07", "2021", "2021-07"),
        ("XXXX-07-01", "2021", None),
        (None, "2021", None),
    ],
)
def test_months_of_a_study_of_one_year(pattern, period, wanted):
    assert months_within(pattern, period) == wanted


@pytest.mark.parametrize(
    ("pattern", "period", "wanted"),
    [
        ("XXXX-01-08", "2023-04/2024-03", "2024-01-08"),
        ("XXXX-07-08", "2021", "2021-07-08"),
        ("XXXX-07-08", "2022-04/2024-03", None),  # twice in it
        ("XXXX-07", "2021", None),  # no day
        ("2021-07-08", "2021", None),
        (None, "2021", None),
    ],
)
def test_a_day_of_no_year_in_a_study_that_holds_its_month_once(pattern, period, wanted):
    assert day_within(pattern, period) == wanted


def test_months_without_a_year_are_no_date():
    assert times_of("从季节看，6月到9月的汛期集中了▲40%。") == [None]


def test_a_brief_account_without_sections_is_of_the_time_of_its_measurement():
    found = times_of("2017年4—5月，研究者在某市连续测量。", "平均浓度中金属占▲2.9%，船舶▲8.8%。")
    assert found == ["2017-04/2017-05"] * 2


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("2023年9月10日至20日，市局对养老机构进行了检查。", "全市现有机构▲860家，持证率要达到▲100%。"),
        ("2023年3月至10月，市里完成管网改造并监测水质。", "供水企业▲12家，漏损率▲9%。"),
        ("2023年3月至5月，学院开展了读书调查活动。", "图书馆馆藏▲120万册。"),
        ("2022年6月和2023年6月，记者两次走访该县。", "全县茶园▲30万亩。"),
    ],
)
def test_what_offices_and_reporters_tell_is_no_brief_account(paragraphs):
    assert times_of(*paragraphs)[-1] is None


def test_authors_and_what_they_draw_on_make_a_brief_account():
    found = times_of(
        "周敏1，何少卿2（某某大学农学院，某市）", "2021年5—9月在林内悬挂诱捕器。", "诱集成虫▲90头。"
    )
    assert found == ["2021-05/2021-09"]
    assert times_of("2021年5—9月采用样线法调查。", "记录鸟类▲43种。") == ["2021-05/2021-09"]


def test_a_period_from_a_day_up_to_a_day():
    text = "测试自2023年4月1日起，至2024年3月31日止，有效样本占▲97%。"
    assert times_of("#1 方法", text, "#2 结果", "占▲13%。") == ["2023-04/2024-03"] * 2


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "利用1965—2009年水文资料，以1985年为界分为两段。前一时段为▲9%，后一时段为▲5%。",
            ["1965/1985", "1985/2009"],
        ),
        (
            "利用1965—2009年水文资料，径流在1985年发生突变。突变前占▲9%，突变后占▲5%，含量由▲21%增至▲26%。",
            ["1965/1985", "1985/2009", "1965/1985", "1985/2009"],
        ),
        ("利用1965—2009年水文资料。1998年最多，达▲5次。夏季占▲45%。", ["1998", "1965/2009"]),
    ],
)
def test_a_year_that_parts_the_period_of_a_study(text, wanted):
    assert times_of(text) == wanted


def test_the_country_in_a_discussion_is_not_of_the_study():
    study = ("#1 对象与方法", "2022年3—5月选取老年人▲412名。", "#2 结果", "见表1。")
    found = times_of(*study, "#3 讨论", "本研究检出率为▲18%。我国老年人口已达▲280人。")
    assert found == ["2022-03/2022-05", "2022-03/2022-05", None]
