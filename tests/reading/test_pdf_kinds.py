"""Journals, communiqués, official documents, annual reports and slides: every paragraph has its kind, none is mixed up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reading.documents import check_laws, kinds, read, words
from reading.kinds_pdf import (
    ANNUAL,
    ANNUAL_PAGE,
    BRIEF,
    BRIEF_PAGE,
    COMMUNIQUE,
    COMMUNIQUE_NOTES,
    COMMUNIQUE_PAGE,
    ENTRIES,
    JOURNAL,
    JOURNAL_PAGE,
    NOTICE,
    OFFICIAL,
    OFFICIAL_PAGE,
    OFFICIAL_TITLE,
    SLIDES,
    SLIDES_PAGE,
    THINK,
    THINK_PAGE,
    passage,
)
from suyuan.document import Document
from suyuan.facts import Knowledge, extract_facts

Typeset = Callable[..., Path]


def made(typeset: Typeset, markup: str, page: str) -> Document:
    document = read(typeset(markup, page=page))
    check_laws(document)
    return document


def headings(document: Document) -> list[tuple[int | None, str]]:
    return [(block.level, words(document, block)) for block in document.blocks if block.kind == "heading"]


def surfaces(document: Document) -> str:
    return " ".join(fact.surface for fact in extract_facts(document, Knowledge.load()).facts)


def test_journal(typeset: Typeset) -> None:
    document = made(typeset, JOURNAL, JOURNAL_PAGE)
    assert kinds(document, "title") == [
        "镇村合作社水渠投入的成效研究",
        "ReturnstoCanalInvestmentofVillageCooperatives",
    ]
    assert kinds(document, "paragraph") == [passage(i, n) for i, n in enumerate((4, 4, 5, 4, 5, 4, 5, 5))]
    assert headings(document) == [(1, "1引言"), (2, "1.1水渠的来历"), (1, "2结果与分析"), (1, "3结论")]
    chinese, english = kinds(document, "abstract")
    assert (
        chinese.endswith("稻谷增收2.4%。") and english.startswith("Abstract:") and english.endswith("inall.")
    )
    notes = kinds(document, "note")
    for begin in ("关键词", "中图分类号", "Keywords", "收稿日期", "基金项目", "作者简介", "（责任编辑"):
        assert any(note.startswith(begin) for note in notes), begin
    assert kinds(document, "footnote") == [
        "①数据见某省统计局2023年的公报，样本共312份。",
        "注：户数为年末数；括号内为标准误。",
    ]
    assert kinds(document, "caption") == [
        "表1各村的投入与收成",
        "Table1Investmentandharvest",
        "图1三地稻谷的单产",
    ]
    entries = [text for text in kinds(document, "reference") if text.startswith("[")]
    assert entries == ["".join(entry.split()) for entry in ENTRIES]
    assert kinds(document, "furniture") == [
        "第40卷第3期赵某某等：镇村合作社水渠投入的成效研究1",
        "2某某学报2024年",
    ]
    advertising = kinds(document, "advertising")
    assert advertising[0] == NOTICE and "".join(advertising).endswith("稿费每千字200元。")
    assert "150元" not in surfaces(document) and document.dates.published is None


def test_journal_with_an_english_abstract_at_the_end(typeset: Typeset) -> None:
    document = made(typeset, THINK, THINK_PAGE)
    assert kinds(document, "title") == [
        "水渠与城镇化：制度变迁的视角",
        "CanalsandUrbanization:AViewofInstitutionalChange",
    ]
    assert document.title == "水渠与城镇化：制度变迁的视角"
    assert kinds(document, "paragraph") == [passage(i, 4) for i in range(8)]
    assert len(kinds(document, "abstract")) == 2 and kinds(document, "abstract")[1].endswith("fallsby0.3%.")
    notes = kinds(document, "note")
    for begin in ("*周某", "Keywords", "JELClassification", "（责任编辑", "ZhouMou", "(SchoolofEconomics"):
        assert any(note.startswith(begin) for note in notes), begin
    assert "水渠与城镇化：制度变迁的视角" in kinds(document, "furniture")  # of the second page, seen once
    assert headings(document) == [(1, "一、引言"), (1, "二、文献综述")]


def test_communique(typeset: Typeset) -> None:
    document = made(typeset, COMMUNIQUE, COMMUNIQUE_PAGE)
    assert headings(document) == [(1, "一、综合"), (1, "二、农业")]
    assert kinds(document, "footnote") == ["注释：", *COMMUNIQUE_NOTES]
    rows = [document.text[b.start : b.end].split("\t") for b in document.blocks if b.kind == "table"]
    assert [[cell.strip() for cell in row] for row in rows][2:] == [
        ["其中：食品烟酒", "−0.6"],
        ["衣着", "1.2"],
    ]
    assert document.dates.published == "2025-03-18"
    assert "125.6亿元" in surfaces(document) and "5.2%" in surfaces(document)


def test_official_document(typeset: Typeset) -> None:
    document = made(typeset, OFFICIAL, OFFICIAL_PAGE)
    assert document.title == OFFICIAL_TITLE and document.dates.published == "2024-05-06"
    notes = kinds(document, "note")
    assert notes[:2] == ["某某市人民政府办公室文件", "某政办发〔2024〕15号"]
    assert notes[-1] == "某某市人民政府办公室2024年5月6日印发" and notes[-2].startswith("抄送：")
    assert "附件：1.某某市水渠建设任务分解表" in kinds(document, "paragraph")
    assert headings(document) == [(1, "某某市水渠建设三年行动方案"), (1, "一、总体要求"), (1, "二、重点任务")]
    assert kinds(document, "table") == []


def test_annual_report(typeset: Typeset) -> None:
    document = made(typeset, ANNUAL, ANNUAL_PAGE)
    assert headings(document) == [
        (1, "第三节管理层讨论与分析"),
        (2, "一、经营情况讨论与分析"),
        (2, "二、报告期内主要经营情况"),
        (3, "(一)主营业务分析"),
        (4, "1.利润表及现金流量表相关科目变动分析表"),
        (4, "2.收入和成本分析"),
        (3, "(二)投资状况分析"),
    ]
    (block,) = [b for b in document.blocks if passage(1, 2) == words(document, b)]
    assert block.section == (
        "第三节 管理层讨论与分析",
        "二、报告期内主要经营情况",
        "(一) 主营业务分析",
        "1.利润表及现金流量表相关科目变动分析表",
    )
    assert [page.label for page in document.pages] == ["1", "2"]
    assert kinds(document, "furniture").count("某某股份有限公司2024年年度报告") == 2


def test_slides(typeset: Typeset) -> None:
    document = made(typeset, SLIDES, SLIDES_PAGE)
    assert [text for text in kinds(document, "paragraph") if "村的" in text] == [
        *(f"•{name}：{passage(i, 1)}" for i, name in enumerate(("需求端", "供给端", "政策端"))),
        *(passage(i, 2) for i in (3, 4, 5)),
    ]
    assert headings(document) == [
        (1, "市场规模持续增长"),
        (1, "三类企业各有优势"),
        (2, "国有企业"),
        (2, "民营企业"),
        (2, "外资企业"),
    ]
    assert kinds(document, "caption") == ["图1市场规模（亿元）", "数据来源：某某研究院整理"]
    assert kinds(document, "table") == []


def test_heads_and_feet_of_a_single_page(typeset: Typeset) -> None:
    document = made(typeset, BRIEF, BRIEF_PAGE)
    assert document.title == "水渠简报" and kinds(document, "paragraph") == [passage(0, 4), passage(1, 4)]
    assert kinds(document, "furniture") == [
        "某某研究院内部参考2024年第8期（总第312期）",
        "地址：某某市某某路15号电话：010-88880000",
    ]


@pytest.mark.parametrize("foot", ["①水渠长四里。", "注：水渠长四里", "来源：镇上的米行"])
def test_a_note_at_the_foot_is_no_running_foot(typeset: Typeset, foot: str) -> None:
    document = read(
        typeset(
            f"{passage(0, 4)}\n\n{passage(1, 4)}\n\n#v(1fr)\n#text(size: 8pt)[{foot}]", page="margin: 18mm"
        )
    )
    assert kinds(document, "furniture") == [] and foot in kinds(document, "footnote", "caption", "note")


FORMULAS = """
损失的算法如下：

$ L = sum_(i=1)^n (y_i - hat(y)_i)^2 + lambda sum_(j=1)^m w_j^2 #h(2em) "(1)" $

其中水渠的长度记为常数，"""


def test_displayed_formulas(typeset: Typeset) -> None:
    """Formulas, their limits and their numbers are no text and no facts."""
    after = passage(1, 3)
    document = read(typeset(f"{passage(0, 3)}\n\n{FORMULAS}{after}", page="margin: 30mm"))
    check_laws(document)
    found = "".join(kinds(document, "formula"))
    assert "=" in found and "(1)" in found
    assert [text for text in kinds(document, "paragraph") if "村的" in text] == [
        passage(0, 3),
        "其中水渠的长度记为常数，" + after,
    ]
    assert kinds(document, "table") == []


def test_limits_of_a_sum_within_a_line_do_not_break_the_sentence(typeset: Typeset) -> None:
    text = passage(2, 2)
    markup = f"各户的总和$limits(sum)_(i=1)^(n) x_i$记在账上，{text}"
    document = read(typeset(f"{passage(0, 3)}\n\n{markup}\n\n{passage(1, 3)}", page="margin: 30mm"))
    (found,) = [words for words in kinds(document, "paragraph") if words.startswith("各户的总和")]
    assert found.endswith(f"记在账上，{text}")


def test_a_relation_in_a_sentence_is_text(typeset: Typeset) -> None:
    text = "样本共312份，其中水渠长度的系数β=0.32（P\\<0.01），说明修渠有利于收成，" + passage(1, 2)
    document = read(typeset(f"{text}\n\n{passage(0, 3)}"))
    assert kinds(document, "formula") == [] and text.replace("\\", "") in kinds(document, "paragraph")


def test_small_print_that_is_text(typeset: Typeset) -> None:
    """A box in small type keeps its sentences whole; the labels of a figure stay labels."""
    box = passage(5, 3)
    labels = "#grid(columns: 3, gutter: 20mm, [甲村], [乙村], [丙村])"
    markup = f"{passage(0, 4)}\n\n#text(size: 8pt)[{box}]\n\n#text(size: 7pt)[{labels}]\n\n{passage(1, 4)}"
    document = read(typeset(markup))
    assert box in kinds(document, "paragraph")
    assert "甲村" not in "".join(text for text in kinds(document, "paragraph") if text != box)
