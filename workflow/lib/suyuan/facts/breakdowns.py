"""Breakdowns: categories that the words of a column or of a row name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from suyuan.codelists import short_form
from suyuan.facts.reading import Column
from suyuan.places.tables import package_yaml
from suyuan.yamlfile import YamlFile, read_yaml

JOINING = ("和", "与", "及", "以及", "、")

Dimensions = Mapping[str, Mapping[str, tuple[str, ...]]]  # dimension -> value -> words that say it


@dataclass(frozen=True)
class DimensionTable:
    """Dimensions in order of priority, the subject's own first."""

    dimensions: dict[str, dict[str, tuple[str, ...]]]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All words that say a value, each once."""
        return tuple(
            dict.fromkeys(w for values in self.dimensions.values() for ws in values.values() for w in ws)
        )


def load_dimensions(extra: Path | None) -> DimensionTable:
    """Dimensions of the language with those of ``extra`` (config/dimensions.yaml).

    Raises ValueError naming the file, the line, what is wrong and what to do where the table has another form than
    ``dimensions: {name: {value: [word, …]}}`` or its long form (suyuan.codelists), and for a key that stands twice;
    ``no`` and the like are words.
    """
    merged: dict[str, dict[str, tuple[str, ...]]] = {}
    if extra is not None:
        merged.update(parse_dimensions(read_yaml(extra), extra.name))
    base = "dimensions_base.yaml"
    for name, values in parse_dimensions(YamlFile(package_yaml(base)), base).items():
        merged.setdefault(name, values)
    return DimensionTable(merged)


def parse_dimensions(content: YamlFile, file: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """Table of dimensions from YAML; ValueError names ``file``, the line and the key that is wrong."""

    def wrong(what: str, *path: str) -> ValueError:
        line = content.line(("dimensions", *path))
        return ValueError(f"{file}: {f'line {line}: ' if line is not None else ''}{what}")

    loaded = content.data
    if not isinstance(loaded, dict) or not isinstance(loaded.get("dimensions"), dict):
        raise wrong("the key 'dimensions' with a mapping is wanted; config/README.md describes its form")
    table: dict[str, dict[str, tuple[str, ...]]] = {}
    for name, entry in loaded["dimensions"].items():
        values = short_form(entry)
        if not isinstance(values, dict):
            raise wrong(f"dimension {name!r} must map each value to the list of words that say it", name)
        for value, words in values.items():
            if not isinstance(words, list):
                raise wrong(f"{name} / {value}: a list of words is wanted, got {words!r}", name, value)
            odd = next((w for w in (value, *words) if not isinstance(w, str) or not w.strip()), None)
            if odd is not None:
                raise wrong(f"{name} / {value}: {odd!r} is no word; put it in quotes", name, value)
        table[str(name)] = {value: tuple(words) for value, words in values.items()}
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
    if best is None or _one_of_several(text, best[1], values):
        return None
    return best[1]


def _one_of_several(text: str, value: str, values: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a word of the value is joined to one of another value: 国家标准和行业标准 is neither of the two."""
    own = values[value]
    others = [word for other, words in values.items() if other != value for word in words]
    joined = ((a, b) for word in own for other in others for a, b in ((word, other), (other, word)))
    return any(a + link + b in text for a, b in joined for link in JOINING)
