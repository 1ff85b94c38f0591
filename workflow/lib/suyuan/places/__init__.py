"""Places and bodies: the gazetteer, its scanner and the words that stand for groups of places."""

from suyuan.places.gazetteer import Gazetteer
from suyuan.places.groups import GroupContext, group_words, resolve_group
from suyuan.places.records import Place, PlaceKind, PlaceMention

__all__ = ["Gazetteer", "GroupContext", "Place", "PlaceKind", "PlaceMention", "group_words", "resolve_group"]
