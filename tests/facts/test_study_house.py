"""The house of a study: the authors' own, or one that the text names and then calls 该校, 该院, 该厂."""

from __future__ import annotations

import pytest

from facts.fact_documents import make_document
from suyuan.facts.sites.candidates import Evidence
from suyuan.facts.sites.houses import houses_of
from suyuan.facts.sites.lines import lines_of
from suyuan.facts.sites.patients import hospitals_in_turn, hospitals_of_patients
from suyuan.facts.study_site import is_of_its_hospital
from suyuan.flow import Flow, make_flow

METHODS = ("heading", "1 资料与方法")
WARD = ("note", "甲山市人民医院骨科")


def flows(*blocks: object) -> list[Flow]:
    document = make_document(*blocks)  # type: ignore[arg-type]
    return [make_flow(document.text, block) for block in document.blocks]


def house(paper: list[Flow], evidence: Evidence) -> str | None:
    found = houses_of(lines_of((), paper), paper)
    return next((each.names[0] for each in found if evidence in each.evidence), None)


def own_house(paper: list[Flow]) -> str | None:
    return house(paper, "ours")


def house_named_again(paper: list[Flow]) -> str | None:
    return house(paper, "again")


@pytest.mark.parametrize(
    ("line", "told", "wanted"),
    [
        ("甲山市人民医院骨科", "选取我院患者若干。", "甲山市人民医院"),
        ("甲山市人民医院骨科", "选取本科患者若干。", "甲山市人民医院"),
        ("（甲山师范学院教育系，甲山 432500）", "选取我校学生若干。", "甲山师范学院"),
        ("甲山县图书馆", "本馆读者若干。", "甲山县图书馆"),
        ("甲山学院图书馆", "本馆读者若干。", "甲山学院"),
        # a name with a number or with 本 in it
        ("甲山市第一人民医院骨科", "选取我院患者若干。", "甲山市第一人民医院"),
        ("三亚市中心医院骨科", "选取我院患者若干。", "三亚市中心医院"),
        ("本溪市中心医院骨科", "选取我院患者若干。", "本溪市中心医院"),
        # no name, no house of this kind, no word of the authors' own house
        ("某医院骨科", "选取我院患者若干。", None),
        ("两家人民医院骨科", "选取我院患者若干。", None),
        ("甲山师范大学", "选取我院患者若干。", None),
        ("甲山市人民医院骨科", "选取患者若干。", None),
        ("甲山市人民医院骨科", "量表用于自我院外训练。", None),
        ("甲山市人民医院骨科", "依据本院课题选取患者。", None),
        # a degree is no ward
        ("甲山大学教育学院", "选取本科生若干。", None),
        ("甲山大学教育学院", "多为本科及以上学历。", None),
    ],
)
def test_own_house(line: str, told: str, wanted: str | None) -> None:
    assert own_house(flows(("note", line), METHODS, told)) == wanted


def test_own_house_is_told_before_the_results_and_not_in_a_note() -> None:
    rest = "选取患者若干。"
    assert own_house(flows(WARD, METHODS, rest, ("heading", "2 结果"), "我院患者多。")) is None
    assert own_house(flows(WARD, ("note", "我院资助"), METHODS, rest)) is None


def test_the_affiliation_stands_near_the_head() -> None:
    far = [METHODS, "选取我院患者若干。", *["略。"] * 8, WARD]
    assert own_house(flows(*far)) is None
    assert own_house(flows(METHODS, "选取我院患者若干。", WARD)) == "甲山市人民医院"


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("调查在甲山市实验小学开展。该校学生参加。", "甲山市实验小学"),
        ("调查在甲山市第三小学开展。该校学生参加。", "甲山市第三小学"),
        ("对甲山市人民医院进行调查，该院患者多。", "甲山市人民医院"),
        ("2021年3月在甲山县图书馆访谈，该馆读者多。", "甲山县图书馆"),
        # works by their own name, where they have one
        ("对甲山市城东污水处理厂进行监测，该厂运行良好。", "城东污水处理厂"),
        ("对甲山市污水处理厂进行监测，该厂运行良好。", "甲山市污水处理厂"),
        # the last one named of this kind
        ("甲山市实验小学与乙县图书馆相邻，该校学生参加。", "甲山市实验小学"),
        # no name
        ("调查在某中学开展。该校学生参加。", None),
        ("调查在甲山市两所中学开展。该校学生参加。", None),
        ("调查在甲山市实验小学开展。学生参加。", None),
        ("甲山市实验小学生们说，该校好。", None),
    ],
)
def test_house_named_again(told: str, wanted: str | None) -> None:
    assert house_named_again(flows(METHODS, told)) == wanted
    assert house_named_again(flows(("heading", "3 讨论"), told)) is None


@pytest.mark.parametrize(
    ("first", "wanted"),
    [("", "甲山市实验小学"), ("乙县第二小学学生少。", None)],  # the only one of its kind, or too far
)
def test_a_house_far_before(first: str, wanted: str | None) -> None:
    told = f"{first}调查在甲山市实验小学开展。{'问卷有多页，' * 20}该校学生参加。"
    assert house_named_again(flows(METHODS, told)) == wanted


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("将甲山市中医院2022年5月收治的患者90例随机分组。", ["甲山市中医院"]),
        ("到甲山市儿童医院门诊就诊的早产儿若干。", ["甲山市儿童医院"]),
        ("把将乐县总医院收治的患儿作为对象。", ["将乐县总医院"]),
    ],
)
def test_what_leads_to_a_hospital_is_no_part_of_its_name(told, wanted):
    assert hospitals_of_patients(flows(METHODS, ("paragraph", told))) == wanted


def test_hospitals_with_a_link_in_their_names_are_a_list():
    told = "选取甲山市仁和医院、乙江县中医医院和丙水市和平医院3家医院消化科就诊的患者240例。"
    wanted = ("甲山市仁和医院", "乙江县中医医院", "丙水市和平医院")
    assert hospitals_in_turn(flows(METHODS, ("paragraph", told))) == wanted


@pytest.mark.parametrize(
    ("title", "told", "wanted"),
    [
        ("贵阳市早产儿接种分析", "收集到贵阳市甲秀儿童医院门诊就诊的早产儿若干。", True),
        ("贵阳市流感监测分析", "采集贵阳市甲秀儿童医院门诊病例的标本。", False),  # watched in the whole city
        ("贵阳市儿童肥胖调查", "抽取12所小学的儿童，另选贵阳市甲秀儿童医院体检的儿童若干。", False),
        ("贵阳市新生儿筛查分析", "收集贵阳市甲秀儿童医院筛查的新生儿若干。", False),
        ("贵阳市早产儿接种分析", "收集遵义市红花岗医院门诊就诊的早产儿若干。", False),
        ("贵阳市孕妇膳食分析", "选取贵阳市甲医院、贵阳市乙医院产检的孕妇若干。", False),
    ],
)
def test_patients_of_one_hospital_of_the_city_in_the_title(knowledge, title, told, wanted):
    paper = flows(METHODS, ("paragraph", told))
    assert is_of_its_hospital(("贵阳",), [title], paper, knowledge.gazetteer) is wanted
