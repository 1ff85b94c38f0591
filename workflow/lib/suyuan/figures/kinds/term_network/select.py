"""From the network of an analysis of terms to nodes and the edges that tell most."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from suyuan.figures.inputs import FigureInputs
from suyuan.figures.kinds.term_network.declared import TermNetwork
from suyuan.figures.marks import FigureData, Mark
from suyuan.figures.observed import problem
from suyuan.methods.terms.rows import EdgeRow, NodeRow
from suyuan.records import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeMark(Mark):
    """A term."""

    row: NodeRow

    @property
    def drawn(self) -> dict[str, Any]:
        """Term, sentences and group."""
        return {"term": self.row.term, "sentences": self.row.sentences, "group": self.row.group}


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeMark(Mark):
    """Two terms that stand together."""

    row: EdgeRow

    @property
    def drawn(self) -> dict[str, Any]:
        """Terms and the sentences that hold both."""
        return {"terms": [self.row.term_a, self.row.term_b], "sentences": self.row.sentences}


@dataclass(frozen=True, slots=True)
class NetworkData(FigureData):
    """What a network shows."""

    edges_left_out: int = 0
    nodes_left_out: int = 0

    @property
    def nodes(self) -> list[NodeMark]:
        """Its terms, the most frequent first."""
        return [mark for mark in self.marks if isinstance(mark, NodeMark)]

    @property
    def edges(self) -> list[EdgeMark]:
        """Its edges, those that tell most first."""
        return [mark for mark in self.marks if isinstance(mark, EdgeMark)]


def select(declaration: TermNetwork, inputs: FigureInputs) -> tuple[NetworkData | None, list[Problem]]:
    """The edges with most information (sentences times pointwise mutual information) and their terms; a Problem for none."""
    own = declaration.analysis
    edges = [row for row in inputs.analyses.rows(own, "edges") if isinstance(row, EdgeRow)]
    nodes = [row for row in inputs.analyses.rows(own, "nodes") if isinstance(row, NodeRow)]
    if not edges:
        what = f"analysis {own} has no terms that stand together"
        todo = (
            "name an analysis of terms in config/analyses.yaml, with a network and a smaller least_together"
        )
        return None, [problem(f"figure {declaration.id}", what, todo)]
    edges.sort(key=lambda row: (-round(row.sentences * row.pmi, 6), row.term_a, row.term_b))
    shown = edges[: declaration.edges]
    used = {term for row in shown for term in (row.term_a, row.term_b)}
    evidence = inputs.analyses.evidence_of
    marks: list[Mark] = [
        NodeMark(
            gid=_gid("term", row.term),
            part=str(row.group),
            evidence=evidence(row.evidence_ids),
            row=row,
        )
        for row in nodes
        if row.term in used
    ]
    left = len(nodes) - len(marks)
    marks += [
        EdgeMark(gid=_gid("edge", row.term_a, row.term_b), evidence=evidence(row.evidence_ids), row=row)
        for row in shown
    ]
    return NetworkData(
        declaration, tuple(marks), edges_left_out=len(edges) - len(shown), nodes_left_out=left
    ), []


def _gid(*parts: str) -> str:
    return f"{parts[0]}-" + hashlib.sha256("\x1f".join(parts[1:]).encode()).hexdigest()[:12]
