"""The place that a study was made at, where its title names none: 针对甲市北郊污水处理厂…, 以甲、乙两省为例, 对甲省的问卷调查."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from suyuan.facts.outline import STUDY_TITLE
from suyuan.facts.study_hospital import hospital_of_patients, is_hospital
from suyuan.facts.study_house import house_named_again, own_house
from suyuan.facts.study_place import finer_site, place_of_name, salient_place
from suyuan.facts.study_told import told_site
from suyuan.flow import Flow
from suyuan.language import alternatives
from suyuan.places import Gazetteer
from suyuan.places.groups import NATIONAL, names_of, place_lists
from suyuan.places.records import ADMINISTRATIVE, GEOGRAPHIC
from suyuan.places.tables import package_yaml
from suyuan.time.clauses import sentences
from suyuan.time.study_evidence import is_study_by_evidence

LEAD_FLOWS = 16
LEAD_OWN = 8
ABSTRACT = re.compile("^[【\\[]?(?:内容)?(?:摘要|提要)[】\\]]?")
UNIT_ABOVE = re.compile("^(?:[一-龥]{2,3}?(?:省|自治区))?(?:[一-龥]{2,4}?(?:市|州|县|区|旗))?")
AS_CASE = re.compile(
    "以(?:我国)?(?P<where>[^，。；：]{2,30}?)为(?:案?例|研究区域?|研究对象|调查对象|观察对象|个案|被试|样本区?)(?![如子])"
)
SURVEYED = re.compile(
    "(?:(?<![一-龥])|(?<=年)|(?<=月)|(?<=日)|(?<=法)|(?<=样))(?:对|在|于|从|依托|抽取|选取|选择|调查了?)(?P<where>[^，。；：]{2,40})"
)
PANEL = re.compile(
    r"(?:中国|我国|全国)(?:大陆|内地|境内)?的?\d+个?(?:省|直辖市|地级|城市|县|区县|市|自然村|行政村|村庄|贫困)"
)
FOUND = re.compile("(?:研究|试验|实验|测试|分析)?(?:结果|结论)|(?:研究|分析|测试)(?:发现|表明|显示)")
PLACED = re.compile("[^，。；：]{0,4}$")  # 对|全国|甲省: what may stand before the place of a survey


def study_site(titles: Sequence[str], flows: Sequence[Flow], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The place that a study is of by its abstract, or nothing; for documents whose title names no place. Of a text without an
    abstract, by the paragraph under 数据来源, 研究对象 and the like.

    Tried in turn: the own house of the authors, which a paragraph at the head describes (我科现有床位18张); the hospital whose
    patients it is on (甲医院收治的186例); a plant, mine or
    other works of its own name in the first sentence or the title (针对…, 以…为对象), without the city that it is in; the places
    of 以…为例; the country of 中国30个省份; those of a survey or experiment
    (对甲省12县的教师进行问卷调查, 依托甲盟的试验平台), told before what was found.
    """
    told = next((match["name"] for flow in flows[:LEAD_OWN] if (match := _own().match(flow.text))), None)
    if told is not None:
        return (told,)
    hospital = hospital_of_patients(flows)
    if hospital is not None:
        return (hospital,)
    abstract = next((flow.text for flow in flows[:LEAD_FLOWS] if ABSTRACT.match(flow.text)), None)
    text = abstract or next((flow.text for flow in flows if _tells_sample(flow)), None)
    if text is None:
        return ()
    made = package_yaml("area_groups.yaml")["sites_of_studies"]["made"]
    text = text[: text.find("关键词")] if "关键词" in text else text
    spans = sentences(text)
    opening = text[slice(*spans[0])] if spans else text
    for line in (ABSTRACT.sub("", opening), *titles) if abstract is not None else ():
        works = next(_works_named(line), None)
        if works is not None:
            return (works,)
    if PANEL.search(text):
        return (NATIONAL,)
    for start, end in spans:
        sentence = text[start:end]
        case = AS_CASE.search(sentence)
        if case is not None and (names := _places(case["where"], gazetteer)):
            return names
        if FOUND.match(sentence):
            break
        if any(word in sentence for word in made):
            for match in SURVEYED.finditer(sentence):
                if names := _places(match["where"], gazetteer):
                    return names
    return ()


def site_and_gazetteer(
    titles: Sequence[str], flows: Sequence[Flow], gazetteer: Gazetteer
) -> tuple[tuple[str, ...], Gazetteer]:
    """:func:`study_site`, else :func:`salient_place`, and the gazetteer with a hospital that it names: 北京协和医院 is then not
    read as the city."""
    site = study_site(titles, flows, gazetteer)
    study = is_study(titles, flows)
    house = own_house(flows) or house_named_again(flows) if study and not site else None
    site = site or ((house,) if house else ())
    if site and (house or is_hospital(site[0])) and site[0] not in gazetteer.places:
        return site, gazetteer.with_places([place_of_name(site[0])])
    if not site and study:
        site = salient_place(flows, gazetteer) or told_site(titles, flows, gazetteer)
    return site, gazetteer


def site_in_part(own: tuple[str, ...], flows: Sequence[Flow], gazetteer: Gazetteer) -> tuple[str, ...]:
    """``own``, the place of a title; where that is one part of the country that no table divides (黔北, 东北黑土区), the cities
    or counties in it that the study says it was made in."""
    place = gazetteer.places.get(own[0]) if len(own) == 1 else None
    if place is None or place.members or place.kind not in ("region", "zone", "group"):
        return own
    return finer_site(flows, gazetteer) or own


def _tells_sample(flow: Flow) -> bool:
    """A paragraph under 数据来源, 研究对象: it says where the sample is from."""
    heads = package_yaml("area_groups.yaml")["sites_of_studies"]["sections"]
    section = flow.block.section
    return (
        bool(section)
        and flow.block.kind == "paragraph"
        and any(word in re.sub(r"\s", "", section[-1]) for word in heads)
    )


def stems_of_site(section: Sequence[str], site: Sequence[str]) -> tuple[str, ...]:
    """Names by which a section must name the site of a study before it holds there: under 引言, 文献综述 and the like its name
    without 污水处理厂, or 研究区; none elsewhere."""
    words = package_yaml("area_groups.yaml")["sections_of_no_place"]
    head = re.sub(r"\s", "", section[-1]) if section else ""
    if not site or not any(word in head for word in words):
        return ()
    called = package_yaml("area_groups.yaml")["sites_of_studies"]["called"]
    return (*(_works().sub("", name) or name for name in site), *called)


def stems_of_flow(flow: Flow, site: Sequence[str]) -> tuple[str, ...]:
    """As :func:`stems_of_site`, for a paragraph: the hospital that the patients are of holds neither in an introduction without
    heading nor in the discussion, but where they speak of 本研究 or name it."""
    if site and is_hospital(site[0]):
        words = package_yaml("area_groups.yaml")["hospitals_of_studies"]
        head = re.sub(r"\s", "", flow.block.section[-1]) if flow.block.section else ""
        if any(word in head for word in words["discussed"]) or not (head or "摘要" in flow.text[:8]):
            return (*site, *words["speaks"])
    return stems_of_site(flow.block.section, site)


def is_study(titles: Sequence[str], flows: Sequence[Flow]) -> bool:
    """Whether a document is a paper that reports a study: 基于…的调查 or 以…为例 in its title, or other evidence."""
    return any(STUDY_TITLE.search(title) for title in titles) or is_study_by_evidence(flows)


@cache
def _works() -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives(package_yaml('area_groups.yaml')['sites_of_studies']['works'])})$")


@cache
def _own() -> re.Pattern[str]:
    words = package_yaml("area_groups.yaml")["sites_of_studies"]
    return re.compile(rf"(?P<name>{alternatives(words['own'])})(?:{alternatives(words['own_states'])})")


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
