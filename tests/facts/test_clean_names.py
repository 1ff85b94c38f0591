"""What may stand inside the name of a place of study: no deed, no half word, no part of a longer proper name, no count."""

from __future__ import annotations

import pytest

from facts.fact_documents import make_document
from suyuan.facts import Knowledge
from suyuan.facts.study_site import study_site
from suyuan.flow import make_flow

METHODS, RESULTS = ("heading", "1 资料与方法"), ("heading", "2 结果")


def site(knowledge: Knowledge, *told: object) -> tuple[str, ...]:
    document = make_document(METHODS, *told, RESULTS, "略。")  # type: ignore[arg-type]
    found = study_site(
        ["影响因素分析"], [make_flow(document.text, b) for b in document.blocks], knowledge.gazetteer
    )
    return found.names if found is not None else ()


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        # a deed stands in no name; of schools a city has many
        ("课题组在湖北省襄阳市开展小学生家长调查。", ("襄阳",)),
        ("课题组在云岭县开展幼儿园教师访谈。", ("云岭",)),
        ("2021年在甘肃省定西市抽取小学生进行体检。", ("定西",)),
        ("对云岭市中学教师进行问卷调查。", ("云岭",)),
        ("在青溪市开展云岭中学学生体检。", ("云岭中学",)),
        # a verb of one character and half of a word
        ("取山药粉若干进行测定。", ()),
        ("取山羊血样进行测定。", ()),
        ("选洞庭湖区湿地进行采样调查。", ("洞庭湖区湿地",)),
        ("取云岭山区土壤样品进行测定。", ("云岭山区",)),
        # names that begin others
        ("以《青溪日报》《云岭晚报》为样本进行内容分析。", ()),
        ("选取湖北日报、安徽商报的报道进行抽样。", ()),
        ("采集长江鲟样本进行测定。", ()),
        ("采集长江水样进行测定。", ("长江",)),
        ("选用健康新疆细毛羊30只进行试验。", ()),
        ("选用1日龄北京鸭200只随机分组进行试验。", ()),
        ("采用昆明种小鼠60只进行试验。", ()),
        ("对新疆羊群进行布病调查。", ("新疆",)),
        ("对照组采用登山训练，进行测试。", ()),
        # what is worked on
        ("以宁夏枸杞为原料进行测定。", ()),
        ("以青海省牦牛为试验动物进行测定。", ()),
        ("以新疆农户为对象进行调查。", ("新疆",)),
        # what leads to a house
        ("依托云岭县人民医院体检中心开展居民体检。", ("云岭县人民医院",)),
        ("委托云岭县疾病预防控制中心进行检测。", ()),
        ("调查了青溪县实验中学的学生。", ("青溪县实验中学",)),
        # a region that no table names behind its province; a sort of regions
        ("以云南杞麓湖流域为研究区，利用遥感数据。", ("杞麓湖流域",)),
        ("在陕西省彬长矿区布设测点开展监测。", ("彬长矿区",)),
        ("在四川丘陵区布设试验。", ("四川",)),
        ("对山东、河南平原地区农户进行调查。", ("山东", "河南")),
        # a name withheld below a unit
        ("选取青海省某三甲医院护士进行问卷调查。", ("青海",)),
        ("采用王某编制的大学生量表施测。", ()),
    ],
)
def test_clean_names(knowledge: Knowledge, told: str, wanted: tuple[str, ...]) -> None:
    assert site(knowledge, told) == wanted


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("数据来自中国家庭追踪调查，覆盖25个省份。", ("中国",)),
        ("该项调查覆盖大陆29个省（区、市），多阶段抽样。", ("中国",)),
        ("利用全国健康普查资料，涉及28个省份的样本。", ("中国",)),
        ("本文利用25个省份的面板数据，考察了影响。", ("25个省份",)),
        ("抽取6个省份的样本进行调查。", ("6个省份",)),
        ("本文使用2018年中国家庭追踪调查数据。", ("中国",)),
        ("使用CGSS2017数据进行回归。", ("中国",)),
        ("采用中国综合社会调查数据分析上海市居民的样本。", ("上海",)),
    ],
)
def test_number_of_provinces(knowledge: Knowledge, told: str, wanted: tuple[str, ...]) -> None:
    assert site(knowledge, told) == wanted


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("选取青溪职业技术学院护理专业2019级学生320人为研究对象。", ("青溪职业技术学院",)),
        ("以地方高校许昌文理学院大一新生为被试。", ("许昌文理学院",)),
        ("以应用型本科院校青溪学院的学生为对象施测。", ("青溪学院",)),
        ("对云岭医科大学、青溪学院两校大学生进行问卷调查。", ("云岭医科大学", "青溪学院")),
        ("招募青溪体育学院男生12名为被试。", ("青溪体育学院",)),
        # who made an instrument or sent helpers; several schools apart; a sort
        ("采用青溪大学编制的学生问卷进行调查。", ()),
        ("由青溪大学的研究生担任调查员进行问卷调查。", ()),
        ("选取青溪学院学生，另对云岭学院进行调查。", ()),
        ("以大学学生为研究对象，进行问卷调查。", ()),
    ],
)
def test_school_of_the_pupils(knowledge: Knowledge, told: str, wanted: tuple[str, ...]) -> None:
    assert site(knowledge, told) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("内蒙古绒山羊存栏1600万只", ["内蒙古"]),
        ("选用辽宁绒山羊20只", []),
        ("日本大耳白兔20只", []),
        ("据《湖北日报》报道", []),
        ("赣东文旅科技2013年05月第09卷第05期", []),
        ("赣东文旅收入2013年增长", ["赣东"]),
        ("美国白蛾防治面积3万亩", []),
        ("湖北日报报道了3家企业", []),
        # half of another word behind the place, its products, its own organisations, books that are counted
        ("海南早报名1200人", ["海南"]),
        ("湖南新报告病例320例", ["湖南"]),
        ("上海快报警1200起", ["上海"]),
        ("上海电视台员工3200人", ["上海"]),
        ("安徽血吸虫病感染率0.02%", ["安徽"]),
        ("福建岩茶产量12万吨", ["福建"]),
        ("江苏绒螯蟹产量3万吨", ["江苏"]),
        ("浙江水利志12卷", ["浙江"]),
        ("北京晴为主，日照52小时", ["北京"]),
    ],
)
def test_places_in_longer_names(knowledge: Knowledge, text: str, wanted: list[str]) -> None:
    assert [mention.name for mention in knowledge.gazetteer.find(text)] == wanted
