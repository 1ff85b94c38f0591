"""Kind code_matrix: codes by year, section or document."""

from __future__ import annotations

from suyuan.figures.inputs import View
from suyuan.figures.kind import Kind, Table
from suyuan.figures.kinds.code_matrix.declared import CodeMatrix
from suyuan.figures.kinds.code_matrix.select import CellMark, MatrixData, select
from suyuan.figures.kinds.code_timeline.select import code_name

SENTENCES = {
    "zh": {
        "acts": "单元格为该年有该编码的事项数，各次讲述只计一次；时间不能定到一年的事项不计，没有事项的年份不列。",
        "density": "单元格为每千字所含编码本线索词数；只算整词，标题与表格不计。密度是对所读文本的全数清点，不是抽样。",
    },
    "en": {
        "acts": "Cells count the acts of a year that have a code, each once however often it is told; acts whose date does "
        "not lie in one year are left out, and years without acts have no row.",
        "density": "Cells show cue words of the codebook per 1,000 characters; whole words only, without headings and tables. "
        "All words of the texts that were read are counted: there is no sampling error.",
    },
}
HEADS = {
    "zh": ("行", "编码", "次数", "每千字", "总数"),
    "en": ("row", "code", "count", "per 1,000 characters", "of"),
}


def sentences(data: MatrixData, view: View) -> list[str]:
    """What a cell is."""
    return [SENTENCES[view.language]["acts" if data.of_acts else "density"]]


def label(mark: CellMark, view: View) -> str:
    """Row, code and count."""
    return f"{mark.line}, {mark.code}: {mark.count}"


def table(data: MatrixData, view: View) -> Table:
    """A row for each cell with a count, and one for each year whose acts have no code."""
    lines = {line.key: line for line in data.lines}
    codes = {code.code: code_name(code, view) for code in data.codes}
    rows = [
        [
            lines[mark.line].name(view, data.many),
            codes[mark.code],
            str(mark.count),
            "" if data.of_acts else f"{mark.value:.2f}",
            str(lines[mark.line].of),
        ]
        for mark in data.cells
    ]
    filled = {mark.line for mark in data.cells}
    if data.of_acts:
        empty = [line for line in data.lines if line.key not in filled]
        rows += [[line.name(view, data.many), "", "0", "", str(line.of)] for line in empty]
        rows.sort(key=lambda row: row[0])
    return Table(HEADS[view.language], rows)


KIND = Kind(CodeMatrix, select, sentences, label, table)
