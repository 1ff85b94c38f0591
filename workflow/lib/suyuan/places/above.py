"""What a place lies in: its superiors, its province, its city."""

from __future__ import annotations

from collections.abc import Iterator

from suyuan.places.gazetteer import Gazetteer


def superiors(gazetteer: Gazetteer, name: str) -> Iterator[str]:
    """Places that a place lies in, the nearest first, the country last."""
    place = gazetteer.places.get(name)
    while place is not None and place.parent:
        yield place.parent
        place = gazetteer.places.get(place.parent)


def province_of(gazetteer: Gazetteer, name: str) -> str | None:
    """The province that a place is or lies in."""
    for each in (name, *superiors(gazetteer, name)):
        place = gazetteer.places.get(each)
        if place is not None and place.kind == "province":
            return each
    return None


def city_of(gazetteer: Gazetteer, name: str) -> str | None:
    """The prefecture or municipality (a province with its units right below) that a place is or lies in."""
    for each in (name, *superiors(gazetteer, name)):
        place = gazetteer.places.get(each)
        if place is not None and (
            place.kind == "prefecture" or (place.kind == "province" and place.full_name.endswith("市"))
        ):
            return each
    return None
