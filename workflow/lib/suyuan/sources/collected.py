"""raw/collected.csv: numbers that a person read from public pages, one a row, as facts."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from suyuan.records.exact import exact
from suyuan.records.fact import Comparator, Fact, Nature, TimeKind
from suyuan.records.finding import Problem
from suyuan.records.locator import CollectedLocator
from suyuan.sources.dates import edtf_problem
from suyuan.sources.printed import bounds_of
from suyuan.suggest import nearest, validate

STAGE = "collected"
COLLECTED = "raw/collected.csv"
COLUMNS = (
    "id", "source_id", "publisher", "title", "published", "address", "measure", "area", "breakdown", "time",
    "time_kind", "comparator", "value", "unit", "note", "grade", "nature",
)  # fmt: skip
REQUIRED = (
    "id",
    "source_id",
    "publisher",
    "title",
    "address",
    "measure",
    "comparator",
    "value",
    "grade",
    "nature",
)
COMPARATORS = tuple(word for word in get_args(Comparator) if word != "range")
WORDS: dict[str, tuple[str, ...]] = {
    "comparator": COMPARATORS,
    "time_kind": get_args(TimeKind),
    "nature": get_args(Nature),
    "grade": get_args(CollectedLocator.model_fields["grade"].annotation),
}
AreaRole = Callable[[str], str | None]  # of a name: "ref_area", "body" or None where it is not known


@dataclass(frozen=True)
class CollectedSource:
    """What the rows say of their source; collected sources have no card of their own."""

    source_id: str
    publisher: str
    title: str
    published: str | None
    address: str


def read_collected(
    path: Path, *, name: str = COLLECTED, role: AreaRole | None = None
) -> tuple[list[Fact], list[Problem]]:
    """Facts of the table (called ``name`` in messages), in its order, and a problem for each row that cannot be used.

    ``role`` says of a single area whether it is a place (``ref_area``) or an organisation or scheme (``body``); without
    it both stay null. A missing file has no facts and is a problem. The offsets of a fact are 0: there is no text.
    """
    rows, problems = _rows(path, name)
    facts: list[Fact] = []
    lines: dict[str, int] = {}
    for line, row in rows:
        mistakes = _mistakes(row)
        if not mistakes and row["id"] in lines:
            mistakes = [
                ("id", f"{row['id']!r} is used in line {lines[row['id']]} too", "give each row its own id")
            ]
        fact = None
        if not mistakes:
            fact, mistakes = _fact(row, role)
        if fact is not None:
            lines[row["id"]] = line
            facts.append(fact)
        problems += [
            _problem(name, f"line {line}, column {column}", what, todo, row.get("source_id"))
            for column, what, todo in mistakes
        ]
    return facts, problems


def collected_sources(path: Path) -> dict[str, CollectedSource]:
    """Sources of the rows by id, each as its first row has it. Empty for a file that cannot be read."""
    found: dict[str, CollectedSource] = {}
    for _, row in _rows(path, path.name)[0]:
        if row.get("source_id"):
            source = CollectedSource(
                source_id=row["source_id"],
                publisher=row.get("publisher", ""),
                title=row.get("title", ""),
                published=row.get("published") or None,
                address=row.get("address", ""),
            )
            found.setdefault(source.source_id, source)
    return found


def _rows(path: Path, name: str) -> tuple[list[tuple[int, dict[str, str]]], list[Problem]]:
    """Rows with their line; columns may stand in any order, but each must be there and none beside them."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restkey="", strict=True)
            rows = [(reader.line_num, row) for row in reader]
            columns = list(reader.fieldnames or ())
    except FileNotFoundError:
        return [], [_problem(name, None, "no such file", "make it with its header line; see raw/README.md")]
    except UnicodeDecodeError as error:
        return [], [_problem(name, None, f"not UTF-8 at byte {error.start}", "save it as CSV UTF-8")]
    except (csv.Error, OSError) as error:
        return [], [_problem(name, None, f"cannot be read as CSV: {error}", "correct the file")]
    unknown = [column for column in columns if column not in COLUMNS]
    missing = [column for column in COLUMNS if column not in columns]
    problems = []
    for column in unknown:
        near = nearest(column, missing or COLUMNS)
        what = f"unknown column {column!r}" + (f"; did you mean {near!r}?" if near else "")
        problems.append(_problem(name, "line 1", what, "correct the header line"))
    if missing:
        problems.append(
            _problem(name, "line 1", f"columns are missing: {', '.join(missing)}", "add them to the header")
        )
    if missing:
        return [], problems
    good: list[tuple[int, dict[str, str]]] = []
    for line, row in rows:
        if "" in row or None in row.values():
            todo = "put a field that holds a comma in double quotes"
            problems.append(
                _problem(name, f"line {line}", f"not {len(columns)} fields as in the header line", todo)
            )
        else:
            good.append((line, {column: (value or "").strip() for column, value in row.items()}))
    return good, problems


def _mistakes(row: dict[str, str]) -> list[tuple[str, str, str]]:
    """(column, what is wrong, what to do) for each bad field."""
    found: list[tuple[str, str, str]] = []
    for column in REQUIRED:
        if not row[column]:
            found.append((column, "is empty", "fill it in; see raw/README.md"))
    for column, words in WORDS.items():
        if row[column] and row[column] not in words:
            near = nearest(row[column], words)
            hint = f"; did you mean {near!r}?" if near else ""
            what = f"{row[column]!r} is not one of {' '.join(words)}{hint}"
            found.append((column, what, "write one of these words"))
    for column in ("published", "time"):
        wrong = edtf_problem(row[column]) if row[column] else None
        if wrong is not None:
            found.append((column, wrong, "write the date as EDTF, as precise as the page gives it"))
    if row["value"]:
        try:
            bounds_of(row["value"], "=", None)
        except ValueError as error:
            found.append(("value", str(error), "write the number in the base unit"))
    for part in filter(None, row["breakdown"].split(";")):
        key, equals, value = part.partition("=")
        if not (key.strip() and equals and value.strip()):
            found.append(
                ("breakdown", f"{part!r} is not name=value", "write name=value, several joined by ;")
            )
    return found


def _fact(row: dict[str, str], role: AreaRole | None) -> tuple[Fact | None, list[tuple[str, str, str]]]:
    areas = tuple(area.strip() for area in row["area"].split(";") if area.strip())
    unit = row["unit"] or None
    values: dict[str, Any] = {
        "fact_id": row["id"],
        "source_id": row["source_id"],
        "edition": "collected",
        "locator": {"kind": "collected", "row": row["id"], "address": row["address"], "grade": row["grade"]},
        "start": 0,
        "end": 0,
        "block": "paragraph",
        "surface": f"{row['value']}{row['unit']}",
        "sentence": row["note"],
        "value": exact(row["value"]),
        "comparator": row["comparator"],
        "unit": unit,
        "time": row["time"] or None,
        "time_kind": row["time_kind"] or None,
        "told": row["published"] or None,
        "area": areas,
        "measure": row["measure"],
        "breakdown": _breakdown(row["breakdown"]),
        "nature": row["nature"],
        "method": "collected",
        "status": "collected",
    }
    comparator: Any = row["comparator"]
    values.update(bounds_of(row["value"], comparator, unit).fields())
    known = role(areas[0]) if role is not None and len(areas) == 1 else None
    if known is not None:
        values[known] = areas[0]
    fact, faults = validate(Fact, values)
    return fact, [(fault.path or "row", fault.message, "correct the row") for fault in faults]


def _breakdown(text: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in text.split(";") if part.strip())
    return {key.strip(): value.strip() for key, _, value in pairs}


def _problem(name: str, where: str | None, what: str, todo: str, source_id: str | None = None) -> Problem:
    return Problem(stage=STAGE, source_id=source_id or None, file=name, where=where, what=what, todo=todo)
