"""Where the name of a house, of works or of a region begins and ends in a sentence."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from suyuan.cutter import word_cutter
from suyuan.facts.sites.clean import holds_deed, last_deed
from suyuan.facts.sites.words import PREPOSITIONS, works_endings
from suyuan.gated import GatedPattern, gated
from suyuan.language import alternatives, any_of
from suyuan.places.tables import package_yaml

UNIT_ABOVE = re.compile("^(?:[一-龥]{2,3}?(?:省|自治区))?(?:[一-龥]{2,4}?(?:市|州|县|区|旗))?")
UNITS_ABOVE = re.compile("^(?:[一-龥]{2,6}?(?:省|自治区|市|州|县|(?<![园灌矿林牧库湖山地社])区|旗)){0,3}")
NAME_AND_FIELD = 4  # characters: 陇中|旱作; 许昌 alone names no more than the place
# 某中学, 两所学校, 各医院: no name; but 第一中学, 三亚, 本溪
COUNTED = re.compile(
    "[某各该]|^本(?!溪)|[许众]多|[一两二三四五六七八九十几多数]{1,3}[所家个座间]|^[两几多数]"
)
PROPER = frozenset({"ns", "nr", "nrt", "nrfg", "nz", "nt"})  # parts of speech of names
LINKS = frozenset({"p", "c", "uj", "r"})  # parts of speech that no name of a house holds
LONE_LEAD = re.compile("[经将为沿由从向及和与同按据该本此其在对于以至]")
LONGEST = 18
BOUNDARY = "[，。；：、（(\\s“.．\\d\\]】〕]"
WORKS = ("厂", "矿", "站", "场", "隧道", "桥")
SORT = re.compile(
    "[两三四五六七八九十]级|[一二三]甲|[县市省区乡镇]级|综合|公立|民营|私立|基层|定点|专科|中小"
)


class House(NamedTuple):
    """A house that a sentence names; ``kind``: how texts speak of it behind 该."""

    name: str
    kind: str
    start: int
    end: int


@cache
def _houses() -> dict[str, GatedPattern]:
    """Word by which a text speaks of a house (院) -> pattern of its full name with what may lead to it."""
    lead = f"{BOUNDARY}|{_inside().pattern}"
    return {
        kind: gated(
            rf"(?:^|{lead})(?P<name>[一-龥]{{2,{LONGEST}}}?(?:{alternatives(endings)}))(?![一-龥]?[们类级])(?<!中(?=学))(?!{alternatives(endings)})",
            endings,
        )
        for kind, endings in package_yaml("study_sites.yaml")["houses"].items()
    }


@cache
def _inside() -> re.Pattern[str]:
    words = package_yaml("study_sites.yaml")["before_name"]
    return re.compile(
        rf"{PREPOSITIONS}|为|是|期间|[年月日]|(?<=[学院厂场站馆园矿])[和与及]|(?:{alternatives(words)})了?"
    )


@cache
def _begins() -> re.Pattern[str]:
    return re.compile(
        rf"^(?:{any_of(package_yaml('study_sites.yaml')['before_name'])}|(?:{LONE_LEAD.pattern}))+"
    )


def houses_in(text: str, kinds: tuple[str, ...] = ()) -> list[House]:
    """The houses that a text names, of ``kinds`` or of any, in the order of the text; of two at one place the longer one."""
    found: list[House] = []
    for kind, pattern in _houses().items():
        if kinds and kind not in kinds:
            continue
        for match in pattern.finditer(text):
            name = from_boundary(match["name"], pattern.pattern)
            if len(name) > 2 and not COUNTED.search(name) and not holds_deed(name):
                found.append(House(name, kind, match.end("name") - len(name), match.end("name")))
    found.sort(key=lambda house: (house.start - house.end, house.start))
    kept: list[House] = []
    taken: set[int] = set()  # positions of those kept; a longer one covers an end of each that it overlaps
    for house in found:
        if house.start not in taken and house.end - 1 not in taken:
            kept.append(house)
            taken.update(range(house.start, house.end))
    return sorted(kept, key=lambda house: house.start)


def from_boundary(name: str, houses: re.Pattern[str]) -> str:
    """荆山中学 of 市疾控中心接到荆山中学: behind the last lead or deed, and behind a verb before a proper name, if that is a
    house."""
    rests = [name[lead.end() :] for lead in _inside().finditer(name)]
    deed = last_deed(name)
    rests += [name[deed:]] if deed else []
    name = min((rest for rest in rests if houses.fullmatch(rest)), key=len, default=name)
    words = word_cutter().cut(name)
    at = 0
    for (word, flag), (_, after) in pairwise(words):
        at += len(word)
        if flag in PROPER:
            break  # 温州市|明眸|眼科医院: the name has begun
        if at > 1 and flag in ("v", "vn") and after in PROPER and houses.fullmatch(name[at:]):
            return name[at:]
    return name


def without_lead(name: str) -> str:
    """沱江 of 查明沱江, 云岭 of 经云岭: a name without the words before it that the cutter takes for its beginning."""
    return _begins().sub("", name)


def alone(name: str) -> str:
    """城东污水处理厂 of 甲市城东污水处理厂: works go by their own name, where they have one beside their sort."""
    above = UNIT_ABOVE.match(name)
    short = name[above.end() :] if above is not None else name
    return short if short not in _sorts() and works_endings().sub("", short) else name


def own_station(name: str) -> str | None:
    """陇中旱作农业试验站, with a field of its own behind the place, without the units above it; None for a station that is told
    by its place (许昌试验站, 武功综合试验站) or by the house that it belongs to (甲大学…试验站), and for what is no station."""
    table = package_yaml("study_sites.yaml")["stations"]
    ending = next((e for e in table["endings"] if name.endswith(e)), None)
    if ending is None or any(house in name for house in table["of_house"]):
        return None
    stem = name[UNITS_ABOVE.match(name).end() :].removesuffix(ending)  # type: ignore[union-attr]
    named = re.sub(rf"{any_of(table['no_field'])}|[一-龥]{{2,3}}[市县区旗]", "", stem)
    return (
        stem + ending if len(named) >= NAME_AND_FIELD and not stem.startswith(tuple(table["sorts"])) else None
    )


def is_station(name: str) -> bool:
    """Whether it ends as stations of experiments do."""
    return name.endswith(tuple(package_yaml("study_sites.yaml")["stations"]["endings"]))


def is_sort(name: str) -> bool:
    """Whether a name is only what such houses are called: 光伏电站, 水厂, 三级医院; 襄阳市|小学, of which there are many."""
    if name in _sorts() or SORT.search(name) is not None:
        return True
    above = UNIT_ABOVE.match(name)
    return above is not None and above.end() > 0 and name[above.end() :] in _many()


@cache
def _sorts() -> frozenset[str]:
    houses = package_yaml("study_sites.yaml")["houses"]
    return frozenset(ending for endings in houses.values() for ending in endings)


@cache
def _many() -> frozenset[str]:
    return frozenset(package_yaml("study_sites.yaml")["many_of_a_unit"])


def is_name(name: str) -> bool:
    """Whether it begins with a proper name or a word of none of the dictionary, and none of its words is that of a sort (市区部分
    普通高中)."""
    stem = next(
        (name.removesuffix(e) for e in sorted(_sorts(), key=len, reverse=True) if name.endswith(e)), name
    )
    if not stem or re.search(any_of(package_yaml("study_sites.yaml")["no_houses"]), stem):
        return False
    return begins_as_name(name)


def begins_as_name(name: str) -> bool:
    """Whether a name begins with a proper name or a word of none of the dictionary, and holds no preposition or pronoun."""
    words = word_cutter().cut(name)
    first, flag = words[0]
    proper = flag in PROPER or not word_cutter().knows(first) or first.startswith("第")
    return proper and not any(each in LINKS for _, each in words)


def own_name(kind: str, name: str) -> str:
    """A house as studies name it: works without the city above them."""
    return own_station(name) or alone(name) if kind in WORKS else name


def short_of_firm(name: str, texts: list[str]) -> str:
    """东澜石化 of 东澜石化有限公司, where the texts name it so; else the name as it is."""
    forms = package_yaml("study_sites.yaml")["legal_forms"]
    stem = next(
        (name.removesuffix(form) for form in sorted(forms, key=len, reverse=True) if name.endswith(form)),
        name,
    )
    alone_again = re.compile(rf"{re.escape(stem)}(?!{any_of(forms)})")
    return stem if stem != name and len(stem) > 2 and any(alone_again.search(t) for t in texts) else name
