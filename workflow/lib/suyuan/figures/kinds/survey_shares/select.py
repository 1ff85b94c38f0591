"""From the answers of an analysis of surveys to bars, item by item."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from suyuan.figures.inputs import FigureInputs, View
from suyuan.figures.kinds.survey_shares.declared import SurveyShares
from suyuan.figures.marks import FigureData, Mark
from suyuan.figures.observed import problem
from suyuan.methods.surveys.rows import AnswerRow, ItemRow
from suyuan.records import Problem, exact_text

ABOUT = {"zh": {"~": "约", ">": "超过", ">=": "至少", "<": "不足", "<=": "至多"},
         "en": {"~": "about ", ">": "more than ", ">=": "at least ", "<": "less than ", "<=": "at most "}}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerMark(Mark):
    """A share of the people asked."""

    row: AnswerRow
    item: ItemRow

    @property
    def drawn(self) -> dict[str, Any]:
        """Item, option, share, base and interval."""
        row = self.row
        return {
            "item": row.item,
            "option": row.option,
            "group": row.group,
            "share": exact_text(row.share) if row.share is not None else None,
            "n": row.n,
            "interval": None if row.interval_low is None else [row.interval_low, row.interval_high],
        }

    def name(self, view: View) -> str:
        """Name of the answer, with those who gave it."""
        option = (self.row.option_en if view.language == "en" else None) or self.row.option or ""
        groups = [view.names.value(k, v, view.language) for k, v in self.row.breakdown.items()]
        return view.words["comma"].join([option, *groups] if option else groups)

    def value(self, view: View) -> str:
        """The share as printed; all that are printed where they exclude one another."""
        if self.row.share is None:
            return view.words["comma"].join(dict.fromkeys(e.words for e in self.evidence))
        share = exact_text(self.row.share)
        return f"{ABOUT[view.language].get(self.row.comparator, '')}{share}%"


def item_name(item: ItemRow, view: View) -> str:
    """Name of an item in a language."""
    return (item.label_en if view.language == "en" else None) or item.label


@dataclass(frozen=True, slots=True)
class SharesData(FigureData):
    """What a figure of shares shows."""

    absent: tuple[ItemRow, ...] = ()  # items of which no share is given
    disputed: tuple[AnswerMark, ...] = ()  # answers of which statements exclude one another: not drawn

    @property
    def confidence(self) -> float:
        """Level of the intervals; 0 where there is none."""
        found = (m.row.confidence for m in self.marks if isinstance(m, AnswerMark) and m.row.confidence)
        return next(found, 0.0)

    @property
    def panels(self) -> list[list[AnswerMark]]:
        """Marks of each item, the greatest first."""
        found: dict[tuple[str, str], list[AnswerMark]] = {}
        for mark in self.marks:
            if isinstance(mark, AnswerMark):
                found.setdefault((mark.row.source_id, mark.row.item), []).append(mark)
        return [sorted(marks, key=lambda m: (-(m.row.share or 0), m.gid)) for marks in found.values()]


def select(declaration: SurveyShares, inputs: FigureInputs) -> tuple[SharesData | None, list[Problem]]:
    """A mark for each share that is stated, none for one that statements dispute; a Problem where the analysis has none."""
    items = [r for r in inputs.analyses.rows(declaration.analysis, "items") if isinstance(r, ItemRow)]
    answers = [r for r in inputs.analyses.rows(declaration.analysis, "answers") if isinstance(r, AnswerRow)]
    chosen = _chosen(declaration.items, [i for i in items if i.asks == "shares"])
    told = [
        AnswerMark(
            gid="answer-" + hashlib.sha256("\x1f".join(row.evidence_ids[:1]).encode()).hexdigest()[:12],
            part=row.item,
            evidence=inputs.analyses.evidence_of(row.evidence_ids),
            row=row,
            item=item,
        )
        for item in chosen
        for row in answers
        if (row.source_id, row.item) == (item.source_id, item.item)
    ]
    marks = [mark for mark in told if mark.row.share is not None]
    disputed = tuple(mark for mark in told if mark.row.status == "conflicting")
    if not marks:
        what = f"analysis {declaration.analysis} has no shares of answers"
        todo = "name an analysis of surveys in config/analyses.yaml, and items of it that have shares"
        return None, [problem(f"figure {declaration.id}", what, todo)]
    shown = {(m.row.source_id, m.row.item) for m in [*marks, *disputed]}
    absent = tuple(i for i in chosen if (i.source_id, i.item) not in shown)
    return SharesData(declaration, tuple(marks), absent=absent, disputed=disputed), []


def _chosen(names: Sequence[str], items: Sequence[ItemRow]) -> list[ItemRow]:
    if not names:
        return list(items)
    return [item for name in names for item in items if item.item == name]
