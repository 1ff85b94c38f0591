"""Level of an act: which tier of government its actors belong to."""

from __future__ import annotations

from suyuan.acts.actors import Actor
from suyuan.places import Gazetteer
from suyuan.records.act import Level

PREFECTURES, COUNTIES = "prefecture", "county"


def level_of(actors: list[Actor], areas: tuple[str, ...], gazetteer: Gazetteer) -> Level | None:
    """国家 for a national body; 区域 for three and more provinces, 省际 for two, 城际 for two and more cities or a city
    with a province; else the tier of the one place. None where no actor has a place."""
    if any(actor.national for actor in actors):
        return "国家"
    kinds = []
    for name in gazetteer.expand(areas):
        place = gazetteer.places.get(name)
        kinds.append(place.kind if place is not None else COUNTIES)
    if not kinds:
        return None
    if len(kinds) == 1:
        single: dict[str, Level] = {
            "country": "国家",
            "province": "省级",
            PREFECTURES: "市级",
            COUNTIES: "县级",
        }
        return single.get(kinds[0])
    if all(kind == "province" for kind in kinds):
        return "省际" if len(kinds) == 2 else "区域"
    return "城际"
