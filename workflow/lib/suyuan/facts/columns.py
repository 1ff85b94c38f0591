"""Columns (measure and row) of the quantities of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrases import left_phrase
from suyuan.facts.reading import NONE, Column, counted, empty, same_sort
from suyuan.facts.rules_change import growth, rank, ratio, share, share_verb
from suyuan.facts.rules_level import (
    bracket,
    duration,
    headless,
    labelled_row,
    money_of,
    noun_before_number,
    number_before_noun,
    picked_out,
    statistic,
    sum_of,
    topic_of,
    yearly_mean,
)
from suyuan.quantities.mention import Mention

Rule = Callable[[Paragraph, Mention, int, Column | None], Column | None]

# the first that reads something names the column
RULES: tuple[Rule, ...] = (
    statistic, bracket, labelled_row, growth, ratio, share, rank, yearly_mean, duration, headless, picked_out,
    sum_of, number_before_noun, noun_before_number, money_of,
)  # fmt: skip
SEVERAL = re.compile(r"[、和与及]")
LINKS = frozenset("、和与及，或至~-")


def columns(par: Paragraph) -> list[Column]:
    """The column of each quantity of ``par.mentions``, in the same order; :data:`NONE` where nothing names it."""
    found: list[Column] = []
    for i, mention in enumerate(par.mentions):
        index = par.token_of.get(i)
        if index is None:
            found.append(NONE)
            continue
        found.append(_column(par, mention, i, index, found))
    return found


def _column(par: Paragraph, mention: Mention, i: int, index: int, found: list[Column]) -> Column:
    same_list = _list_head(par, mention, i)
    if same_list is not None and only_links(par, i):
        return _member(found[same_list], mention.list_index)
    before = _before(par, i, index, found)
    if mention.unit == "百分点":
        before = _share_before(par, i, found) or before
    for rule in RULES:
        column = rule(par, mention, index, before)
        if column is not None and column.measure:
            return _first_of_several(par, mention, column)
    return _carried(par, mention, i, index, found)


def _first_of_several(par: Paragraph, mention: Mention, column: Column) -> Column:
    """解决率、满意率分别达97.3%和97.7%: as many names as numbers are one name each; this is the first."""
    if mention.list_id is None or mention.list_index != 0 or column.stem is None or column.measure is None:
        return column
    size = sum(other.list_id == mention.list_id for other in par.mentions)
    names = SEVERAL.split(column.stem)
    clause = par.clause(mention.start)
    if len(names) != size or "分别" not in par.text[clause.start : mention.start] or min(map(len, names)) < 3:
        return column
    ending = column.measure.removeprefix(column.stem) if column.measure.startswith(column.stem) else ""
    return replace(
        column, measure=names[0] + ending, stem=names[0], each=tuple(name + ending for name in names)
    )


def _member(head: Column, position: int) -> Column:
    """Column of a further member of an enumeration."""
    if 0 < position < len(head.each):
        return replace(head, measure=head.each[position], rule="carried_in_list")
    return replace(head, rule="carried_in_list")


def _list_head(par: Paragraph, mention: Mention, i: int) -> int | None:
    """Index of the first member of the enumeration that the mention goes on with."""
    if mention.list_id is None or mention.list_index == 0:
        return None
    return next((k for k in range(i) if par.mentions[k].list_id == mention.list_id), None)


def only_links(par: Paragraph, i: int) -> bool:
    """Between the quantity and the one before stand only 、 和 and the like."""
    if i == 0:
        return False
    between = par.text[par.mentions[i - 1].end : par.mentions[i].start]
    return all(char in LINKS or char.isspace() for char in between)


def _before(par: Paragraph, i: int, index: int, found: list[Column]) -> Column | None:
    """The last level of the same sentence, which a growth or share without a subject is about.

    占202个区县的23%: a number after 占 is the whole, not the part.
    """
    sentence = par.sentence_at(par.mentions[i].start)
    verb = share_verb(par, index)
    limit = par.tokens[verb].start if verb >= 0 else par.mentions[i].start
    same = [
        k
        for k in range(i - 1, -1, -1)
        if par.sentence_at(par.mentions[k].start) == sentence and par.mentions[k].start < limit
    ]
    named = [k for k in same if found[k].stem is not None]
    chosen = next((k for k in named if found[k].level), named[0] if named else None)
    return found[chosen] if chosen is not None else topic_of(par, index)


def _share_before(par: Paragraph, i: int, found: list[Column]) -> Column | None:
    """The last share or rate of the sentence: what a change in percentage points is about."""
    sentence = par.sentence_at(par.mentions[i].start)
    for k in range(i - 1, -1, -1):
        if par.sentence_at(par.mentions[k].start) != sentence:
            return None
        if par.mentions[k].unit == "%" and found[k].measure is not None:
            return replace(found[k], level=False)
    return None


def _carried(par: Paragraph, mention: Mention, i: int, index: int, found: list[Column]) -> Column:
    """其中北京市1873项: only a place or nothing before the number; the column goes on from the number before."""
    phrase = left_phrase(par, index)
    if not empty(phrase):
        return NONE
    sentence = par.sentence_at(mention.start)
    within_whole = "其中" in par.text[par.sentences[sentence].start : mention.start]
    reach = [
        k
        for k in range(i - 1, -1, -1)
        if sentence - par.sentence_at(par.mentions[k].start) <= int(within_whole)
        and found[k].measure is not None
        and same_sort(par.mentions[k], mention)
    ]
    levels = [k for k in reach if not found[k].change]
    if levels or reach:
        return replace(found[(levels or reach)[0]], rule="carried", owner=None, dimension=None)
    topic = topic_of(par, index)
    if topic is not None and topic.measure:
        return replace(topic, measure=counted(topic.measure, mention), rule="topic")
    return NONE
