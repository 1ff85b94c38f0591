"""From coded acts to the rows of a timeline."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from suyuan.figures.inputs import FigureInputs, View
from suyuan.figures.kinds.act_timeline.select import FINENESS, ActMark, TimelineData, mark_of
from suyuan.figures.kinds.code_timeline.declared import CodeTimeline
from suyuan.figures.observed import problem
from suyuan.methods.coding.rows import ActCodeRow, CodeRow
from suyuan.records import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedMark(ActMark):
    """An act with its codes of one dimension, in the order of the codebook."""

    rows: tuple[ActCodeRow, ...]

    @property
    def codes(self) -> list[str]:
        """Ids of the codes."""
        return [row.code for row in self.rows if row.code is not None]

    @property
    def drawn(self) -> dict[str, Any]:
        """Its date as noted and its codes."""
        return {"date": self.act.date, "codes": self.codes}


@dataclass(frozen=True, slots=True)
class CodedData(TimelineData):
    """What a timeline of coded acts shows."""

    codes: tuple[CodeRow, ...] = field(default=())
    without_code: int = 0  # dated acts without a code of the dimension
    without_place: int = 0  # acts with a code and without a date

    @property
    def coded_marks(self) -> list[CodedMark]:
        """Its marks, in the order of time."""
        return [mark for mark in self.marks if isinstance(mark, CodedMark)]


def code_name(row: CodeRow | ActCodeRow, view: View) -> str:
    """Name of a code in a language."""
    return (row.label_en if view.language == "en" else None) or row.label or row.code or ""


def select(declaration: CodeTimeline, inputs: FigureInputs) -> tuple[CodedData | None, list[Problem]]:
    """Acts with a code of the dimension; a Problem where there is none with a date."""
    rows = [row for row in inputs.analyses.rows(declaration.analysis, "acts") if isinstance(row, ActCodeRow)]
    acts = {act.act_id: act for act in inputs.acts}
    groups: dict[str, list[ActCodeRow]] = {}
    for row in rows:
        if row.title or not declaration.titled:
            groups.setdefault(row.joined_id, []).append(row)
    marks: list[CodedMark] = []
    without_code = without_place = 0
    for group in groups.values():
        mark = mark_of([acts[name] for name in group[0].act_ids if name in acts])
        own = tuple(row for row in group if row.dimension == declaration.dimension)
        if mark is None:
            without_place += bool(own)
        elif not own:
            without_code += 1
        else:
            evidence = inputs.analyses.evidence_of(group[0].evidence_ids)
            marks.append(
                CodedMark(
                    gid=mark.gid, part=own[0].code or "", acts=mark.acts, evidence=evidence, starts=mark.starts,
                    fineness=mark.fineness, rows=own,
                )
            )  # fmt: skip
    if not marks:
        what = f"analysis {declaration.analysis} has no act with a date and a code of {declaration.dimension}"
        todo = "name an analysis of coding of config/analyses.yaml and a dimension of its codebook"
        return None, [problem(f"figure {declaration.id}", what, todo)]
    marks.sort(key=lambda m: (m.starts, FINENESS.index(m.fineness), m.gid))
    found = {code for mark in marks for code in mark.codes}
    codes = [row for row in inputs.analyses.rows(declaration.analysis, "codes") if isinstance(row, CodeRow)]
    return CodedData(
        declaration,
        tuple(marks),
        codes=tuple(c for c in codes if c.dimension == declaration.dimension and c.code in found),
        without_code=without_code,
        without_place=without_place,
    ), []
