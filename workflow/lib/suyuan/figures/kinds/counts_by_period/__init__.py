"""Kind counts_by_period: how many units of each level had adopted something by the end of each period."""

from __future__ import annotations

from suyuan.figures.inputs import FigureInputs, View
from suyuan.figures.kind import Kind
from suyuan.figures.kinds.counts_by_period.declared import CountsByPeriod
from suyuan.figures.kinds.tile_map import label, table
from suyuan.figures.kinds.tile_map.select import TileData, TotalMark, adoption_marks
from suyuan.figures.observed import problem
from suyuan.records import Problem

SENTENCES = {
    "zh": "柱为该时段之末已有的单元数，按依据分段：此前已有、点名、由“所有”一类词推出、仅有数目；“≥”表示名单以“等”结尾。"
    "“/”之后为该级单元总数。",
    "en": "Bars count the units that had adopted by the end of the period, parted by what says so: since an earlier period, "
    "named, implied by a word for all, number only; “≥”: the list of names is left open (等). After “/” the units of the level.",
}


def select(declaration: CountsByPeriod, inputs: FigureInputs) -> tuple[TileData | None, list[Problem]]:
    """Totals of all levels; a Problem where there are none."""
    marks = [mark for mark in adoption_marks(declaration.analysis, inputs) if isinstance(mark, TotalMark)]
    if not any(mark.row.total for mark in marks):
        what = f"analysis {declaration.analysis} counts no units"
        return None, [
            problem(f"figure {declaration.id}", what, "name an analysis of adoption of config/analyses.yaml")
        ]
    return TileData(declaration, tuple(marks)), []


def sentences(data: TileData, view: View) -> list[str]:
    """What the parts of a bar are."""
    return [SENTENCES[view.language]]


KIND = Kind(CountsByPeriod, select, sentences, label, table)
