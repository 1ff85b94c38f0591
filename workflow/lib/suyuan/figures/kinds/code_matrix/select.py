"""From an analysis of coding to the cells of a matrix."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from suyuan.figures.inputs import FigureInputs, View
from suyuan.figures.kinds.code_matrix.declared import CodeMatrix
from suyuan.figures.marks import FigureData, Mark
from suyuan.figures.observed import problem
from suyuan.figures.text import dotted
from suyuan.methods.coding.rows import CodeRow, DensityRow, YearRow
from suyuan.records import Problem


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the matrix: a year, a section or a document."""

    key: str
    source_id: str | None = None
    heading: str | None = None
    of: int = 0  # acts of the year, characters of the text

    def name(self, view: View, many: bool) -> str:
        """Its name; with the source where the figure shows several."""
        if self.source_id is None:
            return self.key
        if self.key == self.source_id:
            return view.source(self.source_id)
        own = self.heading or view.words["opening"]
        return dotted(view.source(self.source_id), own) if many else own


@dataclass(frozen=True, slots=True, kw_only=True)
class CellMark(Mark):
    """A code that occurs in a row. ``value``: acts, or cue words per 1,000 characters."""

    line: str
    code: str
    count: int
    value: float
    strongest: bool

    @property
    def drawn(self) -> dict[str, Any]:
        """Row, code, count and value."""
        return {"row": self.line, "code": self.code, "count": self.count, "value": self.value}


@dataclass(frozen=True, slots=True)
class MatrixData(FigureData):
    """What a matrix of codes shows."""

    lines: tuple[Line, ...] = field(default=())
    codes: tuple[CodeRow, ...] = field(default=())

    @property
    def cells(self) -> list[CellMark]:
        """Its marks."""
        return [mark for mark in self.marks if isinstance(mark, CellMark)]

    @property
    def of_acts(self) -> bool:
        """Whether cells count acts; else they show densities."""
        return all(line.source_id is None for line in self.lines)

    @property
    def many(self) -> bool:
        """Whether several sources have rows."""
        return len({line.source_id for line in self.lines}) > 1


def select(declaration: CodeMatrix, inputs: FigureInputs) -> tuple[MatrixData | None, list[Problem]]:
    """Rows that have a code, and their cells; a Problem where there are none."""
    own = declaration.analysis
    codes = [
        row
        for row in inputs.analyses.rows(own, "codes")
        if isinstance(row, CodeRow) and declaration.dimension in (None, row.dimension)
    ]
    wanted = {row.code for row in codes}
    table = {"year": "years", "section": "sections", "document": "documents"}[declaration.by]
    rows = [
        row for row in inputs.analyses.rows(own, table)
        if isinstance(row, YearRow | DensityRow) and row.code in wanted
    ]  # fmt: skip
    cells = [cell for row in rows if (cell := _cell(row, inputs)) is not None]
    if not cells:
        what = f"analysis {own} has no codes by {declaration.by}"
        todo = "name an analysis of coding of config/analyses.yaml and a dimension of its codebook"
        return None, [problem(f"figure {declaration.id}", what, todo)]
    return MatrixData(declaration, tuple(cells), lines=_lines(rows), codes=tuple(codes)), []


def _lines(rows: Sequence[YearRow | DensityRow]) -> tuple[Line, ...]:
    found: dict[str, Line] = {}
    for row in rows:
        if isinstance(row, YearRow):
            found.setdefault(str(row.year), Line(str(row.year), of=row.of_acts))
        else:
            heading = row.section.split(" / ")[-1] if row.section else None
            found.setdefault(row.section_id, Line(row.section_id, row.source_id, heading, row.characters))
    return tuple(found.values())


def _cell(row: YearRow | DensityRow, inputs: FigureInputs) -> CellMark | None:
    if isinstance(row, YearRow):
        line, count, value, strongest = str(row.year), row.acts, float(row.acts), False
    else:
        line, count, value, strongest = row.section_id, row.occurrences, row.density, row.densest
    if not count:
        return None
    return CellMark(
        gid="cell-" + hashlib.sha256(f"{line}\x1f{row.code}".encode()).hexdigest()[:12],
        part=row.code,
        evidence=inputs.analyses.evidence_of(row.evidence_ids),
        line=line,
        code=row.code,
        count=count,
        value=value,
        strongest=strongest,
    )
