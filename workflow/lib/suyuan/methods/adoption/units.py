"""Units of a level inside an area, from the gazetteer."""

from __future__ import annotations

from suyuan.methods.adoption.declared import Level
from suyuan.places import Gazetteer
from suyuan.places.above import superiors


def units_of(level: Level, area: str, gazetteer: Gazetteer) -> list[str]:
    """Units of a level in an area (place or group), those of ``also`` first, then in the order of the gazetteer."""
    inside = set(gazetteer.expand((area,)))
    found = [
        place.name
        for place in gazetteer.places.values()
        if place.kind in level.kinds and inside & {place.name, *superiors(gazetteer, place.name)}
    ]
    return list(dict.fromkeys([*level.also, *found]))
