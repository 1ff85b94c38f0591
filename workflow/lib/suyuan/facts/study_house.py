"""The house in which a study was made: the authors' own (我院, of the first affiliation), or one that the text names and then
calls 该校, 该院, 该厂."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from suyuan.flow import Flow
from suyuan.language import alternatives, any_of
from suyuan.places.tables import package_yaml
from suyuan.time.study_sections import Section, sections_of

LEAD_FLOWS = 8  # affiliations stand near the head
TOLD_IN = ("title", "abstract", "methods", "definitions", "background")
SCHOOL, ROOMS = "校", "馆"  # a library of a school goes by the school
WORKS = ("厂", "矿", "站", "场")
UNIT_ABOVE = re.compile("^(?:[一-龥]{2,3}?(?:省|自治区))?(?:[一-龥]{2,4}?(?:市|州|县|区|旗))?")
NEAR = 90  # characters between the name and 该校
LEAD = "[，。；：、（(\\s]|在|对|于|以|从|由|为|是|选取|选择|来自|依托|期间|[年月日]"
LEAD_INSIDE = re.compile(
    "在|对|于(?!都|田|洪)|以(?!岭)|从(?!化|江)|由|为|是|选取|选择|来自|依托|期间|[年月日]"
)
# 某中学, 两所学校, 各医院: no name; but 第一中学, 三亚, 本溪
COUNTED = re.compile("[某各该]|^本(?!溪)|[许众]多|[一两二三四五六七八九十几多数]{1,3}[所家个座间]")


@cache
def _houses() -> dict[str, re.Pattern[str]]:
    """Word by which a text speaks of a house (院) -> pattern of its full name."""
    kinds = package_yaml("area_groups.yaml")["houses_of_studies"]["kinds"]
    return {
        word: re.compile(
            rf"(?:^|{LEAD})(?P<name>[一-龥]{{2,16}}?(?:{alternatives(endings)}))(?![一-龥]?[们类级])"
        )
        for word, endings in kinds.items()
    }


@cache
def _own() -> re.Pattern[str]:
    """我|院, 本|科, 我|校: the word behind 我 or 本."""
    table = package_yaml("area_groups.yaml")["houses_of_studies"]
    words = "|".join(sorted(table["own"], key=len, reverse=True))
    students = alternatives(table["no_ward"])  # 本科|生, 本科|及以上
    return re.compile(rf"(?<![自成])[我本](?P<kind>{words})(?![一-龥]?题)(?<!本科(?={students}))")


@cache
def _named_again() -> re.Pattern[str]:
    return re.compile(f"该(?P<kind>{any_of(package_yaml('area_groups.yaml')['houses_of_studies']['kinds'])})")


def own_house(flows: Sequence[Flow]) -> str | None:
    """The hospital, school or works of the authors where the study says that it was made there; None for other studies.

    ``flows``: all of the document in its order. The house is that of the first affiliation (a note at the head, or a line
    in brackets), without the department; its own word (我院, 本校) must stand in abstract, methods or introduction.
    """
    sections = sections_of(flows)
    words = package_yaml("area_groups.yaml")["houses_of_studies"]["own"]
    for flow, section in zip(flows, sections, strict=True):
        own = _own().search(flow.text) if section.kind in TOLD_IN and flow.block.kind != "note" else None
        if own is not None:
            kind = words[own["kind"]]
            return next(
                (name for line in _affiliations(flows, sections) if (name := _name(line, kind))), None
            )
    return None


def house_named_again(flows: Sequence[Flow]) -> str | None:
    """The house that abstract or methods name and then call 该校, 该院, 该厂; None where none is so called."""
    for flow, section in zip(flows, sections_of(flows), strict=True):
        if section.kind not in TOLD_IN[1:] or "该" not in flow.text:
            continue
        for again in _named_again().finditer(flow.text):
            before = flow.text[max(0, again.start() - NEAR) : again.start()]
            houses = _houses()[again["kind"]]
            names = [_without_lead(m["name"], houses) for m in houses.finditer(before)]
            names = [name for name in names if COUNTED.search(name) is None]
            own = _alone(names[-1]) if names and again["kind"] in WORKS else names[-1] if names else None
            if own is not None and not (again["kind"] in WORKS and own in _sorts()):
                return own
    return None


def _alone(name: str) -> str:
    """城东污水处理厂 of 甲市城东污水处理厂: works go by their own name, where they have one beside their sort."""
    above = UNIT_ABOVE.match(name)
    short = name[above.end() :] if above is not None else name
    return name if short in _sorts() else short


@cache
def _sorts() -> frozenset[str]:
    """Names of sorts of works: 光伏电站, 水厂."""
    kinds = package_yaml("area_groups.yaml")["houses_of_studies"]["kinds"]
    return frozenset(ending for kind in WORKS for ending in kinds[kind])


def _affiliations(flows: Sequence[Flow], sections: Sequence[Section]) -> list[str]:
    lead = zip(flows[:LEAD_FLOWS], sections[:LEAD_FLOWS], strict=True)
    return [flow.text for flow, section in lead if flow.block.kind == "note" or section.kind == "title"]


def _name(line: str, kind: str) -> str | None:
    """The first name of a house of this kind in an affiliation: （|甲市人民医院|骨科，甲省 甲市 432500）."""
    named = _houses()[kind].search(line)
    name = _without_lead(named["name"], _houses()[kind]) if named is not None else None
    if name is None or COUNTED.search(name) is not None:
        return None
    school = _houses()[SCHOOL].match(name) if kind == ROOMS else None  # 甲学院|图书馆
    return school["name"] if school is not None else name


def _without_lead(name: str, houses: re.Pattern[str]) -> str:
    """甲市实验小学 of 调查在甲市实验小学: what stands behind the last lead and is still a name of a house."""
    rests = [name[lead.end() :] for lead in LEAD_INSIDE.finditer(name)]
    return next((rest for rest in reversed(rests) if houses.fullmatch(rest)), name)
