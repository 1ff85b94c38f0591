"""Kind coverage_matrix: for which years each measure is stated for each area, and where it is missing."""

from __future__ import annotations

from collections.abc import Sequence

from suyuan.figures.inputs import View
from suyuan.figures.kind import Kind, Table
from suyuan.figures.kinds.coverage_matrix.declared import STATUSES, CoverageMatrix
from suyuan.figures.kinds.coverage_matrix.select import CellMark, MatrixData, select
from suyuan.figures.text import in_language

SENTENCES = {
    "zh": {
        "cell": "每格为一个指标、地区与年份，各年陈述情况相同的地区并为一行；空格表示所读来源均无陈述，并不表示数值为零。",
        "span": "各来源均无陈述的年份不设列。",
        "left_out": "另有{count}个指标与地区的组合只有未注明年份的陈述，未列入。",
        "spans": "{count}个指标与地区的组合有就数年合计或平均而言的陈述，不标入各年。",
    },
    "en": {
        "cell": "A cell is a measure, an area and a year; areas with the same pattern share a row. An empty cell means that "
        "no source that was read states it, not that it is zero.",
        "span": "Years of which no source states anything have no column.",
        "left_out": "{count} further pairs of measure and area are stated without a year only, and have no row.",
        "spans": "{count} pairs of measure and area have statements about several years together (a total or a mean); "
        "these are not drawn.",
    },
}

HEADS = {"zh": ("指标", "地区"), "en": ("measure", "area")}


def sentences(data: MatrixData, view: View) -> list[str]:
    """What a cell is."""
    said = SENTENCES[view.language]
    left_out = [said["left_out"].format(count=data.left_out)] if data.left_out else []
    spans = [said["spans"].format(count=data.spans)] if data.spans else []
    return [said["cell"], said["span"], *spans, *left_out]


def label(mark: CellMark, view: View) -> str:
    """Status of a cell."""
    return view.words[mark.status]


def table(data: MatrixData, view: View) -> Table:
    """A row for each measure and area with the years of each status."""
    statuses = [status for status in STATUSES if any(mark.status == status for mark in data.cells)]
    heads = [*HEADS[view.language], *(view.words[status] for status in statuses)]
    rows = [
        [
            in_language(row.measure.label, view.language),
            row.area_names(view),
            *(_years([cell for cell in row.cells if cell.status == status], view) for status in statuses),
        ]
        for row in data.rows
    ]
    return Table(heads, rows)


def _years(cells: Sequence[CellMark], view: View) -> str:
    named = [str(cell.year) if cell.year is not None else view.words["no_year"] for cell in cells]
    return view.words["comma"].join(named)


KIND = Kind(CoverageMatrix, select, sentences, label, table)
