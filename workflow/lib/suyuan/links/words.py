"""The words of links (``data/link_words.yaml``) in the form that the constructions use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from suyuan.language import alternatives, any_of, language_table
from suyuan.records.act import LinkKind

SHARED_REACH = 6  # characters between the short names of two places and what they share: 京张|体育文化|旅游带


@dataclass(frozen=True, slots=True)
class LinkWords:
    """The table, ready for matching."""

    sides: tuple[str, ...]
    relations: dict[str, LinkKind]
    relation: re.Pattern[str]
    building: re.Pattern[str]  # verb … noun; group 1 is the noun
    building_nouns: dict[str, LinkKind]
    reach: int
    branch: re.Pattern[str]  # 设立…分支机构
    partner: re.Pattern[str]
    goes_on: re.Pattern[str]  # from the head of a clause to its 在
    not_heads: tuple[str, ...]
    outpost: re.Pattern[str]
    seated: re.Pattern[str]  # …基地设在
    move_to: re.Pattern[str]
    move_toward: re.Pattern[str]
    toward: tuple[str, ...]
    because: tuple[str, ...]
    because_moved: re.Pattern[str]  # after the body: (的)搬迁
    movable: re.Pattern[str]
    function: re.Pattern[str]
    denied: re.Pattern[str]
    not_between: re.Pattern[str]
    not_moved: re.Pattern[str]
    city_letters: dict[str, str]  # 甬: 宁波
    neighbours: dict[str, list[str]]  # provinces that a municipality borders on
    settled_pairs: dict[str, list[str]]  # 深汕: the two places
    shared: re.Pattern[str]  # what two places have together, right after their short names; group 1
    shared_nouns: dict[str, LinkKind]
    with_others: tuple[str, ...]


@cache
def link_words() -> LinkWords:
    """The table of the package."""
    return build(language_table("link_words.yaml"))


def build(data: dict[str, Any]) -> LinkWords:
    """Table from the mapping in the file. KeyError names a missing section."""
    verbs, nouns = alternatives(data["building_verbs"]), alternatives(data["building_nouns"])
    branch_verbs, branches = alternatives(data["branch_verbs"]), alternatives(data["branches"])
    return LinkWords(
        sides=tuple(data["sides"]),
        relations=data["relations"],
        relation=re.compile(alternatives(data["relations"])),
        building=re.compile(f"(?:{verbs})[^，。；]{{0,24}}?({nouns})"),
        building_nouns=data["building_nouns"],
        reach=data["relation_reach"],
        branch=re.compile(f"(?:{branch_verbs})[^，。；]{{0,12}}?(?:{branches})"),
        partner=re.compile(f"有?[^，。；]{{0,4}}?{any_of(data['partners'])}"),
        goes_on=re.compile(data["goes_on"]),
        not_heads=tuple(data["not_heads"]),
        outpost=re.compile(f"[^，。；、的]{{0,8}}?{any_of(data['outposts'])}"),
        seated=re.compile(f"的?[^，。；、的]{{0,8}}?{any_of(data['outposts'])}{any_of(data['seats'])}"),
        move_to=re.compile(f"{any_of(data['move_to'])}"),
        move_toward=re.compile(f"{any_of(data['move_toward'])}"),
        toward=tuple(data["toward"]),
        because=tuple(data["because"]),
        because_moved=re.compile(f"的?{any_of(data['because_moved'])}"),
        movable=re.compile(f"[^，。；、的]{{0,6}}?{any_of(data['movables'])}"),
        function=re.compile(f"({alternatives(data['functions'])})[^，。；在]{{0,6}}?在"),
        denied=re.compile(data["denied"]),
        not_between=re.compile(alternatives(data["not_between"])),
        not_moved=re.compile(data["not_moved"]),
        city_letters=data["city_letters"],
        neighbours=data["neighbours"],
        settled_pairs=data["settled_pairs"],
        shared=re.compile(f"[^，。；、的和与及]{{0,{SHARED_REACH}}}({alternatives(data['shared_nouns'])})"),
        shared_nouns=data["shared_nouns"],
        with_others=tuple(data["with_others"]),
    )
