"""When two tellings are of one act."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from suyuan.acts.alike import NamesPlace, alike, is_signed, plain, same_object, same_verb
from suyuan.acts.groups import whole_groups
from suyuan.records import Act
from suyuan.records.period import Period, period

OPEN = "等(?![级于同待额效])[^，。；]{0,20}"  # 北京、天津等签署: more parties than are named


def same_act(a: Act, b: Act, names_place: NamesPlace | None = None) -> bool:
    """Whether two tellings on a titled document are of one act: titles equal within a source, alike in two, and
    :func:`same_but_title`.
    """
    if not a.title or not b.title or not same_but_title(a, b):
        return False
    if a.source_id == b.source_id:
        return plain(a.title) == plain(b.title)
    return alike(a.title, b.title, names_place)


def same_but_title(a: Act, b: Act) -> bool:
    """Whether two tellings may be of one act by all but their titles.

    Verbs of one meaning, and dates of which one lies within the other; within a source two dates that are not told count
    as equal. Where both tell them, the levels are equal; in two sources an actor is in common as well, and what is signed
    has the same parties.
    """
    if not same_verb(a.act, b.act) or (a.level and b.level and a.level != b.level):
        return False
    if a.source_id == b.source_id:
        return a.date == b.date or _one_date(a, b)
    if not _one_date(a, b):
        return False
    if a.actors and b.actors and not (set(a.actors) & set(b.actors)):
        # 中共中央、国务院 against 国务院 is one act told in part; nobody in common is another act
        return False
    return _same_parties(a, b)


def told_alike(acts: Sequence[Act], objects: Sequence[str], names_place: NamesPlace) -> list[Act]:
    """Acts of one document with the ids of those that tell the same (``mentions``).

    ``objects`` are the words after the verb of each (``acts.record.object_of_act``). Without a title two tellings are of
    one act if verb, actors and date are equal and the objects may be one thing; without actors they never are.
    """
    buckets: dict[tuple[object, ...], list[int]] = {}
    for n, act in enumerate(acts):
        own = (act.act, act.actors, act.date) if act.actors else (act.act_id,)
        buckets.setdefault(("title", plain(act.title)) if act.title else own, []).append(n)
    mentions: dict[int, tuple[str, ...]] = {}
    for bucket in buckets.values():
        fits: dict[int, set[int]] = {}
        for i, a in enumerate(bucket):
            for j, b in enumerate(bucket[:i]):
                one, other = acts[a], acts[b]
                if (
                    same_act(one, other)
                    if one.title
                    else same_object(objects[a], objects[b], _span(one.date).precision == "day", names_place)
                ):
                    fits.setdefault(i, set()).add(j)
                    fits.setdefault(j, set()).add(i)
        for group in whole_groups(fits, len(bucket)):
            ids = [acts[bucket[n]].act_id for n in group]
            for n in group:
                mentions[bucket[n]] = tuple(i for i in ids if i != acts[bucket[n]].act_id)
    return [act.model_copy(update={"mentions": mentions[n]}) for n, act in enumerate(acts)]


def _one_date(a: Act, b: Act) -> bool:
    first, second = _span(a.date), _span(b.date)
    return first.holds(second) or second.holds(first)


def _same_parties(a: Act, b: Act) -> bool:
    """Whether what is signed may have the same parties; a telling that says 等 may leave some out."""
    if not (is_signed(a.act) and is_signed(b.act)):
        return True
    first, second = (a.areas, b.areas) if a.areas and b.areas else (a.actors, b.actors)
    one, other = set(first), set(second)
    if not one or not other or one == other:
        return True
    return (one < other and _is_open(a)) or (other < one and _is_open(b))


def told_of(act: Act) -> tuple[object, ...]:
    """All that :func:`same_act` looks at: tellings in which it is equal are of one act."""
    return (
        act.source_id, plain(act.title or ""), act.act, act.date, act.level, act.actors, act.areas,
        is_signed(act.act) and _is_open(act),
    )  # fmt: skip


def _is_open(act: Act) -> bool:
    return re.search(OPEN + re.escape(act.act), act.sentence) is not None


@lru_cache(maxsize=65536)
def _span(date: str | None) -> Period:
    return period(date)
