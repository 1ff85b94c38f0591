"""Counties in a text: behind their province or prefecture, by their full name, and in lists that share either."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from suyuan.cutter import word_cutter
from suyuan.places.counties import (
    PEOPLES_UNITS,
    County,
    counties,
    is_in_base,
    is_ordinary,
    is_ordinary_below,
    mention_of,
    stem_of,
    unique,
)
from suyuan.places.counties_in_lists import with_listed
from suyuan.places.inside_words import NOT_AFTER, TOWN, WATERS_AND_HILLS
from suyuan.places.records import PlaceMention
from suyuan.places.tables import base_places, place_words

ENDING = re.compile("[县市区旗]")
SUPERIOR = frozenset({"province", "prefecture"})
LINK = re.compile("、|以及|和|与|及")
LINK_BEFORE = re.compile("(?:、|以及|和|与|及)$")
# before a district alone, or a full name whose stem is an ordinary word: the head of a clause or one of these
OPENS = re.compile("(?:^|[^一-龥]|[在于和与及从自由到至赴对为以是含即驻省市州盟])$")
AREA_AROUND = re.compile("(?<!东海)(?:地区(?!生产|行署|专员|差)|城区|境内)")  # 东海 is a sea
LONGEST_SHORT = 5
AROUND = 3  # characters on each side that the words are cut from
TWO = 2
UNIT_ENDINGS = tuple("县市区旗州省路")  # 江西|南城|区: of another name
OTHER_NAME = re.compile(
    "王(?:酒|集团|公司|牌)|桥(?!梁)|角(?=[景风村镇灯])"
)  # 汾阳|王酒业, 当阳|桥, 临高|角景区


def with_counties(text: str, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """``mentions`` (in order, without overlaps) with the counties that counties.csv names, also in order without overlaps.

    Right behind its superior a county counts with its full or short name and is one mention from where the superior
    begins; elsewhere with its full name, where no other county has it. Names of a list may share superior or ending.
    """
    found = {m.start: m for m in _behind_superiors(text, mentions)}
    taken = [(m.start, m.end) for m in found.values()]
    for mention in (*_by_full_name(text, mentions), *_by_area_around(text, mentions)):
        if not any(low < mention.end and mention.start < high for low, high in taken):
            for each in (mention, *_before_in_list(text, mention)):
                found.setdefault(each.start, each)
    if not found:
        return with_listed(text, mentions)
    merged = _merged(text, mentions, sorted(found.values(), key=lambda m: (m.start, -m.end)))
    return with_listed(text, merged)


def _behind_superiors(text: str, mentions: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """河北省|涉县, 湖北|云梦, 兰州市|城关区, with the names of a list behind: 贵州省|湄潭、凤冈和余庆县."""
    below = counties().below
    end = 0
    for k, superior in enumerate(mentions):
        table = below.get(superior.name) if superior.kind in SUPERIOR else None
        if table is None or superior.start < end:
            continue
        after = mentions[k + 1] if k + 1 < len(mentions) else None
        county = _spelled_at(text, superior.end, table, after)
        start, at = superior.start, superior.end
        while county is not None:
            spelling, one = county
            end = at + len(spelling)
            if not (start == superior.start and is_in_base(one)):
                yield mention_of(one, start, end)
            link = LINK.match(text, end)
            start = at = link.end() if link is not None else end
            county = _spelled_at(text, at, table)
            if link is None and county is not None and not ENDING.match(county[0][-1]):
                county = None  # 岷县|漳县, but not 岷县|会宁


def _spelled_at(
    text: str, at: int, table: Mapping[str, County], after: PlaceMention | None = None
) -> tuple[str, County] | None:
    """The longest spelling of a county of ``table`` at a position; ``after``: the mention that comes next."""
    for length in range(min(counties().longest, len(text) - at), 1, -1):
        spelling = text[at : at + length]
        county = table.get(spelling)
        if county is None:
            continue
        end = at + length
        if spelling[-1] in "县市区旗" and spelling != stem_of(county):
            if (length > TWO or spelling[-1] != "区") and not NOT_AFTER.match(text, end):
                return spelling, county
            continue
        water = text[end : end + 1] in WATERS_AND_HILLS  # 多伦|湖
        longer = after is not None and after.start < end and after.end >= end
        if longer or water or is_ordinary_below(spelling) or _is_part_of_name(text, end, county):
            continue
        if not _cut_through(text[max(0, at - 2) : end + AROUND], min(at, 2), min(at, 2) + length):
            return spelling, county
    return None


def _is_part_of_name(text: str, end: int, county: County) -> bool:
    """What follows a short name makes another of it: 南城|区, 柳河|镇, 泰|宁德, 汾阳|王酒业."""
    if text[end : end + 1] in UNIT_ENDINGS or TOWN.match(text, end) or OTHER_NAME.match(text, end):
        return True
    province = _provinces().get(county.parent)
    return _provinces().get(text[end - 1 : end + 1]) == (province or county.parent)


def _by_full_name(text: str, mentions: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """蕲春县|赤东镇, 敦煌市|七里镇: a full name that one county alone has."""
    ends = {mention.end for mention in mentions}
    paths = {(mention.end, mention.name) for mention in mentions}
    for match in ENDING.finditer(text):
        end = match.end()
        if NOT_AFTER.match(text, end):
            continue
        for spelling, county in full_names_before(text, end):
            if len(spelling) <= TWO or is_in_base(county):
                continue
            if (end - 1, spelling[:-1]) not in paths and not _stands_alone(text, end, spelling, ends):
                continue
            yield mention_of(county, end - len(spelling), end)
            break


def _by_area_around(text: str, mentions: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """腾冲|地区, 余姚|城区 at the head of a clause: a short name that one county alone has, no ordinary word, and none of a
    larger place that stands there (``mentions``: 昌吉境内 is of the prefecture)."""
    taken = {mention.start for mention in mentions}
    for match in AREA_AROUND.finditer(text):
        for length in range(TWO, LONGEST_SHORT):
            start = match.start() - length
            short = text[start : match.start()]
            if start < 0 or start in taken or is_ordinary(short):
                continue
            if OPENS.search(text, max(0, start - TWO), start) is None:
                continue
            named = [county for ending in "县市旗" if (county := unique(short + ending)) is not None]
            if len(named) == 1 and not is_in_base(named[0]):
                yield mention_of(named[0], start, match.start())


def full_names_before(text: str, end: int) -> Iterator[tuple[str, County]]:
    """Full names that end at ``text[end - 1]`` and that one county alone has, the longest first."""
    table = counties()
    far = table.longest if text.endswith(tuple(PEOPLES_UNITS), 0, end) else LONGEST_SHORT + TWO
    for length in range(min(far, end), 1, -1):
        spelling = text[end - length : end]
        if spelling in table.full_names:
            county = unique(spelling)
            if county is not None:
                yield spelling, county


def _stands_alone(text: str, end: int, spelling: str, ends: set[int]) -> bool:
    """Whether a full name is no part of other words: not 西|南山区, 会同|县教育局, 建设富裕县."""
    start = end - len(spelling)
    stem = spelling[:-1]
    before = text[max(0, start - AROUND) : start]
    if stem in place_words().counties["only_below"]:
        return False
    if spelling[-1] == "区" and (is_ordinary(stem) or _is_common_word(spelling)):
        return False
    if start in ends:
        return True
    if (spelling.endswith(("区", "城市")) or is_ordinary(stem)) and not OPENS.search(before):
        return False
    return not _runs_over(before + spelling, len(before))


def _is_common_word(spelling: str) -> bool:
    """老城区, 解放区: a word of the dictionary that is no name."""
    return word_cutter().knows(spelling) and [f for _, f in word_cutter().cut(spelling)] == ["n"]


def _before_in_list(text: str, mention: PlaceMention) -> Iterator[PlaceMention]:
    """湄潭、凤冈|和余庆县, 城关区|和七里河区: names before a full name, of the same province, that share its ending."""
    ending = text[mention.end - 1]
    province = _provinces().get(mention.parent or "") or ""
    tables = [counties().below.get(superior, {}) for superior in (mention.parent or "", province)]
    at = mention.start
    while (link := LINK_BEFORE.search(text, max(0, at - TWO), at)) is not None:
        end = link.start()
        found = None
        for length in range(min(LONGEST_SHORT, end), 1, -1):
            stem = text[end - length : end]
            county = next((t[s] for t in tables for s in (stem, stem + ending) if s in t), None)
            before = text[max(0, end - length - TWO) : end - length]
            apart = OPENS.search(before) or LINK_BEFORE.search(before)
            if county is not None and apart and not (is_ordinary(stem) and len(stem) <= TWO):
                found = end - length, county
                break
        if found is None or is_in_base(found[1]):
            return
        at = found[0]
        yield mention_of(found[1], at, end)


@cache
def _provinces() -> Mapping[str, str | None]:
    return {place.name: place.parent for place in base_places() if place.kind == "prefecture"}


@lru_cache(maxsize=8192)
def _cut_through(window: str, start: int, end: int) -> bool:
    """Whether a word of the dictionary runs over the start or the end of ``window[start:end]``."""
    return _crosses(window, start) or _crosses(window, end)


@lru_cache(maxsize=8192)
def _runs_over(window: str, start: int) -> bool:
    """Whether a word of the dictionary begins before ``start`` and ends behind it."""
    return _crosses(window, start)


def _crosses(window: str, at: int) -> bool:
    position = 0
    for word, _ in word_cutter().cut(window):
        after = position + len(word)
        if position < at < after:
            return word_cutter().knows(word)
        position = after
    return False


def _merged(text: str, mentions: Sequence[PlaceMention], found: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Both in order; a county takes the place of what it holds (新乡 in 新乡县), and gives way to what holds it."""
    out = list(mentions)
    for county in found:
        start = county.start
        over = [m for m in out if m.start < county.end and start < m.end]
        if any(m.start < start and m.end >= county.end for m in over):
            continue
        if any((m.start, m.end) == (start, county.end) and m.kind == "county" for m in over):
            if not any(m.parent == county.parent for m in over):
                out = [m for m in out if m not in over]
                out.append(county)
            continue
        ahead = next((m for m in over if m.start < start), None)
        if ahead is not None:
            if (
                text[start : ahead.end] != ahead.name
            ):  # the county's own name is the end of a path: 河南|新乡|县
                continue
            start = ahead.start
        out = [m for m in out if m not in over]
        out.append(PlaceMention(start, county.end, county.name, "county", parent=county.parent))
    return sorted(out, key=lambda m: (m.start, -m.end))
