"""Word files as offices write them: what each part becomes."""

# ruff: noqa: E501 - parts of files are kept as they are written

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st

from reading.documents import check_laws, read
from reading.office_files import MATH, NUMBERING, grid, paragraph, run, word_of
from suyuan.document import Document, DocumentDates
from suyuan.reading.line_breaks import logical_lines
from suyuan.reading.office.formula import formula

RED, LARGE = '<w:sz w:val="72"/>', '<w:sz w:val="44"/>'
BREAK = "<w:r><w:br/></w:r>"
DELETED = '<w:rPr><w:del w:id="9" w:author="a"/></w:rPr>'
TEXT = "到2025年，制定标准不少于60项，比上年增长6.4%，并建立实施效果的评价机制和信息公开的办法，定期公布进展情况，接受社会监督。"


def level(number: int) -> str:
    return f'<w:outlineLvl w:val="{number}"/>'


def listed(number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="77"/></w:numPr>'


def told(document: Document, *kinds: str) -> list[tuple[str, str]]:
    """Kind and words of the blocks, but for those of marks."""
    check_laws(document)
    return [
        (block.kind, "".join(document.text[s.start : s.end] for s in block.spans).strip("\n"))
        for block in document.blocks
        if (not kinds or block.kind in kinds) and block.kind != "reference"
    ]


def test_letter_of_an_office(tmp_path: Path) -> None:
    """Red head, number, title of two lines, headings by outline level with numbers of a list, date under the letter."""
    document = read(
        word_of(
            tmp_path / "a.docx",
            paragraph(run("某市人民政府文件", RED), centred=True),
            paragraph("某政发〔2023〕12号", centred=True),
            paragraph(run("关于印发《标准化发展规划》", LARGE) + BREAK + run("的通知", LARGE), centred=True),
            paragraph("各区人民政府："),
            paragraph("总体要求", properties=listed(0) + level(0)),
            paragraph(TEXT),
            paragraph("12"),
            paragraph("重点任务", properties=listed(0) + level(0)),
            paragraph(TEXT),
            paragraph("某市人民政府"),
            paragraph("2023年5月6日"),
        )
    )
    assert told(document) == [
        ("note", "某市人民政府文件"),
        ("note", "某政发〔2023〕12号"),
        ("title", "关于印发《标准化发展规划》的通知"),
        ("paragraph", "各区人民政府："),
        ("heading", "一、总体要求"),
        ("paragraph", TEXT),
        ("paragraph", "12"),  # a Word file has its page numbers in the margins
        ("heading", "二、重点任务"),
        ("paragraph", TEXT),
        ("paragraph", "某市人民政府"),
        ("furniture", "2023年5月6日"),
    ]
    assert document.title == "关于印发《标准化发展规划》的通知"
    assert document.dates == DocumentDates(published="2023-05-06")


def test_title_of_several_paragraphs(tmp_path: Path) -> None:
    document = read(
        word_of(
            tmp_path / "a.docx",
            paragraph(run("某市2023年国民经济和社会发展", LARGE), centred=True),
            paragraph(run("统计公报", LARGE), centred=True),
            paragraph("某市统计局", centred=True),
            paragraph(TEXT),
        )
    )
    assert document.title == "某市2023年国民经济和社会发展统计公报"
    assert [text for _, text in told(document)][1:] == ["某市统计局", TEXT]


def test_years_of_cited_works_date_nothing(tmp_path: Path) -> None:
    document = read(
        word_of(
            tmp_path / "a.docx",
            paragraph("引言", style="Heading1"),
            paragraph(TEXT),
            paragraph("参考文献"),
            paragraph("孙八. 标准化研究[J]. 某学报, 2019, 32(5): 77-90."),
        )
    )
    assert document.dates == DocumentDates()


@pytest.mark.parametrize(
    ("text", "headline", "lines"),
    [
        ("全年共有标准七十五项和规范\n三十二项，同比增长。", False, ["全年共有标准七十五项和规范三十二项，同比增长。"]),
        ("　　一个没有句号的很长的标题行\n　　正文共五项。", False, ["　　一个没有句号的很长的标题行", "　　正文共五项。"]),
        ("甲市、\n乙市", False, ["甲市、乙市"]),
        ("联系人：张三\n电话：12345678", False, ["联系人：张三", "电话：12345678"]),
        ("第一行说完。\n第二行也说完。", False, ["第一行说完。", "第二行也说完。"]),
        ("一个没有句号的很长的标题行\n2023", False, ["一个没有句号的很长的标题行", "2023"]),
        ("标准数量从二零二二年的2022\n2023年的75项。", False, ["标准数量从二零二二年的2022", "2023年的75项。"]),
        ("关于标准化的\n意见", True, ["关于标准化的意见"]),
        ("Annual\nreport", True, ["Annual report"]),
        ("某市统计局\n2024年3月5日", True, ["某市统计局", "2024年3月5日"]),
    ],
)  # fmt: skip
def test_line_breaks_in_a_paragraph(text: str, headline: bool, lines: list[str]) -> None:
    assert logical_lines(text, headline) == lines


@given(st.text(alphabet="甲乙75，。、a \n", max_size=60), st.booleans())
def test_line_breaks_lose_nothing(text: str, headline: bool) -> None:
    assert "".join("".join(logical_lines(text, headline)).split()) == "".join(text.split())


def test_tables_inside_tables(tmp_path: Path) -> None:
    """A table in a cell is a table of its own, and the cells beside it stay cells; a table of one row lays out the page."""
    inner = grid(["内一", "内二"], ["33", "44"])
    document = read(
        word_of(
            tmp_path / "a.docx",
            grid(["地区", "数量", "明细"], ["甲", "1", inner + paragraph("")], ["乙", "2", "无"]),
            paragraph("中间一段。"),
            grid(["左边是正文，共5项。", grid(["丙", "6"], ["丁", "7"]) + paragraph("")]),
        )
    )
    assert told(document) == [
        ("table", "地区\t数量\t明细"),
        ("table", "甲\t1\t"),
        ("table", "乙\t2\t无"),
        ("table", "内一\t内二"),
        ("table", "33\t44"),
        ("paragraph", "中间一段。"),
        ("paragraph", "左边是正文，共5项。"),
        ("table", "丙\t6"),
        ("table", "丁\t7"),
    ]
    tables = [block.table for block in document.blocks if block.kind == "table"]
    assert tables == ["table-1"] * 3 + ["table-2"] * 2 + ["table-3"] * 2


def test_changes_of_whole_paragraphs(tmp_path: Path) -> None:
    """A deleted end joins two paragraphs; a deleted item of a list has no number."""
    gone = '<w:del w:id="8" w:author="a"><w:r><w:delText>旧项</w:delText></w:r></w:del>'
    document = read(
        word_of(
            tmp_path / "a.docx",
            paragraph("这一段与", properties=DELETED),
            paragraph("下一段合并，共3项。"),
            paragraph("甲项", properties=listed(0)),
            paragraph(gone, properties=listed(0) + DELETED),
            paragraph("乙项", properties=listed(0)),
            paragraph("末段没有下文。", properties=DELETED),
        )
    )
    assert [text for _, text in told(document)] == [
        "这一段与下一段合并，共3项。",
        "一、甲项",
        "二、乙项",
        "末段没有下文。",
    ]
    assert "4 tracked changes" in document.problems[0].what


def test_what_is_told_and_not_read(tmp_path: Path) -> None:
    document = read(
        word_of(
            tmp_path / "a.docx",
            paragraph(run("共有标准75项。") + '<w:r><w:commentReference w:id="0"/></w:r>'),
            paragraph(run("共有标准57项。", "<w:strike/>")),
        )
    )
    assert [(p.severity, p.what) for p in document.problems] == [
        ("warning", "1 pieces of struck-out text are read like the rest"),
        ("note", "1 comments are not read"),
    ]


@pytest.mark.parametrize(
    ("element", "text"),
    [
        ("<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>", "x²"),
        ("<m:sSub><m:e><m:r><m:t>a</m:t></m:r></m:e><m:sub><m:r><m:t>1</m:t></m:r></m:sub></m:sSub><m:r><m:t>10</m:t></m:r>", "a₁10"),
        ("<m:sSub><m:e><m:r><m:t>a</m:t></m:r></m:e><m:sub><m:r><m:t>i</m:t></m:r></m:sub></m:sSub>", "a_i"),
        ("<m:rad><m:deg/><m:e><m:r><m:t>a+10</m:t></m:r></m:e></m:rad>", "√(a+10)"),
        ("<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>", "(a+b)/2"),
        ('<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e><m:r><m:t>5</m:t></m:r></m:e></m:d>', "[5]"),
        ("<m:m><m:mr><m:e><m:r><m:t>1</m:t></m:r></m:e><m:e><m:r><m:t>0</m:t></m:r></m:e></m:mr></m:m>", "1 0"),
        ('<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub><m:r><m:t>i=1</m:t></m:r></m:sub><m:sup><m:r><m:t>9</m:t></m:r></m:sup>'
         "<m:e><m:r><m:t>x</m:t></m:r></m:e></m:nary>", "∑(i=1…9) x"),
    ],
)  # fmt: skip
def test_formulas_on_one_line(element: str, text: str) -> None:
    assert formula(parse_xml(f'<m:oMath xmlns:m="{MATH}">{element}</m:oMath>')) == text


def test_headings_of_programs_that_translate_the_names_of_styles(tmp_path: Path) -> None:
    path = word_of(
        tmp_path / "a.docx", paragraph("数据", style="Heading1"), paragraph(TEXT), numbering=NUMBERING
    )
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(tmp_path / "b.docx", "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/styles.xml":
                assert b'<w:outlineLvl w:val="0"/>' in content
                content = content.replace(b'w:val="heading 1"', 'w:val="标题 1"'.encode())
                content = content.replace(b'w:val="Heading 1"', 'w:val="标题 1"'.encode())
                content = content.replace(b'<w:outlineLvl w:val="0"/>', b"")
            new.writestr(name, content)
    assert told(read(tmp_path / "b.docx"))[0] == ("heading", "数据")
