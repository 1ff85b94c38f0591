"""Columns of a record type, derived from its fields: name, type, how a value becomes a cell and back."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from suyuan.export.csvfile import joined, joined_pairs, parted, parted_pairs
from suyuan.export.locators import LOCATOR_COLUMNS, ColumnType, flat_locator, locator_of
from suyuan.records import Fact, Record, exact, exact_text

NO_VALUE: Mapping[ColumnType, Any] = {"list": (), "pairs": {}}


# Names that several records share and whose own field has no description. Those of Fact come first.
COMMON = {
    "act_id": "stable identity of the act",
    "link_id": "stable identity of the link",
    "finding_id": "stable identity of the finding",
    "actors": "bodies that acted",
    "areas": "places that the act is about",
    "level": "level of government of the act",
    "kind": "kind of the relation",
    "numeral_class": "what the numeral is part of; unread: no rule took it",
    "page": "page of the file, from 1",
    "row": "row of the table, from 0",
    "column": "column of the table, from 0",
    "text": "text of the cell",
    "stage": "stage of the line that found it",
    "what": "what is wrong",
    "severity": "how much it matters",
    "fact_ids": "ids of the facts compared",
    "verdict": "holds, inconsistent, or cannot tell",
    "text_zh": "finding in Chinese",
    "text_en": "finding in English",
    "outcome": "same, differs, or only in one edition",
    "edition_b": "the edition of lower precedence",
    "fact_a": "fact of edition_a",
    "fact_b": "fact of edition_b",
    "surface_a": "words of fact_a as printed",
    "surface_b": "words of fact_b as printed",
    "value_b": "as value_a, of fact_b",
    "measure_b": "as measure_a, of fact_b",
    "candidate_2": "second measure id",
    "score_2": "as score_1",
    "reason_2": "as reason_1",
    "candidate_3": "third measure id",
    "score_3": "as score_1",
    "reason_3": "as reason_1",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str  # in the file
    field: str  # of the record
    type: ColumnType
    required: bool  # never null; a text may still be empty
    description: str
    words: tuple[str, ...] = ()  # all that may stand in it, where that is a list


@cache
def columns_of(model: type[Record], renamed: tuple[tuple[str, str], ...] = ()) -> tuple[Column, ...]:
    """Columns in the order of the fields; a field ``locator`` becomes the columns of ``LOCATOR_COLUMNS``.

    ``renamed``: field to column name (value to OBS_VALUE).
    """
    names = dict(renamed)
    found: list[Column] = []
    for name, field in model.model_fields.items():
        if name == "locator":
            found.extend(
                Column(column, "locator", kind, column == "locator_kind", text)
                for column, kind, text in LOCATOR_COLUMNS
            )
            continue
        kind, optional, words = _type_of(field.annotation, field.metadata)
        required = not optional and kind not in NO_VALUE
        found.append(
            Column(names.get(name, name), name, kind, required, field.description or common(name), words)
        )
    return tuple(found)


def common(name: str) -> str:
    """Meaning of a field name wherever it occurs; empty for an unknown one."""
    field = Fact.model_fields.get(name)
    return (field.description if field is not None else None) or COMMON.get(name, "")


def _type_of(annotation: Any, metadata: list[Any]) -> tuple[ColumnType, bool, tuple[str, ...]]:
    """Type, whether it may be null, and the words of a Literal."""
    optional = False
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in (Union, types.UnionType):
            parts = [part for part in get_args(annotation) if part is not types.NoneType]
            optional = optional or len(parts) < len(get_args(annotation))
            if len(parts) != 1:
                raise TypeError(f"a column cannot hold {annotation}")
            annotation = parts[0]
        else:
            break
    if origin is Literal:
        return "string", optional, tuple(get_args(annotation))
    if origin is tuple:
        return "list", optional, ()
    if origin is dict:
        return "pairs", optional, ()
    simple: dict[Any, ColumnType] = {
        str: "string",
        int: "integer",
        float: "number",
        bool: "boolean",
        Fraction: "exact",
    }
    if annotation not in simple:
        raise TypeError(f"a column cannot hold {annotation}")
    return simple[annotation], optional, ()


def to_row(record: Record, columns: tuple[Column, ...]) -> list[str | None]:
    """Cells of a record in the order of the columns."""
    locator = flat_locator(getattr(record, "locator", None))
    return [
        locator[column.name]
        if column.field == "locator"
        else to_cell(getattr(record, column.field), column.type)
        for column in columns
    ]


def to_cell(value: Any, kind: ColumnType) -> str | None:
    """Text of a value: exact numbers as decimals or ``n/d``, lists and mappings as ``a;b`` and ``n=v;n=v``."""
    if value is None:
        return None
    if kind == "list":
        return joined(map(str, value))
    if kind == "pairs":
        return joined_pairs(value)
    if kind == "exact":
        return exact_text(value)
    if kind == "boolean":
        return "true" if value else "false"
    return repr(value) if kind == "number" else str(value)


def from_row(row: Mapping[str, str], model: type[Record], columns: tuple[Column, ...]) -> dict[str, Any]:
    """Field values of a record from a row; an empty cell is null, or an empty text, list or mapping."""
    values: dict[str, Any] = {}
    for column in columns:
        if column.field == "locator":
            continue
        cell = row[column.name]
        values[column.field] = (
            cell if column.required and column.type == "string" else from_cell(cell, column.type)
        )
    if "locator" in model.model_fields:
        values["locator"] = locator_of(row)
    return values


def from_cell(text: str, kind: ColumnType) -> Any:
    """Value of a cell. Raises ValueError for a number or mapping that is none."""
    if kind == "list":
        return parted(text)
    if kind == "pairs":
        return parted_pairs(text)
    if text == "":
        return None
    if kind == "boolean":
        return {"true": True, "false": False}[text]
    if kind == "exact":
        return exact(text)
    return int(text) if kind == "integer" else float(text) if kind == "number" else text
