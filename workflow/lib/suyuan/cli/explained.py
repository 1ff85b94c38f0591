"""An explanation as plain text: a line for each thing read, a blank line between explanations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from textwrap import wrap
from typing import Any

WIDTH = 20  # characters of a label
LINE = 110  # characters of a line of rules that said nothing


def explained_text(told: Mapping[str, Any]) -> str:
    """Plain text of one object of ``suyuan.facts.explain``; what is null or empty is left out."""
    return "\n".join(_lines(told, "")) + "\n"


def _lines(told: Mapping[str, Any], indent: str) -> Iterator[str]:
    for name, value in told.items():
        label = name.replace("_", " ")
        if value is None or value == "" or value == []:
            continue
        if isinstance(value, Mapping):
            yield f"{indent}{label}"
            yield from _lines(value, indent + "  ")
        elif isinstance(value, list) and isinstance(value[0], Mapping):
            yield f"{indent}{label}"
            yield from _rows(value, indent + "  ")
        else:
            yield f"{indent}{label:<{WIDTH - len(indent)}} {_scalar(value)}"


def _rows(rows: Sequence[Mapping[str, Any]], indent: str) -> Iterator[str]:
    """Candidates or rules, a line each; the names of those that say nothing stand together."""
    for silent, group in groupby(rows, key=_is_silent):
        if silent:
            names = ", ".join(_scalar(next(iter(row.values()))) for row in group)
            yield from wrap(
                f"(nothing) {names}", LINE, initial_indent=f"{indent}- ", subsequent_indent=f"{indent}  "
            )
        else:
            yield from (f"{indent}- {_row(row)}" for row in group)


def _is_silent(row: Mapping[str, Any]) -> bool:
    _, *others = row.values()
    return all(value is None or value == [] for value in others)


def _row(row: Mapping[str, Any]) -> str:
    """One candidate or rule on a line: the first thing alone, the others with their names."""
    (_, first), *others = row.items()
    said = [
        f"{name.replace('_', ' ')}: {_scalar(value)}" for name, value in others if value not in (None, [])
    ]
    return f"{_scalar(first)}  {'; '.join(said)}" if said else _scalar(first)


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "、".join(map(str, value))
    return str(value)
