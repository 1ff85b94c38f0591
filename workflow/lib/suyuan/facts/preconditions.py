"""What a rule for columns needs to say anything, declared beside the rule and looked at before it is called.

Some seventy rules are asked for each number, and most read a construction that few paragraphs have. So a rule may
declare words of which the paragraph must hold one, and what sort of number it reads; the others are not asked. A rule
without a declaration always is. Explanations and a test ask all of them: what is declared may never hide a column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, NamedTuple, TypeVar

from suyuan.facts.once import once
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import SORTS

Rule = TypeVar("Rule", bound=Callable[..., Any])


class Needs(NamedTuple):
    """What a rule needs; an empty part is met by every number."""

    words: Callable[[], tuple[str, ...]]
    sorts: frozenset[str]


DECLARED: dict[Callable[..., Any], Needs] = {}


def needs(
    *words: str, table: Callable[[], Iterable[str]] | None = None, of: Iterable[str] = ()
) -> Callable[[Rule], Rule]:
    """Declare that a rule says nothing in a paragraph without any of ``words`` or of the words of ``table``, and nothing of
    numbers that are of no sort in ``of`` (:data:`suyuan.facts.reading.SORTS`). ValueError for a sort that there is not."""
    sorts = frozenset(of)
    if not sorts <= SORTS:
        raise ValueError(f"no sort of number: {sorted(sorts - SORTS)}; there are {sorted(SORTS)}")

    def declare(rule: Rule) -> Rule:
        DECLARED[rule] = Needs(lambda: (*words, *(table() if table is not None else ())), sorts)
        return rule

    return declare


@cache
def words_needed(rule: Callable[..., Any]) -> tuple[str, ...]:
    """The words of which a paragraph must hold one for the rule to say anything; () for a rule that needs none."""
    return DECLARED[rule].words() if rule in DECLARED else ()


def may_speak_of(rule: Callable[..., Any], text: str) -> bool:
    """Whether a paragraph holds a word that the rule needs, if it needs any."""
    words = words_needed(rule)
    return not words or any(map(text.__contains__, words))


@cache
def _all_words() -> frozenset[str]:
    return frozenset(word for rule in DECLARED for word in words_needed(rule))


@once
def silent_in(par: Paragraph) -> frozenset[Callable[..., Any]]:
    """The rules that need a word of which the paragraph holds none."""
    text, characters = par.text, set(par.text)
    held = {word for word in _all_words() if word[0] in characters and word in text}
    return frozenset(rule for rule in DECLARED if words_needed(rule) and held.isdisjoint(words_needed(rule)))


def reads_sort(rule: Callable[..., Any], sorts: frozenset[str]) -> bool:
    """Whether the rule reads numbers of one of these sorts."""
    read = DECLARED[rule].sorts if rule in DECLARED else frozenset()
    return not read or not read.isdisjoint(sorts)
