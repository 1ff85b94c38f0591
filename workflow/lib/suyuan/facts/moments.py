"""Moments of a change that words tell instead of a year: 血压从|治疗前|的150mmHg降至|治疗后|的130mmHg."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from suyuan.facts.course import sides
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import CLAUSE_MARKS
from suyuan.facts.reading import Column
from suyuan.facts.words import column_words

DIMENSION = "时点"
FROM = frozenset("从由自")
TO = frozenset("到至为")
SIDES = frozenset("前后时")
LONGEST = 3  # words before 前, 后 or 时: 节能|技术|改造|前
HAPPENS = ("v", "vn", "n", "nz", "l", "L")  # parts of speech of what has a before and an after


class Moment(NamedTuple):
    """The word that leads to a moment (an index of a token), whether the change begins there, and what it is called."""

    lead: int
    first: bool
    words: str


def moment_at(par: Paragraph, at: int) -> Moment | None:
    """The moment that ends with token ``at`` or with the 的 there, behind 从 or a verb that leads to a level."""
    tokens = par.tokens
    last = at - (tokens[at].text == "（" and at > 0)  # 治疗前的|（7.2±1.1）分
    last -= tokens[last].flag == "uj"
    if last < 1:
        return None
    first = last
    if tokens[last].text not in sides():
        if tokens[last].text not in SIDES:
            return None
        first -= 1
        while first > 0 and last - first <= LONGEST and not _leads(par, first - 1):
            first -= 1
        if any(token.flag not in HAPPENS for token in tokens[first:last]):
            return None
    if first < 1 or not _leads(par, first - 1):
        return None
    words = "".join(token.text for token in tokens[first : last + 1])
    return Moment(first - 1, tokens[first - 1].text in FROM, words)


def _leads(par: Paragraph, at: int) -> bool:
    token, words = par.tokens[at], column_words()
    if token.text in FROM or token.text in words.level_verbs:
        return True
    return token.text in TO and at > 0 and par.tokens[at - 1].text + token.text in words.level_verbs


def with_moment(par: Paragraph, index: int, column: Column) -> Column:
    """The column of the number at token ``index`` with the moment right before it as a category.

    What a column brings along from the number before holds within a pair (150/95mmHg), not over a comma or in the level
    that the change leads to.
    """
    moment = moment_at(par, index - 1) if index and column.measure else None
    if moment is not None:
        return replace(column, breakdown={**column.breakdown, DIMENSION: moment.words})
    if DIMENSION in column.breakdown and _goes_on(par, index):
        return replace(column, breakdown={k: v for k, v in column.breakdown.items() if k != DIMENSION})
    return column


def _goes_on(par: Paragraph, index: int) -> bool:
    """Whether a comma or what leads to a level stands between the number before and this one."""
    at = index - 1
    while at >= 0 and par.tokens[at].flag != "QTY":
        if par.tokens[at].text in CLAUSE_MARKS or _leads(par, at):
            return True
        at -= 1
    return at < 0
