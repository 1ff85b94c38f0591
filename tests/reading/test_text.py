# ruff: noqa: E501  (whole documents as one string read better on one line)
from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading.documents import check_laws, kinds, read, read_words, uncovered, words
from suyuan.document import DocumentDates
from suyuan.flow import make_flows
from suyuan.reading import read_document, render_text
from suyuan.reading.text.reader import read_text

LONG = "三地围绕协同发展的战略和规划，在标准的制定、实施和应用上彼此配合"


def test_hard_breaks_and_empty_lines_are_joined(tmp_path: Path) -> None:
    lines = [
        "　　" + LONG + "，共同",
        "",
        "制定了协同标准七十五项，其中交通领域的标准有十项，工程建设领域的标准也有十项",
        "",
        "，为三地提供支撑。",
        "　　" + LONG + "。第二段。",
    ]
    document = read_words(tmp_path, "某市标准化工作情况\n\n" + "\n".join(lines))
    found = kinds(document, "paragraph")
    assert len(found) == 2
    assert found[0].endswith(
        "共同制定了协同标准七十五项，其中交通领域的标准有十项，工程建设领域的标准也有十项，为三地提供支撑。"
    )
    check_laws(document)


def test_running_head_inside_a_sentence(tmp_path: Path) -> None:
    text = (
        "协同标准的政策格局\n\n摘要：本文梳理政策。\n\n１　 背景\n\n企业在天津设立分支机构，在河北也设立了分支机构，神州某公司等３９３家企业设立机构\n\n"
        "３　 １２ 期 　 　 　 马某某　 等：协同标准的政策格局 　\n ５０３ 家。 此后继续增加。\n"
    )
    document = read_words(tmp_path, text)
    block = next(b for b in document.blocks if b.kind == "paragraph")
    assert words(document, block).endswith("设立机构５０３家。此后继续增加。") and len(block.spans) == 2
    assert [k for k in kinds(document, "furniture") if "等：" in k]
    flow = next(f for f in make_flows(document) if f.block is block)
    assert "设立机构503家" in flow.text
    check_laws(document)


def test_caption_inside_a_word(tmp_path: Path) -> None:
    text = "题目是协同政策研究\n\n一、讨论\n在京、津与河北的产业协同政策中，差异导致了人才的单向流动，可\n 图 ２ 城际联系示意图\n 以看出发展的心情。\n"
    document = read_words(tmp_path, text)
    assert "可以看出发展的心情。" in kinds(document, "paragraph")[0]
    assert kinds(document, "caption") == ["图２城际联系示意图"]
    check_laws(document)


def test_interrupted_english_abstract(tmp_path: Path) -> None:
    text = (
        "# 区域标准的协同\n\n**摘要:** 本文研究协同。\n\n**关键词:** 标准\n\n## Coordination of Regional Standards in Three Places\n\n"
        "**Abstract:** The work is restricted by\n\n---\n\n**基金项目:** 某基金(18B073)资助。\n\n**作者简介:** 王某某, 教授。\n\n"
        "李某某, 博士, 研究方向为标准化。\n\nadministrative leadership in the region.\n\n**Keywords:** standard\n\n"
        "## 1 背景\n\n三地签署了协议。\n"
    )
    document = read_words(tmp_path, text, "a.md")
    abstract = [b for b in document.blocks if b.kind == "abstract"][1]
    flow = next(f for f in make_flows(document) if f.block is abstract)
    assert "restricted by administrative leadership" in flow.text
    assert document.title == "区域标准的协同"
    assert len(kinds(document, "note")) == 5
    paragraph = next(b for b in document.blocks if b.kind == "paragraph")
    assert paragraph.section == ("1 背景",)
    check_laws(document)


def test_reference_list_ends_where_it_ends(tmp_path: Path) -> None:
    text = (
        "某市标准研究报告\n一、结论\n共有标准57项，为发展提供了支撑。\n参考文献\n[1]\n张三. 区域协同[J]. 某刊, 2022(1): 3-9.\n[2] 李四. 标准化[M].\n"
        "(下转第155页)\n- 工作指南[EB/OL]. (2022-04-29).\nhttps://example.org/a1.html.\n附录 调查的样本\n共发放问卷2406份，回收有效问卷1476份。\n"
    )
    document = read_words(tmp_path, text)
    references = kinds(document, "reference")
    assert references[0] == "参考文献" and "张三" in references[1] and "example.org" in references[-1]
    assert kinds(document, "paragraph")[-1].startswith("共发放问卷2406份")
    assert document.blocks[-1].section == ("附录 调查的样本",)
    check_laws(document)


def test_news_page(tmp_path: Path) -> None:
    body = "8月14日，总局召开发布会。" + LONG * 3 + "，发布标准87项。"
    text = f"协同标准化成效如何?总局回应\n编者\n2024-12-13 03:01:36\n0\n\n某报记者 张三\n\n{body}\n\n发布会现场。某报记者张三摄\n\n{body}\n\n相关内容\n\n热门资讯\n\n最高奖金500万元等你拿\n"
    document = read_words(tmp_path, text)
    assert document.title == "协同标准化成效如何?总局回应"
    assert document.dates == DocumentDates(reposted="2024-12-13")
    assert kinds(document, "advertising") == ["相关内容", "热门资讯", "最高奖金500万元等你拿"]
    assert kinds(document, "furniture") == ["2024-12-1303:01:36", "0"]
    assert kinds(document, "caption") == ["发布会现场。某报记者张三摄"]
    check_laws(document)


@pytest.mark.parametrize("label", ["相关报道", "相关报道：", "相关阅读"])
def test_a_label_between_two_news_pages_of_one_file(tmp_path: Path, label: str) -> None:
    """It does not take the second page for advertising; behind the last one it opens advertising all the same."""
    body = "8月14日，总局召开发布会。" + LONG * 3 + "，发布标准87项。"
    second = "9月2日，渔业学会公布调查。" + LONG * 3 + "，走访渔村36个。"
    page = f"协同标准化成效如何?总局回应\n\n{body}\n\n{body}\n\n{label}\n\n"
    both = read_words(tmp_path, f"{page}渔村调查结果公布\n\n{second}\n\n{second}\n")
    assert kinds(both, "advertising") == []
    assert kinds(both, "furniture") == [label]
    assert kinds(both, "paragraph") == [body, body, second, second]
    alone = read_words(tmp_path, f"{page}渔村调查结果公布\n\n最高奖金500万元等你拿\n")
    assert kinds(alone, "advertising") == [label, "渔村调查结果公布", "最高奖金500万元等你拿"]
    assert kinds(alone, "paragraph") == [body, body]
    check_laws(both)
    check_laws(alone)


def test_card_outranks_the_page(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("某某标题一则\n2024-12-13 03:01:36\n正文共有三项内容，分别说明如下。\n", encoding="utf-8")
    told = DocumentDates(said="2024-08-14")
    document = read_document(
        path, source_id="s", edition="text", dates=told, title="题", shown_path="raw/a.txt"
    )
    assert (document.dates, document.title, document.path) == (told, "题", "raw/a.txt")


@pytest.mark.parametrize(
    ("head", "dates"),
    [
        ("——2026年1月25日在某市第十六届人民代表大会第四次会议上\n", DocumentDates(said="2026-01-25")),
        ("发布日期：2025-04-24  浏览次数：14546\n", DocumentDates(published="2025-04-24")),
        ("2024年4月30日\n", DocumentDates(published="2024-04-30")),
        ("转载时间：2024-12-13\n", DocumentDates(reposted="2024-12-13")),
        ("第 ３８ 卷第 １２ 期\n２０１８ 年 ６ 月\n", DocumentDates(published="2018-06")),
        ("2024年13月45日\n", DocumentDates()),
    ],
)
def test_dates(tmp_path: Path, head: str, dates: DocumentDates) -> None:
    document = read_words(tmp_path, f"某市政府工作报告\n{head}各位代表：\n现在，我报告工作，请予审议。\n")
    assert document.dates == dates


def test_tables_in_markdown(tmp_path: Path) -> None:
    text = (
        "# 标准数量统计\n\n## 一、数量\n\n各市的数量见表，共75项。\n\n| 地区 | 数量 |\n|----|----|\n| 北京 | 57 |\n| 天津 | 14 |\n\n"
        '<table><tr><td colspan="2">合计</td><td>75</td></tr>\n<tr><td>河北</td><td>4</td></tr></table>\n\n此后数量有增加。\n'
    )
    document = read_words(tmp_path, text, "a.md")
    rows = [(b.table, words(document, b)) for b in document.blocks if b.kind == "table"]
    assert rows == [
        ("table-1", "|地区|数量|"),
        ("table-1", "|北京|57|"),
        ("table-1", "|天津|14|"),
        ("table-2", "合计</td>75</td>"),
        ("table-2", "河北</td>4</td>"),
    ]
    assert all(b.section == ("一、数量",) for b in document.blocks if b.kind == "table")
    check_laws(document)


def test_text_pasted_without_line_breaks(tmp_path: Path) -> None:
    text = "某市关于改革的意见各区人民政府：　　改革是重要途径。　　一、主要目标　　（一）完善体制。　　审批事项逐步减少，效率不断提高。"
    document = read_words(tmp_path, text)
    assert kinds(document, "heading") == ["一、主要目标", "（一）完善体制。"]
    assert document.blocks[-1].section == ("一、主要目标", "（一）完善体制。")
    check_laws(document)


def test_repeated_lines_are_furniture(tmp_path: Path) -> None:
    part = "某市年度统计公报汇编\n\n全年新增标准30项，比上年增长5.4%。\n\n"
    document = read_words(tmp_path, "二〇二三年统计公报\n\n一、综合\n\n" + part * 3)
    assert kinds(document, "furniture") == ["某市年度统计公报汇编"] * 3
    assert len(kinds(document, "paragraph")) == 3


def test_sup_marks_stay(tmp_path: Path) -> None:
    text = "# 标准研究\n\n## 1 引言\n\n覆盖率不足40%<sup>[5]</sup>。共**82项**标准。\n"
    document = read_words(tmp_path, text, "a.md")
    assert render_text(document) == text
    flow = make_flows(document)[-1]
    assert flow.text == "覆盖率不足40%。共82项标准。"


@pytest.mark.parametrize(
    ("encoding", "assumed"), [("utf-8", False), ("utf-8-sig", False), ("gb18030", True), ("utf-16", False)]
)
def test_encodings(tmp_path: Path, encoding: str, assumed: bool) -> None:
    text = "某市政府工作报告\n现在，我代表市人民政府报告工作，请予审议。\n"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    document = read(path)
    assert document.text == text
    assert bool(document.problems) is assumed
    if assumed:
        assert "gb18030" in document.problems[0].what


LINES = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.sampled_from(
            ["# 题", "## 1 引", "一、总", "摘要：", "参考文献", "[1] 张", "相关阅读", "|a|1|", "---", "图 1", "注：", "2024-01-02",
             "Abstract: we", "**粗**体", "<table><tr><td>1</td></tr></table>", "３ １２ 期 等：某", "共57项", "（一）某", "　　二、某　　三"]
        ),
    ),
    max_size=30,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(LINES, st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_no_character_is_lost(lines: list[str], newline: str) -> None:
    text = newline.join(lines)
    parts = read_text(text)
    seen = [0] * len(text)
    for block in parts.blocks:
        for span in block.spans:
            for i in range(span.start, span.end):
                seen[i] += 1
    assert [i for i, char in enumerate(text) if not char.isspace() and seen[i] != 1] == []
    assert read_text(text) == parts


PAPERS = {
    "ma2018": ("京津冀城市群区域产业协同", 1, 0),
    "samr2024": ("京津冀区域协同标准化建设", 0, 11),
    "liu2023": ("纵向嵌入、横向合作", 2, 0),
    "liumin2024": ("以行政协同治理推动", 2, 0),
    "wei2026": ("从“标准互认”到", 2, 0),
}


@pytest.mark.parametrize("name", PAPERS)
def test_papers(shared: Path, name: str) -> None:
    path = shared / "papers" / f"{name}.txt"
    document = read(path)
    title, abstracts, advertising = PAPERS[name]
    assert document.text == path.read_text(encoding="utf-8")
    assert document.title is not None and document.title.startswith(title)
    assert len(kinds(document, "abstract")) == abstracts
    assert len(kinds(document, "advertising")) >= advertising
    check_laws(document)
    assert read(path) == document
    endings = [words(document, b)[-1] for b in document.blocks if b.kind == "paragraph"]
    assert sum(end in "。？！：:；”)>]．." for end in endings) >= 0.97 * len(endings)


def test_corpus_of_texts(shared: Path) -> None:
    for path in sorted((shared / "text").glob("*.*")):
        if path.suffix in (".txt", ".md"):
            assert uncovered(read(path)) == [], path.name


def test_an_address_to_the_audience_is_no_heading(tmp_path: Path) -> None:
    first = "过去一年，全省生产总值增长5.2%，城镇新增就业12万人，居民收入与经济同步增长。"
    second = "全年新建学校12所，新增学位3万个，建成社区医院8家，改造老旧小区200个。"
    document = read_words(tmp_path, f"某省政府工作报告\n一、2025年工作回顾\n{first}\n各位代表！\n{second}\n")
    assert kinds(document, "heading") == ["一、2025年工作回顾"]
    assert [block.section for block in document.blocks if words(document, block) == second] == [
        ("一、2025年工作回顾",)
    ]


@pytest.mark.parametrize(
    ("title", "second"),
    [
        ("大学生午睡习惯的现状", "甲大学公共管理学院"),
        ("数据中心能耗分析", "乙研究院"),
        ("甲县城镇空间格局", "乙研究院"),
    ],
)
def test_a_title_may_name_an_institution(tmp_path: Path, title: str, second: str) -> None:
    body = f"　　{LONG}。"
    document = read_words(tmp_path, f"{title}\n张某某\n{second}\n{body}\n{body}\n")
    assert document.title == title
    other = read_words(tmp_path, f"{second}\n{title}\n张某某\n{body}\n{body}\n")
    assert other.title == title


@pytest.mark.parametrize(("line", "heading"), [("引言", True), ("资料与方法", True), ("图书馆里", False)])
def test_a_section_name_before_the_first_paragraph_is_a_heading(
    tmp_path: Path, line: str, heading: bool
) -> None:
    document = read_words(tmp_path, f"甲县农户收入的变迁\n{line}\n　　{LONG}。\n")
    assert kinds(document, "heading") == [line] * heading
    assert kinds(document, "note") == [line] * (not heading)
    assert document.blocks[-1].section == ((line,) if heading else ())
    check_laws(document)
