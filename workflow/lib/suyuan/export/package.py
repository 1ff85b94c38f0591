"""datapackage.json: what every column of the tables means.

One well-kept form is chosen, the Frictionless Data Package: it stands beside the files, names type and constraints of
each column as well as its meaning, and programs that know nothing of Suyuan can read and check the tables with it.
All of it comes from the field descriptions of the records.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from suyuan.export.columns import Column
from suyuan.export.tablespecs import TABLES, TableSpec
from suyuan.suggest import not_known

TYPES = {
    "string": "string", "integer": "integer", "number": "number", "boolean": "boolean", "exact": "string", "list": "string",
    "pairs": "string",
}  # fmt: skip
NOTES = {
    "exact": "exact number as text: a decimal where it terminates, else n/d",
    "list": "several values joined by ; (\\; inside one)",
    "pairs": "name=value joined by ;",
}
EXACT = r"^-?\d+(\.\d+)?(/\d+)?$"


def write_datapackage(path: Path, present: Iterable[str]) -> None:
    """Write the data package of the tables named in ``present`` (facts, series …). ValueError for an unknown name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(datapackage(present), ensure_ascii=False, indent=1) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")


def datapackage(present: Iterable[str]) -> dict[str, Any]:
    """The data package as JSON values; tables in the order of ``TABLES`` whatever the order of ``present``."""
    wanted = set(present)
    for name in sorted(wanted):
        if name not in TABLES:
            raise ValueError(f"unknown table {name}: {not_known(name, TABLES)}")
    return package(
        [spec for name, spec in TABLES.items() if name in wanted],
        "suyuan-processed",
        "Suyuan: facts, observations and series with the places they were read from",
    )


def package(specs: Iterable[TableSpec], name: str, title: str) -> dict[str, Any]:
    """A data package of tables that lie beside it."""
    return {
        "profile": "tabular-data-package",
        "name": name,
        "title": title,
        "resources": [_resource(spec) for spec in specs],
    }


def _resource(spec: TableSpec) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column, spec.key) for column in spec.columns],
        "missingValues": [""],
    }
    if spec.key:
        schema["primaryKey"] = list(spec.key)
    return {
        "name": spec.name.replace("_", "-"),
        "path": spec.file,
        "description": spec.description,
        "profile": "tabular-data-resource",
        "format": "csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True},
        "schema": schema,
    }


def _field(column: Column, key: tuple[str, ...]) -> dict[str, Any]:
    parts = [part for part in (column.description, NOTES.get(column.type)) if part]
    field: dict[str, Any] = {"name": column.name, "type": TYPES[column.type], "description": "; ".join(parts)}
    limits: dict[str, Any] = {}
    free_text = column.type == "string" and not column.words and column.name not in key
    if column.required and not free_text:  # a text that must be there may still be empty
        limits["required"] = True
    if column.words:
        limits["enum"] = list(column.words)
    if column.type == "exact":
        limits["pattern"] = EXACT
    if limits:
        field["constraints"] = limits
    return field
