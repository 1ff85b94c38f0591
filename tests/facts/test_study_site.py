"""Where a study was made, an experiment's site, and the event of a news item."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facts.fact_documents import make_document
from suyuan.facts import Extraction, Knowledge
from suyuan.facts.area_clauses import states_a_rule
from suyuan.facts.lead_title import title_of_paper
from suyuan.facts.outline import area_of_heading
from suyuan.facts.study_site import closer_than_title, stems_of_site
from suyuan.flow import make_flow
from suyuan.places.records import Place

Read = Callable[..., Extraction]
RESULT = ("paragraph", "出水总氮平均8.9 mg/L，去除率为80%。")


def areas(read: Read, *blocks: object, title: str | None = None) -> list[tuple[str, ...]]:
    return [fact.area for fact in read(*blocks, title=title).facts]


@pytest.mark.parametrize(
    ("abstract", "wanted"),
    [
        # works by their own name, without the city; by the city where they have none
        ("摘要：针对云岭市东郊污水处理厂冬季总氮超标的问题，开展中试。", "东郊污水处理厂"),
        ("摘要：以青河县第二水厂为研究对象，考察了工艺效果。", "第二水厂"),
        ("【摘要】依托云岭特大桥，开展现场监测。", "云岭特大桥"),
        ("摘要：以云岭市污水处理厂为例，分析了能耗。", "云岭市污水处理厂"),
        # no name of one
        ("摘要：针对城镇污水处理厂总氮超标的问题，开展中试。", None),
        ("摘要：以某污水处理厂为研究对象，考察了工艺效果。", "某污水处理厂"),
        ("摘要：污水处理厂总氮超标，东郊污水处理厂也不例外。", None),
        # the places of a case and of a survey
        ("摘要：治理水平有待提高。以河南省为例，构建评价模型。", "河南"),
        ("摘要：为了解现状，对江苏省12个县的教师进行问卷调查。", "江苏"),
        # the clause says where; the next one only its points
        (
            "摘要：课题组于2021年7月在安徽省阜阳市开展调查，在颍州区、颍上县和太和县的政务大厅拦截受访者。",
            "阜阳",
        ),
        # a panel of the provinces or cities of the country
        ("摘要：基于全国31个省份的面板数据进行问卷分析。", "中国"),
        ("摘要：利用我国282个地级市的数据，分析了效率。", "中国"),
        ("摘要：利用282个地级市的数据，分析了效率。", None),
    ],
)
def test_site_of_a_study(read: Read, abstract: str, wanted: str | None) -> None:
    found = areas(read, ("abstract", abstract), ("heading", "2 结果与讨论"), RESULT)
    assert found[-2:] == [(wanted,) if wanted else ()] * 2


@pytest.mark.parametrize(
    ("abstract", "wanted"),
    [
        (
            "摘要：目的 分析疗效。方法 选取2020年1月至2021年5月云岭市第一人民医院收治的86例患者。",
            "云岭市第一人民医院",
        ),
        ("摘要：回顾性分析2021年在甲江医科大学附属医院骨科住院的120例患者。", "甲江医科大学附属医院"),
        ("摘要：纳入2018年1月—2020年12月于云岭市妇幼保健院分娩的320例孕妇。", "云岭市妇幼保健院"),
        ("摘要：选取2020年我院收治的86例患者。", None),
        ("摘要：选取2020年某三甲医院收治的86例患者。", None),  # withheld
        ("摘要：选取2020年自贡市第一人民医院收治的86例患者。", "自贡市第一人民医院"),
        ("摘要：选取2020年就诊于北京协和医院的86例患者。", "北京协和医院"),
        ("摘要：选取甲江医院收治的86例和云岭医院收治的40例患者。", None),
        ("摘要：经云岭市第一人民医院伦理委员会批准，选取86例患者。", None),
    ],
)
def test_hospital_of_the_patients(read: Read, abstract: str, wanted: str | None) -> None:
    found = areas(read, ("abstract", abstract), ("paragraph", "观察组总有效率为80%。"))
    assert set(found) == {(wanted,) if wanted else ()}


@pytest.mark.parametrize(
    ("abstract", "wanted"),
    [
        ("摘要：选取2020年甲江医院和云岭医院收治的86例患者。", ("甲江医院", "云岭医院")),
        (
            "摘要：甲江医院、云岭医院、青溪县中医院3家医院呼吸科的患者86例。",
            ("甲江医院", "云岭医院", "青溪县中医院"),
        ),
        ("摘要：在云岭市妇幼保健院及甲江医院分娩的产妇。", ("云岭市妇幼保健院", "甲江医院")),
        ("摘要：选取甲江医院、云岭医院等6家医院收治的患者。", ()),
    ],
)
def test_hospitals_of_several_centres(read: Read, abstract: str, wanted: tuple[str, ...]) -> None:
    assert areas(read, ("abstract", abstract), ("paragraph", "观察组总有效率为80%。"))[-1] == wanted


def test_hospital_does_not_hold_in_an_introduction(read: Read) -> None:
    abstract = ("abstract", "摘要：选取2020年云岭市第一人民医院收治的86例患者。")
    intro = ("paragraph", "该病的病死率高达15%。本研究纳入86例。")
    here = ("云岭市第一人民医院",)
    assert areas(read, abstract, intro) == [here, (), here]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("欧盟新规要求，到2027年回收率须达到50%，2031年提高至80%。", [("欧盟",)] * 2),
        ("日本政府提出，到2030年减排46%，2035年减排60%。", [("日本",)] * 2),
        ("损失最重的省份是浙江省，为11.87亿元。", [("浙江",)]),
        ("产量最高的省份为河南省，达380万吨。", [("河南",)]),
        ("浙江沿海潮位超过警戒潮位；全省受灾面积1.36万公顷。", [("浙江",)]),
        ("黄海浒苔最大覆盖面积1746平方千米。", [("黄海",)]),
        ("辽东湾浮冰最大离岸距离为61海里。", [("辽东湾",)]),
        ("我国部署试点，要求覆盖率达到50%。", [("中国",)]),
    ],
)
def test_places_in_a_report_on_the_country(read: Read, text: str, wanted: list[tuple[str, ...]]) -> None:
    assert areas(read, ("paragraph", text), title="2021年全国海洋灾害公报") == wanted


def test_site_is_not_that_of_others_work(read: Read) -> None:
    abstract = ("abstract", "摘要：针对云岭市东郊污水处理厂总氮超标的问题，开展中试。")
    site = ("东郊污水处理厂",)
    assert stems_of_site(("引言",), site)[0] == "东郊"
    assert stems_of_site(("结果",), site) == ()
    cited = ("paragraph", "挂膜速度较文献[4]报道的60 d明显加快。")
    assert areas(read, abstract, ("heading", "2 结果"), cited) == [()]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("试验地位于山东省泰安市，年均气温13.6 ℃。土壤有机质15.2 g/kg。", ["泰安", "泰安"]),
        ("试验于2021年5月在甲乙农业大学许昌试验站进行。该地海拔72 m。", ["许昌"]),
        ("研究区位于云岭县北部，年均降水量560 mm。", ["云岭"]),
        ("试验于2021年在本校试验田进行，小区面积48 m2。", [None]),
        ("实验在恒温室中进行，时间为30 min。", [None]),
    ],
)
def test_described_site(read: Read, text: str, wanted: list[str | None]) -> None:
    assert areas(read, ("paragraph", text)) == [(name,) if name else () for name in wanted]


def test_event_of_a_news_item(read: Read) -> None:
    title = ("title", "第五届云岭茶叶博览会闭幕")
    own = ("云岭茶叶博览会",)
    text = "本届大会共签约项目138个，较上届增长15%。其中，制造业项目74个。"
    assert areas(read, title, ("paragraph", text), title=title[1]) == [own, own, own]
    assert areas(read, title, ("paragraph", "浙江省参展企业300家。"), title=title[1]) == [("浙江",)]
    assert areas(read, ("paragraph", text)) == [(), (), ()]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (
            [
                "·论著·",
                "甲乙两省患者管理现状的横断面研究",
                "张三1，李四2",
                "1.某医学院；2.某医院",
                "【摘要】目的…",
            ],
            1,
        ),
        (["甲地农户生计的多样化研究", "张三李四", "（某大学管理学院，某地100000）", "摘要：本文…"], 0),
        (["甲省统计公报", "某省统计局", "2023年，全省地区生产总值增长。"], None),
        (["甲省某年工作情况如下，请审议。", "张三，李四", "某大学", "摘要：本文…"], None),
    ],
)
def test_title_above_the_authors(lines: list[str], wanted: int | None) -> None:
    assert title_of_paper(lines) == (None if wanted is None else lines[wanted])


@pytest.mark.parametrize(
    ("lead", "wanted"),
    [
        ("血压控制指收缩压", True),
        ("超重定义为BMI", True),
        ("检验水准α=", True),
        ("综合指数为", False),
        ("会议指出，增速达", False),
        ("城镇化率由指标体系得出，为", False),
    ],
)
def test_definitions_hold_anywhere(lead: str, wanted: bool) -> None:
    assert states_a_rule(lead) == wanted


@pytest.mark.parametrize(
    ("text", "title", "wanted"),
    [
        # a relation or a comparison is no topic of the next sentence
        ("株洲与湘潭之间仅12项。已完成67项。", "以长株潭都市圈为例", [("长株潭",)]),
        ("与广佛、巴黎等地相比，短板在于分享。基金规模为50亿元。", "以长株潭都市圈为例", [("长株潭",)]),
        # a place whose unit is not told is the subject
        ("茂名某镇建成预冷站，荔枝采摘后2小时内入库。", "中国农村物流白皮书", [("茂名",)]),
        # a number that is no count of places, and one that goes to a place
        ("人均容积方面，美国为0.47立方米，日本0.32立方米。", "中国农村物流白皮书", [("美国",), ("日本",)]),
        ("转移支付累计4万亿元，87%用于支持中西部地区。", "中国政府工作报告", [("中国",), ("中西部",)]),
        ("省市县累计建设片区2070个。", "山东省政府工作报告", [("山东",)]),
    ],
)
def test_places_of_clauses(read: Read, text: str, title: str, wanted: list[tuple[str, ...]]) -> None:
    found = areas(read, ("title", title), ("paragraph", text), title=title)
    assert found[-len(wanted) :] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "国内制造商领先，联想、浪潮、曙光分别交付5台、4台、3台，分别排名第一、二和四位，累计份额为56%。",
            ["联想", "浪潮", "曙光"] * 2,
        ),
        ("新势力车企竞争激烈，蔚来和零跑分别交付3万辆和4万辆。", ["蔚来", "零跑"]),
        ("制造商众多，小麦、玉米分别播种30万亩、20万亩。", [None, None]),
        ("服务商中，男性、女性分别拥有30人、40人。", [None, None]),
    ],
)
def test_rows_of_makers(read: Read, text: str, wanted: list[str | None]) -> None:
    found = areas(read, ("paragraph", text))
    assert found[: len(wanted)] == [(name,) if name else () for name in wanted]
    assert len(found) == len(wanted) or found[-1] == ("联想", "浪潮", "曙光")


@pytest.mark.parametrize(
    ("own", "told", "wanted"),
    [
        (("黔北",), "调查遵义市农户。", ("遵义",)),
        (("黔北",), "调查农户若干。", ("黔北",)),  # nothing finer is told
        (("贵州",), "调查遵义市农户。", ("贵州",)),  # a province
        (("长三角",), "调查苏州市农户。", ("长三角",)),  # its members are known
        (("黔北", "豫南"), "调查遵义市农户。", ("黔北", "豫南")),
        (("黔北", "豫南"), "调查遵义市、信阳市农户。", ("遵义", "信阳")),
        (("湘南", "赣西"), "样本取自郴州、永州和萍乡三市的矿区。", ("郴州", "永州", "萍乡")),
        (("黔北", "豫南"), "调查遵义市、信阳市、成都市农户。", ("黔北", "豫南")),  # one lies in neither
        (("黔北", "豫南"), "调查信阳市、驻马店市农户。", ("黔北", "豫南")),  # none in the first
        (("黔北", "河南"), "调查遵义市、信阳市农户。", ("黔北", "河南")),  # a province
        ((), "调查遵义市农户。", ()),
    ],
)
def test_site_in_a_part_of_the_country(
    knowledge: Knowledge, own: tuple[str, ...], told: str, wanted: tuple[str, ...]
) -> None:
    document = make_document(("heading", "1 研究方法"), told)
    flows = [make_flow(document.text, block) for block in document.blocks]
    assert closer_than_title(own, (), flows, knowledge.gazetteer) == wanted


def test_what_others_drew_on_is_no_site(read: Read) -> None:
    facts = read(
        "税收政策影响企业决策。于文超等利用山东省企业数据发现税负上升。",
        "本文考察税负。研发投入占比为4.2%。",
        title="企业所得税与研发投入",
    ).facts
    assert facts[-1].area == ()


@pytest.mark.parametrize(
    ("title", "told", "wanted"),
    [
        (
            "西江沿岸四市港口吞吐能力",
            "选取梧州、贵港、肇庆、云浮4市的港口。",
            ("梧州", "贵港", "肇庆", "云浮"),
        ),
        ("东北三省大豆种植", "利用黑龙江、吉林和辽宁三省的面板数据。", ("黑龙江", "吉林", "辽宁")),
        ("东北三省大豆种植", "利用三省的面板数据。", ("东北三省",)),  # no list
        ("东北三省大豆种植", "利用山东、河南和河北三省的面板数据。", ("东北三省",)),  # of others
        ("东北三省大豆种植", "比较黑龙江、吉林两省的数据。", ("东北三省",)),  # fewer than the title counts
        ("京津冀三地大气治理", "利用北京、天津、河北三地的数据。", ("京津冀",)),  # a name that everybody uses
        ("成渝两地物流效率", "利用四川、重庆两地的数据。", ("成渝",)),
    ],
)
def test_members_of_a_region_of_so_many(
    knowledge: Knowledge, title: str, told: str, wanted: tuple[str, ...]
) -> None:
    document = make_document(("heading", "1 研究方法"), told)
    flows = [make_flow(document.text, block) for block in document.blocks]
    region = Place("西江沿岸", "西江沿岸", "zone")
    gazetteer = knowledge.gazetteer.with_places([region])
    own = area_of_heading(title, gazetteer)
    assert closer_than_title(own, (title,), flows, gazetteer) == wanted


@pytest.mark.parametrize(
    ("title", "methods", "result", "wanted"),
    [
        (
            "东北三省大豆种植的效率分析",
            "利用黑龙江、吉林和辽宁三省的面板数据。",
            "东北地区耕地多。三省大豆平均单产为1.9 t/hm2。",
            ("黑龙江", "吉林", "辽宁"),
        ),
        (
            "豫西南、鄂西农村小学的调查研究",
            "对南阳市、恩施州的学生进行问卷调查。",
            "学生平均每天阅读31.7分钟。",
            ("南阳", "恩施州"),
        ),
        (
            "京津冀三地水泥产量的影响因素分析",
            "利用北京、天津、河北三地的面板数据。",
            "水泥产量年均减少2.3%。",
            ("京津冀",),
        ),
    ],
)
def test_figures_of_the_members(
    read: Read, title: str, methods: str, result: str, wanted: tuple[str, ...]
) -> None:
    blocks = (("heading", "1 研究方法"), methods, ("heading", "2 结果与分析"), result)
    assert areas(read, *blocks, title=title)[-1] == wanted
