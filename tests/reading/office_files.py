"""Word files and workbooks made for the tests."""

# ruff: noqa: E501 - pages and parts of files are kept as they are written

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import openpyxl
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import Pt

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
NOTES = f"""<?xml version="1.0" encoding="UTF-8"?><w:footnotes {W}>
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> 数据不含丙市的12项。</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="3"><w:p><w:r><w:t>孙八. 标准化研究[J]. 某学报, 2019, 32(5): 77-90.</w:t></w:r></w:p></w:footnote></w:footnotes>"""
REFERENCE = f'<w:r {W}><w:footnoteReference w:id="{{}}"/></w:r>'
BOX = f"""<w:r {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml">
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>文本框里有34家企业。</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>文本框里有34家企业。</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback>
</mc:AlternateContent></w:r>"""
FIELD = f"""<w:r {W}><w:fldChar w:fldCharType="begin"/><w:instrText>PAGEREF _Toc99 1234</w:instrText><w:fldChar w:fldCharType="separate"/>
<w:t>第7页</w:t><w:fldChar w:fldCharType="end"/></w:r>"""
CHANGE = f"""<w:p {W}><w:r><w:t>原有</w:t></w:r><w:del w:id="1" w:author="a"><w:r><w:delText>45</w:delText></w:r></w:del>
<w:ins w:id="2" w:author="a"><w:r><w:t>57</w:t></w:r></w:ins><w:r><w:t>项。</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>草稿88</w:t></w:r></w:p>"""
NUMBERING = f"""<w:abstractNum {W} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/>
<w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>"""


def raised(paragraph: object, text: str) -> None:
    paragraph.add_run(text).font.superscript = True  # type: ignore[attr-defined]


def numbered(paragraph: object, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr()  # type: ignore[attr-defined]
    properties.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'))


def word_file(path: Path) -> Path:
    """A report with what reports have."""
    made = docx.Document()
    numbering = made.part.numbering_part.element
    numbering.insert(0, parse_xml(NUMBERING))
    numbering.append(parse_xml(f'<w:num {W} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    made.sections[0].header.paragraphs[0].text = "某办公室 内部 第3期"
    title = made.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("区域协同标准工作报告").font.size = Pt(22)
    made.add_paragraph("发布日期：2024-05-06")
    numbered(made.add_heading("总体情况", 1), 0)
    body = made.add_paragraph("全年共有标准75项")
    body._p.append(parse_xml(REFERENCE.format(2)))
    body.add_run("，面积3.2×10")
    raised(body, "4")
    body.add_run("km")
    raised(body, "2")
    body.add_run("，见")
    raised(body, "[5]")
    body._p.append(parse_xml(FIELD))
    body.add_run("。")
    body._p.append(parse_xml(BOX))
    numbered(made.add_paragraph("第一小项"), 1)
    numbered(made.add_paragraph("第二小项"), 1)
    numbered(made.add_heading("下一步", 1), 0)
    made.add_paragraph("表1 各市的标准", style="Caption")
    table = made.add_table(4, 3)
    for i, row in enumerate(
        (("市", "项数", ""), ("", "2022", "2023"), ("甲", "12", "18"), ("乙", "9", "11"))
    ):
        for j, text in enumerate(row):
            table.cell(i, j).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    outer = made.add_table(1, 1)
    outer.cell(0, 0).text = "这一格只用来排版，里面是正文，共98条意见已经办理完毕。"
    last = made.add_paragraph("有关研究")
    last._p.append(parse_xml(REFERENCE.format(3)))
    last.add_run("认为口径不一致。")
    made.element.body.insert(-1, parse_xml(CHANGE))
    buffer = io.BytesIO()
    made.save(buffer)
    _with_notes(buffer.getvalue(), path)
    return path


def _with_notes(data: bytes, path: Path) -> None:
    """python-docx makes no footnotes: put the part, its type and its relationship in."""
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(path, "w") as new:
        for item in old.infolist():
            content = old.read(item).decode("utf-8") if item.filename.endswith((".xml", ".rels")) else None
            if content is None:
                new.writestr(item, old.read(item))
                continue
            if item.filename == "[Content_Types].xml":
                kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
                content = content.replace(
                    "</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
                )
            if item.filename == "word/_rels/document.xml.rels":
                kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
                content = content.replace(
                    "</Relationships>",
                    f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>',
                )
            new.writestr(item.filename, content)
        new.writestr("word/footnotes.xml", NOTES)


def workbook(path: Path) -> Path:
    """A sheet with two tables, a hidden row and column, a formula without a result, a hidden sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "标准数量"
    for row in (
        ["表1 各市标准数量"],
        [None, None, None, None, "单位：项"],
        ["市", "项数", None, "占比", "内部"],
        [None, 2022, 2023],
        ["甲", 12345.6, 18, 0.1234, 777],
        ["乙", 9, "=B5*2", 0.5, 778],
        ["丙", 1, 2, 0.25, 779],
        ["注：丙市为估计数。"],
        [],
        ["表2 进展"],
        ["时间", "金额"],
        [45292, -1234.5],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("B3:C3")
    sheet.merge_cells("A3:A4")
    sheet["B5"].number_format = "#,##0.0"
    for cell in ("D5", "D6", "D7"):
        sheet[cell].number_format = "0.0%"
    sheet["A12"].number_format = 'yyyy"年"m"月"d"日"'
    sheet["B12"].number_format = "#,##0.00;[Red]#,##0.00"
    sheet.row_dimensions[7].hidden = True
    sheet.column_dimensions["E"].hidden = True
    hidden = book.create_sheet("草稿")
    hidden["A1"] = 999
    hidden.sheet_state = "hidden"
    book.save(path)
    return path


def run(text: str, properties: str = "") -> str:
    """A ``w:r``; ``size=44`` in half-points and the like are given as elements."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, *, style: str = "", centred: bool = False, properties: str = "") -> str:
    """A ``w:p`` of runs; plain text is one run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    placed = '<w:jc w:val="center"/>' if centred else ""
    inside = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{named}{properties}{placed}</w:pPr>{inside}</w:p>"


def grid(*rows: list[str]) -> str:
    """A ``w:tbl``; a cell is plain text or what stands in it."""
    lines = []
    for row in rows:
        cells = [cell if cell.startswith("<w:") else paragraph(cell) for cell in row]
        lines.append("<w:tr>" + "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in cells) + "</w:tr>")
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(lines)}</w:tbl>"


def word_of(path: Path, *elements: str, numbering: str = NUMBERING) -> Path:
    """A Word file with these elements in its body, in the styles of an empty document."""
    made = docx.Document()
    root = made.part.numbering_part.element
    root.insert(0, parse_xml(numbering))
    root.append(parse_xml(f'<w:num {W} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    spaces = f'{W} xmlns:m="{MATH}"'
    for element in elements:
        for child in parse_xml(f"<w:body {spaces}>{element}</w:body>"):
            made.element.body.insert(-1, child)
    made.save(path)
    return path
