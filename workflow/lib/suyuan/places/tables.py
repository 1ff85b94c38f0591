"""Reading the gazetteer tables and the word tables about places and bodies."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib import resources
from pathlib import Path
from typing import Any, get_args

from suyuan.csvtable import parse_table
from suyuan.gated import GatedPattern, gated
from suyuan.language import alternatives, any_of, language_table
from suyuan.places.records import Place, PlaceKind

BASE = "areas_base.csv"
BASE_COLUMNS = ("name", "full_name", "kind", "parent", "members", "aliases")
DIRECTIONS = ("东", "西", "南", "北", "中")
KINDS: tuple[PlaceKind, ...] = get_args(PlaceKind)
EXTRA_COLUMNS = (*BASE_COLUMNS, "seat", "source", "name_en")


def package_text(name: str) -> str:
    """Text of a data file of the package ``suyuan.data``."""
    return resources.files("suyuan.data").joinpath(name).read_text(encoding="utf-8")


@cache
def package_yaml(name: str) -> dict[str, Any]:
    """Mapping in a YAML data file of the package ``suyuan.data``."""
    loaded = language_table(name)
    if not isinstance(loaded, dict):
        raise ValueError(f"{name}: a mapping is wanted at the top")
    return loaded


def parse_places(text: str, file: str) -> list[Place]:
    """Places of a CSV table with the columns BASE_COLUMNS; seat, source and name_en if given; lists are joined by ``;``.

    What spreadsheets add (a byte order mark, empty columns on the right, empty rows) does no harm. Raises ValueError
    with file, line, what is wrong and what to do: a fault of the header or of a row, an unknown kind, no name, a place
    that lies inside itself.
    """
    rows = _numbered_places(text, file)
    _refuse_cycles({place.name: (f"{file}, line {line}", place) for line, place in rows})
    return [place for _, place in rows]


def _numbered_places(text: str, file: str) -> list[tuple[int, Place]]:
    """Places with their lines in the file."""
    rows, problems = parse_table(text.removeprefix("\ufeff"), file, "places", BASE_COLUMNS, EXTRA_COLUMNS)
    for problem in problems:
        where = f"{file}, {problem.where}" if problem.where else file
        raise ValueError(f"{where}: {problem.what}; {problem.todo}")
    places = []
    for line, row in rows:
        where = f"{file}, line {line}"
        if not row["name"]:
            raise ValueError(f"{where}: no name; give the place its short name")
        place = Place(
            name=row["name"],
            full_name=row["full_name"] or row["name"],
            kind=_kind(row["kind"], where),
            parent=row["parent"] or None,
            members=_listed(row["members"]),
            aliases=_listed(row["aliases"]),
            seat=row.get("seat") or None,
            source=row.get("source") or None,
            name_en=row.get("name_en") or None,
        )
        places.append((line, place))
    return places


def _refuse_cycles(places: Mapping[str, tuple[str, Place]]) -> None:
    """ValueError for a place that lies inside itself, over parents, members or both. Values: where it stands, place."""
    inside: dict[str, list[str]] = {name: [] for name in places}  # a place -> those that it lies in
    for name, (_, place) in places.items():
        if place.parent in inside:
            inside[name].append(place.parent)
        for member in place.members:
            if member in inside:
                inside[member].append(name)
    try:
        tuple(TopologicalSorter(inside).static_order())
    except CycleError as error:
        path = list(dict.fromkeys(error.args[1]))
        path = path[path.index(min(path)) :] + path[: path.index(min(path))]
        where = next((places[name][0] for name in path if ", line " in places[name][0]), places[path[0]][0])
        chain = " in ".join([path[0], *reversed(path)])
        raise ValueError(
            f"{where}: {path[0]} would lie inside itself ({chain}); correct parent or members of one of them"
        ) from None


def _kind(text: str, where: str) -> PlaceKind:
    for kind in KINDS:
        if kind == text:
            return kind
    raise ValueError(f"{where}: unknown kind {text!r}; one of {', '.join(KINDS)}")


@cache
def base_places() -> tuple[Place, ...]:
    """The rows of areas_base.csv."""
    return tuple(place for _, place in _numbered_places(package_text(BASE), BASE))


def load_places(extra: Path | None) -> list[Place]:
    """Base gazetteer, then national bodies, institutions and companies, then the entries of ``extra`` (config/areas.csv).

    An entry of ``extra`` with a name that is already there takes its place.
    """
    places = {place.name: place for place in base_places()}
    bodies = package_yaml("bodies.yaml")
    for name, spellings in bodies["national"].items():
        places.setdefault(name, Place(name, name, "body", aliases=tuple(spellings), seat="中国"))
    for name, spellings in bodies["institutions"].items():
        places.setdefault(name, Place(name, name, "body", aliases=tuple(spellings)))
    for company in companies():
        places.setdefault(company.name, company)
    if extra is not None:
        stands = {name: (BASE, place) for name, place in places.items()}
        for line, place in _numbered_places(_text(extra), str(extra)):
            places[place.name] = place
            stands[place.name] = (f"{extra}, line {line}", place)
        _refuse_cycles(stands)
    return list(places.values())


@cache
def companies() -> tuple[Place, ...]:
    """The register of companies whose name has no ending that gives them away (companies_base.csv)."""
    file = "companies_base.csv"
    return tuple(parse_places(package_text(file), file))


@cache
def company_names() -> frozenset[str]:
    """Short names of the register of companies."""
    return frozenset(company.name for company in companies())


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(
            f"{path}: not UTF-8 at byte {error.start}; save it as CSV UTF-8 (in a spreadsheet: Save as, CSV UTF-8)"
        ) from None


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
    company_not_before: tuple[str, ...]
    company_before: tuple[str, ...]
    company_only_before: frozenset[str]
    own_units: dict[str, tuple[str, ...]]
    counties: dict[str, frozenset[str]]
    own_regions: dict[str, tuple[str, ...]]
    region: GatedPattern
    facility: re.Pattern[str]
    region_short: re.Pattern[str]
    part_of_province: re.Pattern[str]  # at the end of a text
    abbreviated: re.Pattern[str]  # runs of one-character names


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
        company_not_before=tuple(table["company_not_before"]),
        company_before=tuple(table["company_before"]),
        company_only_before=frozenset(table["company_only_before"]),
        own_units={key: tuple(value) for key, value in table["own_units"].items()},
        counties={key: frozenset(value) for key, value in table["counties"].items()},
        own_regions={key: tuple(value) for key, value in table["own_regions"].items()},
        facility=re.compile(f"[一-龥]{{0,4}}?{any_of(table['facility_endings'])}"),
        region=_regions(table)[0],
        region_short=_regions(table)[1],
        part_of_province=re.compile(f"{any_of(_parts_of_provinces())}$"),
        abbreviated=_abbreviated(table),
    )


def _regions(table: Mapping[str, Any]) -> tuple[GatedPattern, re.Pattern[str]]:
    """Endings of regions, with what may stand between the place and the ending; and abbreviations with a direction."""
    endings = alternatives(table["region_endings"])
    short = "".join(table["abbreviations"])
    return (
        gated(
            rf"(?:平原|主城|主轴|半岛)?(?:{endings})|(?<=[东西南北中])地区",
            [*table["region_endings"], "地区"],
        ),
        re.compile(rf"[{short}](?:[东西南北]{{1,2}}|中)$"),
    )


def _parts_of_provinces() -> list[str]:
    """皖北, 陇东: the regions of the gazetteer inside a province that are named by a direction."""
    provinces = {place.name for place in base_places() if place.kind == "province"}
    inside = (p.name for p in base_places() if p.kind == "region" and p.parent in provinces)
    return [name for name in inside if name.endswith(DIRECTIONS)]


def _abbreviated(table: Mapping[str, Any]) -> re.Pattern[str]:
    opening = "".join(table["abbreviations"])
    inside = "".join({**table["abbreviations"], **table["abbreviations_inside"]})
    return re.compile(f"[{opening}](?:[-、/·]?[{inside}])+(?![一-龥]?[剧菜贴])")


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
