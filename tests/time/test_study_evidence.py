"""Whether a text reports a study: what else looks like one has neither its period nor its place."""

from __future__ import annotations

import pytest

from facts.fact_documents import make_document
from suyuan.facts import Knowledge, extract_facts
from suyuan.flow import make_flow
from suyuan.time.study_evidence import is_study_by_evidence

STUDIES = [
    [("abstract", "摘要：目的 分析疗效。")],
    [("heading", "1 资料与方法"), "见表1。", ("heading", "2 结果"), "见表2。"],
    [("heading", "1 工程概况"), "基坑深18 m。", ("heading", "2 监测结果"), "沉降为31 mm。"],
    ["本文利用电站运行数据，分析损失。", "损失率为4.7%。"],
    ["患病率为41.3%，高于对照组（P<0.05）。"],
]
NONE = [
    [
        ("heading", "案例"),
        "2021年6月至2023年5月，工作队驻村帮扶。",
        ("heading", "二、成效"),
        "人均收入2.1万元。",
    ],
    [("heading", "项目概况"), "2018年10月至2019年12月试运行。", ("heading", "运行效果"), "漏损率降至8%。"],
    ["合肥市通过调研发现，居民满意率92%。", "杭州市试点社区35个，居民参与率67%。"],
    ["本报杭州2023年6月2日电　6月1日，领导在杭州调研。", "企业营业收入12亿元。"],
    ["公司在浙江省开展业务，走访客户。", "订单增长12%。"],
]


def document_of(blocks: list[object]):
    return make_document(*blocks)


@pytest.mark.parametrize("blocks", STUDIES)
def test_evidence_of_a_study(blocks: list[object]) -> None:
    document = document_of(blocks)
    assert is_study_by_evidence([make_flow(document.text, block) for block in document.blocks])


@pytest.mark.parametrize("blocks", NONE)
def test_what_is_no_study(blocks: list[object]) -> None:
    document = document_of(blocks)
    assert not is_study_by_evidence([make_flow(document.text, block) for block in document.blocks])


@pytest.mark.parametrize("blocks", NONE)
def test_what_is_no_study_has_neither_its_period_nor_its_place(blocks: list[object]) -> None:
    facts = extract_facts(document_of(blocks), Knowledge.load(None)).facts
    last = facts[-1]
    assert last.time is None or "/" not in last.time
    assert last.area in ((), ("杭州",))


def test_a_figure_of_another_place_has_no_time_of_the_study() -> None:
    blocks = [
        ("heading", "1 材料与方法"),
        "试验于2021年3—10月在洛川县进行。",
        ("heading", "2 结果"),
        "产量达42.6 t/hm2。",
        ("heading", "3 讨论"),
        "本试验增产20.7%。山东烟台试验中，覆草使产量提高11.3%。",
    ]
    facts = extract_facts(document_of(blocks), Knowledge.load(None)).facts
    told = {fact.surface: (fact.time, fact.area) for fact in facts}
    assert told["42.6 t/hm2"] == ("2021-03/2021-10", ("洛川县",))
    assert told["11.3%"] == (None, ("烟台",))


@pytest.mark.parametrize("told", ["去年销售收入▲1.2亿元", "今年一季度增加值▲1250亿元"])
def test_a_time_that_nothing_resolves_is_not_the_studys(told: str) -> None:
    blocks = [
        ("heading", "1 资料与方法"),
        "于2020年3—5月调查120家企业。",
        ("heading", "2 结果"),
        told.replace("▲", "") + "。",
    ]
    facts = extract_facts(document_of(blocks), Knowledge.load(None)).facts
    assert facts[-1].time != "2020-03/2020-05"
