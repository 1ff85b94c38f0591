"""The county, city or town that a report is of by its title, where no table names it: 2019年洪洞县统计公报."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from suyuan.cutter import word_cutter
from suyuan.language import alternatives
from suyuan.places.gazetteer import Gazetteer
from suyuan.places.own_regions import own_region, part_of_region
from suyuan.places.records import GEOGRAPHIC, Place, PlaceKind
from suyuan.places.tables import place_words
from suyuan.places.unlisted import NOT_A_UNIT

LEAD_LINES = 14
LONGEST_SIGNATURE = 40
NAMED_AGAIN = 2
OFFICE_LINES = 5
AFTER_OFFICE = "0123456789年月日-"
STUDY = re.compile(
    "(?:基于|来自|以)(?:对)?(?P<name>(?P<stem>[一-龥]{2,3}?)(?P<ending>省|市|县|区|州))(?!级|域|场|民|委)"
)
KINDS: dict[str, PlaceKind] = {
    "省": "province",
    "市": "prefecture",
    "州": "prefecture",
    "自治州": "prefecture",
}
ENDINGS_KEPT = ("县", "区", "旗", "镇", "乡")
PEOPLES = re.compile("(?<=..)(?:(?:各|土家|布依|蒙古|朝鲜|哈尼|土家|仡佬|[彝苗侗藏回满壮瑶傣白黎羌畲])族)+$")
PROPER = frozenset({"ns", "nr", "nrt", "nrfg", "nz", "nt"})  # parts of speech of names
NUMBER = "[一二三四五六七八九十]"


class _Patterns(NamedTuple):
    """What a unit looks like in a title, a county in any title, and a unit whose congress or government is named."""

    unit: re.Pattern[str]
    county: re.Pattern[str]
    session: re.Pattern[str]
    office: re.Pattern[str]  # 云溪市中级人民法院, alone in a line
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
            rf"(?=(?:人民政府)?(?:\d{{4}}|“|{topics}|[一-龥]{{2,10}}\d{{4}}年))"
        ),
        re.compile(r"(?P<name>(?P<stem>[一-龥]{2,4}?)(?P<ending>自治县|县))(?![级域区委长城乡])"),
        re.compile(
            rf"(?:在|代表)(?P<name>(?P<stem>[一-龥]{{2,5}}?)(?P<ending>{small}))(?=第{NUMBER}{{1,3}}届|人民政府)"
        ),
        re.compile(
            rf"(?P<name>(?P<stem>[一-龥]{{2,3}}?)(?P<ending>自治县|自治州|县|市|州|旗))(?:{alternatives(words['offices'])})"
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
        if match is not None and STUDY.match(title):
            match = None
        study = None if known or match is not None else STUDY.search(title)
        if study is not None and not NOT_A_UNIT.search(study["stem"]) and _is_name_of_study(study, lines):
            return _place(study)
        if not known and match is not None and (is_name_of_unit(match) or _signed(match, lines)):
            return _place(match)
    for line in lines[:LEAD_LINES]:
        match = _patterns().session.search(line)
        if match is not None and is_name_of_unit(match) and not gazetteer.find(match["name"]) and not known:
            return _place(match)
    return None if known else _of_office(lines, gazetteer)


def _of_office(lines: Sequence[str], gazetteer: Gazetteer) -> Place | None:
    """The unit whose court or office stands alone in a line at the head, in a text that speaks of the whole of it (全市)."""
    for line in lines[:OFFICE_LINES]:
        match = (
            _patterns().office.fullmatch(line.rstrip(AFTER_OFFICE))
            if len(line) <= LONGEST_SIGNATURE
            else None
        )
        if match is None or NOT_A_UNIT.search(match["stem"]) or gazetteer.find(match["name"]):
            continue
        if match["stem"].endswith(place_words().own_units["sorts"]) or "某" in match["stem"]:
            continue
        if any(f"全{match['ending'][-1]}" in text or "我院" in text for text in lines):
            return _place(match)
    return None


def _in_report(title: str) -> re.Match[str] | None:
    """The unit in the title of a report; a district (保护区, 山区 are none) stands beside a year, its government or 统计公报."""
    match = _patterns().unit.match(title) if _patterns().report.search(title) else None
    if match is not None and match["ending"] == "区" and match["year"] is None:
        return match if _patterns().near.match(title, match.end()) else None
    return match


def is_name_of_unit(match: re.Match[str]) -> bool:
    """The words before the ending are names, none of them a verb or a noun (重点|流域|县); or all of it is one name."""
    stem = match["stem"]
    if NOT_A_UNIT.search(stem) or stem.endswith(place_words().own_units["sorts"]):
        return False
    whole = word_cutter().cut(match["name"])
    if len(whole) == 1 and match["name"].endswith("县") and word_cutter().knows(match["name"]):
        return True  # 会同县: the dictionary has it, as whatever part of speech
    words = whole if len(whole) == 1 else word_cutter().cut(stem)
    return all(flag in PROPER for _, flag in words)


def _is_name_of_study(match: re.Match[str], lines: Sequence[str]) -> bool:
    """The place that a study is about by its title is named again, or all its words are names."""
    if match["stem"].endswith(place_words().own_units["sorts"]):
        return False
    return is_name_of_unit(match) or sum(match["name"] in line for line in lines) > NAMED_AGAIN


def _signed(match: re.Match[str], lines: Sequence[str]) -> bool:
    """A line at the head is of the unit's own government or one of its offices: 临沅市生态环境局."""
    if NOT_A_UNIT.search(match["stem"]) or match["stem"].endswith(place_words().own_units["sorts"]):
        return False
    office = re.compile(
        rf"(?:.{{0,8}}届)?{re.escape(match['name'])}(?:人民政府|人大|第{NUMBER}{{1,3}}届|[一-龥]{{2,12}}(?:局|委|厅|办公室|委员会)$)"
    )
    return any(len(line) <= LONGEST_SIGNATURE and office.search(line) for line in lines[:LEAD_LINES])


def _place(match: re.Match[str]) -> Place:
    """A county, district, banner or town keeps its ending, as in the tables; others only behind a single character (蓝|市)."""
    stem = PEOPLES.sub("", match["stem"])
    ending = match["ending"].removeprefix("自治")
    keeps = ending in ENDINGS_KEPT or len(stem) < 2 or stem in place_words().needs_full
    name = stem + ending if keeps else stem
    bare = match["stem"] if match["stem"] not in place_words().needs_full else match["name"]
    kind = KINDS.get(match["ending"], "county")
    if match.re is STUDY:
        bare = name  # 江南 alone may be another place
    return Place(name, match["name"], kind, aliases=() if bare == name else (bare,))


def _own_region(titles: Sequence[str], gazetteer: Gazetteer, lines: Sequence[str]) -> Place | None:
    if any(m.kind in GEOGRAPHIC or m.seat for title in titles for m in gazetteer.find(title)):
        return part_of_region(titles, lines, gazetteer)
    return own_region(titles, lines)


def with_own_unit(gazetteer: Gazetteer, titles: Sequence[str], lines: Sequence[str] = ()) -> Gazetteer:
    """``gazetteer`` with the place that :func:`own_unit` finds in the titles and the first lines."""
    place = own_unit(titles, gazetteer, lines) or _own_region(titles, gazetteer, lines)
    if place is None or place.name in gazetteer.places:
        return gazetteer
    return gazetteer.with_places([place])
