"""Rows of a column and who owns them: the owner leaves the measure, and each member of a list has its own."""

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]

TRAINING = "教育局组织教师培训14场，卫健委同为14场，民政局、文旅局和体育局依次是13场、9场和8场，这排名前五的部门合计占比近8成。"
WORKSHOP = "一车间装配整机30台，二车间同为30台，三车间和四车间分别是20台和10台，三车间、四车间合计占比三成。"
HARVEST = "小麦收获面积30亩，玉米同为30亩，大豆和花生分别是20亩和10亩。"


@pytest.mark.parametrize(
    ("text", "measure", "dimension", "owners"),
    [
        (TRAINING, "组织教师培训场次", "部门", ["教育局", "卫健委", "民政局", "文旅局", "体育局"]),
        (WORKSHOP, "装配整机数量", "分项", ["一车间", "二车间", "三车间", "四车间"]),
        (HARVEST, "收获面积", "分项", ["小麦", "玉米", "大豆", "花生"]),
        ("从牵头部门看，水利局修建水库9座，林草局同为9座。", "修建水库数量", "部门", ["水利局", "林草局"]),
        ("商务委举办展会12场。", "举办展会场次", "部门", ["商务委"]),
        ("商务委举办12场展会。", "举办展会场次", "部门", ["商务委"]),
    ],
)
def test_each_row_has_its_owner_and_one_measure(
    read: Read, text: str, measure: str, dimension: str, owners: list[str]
) -> None:
    rows = [fact for fact in read(text).facts if fact.unit != "%" and fact.unit is not None]
    assert [fact.measure for fact in rows] == [measure] * len(owners)
    assert [fact.breakdown for fact in rows] == [{dimension: owner} for owner in owners]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        (TRAINING, "组织教师培训场次占比"),
        (WORKSHOP, "装配整机数量占比"),
        ("整机中由外厂代工的整机有20台，由本厂装配的占比超6成。", "装配的整机占比"),
    ],
)
def test_share_of_rows_is_a_share_of_the_column(read: Read, text: str, measure: str) -> None:
    assert read(text).facts[-1].measure == measure


@pytest.mark.parametrize(
    "text", ["城镇新增就业1221万人。", "北京市财政局安排资金3亿元。", "河北工业大学招收学生300人。"]
)
def test_categories_and_bodies_with_a_name_are_no_departments(read: Read, text: str) -> None:
    assert "部门" not in read(text).facts[0].breakdown


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("图书馆还收有古籍善本300册。", ["古籍善本数量"]),
        ("正在建设学校12所。", ["建设学校数量"]),
        ("用于灌溉的水泵有30台。", ["灌溉的水泵数量"]),
        ("读者能免费读到4类期刊。", ["期刊类别数"]),
        ("在川企业拥有的专利有300件。", ["企业拥有的专利数量"]),
        ("合力制定的云南地方标准达到75项。", ["合力制定的地方标准数量"]),
        ("云南企业在四川设立网点30个。", ["设立网点数量"]),
        # the document that a number is of
        (
            "《湖区治理方案》明确6个方面15项工作任务。",
            ["湖区治理方案的方面数量", "湖区治理方案的工作任务数量"],
        ),
        ("印发《校园食堂办法》，提出8项措施。", ["校园食堂办法的措施数量"]),
        ("印发《校园食堂办法》，食堂增加到8个。", ["食堂数量"]),
        # a unit with those of its level in brackets
        ("全国31个省（自治区、直辖市）开展试点。", ["开展试点的省级行政区数量"]),
        ("调查覆盖12个县（市、区）。", ["县（市、区）数量"]),
        ("调查覆盖12个县（山区）。", ["县数"]),
        # a rank among others
        ("课题经费投入300万元，按金额在31个省中排第四。", ["课题经费投入", "省数", "课题经费投入排名"]),
    ],
)
def test_words_that_nobody_writes_over_a_column(read: Read, text: str, measures: list[str]) -> None:
    assert [fact.measure for fact in read(text).facts] == measures
