"""From the means of an analysis of surveys to a row for each group."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from math import sqrt
from typing import Any, Literal

from suyuan.figures.inputs import FigureInputs, View
from suyuan.figures.kinds.survey_means.declared import SurveyMeans
from suyuan.figures.marks import FigureData, Mark
from suyuan.figures.observed import problem
from suyuan.methods.surveys.rows import ItemRow, MeanRow, QuestionnaireRow
from suyuan.records import Problem, exact_text

DIGITS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class MeanMark(Mark):
    """A mean of a group."""

    row: MeanRow

    @property
    def error(self) -> float | None:
        """Standard error of the mean, deviation over the root of the number; None unless both are printed."""
        row = self.row
        return float(row.sd) / sqrt(row.n) if row.sd is not None and row.n and row.n > 1 else None

    @property
    def ends(self) -> tuple[float, float]:
        """From the mean less its standard error to the mean and its standard error; the mean twice without one."""
        mean, error = float(self.row.mean or 0), self.error or 0.0
        return mean - error, mean + error

    @property
    def drawn(self) -> dict[str, Any]:
        """Group, area, mean, number and standard error."""
        row = self.row
        mean = exact_text(row.mean) if row.mean is not None else None
        return {
            "item": row.item,
            "group": row.group,
            "ref_area": row.ref_area,
            "mean": mean,
            "n": row.n,
            "standard_error": None if self.error is None else round(self.error, DIGITS),
        }

    def name(self, view: View) -> str:
        """Name of the group; without one the area."""
        groups = [view.names.value(k, v, view.language) for k, v in self.row.breakdown.items()]
        return view.words["comma"].join(groups) or view.area(self.row.ref_area or "")

    def value(self) -> str:
        """The mean as printed."""
        return "" if self.row.mean is None else exact_text(self.row.mean)


@dataclass(frozen=True, slots=True)
class MeansData(FigureData):
    """What a figure of means shows."""

    item: ItemRow | None = None
    questionnaire: QuestionnaireRow | None = None
    others: tuple[ItemRow, ...] = ()  # items that ask for a mean which the text does not give
    elsewhere: tuple[str, ...] = ()  # other sources that give means of the item, which are not drawn

    @property
    def with_n(self) -> int:
        """Groups whose number of people is printed."""
        return sum(bool(mark.row.n) for mark in self.marks if isinstance(mark, MeanMark))

    @property
    def with_error(self) -> int:
        """Groups whose number of people and deviation are printed."""
        return sum(mark.error is not None for mark in self.marks if isinstance(mark, MeanMark))

    def extent(self, count: int) -> Literal["all", "some", "none"]:
        """How many of the groups a number is."""
        return "all" if count == len(self.marks) else "some" if count else "none"

    @property
    def groups(self) -> list[tuple[str | None, list[MeanMark]]]:
        """Marks under a head for each area, where several areas have groups; else under none."""
        marks = [mark for mark in self.marks if isinstance(mark, MeanMark)]
        areas = list(dict.fromkeys(mark.row.ref_area for mark in marks))
        if len(areas) < 2 or not any(mark.row.breakdown for mark in marks):
            return [(None, marks)]
        return [(area, [m for m in marks if m.row.ref_area == area]) for area in areas]


def select(declaration: SurveyMeans, inputs: FigureInputs) -> tuple[MeansData | None, list[Problem]]:
    """A mark for each mean of the item, of the first source that gives any; a Problem where there is none."""
    rows = [r for r in inputs.analyses.rows(declaration.analysis, "means") if isinstance(r, MeanRow)]
    given = [row for row in rows if row.item == declaration.item and row.mean is not None]
    sources = list(dict.fromkeys(row.source_id for row in given))
    source = next(iter(sources), None)
    own = [row for row in given if row.source_id == source]
    items = [r for r in inputs.analyses.rows(declaration.analysis, "items") if isinstance(r, ItemRow)]
    item = next((i for i in items if (i.item, i.source_id) == (declaration.item, source)), None)
    if not own or item is None:
        what = f"item {declaration.item} of analysis {declaration.analysis} has no means"
        todo = "look in processed/analyses for the items of the analysis"
        return None, [problem(f"figure {declaration.id}", what, todo)]
    if declaration.order == "value":
        own.sort(key=lambda row: (-(row.mean or 0), row.group))
    else:
        own.sort(key=lambda row: (row.group, row.ref_area or ""))
    marks = [
        MeanMark(
            gid="mean-" + hashlib.sha256(row.evidence_ids[0].encode()).hexdigest()[:12],
            part=row.ref_area or "",
            evidence=inputs.analyses.evidence_of(row.evidence_ids),
            row=row,
        )
        for row in own
    ]
    questionnaires = inputs.analyses.rows(declaration.analysis, "questionnaires")
    named = (q for q in questionnaires if isinstance(q, QuestionnaireRow))
    questionnaire = next(
        (q for q in named if (q.questionnaire, q.source_id) == (item.questionnaire, source)), None
    )
    others = tuple(i for i in items if i.asks == "mean" and i.status == "absent")
    data = MeansData(
        declaration,
        tuple(marks),
        item=item,
        questionnaire=questionnaire,
        others=others,
        elsewhere=tuple(sources[1:]),
    )
    return data, []
