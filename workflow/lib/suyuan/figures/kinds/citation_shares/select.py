"""From the shares of an analysis of citations to bars."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from suyuan.figures.inputs import FigureInputs, View
from suyuan.figures.kinds.citation_shares.declared import CitationShares
from suyuan.figures.marks import FigureData, Mark
from suyuan.figures.observed import problem
from suyuan.methods.citations.rows import ListRow, MarkRow, ShareRow
from suyuan.records import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareMark(Mark):
    """Quantities of a document or section, and those that a reference backs."""

    row: ShareRow
    entries: int | None  # of its own lists; None: the text has no list

    @property
    def drawn(self) -> dict[str, Any]:
        """Counts of the bar."""
        row = self.row
        return {
            "section": row.section,
            "quantities": row.quantities,
            "count": row.backed,
            "without_entry": row.without_entry,
            "named": row.named,
            "share": row.share,
            "found": row.found,
            "lists": list(row.list_ids),
        }

    @property
    def parts(self) -> dict[str, int]:
        """Quantities by what stands behind them, in the order in which they are drawn."""
        return {"backed": self.row.backed, "without": self.row.without_entry, "named": self.row.named}

    def name(self, view: View) -> str:
        """Name of the document or section."""
        if self.row.section is not None:
            return self.row.section.rsplit(" / ", 1)[-1]
        return view.names.source(self.row.source_id).name(view.language, self.row.source_id)

    def value(self) -> str:
        """Backed quantities of all."""
        return f"{self.row.backed}/{self.row.quantities}"


@dataclass(frozen=True, slots=True)
class SharesData(FigureData):
    """What the figure shows."""

    @property
    def share_marks(self) -> list[ShareMark]:
        """Its marks, in order."""
        return [mark for mark in self.marks if isinstance(mark, ShareMark)]


def select(declaration: CitationShares, inputs: FigureInputs) -> tuple[SharesData | None, list[Problem]]:
    """A mark for each document with marks or lists, or for each section of these; a Problem where there is none."""
    shares = [r for r in inputs.analyses.rows(declaration.analysis, "shares") if isinstance(r, ShareRow)]
    lists = [r for r in inputs.analyses.rows(declaration.analysis, "lists") if isinstance(r, ListRow)]
    marks = [r for r in inputs.analyses.rows(declaration.analysis, "marks") if isinstance(r, MarkRow)]
    citing = {m.source_id for m in marks if m.form == "bracket"} | {
        x.source_id for x in lists if x.role == "own"
    }
    chosen = declaration.sources or tuple(dict.fromkeys(r.source_id for r in shares if r.source_id in citing))
    rows = [r for r in shares if r.level == declaration.by and r.source_id in chosen and r.quantities]
    if not rows:
        what = f"analysis {declaration.analysis} has no quantities in texts with references"
        todo = "name an analysis of citations in config/analyses.yaml, and sources of it that cite"
        return None, [problem(f"figure {declaration.id}", what, todo)]
    return SharesData(declaration, tuple(_mark(row, _entries(row, lists), inputs) for row in rows)), []


def _entries(row: ShareRow, lists: Sequence[ListRow]) -> int | None:
    own = [x.entries for x in lists if x.source_id == row.source_id and x.role == "own"]
    return sum(own) if own else None


def _mark(row: ShareRow, entries: int | None, inputs: FigureInputs) -> ShareMark:
    named = f"{row.source_id}\x1f{row.level}\x1f{row.section or ''}"
    return ShareMark(
        gid="share-" + hashlib.sha256(named.encode()).hexdigest()[:12],
        part=row.source_id,
        evidence=inputs.analyses.evidence_of(row.evidence_ids),
        row=row,
        entries=entries,
    )
