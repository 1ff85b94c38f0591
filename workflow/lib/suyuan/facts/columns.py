"""Columns (measure and row) of the quantities of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from suyuan.facts.actors import actor_of_clause, as_row, row_dimension
from suyuan.facts.complete import completed
from suyuan.facts.left import left_phrase
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.parts import PART
from suyuan.facts.reading import NONE, Column, counted, empty, is_count, is_duration, same_sort, words_of
from suyuan.facts.rules_count import english_noun, headless, number_before_noun, picked_out
from suyuan.facts.rules_doers import doer, effort, pivot, relative_head, share_doing, steady_growth
from suyuan.facts.rules_growth import growth
from suyuan.facts.rules_level import (
    duration,
    level_of_subject,
    noun_before_number,
    quantity_before_noun,
    sum_of,
    yearly_mean,
)
from suyuan.facts.rules_rank import rank
from suyuan.facts.rules_rows import bracket, group_row, labelled_row, statistic
from suyuan.facts.rules_share import ratio, share, share_verb, share_within
from suyuan.facts.rules_topic import asked, topic_clause
from suyuan.facts.tokens import tokenise
from suyuan.facts.topics import topic_of
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

Rule = Callable[[Paragraph, Mention, int, Column | None], Column | None]

# the first that reads something names the column
RULES: tuple[Rule, ...] = (
    statistic, group_row, bracket, labelled_row, steady_growth, growth, ratio, share_within, share_doing,
    share, rank, asked, yearly_mean, effort, relative_head, duration, headless, picked_out, doer, pivot,
    sum_of, number_before_noun, noun_before_number, quantity_before_noun, topic_clause, level_of_subject,
)  # fmt: skip
CHINESE = re.compile("[\u4e00-\u9fff]")
SEVERAL = re.compile(r"[、和与及]")
SAME = frozenset({"同为", "也为", "同样为"})
IN_ORDER = frozenset({"依次", "依次是", "依次为", "分别", "分别是", "分别为", "分别有"})


def columns(par: Paragraph) -> list[Column]:
    """The column of each quantity of ``par.mentions``, in the same order; :data:`NONE` where nothing names it."""
    found: list[Column] = []
    for i, mention in enumerate(par.mentions):
        index = par.token_of.get(i)
        sentence = par.sentences[par.sentence_at(mention.start)]
        if index is None:
            found.append(NONE)
            continue
        if not CHINESE.search(par.text, *sentence):
            found.append(english_noun(par, mention, index, None) or NONE)
            continue
        column = _column(par, mention, i, index, found)
        if column.rule in ("same_column", "rows_in_order"):
            _first_rows(par, i, found)
        found.append(replace(column, unit=mention.unit))
    return found


def _first_rows(par: Paragraph, i: int, found: list[Column]) -> None:
    """一车间装配整机30台，二车间同为30台: the second row shows that the phrase of the first begins with its row."""
    sentence = par.sentence_at(par.mentions[i].start)
    for k in range(i):
        if par.sentence_at(par.mentions[k].start) == sentence:
            found[k] = as_row(found[k])


def _column(par: Paragraph, mention: Mention, i: int, index: int, found: list[Column]) -> Column:
    members = par.run_of(i)
    if i > members[0]:
        return _member(found[members[0]], i - members[0])
    before = _before(par, i, index, found)
    if mention.unit == "百分点":
        before = _share_before(par, i, found) or before
    same = _same_column(par, i, index, before)
    if same is not None:
        return same
    for rule in RULES:
        column = rule(par, mention, index, before)
        if column is not None and column.measure:
            column = actor_of_clause(par, index, _first_of_several(par, i, column))
            return column if column.each else completed(par, i, index, _of_part(column, before), found)
    return _carried(par, mention, i, index, found)


def _of_part(column: Column, before: Column | None) -> Column:
    """其中粮食作物52万公顷，|增长0.2%: what is told of a part without naming it again has its row."""
    own = (
        column.level
        or column.owner is not None
        or before is None
        or before.rule != PART
        or before.stem != column.stem
    )
    return (
        column if own or before is None else replace(column, owner=before.owner, dimension=before.dimension)
    )


def _first_of_several(par: Paragraph, i: int, column: Column) -> Column:
    """解决率、满意率分别达97.3%和97.7%: as many names as numbers are one name each; this is the first."""
    size = len(par.run_of(i))
    if size < 2 or column.stem is None or column.measure is None:
        return column
    names = SEVERAL.split(column.stem)
    start = par.mentions[i].start
    clause = par.clause(start)
    if len(names) != size or "分别" not in par.text[clause.start : start] or min(map(len, names)) < 3:
        return column
    ending = column.measure.removeprefix(column.stem) if column.measure.startswith(column.stem) else ""
    names = _with_shared_head(names)
    return replace(
        column, measure=names[0] + ending, stem=names[0], each=tuple(name + ending for name in names)
    )


def _with_shared_head(names: list[str]) -> list[str]:
    """二氧化硫、氮氧化物排放量: the head of the last name belongs to those before that name no magnitude."""
    words = column_words()
    heads = (*words.count_heads, *words.money_heads, *words.share_heads_end)
    head = tokenise(names[-1], [])[-1].text
    if not head.endswith(heads):
        return names
    return [*(name if name.endswith(heads) else name + head for name in names[:-1]), names[-1]]


def _same_column(par: Paragraph, i: int, index: int, before: Column | None) -> Column | None:
    """住建委同为14项; A、B和C依次是13项、9项和8项: further rows of the column before."""
    if before is None or before.measure is None or not before.level:
        return None
    members = par.run_of(i)
    phrase = left_phrase(par, index)
    if empty(phrase) or par.mentions[members[-1]].unit != before.unit:
        return None
    before = as_row(before)
    names = tuple(SEVERAL.split(words_of(phrase.tokens)))
    before = replace(before, dimension=before.dimension or row_dimension(names[-1]))
    if SAME.intersection(phrase.predicates):
        return replace(before, rule="same_column", owner=names[-1], each=())
    size = len(members)
    if size > 1 and len(names) == size and IN_ORDER.intersection(phrase.predicates):
        return replace(before, rule="rows_in_order", owner=names[0], owners=names)
    return None


def _member(head: Column, position: int) -> Column:
    """Column of a further member of an enumeration."""
    if 0 < position < len(head.owners):
        return replace(head, owner=head.owners[position])
    if 0 < position < len(head.each):
        return replace(head, measure=head.each[position], rule="carried_in_list")
    return replace(head, rule="carried_in_list")


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
    named = [
        k
        for k in same
        if found[k].stem is not None and (is_duration(par.mentions[i]) or not is_duration(par.mentions[k]))
    ]
    if par.mentions[i].rank:
        named = [k for k in named if not _scope_of_rank(par, k)]
    chosen = next((k for k in named if found[k].level), named[0] if named else None)
    nearest = named[0] if named else None
    if chosen is not None and nearest is not None and nearest > chosen and found[nearest].change:
        stem = found[nearest].stem
        if stem != found[chosen].stem and par.mentions[i].unit != "百分点":
            return Column(
                stem, stem, found[nearest].rule, owner=found[nearest].owner
            )  # 产量增长39%、|占全国9成
    return found[chosen] if chosen is not None else topic_of(par, index)


def _scope_of_rank(par: Paragraph, k: int) -> bool:
    """在31个省中排第四: the number only says among how many."""
    start = par.mentions[k].start
    return par.text[:start].endswith(("在", "在全国", "全国"))


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
    if i and par.text[par.mentions[i - 1].end : mention.start].strip() in ("、", "，") and found[i - 1].level:
        stem = found[i - 1].stem  # 低保对象455万户、|738万人
        if (
            stem is not None
            and not same_sort(par.mentions[i - 1], mention)
            and not mention.rank
            and is_count(mention)
        ):
            return replace(found[i - 1], measure=counted(stem, mention), rule="second_unit")
    topic = topic_of(par, index)
    if topic is not None and topic.measure:
        return replace(topic, measure=counted(topic.measure, mention), rule="topic")
    return NONE
