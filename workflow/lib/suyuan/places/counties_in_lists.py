"""Counties that a list names by their short names alone: beside one that is known, or with their number behind (三县市)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from suyuan.places.counties import County, counties, is_in_base, is_ordinary_below, mention_of
from suyuan.places.records import PlaceMention
from suyuan.places.tables import base_places, place_words

COMMA = "、"
DISTRICT = "区"
LINK = re.compile("、|以及|和|与|及")
LINK_BEFORE = re.compile("(?:、|以及|和|与|及)$")
# what may stand before the first name of a list, and behind the last
OPENS = re.compile("(?:^|[^一-龥]|[在于从自由到对为以是含括中]|其中)$")
NUMBER = "[二两三四五六七八九十]{1,2}|\\d{1,2}"
CLOSES = re.compile(f"$|[^一-龥]|[等和与及各均共的]|以及|分别|依次|(?:{NUMBER})个?[县市区地旗]")
COUNTED = re.compile(
    f"(?P<names>[一-龥]{{2,6}}(?:、[一-龥]{{2,4}})*(?:(?:、|和|与|及)[一-龥]{{2,4}}?))等?(?P<number>{NUMBER})个?(?:县市区?|县区|市县|县|旗县|县级市|市|区)(?![级域委场])"
)
NUMBER_OF_UNITS = re.compile(f"(?:{NUMBER})个?[县市旗区]")  # every list with its number holds one
DIGITS = "零一二三四五六七八九十"
LONGEST = 4
TWO = 2


def with_listed(text: str, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """``mentions`` (in order) with the counties that a list with 、 names by their short names, also in order.

    德清、|长兴|、安吉, where 长兴 is known: names of its prefecture, then of its province. 罗田、英山、麻城|三县市: names of one
    prefecture or province, as many as the number says.
    """
    if COMMA not in text:
        return list(mentions)
    out = list(mentions)
    for mention in (*_counted(text), *_beside_known(text, mentions)):
        if not any(m.start < mention.end and mention.start < m.end for m in out):
            out.append(mention)
    return sorted(out, key=lambda m: m.start)


def _beside_known(text: str, mentions: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Names left and right of each county that is known, up to the first that is none."""
    if not any(mention.kind == "county" for mention in mentions):
        return
    starts, ends = {m.start: m for m in mentions}, {m.end: m for m in mentions}
    for known in mentions:
        tables = _tables(known, text[known.end - 1])
        if not tables:
            continue
        at = known.end
        while (link := LINK.match(text, at)) is not None:
            there = starts.get(link.end())
            found = there or _name_from(text, link.end(), tables)
            if found is None or (
                there is None and text[at] != COMMA and text[known.start - 1 : known.start] != COMMA
            ):
                break
            if there is None:
                yield found
            at = found.end
        at = known.start
        while (link := LINK_BEFORE.search(text, max(0, at - TWO), at)) is not None:
            there = ends.get(link.start())
            found = there or (_name_to(text, link.start(), tables) if link.group() == COMMA else None)
            if found is None:
                break
            if there is None:
                yield found
            at = found.start


def _tables(known: PlaceMention, ending: str) -> list[Mapping[str, County]]:
    """Counties of the prefecture and of the province of a county of the table."""
    parent = known.parent or ""
    table = counties().below.get(parent)
    if known.kind != "county" or table is None or known.name not in table:
        return []
    tables: list[Mapping[str, County]] = [table, counties().below.get(_provinces().get(parent) or "", {})]
    if ending != DISTRICT:
        return tables
    return [{**_by_stem(each), **each} for each in tables]


def _by_stem(table: Mapping[str, County]) -> dict[str, County]:
    """浦口: 浦口区, for the districts beside one with its ending (江宁区、浦口、六合)."""
    districts = ((name, county) for name, county in table.items() if name.endswith(DISTRICT))
    return {stem: county for name, county in districts if len(stem := name.removesuffix(DISTRICT)) > 1}


def _name_from(text: str, start: int, tables: Sequence[Mapping[str, County]]) -> PlaceMention | None:
    for length in range(LONGEST, 1, -1):
        county = _listed(text[start : start + length], tables)
        if county is not None and CLOSES.match(text, start + length):
            return mention_of(county, start, start + length)
    return None


def _name_to(text: str, end: int, tables: Sequence[Mapping[str, County]]) -> PlaceMention | None:
    for length in range(min(LONGEST, end), 1, -1):
        start = end - length
        county = _listed(text[start:end], tables)
        before = text[max(0, start - TWO) : start]
        if county is not None and (OPENS.search(before) or LINK_BEFORE.search(before)):
            return mention_of(county, start, end)
    return None


def _listed(name: str, tables: Sequence[Mapping[str, County]]) -> County | None:
    """The county of a name in the first table that has it; an ordinary word counts only in the first, nearest one."""
    county = next((table[name] for table in tables if name in table), None)
    if county is None or is_in_base(county) or name in place_words().counties["only_below"]:
        return None
    return county if name in tables[0] or not is_ordinary_below(name) else None


def _counted(text: str) -> Iterator[PlaceMention]:
    """罗田、英山、麻城|三县市: all of them below one prefecture or province; the first may have words before it."""
    if NUMBER_OF_UNITS.search(text) is None:
        return
    for match in COUNTED.finditer(text):
        names = re.split("[、和与及]", match["names"])
        if len(names) != _value(match["number"]):
            continue
        end = match.start("names") + len(names[0])
        for first in (names[0][k:] for k in range(len(names[0]) - 1)):
            found = _below_one((first, *names[1:]), districts=match.group().endswith(DISTRICT))
            if found:
                at = end - len(first)
                for county, name in zip(found, (first, *names[1:]), strict=True):
                    at = text.index(name, at)
                    yield mention_of(county, at, at + len(name))
                    at += len(name)
                break


def _below_one(names: Sequence[str], *, districts: bool) -> list[County]:
    """The counties of these names, where one prefecture or else one province alone has all of them; ``districts``: also by
    their stems (东湖、西湖、青云谱|3区)."""
    for tables in _levels(districts=districts):
        having = [table for table in tables if all(name in table for name in names)]
        if len(having) == 1:
            found = [_listed(name, having) for name in names]
            return [county for county in found if county is not None] if None not in found else []
    return []


@cache
def _levels(*, districts: bool) -> tuple[Sequence[Mapping[str, County]], ...]:
    """Counties of each prefecture, and of each province; ``districts``: also by their stems."""
    every: dict[str, Mapping[str, County]] = {
        superior: {**_by_stem(table), **table} if districts else table
        for superior, table in counties().below.items()
    }
    prefectures = [table for superior, table in every.items() if superior in _provinces()]
    provinces = [table for superior, table in every.items() if superior not in _provinces()]
    return prefectures, provinces


def _value(number: str) -> int:
    """三: 3, 两: 2, 12: 12, 十二: 12."""
    if number.isdecimal():
        return int(number)
    tens, mark, ones = number.replace("两", "二").rpartition("十")
    return (DIGITS.index(tens or "一") * 10 if mark else 0) + (DIGITS.index(ones) if len(ones) == 1 else 0)


@cache
def _provinces() -> Mapping[str, str | None]:
    return {place.name: place.parent for place in base_places() if place.kind == "prefecture"}
