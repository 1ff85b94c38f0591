"""Periods whose beginning and end are told apart, rows of days and months, and what a thing's history is not."""

import pytest

from facts.fact_documents import make_document
from study_papers import document, times_of
from suyuan.flow import make_flows
from suyuan.time import find_times, resolve
from suyuan.time.study_evidence import is_study_by_title
from suyuan.time.study_period import find_studies
from suyuan.time.study_sections import sections_of
from suyuan.time.study_spans import days_on, spans_of_ends


def flows_of(*paragraphs):
    made, _, _ = document(*paragraphs)
    flows = make_flows(made)
    return flows, [resolve(find_times(flow.text), told=None, previous=None) for flow in flows]


def period_of(sentence):
    flows, times = flows_of("#1 材料与方法", sentence, "#2 结果", "见表1。")
    study = find_studies(flows, sections_of(flows), times).whole
    return study.edtf if study else None


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("开挖始于2020年4月12日，至同年9月3日浇筑完成。", ["2020-04-12/2020-09-03"]),
        ("2020年5月首块开挖，2021年3月底板封闭，其间逐日监测。", ["2020-05/2021-03"]),
        ("2018年10月播种，次年5月底收割。", ["2018-10/2019-05"]),
        ("自2023年4月1日起，至2024年3月31日止。", ["2023-04/2024-03"]),
        ("问卷于2021年11月上旬发出，12月底全部收回。", ["2021-11/2021-12"]),
        ("2022年3月1日布设测点，此后逐日读数，直至6月15日拆除。", ["2022-03-01/2022-06-15"]),
        ("自2021年3月收治，随访至2023年6月。", []),  # the end of a follow-up
        ("2022年2月开学，6月期末。", []),  # nothing begins or ends
        ("2022年6月开始，2022年3月结束。", []),  # no order
        ("2012年5月开工，2014年8月通车。", []),
    ],
)
def test_a_beginning_and_an_end(sentence, wanted):
    flows, times = flows_of(sentence)
    assert [span.edtf for span in spans_of_ends(flows[0].text, times[0])] == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("2023年5月21日、22日封路。", ("2023-05-21", "2023-05-22")),
        ("2021年9月16日（周一）至22日。", ("2021-09-16", "2021-09-22")),
        ("2023年5月21日，22人到场。", None),
        ("2023年5月的样品。", None),
    ],
)
def test_days_of_one_month(sentence, wanted):
    flows, times = flows_of(sentence)
    found = days_on(flows[0].text, times[0][0])
    assert (found[1] if found else None) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        # structures, plants, waters
        ("监测自2021年4月开挖起，持续到当年11月侧墙浇筑完成。", "2021-04/2021-11"),
        ("检测组利用2023年5月21日、22日的夜间完成加载。", "2023-05-21/2023-05-22"),
        ("荷载试验选在2021年11月3日和4日进行。", "2021-11-03/2021-11-04"),
        ("供试小麦2021年10月12日播种，2022年6月5日收获。", "2021-10-12/2022-06-05"),
        ("试验牛于2021年6月进场，正试期自7月1日至9月28日。", "2021-07-01/2021-09-28"),
        ("中试装置2022年5月开始进水，11月停止运行。", "2022-05/2022-11"),
        ("采样时间分别为2019年8月（丰水期）和2020年1月（枯水期）。", "2019-08/2020-01"),
        # patients, answers, visits
        ("病例自2021年10月起连续收集，至2022年9月止。", "2021-10/2022-09"),
        ("回顾检验科2023年1—12月的记录。", "2023-01/2023-12"),
        ("问卷2022年3月1日上线，3月31日关闭。", "2022-03-01/2022-03-31"),
        ("笔者自2020年9月起做田野，2021年12月离开。", "2020-09/2021-12"),
        ("先后三次进村：2019年7月、2020年8月、2021年1月。", "2019-07/2021-01"),
        ("以2019年12月—2020年5月为对照期收治、2020年6—11月为观察期收治。", "2019-12/2020-11"),
        ("试验连续进行两年（2020年、2021年）。", "2020/2021"),
        # a year beside months
        ("笔者于2018年春节和2023年8月先后驻村。", "2023-08"),
        # the history of a thing beside the study, and alone
        ("人工林2003年营造，2022年7月每木检尺。", "2022-07"),
        ("大桥2006年通车，2021年8月委托进行动载测试。", "2021-08"),
        ("该定位试验自1984年开始，2020年秋季采集土样。", "2020"),
        ("水库2010年3月开工，2013年5月建成。", None),
        ("该桥1998年建成，主跨较大。", None),
        ("设备由某公司2018年生产，2020年6月引进。", None),
    ],
)
def test_the_period_of_a_study(sentence, wanted):
    assert period_of(sentence) == wanted


@pytest.mark.parametrize(
    ("paper", "wanted"),
    [
        (("某拱桥动载试验评定", "#1 加载", "2023年5月21日完成试验。"), True),
        (("山区果园害虫诱捕效果", "#1 概述", "2021年5月10日至9月20日悬挂诱捕器。"), True),
        (("某拱桥动载试验评定", "#1 加载", "2023年5月21日签订合同。"), False),
        (("关于做好防汛工作的意见", "#1 加载", "2023年5月21日完成试验。"), False),
        # measured twice, apart from each other
        (("改进效果", "#1 现状", "2022年7—9月检查记录。", "#2 效果", "2023年1—3月检查记录。"), False),
    ],
)
def test_a_title_and_a_statement_make_a_study(paper, wanted):
    blocks = [("heading", part[1:]) if part.startswith("#") else part for part in paper[1:]]
    flows = make_flows(make_document(("title", paper[0]), *blocks))
    times = [resolve(find_times(flow.text), told=None, previous=None) for flow in flows]
    assert is_study_by_title(flows, sections_of(flows), times) is wanted


def test_a_brief_account_is_dated_from_the_paragraph_that_says_when():
    found = times_of(
        "试验林1998年造林，2010年11月设样地▲12个。2021年12月每木检尺。",
        "本文样地平均胸径为▲17.2cm。",
    )
    assert found[-1] == "2021-12"
