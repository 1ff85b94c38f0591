"""Breakdowns: categories that the words of a column or of a row name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from suyuan.facts.reading import Column
from suyuan.places.tables import package_yaml

Dimensions = Mapping[str, Mapping[str, tuple[str, ...]]]  # dimension -> value -> words that say it


@dataclass(frozen=True)
class DimensionTable:
    """Dimensions in order of priority, the subject's own first."""

    dimensions: dict[str, dict[str, tuple[str, ...]]]


def load_dimensions(extra: Path | None) -> DimensionTable:
    """Dimensions of the language with those of ``extra`` (config/dimensions.yaml).

    Raises ValueError naming the file and the key where the table has another form than
    ``dimensions: {name: {value: [word, …]}}``.
    """
    merged: dict[str, dict[str, tuple[str, ...]]] = {}
    if extra is not None:
        merged.update(parse_dimensions(yaml.safe_load(extra.read_text(encoding="utf-8")), str(extra)))
    for name, values in parse_dimensions(
        package_yaml("dimensions_base.yaml"), "dimensions_base.yaml"
    ).items():
        merged.setdefault(name, values)
    return DimensionTable(merged)


def parse_dimensions(loaded: Any, file: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """Table of dimensions from parsed YAML; ValueError names ``file`` and the key that is wrong."""
    if not isinstance(loaded, dict) or not isinstance(loaded.get("dimensions"), dict):
        raise ValueError(f"{file}: the key 'dimensions' with a mapping is wanted")
    table: dict[str, dict[str, tuple[str, ...]]] = {}
    for name, values in loaded["dimensions"].items():
        if not isinstance(values, dict):
            raise ValueError(f"{file}: dimension {name!r} must map values to lists of words")
        for value, words in values.items():
            if not isinstance(words, list) or not words:
                raise ValueError(f"{file}: {name} / {value}: a list of words is wanted, got {words!r}")
        table[str(name)] = {str(value): tuple(str(w) for w in words) for value, words in values.items()}
    return table


def breakdown_of(column: Column, table: DimensionTable) -> dict[str, str]:
    """Dimension to value for the words of a column: its owner first, then the measure.

    An owner that no dimension knows is kept under the dimension that the text names (各部门 → 部门), else dropped.
    """
    found: dict[str, str] = dict(column.breakdown)
    owner = column.owner
    owned = False
    for text in (owner, column.measure):
        if not text:
            continue
        for dimension, values in table.dimensions.items():
            if dimension in found or (text is column.measure and owned and dimension != column.dimension):
                continue
            value = _value(text, values)
            if value is not None:
                found[dimension] = value
                owned = owned or text is owner
        if text is owner and not owned and column.dimension:
            found[column.dimension] = text
            owned = True
    return found


def _value(text: str, values: Mapping[str, tuple[str, ...]]) -> str | None:
    """The value whose longest word stands in the text."""
    best: tuple[int, str] | None = None
    for value, words in values.items():
        for word in words:
            if word in text and (best is None or len(word) > best[0]):
                best = (len(word), value)
    return best[1] if best is not None else None
