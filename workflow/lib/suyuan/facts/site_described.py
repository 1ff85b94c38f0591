"""The place that a paragraph describes as the site of an experiment: 试验地位于山东省泰安市, 试验在甲大学许昌试验站进行."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.area_record import Area
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.sites.names import houses_in, own_station
from suyuan.places import Gazetteer
from suyuan.places.own_units import is_name_of_unit
from suyuan.places.records import ADMINISTRATIVE

FIRST_SENTENCES = 2  # sentences at the head of the paragraph that may say where
SITE = re.compile(
    r"(?:本|该|田间|大田|盆栽|小区|野外|供试|采样|样品|中试)?(?:试验|实验|研究|观测|采样|调查|样地|示范|监测)"
    r"(?:地点|地块|样地|样点|区域|基地|流域|地|区|点|田)?(?:[^。；，（）]{0,24}?)(?:位于|地处|坐落于|设在|设于|选在|选择在|在|于)"
    r"(?P<where>(?![^。；，（）]{0,3}\d)[^。；，（）]{2,30})"
)
DATED = re.compile(r"^(?:(?:19|20)\d\d年?)?[\d年月日\-—~至和、]*(?:连续)?(?:在|于)?")
ORGANISATION = re.compile(r".*(?:大学|学院|科学院|农科院|研究院|研究所|研究中心)")
STATION = re.compile(
    r"(?P<stem>[一-龥]{2,3}?)(?:综合|科学|教学|现代农业)?"
    r"(?:试验站|实验站|试验基地|试验场|观测站|实验基地|科研基地|示范基地)"
)
UNIT = re.compile(r"(?P<name>(?P<stem>[一-龥]{2,3}?)(?P<ending>自治县|县|市|区|旗))(?![级域委长])")
NO_NAME = re.compile("[各该某本其的]|田间|大田|科学|教学|综合|农业|生态|现代|国家|重点|校内|校外|学校")


def with_site(par: Paragraph, areas: Sequence[Area], gazetteer: Gazetteer) -> list[Area]:
    """``areas`` of a paragraph that begins with where an experiment was made: what names no place is of that place."""
    if not areas or all(area.names for area in areas):
        return list(areas)
    where = site_described(par, gazetteer)
    if where is None:
        return list(areas)
    start, name = where
    return [
        replace(area, names=(name,), ref_area=name, rule="site_described", lasts=False)
        if not area.names and area.rule == "none" and m.start > start
        else area
        for area, m in zip(areas, par.mentions, strict=True)
    ]


def site_described(par: Paragraph, gazetteer: Gazetteer) -> tuple[int, str] | None:
    """Where the first sentences say that the site lies, and the smallest place that they name; None if they do not."""
    for start, end in par.sentences[:FIRST_SENTENCES]:
        match = SITE.match(par.text, start, end)
        if match is None:
            continue
        name = _place(DATED.sub("", match["where"]), gazetteer)
        if name is not None:
            return match.start("where"), name
    return None


def _place(where: str, gazetteer: Gazetteer) -> str | None:
    station = next((own_station(house.name) for house in houses_in(where, ("站", "场"))), None)
    if station is not None:
        return station
    organisation = ORGANISATION.match(where)
    rest = where[organisation.end() :] if organisation is not None else where
    found = [m for m in gazetteer.find(rest) if m.kind in ADMINISTRATIVE]
    if found:
        return found[-1].name
    of_place = STATION.match(rest)
    if of_place is not None and not NO_NAME.search(of_place["stem"]):
        known = gazetteer.spellings.get(of_place["stem"])
        return known.name if known is not None else of_place["stem"]
    unit = UNIT.match(rest)
    if unit is not None and is_name_of_unit(unit):
        return unit["stem"] if len(unit["stem"]) > 1 else unit["name"]
    return None
