"""One table in every kind of file, and the judged cells of real documents."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from docx import Document as DocxDocument
from openpyxl import Workbook

import table_facts
from suyuan.facts import Knowledge, extract_facts
from suyuan.reading import read_document

SHARED = Path(__file__).parents[2] / ".." / "shared" / "corpus" / "pdf"

ROWS = [
    ["品种", "单位", "产量", "比上年增长（%）"],
    ["带鱼", "万吨", "2.5", "-3.1"],
    ["海带", "吨", "40", "6.0"],
]
EXPECTED = [
    (25000, "吨", "产量", "带鱼"), (Fraction("-3.1"), "%", "产量增速", "带鱼"),
    (40, "吨", "产量", "海带"), (6, "%", "产量增速", "海带"),
]  # fmt: skip


def written(path: Path) -> Path:
    """ROWS as a file of the kind that the name ends in."""
    if path.suffix == ".docx":
        docx = DocxDocument()
        table = docx.add_table(len(ROWS), len(ROWS[0]))
        for cells, row in zip(ROWS, table.rows, strict=True):
            for text, cell in zip(cells, row.cells, strict=True):
                cell.text = text
        docx.save(str(path))
    elif path.suffix == ".xlsx":
        book = Workbook()
        for row in ROWS:
            book.active.append(
                [float(text) if text.replace(".", "").lstrip("-").isdigit() else text for text in row]
            )
        book.save(path)
    elif path.suffix == ".html":
        rows = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in ROWS)
        path.write_text(f"<html><body><table>{rows}</table></body></html>", encoding="utf-8")
    else:
        lines = ["| " + " | ".join(row) + " |" for row in ROWS]
        path.write_text("\n".join([lines[0], "|---" * 4 + "|", *lines[1:]]) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html", ".md"])
def test_one_table_in_every_kind_of_file(tmp_path, suffix):
    document = read_document(written(tmp_path / f"table{suffix}"), source_id="demo", edition="text")
    found = [f for f in extract_facts(document, Knowledge.load()).facts if f.block == "table"]
    assert [(f.value, f.unit, f.measure, *f.breakdown.values()) for f in found] == EXPECTED


@pytest.mark.parametrize("name", sorted(table_facts.load()))
def test_judged_cells_are_whole(name):
    judged = table_facts.load()[name]
    assert judged["set"] in ("first set, since mended on", "second set, since mended on")
    for cell in judged["cells"]:
        assert len(cell["measure"]) <= 20 and all(len(value) <= 20 for value in cell["categories"])
        assert len(cell["around"]) == 12 and cell["surface"]


@pytest.mark.parametrize("name", ["d07_stats_zhoukou_2023", "d09_budget_pt_shegong_2024"])
def test_judged_cells_of_real_documents(name):
    judged = table_facts.load()[name]
    path = SHARED / judged["file"]
    if not path.is_file():
        pytest.skip("the documents of the corpus (../shared/corpus) are not on this machine")
    document = read_document(path, source_id=name, edition="original")
    right = table_facts.judge(document.text, judged["cells"], extract_facts(document, Knowledge.load()).facts)
    for key in table_facts.ATTRIBUTES:
        assert sum(cell[key] for cell in right) >= 0.95 * len(right), key


@pytest.mark.parametrize(
    ("wanted", "categories", "measure", "breakdown", "same"),
    [
        ("产量", [], "产量", {}, True),
        ("常住人口", ["城镇"], "城镇常住人口", {}, True),
        ("常住人口", [], "其中：城镇常住人口", {}, False),
        ("公共服务支出", [], "一般公共预算财政拨款收入一般公共服务支出", {}, False),
        ("产量", [], "", {}, False),
    ],
)
def test_what_is_one_measure(wanted, categories, measure, breakdown, same):
    assert table_facts.same_measure(wanted, categories, measure, breakdown) is same
