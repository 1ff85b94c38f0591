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


@pytest.mark.parametrize(
    ("title", "told", "wanted"),
    [
        # what a body has under it lies where the body is; a body that only gives figures does not
        ("管网渗漏的成因", "本调查以江西省赣州市供水公司所辖旧城区管网为调查对象。", "赣州"),
        ("线路跳闸的成因", "以临沂市供电公司所属线路为研究对象，采集跳闸记录。", "临沂"),
        ("线路跳闸的成因", "以临沂市供电公司所属10 kV线路为研究对象，采集跳闸记录。", "临沂"),
        ("线路跳闸的成因", "记录由临沂市供电公司提供，采集后整理。", None),
        # sides of the compass
        ("管网渗漏的成因", "管线由西北向东南汇流，采集样品若干。", None),
        ("坡地氮素流失", "地势自东北向西南倾斜，采集样品若干。", None),
        # the works withheld lie in the city; a hospital withheld says nothing
        ("烟气的排放水平", "基于迁安市某焦化企业2台锅炉的记录，采集样品。", "迁安"),
        ("导管的维护", "选取某三级甲等专科医院住院的患者为研究对象。", None),
        ("导管的维护", "选取汉中市某三级甲等医院住院的患者为研究对象。", "汉中"),
        # a panel of the country whose number is not told, and surveys of it
        ("试点与创业", "采用2011—2020年我国地级市面板，借助双重差分模型。", "中国"),
        ("税负与投资", "以2012—2019年我国制造业企业为样本，检验假设。", "中国"),
        ("公共服务的评价", "利用2019年中国社会状况综合调查数据，比较了城乡。", "中国"),
        ("试点与创业", "我国地级市的创业活跃度差异较大，需要调查。", None),
        ("企业与员工的匹配", "利用2020年中国企业员工匹配调查数据，检验假设。", "中国"),
        ("收入的差距", "利用某大学2020年在江西省萍乡市的调查数据，检验假设。", "萍乡"),
        # counties of one group of a province
        (
            "改革与集体收入",
            "处理组为湖南省桃江县、安化县和新化县，对照组为省内其余9个县，数据取自年鉴。",
            "湖南",
        ),
        # players of a team
        ("训练课的心率", "以12名河北省女子举重队队员为研究对象。", "河北省女子举重队"),
        ("训练课的血乳酸", "16名中国女子曲棍球国家队运动员参加测试。", "中国女子曲棍球国家队"),
        ("跑动的负荷", "2020年6月测试山西省足球队队员12名。", "山西省足球队"),
        ("社区的服务", "于9月对泉州海滨足球俱乐部球员28名进行访谈。", "泉州海滨足球俱乐部"),
        ("赛前的焦虑", "选取的对象为国家女子射击队运动员18名。", "国家女子射击队"),
        # several teams, a sort of them, the team of a school
        ("训练课的血乳酸", "各省举重队队员参加测试，采集血样。", None),
        ("训练课的血乳酸", "抽取两省田径队队员30名，采集血样。", "两省"),
        ("训练课的血乳酸", "16名优秀女子赛艇队运动员参加测试。", None),
        ("跑动的负荷", "选取汉中市第三中学足球队队员22名，进行测试。", "汉中市第三中学"),
        # where an author was born
        ("密度与产量", "作者简介王某（1985-），男，江西萍乡人，从事栽培研究和调查。", None),
    ],
)
def test_place_by_its_construction(read: Read, title: str, told: str, wanted: str | None) -> None:
    blocks = [("heading", "1 对象与方法"), ("paragraph", told), ("heading", "2 结果"), RESULT]
    assert areas(read, *blocks, title=title)[-2:] == [(wanted,) if wanted else ()] * 2


@pytest.mark.parametrize(
    ("title", "told", "wanted"),
    [
        ("《墨川学刊》载文的计量分析", "《墨川学刊》创刊于1985年，对其论文作了统计。", "墨川学刊"),
        (
            "2010—2020年《云岭农业学报》作者队伍分析",
            "《云岭农业学报》刊登的论文是本文的对象。",
            "云岭农业学报",
        ),
        ("《红楼梦》作者考", "《红楼梦》的版本众多，本文加以统计。", None),
        ("《齐农要录》引文考", "本文在期刊检索成果。《齐农要录》引书若干。", None),
        ("《墨川学刊》引文分析", "《墨川学刊》引文若干，本文加以统计。该刊由甲院主办。", "墨川学刊"),
        ("《墨川学刊》主编访谈", "《墨川学刊》创刊于1985年，本文作了访谈。", None),
    ],
)
def test_journal_that_a_study_is_on(read: Read, title: str, told: str, wanted: str | None) -> None:
    blocks = [("abstract", "摘要：" + told), ("heading", "2 结果"), RESULT]
    assert areas(read, *blocks, title=title)[-2:] == [(wanted,) if wanted else ()] * 2


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        # authors and houses run together with the abstract are no place of the animals
        (
            "李某1，王某2 1.甲医学院药理室，吉林白城；2.乙医学院 目的 观察药物的作用。方法 将60只大鼠分组。",
            (),
        ),
        ("赵某 甲大学化学系，山东德州 摘要：考察催化剂的活性。制备样品5份。", ()),
        ("目的 了解农户的收入。方法 对吉林省白城市60户农户进行调查。", ("白城",)),
    ],
)
def test_houses_run_together_with_the_abstract(read: Read, told: str, wanted: tuple[str, ...]) -> None:
    assert areas(read, ("abstract", told), ("heading", "2 结果"), RESULT, title="作用的研究")[0] == wanted


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("选取在柳州市职业病防治院接受体检的工人。", ("柳州市职业病防治院",)),
        ("收集2021年在赣州市健康管理中心体检的居民资料。", ("赣州市健康管理中心",)),
        ("选取某职业病防治院接受体检的工人。", ()),
        ("在丹江口市均州路社区卫生服务中心建档的患者中抽取若干。", ("丹江口市均州路社区卫生服务中心",)),
        ("在丹江口市12家社区卫生服务中心建档的患者中抽取若干。", ("丹江口",)),
        ("甲山市肿瘤医院静疗门诊，江西上饶", ()),  # where the authors work
    ],
)
def test_house_where_people_were_examined(told: str, wanted: tuple[str, ...]) -> None:
    paper = flows(told, "本文报告所得。", section=("1 对象与方法",))
    assert told_site(["作业与肺功能"], paper, Gazetteer.load()) == wanted
