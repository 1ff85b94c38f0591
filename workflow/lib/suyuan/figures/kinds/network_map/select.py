"""From the tables of an analysis of networks to places on circles."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from suyuan.figures.inputs import FigureInputs
from suyuan.figures.kinds.network_map.declared import NetworkMap
from suyuan.figures.marks import FigureData, Mark
from suyuan.figures.observed import problem
from suyuan.methods.networks.rows import EdgeRow, NodeRow
from suyuan.records import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMark(Mark):
    """A place."""

    row: NodeRow

    @property
    def drawn(self) -> dict[str, Any]:
        """Place, circle and partners."""
        return {"place": self.row.place, "circle": self.row.circle, "degree": self.row.degree}


@dataclass(frozen=True, slots=True, kw_only=True)
class TieMark(Mark):
    """Two linked places."""

    row: EdgeRow

    @property
    def drawn(self) -> dict[str, Any]:
        """Places and links."""
        return {
            "places": [self.row.place_a, self.row.place_b],
            "links": self.row.links,
            "kinds": list(self.row.kinds),
        }


@dataclass(frozen=True, slots=True)
class PlacesData(FigureData):
    """What a network of places shows."""

    @property
    def places(self) -> list[PlaceMark]:
        """Places that have a way to the core or none, those with most partners first."""
        return [mark for mark in self.marks if isinstance(mark, PlaceMark)]

    @property
    def ties(self) -> list[TieMark]:
        """Linked pairs."""
        return [mark for mark in self.marks if isinstance(mark, TieMark)]


def select(declaration: NetworkMap, inputs: FigureInputs) -> tuple[PlacesData | None, list[Problem]]:
    """All places and pairs of an analysis; a Problem where it has none."""
    own, evidence = declaration.analysis, inputs.analyses.evidence_of
    nodes = [row for row in inputs.analyses.rows(own, "nodes") if isinstance(row, NodeRow)]
    edges = [row for row in inputs.analyses.rows(own, "edges") if isinstance(row, EdgeRow)]
    if not edges:
        what = f"analysis {own} has no linked places"
        return None, [
            problem(f"figure {declaration.id}", what, "name an analysis of networks of config/analyses.yaml")
        ]
    marks: list[Mark] = [
        PlaceMark(gid=_gid("place", row.place), part=row.level, evidence=evidence(row.evidence_ids), row=row)
        for row in nodes
    ]
    marks += [
        TieMark(gid=_gid("tie", row.place_a, row.place_b), evidence=evidence(row.evidence_ids), row=row)
        for row in edges
    ]
    return PlacesData(declaration, tuple(marks)), []


def _gid(*parts: str) -> str:
    return f"{parts[0]}-" + hashlib.sha256("\x1f".join(parts[1:]).encode()).hexdigest()[:12]
