"""A list of entries in a YAML file under config/, each checked on its own: a faulty one never stops the others."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from suyuan.records import Problem
from suyuan.suggest import not_known, validate
from suyuan.yamlfile import YamlError, YamlFile, read_yaml

M = TypeVar("M", bound=BaseModel)
TODO = "correct config/{name}; config/README.md describes its keys"


def read_entries(
    path: Path, key: str, model: type[M], stage: str, identity: str = "id"
) -> tuple[list[M], list[Problem]]:
    """Entries of the list under ``key``, validated by ``model``; two of equal ``identity``: the first stays.

    Each Problem names file, line and entry, what is wrong and the nearest known key. An unreadable file gives no entry
    and one Problem.
    """
    try:
        content = read_yaml(path)
    except YamlError as error:
        return [], [_problem(path, stage, None, str(error), "mend the file or restore it")]
    data = content.data
    if not isinstance(data, dict) or not isinstance(data.get(key), list):
        return [], [_problem(path, stage, None, f"has no list under the key {key}", _todo(path))]
    problems = [
        _problem(
            path,
            stage,
            _where(content, (name,), str(name)),
            f"unknown key {name!r}",
            not_known(str(name), [key]),
        )
        for name in data
        if name != key
    ]
    valid: list[M] = []
    seen: set[Any] = set()
    for index, entry in enumerate(data[key]):
        label = (
            str(entry.get(identity, f"entry {index + 1}"))
            if isinstance(entry, dict)
            else f"entry {index + 1}"
        )
        checked, found = validate(model, entry)
        for fault in found:
            where = _where(content, (key, index, *fault.loc), label)
            what = f"{fault.path}: {fault.message}" if fault.path else fault.message
            problems.append(_problem(path, stage, where, what, _todo(path)))
        if checked is None:
            continue
        own = getattr(checked, identity)
        if own in seen:
            where = _where(content, (key, index), label)
            problems.append(
                _problem(path, stage, where, f"a second entry has the {identity} {own}", "give it another")
            )
            continue
        seen.add(own)
        valid.append(checked)
    return valid, problems


def _where(content: YamlFile, loc: tuple[str | int, ...], label: str) -> str:
    line = content.line(loc)
    return f"line {line}, {label}" if line else label


def _todo(path: Path) -> str:
    return TODO.format(name=path.name)


def _problem(path: Path, stage: str, where: str | None, what: str, todo: str) -> Problem:
    return Problem(stage=stage, file=f"{path.parent.name}/{path.name}", where=where, what=what, todo=todo)
