"""The period of a study that no known form states, cohorts, trials of operations. ▲ marks the start of a quantity."""

import pytest

from study_papers import document, times_of
from suyuan.flow import make_flows
from suyuan.time import find_times, resolve
from suyuan.time.study_default import is_remark, salient_period, title_period
from suyuan.time.study_sections import sections_of


def salient(*paragraphs, find=salient_period):
    made, _, _ = document(*paragraphs)
    flows = make_flows(made)
    times = [resolve(find_times(flow.text), told=None, previous=None) for flow in flows]
    found = find(flows, sections_of(flows), times)
    return found[1].edtf if found else None


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("各站的日志见于2012—2021年的台账。", "2012/2021"),
        ("甲院信息系统导出的病历止于2021年，起于2016年，用到的是2016—2021年。", "2016/2021"),
        ("某县2019年基线数据覆盖多个社区。", "2019"),
        ("2010年的数据与2018—2020年的问卷相配。", "2018/2020"),  # a span before a year alone
        ("有学者用2012—2021年的数据作过分析。", None),  # others' work
        ("甲等（2012—2021）的数据不全。", None),
        ("患病率以2010年的标准人口标化，数据双人录入。", None),
        ("2012—2021年经济增长较快。", None),  # no word of collecting
    ],
)
def test_the_period_nearest_a_word_of_collecting(sentence, wanted):
    assert salient("#1 资料与方法", sentence, "#2 结果", "见表1。") == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("课题组2023年7月面见村民，2023年8月面见干部。", None),  # two times, neither of them the only one
        ("笔者于2023年7月赴三县与农户面谈。", "2023-07"),
        ("课题组2021年3—5月驻村。", "2021-03/2021-05"),
        ("设备由某公司生产，2020年6月引进。", None),
        ("有学者于2023年7月赴三县。", None),
        ("2023年7月，笔者赴三县。", "2023-07"),
        # what else happened then, what the authors only think, their words inside other ones
        ("2016年3月，平台成立，本文梳理其做法。", None),
        ("2016年3月平台更名；本文认为应加强管理。", None),
        ("2019年6月，自我社会化受到关注。", None),
        ("甲公司于2018年6月赴港。", None),
        ("2023年7月全国降雨偏多。", None),
        ("墙体（2017年3月）已完工。", None),
    ],
)
def test_the_only_month_needs_no_word_of_collecting(sentence, wanted):
    assert salient("#1 方法", sentence, "#2 结果", "见表1。") == wanted


def test_an_introduction_gives_no_default():
    assert salient("#1 引言", "2012—2021年的数据很多。", "#2 方法", "见文。", "#3 结果", "见表1。") is None


def test_the_default_dates_findings_and_samples_but_no_procedure_and_no_background():
    found = times_of(
        "#1 引言",
        "我国患者超过▲300名。",
        "#2 资料与方法",
        "##2.1 资料来源",
        "某县2019年基线数据覆盖▲12个社区，共▲431名老人。",
        "##2.2 诊断标准",
        "诊断标准为每日▲3次以上。",
        "#3 结果",
        "男性占▲46.1%。",
    )
    assert found == [None, "2019", "2019", None, "2019"]


def test_the_level_of_the_nation_beside_a_finding_is_of_no_time_of_the_study():
    found = times_of(
        "#1 资料与方法", "某县2019年基线数据见表。", "#2 结果", "发生率为▲18.3%，低于全国平均的▲20.7%。"
    )
    assert found == ["2019", None]


def test_a_heading_run_in_and_the_year_of_a_norm_do_not_hide_the_survey():
    found = times_of(
        "#1 对象与方法",
        "1.1 调查对象 2020年9月—2021年4月，采用多阶段抽样，在全省抽取▲10个县。",
        "1.2 统计分析 率以2010年人口普查数据标化。",
        "#2 结果",
        "患病率为▲12.6%。",
    )
    assert found == ["2020-09/2021-04"] * 2


def test_months_told_under_a_heading_of_data_replace_the_year_of_the_abstract():
    found = times_of(
        "@内容提要：本文利用2021年某县农户的入户调查数据，发现概率提高▲2.9个百分点。",
        "#二、数据来源与描述性统计",
        "##（一）数据来源",
        "本文数据来自课题组2021年7—8月在某县开展的农户调查，收回问卷▲126份。",
        "##（二）描述性统计",
        "女性占▲47.5%。",
    )
    assert found == ["2021-07/2021-08"] * 3


@pytest.mark.parametrize("waves", ["2014、2016、2018三期数据", "2014年、2016年和2018年的调查数据"])
def test_waves_are_one_span(waves):
    found = times_of(
        f"@摘要：本文将某调查{waves}与指数匹配，消费增加▲6.4%。", "#三、实证结果", "系数为▲0.062。"
    )
    assert found == ["2014/2018"] * 2


def test_in_results_alone_the_first_sentence_under_a_heading_dates_what_stands_there():
    found = times_of(
        "#2 结果与分析",
        "##2.1 埋深",
        "2009—2018年的观测井资料表明，埋深年降▲6.6cm。相关系数为▲0.87。",
        "##2.2 盐分",
        "荒地占▲7.65%。",
    )
    assert found == ["2009/2018", "2009/2018", None]


def test_a_cohort_is_of_its_baseline_and_what_befell_it_of_the_years_to_the_last_follow_up():
    found = times_of(
        "#某人群的队列研究",
        "@摘要：方法：以2010年参加体检的职工为对象，最终纳入▲982人，随访至2019年12月31日。结果：新发▲74例。",
        "#对象与方法",
        "见文。",
        "#结果",
        "1.基线特征：男性占▲78.6%。",
        "2.发病：风险比为▲1.38。",
    )
    assert found == ["2010", "2010/2019-12-31", "2010", "2010/2019-12-31"]


def test_a_trial_of_an_operation_keeps_its_period_for_the_outcome():
    method = "将2018年3月至2021年6月收治的患者▲168例按随机数字表法分组。"
    paper = ("#1 资料与方法", "见文。", "#2 结果", "并发症▲7例。")
    operation = times_of("一期缝合的比较", f"@摘要：方法：{method}", *paper)
    assert operation == ["2018-03/2021-06"] * 2
    assert (
        times_of("某种护理的比较", f"@摘要：方法：{method}", *paper) == operation
    )  # of the stay in hospital
    course = f"{method}连续治疗8周。"
    assert times_of("某药的比较", f"@摘要：方法：{course}", *paper) == ["2018-03/2021-06", None]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("#甲县2016—2021年流行特征", "2016/2021"),
        ("#甲县2019年流行特征", "2019"),
        ("#甲病诊治指南（2019年版）解读", None),  # an edition
        ("#甲县流行特征", None),
    ],
)
def test_the_period_of_a_title(title, wanted):
    paper = (title, "@摘要：略。", "#1 方法", "见文。", "#2 结果", "见表1。")
    assert salient(*paper, find=title_period) == wanted
    assert salient(*paper) == wanted


def test_a_title_of_a_text_comes_behind_its_methods_and_a_heading_is_no_title():
    title = "#甲县2016—2021年流行特征"
    told = "各站的日志见于2012—2020年的台账。"
    assert salient(title, "@摘要：略。", "#1 方法", told, "#2 结果", "见表1。") == "2012/2020"
    assert salient("@摘要：略。", "#1 方法", "见文。", "##1.1 2016—2021年", find=title_period) is None


def test_a_span_in_the_title_goes_before_a_month_of_the_methods():
    found = times_of(
        "#甲县2016—2021年流行特征",
        "@摘要：结果 男性占▲46.1%。",
        "#1 资料与方法",
        "2022年3月从系统调取病例资料。",
        "#2 结果",
        "女性占▲53.9%。",
    )
    assert found[-1] == "2016/2021"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("①调查时间为2021年11月。", True),
        ("注：数据取自2021年11月的记录。", True),
        ("数据来源：2021年11月的记录。", True),
        ("注：本文略有删节。", False),  # tells of no data
        ("调查时间为2021年11月。", False),  # no remark
    ],
)
def test_remarks(text, wanted):
    made, _, _ = document(text)
    assert is_remark(make_flows(made)[0]) is wanted


def test_a_remark_dates_a_study_wherever_it_stands():
    paper = ("#1 方法", "见文。", "#2 结果", "男性占▲46.1%。")
    assert times_of(*paper, "①调查时间为2021年11月。") == ["2021-11"]
    assert times_of(*paper, "①本文写于2021年11月。") == [None]
    assert salient(*paper, "注：样本见于2016—2021年的台账。") == "2016/2021"
    assert salient(*paper, "样本见于2016—2021年的台账。") is None


@pytest.mark.parametrize(
    ("first", "wanted"),
    [
        ("县志馆存有2016—2021年的台账。", "2016/2021"),
        ("全国存有2016—2021年的台账。", None),  # of the country
        ("前人报道了2016—2021年的台账。", None),  # of others
        ("县志馆存有2019年台账。", "2019"),
        ("县志馆2019年新建的书库里存有台账。", None),  # a year alone must stand beside the word
    ],
)
def test_first_words_before_the_methods(first, wanted):
    assert salient(first, "#1 方法", "见文。", "#2 结果", "见表1。") == wanted


def test_under_a_heading_of_the_introduction_they_must_say_whose_they_are():
    rest = ("#2 方法", "见文。", "#3 结果", "见表1。")
    assert salient("#1 引言", "本文的台账是2016—2021年的。", *rest) == "2016/2021"
    assert salient("#1 引言", "台账是2016—2021年的。", *rest) is None


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("样品见于两个生长季（2018—2020年）。", "2018/2020"),
        ("样品见于大田试验（2018—2020年）。", "2018/2020"),
        ("样品见于甲县林场（2018—2020年）。", None),
    ],
)
def test_brackets_behind_a_season_or_a_trial(sentence, wanted):
    assert salient("#1 方法", sentence, "#2 结果", "见表1。") == wanted
