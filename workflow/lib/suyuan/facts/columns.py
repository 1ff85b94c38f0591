"""Columns (measure and row) of the quantities of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from suyuan.facts.actors import actor_of_clause, as_row, row_dimension
from suyuan.facts.by_sentence import by_sentence
from suyuan.facts.carried import carried, column_before, of_part, share_before
from suyuan.facts.category_rows import category_row
from suyuan.facts.changes_in_turn import change_in_turn
from suyuan.facts.compared_levels import compared_in_bracket
from suyuan.facts.complete import completed
from suyuan.facts.english import english_column
from suyuan.facts.former_latter import column_of_former
from suyuan.facts.fuller_names import in_fuller_name
from suyuan.facts.kinds_of_growth import with_kind_of_growth
from suyuan.facts.left import left_phrase
from suyuan.facts.levels_of_government import of_own_level
from suyuan.facts.list_names import SEVERAL, in_full
from suyuan.facts.moments import with_moment
from suyuan.facts.once import once
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.preconditions import reads_sort, silent_in
from suyuan.facts.reading import (
    NONE,
    Column,
    counted,
    empty,
    sorts_of,
    with_unit,
    words_of,
)
from suyuan.facts.remnants import mended
from suyuan.facts.rows_in_turn import in_turn, people_of_kind, pointed_back, topic_then_row
from suyuan.facts.rows_of_counted import row_of_counted
from suyuan.facts.rows_of_samples import leaders, rest_of_rows, row_of_sample
from suyuan.facts.rows_of_scales import of_the_same, scale_row
from suyuan.facts.rules_compared import (
    all_but,
    differs,
    level_of_other,
    row_of_owner,
    summary_in_bracket,
)
from suyuan.facts.rules_count import headless, number_before_noun, picked_out
from suyuan.facts.rules_doers import (
    doer,
    effort,
    pivot,
    relative_head,
    share_doing,
    steady_growth,
    times_done,
)
from suyuan.facts.rules_growth import doubled, growth, lies_above
from suyuan.facts.rules_in_passing import (
    attending,
    graded,
    seats,
    surveyed,
    those_doing,
    time_taken,
    unit_told,
)
from suyuan.facts.rules_level import (
    duration,
    level_of_subject,
    noun_before_number,
    quantity_before_noun,
    step_reached,
    sum_of,
    yearly_mean,
)
from suyuan.facts.rules_money import spent
from suyuan.facts.rules_rank import rank
from suyuan.facts.rules_rates import carried_out, count_of_rate, share_of_kind
from suyuan.facts.rules_reach import people_of, reaching, set_down, share_inside, used_for
from suyuan.facts.rules_rows import bracket, group_row, labelled_row
from suyuan.facts.rules_share import ratio, share, share_within
from suyuan.facts.rules_statistics import (
    part_of_sum,
    sex_row,
    share_in_bracket,
    signed_growth,
    statistic,
    yearly_output,
)
from suyuan.facts.rules_structure import structure
from suyuan.facts.rules_studies import (
    done_by_group,
    per_occasion,
    performers,
    total_of_subject,
)
from suyuan.facts.rules_targets import (
    aimed_at,
    done_of_them,
    level_beside,
    limited_share,
    norm_beside,
    of_those,
    part_of_aim,
    regained,
    rest_of_them,
)
from suyuan.facts.rules_tests import level_of_test
from suyuan.facts.rules_topic import asked, topic_clause
from suyuan.facts.rules_verdicts import level_of_verdict
from suyuan.facts.sequels import KIND, kind_of_noun, outcome_of_plan, part_before
from suyuan.facts.several import (
    MISMATCHED,
    first_of_several,
    growth_of_each,
    member,
    owners_of_run_before,
    run_of,
)
from suyuan.facts.subjects_told import subject_told
from suyuan.facts.tidy import plain
from suyuan.facts.whole_names import whole_name
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

Rule = Callable[[Paragraph, Mention, int, Column | None], Column | None]


class Said(NamedTuple):
    """What one rule says of a quantity: the column as the rule reads it, and with what completes it; None for nothing."""

    rule: str
    read: Column | None
    column: Column | None


RULES: tuple[Rule, ...] = (  # the first that reads something names the column
    level_of_test, structure, scale_row, statistic, sex_row, share_in_bracket, signed_growth, yearly_output, part_of_sum,
    count_of_rate, all_but, level_of_other, differs, summary_in_bracket, row_of_owner, people_of, set_down,
    reaching, share_inside, used_for,
    aimed_at, norm_beside, part_of_aim, level_beside, rest_of_them, of_those, limited_share, done_of_them, regained,
    graded, seats, time_taken, those_doing, surveyed, attending,
    compared_in_bracket, done_by_group, per_occasion, performers, carried_out, group_row, bracket,
    labelled_row, steady_growth, lies_above, doubled, growth, ratio, share_within, share_doing, share_of_kind, share, rank,
    asked, yearly_mean, effort, relative_head, duration, headless, picked_out, step_reached, times_done,
    spent, doer, pivot, sum_of, number_before_noun, noun_before_number, quantity_before_noun, topic_clause,
    level_of_verdict, level_of_subject, total_of_subject, unit_told,
)  # fmt: skip
CHINESE = re.compile("[\u4e00-\u9fff]")
REACHED = ("突破", "达", "超过", "超")
SAME = frozenset({"同为", "也为", "同样为"})
IN_ORDER = frozenset({"依次", "依次是", "依次为", "分别", "分别是", "分别为", "分别有"})


def columns(par: Paragraph) -> list[Column]:
    """The column of each quantity of ``par.mentions``, in the same order; :data:`NONE` where nothing names it."""
    found: list[Column] = []
    for i, mention in enumerate(par.mentions):
        index = par.token_of.get(i)
        sentence = par.sentences[par.sentence_at(mention.start)]
        if index is None:
            found.append(replace(NONE, rule="inside_another_word"))
            continue
        if not CHINESE.search(par.text, *sentence):
            found.append(english_column(par, mention) or NONE)
            continue
        read = mended(par, i, index, _column(par, i, index, found), found)
        read = by_sentence(par, i, column_of_former(par, i, subject_told(par, i, read) or read, found), found)
        column = row_of_counted(par, i, whole_name(par, i, in_fuller_name(par, i, read, found)), found)
        column = with_kind_of_growth(par, i, plain(with_moment(par, index, column)))
        column = of_own_level(par, i, column, found)
        if column.rule in ("same_column", "rows_in_order"):
            _first_rows(par, i, found)
        if column.rule == KIND:
            found[i - 1] = part_before(column, found[i - 1])
        found.append(with_unit(column, mention.unit))
    return found


def _first_rows(par: Paragraph, i: int, found: list[Column]) -> None:
    """一车间装配整机30台，二车间同为30台: the second row shows that the phrase of the first begins with its row."""
    sentence = par.sentence_at(par.mentions[i].start)
    for k in range(i):
        if par.sentence_at(par.mentions[k].start) == sentence:
            found[k] = as_row(found[k])


def _column(par: Paragraph, i: int, index: int, found: list[Column]) -> Column:
    last: Column | None = None
    for said in columns_tried(par, i, index, found, every=False):
        last = said.column
        if last is not None and (last.measure or last.rule == MISMATCHED):
            return last
    return last or NONE


def columns_tried(
    par: Paragraph, i: int, index: int, found: list[Column], every: bool = True
) -> Iterator[Said]:
    """What each rule in turn says of quantity ``i`` at token ``index``; the first that names a measure is taken.
    Rules that say nothing are passed over unless ``every``.

    ``found``: columns of the quantities before it. Of a further member of an enumeration the first one says all.
    """
    mention = par.mentions[i]
    members = par.run_of(i)
    if i > members[0]:
        head = found[members[0]]
        if head.change and par.text.startswith(REACHED, mention.start):  # 里程新增30公里、|突破7000公里
            head = replace(head, measure=counted(head.stem or "", mention), level=True, change=False, each=())
        yield _said("member_of_list", member(head, i - members[0]))
        return
    run = run_of(par, i)
    if i > run[0] and (found[run[0]].rule == MISMATCHED or len(run) == len(found[run[0]].each)):
        yield _said("member_of_list", member(found[run[0]], i - run[0]))  # 214对和|69家
        return
    shares = share_before(par, i, found) if mention.unit == "百分点" else None
    before = shares or column_before(par, i, index, found)
    yield _said("same_column", _same_column(par, i, index, before))
    yield _said("category_row", category_row(par, i, index, found))
    yield _said("outcome_of_plan", outcome_of_plan(par, i, found))
    yield _said("in_turn", in_turn(par, i, index, found))
    yield _said("pointed_back", pointed_back(par, i, index, found))
    yield _said("kind_of_noun", kind_of_noun(par, i, index, found))
    for rule in RULES if every else _rules_for(par, mention.unit):
        column = rule(par, mention, index, before)
        if column is None or not column.measure:
            if every:
                yield _silent(rule.__name__)
            continue
        column = growth_of_each(par, i, first_of_several(par, i, column), found)
        column = owners_of_run_before(par, i, change_in_turn(par, i, column, found), found)
        if column.rule == MISMATCHED:
            yield _said(rule.__name__, column)
            return
        row = (
            row_of_sample(par, i, column, found)
            or rest_of_rows(par, i, column, found)
            or topic_then_row(par, i, column)
            or people_of_kind(par, i, column, found)
        )
        if row is not None:
            yield Said(rule.__name__, column, row)
            continue
        column = leaders(par, i, column, found)
        own = actor_of_clause(par, index, column)
        whole = own if own.each else completed(par, i, index, of_part(own, before), found)
        yield Said(rule.__name__, column, whole)
    yield _said("carried", carried(par, mention, i, index, found))
    yield _said("of_the_same", of_the_same(par, mention, i, index))


@once
def _rules_for(par: Paragraph, unit: str | None) -> tuple[Rule, ...]:
    """The rules that may say something of a number with this unit."""
    silent = silent_in(par)
    return tuple([rule for rule in _rules_of(sorts_of(unit)) if rule not in silent])


@cache
def _rules_of(sorts: frozenset[str]) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if reads_sort(rule, sorts))


def _said(rule: str, column: Column | None) -> Said:
    return _silent(rule) if column is None else Said(rule, column, column)


@cache
def _silent(rule: str) -> Said:
    return Said(rule, None, None)


def _same_column(par: Paragraph, i: int, index: int, before: Column | None) -> Column | None:
    """住建委同为14项; A、B和C依次是13项、9项和8项: further rows of the column before."""
    if before is None or before.measure is None or not before.level:
        return None
    members = par.run_of(i)
    phrase = left_phrase(par, index)
    if empty(phrase) or par.mentions[members[-1]].unit != before.unit:
        return None
    size = len(members)
    same = not SAME.isdisjoint(phrase.predicates)
    if not same and (size == 1 or IN_ORDER.isdisjoint(phrase.predicates)):
        return None
    before = as_row(before)
    names = tuple(in_full(SEVERAL.split(words_of(phrase.tokens))))
    before = replace(before, dimension=before.dimension or row_dimension(names[-1]))
    if same:
        return replace(before, rule="same_column", owner=names[-1], each=())
    magnitudes = (*column_words().share_heads_end, *column_words().count_heads, *column_words().money_heads)
    if all(name.endswith(magnitudes) or name.isdecimal() for name in names):
        return None  # 知晓率、治疗率分别为52%和46%: columns of their own
    if len(names) == size:
        return replace(before, rule="rows_in_order", owner=names[0], owners=names)
    return None
