"""Ends of links: the places of a flow, and bodies as the places where they sit."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, replace
from functools import cache

from suyuan.links.pairs import short_pairs
from suyuan.links.words import link_words
from suyuan.places import Gazetteer, GroupContext, PlaceMention, group_words, resolve_group
from suyuan.places.records import ADMINISTRATIVE
from suyuan.places.tables import package_text

VERB_IN_NAME = re.compile("共建|合作建|共同建|联合建")
BODIES = frozenset({"body", "organisation", "scheme"})
# what joins the members of a list; one member that the gazetteer does not know may stand between (满城、白洋淀、秦皇岛)
LIST_LINK = re.compile("(?:、|和|与|及|以及)?(?:(?<=、)[\\u4e00-\\u9fff]{2,4}、)?")


@dataclass(frozen=True, slots=True)
class End:
    """A place or a seated body in a flow."""

    start: int
    end: int
    places: tuple[str, ...]  # more than one for a group (京津)
    body: bool = False

    @property
    def place(self) -> str | None:
        """The one place, or None for a group."""
        return self.places[0] if len(self.places) == 1 else None


def find_ends(text: str, gazetteer: Gazetteer, context: GroupContext) -> list[End]:
    """Places and seated bodies of ``text`` in order. The country, and bodies without a seat below it, are none."""
    ends: list[End] = []
    for mention in _parted(text, gazetteer):
        end = end_of(mention, gazetteer)
        if end is not None:
            ends.append(end)
    for match in group_words(text):
        names = gazetteer.expand(resolve_group(text, match.start(), context))
        if len(names) > 1 and not any(e.start <= match.start() < e.end for e in ends):
            ends.append(End(match.start(), match.end(), names))
    for start, stop, pair in short_pairs(text, gazetteer):
        inside = [e for e in ends if e.start < stop and start < e.end]
        single = len(inside) == 2 and all(e.end - e.start == 1 for e in inside)
        if not inside or (single and text[stop - 1] in link_words().city_letters):
            # 沪宁: 宁 beside 上海 is 南京, though alone it is 宁夏
            ends = [*(e for e in ends if e not in inside), End(start, stop, pair)]
    return sorted(ends, key=lambda end: end.start)


def _parted(text: str, gazetteer: Gazetteer) -> list[PlaceMention]:
    """Mentions of ``text``; words taken for the name of a body that hold a verb of cooperation (唐山共建研究院) are
    parted before it."""
    mentions: list[PlaceMention] = []
    for mention in gazetteer.find(text):
        verb = VERB_IN_NAME.search(text, mention.start, mention.end) if mention.kind in BODIES else None
        if verb is None or mention.name in gazetteer.places:
            mentions.append(mention)
        else:
            inside = gazetteer.find(text[mention.start : verb.start()])
            mentions += [replace(m, start=m.start + mention.start, end=m.end + mention.start) for m in inside]
    return mentions


def end_of(mention: PlaceMention, gazetteer: Gazetteer) -> End | None:
    """The end that a mention makes."""
    if mention.kind in BODIES:
        # a scheme or institution without a seat of its own stands for what it lies in
        seat = mention.seat or mention.parent or seats().get(mention.name)
        if seat is None or seat == "中国" or seat not in gazetteer.places:
            return None
        return End(mention.start, mention.end, gazetteer.expand((seat,)), body=True)
    if mention.kind == "country" or (mention.kind == "region" and not lies_in_one(mention.name, gazetteer)):
        return None
    if mention.kind == "group" and lies_in_one(mention.name, gazetteer):
        return End(
            mention.start, mention.end, (mention.name,)
        )  # 廊坊北三县: a part of one place, by its own name
    return End(mention.start, mention.end, mention.members or (mention.name,))


def lies_in_one(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a region or group of the gazetteer is part of one place below the country: 白洋淀 of 河北."""
    place = gazetteer.places.get(name)
    parent = gazetteer.places.get(place.parent or "") if place is not None else None
    return parent is not None and parent.kind in ADMINISTRATIVE and parent.kind != "country"


@cache
def seats() -> dict[str, str]:
    """Seats of institutions that the gazetteer knows by name only (``data/seats.csv``, each with its source)."""
    return {row["name"]: row["seat"] for row in csv.DictReader(io.StringIO(package_text("seats.csv")))}


def row_from(text: str, ends: list[End], index: int) -> list[End]:
    """The ends that begin with ``ends[index]`` and are joined by 、 or 和."""
    row = [ends[index]]
    for end in ends[index + 1 :]:
        if not LIST_LINK.fullmatch(text[row[-1].end : end.start]):
            break
        row.append(end)
    return row


def contains(gazetteer: Gazetteer, outer: str, inner: str) -> bool:
    """Whether ``inner`` lies in ``outer``: 石景山 in 北京."""
    place = gazetteer.places.get(inner)
    while place is not None and place.parent:
        if place.parent == outer:
            return True
        place = gazetteer.places.get(place.parent)
    return False
