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
