"""Sound PDFs to be damaged: our own, typeset or written object by object, and those of the shared corpus if it is there."""

from __future__ import annotations

from pathlib import Path

import typst

from reading.bad_pdfs import BAD, GOOD, MARKUP, locked, many_pages, one_page, stream
from reading.conftest import FONT_FILE, FONTS, HEAD, SHARED

LARGEST = 500_000  # bytes of a file of the corpus

PAGES = {
    "columns": """
#set page(columns: 2)
= 一、协同标准概况
#lorem(10) 2023年，三地共同发布标准75项，同比增长12.5%。#footnote[数据截至2023年12月31日。]
#lorem(120)
= 二、结论
到2025年，力争达到100项。
""",
    "tables": """
= 表格
#table(columns: 3, [指标], [2022年], [2023年], [标准数/项], [61], [75], [占比/%], [8.1], [9.6])
#table(columns: 3, stroke: none, table.hline(), [地区], [数量/项], [增速/%], table.hline(), [甲市], [1 234], [5.1],
  [乙市], [567], [-0.3], table.hline())
#rotate(90deg)[旋转的文字]
#place(top + right, text(size: 30pt, fill: luma(80%))[样张])
""",
}


def own_seeds(folder: Path) -> list[bytes]:
    """Files that are made here; ``folder`` holds what the typesetter needs."""
    fonts = next(FONTS.rglob(FONT_FILE)).parent
    made = []
    for name, markup in PAGES.items():
        source = folder / f"{name}.typ"
        source.write_text(f'#set page(paper: "a4")\n{HEAD}\n{markup}', encoding="utf-8")
        made.append(typst.compile(str(source), font_paths=[str(fonts)], ignore_system_fonts=True))
    cid = (
        b"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0"
        b"/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000>>]>>"
    )
    chinese = "共有标准75项".encode("utf-16-be").hex().encode()
    words = b"BT /F1 12 Tf 72 720 Td <" + chinese + b"> Tj ET 50 700 m 500 700 l S 50 650 400 30 re S"
    return [
        *made,
        one_page(stream(words, packed=1), more={6: cid}, fonts=b"/F1 6 0 R"),
        many_pages(5),
        locked(""),
        one_page(stream(MARKUP, packed=2)),
        BAD["form_in_itself"][0](),
        BAD["table_before_itself"][0](),
        GOOD,
    ]


def corpus_seeds() -> list[bytes]:
    """The smaller sound files of the shared corpus; none where it is not beside the repository."""
    files = sorted((SHARED / "pdf").glob("d*.pdf")) if SHARED.is_dir() else []
    return [file.read_bytes() for file in files if file.stat().st_size <= LARGEST]
