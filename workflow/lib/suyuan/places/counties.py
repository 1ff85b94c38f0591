"""The county-level units of China (counties.csv): by full name, and by the province or prefecture that they lie in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from suyuan.csvtable import parse_table
from suyuan.places.records import Place, PlaceMention
from suyuan.places.tables import base_places, package_text, place_words
from suyuan.values import value

TABLE = "counties.csv"
COLUMNS = ("name", "short", "parent", "code", "status")
STATUS = ("", "former")  # in the list of the year, or abolished before it under this code
PEOPLES_UNITS = {"自治县": "县", "自治旗": "旗"}


@value
class County:
    """A row of counties.csv."""

    full_name: str
    short: str  # without 县, 市; several counties may share it, their parents differ
    parent: str  # short name of the prefecture, or of the province where none lies between
    code: str  # six digits
    former: bool
    name: str = ""  # in tables

    @property
    def spellings(self) -> tuple[str, ...]:
        """关岭布依族苗族自治县: also 关岭县, 关岭."""
        for ending, short in PEOPLES_UNITS.items():
            if self.full_name.endswith(ending):
                stem = self.short.removesuffix(short)
                return tuple(dict.fromkeys((self.full_name, stem + short, self.short)))
        return tuple(dict.fromkeys((self.full_name, self.short)))

    @property
    def identity(self) -> tuple[str, str]:
        """Short name and parent: the same for a county and the city that it became (平果县, 平果市)."""
        return self.short, self.parent


def table_name(county: County) -> str:
    """The name of a unit in tables: a county, district or banner keeps its ending (民勤县, 关岭县, 奈曼旗), as statisticians
    print it and readers annotate it; a city goes without 市, as prefectures do."""
    if county.full_name.endswith("市"):
        return county.short
    return next(spelling for spelling in reversed(county.spellings) if spelling[-1] in "县区旗")


class Counties(NamedTuple):
    """The table, ready to look up."""

    rows: tuple[County, ...]
    below: dict[str, dict[str, County]]  # province or prefecture -> spelling -> county, where it is only one
    full_names: dict[str, tuple[County, ...]]  # full name (also 关岭县) -> counties of that name
    longest: int  # characters


def parse_counties(text: str, file: str) -> tuple[County, ...]:
    """Rows of a CSV table with COLUMNS. Raises ValueError with file, line and what is wrong: header, field, code twice."""
    rows, problems = parse_table(text, file, "places", COLUMNS)
    for problem in problems:
        where = f"{file}, {problem.where}" if problem.where else file
        raise ValueError(f"{where}: {problem.what}; {problem.todo}")
    found: dict[str, County] = {}
    for line, row in rows:
        where = f"{file}, line {line}"
        if not (row["name"] and row["short"] and row["parent"]):
            raise ValueError(f"{where}: name, short or parent is empty; fill it in")
        code = row["code"]
        if not (len(code) == 6 and code.isdecimal()) or code in found:
            raise ValueError(f"{where}: code {code!r} has not six digits or stands twice; correct it")
        if row["status"] not in STATUS:
            raise ValueError(f"{where}: unknown status {row['status']!r}; leave it empty or write former")
        found[code] = County(row["name"], row["short"], row["parent"], code, bool(row["status"]))
    today = {county.identity: table_name(county) for county in found.values() if not county.former}
    return tuple(
        replace(county, name=today.get(county.identity) or table_name(county)) for county in found.values()
    )


@cache
def counties() -> Counties:
    """counties.csv of the package. Raises ValueError as :func:`parse_counties`."""
    rows = parse_counties(package_text(TABLE), TABLE)
    province = {place.name: place.parent for place in base_places() if place.kind == "prefecture"}
    below: dict[str, dict[str, list[County]]] = {}
    full: dict[str, list[County]] = {}
    for row in rows:
        for superior in {row.parent, province.get(row.parent) or row.parent}:
            for spelling in row.spellings:
                below.setdefault(superior, {}).setdefault(spelling, []).append(row)
        for spelling in row.spellings:
            if spelling[-1] in "县市区旗":
                full.setdefault(spelling, []).append(row)
    return Counties(
        rows,
        {
            superior: {spelling: one for spelling, many in table.items() if (one := _one(many)) is not None}
            for superior, table in below.items()
        },
        {spelling: tuple(many) for spelling, many in full.items()},
        max(len(spelling) for spelling in full),
    )


def _one(many: Sequence[County]) -> County | None:
    """The county, where all are one and the same; a unit of today before one of the past."""
    if len(many) == 1:
        return many[0]
    today = [county for county in many if not county.former] or many
    return today[0] if len({county.identity for county in today}) == 1 else None


def unique(full_name: str) -> County | None:
    """The county of a full name that no other has; None where there are several or none."""
    many = counties().full_names.get(full_name)
    return _one(many) if many else None


@cache
def listed_with_provinces() -> frozenset[tuple[str, str | None]]:
    """Full name and parent of the units that areas_base.csv has itself (those of 北京 and 上海, 济源)."""
    return frozenset((place.full_name, place.parent) for place in base_places())


def is_in_base(county: County) -> bool:
    """Whether areas_base.csv has the county, so that it is read as its other places are."""
    return (county.full_name, county.parent) in listed_with_provinces()


def is_ordinary(name: str) -> bool:
    """Whether the short name of a county is a word of the language or the name of a lake or hill as well (会同, 富裕, 巢湖), or
    one character with 县 that may end what stands before it (和县): ``counties`` in area_groups.yaml."""
    words = place_words()
    return name in words.needs_full or name in words.counties["words"]


def is_ordinary_below(name: str) -> bool:
    """Whether it is one right behind its superior too: 湖南会同, but 浙江临海 is the city (``names_below``)."""
    return is_ordinary(name) and name not in place_words().counties["names_below"]


def stem_of(county: County) -> str:
    """The name without its ending: 云梦, 城关, 关岭."""
    return county.short.removesuffix(county.full_name[-1])


def mention_of(county: County, start: int, end: int) -> PlaceMention:
    """The mention of a county at ``text[start:end]``."""
    return PlaceMention(start, end, county.name, "county", parent=county.parent)


def place_of(county: County, aliases: tuple[str, ...] = ()) -> Place:
    """The county as an entry of the gazetteer."""
    bare = county.name != county.short or not is_ordinary(county.short)
    return Place(county.name, county.full_name, "county", county.parent, aliases=aliases, bare=bare)
