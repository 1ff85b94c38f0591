"""assign: which time governs which quantity. ▲ marks the first character of each quantity."""

import re

import pytest

from suyuan.document import Block, Document, DocumentDates, Span
from suyuan.flow import make_flows
from suyuan.time import TimeContext, assign, assign_document, document_context, find_times, resolve
from suyuan.time.clauses import clauses, sentences

NUMBER = re.compile(r"▲([\d.,]+|[一二三四五六七八九十]+)(亿元|万元|项|个|家|人|年|%|成|类)?")


def document(*paragraphs, kinds=None, **fields):
    """A document of the given paragraphs (kinds: one kind a paragraph)."""
    text, blocks = "", []
    for index, paragraph in enumerate(paragraphs):
        kind = (kinds or {}).get(index, "paragraph")
        level = 1 if kind == "heading" else None
        blocks.append(Block(kind, (Span(len(text), len(text) + len(paragraph)),), level=level))
        text += paragraph + "\n"
    return Document("s", "text", "s.txt", "0" * 64, "text", text, tuple(blocks), **fields)


def marked(text):
    """Text without ▲ and the spans of the quantities."""
    spans, out, at = [], "", 0
    for match in NUMBER.finditer(text):
        out += text[at : match.start()]
        spans.append((len(out), len(out) + len(match.group()) - 1))
        out += match.group()[1:]
        at = match.end()
    return out + text[at:], spans


def assigned(text, context=None, told=None):
    plain, spans = marked(text)
    flow = make_flows(document(plain))[0]
    assert flow.text == plain, "test text must be normal already"
    times = resolve(find_times(plain), told=told, previous=None)
    return assign(flow, spans, times, context or TimeContext())


CASES = [
    # no place: 再生|市场; the part goes on with the year of the whole
    ("2022年，产业规模达到▲154亿元。其中，再生利用市场规模约▲121亿元", ["2022", "2022"]),
    ("2022年投入▲5亿元。其中，功能区域占▲3成", ["2022", "2022"]),
    # an extreme, then its change in the clause behind
    ("2019年最高，为▲12个；2020年最低，比2019年减少▲24%", ["2019", "2020"]),
    # years told behind a look ahead date nothing after their sentence
    (
        "2022年退役▲27万元；预计到2025年超▲80万元，2022-2025年年均增长▲43%。占总量的▲58%",
        ["2022", "2025", "2022/2025", "2022"],
    ),
    ("由2019年的▲82个增至2020年的▲124个，同比增长▲50%", ["2019", "2020", "2020"]),
    ("2022年为▲25%，比上年提高▲3个百分点", ["2022", "2022"]),
    ("到2024年增至▲40%，而2020年的▲25%较上年提高▲3个点", ["2024", "2020", "2020"]),
    ("由2019年的▲82个增至2020年的▲124个。同比增长▲50%", ["2019", "2020", None]),
    ("2020年，北京投入▲5万元，位列第▲四", ["2020", "2020"]),
    ("截至2022年底，三地制定标准▲75项。其中，累计交易▲3个。", ["2022-12", "2022-12"]),
    ("目前，三地制定标准▲75项", [None]),
    ("2014年签署协议。目前制定▲75项", [None]),
    ("于2019年成立的研究院有▲50人", [None]),
    ("2021年发布的▲5项", ["2021"]),
    ("经过▲2年建设，试点见效", [None]),
    ("2023年，经过▲2年建设，建成▲3个", ["2021/2023", "2023"]),
    ("从1982到2014年的▲32年间共出台▲8个，平均▲4年一个", ["1982/2014"] * 3),
    ("从2014年提出之后，截至2016年底共出台▲15个，平均每年▲5个", ["2016-12", "2014/2016"]),
    ("截至2016年底共出台▲15个，平均每年▲5个", ["2016-12", None]),
    ("2019、2020和2021年分别为▲5项、▲7项和▲9项", ["2019", "2020", "2021"]),
    ("2008年、2012年和2016年▲3个时段", [None]),
    ("2020-2022年分别新增▲3项、▲4项、▲5项", ["2020", "2021", "2022"]),
    ("2020-2022年甲、乙和丙县分别新增▲3项、▲4项、▲5项", ["2020/2022"] * 3),  # of three counties
    ("2020-2022年，门诊、住院和急诊人次分别为▲3项、▲4项、▲5项", ["2020/2022"] * 3),
    ("2022年比2015年增长▲5%", ["2015/2022"]),
    ("比2015年增长▲5%", [None]),
    ("总值从2020年的▲3亿元增长到2025年的▲4亿元，收入从▲1亿元增长到▲2亿元", ["2020", "2025", "2020", "2025"]),
    ("从2020年的▲3亿元起步，企业▲8家", ["2020", None]),
    ("2021年天津市资助▲5类标准。河北省组织实施▲15个项目", ["2021", None]),
    ("▲5项（2022年）", ["2022"]),
    ("▲1项标准获得2022年首届称号；河北省发布▲776项", ["2022", None]),
    ("一是制定超▲70项标准。截至2022年底，三地制定▲75项。", ["2022-12", "2022-12"]),
    ("力争到2030年制定▲90项", ["2030"]),
    ("近三年制定▲90项", [None]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_assign(text, wanted):
    assert [item.edtf for item in assigned(text)] == wanted


def test_a_sentence_that_leaves_the_time_before():
    """Another aspect, or another source; 其中 goes on."""
    for text, wanted in (
        ("气候方面，2024年损失▲3亿元。卫生方面，减少▲5亿元。", ["2024", None]),
        ("商会2023年的报告称有▲3家。委员会的评估则是▲5家。", ["2023", None]),
        ("商会2023年的报告称有▲3家。其中企业有▲5家。", ["2023", "2023"]),
    ):
        assert [time.edtf for time in assigned(text)] == wanted


def test_a_document_counted_by_its_year_of_issue():
    assert [t.edtf for t in assigned("2013年签署甲书，2014年签署的协议则有▲5项。")] == ["2014"]
    assert [t.edtf for t in assigned("2013年签署甲书，2014年成立的公司则有▲5人。")] != ["2014"]


def test_where_the_time_was_stated():
    texts = ["2020年▲5项", "2020年，投入▲5项", "2020年投入▲5项。累计▲7项"]
    assert [assigned(text)[-1].time_from for text in texts] == ["clause", "sentence", "paragraph"]


def test_kind_and_plan():
    item = assigned("力争到2030年制定▲90项")[0]
    assert (item.kind, item.planned) == ("as_of", True)


def spans_of(doc):
    return [[m.span() for m in re.finditer(r"\d+(?:项|亿元)", flow.text)] for flow in make_flows(doc)]


def test_press_conference_dates_what_has_no_date():
    doc = document(
        "8月14日，总局召开专题新闻发布会，介绍成果。",
        "三地发布标准87项。2014年，签署协议5项。",
        "目前，已立项1项。",
        dates=DocumentDates(reposted="2024-12-13"),
    )
    found = [item.edtf for row in assign_document(doc, make_flows(doc), spans_of(doc)) for item in row]
    assert found == ["2024-08-14", "2014", "2024-08-14"]


def test_an_undated_document_dates_nothing():
    doc = document("三地发布标准87项。", dates=DocumentDates(published="2024-12-13"))
    assert assign_document(doc, make_flows(doc), spans_of(doc))[0][0].edtf is None


def test_heading_and_title():
    doc = document(
        "某市2023年统计公报",
        "全市总值50亿元。",
        "二、2024年主要任务",
        "完成投资20亿元。",
        kinds={0: "title", 2: "heading"},
    )
    found = [
        (item.edtf, item.time_from)
        for row in assign_document(doc, make_flows(doc), spans_of(doc))
        for item in row
    ]
    assert found == [("2023", "title"), ("2024", "heading")]


def test_quantity_in_a_heading_takes_the_one_time_of_its_section():
    doc = document("制定超70项标准", "截至2022年底，三地制定75项。", kinds={0: "heading"})
    assert assign_document(doc, make_flows(doc), spans_of(doc))[0][0].edtf == "2022-12"


def test_work_report_is_about_the_year_before():
    doc = document("2026年某省政府工作报告", "全年新增5项。", kinds={0: "title"})
    assert document_context(doc, make_flows(doc)).report == "2025"
    assert assign_document(doc, make_flows(doc), spans_of(doc))[1][0].edtf == "2025"


def test_sentences_and_clauses_cover_the_text():
    text = "一是（甲，乙）发展。二是《丙，丁》；“戊。”己"
    parts = sentences(text)
    assert "".join(text[a:b] for a, b in parts) == text
    assert [text[a:b] for a, b in clauses(text, 0, parts[0][1])] == ["一是（甲，乙）发展。"]
