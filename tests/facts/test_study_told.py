"""The place of a study that only a sentence near its head tells, and numbers of places that it compares itself with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facts.fact_documents import make_document
from suyuan.facts import Extraction
from suyuan.facts.sites.ranking import best
from suyuan.facts.study_site import candidates, study_site
from suyuan.flow import Flow, make_flow
from suyuan.places import Gazetteer

Read = Callable[..., Extraction]
OWN = ("paragraph", "本文报告所得。")  # evidence of a study
RESULT = ("paragraph", "平均得分为3.42分，合格率为80%。")


def flows(*lines: str, section: tuple[str, ...] = ()) -> list[Flow]:
    document = make_document(*lines, section=section)
    return [make_flow(document.text, block) for block in document.blocks]


def ranked(titles: list[str], paper: list[Flow], gazetteer: Gazetteer) -> tuple[str, ...]:
    found = best(candidates(titles, paper, gazetteer))
    return found.names if found is not None else ()


def told_site(titles: list[str], paper: list[Flow], gazetteer: Gazetteer) -> tuple[str, ...]:
    found = study_site(titles, paper, gazetteer)
    return found.names if found is not None else ()


def areas(read: Read, *blocks: object, title: str | None = None) -> list[tuple[str, ...]]:
    return [fact.area for fact in read(*blocks, title=title).facts]


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("为弄清损失，在敦煌市一座电站内选定相邻组串，自2021年起连续观测。", "敦煌"),
        ("对淮北一家大型煤矿企业在岗工人的体检资料作了整理。", "淮北"),
        ("澄湖师范学院自2020年起线上授课。我们通过问卷星向该校学生推送问卷。", "澄湖师范学院"),
        ("选取沪深A股制造业上市公司为样本，数据来自年报。", "中国"),
        # others' work, a maker, the country
        ("抗体购自北京某生物公司，样本提取后测定。", None),
        ("全国高校普遍开展线上授课，本研究发放问卷。", None),
    ],
)
def test_place_told_near_the_head(read: Read, told: str, wanted: str | None) -> None:
    found = areas(read, ("paragraph", told), OWN, ("heading", "2 结果"), RESULT, title="学习投入的现状与归因")
    assert found[-2:] == [(wanted,) if wanted else ()] * 2


def test_place_that_opens_the_case() -> None:
    gazetteer = Gazetteer.load()
    case = flows("合肥市轨道交通某区间采用盾构施工。", "结果表明沉降收敛。", section=("1 工程概况",))
    assert ranked(["盾构侧穿住宅的沉降"], case, gazetteer) == ("合肥",)
    told = "合肥市轨道交通发展较快。"
    late = make_document(("heading", "3 讨论"), ("paragraph", told), section=("3 讨论",))
    discussed = [make_flow(late.text, block) for block in late.blocks]
    assert ranked(["盾构侧穿住宅的沉降"], discussed, gazetteer) == ()
    street = flows("石家庄市中山路是东西向主干道。", "课题组作了跟车调查。")
    assert ranked(["中山路公交专用道的效益"], street, gazetteer) == ("石家庄",)


def test_news_is_no_study() -> None:
    news = flows("公司在浙江省开展业务，走访客户。", "订单增长12%。")
    assert told_site(["订单增长"], news, Gazetteer.load()) == ()


@pytest.mark.parametrize(
    ("title", "told", "wanted"),
    [
        (
            "豫西南三市患者的预后",
            "连续入组2019年在洛阳、南阳、平顶山接受治疗的患者。",
            ("洛阳", "南阳", "平顶山"),
        ),
        (
            "黔北山区农户的创业",
            "数据来自在贵州省湄潭、凤冈和余庆县开展的入户调查。",
            ("湄潭县", "凤冈县", "余庆县"),
        ),
        ("鲁西南一个村庄的互助", "该村（学名化为枣林村）地处菏泽市单县。", ("枣林村",)),
    ],
)
def test_places_named_closer_than_in_the_title(
    read: Read, title: str, told: str, wanted: tuple[str, ...]
) -> None:
    found = areas(read, ("paragraph", told), OWN, ("heading", "2 结果"), RESULT, title=title)
    assert found[-2:] == [wanted] * 2


@pytest.mark.parametrize(
    ("line", "sample", "wanted"),
    [
        ("云岭县人民医院普外科", "收集2021年我科手术治疗的患者资料。", "云岭县人民医院"),
        ("（云岭县人民医院普外科，湖北 云岭 432500）", "2021年我院收治的患者86例。", "云岭县人民医院"),
        (
            "1.云岭县人民医院普外科；2.甲江大学附属医院检验科",
            "收集2021年我科手术治疗的患者资料。",
            "云岭县人民医院",
        ),
        ("云岭县人民医院普外科", "收集2021年住院患者的资料。", None),
    ],
)
def test_house_of_the_authors(line: str, sample: str, wanted: str | None) -> None:
    assert told_site([], flows(line, sample), Gazetteer.load()) == ((wanted,) if wanted else ())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("江苏检出率为3.2%，低于山西某矿区所报道的5.8%，差异较大。", [("江苏",), ("山西",)]),
        (
            "江苏发病率为19.8%，高于同期广西的平均水平（16.3%），男性为20.1%。",
            [("江苏",), ("广西",), ("江苏",)],
        ),
        ("降幅最大的嘉荫县，人口减少近四成。", [("嘉荫县",)]),
        ("江苏的产值比上海的5.2%高1.3个百分点。", [("上海",), ("江苏",)]),
    ],
)
def test_numbers_of_the_place_compared_with(read: Read, text: str, wanted: list[tuple[str, ...]]) -> None:
    assert areas(read, ("paragraph", text)) == wanted
