"""A list of entries in a YAML file under config/, each checked on its own: a faulty one never stops the others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel

from suyuan.records import Problem
from suyuan.suggest import not_known, validate
from suyuan.yamlfile import YamlError, YamlFile, read_yaml

M = TypeVar("M", bound=BaseModel)


class Entries(NamedTuple, Generic[M]):
    """What a file of entries holds."""

    valid: list[M]
    problems: list[Problem]
    faulty: frozenset[str]  # ids of entries with a mistake, as far as they have one
    readable: bool = True  # False: the file as a whole cannot be used


def read_entries(
    path: Path, key: str, model: type[M], stage: str, choose: Callable[[Any], type[M]] | None = None
) -> Entries[M]:
    """Entries of the list under ``key``, validated by ``model``; two of equal ``id``: the first stays.

    ``choose`` gives the model of an entry where entries have forms of their own (by their ``kind``).

    Each Problem names file, line and entry, what is wrong and the nearest known key. An unreadable file gives no entry
    and one Problem.
    """
    try:
        content = read_yaml(path)
    except YamlError as error:
        unreadable = [
            _problem(path, stage, error.where, error.what, f"correct {_name(path)}, or bring it back")
        ]
        return Entries([], unreadable, frozenset(), readable=False)
    data = content.data
    if not isinstance(data, dict) or not isinstance(data.get(key), list):
        no_list = [_problem(path, stage, None, f"there is no list under the key {key!r}", _todo(path))]
        return Entries([], no_list, frozenset(), readable=False)
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
    faulty: set[str] = set()
    seen: set[Any] = set()
    for index, entry in enumerate(data[key]):
        own_id = entry.get("id") if isinstance(entry, dict) else None
        label = str(own_id) if own_id is not None else f"entry {index + 1}"
        checked, found = validate(model if choose is None else choose(entry), entry)
        for fault in found:
            where = _where(content, (key, index, *fault.loc), label)
            what = f"{fault.path}: {fault.message}" if fault.path else fault.message
            problems.append(_problem(path, stage, where, what, _todo(path)))
        if checked is None:
            faulty.add(label)
        elif label in seen:
            where = _where(content, (key, index), label)
            what = f"a second entry has the id {label}; the first is used"
            problems.append(_problem(path, stage, where, what, "give it another"))
        else:
            seen.add(label)
            valid.append(checked)
    return Entries(valid, problems, frozenset(faulty - seen))


def _where(content: YamlFile, loc: tuple[str | int, ...], label: str) -> str:
    line = content.line(loc)
    return f"line {line}, {label}" if line else label


def _todo(path: Path) -> str:
    return f"correct {_name(path)}; config/README.md describes its keys"


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _problem(path: Path, stage: str, where: str | None, what: str, todo: str) -> Problem:
    return Problem(stage=stage, file=_name(path), where=where, what=what, todo=todo)
