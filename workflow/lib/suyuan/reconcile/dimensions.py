"""Spellings of breakdown values (config/dimensions.yaml: dimension, value, words that say it)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

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
        return {}, [_problem(path, stage, None, str(error), "mend the file or restore it")]
    data = content.data
    if not isinstance(data, dict) or not isinstance(data.get("dimensions"), dict):
        return {}, [
            _problem(path, stage, None, "has no mapping under the key dimensions", "see config/README.md")
        ]
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
        if not isinstance(values, dict) or not all(isinstance(words, list) for words in values.values()):
            where = f"line {content.line(('dimensions', dimension))}, {dimension}"
            todo = "write each value with the list of words that say it, such as 交通: [交通运输, 交通厅]"
            problems.append(_problem(path, stage, where, "does not map values to lists of words", todo))
            continue
        spelt = {str(word): str(value) for value, words in values.items() for word in words}
        table[str(dimension)] = spelt | {str(value): str(value) for value in values}
    return table, problems


def _problem(path: Path, stage: str, where: str | None, what: str, todo: str) -> Problem:
    return Problem(stage=stage, file=f"{path.parent.name}/{path.name}", where=where, what=what, todo=todo)
