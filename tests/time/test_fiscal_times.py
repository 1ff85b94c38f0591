"""Years and quarters as notes on companies write them, lists over the years of a period, and 目前 in what is dated."""

import pytest

from suyuan.document import Block, Document, DocumentDates, Span
from suyuan.flow import make_flows
from suyuan.time import TimeContext, assign, assign_document, document_context, find_times, resolve

FORMS = [
    ("22Q1营收增长", [("22Q1", "2022-01/2022-03")]),
    ("2022年Q3的单价", [("2022年Q3", "2022-07/2022-09")]),
    ("2023Q1-Q3收入", [("2023Q1-Q3", "2023-01/2023-09")]),
    ("22H1毛利率", [("22H1", "2022-01/2022-06")]),
    ("截至22Q1末存货", [("截至22Q1末", "2022-03")]),
    ("1Q22销量", [("1Q22", "2022-01/2022-03")]),
    ("2H2021出货", [("2H2021", "2021-07/2021-12")]),
    ("FY21资本开支", [("FY21", "2021")]),
    ("2017会计年度计提", [("2017会计年度", "2017")]),
    ("2019年财政年度结余", [("2019年财政年度", "2019")]),
    ("2022E收入", [("2022E", "2022")]),
    ("2022E-2024E收入", [("2022E-2024E", "2022/2024")]),
    ("22-24E收入", [("22-24E", "2022/2024")]),
    ("公司22年底产能", [("22年底", "2022-12")]),
    ("22年1-5月装机", [("22年1-5月", "2022-01/2022-05")]),
    ("22年前三季度出货", [("22年前三季度", "2022-01/2022-09")]),
    ("预计22/23/24年利润", [("预计22", "2022"), ("23", "2023"), ("24年", "2024")]),
    ("预计22-24年利润", [("预计22-24年", "2022/2024")]),
    ("2022-24年出货", [("2022-24年", "2022/2024")]),
    ("2022年投产，23年有望达产", [("2022年", "2022"), ("23年", "2023")]),
    ("2021年报披露，21年公司实现营收", [("2021年", "2021"), ("21年", "2021")]),
    ("需求22年提升，2022年景气", [("22年", "2022"), ("2022年", "2022")]),
]
NOT_YEARS = [
    "研究经验22年", "历时22年建成", "近20年来", "10-15年的寿命", "使用期限20年，质保10年", "20年间翻番", "共22年的历史",
    "10年内完成", "型号A22E", "坐标116.22E", "合金22Q1A", "成分为9Mn",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=[text for text, _ in FORMS])
def test_forms(text, expected):
    assert [(text[t.start : t.end], t.edtf) for t in find_times(text)] == expected


@pytest.mark.parametrize("text", NOT_YEARS)
def test_what_is_no_year(text):
    assert [t for t in find_times(text) if t.edtf] == []


def test_a_length_of_time_beside_a_year_stays_one():
    assert [t.edtf for t in find_times("2021年入职，拥有20年机械研究经验")] == ["2021"]


def times_of(text, *numbers, told=None):
    spans = [(text.index(n), text.index(n) + len(n)) for n in numbers]
    flow = make_flows(document(text))[0]
    assert flow.text == text
    return [
        t.edtf
        for t in assign(flow, spans, resolve(find_times(text), told=told, previous=None), TimeContext())
    ]


def document(*paragraphs, kinds=(), **fields):
    text, blocks = "", []
    for index, words in enumerate(paragraphs):
        kind = kinds[index] if index < len(kinds) else "paragraph"
        level = 1 if kind == "heading" else None
        blocks.append(Block(kind, (Span(len(text), len(text) + len(words)),), level=level))
        text += words + "\n"
    return Document("s", "text", "s.txt", "0" * 64, "text", text, tuple(blocks), **fields)


def test_lists_over_the_years_of_a_period():
    text = "预计2022-2024年净利润4.7、7.2、9.3亿元，同比增长24%/43%/32%，对应PE 35、26、18倍"
    numbers = ("4.7", "7.2", "9.3亿元", "24%", "43%", "32%", "35", "26", "18倍")
    assert times_of(text, *numbers) == ["2022", "2023", "2024"] * 3


def test_lists_over_a_row_of_years():
    text = "预计22/23/24年营收为50、70、90亿元，增速为31%、25%和20%"
    assert times_of(text, "50", "70", "90亿元", "31%", "25%", "20%") == ["2022", "2023", "2024"] * 2


def test_a_list_over_other_things_is_not_dealt_to_the_years():
    text = "2019-2020年甲、乙两厂的产量为5万吨和7万吨"
    assert times_of(text, "5万吨", "7万吨") == ["2019/2020"] * 2
    assert times_of("2018-2020年新建5个、改建7个", "5个", "7个") == ["2018/2020"] * 2


def test_a_date_above_the_first_section_is_no_period_of_it():
    parts = ("2018年04月", "第一节概况", "公司有员工5人。")
    paper = document(*parts, kinds=("heading", "heading", "paragraph"))
    flows = make_flows(paper)
    assert assign_document(paper, flows, [[], [], [(5, 7)]])[2][0].edtf is None
    paper = document("2018年", *parts[1:], kinds=("heading", "heading", "paragraph"))
    assert assign_document(paper, make_flows(paper), [[], [], [(5, 7)]])[2][0].edtf == "2018"


RECEIVED = [
    (("收稿日期：2016-05-15", "全文。"), {}, "2016-05"),
    (("收稿日期：２０１６－０１－１２；修回日期：２０１６－０１－１５", "全文。"), {}, "2016-01"),
    (("收稿日期：2024-10-15", "收稿日期：2025-01-27"), {}, None),  # two papers in one file
    (("全文。",), {"dates": DocumentDates(published="2022")}, None),
]


@pytest.mark.parametrize(("paragraphs", "fields", "month"), RECEIVED)
def test_month_of_writing(paragraphs, fields, month):
    paper = document(*paragraphs, kinds=("note",), **fields)
    assert document_context(paper, []).written == month


def test_now_is_the_month_of_writing_in_its_own_sentence():
    text = "目前已有5家。另有7家。目前有8家，远期将达9家"
    times = resolve(find_times(text), told="2022-07-19", previous=None, written="2022-07")
    spans = [(text.index(n), text.index(n) + 2) for n in ("5家", "7家", "8家", "9家")]
    found = assign(
        make_flows(document(text))[0], spans, times, TimeContext(told="2022-07-19", written="2022-07")
    )
    assert [(t.edtf, t.kind) for t in found] == [
        ("2022-07", "as_of"),
        (None, None),
        ("2022-07", "as_of"),
        (None, None),
    ]
