"""Short names of two places that no table lists: 京雄, 广佛, 成德 — the letters of two neighbours side by side.

A letter stands for a municipality or special region by its abbreviation, for a city by its own abbreviation (甬 宁波), else for
the cities and new areas whose name begins with it. The two letters are a pair where exactly one choice of places is
neighbouring: two cities of one province, or a city beside a municipality (京 and a city of 河北). Letters that could be several
cities of a province (深汕) say nothing, but for the few that usage has settled.
"""

from __future__ import annotations

from functools import lru_cache

from suyuan.cutter import word_cutter
from suyuan.links.words import link_words
from suyuan.places import Gazetteer
from suyuan.places.records import Place
from suyuan.places.tables import place_words

AREA_ENDING = "新区"
REACH = 8  # characters on either side that are cut into words
NAME_FLAGS = frozenset({"j", "nz"})  # words of the dictionary that are short names: 沪宁; 南北, 平安 are none


def short_pairs(text: str, gazetteer: Gazetteer) -> list[tuple[int, int, tuple[str, str]]]:
    """Spans in ``text`` of two letters with the two places, right before what they share (走廊, 一体化, 合作)."""
    found: list[tuple[int, int, tuple[str, str]]] = []
    letters = _letters(tuple(gazetteer.places.values()))
    shared = link_words().shared
    for at in range(len(text) - 2):
        if text[at] not in letters or text[at + 1] not in letters or not shared.match(text, at + 2):
            continue
        pair = _pair(text[at : at + 2], letters, gazetteer)
        if pair is None or not _stands_alone(text, at):
            continue
        beside = (text[at - 1 : at + 1], text[at + 1 : at + 3])
        if any(len(both) == 2 and _choices(both, letters, gazetteer) for both in beside):
            continue  # 长株潭: three
        found.append((at, at + 2, pair))
    return found


@lru_cache(maxsize=8)
def _letters(places: tuple[Place, ...]) -> dict[str, tuple[str, ...]]:
    """Places that a letter may stand for."""
    words = link_words()
    letters: dict[str, list[str]] = {}
    areas: dict[str, list[str]] = {}
    for place in places:
        if place.kind == "prefecture":
            letters.setdefault(place.name[0], []).append(place.name)
        elif place.kind == "zone" and place.name.endswith(AREA_ENDING):
            areas.setdefault(place.name[0], []).append(place.name)
    letters = {**areas, **letters}  # 舟 is 舟山 and not its new area
    known = {place.name for place in places}
    table = place_words().abbreviations
    letters.update({letter: [name] for letter, name in table.items() if name in words.neighbours})
    letters.update({letter: [name] for letter, name in words.city_letters.items() if name in known})
    return {letter: tuple(names) for letter, names in letters.items()}


def _pair(both: str, letters: dict[str, tuple[str, ...]], gazetteer: Gazetteer) -> tuple[str, str] | None:
    """The two places of two letters, if one choice only is neighbouring."""
    settled = link_words().settled_pairs.get(both)
    if settled is not None:
        return (settled[0], settled[1]) if all(name in gazetteer.places for name in settled) else None
    choices = _choices(both, letters, gazetteer)
    return choices[0] if len(choices) == 1 else None


def _choices(both: str, letters: dict[str, tuple[str, ...]], gazetteer: Gazetteer) -> list[tuple[str, str]]:
    """Neighbouring places that two letters may stand for."""
    return [
        (a, b)
        for a in letters.get(both[0], ())
        for b in letters.get(both[1], ())
        if a != b and _neighbouring(gazetteer.places[a], gazetteer.places[b])
    ]


def _neighbouring(a: Place, b: Place) -> bool:
    """Two cities of one province, or one beside a municipality or special region."""
    near = link_words().neighbours
    if a.name in near or b.name in near:
        return b.parent in near.get(a.name, ()) or a.parent in near.get(b.name, ())
    return a.parent == b.parent and a.parent is not None


def _stands_alone(text: str, at: int) -> bool:
    """Whether no ordinary word holds one of the two letters: 完成|德…, 平安, 南北 are words.

    What the cutter joins without the dictionary (京雄科) is no word.
    """
    cutter = word_cutter()
    both = text[at : at + 2]
    if cutter.knows(both) and cutter.cut(both)[0][1] not in NAME_FLAGS:
        return False
    start = max(0, at - REACH)
    end = start
    for word, _ in cutter.cut(text[start : at + REACH]):
        begin, end = end, end + len(word)
        inside = begin < at + 2 and at < end
        if inside and not (at <= begin and end <= at + 2) and (begin < at or cutter.knows(word)):
            return False
    return True
