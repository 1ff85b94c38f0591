"""Times of white papers, plans and annual reports: the chapter's year, several years at once, bases of changes.

▲ marks the first character of a quantity.
"""

import re

import pytest

from suyuan.document import Block, Document, DocumentDates, Span
from suyuan.flow import make_flows
from suyuan.time import assign_document, document_context

NUMBER = re.compile(r"▲([\d.,]+)(亿元|万元|个百分点|元|家|项|个|人|倍|年|%)?")
HEADING = "# "


def document(paragraphs, told=None, title=None, kinds=None):
    """A document of paragraphs (``# `` opens a heading of the first level, ``## `` of the second) and the marked spans."""
    text, blocks, spans = "", [], []
    for index, paragraph in enumerate(paragraphs):
        level = 2 if paragraph.startswith("## ") else 1 if paragraph.startswith(HEADING) else None
        paragraph = paragraph.lstrip("# ")
        plain, marks, at = "", [], 0
        for match in NUMBER.finditer(paragraph):
            plain += paragraph[at : match.start()] + match.group()[1:]
            marks.append((len(plain) - len(match.group()) + 1, len(plain)))
            at = match.end()
        plain += paragraph[at:]
        kind = (kinds or {}).get(index, "heading" if level else "paragraph")
        blocks.append(Block(kind, (Span(len(text), len(text) + len(plain)),), level=level))
        text += plain + "\n"
        spans.append(marks)
    dates = DocumentDates(published=told)
    return Document(
        "s", "text", "s.txt", "0" * 64, "text", text, tuple(blocks), title=title, dates=dates
    ), spans


def times(*paragraphs, **fields):
    """EDTF of the marked quantities."""
    doc, spans = document(paragraphs, **fields)
    flows = make_flows(doc)
    inside = [spans[doc.blocks.index(flow.block)] for flow in flows]
    return [item.edtf for row in assign_document(doc, flows, inside) for item in row]


STATED = ("# 一、市场", "2022年，全国销售车辆▲500个。")


@pytest.mark.parametrize(
    ("paragraphs", "wanted"),
    [
        # a paragraph that compares with the year before goes on with the year of its chapter
        (("甲类销售▲300个，同比增长▲12%；乙类▲90个。",), ["2022", "2022", "2022"]),
        (("甲类销售▲300个，比上年多▲12个。其中城区▲80个。",), ["2022", "2022", "2022"]),
        (("## （二）结构", "甲类销售▲300个，较去年增长▲12%。"), ["2022", "2022"]),
        (("甲类的使用寿命为▲12年。",), [None]),  # compares with nothing
        (("# 二、供应", "甲类销售▲300个，同比增长▲12%。"), [None, None]),  # another chapter
        # parts of a year are of the year of the chapter, before that of the telling
        (
            ("价格年初为▲27万元，11月升至▲56万元；2023年一季度为▲30万元。",),
            ["2022-01", "2022-11", "2023-01/2023-03"],
        ),
    ],
)
def test_year_of_the_chapter(paragraphs, wanted):
    assert times(*STATED, *paragraphs, told="2023-06")[1:] == wanted


def test_end_of_the_year_stated_is_the_year_for_a_change():
    assert times("# 一、市场", "截至2022年底，企业▲60家。", "甲类销售▲3个，同比增长▲2%。", told="2023-06")[
        1:
    ] == ["2022", "2022"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2021年覆盖率▲82%，比2012年提高▲30个百分点。", ["2021", "2012/2021"]),
        ("2021年有教师▲7万元，比1978年的▲4万元增加了▲16倍。", ["2021", "1978", "1978/2021"]),
        (
            "2021年补助由2016年的▲79元提高到▲112元，增长▲41.8%，年均增长▲7%。",
            ["2016", "2021", "2016/2021", "2016/2021"],
        ),
        ("2021年企业▲57家，较2020年减少▲1家。", ["2021", "2021"]),  # the year before: of the year
        ("2021年企业▲57家，是2015年的▲2倍。", ["2021", "2021"]),  # a ratio is of the level
        ("2021年企业比2015年的▲30家增加到▲57家。", ["2015", "2021"]),  # a level
        ("2021年占比▲20%。与2008年相比，占比下降了▲3个百分点。", ["2021", "2008/2021"]),
        ("优良比例▲97%，比2015年提高▲8个百分点。", [None, "2015/2022"]),  # up to the telling
        ("到2035年，人均收入比2020年增长▲2倍。", ["2035"]),  # a target is of its year
    ],
)
def test_changes_since_a_base(text, wanted):
    assert times(text, told="2022-05") == wanted


@pytest.mark.parametrize(
    ("text", "told", "wanted"),
    [
        ("2011年以来，累计改造▲178个。全国有机构▲4项。", "2022-05", ["2011/2022", None]),
        ("自2017年以来服务考生▲90人。", "2022-05", ["2017/2022"]),
        ("党的十九大以来，累计改造▲178个。全国有机构▲4项。", "2022-05", ["2017-10/2022-05", None]),
        ("2022年以来新增▲3家。", "2022-05", ["2022/.."]),
        ("2011年以来，累计改造▲178个。", None, ["2011/.."]),
    ],
)
def test_open_periods_end_with_the_telling(text, told, wanted):
    assert times(text, told=told) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "2020年产值达到▲214亿元，年均增长▲7.1%，高于全省平均水平▲0.9个百分点。",
            ["2020", "2016/2020", "2016/2020"],
        ),
        ("2020年产值▲214亿元。五年累计完成投资▲612亿元。", ["2020", "2016/2020"]),
        ("2020年产值▲214亿元，税收占比由▲61%提高到▲68%。", ["2020", "2015", "2020"]),
        (
            "2020年产值▲214亿元。新建学校▲43个，新增学位▲96个。每千人医师数▲2人。",
            ["2020", "2016/2020", "2016/2020", "2020"],
        ),
    ],
)
def test_review_of_several_years(text, wanted):
    assert times("# “十三五”时期发展成就", text, told="2021-03", title="某县发展规划") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "到2025年，产值突破▲300亿元；收入年均增长▲5%，能耗累计降低▲13%。",
            ["2025", "2021/2025", "2021/2025"],
        ),
        ("到2025年，产值突破▲300亿元，受教育年限由▲9.7年提高到▲10.5年。", ["2025", "2020", "2025"]),
        ("地区产值年均增长▲7.5%。", ["2021/2025"]),
    ],
)
def test_goals_of_a_numbered_plan(text, wanted):
    title = "某县国民经济和社会发展第十四个五年规划纲要"
    assert times("# 主要目标", text, told="2021-03", title=title) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2022年占比▲25%，提前三年完成了规划提出的▲20%目标。", ["2022", "2025"]),
        ("2023年产量▲120家，提前两年实现规划确定的▲100家的目标。", ["2023", "2025"]),
        ("2022年产量▲120家，提前三年完成改造▲100家。", ["2022", "2022"]),  # no target is told
    ],
)
def test_target_met_early(text, wanted):
    assert times(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("报告期内，营业收入▲45亿元，同比增长▲12%。", ["2022", "2022"]),
        ("本期转回▲300万元，上期计提▲200万元。", ["2022", "2021"]),
        ("期末员工▲321人。总资产较期初增长▲6%。", ["2022-12", "2022-12"]),
        ("每股收益▲0.52元。", ["2022"]),
    ],
)
def test_annual_report_whose_title_is_a_line(text, wanted):
    """The name of the report stands in a line that is no title; the day of its issue is no time of a section."""
    lines = ("某某股份有限公司2022年年度报告", "# 公告日期：2023年4月21日", text)
    assert times(*lines, kinds={0: "note"}) == wanted


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("发布时间：2024-10-21 来源：某某办公室", "2024-10-21"),
        ("公告日期：2023年4月21日", "2023-04-21"),
        ("（2022年5月）", "2022-05"),
        ("收稿日期：2023-03-14", None),
        ("2022年5月以来的情况", None),
    ],
)
def test_labelled_day_of_telling(line, told):
    doc, _ = document([line, "正文。"], kinds={0: "furniture"})
    assert document_context(doc, make_flows(doc)).told == told
