"""For each defect of the shared corpus a look-alike made by a script, with its true text known.

The corpus may not be passed on. ``MANIFEST`` names, for every file of its manifest and each thing that the manifest says it
tests, the test whose PDF (typeset, or written glyph by glyph) has the same defect; the tests below are those that stand in no
other file.
"""

from __future__ import annotations

import ast
import csv
from pathlib import Path

import pytest

from reading.documents import check_laws, kinds, read, words
from reading.glyph_pdf import Run, pdf_of
from reading.kinds_pdf import passage
from suyuan.facts import Knowledge, extract_facts

HERE = Path(__file__).parent
MANIFEST: dict[str, dict[str, str]] = {
    "d01_journal_qk_2026": {
        "two columns under a full-width title block and abstract": "test_pdf_kinds.test_journal",
        "running heads on both sides": "test_pdf_kinds.test_journal",
        "superscript reference marks": "test_pdf.test_marks_never_join_a_number",
        "a space as thousands mark": "test_pdf_chars.test_thousands",
        "a figure in boxes": "test_look_alikes.test_figure_in_boxes",
        "three-line table with shaded rows": "test_pdf_tables.test_wrapped_cells_without_rules",
    },
    "d02_journal_tushu_2017": {
        "full-width digits, Latin and punctuation": "test_look_alikes.test_full_width_numbers",
        "a private-use hyphen": "test_pdf_chars.test_what_fonts_say_is_mended",
        "advertising after the references": "test_pdf_kinds.test_journal",
        "English title and abstract at the end": "test_pdf_kinds.test_journal_with_an_english_abstract_at_the_end",
    },
    "d03_journal_uestc_2016": {
        "two columns with formulas": "test_pdf_kinds.test_displayed_formulas",
        "one-column head": "test_pdf.test_two_columns_in_order",
        "symbol font in private use": "test_pdf_chars.test_symbol_fonts",
        "long table over both columns": "test_pdf_tables.test_over_both_columns",
    },
    "d04_journal_zsbs_2016": {
        "full-width digits and letters": "test_look_alikes.test_full_width_numbers",
        "full-width point": "test_pdf_order.test_full_width_points_end_sentences",
        "a number with a wrong character": "test_look_alikes.test_doi_with_a_wrong_character",
        "limits of sums between the lines": "test_pdf_kinds.test_limits_of_a_sum_within_a_line_do_not_break_the_sentence",
    },
    "d05_journal_glsj_2024_p24": {
        "footnotes under a rule": "test_pdf_order.test_grant_note_and_caption_at_the_foot",
        "title overlaps the running head": "test_look_alikes.test_title_over_the_running_head",
    },
    "d06_journal_duihua_2019": {
        "columns switch": "test_look_alikes.test_columns_switch",
        "bold best values in a table": "test_look_alikes.test_bold_values_in_a_table",
    },
    "d07_stats_zhoukou_2023": {
        "communiqué with notes at the end": "test_pdf_kinds.test_communique",
        "bar charts that carry values as text": "test_look_alikes.test_values_of_a_bar_chart",
        "sub-rows by indent": "test_pdf_kinds.test_communique",
    },
    "d08_white_suanli_2021": {
        "diagonal watermark": "test_pdf_order.test_rotated_page_and_watermark",
        "upright watermark": "test_pdf_order.test_upright_watermark_between_the_lines",
        "contents with leader dots": "test_look_alikes.test_contents_with_leader_dots",
        "figures with labels": "test_look_alikes.test_figure_in_boxes",
    },
    "d09_budget_pt_shegong_2024": {
        "full grid over pages, head not repeated": "test_pdf_tables.test_over_two_pages",
        "empty cells and hierarchical codes": "test_look_alikes.test_codes_that_sum",
    },
    "d10_budget_pt_caizheng_2024": {
        "digits and words of a line on different baselines": "test_look_alikes.test_digits_on_another_baseline",
    },
    "d11_standard_gbt3620_2016": {
        "decimal points on a line of their own": "test_pdf_chars.test_points_and_commas_on_another_line",
        "rotated tables": "test_pdf_tables.test_page_turned",
        "broken ToUnicode": "test_quality.test_a_garbled_page_gives_no_facts",
    },
    "d12_finance_dbdq_2018q1": {
        "thousands commas, negative numbers": "test_pdf_kinds.test_annual_report",
        "wrapped cells": "test_pdf_tables.test_wrapped_cells_without_rules",
        "grid over pages": "test_pdf_tables.test_over_two_pages",
    },
    "d13_finance_shenwan_p26": {
        "borderless": "test_pdf_tables.test_borderless_columns",
        "shaded rows with a blank one": "test_pdf_tables.test_shaded_rows_with_a_blank_one",
        "forecast years, two tables one under the other": "test_pdf_tables.test_two_tables_open_below",
    },
    "d14_research_gaoce_2022": {
        "sidebar": "test_pdf_order.test_sidebar",
        "tags in the text layer": "test_look_alikes.test_invisible_tags",
    },
    "d15_party_gonghui_p": {
        "articles, lists, a ruled table, ranges": "test_look_alikes.test_articles_and_lists",
    },
    "d16_annual_jinyu_2020": {
        "page x / 195": "test_pdf_kinds.test_annual_report",
        "time and memory": "test_worker.test_memory_is_watched_closely",
    },
    "d17_ocr_feida_2016": {
        "a wrong layer of recognition": "test_quality.test_a_damaged_layer_of_recognition"
    },
    "d18_dupchars_anli_2011_cover": {"every character four times": "test_pdf_chars.test_drawn_four_times"},
    "d19_tounicode_duiqi_2016": {"no usable ToUnicode": "test_quality.test_a_garbled_page_gives_no_facts"},
    "d20_scan_ziben_2p": {"a scan without text": "test_quality.test_a_scan_without_text"},
    "d21_mixed_hydrogen_p": {
        "page rotated by 90 degrees": "test_pdf_order.test_rotated_page_and_watermark",
        "table on a rotated page": "test_pdf_tables.test_page_turned",
    },
    "bad_truncated_zhoukou": {"cut off": "test_worker.test_bad_files_are_read_or_refused"},
    "bad_encrypted_user_aes256": {"encrypted": "test_worker_passwords.test_passwords"},
    "bad_zero_pages": {"no pages": "test_worker.test_bad_files_are_read_or_refused"},
    "bad_empty_0bytes": {"no bytes": "test_worker.test_bad_files_are_read_or_refused"},
    "bad_html_as_pdf": {"a web page named .pdf": "test_worker.test_bad_files_are_read_or_refused"},
    "bad_many_pages_3000": {"thousands of pages": "test_worker.test_bad_files_are_read_or_refused"},
    "bad_bomb_stream_100mb": {"a stream that inflates": "test_worker.test_what_inflates_is_stopped"},
    "bad_junk_around": {"junk before and after": "test_worker.test_bad_files_are_read_or_refused"},
}


def test_every_defect_has_its_look_alike() -> None:
    named = {name for tests in MANIFEST.values() for name in tests.values()}
    found = {
        f"{path.stem}.{node.name}"
        for path in HERE.glob("test_*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
    }
    assert named <= found, sorted(named - found)


def test_every_file_of_the_manifest_is_here(shared: Path) -> None:
    with (shared / "pdf" / "manifest.csv").open(encoding="utf-8", newline="") as file:
        files = {Path(row["file"]).stem for row in csv.DictReader(file)}
    assert files == set(MANIFEST)


def surfaces(document) -> list[str]:
    return [fact.surface for fact in extract_facts(document, Knowledge.load()).facts]


def test_full_width_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(
        pdf_of([[Run("全市共有标准１，２３４项，占总数的２０％，其中ＧＢ／Ｔ标准６１项。", 80, 100)]])
    )
    values = [fact.value for fact in extract_facts(read(path), Knowledge.load()).facts]
    assert values == [1234, 20, 61]


def test_doi_with_a_wrong_character(typeset) -> None:
    markup = (
        "#align(center)[#text(size: 18pt)[水渠与晒场的账目]]\n\n"
        "#text(size: 8pt)[ＤＯＩ：１０．７５４４?ｉｓｓｎ１０００-１２３９．２０１６．２０１６００２０]\n\n"
        f"#text(size: 9pt)[摘要：{passage(1)}]\n\n{passage(0, 4)}\n\n{passage(2, 4)}"
    )
    document = read(typeset(markup))
    assert any(note.startswith("ＤＯＩ") for note in kinds(document, "note")) and surfaces(document) == []


def test_figure_in_boxes(typeset) -> None:
    """The words in the boxes of a figure stand in no sentence, and break none."""
    boxes = "".join(
        f"#place(dx: {40 * (i % 3)}mm, dy: {15 * (i // 3)}mm, "
        f"box(width: 32mm, height: 9mm, stroke: 0.4pt, inset: 2mm)[#text(size: 7.5pt)[{word}]])"
        for i, word in enumerate(("人工评测", "自动评测", "水渠甲", "水渠乙", "晒场丙", "晒场丁"))
    )
    broken = passage(2, 4)
    half = broken.index("，余下") + 1
    markup = (
        f"{passage(0, 4)}\n\n{broken[:half]}#linebreak(justify: true)\n#block(width: 100%, height: 30mm)[{boxes}]\n"
        f"#align(center)[#text(size: 8.5pt)[图2　评测的办法]]\n\n#par(first-line-indent: 0pt)[{broken[half:]}]\n\n{passage(1, 4)}"
    )
    document = read(typeset(markup))
    check_laws(document)
    assert not any(
        word in text for text in kinds(document, "paragraph") for word in ("评测", "水渠甲", "晒场丁")
    )
    assert kinds(document, "caption") == ["图2评测的办法"]
    assert "".join(kinds(document, "paragraph")) == passage(0, 4) + broken + passage(1, 4)


def test_title_over_the_running_head(tmp_path: Path) -> None:
    """The title's box reaches over the running head: its characters interleave with it in height, not on the page."""
    head = [Run("管理某界", 80, 60, 9), Run("2024年第1期", 470, 63, 9)]
    title = [Run("水渠与晒场：账目的研究", 180, 74, 20)]
    body = [Run(passage(0, 4)[i : i + 40], 80, 120 + 18 * n) for n, i in enumerate(range(0, 220, 40))]
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_of([[*head, *title, *body]]))
    document = read(path)
    assert document.title == "水渠与晒场：账目的研究"
    assert kinds(document, "paragraph") == [passage(0, 4)]
    assert kinds(document, "furniture") == ["管理某界", "2024年第1期"]


def test_columns_switch(typeset) -> None:
    """A page of one column, one of two, one of one: each in its own order."""
    parts = [passage(i, 4) for i in range(12)]
    markup = (
        "\n\n".join(parts[:3])
        + "\n#pagebreak()\n#columns(2, gutter: 8mm)["
        + "\n\n".join(parts[3:9])
        + "]\n#pagebreak()\n"
        + "\n\n".join(parts[9:])
    )
    document = read(typeset(markup, page="margin: 22mm"))
    assert len(document.pages) == 3 and kinds(document, "paragraph") == parts


def test_bold_values_in_a_table(typeset) -> None:
    best = "[#text(stroke: 0.4pt)[{}]]".format
    cells = f"[方法], [准确率], [召回率], [甲法], [71.2], {best('80.5')}, [乙法], {best('75.9')}, [78.3]"
    markup = f"{passage(0)}\n\n#table(columns: 3, stroke: none, table.hline(), {cells}, table.hline())\n\n{passage(1)}"
    document = read(typeset(markup))
    rows = [document.text[b.start : b.end].split("\t") for b in document.blocks if b.kind == "table"]
    assert rows == [["方法", "准确率", "召回率"], ["甲法", "71.2", "80.5"], ["乙法", "75.9", "78.3"]]


def test_values_of_a_bar_chart(typeset) -> None:
    """Values over bars and years under them are words of a figure: in no sentence, no heading, no paragraph."""
    bars = "".join(
        f"#place(dx: {25 * i}mm, dy: {40 - 8 * i}mm, text(size: 7pt)[{120.5 + i}])"
        f"#place(dx: {25 * i}mm, dy: {44 - 8 * i}mm, rect(width: 9mm, height: {8 * i + 8}mm, fill: luma(70%)))"
        f"#place(dx: {25 * i}mm, dy: 54mm, text(size: 7pt)[{2019 + i}年])"
        for i in range(5)
    )
    markup = (
        f"{passage(0, 4)}\n\n#align(center)[#text(size: 9pt)[图1　2019—2023年全县生产总值]]\n"
        f"#block(width: 100%, height: 60mm)[{bars}]\n\n{passage(1, 4)}"
    )
    document = read(typeset(markup))
    check_laws(document)
    assert kinds(document, "paragraph", "heading") == [passage(0, 4), passage(1, 4)]
    assert kinds(document, "caption") == ["图12019—2023年全县生产总值"]


def test_contents_with_leader_dots(typeset) -> None:
    lines = [("一、水渠的来历", 1), ("（一）甲村的水渠", 3), ("二、晒场的用法", 12)]
    contents = "\n\n".join(f"{text}#box(width: 1fr, repeat[.])#h(1mm){page}" for text, page in lines)
    markup = (
        f"#align(center)[#text(size: 16pt)[目　录]]\n\n#set par(first-line-indent: 0pt)\n{contents}\n#pagebreak()\n"
        f"= 一、水渠的来历\n\n{passage(0, 4)}\n\n= 二、晒场的用法\n\n{passage(1, 4)}"
    )
    document = read(typeset(markup))
    assert [words(document, b) for b in document.blocks if b.kind == "heading"] == [
        "一、水渠的来历",
        "二、晒场的用法",
    ]
    assert kinds(document, "paragraph") == [passage(0, 4), passage(1, 4)]
    assert sum("....." in text for text in kinds(document, "furniture")) == 3


def test_codes_that_sum(typeset) -> None:
    """Rows of codes of three levels, cells left empty."""
    rows = [
        ("201", "", "", "一般公共服务", "30.50"),
        ("", "01", "", "人大事务", "10.25"),
        ("", "", "99", "其他", "20.25"),
    ]
    cells = ", ".join(f"[{cell}]" for row in (("类", "款", "项", "名称", "合计"), *rows) for cell in row)
    document = read(typeset(f"{passage(0)}\n\n#table(columns: 5, {cells})\n\n{passage(1)}"))
    found = [document.text[b.start : b.end].split("\t") for b in document.blocks if b.kind == "table"]
    assert found[1:] == [list(row) for row in rows]


@pytest.mark.parametrize("lower", [0.8, 1.6, 2.6])
def test_digits_on_another_baseline(tmp_path: Path, lower: float) -> None:
    """Digits of a line stand lower than its words, as an office suite writes them."""
    pieces = ["年度部门决算共计", "2024", "年支出", "105.58", "万元，其中人员经费", "95.36", "万元。"]
    runs, x = [], 80.0
    for number, piece in enumerate(pieces):
        runs.append(Run(piece, x, 100 + (lower if number % 2 else 0)))
        x += sum(5.55 if char.isascii() else 10 for char in piece)
        x -= sum(2.77 for char in piece if char == ".")
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_of([[*runs, *[Run(passage(1), 80, 118)]]]))
    document = read(path)
    assert "".join(pieces) in "".join(kinds(document, "paragraph"))
    assert surfaces(document)[:2] == ["105.58万元", "95.36万元"]


def test_invisible_tags(tmp_path: Path) -> None:
    """Tags of a template that nobody sees ([Table_Main], white or invisible) join no sentence and give no facts."""
    body = [Run(passage(0, 3)[i : i + 40], 80, 120 + 18 * n) for n, i in enumerate(range(0, 165, 40))]
    tag = Run("[Table_Main]", 80, 100, 1.0, mode=3)
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_of([[tag, *body]]))
    document = read(path)
    assert kinds(document, "paragraph") == [passage(0, 3)]


def test_articles_and_lists(typeset) -> None:
    """Articles, clauses and a ruled table with ranges, as in statutes of an association."""
    parts = [
        f"第十四条　{passage(0)}",
        "（一）会员大会每年召开一次。",
        "（二）理事会由3—7名理事组成。",
        f"第十五条　{passage(1)}",
    ]
    table = "#table(columns: 2, [会员人数], [委员人数], [25人以下], [1—3名], [25—200人], [3—7名])"
    document = read(
        typeset("#align(center)[#text(size: 16pt)[工会章程]]\n\n" + "\n\n".join(parts) + f"\n\n{table}")
    )
    assert kinds(document, "paragraph") == ["".join(part.split()) for part in parts]
    rows = [document.text[b.start : b.end].split("\t") for b in document.blocks if b.kind == "table"]
    assert rows[1:] == [["25人以下", "1—3名"], ["25—200人", "3—7名"]]
