from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from reading.documents import check_laws, kinds, read, words
from suyuan.flow import make_flow
from suyuan.reading.pdf.guard import open_pdf
from suyuan.reading.pdf.printed import page_chars
from suyuan.reading.pdf.second import SecondReader

SENTENCES = [
    f"第{name}个问题要从地方标准的法律身份讲起，各地得以按自身的资源和地理条件制定标准，隐形的贸易壁垒却也随之增多，"
    f"三地的政府于是自发坐下来协调，先后发布了协同标准{number}项，为区域的发展提供了支撑。"
    for name, number in zip("甲乙丙丁戊己庚辛壬癸", range(11, 21), strict=True)
]
TWO_COLUMNS = """
#set columns(gutter: 8mm)
#place(top + center, scope: "parent", float: true, clearance: 1.5em)[
  #text(size: 17pt)[区域协同标准的推进路径研究] \\
  #text(size: 10pt)[王某某　李某某] \\
  #set align(left)
  #text(size: 9pt)[摘要：本文研究三地的标准怎样走到一起，共有协同标准75项，提出了三条推进的路径，供有关的研究者参考讨论。]

  #text(size: 9pt)[关键词：标准；协同]
]
= 一、政策由来
PARAGRAPHS
= 参考文献
#set par(first-line-indent: 0pt, hanging-indent: 1.5em)
#set text(size: 8.5pt)
[1] 张三. 区域标准化发展的现状、问题和对策建议的研究[J]. 大众标准, 2022(8): 15–17.

[2] 李四. 协同标准[M]. 北京: 某出版社, 2021.
"""
PAGE = "columns: 2, margin: 20mm, header: [某某学报 #h(1fr) 2026年第4期], "
PAGE += 'footer: context align(center, counter(page).display("— 1 —"))'


@pytest.fixture(scope="module")
def paper(typeset) -> Path:
    paragraphs = ["".join(SENTENCES[i : i + 3]) for i in range(8)]
    paragraphs[1] += (
        "收益与成本#super(typographic: false)[[3]]决定合作，总量达到5230#super(typographic: false)[1]项。"
    )
    paragraphs[2] += "共有41家成员单位#footnote[成员单位的总数是否包括中央部委，原文没有交代。]。"
    return typeset(TWO_COLUMNS.replace("PARAGRAPHS", "\n\n".join(p + "\n" for p in paragraphs)), page=PAGE)


def test_two_columns_in_order(paper: Path) -> None:
    document = read(paper)
    check_laws(document)
    assert document.title == "区域协同标准的推进路径研究"
    assert kinds(document, "abstract") == [
        "摘要：本文研究三地的标准怎样走到一起，共有协同标准75项，提出了三条推进的路径，供有关的研究者参考讨论。"
    ]
    assert "关键词：标准；协同" in kinds(document, "note")
    paragraphs = kinds(document, "paragraph")
    assert len(paragraphs) == 8
    for i in (0, 3, 4, 5, 6, 7):
        assert paragraphs[i] == "".join(SENTENCES[i : i + 3])
    assert kinds(document, "footnote") == ["①成员单位的总数是否包括中央部委，原文没有交代。"]
    references = [r for r in kinds(document, "reference") if len(r) > 2]
    assert (
        references[0] == "参考文献"
        and references[1].startswith("[1]张三.区域标准化")
        and references[1].endswith("15–17.")
    )
    assert len(references) == 3
    assert {b.section for b in document.blocks if b.kind == "paragraph"} == {("一、政策由来",)}
    pages = len(document.pages)
    assert kinds(document, "furniture").count("某某学报2026年第4期") == pages >= 2
    assert [page.label for page in document.pages] == [str(n + 1) for n in range(pages)]
    body, apart = document.text.split("\f")
    assert "参考文献" in apart and "某某学报" not in body


def test_boxes(paper: Path) -> None:
    document = read(paper)
    assert document.boxes is not None
    for char, box in zip(document.text, document.boxes, strict=True):
        assert (box is not None) or char.isspace()
        if box is not None:
            assert 0 <= box.x0 < box.x1 <= 596 and 0 <= box.top < box.bottom <= 842
    at = document.text.index("第丁个问题")
    locator = document.locate(at, at + 200)
    assert locator.kind == "pdf" and len(locator.boxes) >= 5


def test_marks_never_join_a_number(paper: Path) -> None:
    document = read(paper)
    block = next(b for b in document.blocks if b.kind == "paragraph" and "5230" in words(document, b))
    assert "合作，总量达到5230项。" in make_flow(document.text, block).text
    assert "收益与成本决定合作" in make_flow(document.text, block).text
    assert "5230" + "1项" in document.text and "成本[3]决定" in document.text


def test_twice_the_same(paper: Path) -> None:
    assert read(paper) == read(paper)


def test_ruled_table(typeset) -> None:
    path = typeset(
        "= 一、数量\n"
        + SENTENCES[0]
        + "\n\n#table(columns: 3, [地区], [标准数], [比上年], [北京], [57], [12.5%], [天津市], [14], [])\n\n"
        + SENTENCES[1]
    )
    document = read(path)
    rows = [document.text[b.start : b.end] for b in document.blocks if b.kind == "table"]
    assert rows[:2] == ["地区\t标准数\t比上年", "北京\t57\t12.5%"] and rows[2].startswith("天津市\t14")
    assert kinds(document, "paragraph") == [SENTENCES[0], SENTENCES[1]]
    check_laws(document)


def test_framed_text_is_no_table(typeset) -> None:
    document = read(typeset(f"#rect(width: 100%)[{SENTENCES[0]}]\n\n{SENTENCES[1]}"))
    assert kinds(document, "table") == [] and SENTENCES[1] in kinds(document, "paragraph")


def test_one_column_and_units(typeset) -> None:
    body = SENTENCES[0] + "密度为1.67亿元/km#super(typographic: false)[2]。"
    document = read(typeset("= 1 引言\n" + "\n\n".join([body, *SENTENCES[1:4]])))
    paragraphs = kinds(document, "paragraph")
    assert paragraphs[0].endswith("1.67亿元/km²。") and len(paragraphs) == 4
    assert kinds(document, "heading") == ["1引言"]


def test_turned_text_is_kept_apart(typeset) -> None:
    document = read(typeset("#place(center + horizon, rotate(30deg)[内部资料])\n" + SENTENCES[0]))
    assert kinds(document, "furniture") == ["内部资料"] and SENTENCES[0] in kinds(document, "paragraph")
    check_laws(document)


def test_digest() -> None:
    path = Path(__file__).parents[2] / "raw" / "digests" / "liu2023.pdf"
    if not path.exists():
        pytest.skip("the digest is not built")
    document = read(path)
    check_laws(document)
    text = document.text
    assert "协议约束。" in text and "标准化主管部门与行业主管部门一起组织编制" in text
    assert "57、14和4项" in text and "15,953万元" in text
    assert len(kinds(document, "abstract")) == 1 and len(kinds(document, "footnote")) == 1
    assert [h[:2] for h in kinds(document, "heading")] == ["一、", "二、", "三、", "四、"]


@pytest.mark.parametrize(
    ("name", "pages", "passage"),
    [
        ("d01_journal_qk_2026", 6, "降低我国CVDs患病率及死亡率。"),
        ("d07_stats_zhoukou_2023", 13, "就业困难人员实现就业6355人"),
    ],
)
def test_corpus(shared: Path, name: str, pages: int, passage: str) -> None:
    document = read(shared / "pdf" / f"{name}.pdf")
    assert len(document.pages) == pages
    assert passage in "".join(kinds(document, "paragraph"))
    check_laws(document)


def test_no_character_is_lost(shared: Path, typeset, paper: Path) -> None:
    """Every visible character that the page has is in the text once, and nothing else is."""
    rows = ", ".join(f"[地区{i}], [{i}], [{i}.5%]" for i in range(150))
    tables = typeset(f"#table(columns: 3, {rows})\n" + SENTENCES[0], page="margin: 12mm")
    corpus = [
        shared / "pdf" / f"{name}.pdf" for name in ("d07_stats_zhoukou_2023", "d12_finance_dbdq_2018q1")
    ]
    for path in [paper, tables, *corpus]:
        data = path.read_bytes()
        printed: Counter[str] = Counter()
        pdf = open_pdf(data, path.name)
        for number in range(1, len(pdf) + 1):
            page = page_chars(pdf, number, SecondReader(data))
            printed.update(c for char in [*page.upright, *page.turned] for c in char.text if not c.isspace())
        assert Counter(c for c in read(path).text if not c.isspace()) == printed, path.name


def test_hyphen_at_the_end_of_a_line(typeset) -> None:
    """pdfium gives such a hyphen as a control character."""
    words = "Internationalization of characteristically interdependent standardization organizations "
    document = read(
        typeset('#set text(lang: "en", hyphenate: true)\n' + words * 12, page="margin: (x: 70mm)")
    )
    assert "-" in document.text and "\x02" not in document.text and not document.problems
