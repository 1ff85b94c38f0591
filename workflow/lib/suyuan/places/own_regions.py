"""The place that a paper is of by its title and that no table names: a basin, zone or region (秃尾河流域, 淮海经济区), or one
whose name is withheld (某市, H大学)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from suyuan.cutter import word_cutter
from suyuan.language import alternatives
from suyuan.places.gazetteer import Gazetteer
from suyuan.places.records import Place, PlaceKind, PlaceMention
from suyuan.places.tables import place_words

LEVELS = frozenset({"国家级", "省级", "市级", "国家"})  # 白马山|国家级|自然保护区
LONE = frozenset(
    {"a", "zg", "yg", "vg", "ng", "ag", "tg", "nr", "ns", "n", "x"}
)  # an unknown character is an x, as marks are
NO_OPENING = frozenset("大小新老旧全")
BEFORE_NAME = frozenset({"p", "v", "x", "w", "c", "uj", "m"})
UNITS_ABOVE = frozenset({"county", "prefecture"})
UNITS = re.compile(
    r"(?:[两三四五六七八九十]{1,2}|\d{1,2})个?(?:县市区|县区|区县|县市|[县市省区州旗])(?![级域委])"
)
PROPER = frozenset({"ns", "nr", "nrt", "nrfg", "nz", "nt"})  # parts of speech of names
NAMELIKE = frozenset({"i", "l", "j"})  # what the model calls words that it does not know
LONGEST = 9
SHORTEST_STEM = 2
RARE = 60  # a noun of the dictionary seldomer than this may be a name (秃尾)
WATER = ("河", "江", "溪")
BASIN = "流域"
TAKEN_UP = 2  # paragraphs that speak of 流域 for the basin of the title
LONG_ENDING = 4  # 自然保护区 has a sort of region in it
PART = re.compile("(?:上中游|中上游|中下游|上游|中游|下游)")
KINDS: dict[str, PlaceKind] = {"省": "province", "市": "prefecture", "县": "county", "区": "county"}


@cache
def _anonymous() -> re.Pattern[str]:
    """某|市, 某三级甲等综合|医院, H|大学: at the head of a title or after the word that leads to the case."""
    endings = alternatives(place_words().own_regions["anonymous"])
    return re.compile(
        rf"(?:^|[：:—\-]|以|对|在|基于|来自|针对)(?P<name>(?:某(?![些种类个项次年月日时型])[一-龥]{{0,8}}?|(?<![A-Za-z])[A-HJ-Z]\d?)"
        rf"(?P<ending>{endings}))(?![级域场民委政长])"
    )


def own_region(titles: Sequence[str], lines: Sequence[str]) -> Place | None:
    """The place that the titles name and no table knows, or None. ``lines``: the text, in which a region must be named again.

    Tried in turn: a name withheld (某市中小学生…, 以H大学为例); a name that ends as basins, zones and landscapes do.
    """
    for title in titles:
        match = _anonymous().search(title)
        if match is not None:
            return Place(match["name"], match["name"], KINDS.get(match["ending"], "zone"))
    for title in titles:
        regions = regions_in(title)
        for name in _longest_first(regions):
            found = _in_text(name, [line for line in lines if line not in titles])
            if found is not None:
                return Place(found, found, "zone", aliases=_short_forms(found, regions))
    return None


def part_of_region(titles: Sequence[str], lines: Sequence[str], gazetteer: Gazetteer) -> Place | None:
    """The part of a known region that a title names right behind it (河套灌区|沈家渠灌域: 沈家渠灌域), or how many units of it
    the study is on (豫南|四县: 豫南四县); None where it names none. ``lines``: the text, which must speak of the part again."""
    endings = place_words().own_regions["endings"]
    for title in titles:
        for mention in gazetteer.find(title):
            if mention.kind in UNITS_ABOVE and (name := _inside_unit(title, mention, lines)):
                return Place(name, name, "zone", parent=mention.name)
            if mention.kind != "region":
                continue
            units = UNITS.match(title, mention.end)
            whole = title[mention.start : mention.end]
            if units is not None and not whole.endswith("部"):
                name = whole + units.group()
                return Place(name, name, "zone")
            rest = title[mention.end :]
            for name in regions_in(rest):
                start = rest.find(name)
                again = [name, *(e for e in endings if len(e) > 1 and name.endswith(e))]
                before = rest[:start]
                if (not before or before in endings) and any(
                    word in line for word in again for line in lines if line not in titles
                ):
                    return Place(name, name, "zone", parent=mention.name)
    return None


def _inside_unit(title: str, unit: PlaceMention, lines: Sequence[str]) -> str | None:
    """甲县|石羊沟自然保护区, 崇明|东滩: what a title names right behind a county or city, where the text names it again."""
    for name in regions_in(title[unit.end :]):
        long = any(len(ending) > 1 and name.endswith(ending) for ending in _endings())  # not 苏州|平江|路
        if long and title.startswith(name, unit.end) and any(name in line for line in lines if line != title):
            return name
    full = next((name for name in regions_in(title) if title.startswith(name, unit.start)), "")
    alone = full[unit.end - unit.start :]
    named = bool(alone) and len(alone) <= len(BASIN) and any(full in line for line in lines if line != title)
    return full if named and title[unit.end - 1] not in "省市县区州" else None


def withheld_in(line: str) -> Iterator[tuple[int, int]]:
    """Where a sentence names a place whose name is withheld (选取|某大型煤矿企业|的矿工): offsets in ``line``."""
    for match in _withheld().finditer(line):
        if not any(sort in match["name"] for sort in place_words().own_regions["not_withheld"]):
            yield match.span("name")


@cache
def _withheld() -> re.Pattern[str]:
    endings = alternatives(place_words().own_regions["anonymous"])
    return re.compile(
        rf"(?P<name>(?:某(?![些种类个项次年月日时])[一-龥]{{0,8}}?|(?<![A-Za-z\d])[A-Z]{{1,2}}\d?)(?:{endings})(?:企业|集团)?)(?![级域场民委政长属])"
    )


def _longest_first(regions: Sequence[str]) -> list[str]:
    """鄱阳湖, 鄱阳湖南矶湿地: the longest of those that begin at the same place comes first, else the order of the title."""
    return [
        name
        for first in regions
        if not any(first != other and first.startswith(other) for other in regions)
        for name in sorted((r for r in regions if r.startswith(first)), key=len, reverse=True)
    ]


def _short_forms(name: str, regions: Sequence[str]) -> tuple[str, ...]:
    """秃尾河流域: 秃尾河; 鄱阳湖|南矶湿地: 南矶湿地, the part behind the larger region that it lies in."""
    stem = name.removesuffix(BASIN)
    parts = [name[len(other) :] for other in regions if name != other and name.startswith(other)]
    return tuple(
        form
        for form in dict.fromkeys((stem, *parts))
        if form != name and len(form) > SHORTEST_STEM and form not in place_words().own_regions["endings"]
    )


def regions_in(title: str) -> list[str]:
    """Names in a title that end as regions do, each with the names before the ending."""
    endings = place_words().own_regions["endings"]
    if not any(map(title.__contains__, endings)):
        return []
    words = _joined(word_cutter().cut(title))
    found: list[str] = []
    end = 0
    while end < len(words):
        if not words[end][0].endswith(endings):
            end += 1
            continue
        start = first = end
        while end + 1 < len(words) and (
            words[end + 1][0] in endings
            or PART.fullmatch(words[end + 1][0])
            or (words[end + 1][0] in LEVELS and end + 2 < len(words) and words[end + 2][0] in endings)
        ):
            end += 1
        while (
            start
            and (_belongs(words[start - 1]) or _is_of_landform(words, start, end))
            and len("".join(w for w, _ in words[start - 1 : first + 1])) <= LONGEST
        ):
            start -= 1
        start -= _opens_with_character(words, start)
        name = "".join(word for word, _ in words[start : end + 1])
        if _is_name([words[k] for k in range(start, end + 1)], name):
            found.append(name)
        end += 1
    return found


def _is_of_landform(words: Sequence[tuple[str, str]], start: int, end: int) -> bool:
    """青石|沟|矿区, 清水|湖|湿地: an ordinary noun before a landform of one character and another ending is a name."""
    text, flag = words[start - 1]
    sorts = any(text.endswith(sort) for sort in place_words().own_regions["sorts"])
    return len(words[start][0]) == 1 and start < end and flag == "n" and len(text) == 2 and not sorts


def _opens_with_character(words: Sequence[tuple[str, str]], start: int) -> int:
    """1 where a lone character that is no word of the sentence belongs to the name (在|红|石峡煤矿), else 0."""
    if not start:
        return 0
    text, flag = words[start - 1]
    lone = len(text) == 1 and "\u4e00" <= text <= "\u9fff" and flag in LONE and text not in NO_OPENING
    lone = lone and text not in place_words().own_regions["not_first"]
    return int(lone and (start == 1 or words[start - 2][1] in BEFORE_NAME))


def _joined(words: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """沈家|渠灌|域: 沈家|渠|灌域, where the cutter parted an ending that it does not know."""
    endings = tuple(ending for ending in place_words().own_regions["endings"] if len(ending) > 1)
    out = list(words)
    for k in range(len(out) - 2, -1, -1):
        if out[k][0] + out[k + 1][0] in endings:
            out[k : k + 2] = [(out[k][0] + out[k + 1][0], "n")]  # 旅游|度假区
    for k in range(len(out) - 1):
        pair = out[k][0] + out[k + 1][0]
        if not pair.endswith(endings):
            continue
        ending = next((e for e in endings if pair.endswith(e) and len(e) > len(out[k + 1][0])), None)
        if ending is not None and len(pair) > len(ending):
            out[k], out[k + 1] = (pair.removesuffix(ending), out[k][1]), (ending, "n")
    return out


def _belongs(word: tuple[str, str]) -> bool:
    """A word that may be part of the name of a region: a proper name, a rare noun, or the ending of one (岭, 河)."""
    text, flag = word
    table = place_words().own_regions
    if text in table["not_first"] or any(text.endswith(sort) for sort in table["sorts"]):
        return False
    if flag in PROPER or text in place_words().own_regions["endings"]:
        return True
    if flag in NAMELIKE and not word_cutter().knows(text):
        return len(text) == SHORTEST_STEM  # 彬长|矿区
    return flag == "n" and (not word_cutter().knows(text) or _is_rare(text)) and 1 < len(text) <= 3


def _is_rare(text: str) -> bool:
    return word_cutter().frequency(text) < RARE


def _is_name(words: Sequence[tuple[str, str]], name: str) -> bool:
    """Something of the name is no ending, and none of it is a sort of region (典型草原, 城市内河)."""
    table = place_words().own_regions
    first = words[0][0]
    own = "".join(word for word, _ in words if word not in LEVELS)
    last = next((e for e in _endings() if len(e) >= LONG_ENDING and own.endswith(e)), BASIN)
    if any(sort in own.removesuffix(last) for sort in table["sorts"]):
        return False
    stem = own
    while (ending := next((e for e in _endings() if stem.endswith(e)), None)) is not None:
        rest = stem.removesuffix(ending)
        if len(rest) < SHORTEST_STEM and any(char not in table["endings"] for char in rest):
            break  # 澜溪|河, but not 河|流域
        stem = rest
    if stem in table["endings"]:
        return False
    return len(stem) >= SHORTEST_STEM or (bool(stem) and words[0][1] in PROPER and len(first) > 1)


@cache
def _endings() -> tuple[str, ...]:
    """Endings of regions, the longest first."""
    return tuple(sorted(place_words().own_regions["endings"], key=lambda ending: (-len(ending), ending)))


def _in_text(name: str, lines: Sequence[str]) -> str | None:
    """The fullest form of the name in the text: 秃尾河流域 of 秃尾河; None where the text neither names it nor speaks of 流域."""
    stem = name.removesuffix(BASIN)
    if not any(stem in line for line in lines):
        again = next((ending for ending in _endings() if len(ending) > 1 and name.endswith(ending)), None)
        proper = again is not None and word_cutter().cut(name)[0][1] in PROPER
        return name if again and proper and sum(again in line for line in lines) >= TAKEN_UP else None
    if stem.endswith(WATER) and any(stem + BASIN in line for line in lines):
        return stem + BASIN
    return name
