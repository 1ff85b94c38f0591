"""Rows of problems.csv: made in one place, so that every stage says what is wrong, where, and what to do."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from suyuan.records.finding import Problem

COLUMNS = tuple(Problem.model_fields)  # stage, source_id, file, where, what, todo, severity
SEVERITIES = ("error", "warning", "note")  # worst first


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, the worst first, then by file, place, source and text."""
    return sorted(set(problems), key=_order)


def problems_csv(problems: Iterable[Problem]) -> str:
    """The text of problems.csv: one header line, one row a problem, an empty field for null, ``\\n`` at line ends."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    for problem in sort_problems(problems):
        row = problem.model_dump()
        writer.writerow(["" if row[column] is None else row[column] for column in COLUMNS])
    return buffer.getvalue()


def write_problems(path: Path, problems: Iterable[Problem]) -> None:
    """Write problems.csv (UTF-8); the folder is made where it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(problems_csv(problems), encoding="utf-8", newline="\n")


def read_problems(path: Path) -> list[Problem]:
    """The rows of a problems.csv that ``write_problems`` wrote, for merging those of several shards.

    Raises ValueError for a file with other columns.
    """
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise ValueError(f"{path.name}: columns are {reader.fieldnames}, expected {list(COLUMNS)}")
        return [Problem.model_validate({key: value or None for key, value in row.items()}) for row in reader]


def problem_line(problem: Problem) -> str:
    """One line for a terminal: ``error: raw/sources.yaml: line 3, liu2023: what. What to do: todo.``"""
    place = ": ".join(part for part in (problem.file, problem.where) if part)
    head = f"{problem.severity}: {place}: " if place else f"{problem.severity}: "
    return f"{head}{problem.what}. What to do: {problem.todo}"


def has_errors(problems: Iterable[Problem]) -> bool:
    """True if one of them is an error rather than a warning or a note."""
    return any(problem.severity == "error" for problem in problems)


def _order(problem: Problem) -> tuple[int, str, str, str, str, str, str]:
    return (
        SEVERITIES.index(problem.severity),
        problem.file or "",
        _padded(problem.where or ""),
        problem.source_id or "",
        problem.stage,
        problem.what,
        problem.todo,
    )


def _padded(where: str) -> str:
    """Digits padded, so that line 9 comes before line 10."""
    out, digits = "", ""
    for char in where:
        if char.isdecimal() and char.isascii():
            digits += char
        else:
            out += (digits.rjust(9, "0") if digits else "") + char
            digits = ""
    return out + (digits.rjust(9, "0") if digits else "")
