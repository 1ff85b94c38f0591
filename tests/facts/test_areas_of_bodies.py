"""Figures of the body whose own account a document is, of the parts of its place, and of the place of a study."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facts.fact_documents import make_document
from suyuan.facts import Extraction, Knowledge, extract_facts
from suyuan.facts.body_names import short_name
from suyuan.places import Gazetteer

Read = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("name", "lines", "wanted"),
    [
        ("上海市普陀区文化局", [], "普陀区文化局"),
        ("江苏省苏州市文化局", [], "苏州市文化局"),
        ("合肥市图书馆", [], "合肥市图书馆"),
        ("江北理工大学", [], "江北理工大学"),
        ("甲乙生物技术股份有限公司", [], "甲乙生物"),
        ("珠海甲乙电器股份有限公司", [], "甲乙电器"),
        ("丙丁重工股份有限公司", ["证券代码：600123证券简称：丙丁装备"], "丙丁装备"),
        ("丙丁重工股份有限公司", ["丙丁重工股份有限公司（以下简称“丙重”）"], "丙重"),
        ("丙丁重工股份有限公司", ["丙丁重工股份有限公司（以下简称“公司”）"], "丙丁重工"),
        ("甲乙银行股份有限公司", [], "甲乙银行"),
    ],
)
def test_short_names(name: str, lines: list[str], wanted: str) -> None:
    assert short_name(name, lines, Gazetteer.load()) == wanted


@pytest.mark.parametrize(
    ("text", "title", "areas"),
    [
        # accounts of bodies of any kind
        ("门诊量20万人次。全院床位500张。", "湖州市人民医院2023年度社会责任报告", ["湖州市人民医院"] * 2),
        ("专任教师1890人。我校学生3万人。", "江北理工大学年鉴（2022）", ["江北理工大学"] * 2),
        ("会员1200人。我国产量达到5万吨。", "中国水产学会2022年年报", ["中国水产学会", "中国"]),
        ("本年支出3亿元。", "上海市普陀区文化局2024年度部门决算", ["普陀区文化局"]),
        ("全区学校126所。", "上海市普陀区文化局2024年度部门决算", ["普陀区"]),
        ("本年支出3亿元。", "上海市普陀区2024年部门决算汇总", ["普陀区"]),
        # a company somewhere, and the trade of a place
        ("常州二期项目累计投入5亿元。", "甲乙生物股份有限公司2020年年度报告", ["甲乙生物,常州"]),
        ("2020年全国产量10万台，同比下降4%。", "甲乙生物股份有限公司2020年年度报告", ["中国"] * 2),
        ("欧盟市场需求下降5%。", "甲乙生物股份有限公司2020年年度报告", ["欧盟"]),
        # a part of the document's place that the first sentence names
        ("浦东开放发展取得进展。引进机构30家，投资5亿元。", "上海市政府工作报告", ["浦东"] * 2),
        ("雄安新区建设全面推进。新开工项目30个。", "河北省政府工作报告", ["雄安新区"]),
        ("浦东开放发展取得进展。全市企业30家。", "上海市政府工作报告", ["上海"]),
        ("浦东新增企业5家。引进机构30家。", "上海市政府工作报告", ["浦东", "上海"]),
        # its built-up area, its rivers, its counties
        ("市区设监测点5个。优良天数300天。", "苏州市环境状况公报", ["苏州,苏州市区"] * 2),
        ("清澄河干流水质优良比例95%。全市林地3万亩。", "苏州市环境状况公报", ["苏州,清澄河", "苏州"]),
        ("长江流域水质优良比例95%。", "全国环境状况公报", ["长江流域"]),
        ("云岭县比例最高，达97%，岭桥区最低，仅60%。", "苏州市环境状况公报", ["云岭", "岭桥"]),
        ("南宁市比例最高，达97%。全区为90%。", "广西壮族自治区环境状况公报", ["南宁", "广西"]),
        ("全年地区生产总值5亿元，比上年增长5%。", "苏州市统计公报", ["苏州"] * 2),
        # parts of the country
        ("东部城市占70%，西部仅占10%。", None, ["东部地区", "西部地区"]),
        ("样本中东、中、西部城市分别有9个、8个和7个。", None, ["东部地区", "中部地区", "西部地区"]),
        ("苏州市西部城区企业30家。", "苏州市统计公报", ["苏州"]),
        # a place of a sample
        ("选取通渭县3个乡镇开展调查。", None, ["通渭县"]),
        # others' work has no place that was named before
        ("我国年产量20亿吨。王某等测得损失达35%。", None, ["中国", ""]),
        ("我国年产量20亿吨。其损失达35%。", None, ["中国", "中国"]),
        # places in the address of the authors, and what only looks like a place
        ("（某大学，江苏南京210046）本文使用282个城市的数据。", None, [""]),
        ("黄淮南片试验设5个处理。", None, [""]),
    ],
)
def test_areas(read: Read, text: str, title: str | None, areas: list[str]) -> None:
    assert [",".join(fact.area) for fact in read(text, title=title).facts] == areas


def test_the_title_of_a_company_paper_in_a_common_line(knowledge: Knowledge) -> None:
    document = make_document(
        ("note", "证券代码：600123证券简称：丙丁装备"),
        ("note", "丙丁重工股份有限公司2020年年度报告"),
        "报告期内，营业收入3亿元。",
    )
    fact = extract_facts(document, knowledge).facts[0]
    assert (fact.area, fact.body, fact.time) == (("丙丁装备",), "丙丁装备", "2020")


def test_a_line_at_the_head_is_no_title(knowledge: Knowledge) -> None:
    document = make_document(("note", "目录，丙丁股份有限公司的年度报告"), "营业收入3亿元。")
    assert extract_facts(document, knowledge).facts[0].area == ()


@pytest.mark.parametrize(
    ("line", "areas"),
    [("中华人民共和国国务院新闻办公室", ("中国",)), ("教育部", ("中国",)), ("张某教育部重点实验室", ())],
)
def test_a_document_of_an_organ_of_the_state(knowledge: Knowledge, line: str, areas: tuple[str, ...]) -> None:
    document = make_document(("title", "残疾人事业的发展"), ("note", line), "共有机构300个。")
    assert extract_facts(document, knowledge).facts[0].area == areas


def test_an_association_of_itself_and_what_it_tells(knowledge: Knowledge) -> None:
    document = make_document(
        ("title", "中国电池产业发展白皮书"),
        ("note", "华东电池产业联合会发布"),
        "我会发放问卷260份。我会预测销量达到5万台。全行业产能9万台。",
    )
    found = [fact.area for fact in extract_facts(document, knowledge).facts]
    assert found == [("华东电池产业联合会",), ("中国",), ("中国",)]


def test_a_study_of_one_place(knowledge: Knowledge) -> None:
    document = make_document(
        ("title", "数字素养与职业倦怠"),
        "--基于贵州省9县1356名教师的问卷调查张某",
        ("heading", "三、结果"),
        "均分为3.62分。",
    )
    assert [fact.area for fact in extract_facts(document, knowledge).facts] == [("贵州",)] * 3


@pytest.mark.parametrize(("section", "areas"), [("二、研究工具", ()), ("三、研究结果", ("贵州",))])
def test_sections_of_a_study_that_are_of_no_place(
    knowledge: Knowledge, section: str, areas: tuple[str, ...]
) -> None:
    document = make_document("问卷共25题。", title="数字素养——以贵州省为例", section=(section,))
    assert extract_facts(document, knowledge).facts[0].area == areas
