"""Parties of an agreement: those that its title names, before a word such as 双方 or the pair told last."""

from __future__ import annotations

from collections.abc import Sequence

from suyuan.acts.actors import Actor, ActorFinder
from suyuan.acts.titles import Title
from suyuan.places import GroupContext, group_words
from suyuan.places.records import ADMINISTRATIVE


def parties_of(
    text: str,
    verb: int,
    title: Title | None,
    row: Sequence[Title],
    who: Sequence[Actor],
    finder: ActorFinder,
    groups: GroupContext,
) -> tuple[str, ...]:
    """Parties of an agreement signed at ``verb`` that no actor names, short names of places; empty where ``who`` names them.

    Tried in turn: the title (two or more administrative places); another title of its row; the last pair of places in
    the paragraph. Words for several places (双方) name nobody where a title of the row does.
    """
    if who and not all(_stands_for_others(text, actor) for actor in who):
        return ()
    for named in (title, *row):
        names = _of_title(named, finder, groups) if named is not None else ()
        if len(names) >= 2:
            return names
    if who:
        return ()
    before = [a for a in finder.find(text[:verb], groups) if a.kind == "place"]
    for left, right in zip(reversed(before[:-1]), reversed(before[1:]), strict=True):
        if text[left.end : right.start] in ("与", "和", "、") and left.areas != right.areas:
            return tuple(dict.fromkeys((*left.areas, *right.areas)))
    return ()


def _stands_for_others(text: str, actor: Actor) -> bool:
    """双方, 两市: a word that means places named elsewhere."""
    return any(m.span() == (actor.start, actor.end) for m in group_words(text))


def _of_title(title: Title, finder: ActorFinder, groups: GroupContext) -> tuple[str, ...]:
    named = dict.fromkeys(name for actor in finder.find(title.text, groups) for name in actor.areas)
    places = finder.gazetteer.places
    return tuple(name for name in named if name in places and places[name].kind in ADMINISTRATIVE)
