"""Where the figures of a document are from, as far as the document says it as a whole: its own place, the site of its study, the
event or body that it is about, and the gazetteer with the places that only it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from suyuan.document import Document
from suyuan.facts.area_benchmarks import NORM
from suyuan.facts.area_compared import BEYOND_RULE
from suyuan.facts.area_of_others import OF_OTHERS
from suyuan.facts.area_record import Area
from suyuan.facts.outline import document_area, goes_beyond, titles_of
from suyuan.facts.own_account import OwnBody, own_body
from suyuan.facts.own_event import OwnEvent, own_event
from suyuan.facts.own_level import with_own_level
from suyuan.facts.sites.names import own_station
from suyuan.facts.study_site import (
    closer_than_title,
    is_of_its_hospital,
    is_study,
    place_of_name,
    site_and_gazetteer,
)
from suyuan.flow import Flow
from suyuan.places import Gazetteer
from suyuan.places.counties_of_document import with_counties_of, with_shared_names, with_units_of
from suyuan.places.gauges import gauges
from suyuan.places.own_units import with_own_unit
from suyuan.time.assigned import AssignedTime, no_time
from suyuan.time.context import TimeContext
from suyuan.time.study import PHASE, WHOLE

PERIODS = (WHOLE, PHASE)  # rules of times that a study gives
UNITS = ("province", "prefecture", "county")
OUTSIDE = ("paragraph", "heading", "document")  # of the sentence of a number
ELSEWHERE = "place_outside_of_study"


@dataclass(frozen=True, eq=False)
class Whereabouts:
    """What a document as a whole says of places; ``own`` and ``site`` are short names, one of them empty."""

    gazetteer: Gazetteer  # with counties, definitions and places that the document brings
    titles: list[str]
    own: tuple[str, ...]  # of the title, the signature or the text
    site: tuple[str, ...]  # where a study was made whose title names no place
    study: bool
    event: OwnEvent | None
    whose: OwnBody

    @property
    def small_site(self) -> tuple[str, ...]:
        """The site where it is a county or region: towns and 流域, 本区 of the text are of it."""
        places = [self.gazetteer.places.get(name) for name in self.site]
        small = len(places) == 1 and (places[0] is None or places[0].kind in ("county", "region"))
        return self.site if small else ()


def without_period_elsewhere(
    times: Sequence[AssignedTime], areas: Sequence[Area], where: Whereabouts
) -> list[AssignedTime]:
    """``times`` without the period of a study for figures of others' work, and in one of cities, counties or provinces for
    those of places outside them, which others found at another time; and without a time for norms, but one of their clause."""
    whole = (where.own or where.site) if where.study else ()
    places = [where.gazetteer.places.get(name) for name in whole]
    units = [place.name for place in places if place is not None and place.kind in UNITS]
    times = [
        no_time(NORM) if area.rule == NORM and time.time_from != "clause" else time
        for time, area in zip(times, areas, strict=True)
    ]
    return [
        no_time(ELSEWHERE)
        if (area.rule in OF_OTHERS and time.time_from in OUTSIDE)
        or (
            (time.rule in PERIODS or (area.rule == BEYOND_RULE and time.time_from in OUTSIDE))
            and len(units) == len(whole)
            and any(_lies_outside(name, units, where.gazetteer) for name in area.names if whole)
        )
        else time
        for time, area in zip(times, areas, strict=True)
    ]


def _lies_outside(name: str, units: Sequence[str], gazetteer: Gazetteer) -> bool:
    return all(goes_beyond((name,), unit, gazetteer) for unit in units)


def whereabouts(
    document: Document,
    flows: Sequence[Flow],
    body: Sequence[Flow],
    texts: Sequence[Flow],
    gazetteer: Gazetteer,
    dates: TimeContext,
) -> Whereabouts:
    """``flows`` are those of all blocks, ``texts`` those outside tables, ``body`` those of them that are read for facts."""
    titles = titles_of(document, body)
    lines = [flow.text for flow in flows]
    known = with_shared_names(with_counties_of(gazetteer, [*titles, *lines]), titles, lines)
    gazetteer = known.with_definitions(flow.text for flow in body)
    study = is_study(titles, flows)
    gazetteer = gazetteer.with_places(gauges(lines)) if study else gazetteer
    gazetteer = with_own_unit(gazetteer, titles, [flow.text for flow in flows if flow.text])
    own = document_area(document, body, gazetteer, flows)
    if study:
        of_hospital = is_of_its_hospital(own, titles, flows, gazetteer)
        own = () if of_hospital else closer_than_title(own, titles, flows, gazetteer)
    gazetteer = gazetteer.with_places([place_of_name(name) for name in own if own_station(name)])
    event = own_event(document.title, flows, gazetteer)
    own = own or (event.places if event is not None else ())
    whose = own_body(document.title, flows, texts, gazetteer, study=study)
    known_by = own or whose.name or whose.account
    site, gazetteer = ((), gazetteer) if known_by else site_and_gazetteer(titles, flows, gazetteer)
    gazetteer = with_units_of(gazetteer, [*own, *site], lines)
    if not (own or site or study or whose.name or whose.account or dates.news or dates.said_is_default):
        own, gazetteer = with_own_level(gazetteer, titles, flows)
    return Whereabouts(gazetteer, titles, own, site, study, event, whose)
