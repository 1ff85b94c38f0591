"""Kinds of figures, by their word in config/figures.yaml, and the reader of that file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import ConfigDict, model_validator

from suyuan.figures.declaration import STAGE, FigureDeclaration
from suyuan.figures.kind import Kind
from suyuan.figures.kinds import (
    act_timeline,
    by_category,
    citation_shares,
    code_matrix,
    code_timeline,
    counts_by_period,
    coverage_matrix,
    network_map,
    similarity_matrix,
    survey_means,
    survey_shares,
    term_network,
    term_series,
    tile_map,
    time_series,
)
from suyuan.reconcile.configfile import read_entries
from suyuan.records import Problem
from suyuan.suggest import nearest

KINDS: dict[str, Kind] = {
    "tile_map": tile_map.KIND,
    "network_map": network_map.KIND,
    "counts_by_period": counts_by_period.KIND,
    "time_series": time_series.KIND,
    "by_category": by_category.KIND,
    "act_timeline": act_timeline.KIND,
    "coverage_matrix": coverage_matrix.KIND,
    "similarity_matrix": similarity_matrix.KIND,
    "term_network": term_network.KIND,
    "term_series": term_series.KIND,
    "survey_shares": survey_shares.KIND,
    "survey_means": survey_means.KIND,
    "code_timeline": code_timeline.KIND,
    "code_matrix": code_matrix.KIND,
    "citation_shares": citation_shares.KIND,
}


class OfUnknownKind(FigureDeclaration):
    """Stands for an entry without a known kind: that is told first, and nothing else of it, since its keys depend on it."""

    model_config = ConfigDict(extra="ignore")

    @model_validator(mode="before")
    @classmethod
    def _kind_is_wrong(cls, entry: Any) -> Any:
        given = entry.get("kind") if isinstance(entry, dict) else None
        if not isinstance(entry, dict):
            raise ValueError("expected keys with values")
        if given is None:
            like = next((name for name in map(str, entry) if nearest(name, ["kind"])), None)
            hint = f"unknown key {like!r}; did you mean 'kind'? " if like and like != "kind" else ""
            raise ValueError(f"{hint}kind is missing: one of {', '.join(KINDS)}")
        near = nearest(str(given), KINDS)
        hint = f"; did you mean {near!r}?" if near else ""
        raise ValueError(f"kind: {given!r} is not one of {', '.join(KINDS)}{hint}")


def read_figures(path: Path) -> tuple[list[FigureDeclaration], list[Problem]]:
    """Declared figures in order; one with a mistake is left out with a Problem that names the nearest known key."""
    found = read_entries(path, "figures", FigureDeclaration, STAGE, choose=_form)
    return found.valid, found.problems


def _form(entry: Any) -> type[FigureDeclaration]:
    """Form of an entry by its kind."""
    kind = (
        KINDS.get(entry["kind"]) if isinstance(entry, dict) and isinstance(entry.get("kind"), str) else None
    )
    return kind.declaration if kind is not None else OfUnknownKind
