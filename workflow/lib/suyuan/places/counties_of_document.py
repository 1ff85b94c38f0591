"""Counties that a document names once in full or behind their superior: known by their short names in the rest of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from suyuan.places.counties import (
    County,
    counties,
    is_in_base,
    is_ordinary,
    is_ordinary_below,
    place_of,
    stem_of,
    unique,
)
from suyuan.places.counties_found import ENDING, OPENS, SUPERIOR, full_names_before
from suyuan.places.gazetteer import Gazetteer
from suyuan.places.inside_words import NOT_AFTER
from suyuan.places.records import Place
from suyuan.places.tables import base_places, package_yaml
from suyuan.places.trie import longest_match

FREE = re.compile(f"{OPENS.pattern}|年$")
BEFORE = 45  # characters around a possible name that are read
AFTER = 25
TWO = 2


def with_counties_of(gazetteer: Gazetteer, texts: Iterable[str]) -> Gazetteer:
    """``gazetteer`` with the counties that ``texts`` name, as its own entries: by short name, unless that is an ordinary word,
    and by full name. The same object where they name none.

    Of two that share a name neither is entered, but each with its parent (南京鼓楼区, 福州鼓楼区). One that shares it with an
    entry (朝阳区) takes its place in a document that does not name that entry with its superior.
    """
    texts = [text for text in texts if text]
    found = _counties_in(gazetteer, texts)
    names: dict[str, list[County]] = {}
    for county in found.values():
        names.setdefault(county.short, []).append(county)
    more = [
        place_of(one[0], _aliases(one[0]))
        for name, one in names.items()
        if len(one) == 1 and not _is_named(gazetteer.places.get(name), one[0], texts)
    ]
    more += _apart(gazetteer, names, texts)
    if not more:
        return gazetteer
    return gazetteer.with_places(more)


def with_shared_names(gazetteer: Gazetteer, titles: Sequence[str], texts: Sequence[str]) -> Gazetteer:
    """``gazetteer`` with the districts and counties in ``texts`` whose full name several have, as those of the province or city
    that a title names: 西湖区 in a paper on 南昌, where 杭州 has one as well."""
    above = dict.fromkeys(m.name for title in titles for m in gazetteer.find(title) if m.kind in SUPERIOR)
    more: dict[str, Place] = {}
    for name in above:
        for spelling, county in counties().below.get(name, {}).items():
            shared = spelling[-1] in "县市区旗" and len(spelling) > TWO and unique(spelling) is None
            if not shared or is_in_base(county) or county.name in gazetteer.places or county.name in more:
                continue
            if any(_stands_free(text, spelling) for text in texts):
                more[county.name] = place_of(county)
    return gazetteer.with_places(list(more.values())) if more else gazetteer


def with_units_of(gazetteer: Gazetteer, places: Sequence[str], texts: Sequence[str]) -> Gazetteer:
    """``gazetteer`` with the districts and counties of the cities that a document is about, by their full names, where its texts
    name them: 2000年|市北区|有17家, also where the stem is an ordinary word (高明区 in a paper on 佛山)."""
    more: dict[str, Place] = {}
    for name in places:
        place = gazetteer.places.get(name)
        if place is None or (place.kind != "prefecture" and name not in _municipalities()):
            continue
        for spelling, county in counties().below.get(name, {}).items():
            entry = gazetteer.places.get(county.name)
            known = (
                is_in_base(county) or county.name in more or (entry is not None and entry.kind == "county")
            )
            if known or spelling[-1] not in "县市区旗" or len(spelling) <= TWO or spelling == stem_of(county):
                continue
            apart = spelling[0] not in "省市州县区"  # 该市北区
            anywhere = apart and not is_ordinary(county.short) and not is_ordinary_below(county.short)
            if any(_stands_free(text, spelling) or (anywhere and spelling in text) for text in texts):
                more[county.name] = replace(place_of(county), bare=county.name == county.full_name)
    return gazetteer.with_places(list(more.values())) if more else gazetteer


@cache
def _municipalities() -> frozenset[str]:
    return frozenset(package_yaml("area_groups.yaml")["municipalities"])


def _stands_free(text: str, spelling: str) -> bool:
    """Whether a name stands somewhere behind a mark or a preposition, and no other word goes on with it."""
    return any(
        FREE.search(text[max(0, m.start() - TWO) : m.start()]) is not None
        and NOT_AFTER.match(text, m.end()) is None
        for m in re.finditer(spelling, text)
    )


def _apart(gazetteer: Gazetteer, names: Mapping[str, Sequence[County]], texts: Sequence[str]) -> list[Place]:
    """南京鼓楼区 and 福州鼓楼区, 长春朝阳区 and 北京朝阳区: counties of one name that a document names, each with its parent."""
    out: list[Place] = []
    for short, same in names.items():
        units = {county.parent: (county.name, county.full_name) for county in same}
        entry = gazetteer.places.get(short)
        beside = entry is not None and entry.kind == "county" and entry.parent not in units
        if beside and entry is not None and entry.parent and _is_named(entry, same[0], texts):
            units[entry.parent] = entry.name, entry.full_name
        if len(units) < TWO:
            continue
        for parent, (name, full) in units.items():
            above = gazetteer.places.get(parent)
            if above is not None:
                aliases = (parent + full, above.full_name + name, parent + short)
                whole = not is_ordinary_below(short)
                out.append(
                    Place(
                        parent + name,
                        above.full_name + full,
                        "county",
                        parent,
                        aliases=aliases if whole else aliases[:2],
                        bare=whole,
                    )
                )
    return [place for place in out if place.name not in gazetteer.places]


def _counties_in(gazetteer: Gazetteer, texts: Sequence[str]) -> dict[tuple[str, str], County]:
    """Counties of the table in ``texts``, by short name and parent (a former one as the unit of today).

    Only around possible names is a text read.
    """
    found: dict[tuple[str, str], County] = {}
    for text in texts:
        read = 0
        for at in _possible(text):
            if at <= read:
                continue
            low = max(0, at - BEFORE)
            read = at + AFTER
            window = text[low:read]
            for mention in gazetteer.find(window):
                county = _by_identity().get((mention.name, mention.parent or ""))
                if mention.kind == "body" and mention.seat:  # 武安市|恒岳冶金有限公司
                    county = _at_head(window[mention.start : mention.end], mention.seat)
                elif mention.kind != "county":
                    continue
                if county is not None and not is_in_base(county):
                    found.setdefault(county.identity, county)
    return found


def _at_head(body: str, seat: str) -> County | None:
    """The county or city whose full name, which no other has, the name of a body in it begins with."""
    names = (body[:length] for length in range(counties().longest, 2, -1))
    county = next((unique(name) for name in names if name in counties().full_names), None)
    return county if county is not None and county.name == seat else None


@cache
def _by_identity() -> dict[tuple[str, str], County]:
    """By name and parent."""
    return {(c.name, c.parent): c for c in sorted(counties().rows, key=lambda c: not c.former)}


def _possible(text: str) -> list[int]:
    """Ends of what may be names of counties, in order: a full name, or a superior with one of its counties behind it."""
    ends = {m.end() for m in ENDING.finditer(text) if any(True for _ in full_names_before(text, m.end()))}
    below = counties().below
    for match in _superiors().finditer(text):
        table = below.get(_names()[match.group()], {})
        at = match.end()
        for length in range(min(counties().longest, len(text) - at), 1, -1):
            if text[at : at + length] in table:
                ends.add(at + length)
                break
    return sorted(ends)


@cache
def _names() -> dict[str, str]:
    """Provinces and prefectures by their spellings."""
    return {
        spelling: place.name
        for place in base_places()
        if place.kind in SUPERIOR
        for spelling in (place.name, place.full_name, *place.aliases)
    }


@cache
def _superiors() -> re.Pattern[str]:
    return longest_match(_names())


def _aliases(county: County) -> tuple[str, ...]:
    """Other spellings of the unit: 关岭县, 平果县 of 平果市."""
    same = [c for c in counties().rows if c.identity == county.identity]
    spellings = dict.fromkeys(s for c in same for s in c.spellings)
    return tuple(s for s in spellings if s not in (county.name, county.full_name) and not is_ordinary(s))


def _is_named(entry: Place | None, county: County, texts: Sequence[str]) -> bool:
    """Whether an entry of the county's name is of another place and named with its superior: 北京市朝阳区."""
    if entry is None:
        return False
    if entry.parent == county.parent or entry.kind != "county":
        return True
    return any(
        f"{entry.parent}{ending}{name}" in text
        for text in texts
        for ending in ("", "市", "省")
        for name in {entry.name, entry.full_name}
    )
