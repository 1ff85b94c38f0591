"""Acts that several places tell: one act with its mentions, and where they disagree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from suyuan.acts.alike import alike_titles, place_names, plain
from suyuan.acts.groups import whole_groups
from suyuan.acts.same import same_but_title, told_of
from suyuan.places import Gazetteer
from suyuan.records import Act
from suyuan.records.period import period

FINENESS = ("day", "month", "quarter", "year", "span")  # of a date, the finest first
Unit = tuple[Act, ...]  # tellings that are of one act


@dataclass(frozen=True, slots=True)
class JoinedAct:
    """Tellings of one act. The first has the finest date; those with a date come before those without."""

    mentions: tuple[Act, ...]

    @property
    def first(self) -> Act:
        """The telling whose date is used."""
        return self.mentions[0]

    def values(self, field: str) -> tuple[Any, ...]:
        """Different values of a field, in the order of the mentions; nothing told is no value."""
        return tuple(
            dict.fromkeys(v for act in self.mentions if (v := getattr(act, field)) not in (None, ()))
        )

    @property
    def disagreements(self) -> tuple[str, ...]:
        """Fields of which the mentions tell different things: title, date, act, actors, level."""
        return tuple(
            name for name in ("title", "date", "act", "actors", "level") if len(self.values(name)) > 1
        )


def joined_acts(acts: Iterable[Act]) -> list[JoinedAct]:
    """Acts with all that tells them, as their ``mentions`` say; each act is in one of them, in the order of the first.

    What tells the same is decided once (:func:`with_mentions`, in the stage correct), so that a table of some of the acts
    joins what a table of all does.
    """
    return [JoinedAct(tuple(sorted(unit, key=_fineness))) for unit in _told_together(list(acts))]


def with_mentions(acts: Sequence[Act], gazetteer: Gazetteer | None = None) -> list[Act]:
    """The acts in their order, each with the ids of all others that tell the same (``mentions``).

    Those without a title stay as their document has them. Of the others first those of one source are joined, then those
    with equal titles, then those with titles alike (:func:`suyuan.acts.same.same_act`), each time only where every telling
    of the one fits every telling of the other. A telling that fits two that exclude one another joins neither: which is
    meant cannot be told. ``gazetteer`` tells places in titles.
    """
    untitled = _told_together([act for act in acts if not act.title])
    units = _joined([*untitled, *_equal([act for act in acts if act.title])], {}, of_one_source=True)
    units = _joined(units, {})
    titles = {plain(act.title) for act in acts if act.title}
    like: dict[str, set[str]] = {}
    for a, b in alike_titles(titles, place_names(gazetteer)):
        like.setdefault(a, set()).add(b)
        like.setdefault(b, set()).add(a)
    units = _joined(units, like) if like else units
    ids = {act.act_id: tuple(sorted(other.act_id for other in unit)) for unit in units for act in unit}
    return [
        act.model_copy(update={"mentions": tuple(i for i in ids[act.act_id] if i != act.act_id)})
        for act in acts
    ]


def _told_together(acts: Sequence[Act]) -> list[Unit]:
    """Acts that mention one another, in the order of the first of them."""
    known = {act.act_id: act for act in acts}
    unit_of: dict[str, str] = {}
    for act in acts:
        ahead = [] if act.act_id in unit_of else [act.act_id]
        while ahead:
            name = ahead.pop()
            if name in known and name not in unit_of:
                unit_of[name] = act.act_id
                ahead += known[name].mentions
    units: dict[str, list[Act]] = {}
    for act in acts:
        units.setdefault(unit_of[act.act_id], []).append(act)
    return [tuple(unit) for unit in units.values()]


def _equal(acts: Sequence[Act]) -> list[Unit]:
    """Titled acts, together where they tell quite the same, so that they need not be compared each with each."""
    groups: dict[object, list[Act]] = {}
    for act in acts:
        groups.setdefault(told_of(act), []).append(act)
    return [tuple(group) for group in groups.values()]


def _joined(units: Sequence[Unit], like: dict[str, set[str]], of_one_source: bool = False) -> list[Unit]:
    """Units with those joined whose tellings all fit; ``like``: titles that are alike, none for equal ones only."""
    fits: dict[int, set[int]] = {}
    told = [list({told_of(act): act for act in unit}.values()) for unit in units]
    for i, j in _candidates(units, like):
        if of_one_source and units[i][0].source_id != units[j][0].source_id:
            continue
        if all(_fits(a, b, like) for a in told[i] for b in told[j]):
            fits.setdefault(i, set()).add(j)
            fits.setdefault(j, set()).add(i)
    groups = whole_groups(fits, len(units))
    return [tuple(act for n in group for act in units[n]) for group in groups]


def _candidates(units: Sequence[Unit], like: dict[str, set[str]]) -> Iterator[tuple[int, int]]:
    """Pairs of units with a title in common, or with titles that are alike."""
    by_title: dict[str, set[int]] = {}
    for n, unit in enumerate(units):
        for act in unit:
            if act.title:
                by_title.setdefault(plain(act.title), set()).add(n)
    found: set[tuple[int, int]] = set()
    for title, own in by_title.items():
        found.update(combinations(sorted(own), 2))
        for other in like.get(title, ()):
            found.update((min(i, j), max(i, j)) for i in own for j in by_title.get(other, ()) if i != j)
    yield from sorted(found)


def _fits(a: Act, b: Act, like: dict[str, set[str]]) -> bool:
    """:func:`suyuan.acts.same.same_act`, with the titles that are alike known."""
    if not a.title or not b.title:
        return False
    first, second = plain(a.title), plain(b.title)
    apart = a.source_id == b.source_id or second not in like.get(first, ())
    return (first == second or not apart) and same_but_title(a, b)


def _fineness(act: Act) -> int:
    span = period(act.date)
    dated = span.first is not None or span.last is not None
    return FINENESS.index(span.precision) if dated else len(FINENESS)
