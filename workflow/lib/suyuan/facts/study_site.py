"""The place of a study as a whole, where its title names none: of all candidates (``sites``) the one that ranks first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from suyuan.facts.area_record import usual_groups
from suyuan.facts.outline import STUDY_TITLE
from suyuan.facts.sites.candidates import Candidate
from suyuan.facts.sites.closer import UNITS, in_wider, lies_in, members_told, parts_told
from suyuan.facts.sites.houses import house_spans, houses_of, stations_of
from suyuan.facts.sites.journals import journals_of
from suyuan.facts.sites.lines import Line, innermost, lines_of
from suyuan.facts.sites.patients import hospitals_of_patients, is_hospital
from suyuan.facts.sites.places import others_in, places_in
from suyuan.facts.sites.ranking import NO_STUDY, best, with_counts
from suyuan.facts.sites.teams import team_of
from suyuan.facts.sites.towns import case_named, town_spans, towns_in
from suyuan.facts.sites.words import site_words, works_endings
from suyuan.flow import Flow
from suyuan.places import Gazetteer
from suyuan.places.groups import NATIONAL
from suyuan.places.records import Place
from suyuan.places.tables import package_yaml
from suyuan.time.datelines import is_news
from suyuan.time.is_study import is_study as reports_study

MANY = re.compile("[1-3]\\d|[二三]?十")  # provinces that a survey of the country is made in
SAMPLE_IN = ("title", "abstract", "methods", "before")
# 抽取12所小学: a sample of a city besides those of a hospital
ACROSS_CITY = re.compile(
    "(?:\\d|[两二三四五六七八九十])[所个家](?:[一-龥]{0,6}?)(?:小学|中学|学校|幼儿园|高校|社区|街道|乡镇|镇|村|居委会|区县|县区|城区)(?!医院|卫生)"
)
FEWEST = 3  # members of a list that may bear the name of a group


def candidates(titles: Sequence[str], flows: Sequence[Flow], gazetteer: Gazetteer) -> list[Candidate]:
    """All that could be the place of a study, with what speaks for it. ``flows``: all of the document, in its order."""
    lines = lines_of(titles, flows)
    texts = [flow.text for flow in flows if flow.text not in titles]
    found = [*houses_of(lines, flows), *journals_of(lines, texts), *team_of(lines)]
    for line in lines:
        found += _of_line(line, titles, texts, gazetteer)
    return with_counts([_of_country(each, lines) for each in found])


def _of_country(candidate: Candidate, lines: Sequence[Line]) -> Candidate:
    """28个省份 of a survey or panel of the country (全国家庭调查…覆盖28个省份): the country; else the candidate as it is."""
    if candidate.sort != "counted" or not MANY.match(candidate.names[0]):
        return candidate
    national = site_words().national
    told = any(line.where in SAMPLE_IN and national.search(line.text) for line in lines)
    return (
        candidate._replace(names=(NATIONAL,), sort="country", evidence=frozenset({"panel"}))
        if told
        else candidate
    )


def study_site(titles: Sequence[str], flows: Sequence[Flow], gazetteer: Gazetteer) -> Candidate | None:
    """The candidate that ranks first, or None; of a paper that is no study, only what says so in any paper (我院, 针对…厂)."""
    if is_study(titles, flows):
        found = candidates(titles, flows, gazetteer)
        return in_wider(best(found), found, gazetteer)
    if is_news(flows):
        return None
    houses = houses_of(lines_of(titles, flows), flows)
    return best([each for each in houses if each.evidence & NO_STUDY])


def site_and_gazetteer(
    titles: Sequence[str], flows: Sequence[Flow], gazetteer: Gazetteer
) -> tuple[tuple[str, ...], Gazetteer]:
    """The names of :func:`study_site`, and the gazetteer with a house or town that it names: 北京协和医院 is then not read as
    the city."""
    site = study_site(titles, flows, gazetteer)
    if site is None:
        return (), gazetteer
    new = [place_of_name(name) for name in site.names if name not in gazetteer.places]
    if site.sort in ("house", "town") and new and not site.evidence & {"declared"}:
        return site.names, gazetteer.with_places(new)
    names = tuple(name for name in site.names if "某" not in name) or site.names  # 鼓楼区某医院: 鼓楼区
    return _as_written(names, flows, gazetteer), gazetteer


def _as_written(names: tuple[str, ...], flows: Sequence[Flow], gazetteer: Gazetteer) -> tuple[str, ...]:
    """湖北、湖南、江西 of a list of these, which is no 长江中游城市群 in a text that does not use the name."""
    group = gazetteer.places.get(names[0]) if len(names) == 1 else None
    if group is None or len(group.members) < FEWEST or names[0] in usual_groups():
        return names
    called = (group.name, group.full_name, *group.aliases)
    return names if any(name in flow.text for flow in flows for name in called) else group.members


def closer_than_title(
    own: tuple[str, ...],
    titles: Sequence[str],
    flows: Sequence[Flow],
    gazetteer: Gazetteer,
) -> tuple[str, ...]:
    """``own``, the place of a title, or what the text says more closely.

    That are the members of a region of so many (长江中游三省), the cities or counties in a part of the country that no table
    divides (黔北, 豫西南三市; 豫西南、鄂西), the station in it (晋南: 洪洞节水农业试验站), or
    the name that the authors give their village, the team of the place whose players were measured (中国: 中国女子举重队).
    """
    lines = lines_of((), flows)
    team = next(team_of(lines), None)
    if team is not None and len(own) == 1 and team.names[0].startswith(own[0]):
        return team.names
    found = [*stations_of(lines), *(each for line in lines for each in _of_line(line, (), (), gazetteer))]
    return members_told(own, titles, lines, gazetteer) or parts_told(own, found, gazetteer) or own


def is_of_its_hospital(
    own: tuple[str, ...], titles: Sequence[str], flows: Sequence[Flow], gazetteer: Gazetteer
) -> bool:
    """Whether a paper whose title is on a city has its patients from one hospital there (甲市早产儿…: 收集在甲市儿童医院就诊的).

    What a city watches (甲市流感监测) is of the city, wherever the specimens were taken, and so is what its schools or
    communities were asked (抽取12所小学), though a hospital is named besides.
    """
    watched = package_yaml("study_sites.yaml")["watched"]
    if len(own) != 1 or any(word in title for title in titles for word in watched):
        return False
    if any(line.where in SAMPLE_IN and ACROSS_CITY.search(line.text) for line in lines_of(titles, flows)):
        return False
    named = hospitals_of_patients(flows)
    if len(named) != 1:
        return False
    seats = [m.seat or (m.name if m.kind in UNITS else None) for m in gazetteer.find(named[0]) if not m.start]
    return any(seat is not None and lies_in(seat, own[0], gazetteer) for seat in seats)


def _of_line(
    line: Line, titles: Sequence[str], texts: Sequence[str], gazetteer: Gazetteer
) -> Iterator[Candidate]:
    towns = town_spans(line, gazetteer)
    yield from places_in(line, gazetteer, titles, [*house_spans(line), *towns])
    yield from others_in(line)
    yield from towns_in(line, towns)
    yield from case_named(line, texts, gazetteer)


def place_of_name(name: str) -> Place:
    """An entry of the gazetteer for a place that only the study names."""
    return Place(name, name, "zone")


def stems_of_site(section: Sequence[str], site: Sequence[str]) -> tuple[str, ...]:
    """Names by which a section must name the site of a study before it holds there: under 引言, 文献综述 and the like its name
    without 污水处理厂, or 研究区; none elsewhere."""
    words = package_yaml("area_groups.yaml")["sections_of_no_place"]
    head = re.sub(r"\s", "", section[-1]) if section else ""
    if not site or not any(word in head for word in words):
        return ()
    called = package_yaml("study_sites.yaml")["called"]
    return (*(works_endings().sub("", name) or name for name in site), *called)


def stems_of_flow(flow: Flow, site: Sequence[str]) -> tuple[str, ...]:
    """As :func:`stems_of_site`, for a paragraph: the hospital that the patients are of holds neither in an introduction without
    heading nor in the discussion, but where they speak of 本研究 or name it."""
    if site and is_hospital(site[0]):
        words = package_yaml("study_sites.yaml")
        head = innermost(flow)
        if any(word in head for word in words["discussed"]) or not (head or "摘要" in flow.text[:8]):
            return (*site, *words["speaks_of_patients"])
    return stems_of_site(flow.block.section, site)


def is_study(titles: Sequence[str], flows: Sequence[Flow]) -> bool:
    """Whether a document is a paper that reports a study: 基于…的调查 or 以…为例 in its title, or other evidence."""
    return any(STUDY_TITLE.search(title) for title in titles) or reports_study(flows)
