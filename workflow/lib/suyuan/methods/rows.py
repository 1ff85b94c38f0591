"""Rows of all analyses as a stage hands them on: read back into the records of their methods."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from suyuan.methods.registry import METHODS
from suyuan.records import Evidence, Record

EVIDENCE = "evidence"


@dataclass(frozen=True)
class Analyses:
    """Tables by analysis and name; evidence by id."""

    tables: Mapping[str, Mapping[str, Sequence[Record]]] = field(default_factory=dict)
    evidence: Mapping[str, Evidence] = field(default_factory=dict)

    def rows(self, analysis: str, table: str) -> Sequence[Record]:
        """Rows of a table; none for one that was not made."""
        return self.tables.get(analysis, {}).get(table, ())

    def evidence_of(self, ids: Iterable[str]) -> tuple[Evidence, ...]:
        """Evidence of a row, in the order of its ids."""
        return tuple(self.evidence[i] for i in ids if i in self.evidence)


def analyses_of(rows: Iterable[Mapping[str, Any]]) -> Analyses:
    """Analyses from rows ``{"analysis", "kind", "table", "row"}``, as the stage of methods writes them."""
    tables: dict[str, dict[str, list[Record]]] = {}
    evidence: dict[str, Evidence] = {}
    for entry in rows:
        if entry["table"] == EVIDENCE:
            item = Evidence.model_validate(entry["row"])
            evidence[item.evidence_id] = item
        else:
            model = METHODS[entry["kind"]].tables[entry["table"]]
            own = tables.setdefault(entry["analysis"], {}).setdefault(entry["table"], [])
            own.append(model.model_validate(entry["row"]))
    return Analyses(tables, evidence)
