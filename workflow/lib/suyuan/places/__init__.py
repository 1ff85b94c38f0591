"""Places and bodies: the gazetteer, its scanner, the words that stand for groups of places, and labels."""

from suyuan.places.gazetteer import Gazetteer
from suyuan.places.groups import GroupContext, group_words, resolve_group
from suyuan.places.labels import area_label
from suyuan.places.records import Place, PlaceKind, PlaceMention

__all__ = [
    "Gazetteer", "GroupContext", "Place", "PlaceKind", "PlaceMention", "area_label", "group_words", "resolve_group",
]  # fmt: skip
