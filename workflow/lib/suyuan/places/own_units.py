"""The county, city or town that a report is of by its title, where no table names it: 2019年洪洞县统计公报."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from suyuan.cutter import word_cutter
from suyuan.language import alternatives
from suyuan.places.gazetteer import Gazetteer
from suyuan.places.records import GEOGRAPHIC, Place, PlaceKind
from suyuan.places.tables import place_words
from suyuan.places.unlisted import NOT_A_UNIT

LEAD_LINES = 14
PROPER = frozenset({"ns", "nr", "nrt", "nrfg", "nz", "nt"})  # parts of speech of names
NUMBER = "[一二三四五六七八九十]"


class _Patterns(NamedTuple):
    """What a unit looks like in a title, a county in any title, and a unit whose congress or government is named."""

    unit: re.Pattern[str]
    county: re.Pattern[str]
    session: re.Pattern[str]
    report: re.Pattern[str]
    near: re.Pattern[str]  # what must follow a district where no year stands before it


@cache
def _patterns() -> _Patterns:
    """Made of ``own_units`` in area_groups.yaml."""
    words = place_words().own_units
    topics, reports, near = (alternatives(words[key]) for key in ("topics", "reports", "near"))
    small = "自治县|自治州|自治旗|县|市|区|旗|州"
    return _Patterns(
        re.compile(
            r"(?:关于)?(?:印发)?《?(?P<year>\d{4}年度?|[〇零一二三四五六七八九]{4}年度?)?"
            rf"(?P<name>(?P<stem>[一-龥]{{2,5}}?)(?P<ending>{small}|镇|乡))"
            rf"(?=(?:人民政府)?(?:\d{{4}}|“|{topics}))"
        ),
        re.compile(r"(?P<name>(?P<stem>[一-龥]{2,4}?)(?P<ending>自治县|县))(?![级域区委长城乡])"),
        re.compile(
            rf"(?:在|代表)(?P<name>(?P<stem>[一-龥]{{2,5}}?)(?P<ending>{small}))(?=第{NUMBER}{{1,3}}届|人民政府)"
        ),
        re.compile(reports),
        re.compile(rf"\d{{4}}|{near}"),
    )


def own_unit(titles: Sequence[str], gazetteer: Gazetteer, lines: Sequence[str] = ()) -> Place | None:
    """The place that the first title begins with, if no table knows it: a county, in the title of a report also a city,
    district or town; or the one whose congress or government a line at the head names (在某县第十七届人民代表大会).

    None where a title names a place that is known, or none.
    """
    known = False
    for title in titles:
        known = known or any(m.kind in GEOGRAPHIC or m.seat for m in gazetteer.find(title))
        match = _in_report(title) or _patterns().county.match(title)
        if not known and match is not None and _is_name(match):
            return _place(match)
    for line in lines[:LEAD_LINES]:
        match = _patterns().session.search(line)
        if match is not None and _is_name(match) and not gazetteer.find(match["name"]) and not known:
            return _place(match)
    return None


def _in_report(title: str) -> re.Match[str] | None:
    """The unit in the title of a report; a district (保护区, 山区 are none) stands beside a year, its government or 统计公报."""
    match = _patterns().unit.match(title) if _patterns().report.search(title) else None
    if match is not None and match["ending"] == "区" and match["year"] is None:
        return match if _patterns().near.match(title, match.end()) else None
    return match


def _is_name(match: re.Match[str]) -> bool:
    """The words before the ending are names, none of them a verb or a noun (重点|流域|县); or all of it is one name."""
    stem = match["stem"]
    if NOT_A_UNIT.search(stem) or stem.endswith(place_words().own_units["sorts"]):
        return False
    whole = word_cutter().cut(match["name"])
    words = whole if len(whole) == 1 else word_cutter().cut(stem)
    return all(flag in PROPER for _, flag in words)


def _place(match: re.Match[str]) -> Place:
    name = match["stem"] if match["ending"] in ("市", "州") else match["name"]
    bare = match["stem"] if match["stem"] not in place_words().needs_full else match["name"]
    kind: PlaceKind = "prefecture" if match["ending"] in ("市", "州", "自治州") else "county"
    return Place(name, match["name"], kind, aliases=() if bare == name else (bare,))


def with_own_unit(gazetteer: Gazetteer, titles: Sequence[str], lines: Sequence[str] = ()) -> Gazetteer:
    """``gazetteer`` with the place that :func:`own_unit` finds in the titles and the first lines."""
    place = own_unit(titles, gazetteer, lines)
    if place is None or place.name in gazetteer.places:
        return gazetteer
    return Gazetteer.of([*gazetteer.places.values(), place])
