"""Acts that several places tell: one act with its mentions, and where they disagree."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any

from suyuan.language import language_table
from suyuan.records import Act
from suyuan.records.period import Period, period

ALIKE = 0.8  # Dice coefficient of character pairs from which on two titles may name one document
FINENESS = ("day", "month", "quarter", "year", "span")  # of a date, the finest first


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
    """Acts with all that tells them, in the order of their first mention; each act is in one of them.

    Two tellings are of one act where they mention one another, or where their titles are alike (:func:`same_act`). An act
    whose title is only like those of two different documents of another source is left on its own: which one is meant
    cannot be told.
    """
    given = list(acts)
    group_of = {act.act_id: act.act_id for act in given}

    def root(name: str) -> str:
        while group_of[name] != name:
            name = group_of[name]
        return name

    def join(a: str, b: str) -> None:
        first, second = root(a), root(b)
        if first != second:
            group_of[second] = first

    for act in given:
        for name in act.mentions:
            if name in group_of:
                join(act.act_id, name)
    titled = [act for act in given if act.title]
    pairs = [(a, b) for a, b in combinations(titled, 2) if same_act(a, b)]
    for a, b in pairs:
        if a.title == b.title or (_only(a, b, pairs) and _only(b, a, pairs)):
            join(a.act_id, b.act_id)
    groups: dict[str, list[Act]] = {}
    for act in given:
        groups.setdefault(root(act.act_id), []).append(act)
    return [JoinedAct(tuple(sorted(group, key=_fineness))) for group in groups.values()]


def with_mentions(acts: Sequence[Act]) -> list[Act]:
    """The acts in their order, each with the ids of all others that tell the same (``mentions``)."""
    ids = {
        act.act_id: tuple(sorted(other.act_id for other in joined.mentions))
        for joined in joined_acts(acts)
        for act in joined.mentions
    }
    return [
        act.model_copy(update={"mentions": tuple(i for i in ids[act.act_id] if i != act.act_id)})
        for act in acts
    ]


def same_act(a: Act, b: Act) -> bool:
    """Whether two sources tell one act: titles alike, verbs of one meaning, one date within the other; where both tell
    them, equal levels and an actor in common.
    """
    if a.source_id == b.source_id or not a.title or not b.title:
        return False
    if not same_verb(a.act, b.act) or not alike(a.title, b.title):
        return False
    if a.level and b.level and a.level != b.level:
        return False
    if a.actors and b.actors and not (set(a.actors) & set(b.actors)):
        # 中共中央、国务院 against 国务院 is one act told in part; nobody in common is another act
        return False
    first, second = period(a.date), period(b.date)
    return _within(first, second) or _within(second, first)


def same_verb(a: str, b: str) -> bool:
    """Equal verbs, one the end of the other (联合印发), or of one meaning by the table."""
    groups = _words()["same_verbs"]
    return (
        a.endswith(b) or b.endswith(a) or any(a.endswith(tuple(g)) and b.endswith(tuple(g)) for g in groups)
    )


def alike(a: str, b: str) -> bool:
    """Whether two titles may name one document: equal, or one is the other with a few characters left out.

    The Dice coefficient of their pairs of characters is at least 0.8 (Dice 1945), all characters of the shorter stand in
    the longer in order, and what is left over has no digit and no word that makes it another document (修订, 试行).
    """
    a, b = sorted((_plain(a), _plain(b)), key=lambda title: (len(title), title))
    if a == b:
        return True
    rest = _left_over(a, b)
    if rest is None or dice(a, b) < ALIKE:
        return False
    return re.search(r"\d|[一二三四五六七八九十]", rest) is None and not any(
        word in rest for word in _words()["apart"]
    )


def dice(a: str, b: str) -> float:
    """Dice coefficient of the sets of character pairs: 2 |A ∩ B| / (|A| + |B|); 0 for a text of one character."""
    first, second = ({text[i : i + 2] for i in range(len(text) - 1)} for text in (a, b))
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def _left_over(short: str, long: str) -> str | None:
    """Characters of the longer that the shorter lacks; None where the shorter has others."""
    rest, at = "", 0
    for char in long:
        if at < len(short) and char == short[at]:
            at += 1
        else:
            rest += char
    return rest if at == len(short) else None


def _plain(title: str) -> str:
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", title))


def _within(outer: Period, inner: Period) -> bool:
    return outer.holds(inner)


def _only(act: Act, other: Act, pairs: Sequence[tuple[Act, Act]]) -> bool:
    """Whether ``other`` has the only title in its source that is like that of ``act``."""
    found = {
        (b if a is act else a).title
        for a, b in pairs
        if act in (a, b) and (b if a is act else a).source_id == other.source_id
    }
    return found == {other.title}


def _fineness(act: Act) -> int:
    span = period(act.date)
    dated = span.first is not None or span.last is not None
    return FINENESS.index(span.precision) if dated else len(FINENESS)


@cache
def _words() -> dict[str, Any]:
    table: dict[str, Any] = language_table("act_joining.yaml")
    return table
