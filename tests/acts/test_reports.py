"""Acts of reports on a period, and documents named without brackets. The phrases are made up."""

import pytest

from suyuan.acts import find_acts
from suyuan.acts.named import named_after, named_before
from suyuan.acts.words import act_words
from suyuan.document import Block, Document, DocumentDates, Span
from suyuan.flow import make_flows
from suyuan.places import Gazetteer


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.load()


def acts(gazetteer, *blocks, title, dates=None):
    """Acts of a document of headings (一、…) and paragraphs under a title."""
    text, parts = "", []
    for told in (title, *blocks):
        kind = "title" if told == title else "heading" if told[1] == "、" else "paragraph"
        span = (Span(len(text), len(text) + len(told)),)
        parts.append(Block(kind, span, level=1 if kind == "heading" else None))
        text += told + "\n"
    doc = Document(
        "s",
        "text",
        "s.txt",
        "0" * 64,
        "text",
        text,
        tuple(parts),
        title=title,
        dates=dates or DocumentDates(),
    )
    return [(a.date, a.act, a.title) for a in find_acts(doc, make_flows(doc), gazetteer)]


REPORT = "2026年河北省政府工作报告"
PAST, AHEAD = "一、2025年工作回顾", "二、2026年重点工作"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("出台支持甲产业发展的实施意见。", [("2025", "出台", "支持甲产业发展的实施意见")]),
        ("修订《甲条例》。", [("2025", "修订", "甲条例")]),
        ("修订甲乙丙工作规则、丁戊己程序规定。", [("2025", "修订", "甲乙丙工作规则"), ("2025", "修订", "丁戊己程序规定")]),
        ("废止省政府规章6件。", [("2025", "废止", None)]),
        ("出台促进就业“15条”政策。", [("2025", "出台", None)]),
        ("甲乙地区国土空间规划获批实施，项目开工。", [("2025", "获批实施", "甲乙地区国土空间规划")]),
        ("推动出台甲乙丙促进条例。", [("2025", "出台", "甲乙丙促进条例")]),
        ("新修改的《甲条例》正式施行。", [("2025", "施行", "甲条例")]),
        ("成立省甲产业促进中心。", [("2025", "成立", None)]),
        ("2024年出台甲乙丙促进条例。", [("2024", "出台", "甲乙丙促进条例")]),
        # no acts
        ("将出台甲乙丙促进条例。", []),
        ("加快出台甲乙丙促进条例。", []),
        ("落实甲乙丙促进条例。", []),
        ("出台的政策效果明显。", []),
        ("企业自行编制团体标准。", []),
    ],
)  # fmt: skip
def test_what_a_report_looks_back_on_is_of_its_year(gazetteer, text, wanted):
    assert acts(gazetteer, PAST, text, title=REPORT) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "出台支持甲产业发展的实施意见。",
        "今年启动甲试点。",
        "甲纲要提出“十五五”时期的目标。",
        "推动修订甲乙丙工作规则。",
        "落实《甲条例》。",
    ],
)
def test_what_a_report_plans_is_no_act(gazetteer, text):
    assert acts(gazetteer, PAST, "经济平稳。", AHEAD, text, title=REPORT) == []


def test_a_draft_laid_before_the_meeting_is_of_its_day(gazetteer):
    text = "省政府编制了《甲纲要（草案）》（以下简称《纲要》），提请大会审查。"
    blocks = (AHEAD, text)
    assert acts(gazetteer, *blocks, title=REPORT) == []  # nothing says when the meeting was
    dated = DocumentDates(said="2026-01-26")
    assert acts(gazetteer, *blocks, title=REPORT, dates=dated) == [("2026-01-26", "提请", "甲纲要（草案）")]


def test_without_a_report_an_undated_act_stays_out(gazetteer):
    assert acts(gazetteer, "一、背景", "出台支持甲产业发展的实施意见。", title="论甲产业") == []


def test_a_stock_of_documents_is_no_act(gazetteer):
    assert acts(gazetteer, "一、背景", "截至2016年底共出台15个政策文件。", title="论甲产业") == []


def test_departments_of_the_own_area_act_in_a_row(gazetteer):
    text = "2025年6月，自然资源厅会同农业农村厅、省林草局等6部门联合印发《甲方案》。"
    doc = Document("s", "text", "s.txt", "0" * 64, "text", text, (Block("paragraph", (Span(0, len(text)),)),))
    (act,) = find_acts(doc, make_flows(doc), gazetteer)
    assert act.actors == ("自然资源厅", "农业农村厅", "省林草局")


@pytest.mark.parametrize(
    ("told", "titles"),
    [
        ("甲乙丙丁管理办法（试行）。", ("甲乙丙丁管理办法（试行）",)),
        ("支持甲、推动乙等5个文件。", ()),
        ("首批甲乙机会清单。", ()),
        ("实施方案。", None),  # a common noun
        ("、协同实施”的办法", None),
        ("甲乙芯片", None),
    ],
)
def test_documents_after_a_verb(told, titles):
    found = named_after("印发" + told, 2, 2 + len(told), act_words())
    assert (None if found is None else tuple(title.text for title in found[0])) == titles


def test_documents_before_a_verb_are_all_that_stands_there():
    words = act_words()

    def before(text):
        at = text.index("发布")
        title = named_before(text, (at, at + 2), (0, len(text)), words)
        return None if title is None else title.text

    assert before("甲乙丙丁大会青岛倡议发布。") == "甲乙丙丁大会青岛倡议"
    assert before("区域规划发布。") is None
    assert before("甲乙丙丁戊己庚规划发布后，") is None


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (
            ("国务院关于促进甲产业发展的意见国发〔2014〕14号各省：", "促进甲产业。", "国务院 2014年3月7日（此件删减）"),
            [("2014-03-07", "印发", "关于促进甲产业发展的意见")],
        ),
        (("国务院关于促进甲产业发展的意见", "国发〔2014〕14号", "促进甲产业。"), [("2014", "印发", "关于促进甲产业发展的意见")]),
        (("国务院关于促进甲产业发展的意见", "促进甲产业。", "2014年3月7日"), []),
        (("论文评述了国务院关于促进甲产业发展的意见（国发〔2014〕14号）。", "2014年3月7日"), []),
    ],
)  # fmt: skip
def test_an_official_document_tells_its_own_issue(gazetteer, lines, wanted):
    assert acts(gazetteer, *lines, title="甲") == wanted
