"""Short documents keep their sentences: what is not clearly front matter is body."""

from __future__ import annotations

from pathlib import Path

import pytest

from reading.documents import check_laws, kinds, read, read_words
from suyuan.document import DocumentDates
from suyuan.reading.shapes import is_author_note, is_sentence

SCHOOLS, CLINICS = "2024年全市共有学校12所。", "全市有医院3家。"
EVENT = "第三段说的是当年举办的健康活动的情况，当年共有500人参加了活动。"


@pytest.mark.parametrize(
    ("name", "text", "body"),
    [
        ("a.txt", SCHOOLS + "\n", [SCHOOLS]),
        ("a.txt", f"{SCHOOLS}\n\n{CLINICS}\n\n{EVENT}", [SCHOOLS, CLINICS, EVENT]),
        ("a.txt", f"第一章\n{SCHOOLS}", [SCHOOLS]),
        ("a.txt", f"某市学校情况一览\n2024年5月6日\n{SCHOOLS}", [SCHOOLS]),
        ("a.md", f"# 概况\n\n{SCHOOLS}\n\n{CLINICS}", [SCHOOLS, CLINICS]),
        ("a.md", f"# 某市情况\n\n## 概况\n\n{SCHOOLS}", [SCHOOLS]),
        ("a.txt", "在校学生，男生300人，女生200人。", ["在校学生，男生300人，女生200人。"]),
        ("a.txt", "全市项目12个（不含续建的项目）。", ["全市项目12个（不含续建的项目）。"]),
        ("a.txt", "学校情况\n学校12所\n医院3家\n", ["学校12所医院3家"]),
        ("a.txt", f"来源：某市年鉴\n{SCHOOLS}", [SCHOOLS]),
    ],
)  # fmt: skip
def test_sentences_are_body(tmp_path: Path, name: str, text: str, body: list[str]) -> None:
    document = read_words(tmp_path, text, name)
    assert kinds(document, "paragraph") == body
    check_laws(document)


def test_front_matter_stays_front_matter(tmp_path: Path) -> None:
    notes = [
        "张三，李四",
        "某大学经济学院",
        "基金项目：国家社会科学基金重点项目（18B073）",
        "资助的成果。",
        "收稿日期：2024-01-02。",
        "作者简介：王某某，教授。",
        "李某某，博士，研究方向为标准化。",
        "E-mail：a@b.cn",
        "ISSN：1234-5678",
    ]
    text = "\n".join(["某市学校发展研究", *notes, SCHOOLS])
    document = read_words(tmp_path, text)
    assert document.title == "某市学校发展研究"
    assert kinds(document, "note") == [note.replace(" ", "") for note in notes]
    assert kinds(document, "paragraph") == [SCHOOLS]


def test_a_sentence_before_the_abstract_is_body(tmp_path: Path) -> None:
    head = f"某市学校发展研究\n张三，李四\n{SCHOOLS}\n摘要：本文研究学校。\n关键词：学校\n"
    text = f"{head}一、引言\n{CLINICS}\n二、结论\n学校有增加。\n三、讨论\n学校还不够。\n"
    document = read_words(tmp_path, text)
    assert kinds(document, "paragraph")[:2] == [SCHOOLS, CLINICS]
    assert kinds(document, "note") == ["张三，李四", "关键词：学校"]


def test_the_section_of_a_short_document(tmp_path: Path) -> None:
    document = read_words(tmp_path, f"# 某市情况\n\n## 概况\n\n{SCHOOLS}", "a.md")
    assert document.blocks[-1].section == ("概况",)


@pytest.mark.parametrize(
    ("text", "sentence", "life"),
    [
        (SCHOOLS, True, False),
        ("王某某，博士，研究方向为标准化。", False, True),
        ("王某某（1980—），男，教授。", False, True),
        ("在校学生，男生300人。", True, False),
        ("某大学经济学院，北京100081", False, False),
        ("如何协同？", False, False),
        ("Some University, Beijing.", False, False),
    ],
)
def test_sentences_and_lives(text: str, sentence: bool, life: bool) -> None:
    assert (is_sentence(text), is_author_note(text)) == (sentence, life)


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>某市学校概况</h1><p>{SCHOOLS}</p><p>{CLINICS}</p>",
        f"<article><p>{SCHOOLS}</p><div class='date'>{CLINICS}</div></article>",
        f"<main><ul><li>{SCHOOLS}</li><li>{CLINICS}</li></ul></main>",
        f"<div class='info'><p>{SCHOOLS}</p></div><div>{CLINICS}</div>",
        f"{SCHOOLS}<br>{CLINICS}",
    ],
)
def test_a_short_page(tmp_path: Path, body: str) -> None:
    apart = "<nav>首页。</nav>", "<aside>他市有学校30所。</aside><footer>共有5家单位。</footer>"
    page = f"<html><head><title>某市学校概况</title></head><body>{apart[0]}{body}{apart[1]}</body></html>"
    document = read_words(tmp_path, page, "a.html")
    assert kinds(document, "paragraph") == [SCHOOLS, CLINICS]
    assert document.dates == DocumentDates()  # 2024 in a sentence dates no page


def test_a_short_pdf(typeset) -> None:
    document = read(typeset(f"#text(size: 16pt)[某市学校概况]\n\n{SCHOOLS}\n\n{CLINICS}\n"))
    assert document.title == "某市学校概况"
    assert "".join(kinds(document, "paragraph")) == SCHOOLS + CLINICS


def test_glyphs_without_a_character_are_a_problem(typeset) -> None:
    # The font has no glyph for these letters: typst sets .notdef, and the file does not say what it stands for.
    document = read(typeset("2023\u0e01\u0e02\u0e03全院职工300人，床位500张。\n"))
    assert any(p.severity == "warning" and "no known meaning" in p.what for p in document.problems)
