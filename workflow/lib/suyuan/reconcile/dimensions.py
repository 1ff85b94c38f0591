"""Spellings and labels of breakdown values (config/dimensions.yaml: dimension, value, words that say it)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from suyuan.codelists import english, form_fault, is_long, short_form
from suyuan.places.tables import package_yaml
from suyuan.records import Problem
from suyuan.suggest import not_known
from suyuan.yamlfile import YamlError, YamlFile, read_yaml

Spellings = Mapping[str, Mapping[str, str]]  # dimension: spelling to value
BASE = "dimensions_base.yaml"  # dimensions of the language, in the package


@dataclass(frozen=True)
class DimensionLabels:
    """English labels, as far as the tables give them: of dimensions by name, of values by dimension and value."""

    dimensions: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def dimension_label(labels: DimensionLabels, dimension: str, language: str) -> str:
    """Name of a dimension in ``language`` (``zh``, ``en``); its Chinese name where there is no other."""
    return labels.dimensions.get(dimension, dimension) if language == "en" else dimension


def value_label(labels: DimensionLabels, dimension: str, value: str, language: str) -> str:
    """Name of a value of a dimension in ``language`` (``zh``, ``en``); its Chinese name where there is no other."""
    return labels.values.get(dimension, {}).get(value, value) if language == "en" else value


def read_labels(path: Path | None) -> DimensionLabels:
    """Labels of the dimensions of the language and of ``path`` (config/dimensions.yaml), whose entries come first.

    A file that cannot be read, or a faulty entry, gives no labels: :func:`read_spellings` tells what is wrong.
    """
    entries: dict[str, Any] = {}
    if path is not None:
        try:
            entries.update(_dimensions(read_yaml(path)) or {})
        except YamlError:
            entries = {}
    for name, entry in (_dimensions(YamlFile(package_yaml(BASE))) or {}).items():
        entries.setdefault(name, entry)
    sound = {str(name): english(entry) for name, entry in entries.items() if form_fault(entry) is None}
    return DimensionLabels(
        {name: own for name, (own, _) in sound.items() if own is not None},
        {name: values for name, (_, values) in sound.items() if values},
    )


def read_spellings(path: Path, stage: str = "reconcile") -> tuple[Spellings, list[Problem]]:
    """Table from each word of each value to the value, by dimension; a value is a spelling of itself.

    A dimension of another form than ``{value: [word, …]}`` or its long form (:mod:`suyuan.codelists`) is left out with
    a Problem; an unreadable file gives none.
    """
    try:
        content = read_yaml(path)
    except YamlError as error:
        todo = f"correct {_name(path)}, or bring it back"
        return {}, [_problem(path, stage, error.where, error.what, todo)]
    dimensions = _dimensions(content)
    if dimensions is None:
        what = "there are no dimensions with their values under the key 'dimensions'"
        return {}, [_problem(path, stage, None, what, "config/README.md describes its form")]
    problems = [
        _problem(
            path,
            stage,
            f"line {content.line((name,))}",
            f"unknown key {name!r}",
            not_known(str(name), ["dimensions"]),
        )
        for name in content.data
        if name != "dimensions"
    ]
    table: dict[str, dict[str, str]] = {}
    for dimension, entry in dimensions.items():
        where = f"line {content.line(('dimensions', dimension))}, {dimension}"
        values = short_form(entry)
        wrong = form_fault(entry) or _fault(values)
        if wrong is not None:
            todo = "write each value with the list of words that say it, each word once: 交通: [交通运输, 交通厅]"
            if is_long(entry):
                todo = "write each value as 交通: {en: Transport, words: [交通运输, 交通厅]}"
            problems.append(_problem(path, stage, where, wrong, todo))
            continue
        spelt = {word: value for value, words in values.items() for word in words}
        table[str(dimension)] = spelt | {value: value for value in values}
    return table, problems


def _dimensions(content: YamlFile) -> dict[Any, Any] | None:
    data = content.data
    dimensions = data.get("dimensions") if isinstance(data, dict) else None
    return dimensions if isinstance(dimensions, dict) else None


def _fault(values: Any) -> str | None:
    """What is wrong with one dimension; None where it is ``{value: [word, …]}`` and no word says two values."""
    if not isinstance(values, dict) or not all(isinstance(words, list) for words in values.values()):
        return "does not map values to lists of words"
    said_by: dict[str, str] = {}
    for value, words in values.items():
        for word in (value, *words):
            if not isinstance(word, str) or not word.strip():
                return f"{word!r} is no word; put it in quotes if it is meant as text"
            if said_by.setdefault(word, value) != value:
                return f"{word!r} says both {said_by[word]} and {value}"
    return None


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _problem(path: Path, stage: str, where: str | None, what: str, todo: str) -> Problem:
    return Problem(stage=stage, file=_name(path), where=where, what=what, todo=todo)
