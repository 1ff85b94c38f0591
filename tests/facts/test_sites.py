"""The place of a study: what wins of the candidates that title, affiliation, abstract and methods name."""

from __future__ import annotations

from typing import get_args

import pytest

from facts.fact_documents import make_document
from suyuan.facts import Knowledge
from suyuan.facts.outline import area_of_heading
from suyuan.facts.sites.candidates import Candidate, Evidence, Sort
from suyuan.facts.sites.lines import Where, lines_of
from suyuan.facts.sites.names import houses_in, is_name
from suyuan.facts.sites.ranking import RANKING, best, row_of
from suyuan.facts.study_site import study_site
from suyuan.flow import Flow, make_flow
from suyuan.places.own_units import with_own_unit

METHODS, RESULTS = ("heading", "1 资料与方法"), ("heading", "2 结果")


def flows(*blocks: object) -> list[Flow]:
    document = make_document(*blocks)  # type: ignore[arg-type]
    return [make_flow(document.text, block) for block in document.blocks]


def site(knowledge: Knowledge, title: str, *blocks: object) -> tuple[str, ...]:
    found = study_site([title] if title else [], flows(*blocks), knowledge.gazetteer)
    return found.names if found is not None else ()


@pytest.mark.parametrize(
    ("title", "told", "wanted"),
    [
        # the house that the title is on, or takes for its case
        ("青溪县人民医院血培养结果分析", "回顾血培养记录。", ("青溪县人民医院",)),
        ("2020—2022年青溪县第二中学学生近视", "对学生进行检查。", ("青溪县第二中学",)),
        ("备件的分类管理——基于鑫远阀门公司的案例", "鑫远阀门公司品类庞杂，数据取自台账。", ("鑫远阀门公司",)),
        ("商业化与满意度——以芦溪古镇为例", "芦溪古镇街巷完好，发放问卷若干。", ("芦溪古镇",)),
        # no name
        ("公立医院成本核算研究", "选取公立医院若干。", ()),
        ("考虑尾流的风电场布置", "对风电场进行模拟。", ()),
        ("以大学生为例的阅读研究", "对大学生进行问卷调查，大学生多。", ()),
        ("寄宿制学校疫情的处置", "对学校进行调查。", ()),
    ],
)
def test_house_of_the_title(knowledge: Knowledge, title: str, told: str, wanted: tuple[str, ...]) -> None:
    assert site(knowledge, title, METHODS, told, RESULTS, "略。") == wanted


@pytest.mark.parametrize(
    ("line", "told", "wanted"),
    [
        ("（青溪县人民医院骨科，湖南 青溪 412300）", "收集2020年住院的患者若干。", ("青溪县人民医院",)),
        ("作者单位：青溪骨伤医院创伤科", "将2020年住院并行手术的患者纳入。", ("青溪骨伤医院",)),
        ("（青溪清泉水务有限公司 技术部）", "我公司城南厂改造后进行监测。", ("青溪清泉水务有限公司",)),
        ("（青溪市第三实验中学）", "笔者在所任教的班级开展教学试验。", ("青溪市第三实验中学",)),
        ("[作者单位]青溪东山医院麻醉科", "选择本院患者若干，收集资料。", ("青溪东山医院",)),
        (
            "赵明1，李强2（1.青溪市清泉水务有限公司，江苏 青溪 214000；2.云岭研究院）",
            "在本公司第二水厂开展试验。",
            ("青溪市清泉水务有限公司",),
        ),
        # a trial of a treatment; nothing says that it was made there, or the patients came elsewhere
        ("（青溪县人民医院骨科）", "利用公开数据库进行分析。", ()),
        ("（青溪县人民医院）", "我院患者随机分为两组，口服药物治疗。", ()),
        ("（青溪大学附属医院骨科）", "选取云岭市中心医院收治的患者若干。", ("云岭市中心医院",)),
        ("（青溪大学管理学院）", "笔者采用问卷调查大学生。", ()),
    ],
)
def test_house_of_the_affiliation(
    knowledge: Knowledge, line: str, told: str, wanted: tuple[str, ...]
) -> None:
    assert site(knowledge, "", line, METHODS, told, RESULTS, "略。") == wanted


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        # houses, without what leads to them, and the place that they stand in
        ("饲养试验在青溪岭种羊场完成，羔羊单栏饲喂。", ("青溪岭种羊场",)),
        ("样地设在福建省青溪国有林场，调查林下植被。", ("青溪国有林场",)),
        ("市疾控中心接到青溪中学报告，随即对该校师生开展调查。", ("青溪中学",)),
        ("青溪隧道位于甘肃省庆阳市境内，布设断面监测。", ("青溪隧道",)),
        ("选取洛阳市居民若干进行调查。", ("洛阳",)),
        # several houses, laboratories and sorts of houses are none
        ("选取青溪中学和云岭中学的学生。", ("青溪中学", "云岭中学")),
        ("选取青溪中学学生，另对云岭中学进行调查。", ()),
        ("样品在青溪大学实验室测定。", ()),
        ("对农村小学进行问卷调查。", ()),
        # a town of no table; one of a known county is that county's
        ("课题组赴桃溪古镇开展问卷调查。", ("桃溪古镇",)),
        ("在敦煌市桃溪镇设置样地。", ("敦煌",)),
        ("对特色小镇进行问卷调查。", ()),
        # where a thing lies, what was decided, a list with the number of its cities
        ("该边坡位于敦煌市境内，岩体破碎。", ("敦煌",)),
        ("笔者在裁判文书网检索浙江、广东两省法院的判决书。", ("浙江", "广东")),
        ("课题组赴文昌、琼海两市入户访谈。", ("文昌", "琼海")),
        ("利用我国118家商业银行的面板数据。", ("中国",)),
        # a part right behind its county
        ("试验在五原县河套灌区进行，测定产量。", ("五原县",)),
        # provinces left out, all provinces told
        ("样本取除西藏及港澳台之外的30个省份。", ("中国",)),
        ("西藏及港澳台因数据缺失未纳入，得到我国30个省份的样本。", ("中国",)),
        ("样本取除西藏之外的25个省份。", ("25个省份",)),
    ],
)
def test_what_the_methods_name(knowledge: Knowledge, told: str, wanted: tuple[str, ...]) -> None:
    assert site(knowledge, "", METHODS, told, RESULTS, "略。") == wanted


@pytest.mark.parametrize(
    ("title", "told", "wanted"),
    [
        # a sort of houses is of the place before it
        ("泰州市县级综合医院用药分析", "数据取自各院系统。", ("泰州",)),
        ("成都市公立医院护士的离职意愿", "对护士进行问卷调查。", ("成都",)),
        ("以苏州平江路街区为例的居民参与", "平江路街区居民多。", ("苏州",)),
        ("成都市第二人民医院护士的离职意愿", "对护士进行问卷调查。", ()),
        # a basin of the title that the text calls 流域, a mouth of a river, what stands right behind a county
        ("近年无定河流域土地利用变化", "流域耕地减少。", ()),
        ("漳江口红树林底栖动物", "在漳江口设置样地。", ("漳江口",)),
        ("崇明东滩底栖动物的恢复", "崇明东滩潮差大。", ("崇明东滩",)),
        ("崇明东滩底栖动物的恢复", "滩面潮差大。", ("崇明区",)),
        ("敦煌市石羊沟自然保护区植被", "石羊沟自然保护区植被多样。", ("石羊沟自然保护区",)),
        ("高原荒漠光伏电站积灰", "光伏电站积灰多。", ()),
    ],
)
def test_place_of_the_title(knowledge: Knowledge, title: str, told: str, wanted: tuple[str, ...]) -> None:
    paper = flows(METHODS, told, RESULTS, "略。")
    gazetteer = with_own_unit(knowledge.gazetteer, [title], [title, *(flow.text for flow in paper)])
    assert area_of_heading(title, gazetteer) == wanted


def test_a_basin_taken_up_by_its_ending(knowledge: Knowledge) -> None:
    title = "近年无定河流域土地利用变化"
    told = [title, "流域耕地减少。", "全流域碳储量增加。"]
    assert area_of_heading(title, with_own_unit(knowledge.gazetteer, [title], told)) == ("无定河流域",)


@pytest.mark.parametrize(
    ("opening", "rest", "wanted"),
    [
        ("青溪恒塑业有限公司主营内饰件。", "公司成立改善小组，跟踪记录换模。", ("青溪恒塑业有限公司",)),
        ("青溪石化有限公司主营炼油，青溪石化管理规范。", "公司节能改造。", ("青溪石化",)),
        ("青溪恒塑业有限公司提供了样品。", "公司成立改善小组，跟踪记录换模。", ()),
    ],
)
def test_a_firm_presented_at_the_head(
    knowledge: Knowledge, opening: str, rest: str, wanted: tuple[str, ...]
) -> None:
    assert site(knowledge, "", opening, rest) == wanted


def test_what_opens_the_case(knowledge: Knowledge) -> None:
    told = "青溪沟露天煤矿南帮高180 m。"
    document = make_document(("heading", "1 工程概况"), ("paragraph", told), section=("1 工程概况",))
    paper = [make_flow(document.text, block) for block in document.blocks]
    found = study_site([], paper, knowledge.gazetteer)
    assert found is not None and found.names == ("青溪沟露天煤矿",)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("回顾云岭市中心医院检验科的记录", ["云岭市中心医院"]),
        ("2021年3月在云岭医学院附属医院就诊", ["云岭医学院附属医院"]),
        ("从化区第二中学", ["从化区第二中学"]),
        ("三都水族自治县人民医院药剂科", ["三都水族自治县人民医院"]),
        ("对两家医院和某中学进行调查", []),
    ],
)
def test_names_are_cut_at_boundaries(text: str, wanted: list[str]) -> None:
    assert [house.name for house in houses_in(text, ("院", "校"))] == wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("云岭中学", True),
        ("第三中学", True),
        ("市区部分普通高中", False),
        ("考虑尾流影响的风电场", False),
        ("富水黄土隧道", False),
    ],
)
def test_sorts_of_houses_are_no_names(name: str, wanted: bool) -> None:
    assert is_name(name) is wanted


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # (sort, evidence, where): the first goes before the second
        (("house", "patients", "methods"), ("place", "collected", "methods")),
        (("house", "ours", "affiliation"), ("place", "collected", "methods")),
        (("place", "collected", "methods"), ("house", "theirs", "affiliation")),
        (("place", "opens", "methods"), ("withheld", "case", "abstract")),
        (("withheld", "opens", "methods"), ("counted", "case", "abstract")),
        (("country", "panel", "methods"), ("place", "collected", "methods")),
        (("place", "collected", "before"), ("place", "led", "lead")),
    ],
)
def test_ranking(first: tuple[Sort, Evidence, Where], second: tuple[Sort, Evidence, Where]) -> None:
    one, two = (
        Candidate((name,), sort, frozenset({clue}), where)
        for name, (sort, clue, where) in zip("甲乙", (first, second), strict=True)
    )
    assert best([two, one]) == one


def test_each_row_of_the_ranking_can_be_reached() -> None:
    places = get_args(Where)
    for number, row in enumerate(RANKING):
        told = (Candidate(("甲",), row.sort, frozenset({row.evidence}), where) for where in places)
        assert number in {row_of(each) for each in told}, row


def test_lines_tell_where_they_stand() -> None:
    paper = flows(
        "（青溪县人民医院骨科）",
        ("abstract", "摘要：选取患者若干。结果 总有效率高。"),
        METHODS,
        "选取患者若干。",
        RESULTS,
        "见表。",
    )
    told = [(line.where, line.text) for line in lines_of(["疗效"], paper)]
    assert [where for where, _ in told][:5] == ["title", "affiliation", "abstract", "lead", "methods"]
    assert told[2][1] == "选取患者若干。"
