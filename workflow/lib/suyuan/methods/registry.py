"""Methods by their word in config/analyses.yaml, and the reader of that file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import ConfigDict, model_validator

from suyuan.methods import acts, adoption, citations, coding, information, networks, surveys, terms
from suyuan.methods.declaration import STAGE, AnalysisDeclaration
from suyuan.methods.method import Method
from suyuan.reconcile.configfile import read_entries
from suyuan.records import Problem
from suyuan.suggest import nearest

METHODS: dict[str, Method] = {
    "acts": acts.METHOD,
    "coding": coding.METHOD,
    "adoption": adoption.METHOD,
    "networks": networks.METHOD,
    "information": information.METHOD,
    "surveys": surveys.METHOD,
    "terms": terms.METHOD,
    "citations": citations.METHOD,
}


class OfUnknownKind(AnalysisDeclaration):
    """Stands for an entry without a known kind: that is told first, and nothing else of it, since its keys depend on it."""

    model_config = ConfigDict(extra="ignore")

    @model_validator(mode="before")
    @classmethod
    def _kind_is_wrong(cls, entry: Any) -> Any:
        given = entry.get("kind") if isinstance(entry, dict) else None
        known = ", ".join(METHODS)
        if given is None:
            raise ValueError(f"kind is missing: one of {known}")
        near = nearest(str(given), METHODS)
        hint = f"; did you mean {near!r}?" if near else ""
        raise ValueError(f"kind: {given!r} is not one of {known}{hint}")


def read_analyses(path: Path) -> tuple[list[AnalysisDeclaration], list[Problem]]:
    """Declared analyses in order; one with a mistake is left out with a Problem that names the nearest known key."""
    found = read_entries(path, "analyses", AnalysisDeclaration, STAGE, choose=_form)
    return found.valid, found.problems


def _form(entry: Any) -> type[AnalysisDeclaration]:
    kind = entry.get("kind") if isinstance(entry, dict) else None
    method = METHODS.get(kind) if isinstance(kind, str) else None
    return method.declaration if method is not None else OfUnknownKind
