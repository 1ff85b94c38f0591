"""Workbooks as offices write them: what stands over and under the tables of a sheet, and what is drawn on it."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference

from reading.documents import check_laws, read
from suyuan.cli.rows import table_rows
from suyuan.document import Document

Row = list[object]
DRAWING = """<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<xdr:sp><xdr:txBody><a:p><a:r><a:t>口径有变</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:sp><xdr:txBody><a:p/></xdr:txBody></xdr:sp></xdr:wsDr>"""


def book_of(path: Path, rows: list[Row], formats: dict[str, str] | None = None) -> Document:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "1-1"
    for row in rows:
        sheet.append(row)
    for cell, form in (formats or {}).items():
        sheet[cell].number_format = form
    book.save(path)
    document = read(path)
    check_laws(document)
    return document


def told(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, document.text[b.start : b.end].strip("\n")) for b in document.blocks]


def test_annex_with_maker_source_and_notes(tmp_path: Path) -> None:
    document = book_of(
        tmp_path / "a.xlsx",
        [
            ["附件2"],
            ["主要指标（2023年）"],
            ["填报单位：某局", "单位：亿元"],
            ["编制：某局"],
            ["指标", "2022年", "2023年"],
            ["工业", 12, 13],
            ["资料来源：某年鉴"],
            ["注：1.按当年价。"],
            ["2.含5个园区。"],
        ],
    )
    assert told(document)[1:] == [
        ("caption", "附件2"),
        ("caption", "主要指标（2023年）"),
        ("note", "填报单位：某局"),
        ("caption", "单位：亿元"),
        ("note", "编制：某局"),
        ("table", "指标\t2022年\t2023年"),
        ("table", "工业\t12\t13"),
        ("footnote", "资料来源：某年鉴"),
        ("footnote", "注：1.按当年价。"),
        ("footnote", "2.含5个园区。"),
    ]
    assert document.title == "主要指标（2023年）"
    (table,) = table_rows(document)
    assert (table["caption"], table["unit"]) == ("主要指标（2023年）", "亿元")
    assert table["notes"] == ["资料来源：某年鉴", "注：1.按当年价。", "2.含5个园区。"]


@pytest.mark.parametrize(
    ("over", "caption", "unit"),
    [
        ([["表1 各市标准"], ["单位：项"]], "表1 各市标准", "项"),
        ([["某省统计资料"], ["表1 各市标准"]], "表1 各市标准", None),
        ([["1-1 主要指标"], ["（2023年）"]], "1-1 主要指标", None),
        ([["发布时间：2024-05-06"]], None, None),
        ([["附件2"]], "附件2", None),
    ],
)
def test_captions_of_tables(tmp_path: Path, over: list[Row], caption: str | None, unit: str | None) -> None:
    document = book_of(tmp_path / "a.xlsx", [*over, ["市", "项数"], ["甲", 5]])
    (table,) = table_rows(document)
    assert (table["caption"], table["unit"]) == (caption, unit)


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (date(2023, 5, 6), 'yyyy"年"m"月"d"日"', "2023年5月6日"),
        (datetime(2023, 5, 6, 14, 30), "yyyy/m/d h:mm", "2023/5/6 14:30"),
        (time(8, 30), "h:mm", "8:30"),
        (0.0523, "0.0%", "5.2%"),
        (1234567.891, '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', "¥1,234,567.89"),
        (202305, '0000"年"00"月"', "2023年05月"),
        ("12,345", "General", "12,345"),
        ("合\n计", "General", "合计"),
        ("a\nb", "General", "a b"),
        (True, "General", "TRUE"),
        ("#DIV/0!", "General", "#DIV/0!"),
    ],
)  # fmt: skip
def test_cells_are_written_as_the_sheet_shows_them(
    tmp_path: Path, value: object, form: str, shown: str
) -> None:
    document = book_of(tmp_path / "a.xlsx", [["项", "值"], ["甲", value]], {"B2": form})
    assert told(document)[-1] == ("table", f"甲\t{shown}")


def test_results_of_formulas_and_what_has_none(tmp_path: Path) -> None:
    """openpyxl stores no results; a result that a program stored is put into the file here."""
    book = openpyxl.Workbook()
    for row in (["项", "和", "无"], ["甲", "=1+2", "=1+3"]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as old, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content, count = re.subn(rb"<f>1\+2</f><v ?/?>(</v>)?", b"<f>1+2</f><v>3</v>", content)
                assert count == 1
            new.writestr(name, content)
    document = read(tmp_path / "b.xlsx")
    assert told(document)[-1] == ("table", "甲\t3\t")
    assert [(p.where, p.what.split(";")[0]) for p in document.problems] == [
        ("sheet Sheet, C2", "1 formulas without a stored result")
    ]


def test_what_is_drawn_on_a_sheet_is_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["市", "项数"], ["甲", 5], ["乙", 7]):
        book.active.append(row)
    chart = BarChart()
    chart.add_data(Reference(book.active, min_col=2, min_row=1, max_row=3))
    book.active.add_chart(chart, "E2")
    book.save(tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx", "a") as package:
        package.writestr("xl/drawings/drawing2.xml", DRAWING)
        package.writestr("xl/drawings/drawing3.xml", "<cut")
    assert [(p.severity, p.what) for p in read(tmp_path / "a.xlsx").problems] == [
        ("warning", "1 text boxes on its sheets are not read"),
        ("note", "1 charts are not read"),
    ]
