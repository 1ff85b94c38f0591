"""Spellings of breakdown values (config/dimensions.yaml: dimension, value, words that say it)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from suyuan.records import Problem
from suyuan.suggest import not_known
from suyuan.yamlfile import YamlError, read_yaml

Spellings = Mapping[str, Mapping[str, str]]  # dimension: spelling to value


def read_spellings(path: Path, stage: str = "reconcile") -> tuple[Spellings, list[Problem]]:
    """Table from each word of each value to the value, by dimension; a value is a spelling of itself.

    A dimension of another form than ``{value: [word, …]}`` is left out with a Problem; an unreadable file gives none.
    """
    try:
        content = read_yaml(path)
    except YamlError as error:
        todo = f"correct {_name(path)}, or bring it back"
        return {}, [_problem(path, stage, error.where, error.what, todo)]
    data = content.data
    if not isinstance(data, dict) or not isinstance(data.get("dimensions"), dict):
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
        for name in data
        if name != "dimensions"
    ]
    table: dict[str, dict[str, str]] = {}
    for dimension, values in data["dimensions"].items():
        where = f"line {content.line(('dimensions', dimension))}, {dimension}"
        wrong = _fault(values)
        if wrong is not None:
            todo = "write each value with the list of words that say it, each word once: 交通: [交通运输, 交通厅]"
            problems.append(_problem(path, stage, where, wrong, todo))
            continue
        spelt = {word: value for value, words in values.items() for word in words}
        table[str(dimension)] = spelt | {value: value for value in values}
    return table, problems


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
