"""find_acts: verbs, titles, dates, actors, levels. The phrases are made up."""

import pytest

from suyuan.acts import find_acts
from suyuan.acts.titles import find_titles
from suyuan.document import Block, Document, Span
from suyuan.flow import make_flows
from suyuan.places import Gazetteer


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.load()


def document(*paragraphs, title=None):
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", (Span(len(text), len(text) + len(paragraph)),)))
        text += paragraph + "\n"
    return Document("s", "text", "s.txt", "0" * 64, "text", text, tuple(blocks), title=title)


def acts(gazetteer, *paragraphs, undated=False, title=None):
    doc = document(*paragraphs, title=title)
    return find_acts(doc, make_flows(doc), gazetteer, undated=undated)


CASES = [
    # text, (date, act, title, actors)
    ("2015年，国务院颁布《甲方案》", [("2015", "颁布", "甲方案", ("国务院",))]),
    ("2021年，中共中央、国务院印发的《甲纲要》指出，要加快", [("2021", "印发", "甲纲要", ("中共中央", "国务院"))]),
    ("国务院于2015年颁布《甲方案》", [("2015", "颁布", "甲方案", ("国务院",))]),
    ("2022年9月，天津市人大通过《甲条例》", [("2022-09", "通过", "甲条例", ("天津市人大",))]),
    ("《甲条例》2022年9月获天津市人大审议通过", [("2022-09", "审议通过", "甲条例", ("天津市人大",))]),
    ("2017年，《甲法》第一次修订完成", [("2017", "修订", "甲法", ())]),
    ("2014年9月，京津冀签署《甲协议》", [("2014-09", "签署", "甲协议", ("北京", "天津", "河北"))]),
    ("2014年签署了5项协议", [("2014", "签署", None, ())]),
    ("2013年签订《北京市天津市甲协议》", [("2013", "签订", "北京市天津市甲协议", ("北京", "天津"))]),
    ("8月14日，财政部召开新闻发布会", [("XXXX-08-14", "召开", None, ("财政部",))]),
    ("2024年3月5日，李强总理向第十四届全国人民代表大会作《甲报告》", [("2024-03-05", "作报告", "甲报告", ("李强",))]),
    ("2024年，李强总理向全国人民代表大会第二次会议作《甲报告》", [("2024", "作报告", "甲报告", ("李强",))]),
    ("2014年，天津和河北会谈，双方签署《北京市河北省甲协议》", [("2014", "签署", "北京市河北省甲协议", ("北京", "河北"))]),
    ("2014年2月，习近平总书记在北京主持召开座谈会", [("2014-02", "主持召开", None, ("习近平",))]),
    (
        "2015年4月，三地市场监管部门签署《甲纪要》，建立了乙协作模式",
        [
            ("2015-04", "签署", "甲纪要", ("三地市场监管部门",)),
            ("2015-04", "建立", None, ("三地市场监管部门",)),
        ],
    ),
    (
        "2016年，河北省政府提出了甲战略",
        [("2016", "提出", None, ("河北省政府",))],
    ),
    ("2021年9月，甲模式被商务部评为最佳案例", [("2021-09", "评为", None, ("商务部",))]),
    ("2021年，《甲纲要》由中共中央、国务院印发", [("2021", "印发", "甲纲要", ("中共中央", "国务院"))]),
    ("2022年，《乙方案》由教育部和国家统计局联合印发", [("2022", "联合印发", "乙方案", ("教育部", "国家统计局"))]),
    (
        "1988年河北保定、廊坊等六市就与北京组建了甲协作区",
        [("1988", "组建", None, ("保定", "廊坊", "北京"))],
    ),
    (
        "同一年内，2015年2月，财政部印发《甲》《乙》和《丙》",
        [("2015-02", "印发", name, ("财政部",)) for name in "甲乙丙"],
    ),
    ("2020年，教育部印发《关于落实〈甲纲要〉的意见》", [("2020", "印发", "关于落实〈甲纲要〉的意见", ("教育部",))]),
    ("2004年国家发改委推动的“甲研讨会”达成“廊坊共识”", [
        ("2004", "推动", None, ("国家发改委",)), ("2004", "达成", "廊坊共识", ("国家发改委",)),
    ]),
    ("1982年的《甲规划研究》最初出现", []),
    ("政策最初出现在1982年的《甲规划研究》", [("1982", "出现", "甲规划研究", ())]),
    # the meeting only frames what it passed
    ("2015年4月，国务院召开会议，审议通过《甲纲要》", [("2015-04", "审议通过", "甲纲要", ("国务院",))]),
    ("《甲纪要》由三地市场监管部门于2015年4月签署", [("2015-04", "签署", "甲纪要", ("三地市场监管部门",))]),
    ("商务部于2021年9月将该模式评为最佳案例", [("2021-09", "评为", None, ("商务部",))]),
    ("2015年2月，财政部起草《甲纲要》；同年4月，该纲要在国务院会议上获得审议通过", [
        ("2015-02", "起草", "甲纲要", ("财政部",)), ("2015-04", "审议通过", "甲纲要", ("国务院",)),
    ]),
    # no acts
    ("2016年，各县根据《甲规划》编制方案", []),
    ("2015年，各地按照《甲方案》开展工作", []),
    ("《甲方案》明确，到2025年建成体系", []),
    ("2026年，财政部将印发《甲办法》", []),
    ("2015年，财政部尚未印发《甲办法》", []),
    ("国务院颁布《甲方案》", []),
    ("通过标准化，2015年成本下降", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_acts(gazetteer, text, wanted):
    assert [(a.date, a.act, a.title, a.actors) for a in acts(gazetteer, text + "。")] == wanted


def test_undated_on_request(gazetteer):
    (act,) = acts(gazetteer, "国务院颁布《甲方案》。", undated=True)
    assert (act.date, act.title) == (None, "甲方案")


def test_a_list_of_parties_goes_on_from_the_paragraph(gazetteer):
    found = acts(
        gazetteer, "天津与河北的合作步伐加快。2008年共同签署《甲备忘录》。之后，2010年签署《乙纪要》。"
    )
    assert [(a.date, a.actors) for a in found] == [("2008", ("天津", "河北")), ("2010", ("天津", "河北"))]


def test_three_places_are_resolved(gazetteer):
    (act,) = acts(gazetteer, "北京、天津和河北推进协同。", "2014年，三地签署《甲协议》。")
    assert act.actors == ("北京", "天津", "河北")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("2015年，国务院颁布《甲》。", "国家"),
        ("2015年，京津冀签署《甲》。", "区域"),
        ("2015年，北京市与天津市签署《甲》。", "省际"),
        ("2015年，河北省政府印发《甲》。", "省级"),
        ("2015年，廊坊市印发《甲》。", "市级"),
        ("2015年，保定市、廊坊市签署《甲》。", "城际"),
    ],
)
def test_level(gazetteer, text, level):
    assert acts(gazetteer, text)[0].level == level


def test_same_act_told_twice_is_linked_and_ids_are_stable(gazetteer):
    texts = ("2015年，国务院颁布《甲方案》。", "2015年，国务院印发《甲方案》。")
    first, second = acts(gazetteer, *texts)
    assert first.mentions == (second.act_id,) and first.act_id != second.act_id
    assert acts(gazetteer, "新的一段。", *texts)[1].act_id == second.act_id


def test_span_is_that_of_the_document(gazetteer):
    doc = document("前言。", "２０１５年，国务院颁布《甲方案》。")
    (act,) = find_acts(doc, make_flows(doc), gazetteer)
    assert doc.text[act.start : act.end] == "２０１５年，国务院颁布《甲方案》"


def test_citation_mark_of_a_digest(gazetteer):
    (act,) = acts(gazetteer, "2015年，国务院颁布《甲方案》〔原文2.1〕。")
    assert act.cited_at == "2.1"


def test_titles():
    text = "《甲》、《关于〈乙〉的意见》与“丙共识”和“丁说法”"
    assert [t.text for t in find_titles(text, ("共识",))] == ["甲", "关于〈乙〉的意见", "丙共识"]
