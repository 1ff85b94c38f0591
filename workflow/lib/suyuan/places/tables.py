"""Reading the gazetteer tables and the word tables about places and bodies."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, get_args

import yaml

from suyuan.places.records import Place, PlaceKind

BASE_COLUMNS = ("name", "full_name", "kind", "parent", "members", "aliases")
KINDS: tuple[PlaceKind, ...] = get_args(PlaceKind)
EXTRA_COLUMNS = (*BASE_COLUMNS, "seat", "source")


def package_text(name: str) -> str:
    """Text of a data file of the package ``suyuan.data``."""
    return resources.files("suyuan.data").joinpath(name).read_text(encoding="utf-8")


@cache
def package_yaml(name: str) -> dict[str, Any]:
    """Mapping in a YAML data file of the package ``suyuan.data``."""
    loaded = yaml.safe_load(package_text(name))
    if not isinstance(loaded, dict):
        raise ValueError(f"{name}: a mapping is wanted at the top")
    return loaded


def parse_places(text: str, file: str) -> list[Place]:
    """Places of a CSV table with the columns BASE_COLUMNS, and seat and source if given; lists are joined by ``;``.

    Raises ValueError with file and line for a missing column, an unknown column, an unknown kind or no name.
    """
    reader = csv.DictReader(io.StringIO(text))
    header = tuple(reader.fieldnames or ())
    missing = [column for column in BASE_COLUMNS if column not in header]
    unknown = [column for column in header if column not in EXTRA_COLUMNS]
    if missing or unknown:
        problem = f"missing column {missing[0]!r}" if missing else f"unknown column {unknown[0]!r}"
        raise ValueError(f"{file}, line 1: {problem}; wanted: {', '.join(EXTRA_COLUMNS)}")
    places = []
    for row in reader:
        where = f"{file}, line {reader.line_num}"
        if None in row or None in row.values():
            raise ValueError(f"{where}: {len(header)} columns are wanted; quote a cell that holds a comma")
        kind = _kind(row["kind"].strip(), where)
        name = row["name"].strip()
        if not name:
            raise ValueError(f"{where}: no name")
        places.append(
            Place(
                name=name,
                full_name=row["full_name"].strip() or name,
                kind=kind,
                parent=row["parent"].strip() or None,
                members=_listed(row["members"]),
                aliases=_listed(row["aliases"]),
                seat=(row.get("seat") or "").strip() or None,
                source=(row.get("source") or "").strip() or None,
            )
        )
    return places


def _kind(text: str, where: str) -> PlaceKind:
    for kind in KINDS:
        if kind == text:
            return kind
    raise ValueError(f"{where}: unknown kind {text!r}; one of {', '.join(KINDS)}")


def load_places(extra: Path | None) -> list[Place]:
    """Base gazetteer, then national bodies and institutions, then the entries of ``extra`` (config/areas.csv).

    An entry of ``extra`` with a name that is already there takes its place.
    """
    places = {place.name: place for place in parse_places(package_text("areas_base.csv"), "areas_base.csv")}
    bodies = package_yaml("bodies.yaml")
    for name, spellings in bodies["national"].items():
        places.setdefault(name, Place(name, name, "body", aliases=tuple(spellings), seat="中国"))
    for name, spellings in bodies["institutions"].items():
        places.setdefault(name, Place(name, name, "body", aliases=tuple(spellings)))
    if extra is not None:
        for place in parse_places(extra.read_text(encoding="utf-8-sig"), str(extra)):
            places[place.name] = place
    return list(places.values())


@dataclass(frozen=True)
class PlaceWords:
    """Word tables of area_groups.yaml."""

    group_words: dict[str, int | None]
    own_area_words: tuple[str, ...]
    own_area_endings: dict[str, tuple[str, ...]]
    national_words: tuple[str, ...]
    abbreviations: dict[str, str]
    abbreviations_inside: dict[str, str]
    needs_full: frozenset[str]
    not_places: tuple[str, ...]


@cache
def place_words() -> PlaceWords:
    """The word tables of the package."""
    table = package_yaml("area_groups.yaml")
    return PlaceWords(
        group_words=table["group_words"],
        own_area_words=tuple(table["own_area_words"]),
        own_area_endings={key: tuple(value) for key, value in table["own_area_endings"].items()},
        national_words=tuple(table["national_words"]),
        abbreviations=table["abbreviations"],
        abbreviations_inside=table["abbreviations_inside"],
        needs_full=frozenset(table["needs_full"]),
        not_places=tuple(table["not_places"]),
    )


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
