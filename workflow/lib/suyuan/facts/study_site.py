"""The place that a study was made at, where its title names none: 针对甲市北郊污水处理厂…, 以甲、乙两省为例, 对甲省的问卷调查."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from suyuan.flow import Flow
from suyuan.language import alternatives
from suyuan.places import Gazetteer
from suyuan.places.groups import names_of, place_lists
from suyuan.places.records import ADMINISTRATIVE, GEOGRAPHIC
from suyuan.places.tables import package_yaml
from suyuan.time.clauses import sentences

LEAD_FLOWS = 16
ABSTRACT = re.compile("^[【\\[]?(?:内容)?(?:摘要|提要)[】\\]]?")
UNIT_ABOVE = re.compile("^(?:[一-龥]{2,3}?(?:省|自治区))?(?:[一-龥]{2,4}?(?:市|州|县|区|旗))?")
AS_CASE = re.compile(
    "以(?:我国)?(?P<where>[^，。；：]{2,30}?)为(?:案?例|研究区域?|研究对象|个案|样本区?)(?![如子])"
)
SURVEYED = re.compile(
    "(?:(?<![一-龥])|(?<=年)|(?<=月)|(?<=日)|(?<=法)|(?<=样))(?:对|在|从|抽取|选取|选择|调查了?)(?P<where>[^，。；：]{2,40})"
)
SURVEY = ("调查", "问卷", "访谈", "抽样")
PLACED = re.compile("[^，。；：]{0,4}$")  # 对|全国|甲省: what may stand before the place of a survey


def study_site(titles: Sequence[str], flows: Sequence[Flow], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The place that a study is of by its abstract, or nothing; for documents with an abstract whose title names no place.

    Tried in turn: a plant, mine or other works of its own name in the first sentence or the title (针对…, 以…为对象), without the
    city that it is in; the places of 以…为例; those of a survey (对甲省12县的教师进行问卷调查).
    """
    text = next((flow.text for flow in flows[:LEAD_FLOWS] if ABSTRACT.match(flow.text)), None)
    if text is None:
        return ()
    text = text[: text.find("关键词")] if "关键词" in text else text
    spans = sentences(text)
    opening = text[slice(*spans[0])] if spans else text
    for line in (ABSTRACT.sub("", opening), *titles):
        works = next(_works_named(line), None)
        if works is not None:
            return (works,)
    for start, end in spans:
        sentence = text[start:end]
        case = AS_CASE.search(sentence)
        if case is not None and (names := _places(case["where"], gazetteer)):
            return names
        if any(word in sentence for word in SURVEY):
            for match in SURVEYED.finditer(sentence):
                if names := _places(match["where"], gazetteer):
                    return names
    return ()


def site_in_section(section: Sequence[str], site: Sequence[str], text: str) -> tuple[str, ...]:
    """The site of a study as far as it holds in a paragraph ``text``: under 引言, 文献综述 and the like where it is named."""
    words = package_yaml("area_groups.yaml")["sections_of_no_place"]
    apart = bool(section) and any(word in section[-1] for word in words)
    stems = [_works().sub("", name) or name for name in site]
    return () if apart and not any(stem in text for stem in stems) else tuple(site)


@cache
def _works() -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives(package_yaml('area_groups.yaml')['sites_of_studies']['works'])})$")


@cache
def _led() -> re.Pattern[str]:
    words = package_yaml("area_groups.yaml")["sites_of_studies"]
    return re.compile(
        rf"(?:{alternatives(words['before'])})(?P<name>[一-龥]{{2,14}}?(?:{alternatives(words['works'])}))(?![一-龥]?[们类])"
    )


@cache
def _no_name() -> re.Pattern[str]:
    return re.compile(f"{alternatives(package_yaml('area_groups.yaml')['sites_of_studies']['no_names'])}")


def _works_named(line: str) -> Iterator[str]:
    """Works that a line names after 针对, 以, 依托: by their own name (北郊污水处理厂), else with the city (甲市污水处理厂)."""
    for match in _led().finditer(line):
        name = match["name"]
        above = UNIT_ABOVE.match(name)
        short = name[above.end() :] if above is not None else name
        stem = _works().sub("", short)
        if _no_name().search(name):
            continue
        if stem:
            yield short
        elif short != name:
            yield name


def _places(text: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The list of places that a phrase begins with."""
    found = [m for m in gazetteer.find(text) if m.kind in GEOGRAPHIC]
    if not found or not PLACED.match(text[: found[0].start]) or found[0].kind == "country":
        return ()
    if found[0].kind not in ADMINISTRATIVE | {"group", "region"}:
        return ()
    return names_of(place_lists(text, found)[0], gazetteer)
