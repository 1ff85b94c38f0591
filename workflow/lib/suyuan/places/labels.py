"""Names of places as figures and tables show them, by language."""

from __future__ import annotations

from suyuan.places.gazetteer import Gazetteer

JOINED = {"zh": "、", "en": ", "}  # between the names of several places


def area_label(gazetteer: Gazetteer, name: str, language: str) -> str:
    """Name of a place in ``language`` (``zh``, ``en``); the Chinese name where the gazetteer has no other.

    ``name``: short name or another spelling; several places joined by ``+`` (as in ``ref_area`` of an observation) give
    their names joined as a list. In Chinese the name stays as it is written.
    """
    return JOINED.get(language, JOINED["en"]).join(
        _label(gazetteer, part, language) for part in name.split("+")
    )


def in_city(gazetteer: Gazetteer, name: str) -> str:
    """Name of a place, one below a city with the city behind it: 正定(石家庄), 滨海新区(天津). Others stay as they are."""
    place = gazetteer.places.get(name)
    city = gazetteer.places.get(place.parent or "") if place is not None else None
    below = city is not None and city.kind in ("province", "prefecture") and city.full_name.endswith("市")
    if city is None or place is None or not below:
        return name
    short = next((alias for alias in place.aliases if alias == name[:-1]), name)  # 石景山 of 石景山区
    return f"{short}({city.name})"


def _label(gazetteer: Gazetteer, name: str, language: str) -> str:
    if language != "en":
        return name
    place = gazetteer.places.get(name) or gazetteer.spellings.get(name)
    return (place.name_en if place is not None else None) or name
