"""From the series of an analysis of terms to bars by year."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from suyuan.figures.inputs import FigureInputs, View
from suyuan.figures.kinds.term_series.declared import TermSeries
from suyuan.figures.marks import FigureData, Mark
from suyuan.figures.observed import problem
from suyuan.methods.terms.rows import SeriesRow
from suyuan.records import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class YearMark(Mark):
    """How often words occur in the documents of a year."""

    row: SeriesRow

    @property
    def drawn(self) -> dict[str, Any]:
        """Year, count and rate."""
        row = self.row
        return {"label": row.label, "year": row.year, "count": row.count, "rate": row.rate}

    def name(self, view: View) -> str:
        """Name of the words in a language."""
        return (self.row.label_en if view.language == "en" else None) or self.row.label


@dataclass(frozen=True, slots=True)
class TermSeriesData(FigureData):
    """What a figure of series shows."""

    @property
    def panels(self) -> list[list[YearMark]]:
        """Marks of each series, in the declared order, by year."""
        found: dict[str, list[YearMark]] = {}
        for mark in self.marks:
            if isinstance(mark, YearMark):
                found.setdefault(mark.row.label, []).append(mark)
        return [sorted(marks, key=lambda mark: mark.row.year) for marks in found.values()]

    @property
    def years(self) -> list[int]:
        """All years from the first to the last."""
        found = [mark.row.year for panel in self.panels for mark in panel]
        return list(range(min(found), max(found) + 1))

    @property
    def documents(self) -> dict[int, int]:
        """Documents of each year that has any."""
        return {mark.row.year: mark.row.documents for mark in self.panels[0]}


def select(declaration: TermSeries, inputs: FigureInputs) -> tuple[TermSeriesData | None, list[Problem]]:
    """A mark for each series and year; a Problem where the analysis has no series."""
    rows = [row for row in inputs.analyses.rows(declaration.analysis, "series") if isinstance(row, SeriesRow)]
    if not rows:
        what = f"analysis {declaration.analysis} has no series"
        todo = "name an analysis of terms in config/analyses.yaml that declares series"
        return None, [problem(f"figure {declaration.id}", what, todo)]
    marks = [
        YearMark(
            gid="year-" + hashlib.sha256(f"{row.label}\x1f{row.year}".encode()).hexdigest()[:12],
            part=row.label,
            evidence=inputs.analyses.evidence_of(row.evidence_ids),
            row=row,
        )
        for row in rows
    ]
    return TermSeriesData(declaration, tuple(marks)), []
