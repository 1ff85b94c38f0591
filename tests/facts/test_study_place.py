"""The most salient place of a study, told in its abstract or methods."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facts.fact_documents import make_document
from suyuan.facts import Extraction, Knowledge
from suyuan.facts.area_clauses import reckons_an_example
from suyuan.facts.sites.ranking import best
from suyuan.facts.study_site import candidates
from suyuan.flow import Flow, make_flow
from suyuan.places import Gazetteer

Read = Callable[..., Extraction]
RESULT = ("paragraph", "平均得分为42.6分，高于常模3.1分。")


def flows(*blocks: object) -> list[Flow]:
    document = make_document(*blocks)  # type: ignore[arg-type]
    return [make_flow(document.text, block) for block in document.blocks]


def salient_place(paper: list[Flow], gazetteer: Gazetteer) -> tuple[str, ...]:
    found = best(candidates((), paper, gazetteer))
    return found.names if found is not None else ()


def areas(read: Read, *blocks: object, title: str | None = None) -> list[tuple[str, ...]]:
    return [fact.area for fact in read(*blocks, title=title).facts]


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        # beside a word of collecting, whatever stands between
        ("采用便利抽样法，于3—6月选取南京市多个社区的老年人。", ("南京",)),
        ("通过监测系统收集云南省肺结核报告病例资料。", ("云南",)),
        ("基于山东、河南两省农户的调查数据，估计了效应。", ("山东", "河南")),
        ("采集渤海海域多个站位的沉积物，测定了含量。", ("渤海",)),
        ("对巢湖的采样点进行逐月采样。", ("巢湖",)),
        # the case and the study area go before what lies near
        ("以渭河流域为研究区，利用陕西省气象站的数据分析了变化。", ("渭河流域",)),
        ("石羊河流域位于甘肃省河西走廊东部。本文分析了输水效果。", ("石羊河流域",)),
        # the name is withheld
        ("选取某大型煤矿企业的矿工为研究对象。", ("某大型煤矿企业",)),
        ("便利抽取某高校的学生进行问卷调查。", ("某高校",)),
        ("试验在华中某猪场进行，选取健康母猪。", ("某猪场",)),
        # so many provinces, of which nothing more is told
        ("本文利用25个省份的面板数据，考察了影响。", ("25个省份",)),
        # makers, offices and what stands in brackets are no site
        ("采用SPSS(美国)分析，纳入患者若干。", ()),
        ("抗体购自北京博奥生物，样本提取后测定。", ()),
        ("测序由上海美吉完成，样本提取后测定。", ()),
        ("本文收集了上海市发布的政策文本。", ()),
        ("水泥为湖北某建材公司生产，经试验合格。", ()),
        ("本文利用265个城市的面板数据，考察了影响。", ()),
        ("浙江的经验值得借鉴。", ()),
    ],
)
def test_place_near_the_collecting(read: Read, told: str, wanted: tuple[str, ...]) -> None:
    for lead in (
        [("abstract", f"摘要：{told}结果表明，上海的经验可用。")],
        [("paragraph", f"1.1 研究设计 {told}")],
    ):
        found = areas(read, *lead, ("heading", "2 结果"), RESULT, title="影响因素分析")
        assert found[-2:] == [wanted] * 2


def test_a_paper_that_only_mentions_a_place_has_none(read: Read) -> None:
    body = ("paragraph", "云南省的调查很有名。平均得分为42.6分。")
    assert areas(read, ("heading", "一、背景"), body, title="制度分析")[-1:] == [("云南",)]
    assert areas(read, ("heading", "一、背景"), body, RESULT, title="制度分析")[-2:] == [()] * 2


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("农户收入研究——来自豫南四县的调查", "豫南四县"),
        ("农户收入研究——来自皖北3个县的调查", "皖北3个县"),
        ("河套灌区沈家渠灌域土壤盐分特征", "沈家渠灌域"),
        ("黄土高原杨家沟流域径流特征", "杨家沟流域"),
    ],
)
def test_part_of_a_region_in_the_title(read: Read, title: str, wanted: str) -> None:
    again = ("paragraph", "灌域、流域内各县样本均值为2.4。")
    assert areas(read, again, title=title) == [(wanted,)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("以282 kWh牵引车为例，按年行驶12万公里测算，成本为", True),
        ("以100 MW电站为例，假设年利用1200小时，电量为", True),
        ("以2023年为例，测算的成本为", False),
        ("以某企业为例，测算的成本为", False),
        ("以282 kWh牵引车为例，全国共销售", False),
    ],
)
def test_a_reckoned_example_is_of_no_place(text: str, wanted: bool) -> None:
    assert reckons_an_example(text, len(text)) is wanted


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        # of equals the finer one
        ("调查河南省农户，并调查洛阳市农户。", ("洛阳",)),
        ("调查豫南农户，并调查洛阳市农户。", ("洛阳",)),
        ("调查河南省农户，并调查豫南农户。", ("豫南",)),
        # not the nearest, where it is coarser
        ("调查河南省农户，样本中也有不少是洛阳市农户。", ("洛阳",)),
        # provinces that are left out
        ("西藏因数据缺失未纳入样本。", ()),
        ("西藏数据缺失，样本选自河南省。", ("河南",)),
        ("剔除西藏的样本后进行调查。", ()),
        # 的
        ("如今洛阳市的风光很好。", ()),
        ("如今洛阳市的风光很好，对游客进行了问卷调查。", ("洛阳",)),
        ("样本取自洛阳市的一座风电场。", ("洛阳",)),
        # listed companies, where no place is told
        ("以沪深A股公司为样本进行回归。", ("中国",)),
        ("以河南省A股公司为样本进行回归。", ("河南",)),
        ("以河南省某制药公司为样本进行回归。", ("河南",)),
        ("以中部某制药公司为样本进行回归。", ("某制药公司",)),
    ],
)
def test_the_most_salient_place(knowledge: Knowledge, told: str, wanted: tuple[str, ...]) -> None:
    paper = flows(("heading", "1 研究方法"), "略。略。略。", told, ("heading", "2 结果"), "见表。")
    assert salient_place(paper, knowledge.gazetteer) == wanted


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("选取洛阳市农户若干。", ("heading", "1 研究方法"), ("洛阳",)),
        ("本文选取洛阳市农户若干。", "略。", ("洛阳",)),
        ("有学者选取洛阳市农户若干。", ("heading", "1 研究方法"), ()),  # of others
        ("如今洛阳市的农户调查很多。", ("heading", "1 研究方法"), ()),
        ("以中部H省为例，农户多。", ("heading", "1 研究方法"), ()),  # an example of what is told
    ],
)
def test_places_before_the_methods(
    knowledge: Knowledge, before: str, after: object, wanted: tuple[str, ...]
) -> None:
    assert salient_place(flows(before, after), knowledge.gazetteer) == wanted


def test_the_methods_come_before_what_stands_before_them(knowledge: Knowledge) -> None:
    paper = flows("选取洛阳市农户若干。", ("heading", "1 研究方法"), "调查河南省农户。")
    assert salient_place(paper, knowledge.gazetteer) == ("河南",)


def test_the_world_that_a_paper_speaks_of_is_no_place_of_its_study(knowledge: Knowledge) -> None:
    said = "我们知道，离散世界由实体组成。本文认为，开放的世界可以描述。本文假设，多个世界并存。"
    paper = flows(("heading", "1 引言"), ("paragraph", said), ("heading", "2 结果"), RESULT)
    assert salient_place(paper, knowledge.gazetteer) == ()
