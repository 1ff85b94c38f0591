"""The area of one quantity, and what a list of places makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from suyuan.facts.area_bodies import is_organ
from suyuan.facts.paragraph import AreaWord
from suyuan.places import Gazetteer
from suyuan.places.tables import package_yaml
from suyuan.values import value


@value
class Area:
    """Area of a quantity."""

    names: tuple[str, ...] = ()
    ref_area: str | None = None
    counterpart: str | None = None
    body: str | None = None
    rule: str = "none"  # how the area was found
    lasts: bool = True  # it may hold for a later clause that has a subject of its own


def roles_of(words: Sequence[AreaWord], rule: str) -> Area:
    """Names of the places, each once, and the parts that they play."""
    names: dict[str, None] = {}
    places: dict[str, None] = {}
    body: str | None = None
    for word in words:
        seat = word.mention.seat if word.mention is not None and is_organ(word) else None
        if seat is not None:
            names.setdefault(seat)
            places.setdefault(seat)
            continue
        facility = word.kind == "zone" and len(word.names) > 1
        for name in word.names:
            names.setdefault(name)
            if word.kind in ("body", "scheme", "organisation") or (facility and name != word.names[0]):
                body = body or name
            else:
                places.setdefault(name)
    listed = list(places)
    pair = len(listed) == 2 and body is None
    return Area(
        tuple(names),
        ref_area=listed[0] if len(listed) == 1 or pair else None,
        counterpart=listed[1] if pair else None,
        body=body,
        rule=rule,
    )


@cache
def usual_groups() -> frozenset[str]:
    """Groups whose name stands for the list of their members also in a text that does not use it (京津冀)."""
    return frozenset(package_yaml("area_groups.yaml")["usual_groups"])


def grouped(area: Area, gazetteer: Gazetteer, text: str | None = None) -> Area:
    """A list of places that is exactly a known group bears its name: 通州、武清、廊坊 → 通武廊.

    ``text``: that of the document, which must use the name unless everybody does (京津冀); None: it need not.
    """
    if len(area.names) < 3 or area.body is not None:  # of two places each has a part of its own
        return area
    group = gazetteer.group_of(area.names)
    if group is not None and text is not None and group not in text and group not in usual_groups():
        return area
    return area if group is None else Area((group,), group, rule=area.rule)
