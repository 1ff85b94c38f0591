# ruff: noqa: E501 - tables of cases
from __future__ import annotations

import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from reading.documents import check_laws, kinds, read
from reading.office_files import word_file, workbook
from suyuan.cli import main
from suyuan.document import DocumentDates
from suyuan.reading import ReadError
from suyuan.reading.office.numbering import chinese, format_number
from suyuan.reading.office.package import check_package

DOCX = [
    "区域协同标准工作报告",
    "一、总体情况",
    "全年共有标准75项1，面积3.2×10⁴km²，见[5]第7页。",
    "文本框里有34家企业。",
    "1 数据不含丙市的12项。",
    "1.1 第一小项",
    "1.2 第二小项",
    "二、下一步",
    "表1 各市的标准",
    "市\t项数\t",
    "\t2022\t2023",
    "甲\t12\t18",
    "乙\t9\t11",
    "这一格只用来排版，里面是正文，共98条意见已经办理完毕。",
    "有关研究2认为口径不一致。",
    "原有57项。",
]


def test_word_file(tmp_path: Path) -> None:
    document = read(word_file(tmp_path / "a.docx"))
    body, apart = document.text.split("\f")
    assert body.splitlines() == DOCX
    assert apart.splitlines() == [
        "发布日期：2024-05-06",
        "2 孙八. 标准化研究[J]. 某学报, 2019, 32(5): 77-90.",
        "某办公室 内部 第3期",
    ]
    assert (document.media, document.title) == ("docx", "区域协同标准工作报告")
    assert document.dates == DocumentDates(published="2024-05-06")
    assert kinds(document, "heading") == ["一、总体情况", "二、下一步"]
    assert kinds(document, "footnote") == ["1数据不含丙市的12项。"]
    marks = [
        document.text[b.start : b.end]
        for b in document.blocks
        if b.kind == "reference" and b.end - b.start == 1
    ]
    assert marks == ["1", "2"]  # the raised notes are not among the words: 75项, never 75项1
    assert [b.table for b in document.blocks if b.kind == "table"] == ["table-1"] * 4
    assert {b.section for b in document.blocks if b.kind == "table"} == {("二、下一步",)}
    told = " ".join(problem.what for problem in document.problems)
    assert "2 tracked changes" in told and "1 pieces of hidden text" in told
    check_laws(document)
    assert read(tmp_path / "a.docx") == document


def test_workbook(tmp_path: Path) -> None:
    document = read(workbook(tmp_path / "a.xlsx"))
    assert document.text.splitlines() == [
        "标准数量",
        "表1 各市标准数量",
        "市\t项数\t\t占比",
        "\t2022\t2023\t",
        "甲\t12,345.6\t18\t12.3%",
        "乙\t9\t\t50.0%",
        "注：丙市为估计数。",
        "表2 进展",
        "时间\t金额\t\t",
        "2024年1月1日\t-1,234.50\t\t",
    ]
    assert document.media == "xlsx"
    assert kinds(document, "heading") == ["标准数量"] and kinds(document, "footnote") == [
        "注：丙市为估计数。"
    ]
    assert [b.table for b in document.blocks if b.kind == "table"] == ["table-1"] * 4 + ["table-2"] * 2
    told = {(p.where, p.what.split(";")[0]) for p in document.problems}
    assert told == {
        ("sheet 草稿", "hidden sheet"),
        ("sheet 标准数量, 7", "1 hidden or filtered rows are not read"),
        ("sheet 标准数量, E", "1 hidden columns are not read"),
        ("sheet 标准数量, C6", "1 formulas without a stored result"),
    }
    check_laws(document)


def test_commands_take_them(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    word, book = word_file(tmp_path / "a.docx"), workbook(tmp_path / "a.xlsx")
    assert main(["tables", str(word)]) == 0
    (table,) = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert table["caption"] == "表1 各市的标准" and table["rows"][0] == ["市", "项数", ""]
    assert main(["tables", str(book)]) == 0
    assert [json.loads(line)["caption"] for line in capfd.readouterr().out.splitlines()] == [
        "表1 各市标准数量",
        "表2 进展",
    ]
    assert main(["facts", str(word)]) == 0
    facts = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert {"75项", "34家", "98条", "57项"} <= {fact["surface"] for fact in facts}


def test_far_corners_and_raised_text_in_cells(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = CellRichText("面积（km", TextBlock(InlineFont(vertAlign="superscript"), "2"), "）")
    sheet["B1"] = "合\n计"
    sheet["XFD1048576"] = 57
    book.save(tmp_path / "a.xlsx")
    document = read(tmp_path / "a.xlsx")
    assert document.text.splitlines() == ["Sheet", "面积（km²）\t合计\t", "\t\t57"]


def package(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("name", "parts", "what"),
    [
        ("a.docx", {"word/document.xml": b"<a>" + b" " * 120_000_000}, "unpacks to 114 MB"),
        ("a.xlsx", {"xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'}, "declares entities"),
        ("a.docx", {"xl/workbook.xml": b"<x/>"}, "an Excel file (rename it to .xlsx)"),
        ("a.xlsx", {"OFD.xml": b"<x/>"}, "an OFD file"),
        ("a.docx", {"word/document.xml": b"<x/>"}, "cannot be opened"),
        ("a.xlsx", {"xl/workbook.xml": b"<x/>"}, "cannot be opened"),
    ],
)
def test_bad_packages(tmp_path: Path, name: str, parts: dict[str, bytes], what: str) -> None:
    with pytest.raises(ReadError) as error:
        read(package(tmp_path / name, parts))
    assert what in error.value.what and "\n" not in str(error.value)


def test_cut_off_and_damaged(tmp_path: Path) -> None:
    whole = word_file(tmp_path / "a.docx").read_bytes()
    for data in (whole[: len(whole) // 2], whole[:30_000] + bytes(64) + whole[30_064:]):
        (tmp_path / "b.docx").write_bytes(data)
        with pytest.raises(ReadError, match="damaged"):
            read(tmp_path / "b.docx")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(99), "old binary form"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
)
def test_old_and_protected_files(content: bytes, what: str) -> None:
    with pytest.raises(ReadError, match=what):
        check_package(content, "a.docx", "docx")


@pytest.mark.parametrize(
    "suffix",
    ["doc", "xls", "ppt", "pptx", "ofd", "wps", "et", "dps", "caj", "nh", "kdh", "mht", "rar", "jpg"],
)
def test_other_files_say_how_to_convert_them(
    tmp_path: Path, suffix: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(b"x")
    assert main(["read", str(path)]) == 2
    message = capfd.readouterr().err
    assert message.count("\n") == 1 and f".{suffix} files cannot be read; " in message


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (12, "chineseCounting", "十二"), (20, "chineseCounting", "二十"), (105, "chineseCounting", "一百零五"), (3, "upperRoman", "III"),
        (28, "lowerLetter", "bb"), (21, "decimalEnclosedCircle", "㉑"), (3, "decimalZero", "03"), (2, "ideographTraditional", "乙"),
        (12, "chineseLegalSimplified", "壹拾贰"), (4, "none", ""), (4, "unheardOf", "4"),
    ],
)  # fmt: skip
def test_numbers_of_lists(number: int, form: str, text: str) -> None:
    assert format_number(number, form) == text
    assert chinese(10) == "十"
