"""Places that no table names, read right behind one that a table names: units below it (河北省涉县), facilities and zones."""

from __future__ import annotations

import re

from suyuan.places.records import PlaceMention
from suyuan.places.tables import place_words

# Units below a province that no table names: right after their province or prefecture only (河北省涉县).
UNIT_BELOW = re.compile(
    r"(?:[一-龥]{1,3}?(?:新区|县|市|区)|[一-龥]{1,5}?旗|[一-龥]{2,4}?(?:[一-龥]{1,4}族|各族)*自治[县旗州])(?![场民域间值委政块级内划属外圈段]|(?<=县)(?:道(?!路)|市(?![场区政容民]))|(?<=区)位(?![于居列]))"
)
NOT_A_UNIT = re.compile(
    r"[各该全辖内属级多两三几等及和与的城地园社小校人中大本将在是为有以从由经向对共年月日个国际也积培育促推加强发动建设打造高农乡]|高新|开发|示范|合作|试验|经济|行政|自治"
)
FACILITY_NOT = re.compile(
    r"[的和与及在有各个两三省市县内外等建设]"
)  # between the place and the ending: no name
PARTS_OF_COUNTRY = frozenset({"region", "group"})
UNIT_WITHHELD = (
    r"(?:某|[A-HJ-Z])(?:[一-龥]{0,6}?)(?:省|自治县|自治州|地级市|县级市|市|县|区|州|镇|乡|村|旗)"
    r"(?![级域场民委政长别])"
)
WITHHELD_UNIT = re.compile(rf"(?:地区|沿海|山区)?{UNIT_WITHHELD}")
WITHHELD = re.compile(
    rf"(?:[东中西]部(?:沿海|地区)?|中西部|[南北]方|东南沿海|沿海|内陆|西部山区|[东西南北中][北南]部){UNIT_WITHHELD}"
)
LETTER_UNIT = re.compile("[部方海][A-Z][省市县区]")
REGION_OF = frozenset({"province", "prefecture"})


def units_below(text: str, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """河北省涉县, 保定市满城区: a unit that no table names, right after the full name of its superior."""
    out: list[PlaceMention] = []
    for index, mention in enumerate(mentions):
        limit = mentions[index + 1].start if index + 1 < len(mentions) else len(text)
        short = text.endswith(mention.name, mention.start, mention.end)  # 梅州|苏区: 州 ends no full name
        if mention.kind in REGION_OF and text[mention.end - 1] in "省市州区" and not short:
            match = UNIT_BELOW.match(text, mention.end, limit)
            if match is not None and _is_name_of_unit(match.group()):
                out.append(
                    PlaceMention(mention.start, match.end(), match.group(), "county", parent=mention.name)
                )
                continue
        out.append(mention)
    return out


def _is_name_of_unit(name: str) -> bool:
    """涉县, but not 脱贫县, 产粮县, of which a province has many."""
    stem = name[:-1]
    sort = stem.endswith(place_words().own_units["sorts"])
    return len(name) > 1 and not sort and not NOT_A_UNIT.search(stem)


def with_withheld(text: str, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """西南某县, 中部某省, 东部H市: a unit whose name is withheld, with the part of the country before it."""
    if "某" not in text and not LETTER_UNIT.search(text):
        return mentions
    found = [PlaceMention(*match.span(), match.group(), "zone") for match in WITHHELD.finditer(text)]
    for mention in mentions:
        match = WITHHELD_UNIT.match(text, mention.end) if mention.kind in PARTS_OF_COUNTRY else None
        if match is not None:
            name = text[mention.start : match.end()]
            found.append(PlaceMention(mention.start, match.end(), name, "zone"))
    kept = [m for m in mentions if not any(m.start < f.end and f.start < m.end for f in found)]
    return sorted([*kept, *found], key=lambda m: m.start)


def with_facilities(text: str, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """Mentions with 合肥新桥机场, 昆明综合保税区: a facility or zone that begins with the name of a place is one with it."""
    out: list[PlaceMention] = []
    for index, mention in enumerate(mentions):
        limit = mentions[index + 1].start if index + 1 < len(mentions) else len(text)
        match = place_words().facility.match(text, mention.end, limit) if mention.kind in REGION_OF else None
        if match is None or FACILITY_NOT.search(match.group()):
            out.append(mention)
            continue
        name = text[mention.start : match.end()]
        out.append(PlaceMention(mention.start, match.end(), name, "zone", parent=mention.name, known=False))
    return out
