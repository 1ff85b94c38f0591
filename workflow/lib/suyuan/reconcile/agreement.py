"""Whether two facts can state the same quantity: their times and areas. (Their numbers: Interval.meets.)"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from suyuan.places.records import GEOGRAPHIC
from suyuan.records import Fact
from suyuan.records.period import period

if TYPE_CHECKING:
    from suyuan.places.gazetteer import Gazetteer

AreaName = Callable[[tuple[str, ...]], str | None]
AreaHolds = Callable[[str, str], bool]


def times_agree(a: Fact, b: Fact, point: bool) -> bool:
    """Whether two facts can be about the same time.

    Equal times agree; of stocks (``point``) also one that lies inside the other (2022-12 in 2022). Two facts without a
    place on a time axis (no time, an unknown year, an open end) agree only within one source: another one may mean
    another time.
    """
    first, second = period(a.time), period(b.time)
    if not first.dated or not second.dated:
        return a.time == b.time and a.source_id == b.source_id
    return a.time == b.time or (point and (first.holds(second) or second.holds(first)))


def area_names(gazetteer: Gazetteer) -> AreaName:
    """Common name of a set of places: a spelling gives its place (全国: 中国), members give their group, else None.

    Organisations and schemes beside places do not count: a number about 京津冀 and ISO measures 京津冀.
    """

    def common_name(names: tuple[str, ...]) -> str | None:
        known = [gazetteer.spellings.get(name) for name in names]
        canonical = tuple(
            place.name if place is not None else name for place, name in zip(known, names, strict=True)
        )
        places = tuple(
            name
            for name in canonical
            if name in gazetteer.places and gazetteer.places[name].kind in GEOGRAPHIC
        )
        canonical = places or canonical
        if len(set(canonical)) == 1:
            return canonical[0]
        return gazetteer.group_of(gazetteer.expand(canonical))

    return common_name


def no_area_holds(area: str, other: str) -> bool:
    """In place of :func:`area_holds` where no gazetteer is at hand: no area is known to hold another."""
    return False


def area_holds(gazetteer: Gazetteer) -> AreaHolds:
    """Whether an area holds all of another one: 川渝 holds 四川, 成都 and 成渝; each holds itself.

    By members of groups and by superiors, below the country: every place of a country lies in it, which says nothing
    about whose number it is. Bodies and schemes hold nothing and lie nowhere.
    """

    def superiors(name: str) -> set[str]:
        found: set[str] = set()
        at: str | None = name
        while at is not None and at not in found:
            found.add(at)
            place = gazetteer.places.get(at)
            at = place.parent if place is not None else None
        return {place for place in found if place == name or _holder(place)}

    def _holder(name: str) -> bool:
        place = gazetteer.places.get(name)
        return place is not None and place.kind in GEOGRAPHIC and place.kind != "country"

    def holds(area: str, other: str) -> bool:
        if area == other:
            return True
        if not _holder(area) or not _holder(other):
            return False
        parts = set(gazetteer.expand((area,)))
        return all(superiors(part) & parts for part in gazetteer.expand((other,)))

    return holds


def measured_area(fact: Fact, areas: AreaName | None = None) -> str | None:
    """The one area that a fact measures: ref_area, else the common name of its areas, else its body.

    Several areas without a common name are joined by ``+`` in the order of the characters; none gives None.
    """
    names = (fact.ref_area,) if fact.ref_area else tuple(dict.fromkeys(fact.area))
    if len(names) > 1 and fact.body in names:
        names = tuple(name for name in names if name != fact.body)
    if not names:
        return fact.body
    common = areas(names) if areas else None
    return common or "+".join(sorted(names))
