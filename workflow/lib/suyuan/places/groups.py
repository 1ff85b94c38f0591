"""What 三地, 两市, 全省, 我国 stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from suyuan.places.gazetteer import Gazetteer
from suyuan.places.records import ADMINISTRATIVE, GEOGRAPHIC, PlaceMention
from suyuan.places.tables import place_words
from suyuan.places.trie import longest_match

NATIONAL = "中国"
WORLD = "全球"
LONGEST_PART = 3  # characters: 皖西北
LIST_LINK = re.compile(r"(?:[、，-]|和|与|及|以及|同|跟)")
DEFINITION = re.compile(r"[（(]?(?:以下)?(?:简称|统称|合称|即)为?[“\"「]?")
# a word for several places is none inside these
NOT_GROUP = re.compile(
    r"两地分居|双方向|三方面|三地区|两市场|三市场|两区域|两省区|全[市省区县]性|各方面|各地区?级"
)


# 中游三省, 其余两市: others than those named before
OTHERS = re.compile(r"(?:[上中下]游|其他|其余|另外?|沿海|内陆|[东西南北中]部|哪|某)$")


@dataclass(frozen=True)
class GroupContext:
    """What a group word may look back to."""

    gazetteer: Gazetteer
    own_area: tuple[str, ...] = ()  # the area that the document is about, from its title
    earlier: tuple[str, ...] = field(default=())  # texts of the paragraphs before, the nearest first


@cache
def group_pattern() -> re.Pattern[str]:
    """Finds the words that :func:`resolve_group` resolves; 三地, 全省, 我国 …"""
    words = place_words()
    return longest_match([*words.group_words, *words.own_area_words, *words.national_words])


def group_words(text: str) -> Iterator[re.Match[str]]:
    """Matches of group words in ``text``."""
    return (
        match
        for match in group_pattern().finditer(text)
        if not NOT_GROUP.match(text, match.start())
        and not OTHERS.search(text, 0, match.start())
        and _part_before(text, match.start()) is None
    )


def _part_before(text: str, end: int) -> re.Match[str] | None:
    """皖北|两市: two in that part of a province, and none named before."""
    return place_words().part_of_province.search(text, max(0, end - LONGEST_PART), end)


def resolve_group(text: str, start: int, context: GroupContext) -> tuple[str, ...]:
    """Short names that the group word at ``text[start:]`` stands for; empty if nothing fits or no word stands there.

    三地 is the nearest list or group with three members before it, in this paragraph, then in the paragraphs before,
    then the document's own area. A list that the paragraph gives a name to (…（简称“通武廊”）) comes first. A known
    group is given by its name (京津冀); expand it with :meth:`Gazetteer.expand`.
    """
    match = group_pattern().match(text, start)
    if match is None:
        return ()
    words, word = place_words(), match.group()
    if word in words.national_words:
        return (NATIONAL,)
    if word in words.own_area_words:
        return _own_area(word, context) or _told_before(word, text[:start], context)
    count = words.group_words[word]
    for before in (text[:start], *context.earlier):
        found = _antecedent(before, count, context.gazetteer)
        if found:
            same = set(context.gazetteer.expand(found)) == set(context.own_area)
            return context.own_area if same else found
    members = context.gazetteer.expand(context.own_area)
    if len(members) == count or (count is None and len(members) > 1):
        return context.own_area
    return ()


def _own_area(word: str, context: GroupContext) -> tuple[str, ...]:
    """The document's area, or the place that holds it, if it is one that the word can mean: 全省 of a report on a city is
    its province, and 全市 of a paper on the country no place that we know."""
    if len(context.own_area) > 1:
        return _common_superior(word, context)
    if not context.own_area:
        return ()
    place = context.gazetteer.places.get(context.own_area[0])
    endings = place_words().own_area_endings
    wanted = next((endings[char] for char in word if char in endings), None)
    if wanted is None:
        return context.own_area if place is not None else ()
    while place is not None:
        if place.full_name.endswith(wanted):
            return (place.name,)
        place = context.gazetteer.places.get(place.parent) if place.parent else None
    return ()


def _common_superior(word: str, context: GroupContext) -> tuple[str, ...]:
    """全省 in a paper on three counties of one province: that province."""
    if not word.startswith("全"):
        return ()
    found = {_own_area(word, replace(context, own_area=(name,))) for name in context.own_area}
    return found.pop() if len(found) == 1 and not found & {(name,) for name in context.own_area} else ()


def _told_before(word: str, text: str, context: GroupContext) -> tuple[str, ...]:
    """浙江沿海…；|全省|受灾面积1万公顷 in a paper on the country: the province that the paragraph named last."""
    endings = place_words().own_area_endings
    wanted = next((endings[char] for char in word if char in endings), None)
    if wanted is None or context.own_area != (NATIONAL,) or not word.startswith("全"):
        return ()
    for mention in reversed(context.gazetteer.find(text)):
        place = context.gazetteer.places.get(mention.name)
        if place is not None and place.kind in ADMINISTRATIVE and place.full_name.endswith(wanted):
            return (place.name,)
    return ()


def names_a_smaller_place(text: str) -> bool:
    """Whether a text holds a word of a part of the country that the document is on: 全市, 我省."""
    words = place_words()
    found = (match.group() for match in group_words(text))
    return any(
        word in words.own_area_words and any(c in words.own_area_endings for c in word) for word in found
    )


def place_lists(text: str, mentions: list[PlaceMention]) -> list[list[PlaceMention]]:
    """Runs of places joined by 、 和 与: each a list with one or more members."""
    runs: list[list[PlaceMention]] = []
    for mention in mentions:
        last = runs[-1][-1] if runs else None
        between = text[last.end : mention.start] if last is not None else None
        if between is not None and (between == "" or LIST_LINK.fullmatch(between)):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return runs


def names_of(run: list[PlaceMention], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Names in a list of places; the name of the group where the list is exactly one."""
    names = tuple(dict.fromkeys(mention.name for mention in run))
    if len(names) < 2:
        return names
    group = gazetteer.group_of(names)
    return (group,) if group is not None else names


def _antecedent(text: str, count: int | None, gazetteer: Gazetteer) -> tuple[str, ...]:
    mentions = [m for m in gazetteer.find(text) if m.kind in GEOGRAPHIC or m.kind == "scheme"]
    candidates: list[tuple[int, int, tuple[str, ...]]] = []  # rank, end, names
    for run in place_lists(text, mentions):
        names = names_of(run, gazetteer)
        size = len(gazetteer.expand(names))
        if size == count or (count is None and size > 1):
            defined = DEFINITION.match(text, run[-1].end) is not None
            candidates.append((int(defined), run[-1].end, names))
    if candidates:
        return max(candidates)[2]
    return _exactly(mentions, count, gazetteer)


def _exactly(mentions: list[PlaceMention], count: int | None, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The places of one kind that the paragraph names, if they are exactly so many (北京 … 天津 … 两市)."""
    if count is None:
        return ()
    for kind in ("province", "prefecture", "county"):
        same = [m for m in mentions if m.kind == kind]
        if len({m.name for m in same}) == count:
            return names_of(same, gazetteer)
    return ()
