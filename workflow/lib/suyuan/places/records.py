"""Records of the gazetteer."""

from __future__ import annotations

from typing import Literal

from suyuan.values import value

PlaceKind = Literal[
    "country", "region", "province", "prefecture", "county", "zone", "group", "organisation", "body", "scheme"
]

ADMINISTRATIVE: frozenset[PlaceKind] = frozenset({"country", "province", "prefecture", "county", "zone"})
GEOGRAPHIC: frozenset[PlaceKind] = ADMINISTRATIVE | {"region", "group"}


@value
class Place:
    """An entry of the gazetteer."""

    name: str  # short name, unique
    full_name: str
    kind: PlaceKind
    parent: str | None = None
    members: tuple[str, ...] = ()  # of a group, in the order in which its name gives them
    aliases: tuple[str, ...] = ()
    seat: str | None = None  # of a body: the place where it sits
    source: str | None = None  # of an entry of the subject: where it was found
    name_en: str | None = None  # name in English, for figures and tables
    bare: bool = True  # False: the short name is a word of the language, and is read below its superior only


@value
class PlaceMention:
    """A place or body in a text; ``start`` and ``end`` count characters of that text."""

    start: int
    end: int
    name: str  # short name; of a body that only its ending gives away, the words themselves
    kind: PlaceKind
    members: tuple[str, ...] = ()
    seat: str | None = None
    parent: str | None = None
    known: bool = True  # an entry of a table; False: read by the ending of its name
    organ: bool = False  # an organ of its seat (北京市财政局): figures are about the seat
