"""The hospital whose patients a paper is on, by its abstract or the paragraph on its sample: 甲市第二人民医院收治的186例."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from suyuan.facts.sites.lines import ends_in_department
from suyuan.facts.sites.names import is_name
from suyuan.facts.sites.words import PREPOSITIONS, hospital_endings
from suyuan.flow import Flow
from suyuan.language import alternatives, any_of
from suyuan.places.tables import package_yaml
from suyuan.time.clauses import sentences

HOSPITAL = "医院"
SHORTEST = 4
NUMBERS = "〇一二三四五六七八九十"
SAMPLE_FLOWS = 30  # the sample is told near the head
# what leads to the name, besides prepositions that are no part of one (自贡, 于都)
BEFORE_HOSPITAL = (
    f"{PREPOSITIONS}|选取|选择|选自|纳入|收集|抽取|回顾性?|分析|期间|来自|来源|我市|我省"
    "|另选|另取|将(?!乐)|把|到(?!保)|入住|[年月日，,：:；（(\\s]|(?<=[例名人])[和及与]"
)
LINK = "[、，和及与]"


@cache
def _treated() -> re.Pattern[str]:
    """于|甲市中心医院|骨科收治的: the name of a hospital, then the word by which patients came to it."""
    table, endings = package_yaml("study_sites.yaml"), alternatives(hospital_endings())
    came = any_of([*table["came"], *table["done_at"]])
    return re.compile(
        rf"(?:^|{BEFORE_HOSPITAL})(?P<name>[一-龥]{{2,18}}?(?:{endings})(?:[（(]?[一-龥]{{1,4}}院区[）)]?)?)"
        rf"(?:(?!{any_of(table['not_asked'])})[^，。；：、医院]){{0,20}}?{came}|{came}于(?P<at>[一-龥]{{2,18}}?(?:{endings}))"
    )


@cache
def _came() -> re.Pattern[str]:
    return re.compile(any_of(package_yaml("study_sites.yaml")["came"]))


@cache
def _no_name() -> re.Pattern[str]:
    return re.compile(any_of(package_yaml("study_sites.yaml")["no_hospitals"]))


def hospitals_of_patients(flows: Sequence[Flow]) -> list[str]:
    """The hospitals that the sentences of abstract and sample name as where the patients came from, each once.

    ``flows``: abstract and body in the order of the text. Where one name holds two hospitals, the list has both as one; several
    are those of a study of many centres, which has no house.
    """
    names: dict[str, None] = {}
    for flow in flows[:SAMPLE_FLOWS]:
        if ends_in_department(flow.text):
            continue  # 甲医院静疗|门诊
        for start, end in sentences(flow.text):
            for match in _treated().finditer(flow.text, start, end):
                said = match["at"] or match["name"]
                if said.count(HOSPITAL) > 1:
                    return [said, said]
                name = _without_lead(said)
                if name is not None:
                    names[name] = None
    return [name for name in names if not any(other != name and other.endswith(name) for other in names)]


def hospitals_in_turn(flows: Sequence[Flow]) -> tuple[str, ...]:
    """All hospitals of a list in a sentence that says that the patients came there (甲医院、乙医院和丙医院3家医院的240例患者).

    Nothing where it is not of all of them (甲医院、乙医院等6家).
    """
    for flow in flows[:SAMPLE_FLOWS]:
        for start, end in sentences(flow.text):
            for match in _list().finditer(flow.text, start, end):
                names = tuple(_without_lead(name) for name in _link().split(match["list"]))
                told = match["number"]
                if None not in names and (told is None or told in (str(len(names)), NUMBERS[len(names)])):
                    return tuple(name for name in names if name)
    return ()


@cache
def _list() -> re.Pattern[str]:
    endings = alternatives(hospital_endings())
    name = rf"[一-龥]{{2,18}}?(?:{endings})"
    return re.compile(
        rf"(?:^|{BEFORE_HOSPITAL})(?P<list>{name}(?:{LINK}{name}){{1,{len(NUMBERS) - 3}}})"
        rf"(?:[共这]?(?P<number>\d+|[{NUMBERS}])[家所个](?:[一-龥]{{0,6}}?(?:医院|机构|单位|中心))?)?[^，。；：、等医院]{{0,20}}?"
        rf"{any_of(package_yaml('study_sites.yaml')['came'])}"
    )


@cache
def _link() -> re.Pattern[str]:
    """What joins the names of a list: behind the ending of one, as 和 may be in another (仁和医院)."""
    last = "".join(sorted({ending[-1] for ending in hospital_endings()}))
    return re.compile(f"(?<=[{last}]){LINK}")


def tells_of_patients(text: str) -> bool:
    """Whether a sentence says that patients came, to whichever house."""
    return _came().search(text) is not None


def withholds(text: str) -> bool:
    """Whether a sentence withholds the name of a hospital: 某三级甲等医院."""
    return _withheld().search(text) is not None


@cache
def _withheld() -> re.Pattern[str]:
    return re.compile(f"某[一-龥]{{0,10}}?(?:{alternatives(hospital_endings())})")


def is_hospital(name: str) -> bool:
    """Whether the site of a study is a hospital by the ending of its name."""
    return name.endswith(hospital_endings())


def _without_lead(name: str) -> str | None:
    """The name without what leads to it (2022年8月|甲市…, 选取|乙大学…); None for 我院, 某医院, 三家医院."""
    leads = list(re.finditer(BEFORE_HOSPITAL, name))
    own = name[leads[-1].end() :] if leads else name
    if len(own) < SHORTEST or _no_name().search(own):
        return None
    rests = (own[word.end() :] for word in _before_name().finditer(own))
    return next((rest for rest in rests if len(rest) >= SHORTEST and is_name(rest)), own)  # 依托|甲县人民医院


@cache
def _before_name() -> re.Pattern[str]:
    table = package_yaml("study_sites.yaml")
    return re.compile(any_of([*table["before_name"], *table["deeds"]]))
