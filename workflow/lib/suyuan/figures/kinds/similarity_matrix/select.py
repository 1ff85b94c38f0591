"""From the tables of an information analysis to the cells of a matrix with its trees."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from suyuan.figures.inputs import FigureInputs, View
from suyuan.figures.kinds.similarity_matrix.declared import SimilarityMatrix
from suyuan.figures.marks import FigureData, Mark
from suyuan.figures.observed import problem
from suyuan.figures.text import dotted
from suyuan.methods.information.rows import MergeRow, PairRow, SettingRow, ShareRow, TextRow
from suyuan.records import Problem, Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class PairMark(Mark):
    """A pair of texts, in the row of the first and the column of the second."""

    pair: PairRow
    terms: tuple[ShareRow, ...] = ()

    @property
    def drawn(self) -> dict[str, Any]:
        """Its texts, similarity and verdict."""
        pair = self.pair
        return {
            "row": pair.text_a, "column": pair.text_b, "similarity": pair.similarity, "verdict": pair.verdict,
        }  # fmt: skip

    def top(self, role: str) -> list[str]:
        """Terms of a role that add most."""
        return [row.term for row in self.terms if row.role == role]


@dataclass(frozen=True, slots=True)
class SimilarityData(FigureData):
    """What a similarity matrix shows. Rows and columns are the same texts unless two sets were compared."""

    rows: tuple[TextRow, ...] = field(default=())
    columns: tuple[TextRow, ...] = field(default=())
    row_tree: tuple[MergeRow, ...] = field(default=())
    column_tree: tuple[MergeRow, ...] = field(default=())
    setting: SettingRow | None = None
    left_out: int = 0  # texts that are too short

    @property
    def pair_marks(self) -> list[PairMark]:
        """Its marks."""
        return [mark for mark in self.marks if isinstance(mark, PairMark)]

    @property
    def of_two_sets(self) -> bool:
        """Whether the columns are other texts than the rows."""
        return bool(self.rows) and self.rows[0].side == 1


def text_name(row: TextRow, view: View) -> str:
    """Source of a text, and the heading of a section."""
    if not row.heading and "#" not in row.text_id:
        return view.source(row.source_id)
    return dotted(view.source(row.source_id), row.heading or view.words["opening"])


def select(
    declaration: SimilarityMatrix, inputs: FigureInputs
) -> tuple[SimilarityData | None, list[Problem]]:
    """Cells of all pairs, rows and columns in the order of their trees; a Problem where the analysis has no pairs."""
    own = declaration.analysis
    pairs = _rows(inputs, own, "pairs", PairRow)
    if not pairs:
        what = f"analysis {own} has no pairs of texts"
        todo = (
            "name an information analysis of config/analyses.yaml, and look in problems.csv for what it lacks"
        )
        return None, [problem(f"figure {declaration.id}", what, todo)]
    texts = _rows(inputs, own, "texts", TextRow)
    tree = _rows(inputs, own, "tree", MergeRow)
    terms: dict[tuple[str, str], list[ShareRow]] = {}
    for row in _rows(inputs, own, "terms", ShareRow):
        terms.setdefault((row.text_a, row.text_b), []).append(row)
    marks = [
        PairMark(
            gid=_gid(pair),
            part=pair.verdict,
            evidence=inputs.analyses.evidence_of(pair.evidence_ids),
            pair=pair,
            terms=tuple(terms.get((pair.text_a, pair.text_b), ())),
        )
        for pair in pairs
    ]
    first, second = (1, 2) if any(text.side for text in texts) else (0, 0)
    settings = _rows(inputs, own, "setting", SettingRow)
    return SimilarityData(
        declaration,
        tuple(marks),
        rows=_ordered(texts, first),
        columns=_ordered(texts, second),
        row_tree=tuple(merge for merge in tree if merge.side == first),
        column_tree=tuple(merge for merge in tree if merge.side == second),
        setting=settings[0] if settings else None,
        left_out=sum(not text.compared for text in texts),
    ), []


def _rows(inputs: FigureInputs, analysis: str, table: str, model: type[R]) -> list[R]:
    return [row for row in inputs.analyses.rows(analysis, table) if isinstance(row, model)]


def _ordered(texts: Sequence[TextRow], side: int) -> tuple[TextRow, ...]:
    own = [text for text in texts if text.side == side and text.position is not None]
    return tuple(sorted(own, key=lambda text: text.position or 0))


def _gid(pair: PairRow) -> str:
    return "pair-" + hashlib.sha256(f"{pair.text_a}\x1f{pair.text_b}".encode()).hexdigest()[:12]
