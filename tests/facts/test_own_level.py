"""The place of accounts without a name of it, of courts, of surveys among members; their own period."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facts.fact_documents import make_document
from suyuan.document import DocumentDates
from suyuan.facts import Knowledge, extract_facts
from suyuan.facts.own_level import with_own_level
from suyuan.flow import make_flows
from suyuan.places import Gazetteer

Found = tuple[str | None, str]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return Knowledge.load()


def found(knowledge: Knowledge, title: str, *blocks: str) -> list[Found]:
    document = replace(make_document(("title", title), *blocks, title=title), dates=DocumentDates())
    facts = extract_facts(document, knowledge).facts
    return [(fact.time, ",".join(fact.area)) for fact in facts]


@pytest.mark.parametrize(
    ("title", "blocks", "wanted"),
    [
        ("全市企业景气调查报告", ("（2024年第一季度）", "企业景气指数为112.4。"), ("2024-01/2024-03", "全市")),
        ("2024年上半年工业运行情况分析", ("区统计局", "全区实现产值356亿元。"), ("2024-01/2024-06", "全区")),
        ("执法改革评估报告", ("区委编办、区司法局联合课题组", "全区共有队员249名。"), (None, "全区")),
        ("专项检查情况的通报", ("2024年4月，县住建局对全县156个小区开展检查。",), ("2024-04", "全县")),
        ("改造情况通报", ("全县改造小区36个。", "全县惠及居民8200户。"), (None, "全县")),
        ("全省就业状况（2023年度）", ("新增就业43万人。",), ("2023", "全省")),
        # a name, or nothing that says of what place
        ("苏州市企业景气调查报告", ("（2023年）", "全市企业景气指数为112.4。"), ("2023", "苏州")),
        ("我市企业景气调查", ("（2023年）", "全市企业景气指数为112.4。"), ("2023", "")),
        ("企业景气调查报告", ("（2023年）", "企业景气指数为112.4。"), ("2023", "")),
        ("全市企业景气调查报告", ("（2023年）", "苏州市统计局开展调查。企业景气指数为112.4。"), ("2023", "苏州")),
        # courts and offices that sign
        ("2022年度行政审判白皮书", ("苏州市中级人民法院", "共受理案件1426件。"), ("2022", "苏州")),
        ("2022年度行政审判白皮书", ("澜川市中级人民法院", "全市受理案件1426件。"), ("2022", "澜川")),
        ("2022年度审判白皮书", ("贫困县人民法院", "受理案件1426件。"), ("2022", "")),
        ("全国民营医院发展报告（2022）", ("床位占29.8%。",), (None, "中国")),
    ],
)  # fmt: skip
def test_place_and_period(knowledge: Knowledge, title: str, blocks: tuple[str, ...], wanted: Found) -> None:
    assert found(knowledge, title, *blocks)[0] == wanted


def test_the_news_of_our_city_are_of_no_place(knowledge: Knowledge) -> None:
    assert with_own_level(Gazetteer.load(), ["我市新增就业4万人"], [])[0] == ()


def test_level_of_a_text_that_speaks_of_two(knowledge: Knowledge) -> None:
    document = make_document("全市有9家。", "全市有8家。", "全区有3家。", title="情况")
    assert with_own_level(Gazetteer.load(), ["情况"], make_flows(document))[0] == ()


OF_LEVELS = [
    ("全市共有学校120所。", "全市", "学校数量"),
    ("全市有场馆120个。", "全市", "场馆数量"),
    ("全市场馆面积3万平方米。", "全市", "场馆面积"),
    ("全市间接融资3亿元。", "全市", "间接融资"),
    ("全市税收3亿元，居全省第二，利润5亿元。", "全市", "税收"),
    ("全省共有企业9家，全市企业8家。", "", "企业数量"),
    ("全市场基金规模3亿元。", "", "全市场基金规模"),
    ("全区共有企业500家。", "", "企业数量"),
    ("2023年全省共有学校800所。", "", "学校数量"),
]


@pytest.mark.parametrize(("text", "area", "measure"), OF_LEVELS, ids=[case[0] for case in OF_LEVELS])
def test_words_like_the_level_and_other_levels(
    knowledge: Knowledge, text: str, area: str, measure: str
) -> None:
    title = "全市企业景气调查报告"
    document = replace(
        make_document(("title", title), "（2023年）", text, title=title), dates=DocumentDates()
    )
    found = extract_facts(document, knowledge).facts
    assert (",".join(found[0].area), found[0].measure) == (area, measure)
    assert len(found) == 1 or ",".join(found[-1].area) == "全市"


def test_level_of_a_text_that_says_only_longer_words(knowledge: Knowledge) -> None:
    document = make_document("全市场规模9亿元。", "全市场成交8亿元。", title="情况")
    assert with_own_level(Gazetteer.load(), ["情况"], make_flows(document))[0] == ()


SURVEY = (
    "课题组于2024年3月面向会员单位发放问卷312份，有效回收率为85.9%。调查显示，有46.3%的企业营业收入下滑。"
)


def test_who_answered_a_survey_is_no_figure_of_the_country(knowledge: Knowledge) -> None:
    title = "中国冷库产业发展白皮书（2024年）"
    areas = [area for _, area in found(knowledge, title, "全国冷库容量2亿立方米。", SURVEY)]
    assert areas == ["中国", "", "", ""]
    own = found(knowledge, title, "中国冷库产业联合会发布", "受访企业中，有133家表示亏损。")
    assert [area for _, area in own] == ["中国冷库产业联合会"]
    drawn = found(knowledge, title, "抽样的86座冷库中，三成空置。")
    assert {area for _, area in drawn} == {"中国"}


NOW = [
    ("目前，企业9家。毛利率为20%。", ["2023", "2023"]),
    ("截至目前，已有12个城市试点。", ["2023"]),
    ("我国现存相关企业8万家，近七成成立于2021年以后。", ["2023", "2023"]),
    ("现存问题12个。", [None]),
    ("2022年，产量9万吨。毛利率为20%。", ["2022", "2022"]),
    ("企业规模不大，毛利率为20%。", [None]),
]


@pytest.mark.parametrize(("text", "wanted"), NOW, ids=[case[0] for case in NOW])
def test_now_in_an_edition_is_of_its_year(knowledge: Knowledge, text: str, wanted: list[str | None]) -> None:
    assert [time for time, _ in found(knowledge, "中国冷库产业发展白皮书（2023年）", text)] == wanted
    undated = [time for time, _ in found(knowledge, "中国冷库产业发展白皮书", text)]
    assert undated == [time if time == "2022" else None for time in wanted]


def test_a_ministry_that_publishes_a_list_has_not_those_on_it(knowledge: Knowledge) -> None:
    title = "中国冷库产业发展白皮书（2024年）"
    lists = found(knowledge, title, "工业和信息化部共公布五批企业名单，合计88家。")
    assert {area for _, area in lists} == {"中国"}
    own = found(knowledge, title, "工业和信息化部共有直属单位88家。")
    assert {area for _, area in own} == {"工业和信息化部"}


def test_a_company_taken_for_a_case(knowledge: Knowledge) -> None:
    title = "中国冷库产业发展白皮书（2024年）"
    of_company = found(knowledge, title, "以乙股份为例，2023年冷库收入12亿元，增长41%。")
    assert of_company == [("2023", "乙股份"), ("2023", "乙股份")]
    of_product = found(knowledge, title, "以平板车为例，2023年收入12亿元。")
    assert of_product == [("2023", "中国")]
