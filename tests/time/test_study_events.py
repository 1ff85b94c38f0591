"""Studies of one event, and sentences that speak of all years of a study again. ▲ marks the start of a quantity."""

import pytest

from facts.fact_documents import make_document
from study_papers import times_of
from suyuan.flow import make_flows
from suyuan.time import find_times, resolve
from suyuan.time.seasons import day_within
from suyuan.time.study_event import event_period
from suyuan.time.study_sections import sections_of


@pytest.mark.parametrize(
    ("title", "paragraphs", "wanted"),
    [
        # days on which it happened, with the year told before them
        (
            "一起学校聚集性疫情的调查",
            ["2023年3月14日接到电话。", "3月12—19日共发现病例。"],
            "2023-03-12/2023-03-19",
        ),
        ("一次暖区暴雨过程的诊断", ["2021年7月20日出现强降水。", "21日减弱。"], "2021-07-20"),
        ("“7·19”山洪反演", ["2016年7月19日，某县遭受暴雨。"], "2016-07-19"),
        ("一起学校聚集性疫情的调查", ["接到电话后到校。"], None),
        ("“6·18”购物节的消费特征", ["2021年6月18日出现高峰。"], None),
        ("“3·15”晚会的传播效果研究", ["2021年3月15日发生讨论。"], None),
        ("“11·22”爆燃事故分析", ["2013年11月22日发生爆燃。"], "2013-11-22"),
        (
            "一起化工厂爆炸事故的调查",
            ["该厂于2003年5月12日建成投产。", "2019年3月21日发生爆炸。"],
            "2019-03-21",
        ),
        ("学校聚集性疫情的流行特征", ["2023年3月12—19日共发现病例。"], None),  # of no single event
    ],
)
def test_the_days_of_an_event(title, paragraphs, wanted):
    flows = make_flows(make_document(("title", title), *paragraphs))
    times = [resolve(find_times(flow.text), told=None, previous=None) for flow in flows]
    found = event_period(flows, sections_of(flows), times)
    assert (found[0] if found else None) == wanted


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("XXXX-11-15", "2023-11-15"),
        ("XXXX-11-12/XXXX-11-19", "2023-11-12/2023-11-19"),
        ("XXXX-12-15", None),
        ("2022-11-15", None),
    ],
)
def test_days_of_no_year_in_a_period(pattern, wanted):
    assert day_within(pattern, "2023-11-12/2023-11-19") == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("四年金额合计▲1385万元。", "2019/2022"),
        ("回归结果显示，上升▲2.3%。", "2019/2022"),
        ("中介效应为▲0.31。", "2019/2022"),
        ("样本期内均值为▲2.3。", "2019/2022"),
        ("所点评的▲480份中多数合理。", "2019/2022"),
        ("男性占▲48%。", "2022"),  # goes on with the year
        ("三年金额合计▲1385万元。", "2022"),  # not all of the years
    ],
)
def test_the_whole_again_after_a_sentence_on_one_year(sentence, wanted):
    found = times_of("#1 资料与方法", "收集2019—2022年的病历资料。", "#2 结果", f"2022年占▲64.3%。{sentence}")
    assert found == ["2022", wanted]
