"""Breakdowns: categories that the words of a column or of a row name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from suyuan.codelists import short_form
from suyuan.facts.reading import Column
from suyuan.places.tables import package_yaml
from suyuan.places.trie import longest_match
from suyuan.yamlfile import YamlFile, read_yaml

JOINING = ("和", "与", "及", "以及", "、")

LABELLED = re.compile(
    "[A-Za-z0-9一二三四五六七八九十甲乙丙丁]"
)  # a row with a letter or number for a name: A2区
LONGEST_KIND = 4
GROUPS = "组别"  # groups compared: each may be told of by another dimension too (试验组|男性占比)
PROCESS = "化"
EXACT = "="  # before a word of a dimension: the text holds nothing else

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

    @cached_property
    def spotted(self) -> re.Pattern[str]:
        """Any of the words: what holds none says no value."""
        return longest_match(word.removeprefix(EXACT) for word in self.words)


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


class Category(NamedTuple):
    """A value of a dimension, the rule that found it, and the words that it was found in."""

    value: str
    rule: str
    words: str


def breakdown_of(column: Column, table: DimensionTable) -> dict[str, Category]:
    """Dimension to category for the words of a column: its owner first, then the measure.

    An owner that no dimension knows is kept under the dimension that the text names (各部门 → 部门), else dropped.
    """
    found = {name: Category(value, "heads_of_table", value) for name, value in column.breakdown.items()}
    owner = column.owner
    owned = False
    of_rows = column.dimension != GROUPS
    for text in (owner, column.measure):
        if not text:
            continue
        for dimension, values in table.dimensions.items() if table.spotted.search(text) else ():
            if dimension in found or (
                text is column.measure and owned and of_rows and dimension != column.dimension
            ):
                continue
            value = _value(text, values)
            if value is not None:
                found[dimension] = Category(value, "owner" if text is owner else "words_of_measure", text)
                owned = owned or text is owner
        named = column.dimension or _kind_of(owner, column.measure)
        if text is owner and not owned and named:
            found[named] = Category(text, "owner_under_named_dimension", text)
            owned = True
    return found


def _kind_of(owner: str | None, measure: str | None) -> str | None:
    """片区 for A2区, where the measure is 片区的使用需求均值: the rows are named after what the measure is of."""
    head, of, _ = (measure or "").partition("的")
    if not of or not owner or not LABELLED.match(owner) or not 2 <= len(head) <= LONGEST_KIND:
        return None
    return head if head[-1] == owner[-1] else None


def _value(text: str, values: Mapping[str, tuple[str, ...]]) -> str | None:
    """The value whose longest word stands in the text."""
    best: tuple[int, str] | None = None
    for value, words in values.items():
        for word in words:
            if (best is None or len(word) > best[0]) and _says(word, text):
                best = (len(word), value)
    if best is None or _one_of_several(text, best[1], values):
        return None
    return best[1]


def _says(word: str, text: str) -> bool:
    """Whether a word stands in a text, and not only as part of the name of a process (城镇化率); ``=城市`` is all of it."""
    if word not in text:
        return word[0] == EXACT and text == word[1:]
    at = text.find(word)
    while at >= 0 and text.startswith(PROCESS, at + len(word)):
        at = text.find(word, at + 1)
    return at >= 0


def _one_of_several(text: str, value: str, values: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a word of the value is joined to one of another value: 国家标准和行业标准 is neither of the two."""
    own = values[value]
    others = [word for other, words in values.items() if other != value for word in words if word in text]
    joined = ((a, b) for word in own for other in others for a, b in ((word, other), (other, word)))
    return any(
        a + link + b in text
        for a, b in joined
        for link in (*JOINING, *([""] if len(a) == len(b) == 1 else []))  # 男女比例
    )
