"""Parts of the place that a document is about and that no table names: its built-up area, its rivers and lakes, its counties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from suyuan.gated import gated
from suyuan.places.gazetteer import Gazetteer
from suyuan.places.own_units import is_name_of_unit
from suyuan.places.records import PlaceKind, PlaceMention
from suyuan.places.tables import place_words
from suyuan.places.unlisted import NOT_A_UNIT

UNITS = frozenset({"province", "prefecture", "county"})
BUILT_UP = gated(
    "(?<![一-龥])(?:市区|主城区|中心城区|城区|老城区|建成区)(?!域|[一-龥]?[级位、和与及人队])",
    ["市区", "城区", "建成区"],
)
WATER = gated(
    "(?:(?<![一-龥])|(?<=支流))(?P<name>(?![各全境主该两三四五六上中下内外大小])[一-龥]{1,3}(?:河|江|湖|溪|水库)(?:流域)?)"
    "(?=(?<=流域)|干流|支流|水系|水质|全?河段|出境|断面|湖区|库区|受|总体)",
    ["河", "江", "湖", "溪", "水库"],
)
UNIT = re.compile(
    "(?<![一-龥])(?P<stem>[一-龥]{2,3}?)(?P<ending>自治县|县|市|区)(?![一-龥]?[级域委长域、]|(?<=县)(?:道(?!路)|市(?![场区政容民]))|(?<=区)(?:段|位(?![于居列])))"
)


# below a county: 东钱湖镇|57家, 青云乡|有12处, 城关街道最多
TOWN = gated(
    "(?:(?<![一-龥])|(?<=其中))(?P<name>(?P<stem>(?![各全该本某两三四五六七八九十一])[一-龥]{2,4}?)(?:镇|乡|街道))"
    r"(?=\d|[有共为占]\d|拥有|最[一-龥]|(?:的|[一-龥]{1,6}?)?(?:为|达|占|有|是)\d)",
    ["镇", "乡", "街道"],
)
# at the head of its sentence, whatever is told of it: 西坪镇|建成茶园1万亩, 在下渚湖街道，…; not 各乡镇, 湖头镇、西坪镇;
# and behind such a one at the head of a clause (，|龙涓乡|新植800亩)
TOWN_AT_HEAD = gated(
    "(?:^|(?<=[。！？；，]))(?:其中，?)?(?:在|而)?(?P<name>(?P<stem>(?![各全该本某两三四五六七八九十一])[一-龥]{2,4}?)(?:镇|乡|街道))"
    r"(?![级域江上里区村街内外长们化房志史、和与及等]|人(?!民|口|均|数|才))(?=[^。；]{0,60}?\d)",
    ["镇", "乡", "街道"],
)
COUNTY_STUDIED = re.compile(
    "(?:(?<=[在对于以自])|(?<=选取)|(?<=选择)|(?<=来自)|(?<=抽取))(?P<name>(?P<stem>[一-龥]{2})县)(?![级域委长城乡]|道(?!路)|市(?![场区政容民]))"
)
SENTENCE_END = re.compile("[。！？；]")
# a sort of towns (民族乡, 卫生镇, 特色小镇), or a deed (送戏下乡, 农民工返乡)
NO_TOWN = re.compile(
    "(?:城(?!街)|[村街乡集圩强大小古名侨下返还回归离进入思故家老]|建制|中心|重点|特色|样本|试点|示范|一般|贫困|受访|所在|其他|其余|山区|平原|边远|偏远"
    "|沿海|沿江|城关的|民族|卫生|文明|生态|美丽|边境|旅游|经济|农业|工业|牧业|工贸|商贸|产业|专业|卫星|百强|千强|物流|主题|部分|个别|相关|周边"
    "|人行|商业|[在到沿])(?:镇|乡|街道)$|水乡$"
)


class Part(NamedTuple):
    """A part of the document's own place: where it stands, and the names that a figure of it is under."""

    start: int
    end: int
    names: tuple[str, ...]
    kind: PlaceKind


def parts_of(
    text: str, own: Sequence[str], known: Sequence[PlaceMention], gazetteer: Gazetteer
) -> Iterator[Part]:
    """Parts that open a clause of ``text``, in a document about the one place ``own``; ``known`` are the places found there.

    In any document a county after a preposition or the verb of a sample (在通渭县, 选取通渭县), where its stem is a name.
    市区, 清溪河干流: of the place and of the part of it; 云岭县: of the county, where the gazetteer lacks it (云岭区 only beside
    another county or district).
    """
    if "县" in text:
        for match in COUNTY_STUDIED.finditer(text):
            if is_name_of_unit(match) and match["name"] not in gazetteer.spellings:
                yield Part(*match.span(), (match["stem"],), "county")
    place = gazetteer.places.get(own[0]) if len(own) == 1 else None
    if place is None or place.kind not in UNITS:
        return
    for match in BUILT_UP.finditer(text):
        yield Part(*match.span(), (own[0], own[0] + match.group()), "zone")
    for match in WATER.finditer(text):
        yield Part(*match.span("name"), (own[0], match["name"]), "zone")
    if place.kind == "county":
        yield from _towns(text)
        return
    units = [match for match in UNIT.finditer(text) if _is_name(match)]
    certain = [match for match in units if match["ending"].endswith("县")]
    if certain or any(mention.kind == "county" for mention in known):
        for match in units:
            yield Part(*match.span(), (_short(match),), "county")


def _towns(text: str) -> Iterator[Part]:
    """The towns of a county that its document tells something of."""
    for match in TOWN.finditer(text):
        if _is_town(match):
            yield Part(*match.span("name"), (match["name"],), "zone")
    opened = -1  # where the sentence ends that a town opens
    for match in TOWN_AT_HEAD.finditer(text):
        inside = text[match.start() - 1 : match.start()] == "，" and match.start() > opened
        if inside or not _is_town(match):
            continue
        opened = next((m.start() for m in SENTENCE_END.finditer(text, match.end())), len(text))
        if not TOWN.match(text, match.start("name")):
            yield Part(*match.span("name"), (match["name"],), "zone")


def _is_town(match: re.Match[str]) -> bool:
    """No sort of towns, and no deed that ends like one; towns begin with 大, 小, 中 and 高 as well (小涧镇)."""
    stem = match["stem"][1:] if match["stem"][0] in "大小中高" else match["stem"]
    known = not NOT_A_UNIT.search(stem) and not stem.endswith(place_words().own_units["sorts"])
    return known and stem[-1] not in "省市州县区" and not NO_TOWN.search(match["name"])


def _short(match: re.Match[str]) -> str:
    """云岭 of 云岭区; a new district keeps its ending (滨江新区)."""
    return match.group() if match["stem"].endswith("新") else match["stem"]


def _is_name(match: re.Match[str]) -> bool:
    stem = match["stem"]
    if stem[-1] in "省市州县区":  # 省市县|累计: sorts of units
        return False
    return not NOT_A_UNIT.search(stem) and not stem.endswith(place_words().own_units["sorts"])
