"""Parts of the country that no table names, read by their ending."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from suyuan.places.records import Place, PlaceMention
from suyuan.places.tables import place_words
from suyuan.places.unlisted import REGION_OF

AROUND_WATER = re.compile("[环沿泛](?!境)[一-龥]{1,3}[湖江河海湾]$")
FISHERY = "渔场"  # also of a sea or a part of a province: 黄海渔场, 闽南渔场
FISHED = REGION_OF | {"region", "group"}
LONGEST_AROUND = 5  # characters of 环鄱阳湖


def regions_by_ending(text: str, spellings: Mapping[str, Place | None]) -> Iterator[PlaceMention]:
    """成都平原经济区, 武汉都市圈, 环鄱阳湖城市群, 闽南渔场: a part of the country that no table names, by its ending."""
    words = place_words()
    for match in words.region.finditer(text):
        end = match.end()
        short = words.region_short.search(text, max(0, match.start() - 3), match.start())
        if short is not None and text[short.start() : end] not in spellings:
            name = text[short.start() : end]
            yield PlaceMention(short.start(), end, name, "region", parent=words.abbreviations[name[0]])
            continue
        if match.group() == "地区":
            continue
        around = AROUND_WATER.search(text, max(0, match.start() - LONGEST_AROUND), match.start())
        if around is not None and not any(
            text[around.start() : k] in spellings for k in range(around.start() + 2, end + 1)
        ):
            yield PlaceMention(around.start(), end, text[around.start() : end], "region")
            continue
        for length in (4, 3, 2):
            start = match.start() - length
            place = spellings.get(text[max(0, start) : match.start()]) if start >= 0 else None
            kinds = FISHED if match.group() == FISHERY else REGION_OF
            if place is not None and place.kind in kinds and text[start:end] not in spellings:
                yield PlaceMention(start, end, text[start:end], "region", parent=place.name)
                break
