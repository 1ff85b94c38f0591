"""From rows of coverage to the cells of a matrix."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from suyuan.figures.inputs import CoverageCell, FigureInputs, View
from suyuan.figures.kinds.coverage_matrix.declared import STATUSES, CoverageMatrix
from suyuan.figures.marks import FigureData, Mark
from suyuan.figures.observed import problem, usable_measure
from suyuan.reconcile.catalogue import Measure
from suyuan.records import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class CellMark(Mark):
    """A cell of which something is stated, for one area or for several that are stated alike."""

    measure: Measure
    areas: tuple[str, ...]
    year: int | None
    status: str

    @property
    def drawn(self) -> dict[str, Any]:
        """Its row, column and status."""
        return {
            "measure_id": self.measure.id, "areas": list(self.areas), "year": self.year, "status": self.status,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A measure and areas with their cells, in the order of years, the year not given last."""

    measure: Measure
    areas: tuple[str, ...]
    cells: tuple[CellMark, ...]

    def area_names(self, view: View) -> str:
        """Its areas in a language."""
        return view.words["comma"].join(view.area(area) for area in self.areas)


@dataclass(frozen=True, slots=True)
class MatrixData(FigureData):
    """What a coverage matrix shows."""

    rows: tuple[MatrixRow, ...] = field(default=())
    years: tuple[int, ...] = field(default=())  # that have a column
    without_year: bool = False  # whether there is a column for it
    spans: int = 0  # measures and areas with a statement about several years together, which no cell shows
    left_out: int = 0  # measures and areas of which nothing is stated for a known year

    @property
    def cells(self) -> list[CellMark]:
        """All cells of which something is stated."""
        return [cell for row in self.rows for cell in row.cells]


def select(declaration: CoverageMatrix, inputs: FigureInputs) -> tuple[MatrixData | None, list[Problem]]:
    """Rows by measure (in the declared order, else that of the catalogue) and area; a Problem where there is none."""
    where = f"figure {declaration.id}"
    problems = [
        p
        for measure in (*declaration.measures, *declaration.undated_of)
        for p in usable_measure(measure, inputs, where)[1]
    ]
    if problems:
        return None, problems
    order = declaration.measures or tuple(inputs.catalogue.measures)
    by_row: dict[tuple[str, str], list[CoverageCell]] = {}
    for row in inputs.coverage:
        if row.measure_id in order and row.status in STATUSES and _shown(row, declaration):
            by_row.setdefault((row.measure_id, row.ref_area), []).append(row)
    spans = {
        (row.measure_id, row.ref_area)
        for row in inputs.coverage
        if row.measure_id in order and row.status == "period" and _shown(row, declaration)
    }
    only_undated = [
        (measure_id, area)
        for (measure_id, area), cells in by_row.items()
        if measure_id not in declaration.undated_of and all(cell.year is None for cell in cells)
    ]
    if declaration.dated:
        by_row = {key: cells for key, cells in by_row.items() if key not in only_undated}
    rows = [row for measure_id in order for row in _rows(measure_id, by_row, declaration.least, inputs)]
    if not rows:
        what = "no measure is stated for what is declared"
        return None, [problem(where, what, "look in processed/coverage.csv for what is stated")]
    marks = [cell for row in rows for cell in row.cells]
    years = sorted({cell.year for cell in marks if cell.year is not None})
    without_year = any(cell.year is None for cell in marks)
    return MatrixData(
        declaration,
        tuple(marks),
        rows=tuple(rows),
        years=tuple(years),
        without_year=without_year,
        spans=len(spans),
        left_out=len(only_undated) if declaration.dated else 0,
    ), []


def _shown(row: CoverageCell, declaration: CoverageMatrix) -> bool:
    if declaration.areas and row.ref_area not in declaration.areas:
        return False
    if row.year is None:
        return True
    first, last = declaration.from_year, declaration.to_year
    return (first is None or row.year >= first) and (last is None or row.year <= last)


def _rows(
    measure_id: str,
    by_row: Mapping[tuple[str, str], Sequence[CoverageCell]],
    least: int,
    inputs: FigureInputs,
) -> list[MatrixRow]:
    """Rows of a measure; areas that are stated for the same years in the same way share one."""
    measure = inputs.catalogue.get(measure_id)
    if measure is None:
        return []
    own = [
        (area, cells) for (name, area), cells in by_row.items() if name == measure_id and len(cells) >= least
    ]
    alike: dict[tuple[tuple[int | None, str], ...], list[tuple[str, Sequence[CoverageCell]]]] = {}
    for area, cells in sorted(own, key=lambda item: _place(item[0], measure)):
        ordered = sorted(cells, key=lambda c: (c.year is None, c.year or 0))
        alike.setdefault(tuple((c.year, c.status) for c in ordered), []).append((area, ordered))
    return [
        MatrixRow(
            measure,
            tuple(area for area, _ in group),
            tuple(_cell([cells[n] for _, cells in group], measure, inputs) for n in range(len(pattern))),
        )
        for pattern, group in alike.items()
    ]


def _place(area: str, measure: Measure) -> tuple[int, str]:
    """Areas in the order in which the catalogue lists them, others after them."""
    return (measure.areas.index(area) if area in measure.areas else len(measure.areas)), area


def _cell(rows: Sequence[CoverageCell], measure: Measure, inputs: FigureInputs) -> CellMark:
    """The cell of one year for areas that are stated alike."""
    ids = dict.fromkeys(i for row in rows for i in row.observation_ids)
    found = [inputs.observations_by_id[i] for i in ids if i in inputs.observations_by_id]
    facts = dict.fromkeys(fact.fact_id for o in found for fact in inputs.facts_of(o))
    areas = tuple(row.ref_area for row in rows)
    return CellMark(
        gid=_gid((measure.id, "+".join(areas), str(rows[0].year))),
        part=measure.id,
        observations=tuple(found),
        facts=tuple(inputs.facts_by_id[fact_id] for fact_id in facts),
        measure=measure,
        areas=areas,
        year=rows[0].year,
        status=rows[0].status,
    )


def _gid(parts: Iterable[str]) -> str:
    return "cell-" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
