"""raw/collected.csv: numbers that a person read from public pages, one a row, as facts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from suyuan.csvtable import read_table
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
OF_SOURCE = ("publisher", "title", "published")  # the same in all rows of a source
IDS = ("id", "source_id")
ID = re.compile(r"[a-z][a-z0-9_-]*")
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
    """What the rows say of their source. A source that is also read as a document has a card too, under the same id."""

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
    rows, problems = read_table(path, name, STAGE, COLUMNS)
    facts: list[Fact] = []
    lines: dict[str, int] = {}
    said: dict[
        tuple[str, str], tuple[int, str]
    ] = {}  # (source, column): the line that says it first, and what
    for line, row in rows:
        mistakes = _mistakes(row)
        if not mistakes and row["id"] in lines:
            mistakes = [
                ("id", f"{row['id']!r} is used in line {lines[row['id']]} too", "give each row its own id")
            ]
        for column in OF_SOURCE:
            first, text = said.setdefault((row["source_id"], column), (line, row[column]))
            if row["source_id"] and text != row[column]:
                what = (
                    f"{row[column]!r}, where line {first} has {text!r} for the same source {row['source_id']}"
                )
                mistakes.append(
                    (column, what, "write the same in all rows of a source, or give it another id")
                )
        fact = None
        if not mistakes:
            fact, mistakes = _fact(row, role)
        if fact is not None:
            lines[row["id"]] = line
            facts.append(fact)
        problems += [
            _problem(name, f"line {line}, column {column}", what, todo, row["source_id"])
            for column, what, todo in mistakes
        ]
    return facts, problems


def collected_sources(path: Path) -> dict[str, CollectedSource]:
    """Sources of the rows by id, each as its first row has it. Empty for a file that cannot be read."""
    found: dict[str, CollectedSource] = {}
    for _, row in read_table(path, path.name, STAGE, COLUMNS)[0]:
        if row["source_id"]:
            source = CollectedSource(
                source_id=row["source_id"],
                publisher=row["publisher"],
                title=row["title"],
                published=row["published"] or None,
                address=row["address"],
            )
            found.setdefault(source.source_id, source)
    return found


def _mistakes(row: dict[str, str]) -> list[tuple[str, str, str]]:
    """(column, what is wrong, what to do) for each bad field."""
    found: list[tuple[str, str, str]] = []
    for column in REQUIRED:
        if not row[column]:
            found.append((column, "is empty", "fill it in; see raw/README.md"))
    for column in IDS:
        if row[column] and not ID.fullmatch(row[column]):
            todo = "use small letters, digits, - and _, beginning with a letter"
            found.append((column, f"{row[column]!r} is no id", todo))
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
    names: set[str] = set()
    for part in filter(None, row["breakdown"].split(";")):
        key, equals, value = part.partition("=")
        if key.strip() in names:
            found.append(("breakdown", f"{key.strip()!r} is given twice", "give each dimension one value"))
        names.add(key.strip())
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
