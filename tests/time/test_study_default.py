"""The period of a study that no known form states, cohorts, trials of operations. ▲ marks the start of a quantity."""

import pytest

from study_papers import document, times_of
from suyuan.flow import make_flows
from suyuan.time import find_times, resolve
from suyuan.time.study_default import salient_period
from suyuan.time.study_sections import sections_of


def salient(*paragraphs):
    made, _, _ = document(*paragraphs)
    flows = make_flows(made)
    times = [resolve(find_times(flow.text), told=None, previous=None) for flow in flows]
    found = salient_period(flows, sections_of(flows), times)
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
    assert times_of("某药的比较", f"@摘要：方法：{method}", *paper) == ["2018-03/2021-06", None]
