"""What the text of a study says more closely than its title: the cities in a part of the country (黔北; 豫西南、鄂西), the
members of a region of so many (长江中游三省: 湖北、湖南、江西三省)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from suyuan.facts.sites.candidates import FINER, Candidate
from suyuan.facts.sites.lines import Line
from suyuan.facts.sites.ranking import CLOSER, best
from suyuan.places import Gazetteer
from suyuan.places.groups import place_lists
from suyuan.places.records import Place
from suyuan.places.regions_by_ending import FISHERY

BELOW = frozenset({"prefecture", "county"})
UNITS = BELOW | {"province"}
NUMBERS = {char: value for value, char in enumerate("二三四五六七八九十", 2)} | {"两": 2}
UNIT = "[市县区州省]"
COUNTED = re.compile(f"(?P<number>[二两三四五六七八九十])个?{UNIT}$")
COUNTED_NEXT = re.compile(
    rf"(?P<number>[二两三四五六七八九十]|\d{{1,2}})个?(?:地级|设区|县级)?(?:{UNIT}|地(?!区))"
)


def members_told(
    own: Sequence[str], titles: Sequence[str], lines: Iterable[Line], gazetteer: Gazetteer
) -> tuple[str, ...]:
    """湖北、湖南、江西 of 湖北、湖南、江西三省, where the title is on 长江中游三省; nothing where no list in the text has so many
    members, or the region is a name that everybody uses (京津冀三地, 成渝两地)."""
    place = gazetteer.places.get(own[0]) if len(own) == 1 else None
    if place is None or place.kind in UNITS:
        return ()
    number = _number_of(place, titles)
    for line in lines if number else ():
        found = [m for m in gazetteer.find(line.text) if m.kind in UNITS]
        for run in place_lists(line.text, found):
            names = tuple(dict.fromkeys(mention.name for mention in run))
            told = COUNTED_NEXT.match(line.text, run[-1].end)
            if told is None or len(names) != number or _value(told["number"]) != number:
                continue
            if not place.members or set(place.members) == set(names):
                return names
    return ()


def in_wider(winner: Candidate | None, found: Iterable[Candidate], gazetteer: Gazetteer) -> Candidate | None:
    """陈巴尔虎旗 of 研究区位于陈巴尔虎旗东部, where the abstract only tells the wider place (以呼伦贝尔草甸草原为对象); else the
    winner."""
    if winner is None or winner.sort != "place" or winner.where != "abstract" or len(winner.names) > 1:
        return winner
    within = (
        each
        for each in found
        if each.sort == "place"
        and each.where == "methods"
        and "seat" in each.evidence
        and len(each.names) == 1
        and each.names != winner.names
        and lies_in(each.names[0], winner.names[0], gazetteer)
    )
    return next(within, winner)


def parts_told(own: Sequence[str], found: Iterable[Candidate], gazetteer: Gazetteer) -> tuple[str, ...]:
    """南阳、恩施 of 对南阳市、恩施州学生的调查, where the title is on 豫西南、鄂西: of several regions there must be some in the
    province of each and none elsewhere. Nothing where a place of the title is more than a part of the country."""
    places = [gazetteer.places.get(name) for name in own]
    counted = COUNTED.search(own[0]) if len(own) == 1 else None
    if not own or not all(_is_part(place, counted=counted is not None) for place in places):
        return ()
    number = NUMBERS.get(counted["number"], 0) if counted is not None else 0
    above = [place.parent for place in places if place is not None]
    closer = best(
        [
            each
            for each in found
            if (each.sort != "place" and (each.sort != "house" or len(own) == 1))
            or (
                (_is_fine(each, gazetteer) or _is_ground_within(each, own))
                and (not number or len(each.names) == number)
                and (len(own) == 1 or _shared_out(each.names, above, gazetteer))
            )
        ],
        CLOSER,
    )
    return closer.names if closer is not None else ()


def _number_of(place: Place, titles: Sequence[str]) -> int:
    """How many members a region has by its name (东北三省) or by what follows it in a title (长江中游|三省), else 0."""
    named = COUNTED.search(place.name)
    if named is not None:
        return NUMBERS[named["number"]]
    if place.members:
        return 0
    behind = (
        COUNTED_NEXT.match(title, match.end())
        for title in titles
        for match in re.finditer(re.escape(place.name), title)
    )
    return next((_value(match["number"]) for match in behind if match is not None), 0)


def _value(number: str) -> int:
    return NUMBERS[number] if number in NUMBERS else int(number)


def _is_part(place: Place | None, *, counted: bool) -> bool:
    """A part of the country that no table divides."""
    return place is not None and not place.members and (place.kind in ("region", "group") or counted)


def _is_fine(candidate: Candidate, gazetteer: Gazetteer) -> bool:
    if "led" in candidate.evidence and "collected" not in candidate.evidence:
        places = [gazetteer.places.get(name) for name in candidate.names]
        return (
            all(place is None or place.kind in BELOW for place in places)
            and candidate.finer < FINER["region"]
        )
    return candidate.finer <= FINER["prefecture"]


def _is_ground_within(candidate: Candidate, own: Sequence[str]) -> bool:
    """舟山渔场, in a paper whose title is on 东海: fishing grounds, where the title names none."""
    grounds = all(name.endswith(FISHERY) for name in candidate.names)
    return grounds and not any(name.endswith(FISHERY) for name in own)


def _shared_out(names: Sequence[str], above: Sequence[str | None], gazetteer: Gazetteer) -> bool:
    """Whether each of the provinces ``above`` holds one of the places, and each of the places lies in one of them."""
    held = [next((p for p in above if p is not None and lies_in(name, p, gazetteer)), None) for name in names]
    return None not in held and set(held) == set(above)


def lies_in(name: str, whole: str, gazetteer: Gazetteer) -> bool:
    """Whether a place is another or a part of it."""
    place = gazetteer.places.get(name)
    while place is not None and place.name != whole:
        place = gazetteer.places.get(place.parent) if place.parent else None
    return place is not None
