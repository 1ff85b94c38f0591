"""From the tables of an analysis of adoption to tiles."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from suyuan.figures.inputs import FigureInputs
from suyuan.figures.kinds.tile_map.boundaries import Shape, read_shapes
from suyuan.figures.kinds.tile_map.declared import TileMap
from suyuan.figures.marks import FigureData, Mark
from suyuan.figures.observed import problem
from suyuan.methods.adoption.rows import CellRow, TotalRow
from suyuan.records import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class CellMark(Mark):
    """A unit in a period."""

    row: CellRow

    @property
    def drawn(self) -> dict[str, Any]:
        """Unit, period and what says so."""
        row = self.row
        return {"unit": row.unit, "period": row.period, "basis": row.basis, "count": int(row.adopted)}


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalMark(Mark):
    """The number of units in a period."""

    row: TotalRow

    @property
    def drawn(self) -> dict[str, Any]:
        """Level, period and number."""
        row = self.row
        return {"level": row.level, "period": row.period, "count": row.total, "comparator": row.comparator}


@dataclass(frozen=True, slots=True)
class TileData(FigureData):
    """What a tile map shows."""

    shapes: Mapping[str, Shape] = field(default_factory=dict)  # of a real map; empty: tiles
    others: tuple[CellRow, ...] = ()  # units of other levels, which are only listed

    @property
    def cells(self) -> list[CellMark]:
        """Units of the level that is drawn, in all periods."""
        return [mark for mark in self.marks if isinstance(mark, CellMark)]

    @property
    def totals(self) -> list[TotalMark]:
        """Totals of all levels and periods."""
        return [mark for mark in self.marks if isinstance(mark, TotalMark)]

    @property
    def positions(self) -> list[int]:
        """Numbers of the periods, in order."""
        return sorted({mark.row.position for mark in self.totals})


def period_name(row: TotalRow, language: str) -> str:
    """Declared name of the period of a total."""
    return row.period_label_en or row.period_label if language == "en" else row.period_label


def level_name(row: TotalRow, language: str) -> str:
    """Declared name of the level of a total."""
    return row.level_label_en or row.level_label if language == "en" else row.level_label


def adoption_marks(analysis: str, inputs: FigureInputs) -> list[Mark]:
    """Marks for all cells and totals of an analysis of adoption."""
    evidence = inputs.analyses.evidence_of
    marks: list[Mark] = [
        CellMark(gid=_gid("cell", row.level, row.unit, row.period), part=row.period, evidence=evidence(row.evidence_ids), row=row)
        for row in inputs.analyses.rows(analysis, "cells")
        if isinstance(row, CellRow)
    ]  # fmt: skip
    marks += [
        TotalMark(gid=_gid("total", row.level, row.period), part=row.period, evidence=evidence(row.evidence_ids), row=row)
        for row in inputs.analyses.rows(analysis, "totals")
        if isinstance(row, TotalRow)
    ]  # fmt: skip
    return marks


def select(declaration: TileMap, inputs: FigureInputs) -> tuple[TileData | None, list[Problem]]:
    """Cells of the units that have a tile, and of the other levels; Problems for units without a tile and for no cells."""
    where = f"figure {declaration.id}"
    marks = adoption_marks(declaration.analysis, inputs)
    own = [m for m in marks if isinstance(m, CellMark) and m.row.level == declaration.level]
    if not own:
        what = f"analysis {declaration.analysis} has no units of level {declaration.level}"
        return None, [
            problem(where, what, "name an analysis of adoption of config/analyses.yaml and one of its levels")
        ]
    tiles = {name for row in declaration.tiles for name in row if name}
    without = sorted({mark.row.unit for mark in own} - tiles)
    problems = []
    if without:
        problems.append(problem(where, f"no tile for {', '.join(without)}", "give each a place in tiles"))
    shapes: Mapping[str, Shape] = {}
    if declaration.boundaries is not None:
        shapes, wrong = _shapes(declaration, tiles)
        problems += [
            problem(where, what, "correct boundaries, or leave them out to draw tiles") for what in wrong
        ]
    others = tuple(m.row for m in marks if isinstance(m, CellMark) and m.row.level != declaration.level)
    shown = tuple(m for m in marks if not (isinstance(m, CellMark) and m.row.level != declaration.level))
    return TileData(declaration, shown, shapes=shapes, others=others), problems


def _shapes(declaration: TileMap, names: set[str]) -> tuple[Mapping[str, Shape], Sequence[str]]:
    assert declaration.boundaries is not None
    path = Path(declaration.boundaries.file)
    if not path.is_file():
        return {}, [f"{path} is not there; tiles are drawn"]
    try:
        shapes = read_shapes(path, declaration.boundaries.name, names)
    except ValueError as error:
        return {}, [f"{error}; tiles are drawn"]
    missing = sorted(names - shapes.keys())
    if missing:
        return {}, [f"{path} has no boundary of {', '.join(missing)}; tiles are drawn"]
    return shapes, []


def _gid(*parts: str) -> str:
    return f"{parts[0]}-" + hashlib.sha256("\x1f".join(parts[1:]).encode()).hexdigest()[:12]
