"""Days of the news, and which year the sections of a work report are about. ▲ marks the first character of a quantity."""

import re

import pytest

from suyuan.document import Block, Document, DocumentDates, Span
from suyuan.flow import make_flows
from suyuan.time import assign_document, find_times, resolve

NUMBER = re.compile(r"▲([\d.,]+)(万元|家|项|个|人|%)?")


def times_of(*paragraphs, headings=(), told=None, title=None):
    """EDTF of the marked quantities of a document; ``headings``: which paragraphs are headings, all of one level."""
    text, blocks, spans = "", [], []
    for index, paragraph in enumerate(paragraphs):
        plain, marks, at = "", [], 0
        for match in NUMBER.finditer(paragraph):
            plain += paragraph[at : match.start()] + match.group()[1:]
            marks.append((len(plain) - len(match.group()) + 1, len(plain)))
            at = match.end()
        plain += paragraph[at:]
        kind, level = ("heading", 1) if index in headings else ("paragraph", None)
        blocks.append(Block(kind, (Span(len(text), len(text) + len(plain)),), level=level))
        text += plain + "\n"
        spans.append(marks)
    dates = DocumentDates(said=told) if told else DocumentDates()
    doc = Document("s", "text", "s.txt", "0" * 64, "text", text, tuple(blocks), title=title, dates=dates)
    found = assign_document(doc, make_flows(doc), spans)
    return [item.edtf for row in found for item in row]


@pytest.mark.parametrize(
    ("text", "told", "wanted"),
    [
        ("截至5日9时", "2016-07-06", "2016-07-05"),
        ("截止28日", "2016-07-06", "2016-06-28"),  # the day was still to come in July
        ("截至5日", "2016", None),
        ("6月30日以来", "2016-07-06", "2016-06-30/.."),
        ("8月1日以来", "2016-07-06", "2015-08-01/.."),
        ("6月30至7月4日", "2016-07-06", "2016-06-30/2016-07-04"),
        ("3月5至8日", "2016-07-06", "2016-03-05/2016-03-08"),
        ("今年元至9月", "2017-10-17", "2017-01/2017-09"),
        ("2017年1至9月", None, "2017-01/2017-09"),
        ("年初以来", "2017-10-17", "2017-01/.."),
        ("2023年起", None, "2023/.."),
        ("2021年6月起", None, "2021-06/.."),
    ],
)
def test_days_and_months(text, told, wanted):
    (time,) = resolve(find_times(text), told=told, previous=None)
    assert time.edtf == wanted


def test_this_year_of_a_month_that_was_told():
    times = resolve(find_times("2024年8月召开发布会。今年前7个月出口"), told=None, previous=None)
    assert [time.edtf for time in times] == ["2024-08", "2024-01/2024-07"]
    times = resolve(find_times("2019年的数据。今年"), told=None, previous=None)
    assert times[-1].edtf is None


def test_a_year_that_is_only_compared_with_does_not_lead():
    times = resolve(find_times("仅少于重涝年份1998年。7月4日"), told="2016-07-06", previous=None)
    assert times[-1].edtf == "2016-07-04"


REPORT = "某县政府工作报告"


def test_sections_after_the_plan_go_on_with_it():
    wanted = times_of(
        "一、2014年工作回顾", "企业▲30家。", "二、2015年总体部署", "企业▲50家。", "三、改革开放", "企业▲60家。",
        headings=(0, 2, 4), told="2015-03-05", title=REPORT,
    )  # fmt: skip
    assert wanted == ["2014", "2015", "2015"]
    wanted = times_of(
        "一、2014年工作回顾", "企业▲30家。", "二、总体要求", "企业▲50家。",
        headings=(0, 2), told="2015-03-05", title=REPORT,
    )  # fmt: skip
    assert wanted == ["2014", None]


def test_a_report_told_in_december_reviews_its_own_year():
    wanted = times_of(
        "一、2018年工作回顾", "（一）产业", "全年企业▲30家。", "二、2019年安排", "企业▲50家。",
        headings=(0, 1, 3), told="2018-12-25", title=REPORT,
    )  # fmt: skip
    assert wanted == ["2018", "2019"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2018年采集微博▲98万元。该模型准确率为▲91%。", ["2018", None]),
        ("2020年培育▲50家。对获批的给予一次性奖励▲100万元。", ["2020", None]),
        ("2020年培育▲50家。共建成▲8个。", ["2020", "2020"]),
        ("2007年3月后的患者共▲50人。死亡率▲5%。", ["2007-03/..", None]),
        ("2007年3月后建成▲50项。覆盖▲5%。", ["2007-03/..", "2007-03/.."]),
    ],
)
def test_what_no_earlier_sentence_dates(text, wanted):
    assert times_of(text) == wanted
