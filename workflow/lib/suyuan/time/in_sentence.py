"""The times of a number's own sentence, weighed one after the other: the first that nothing speaks against dates the number."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from suyuan.records.fact import TimeFrom
from suyuan.time.assigned import AssignedTime, no_time
from suyuan.time.candidates import (
    ASIDE,
    OF_EXTREME,
    PREDICATE,
    Candidate,
    dates_backwards,
    ends_change,
    in_relative_clause,
    later_end,
)
from suyuan.time.clauses import brackets, clauses, index_of
from suyuan.time.events import EVENT
from suyuan.time.expression import TimeExpression
from suyuan.time.items import is_of_another_item
from suyuan.time.means import is_mean_of_years, of_mean
from suyuan.time.passing import LOOKBACK
from suyuan.time.table import time_words

BY_NOW = ("已", "现已", "目前已", "现有", "至今")
AHEAD = re.compile(
    "远期|未来|今后|后续|将来|有望|预计|规划|计划|拟|将"
)  # 目前有5家，|未来将达9家: not of now
ISSUED = re.compile(
    "[^，。；]{0,2}(?:签署|签订|发布|出台|印发|颁布|制定|修订|推出|下发|公布)的[^，。；]{1,12}?[则共已也]?(?:有|为|达|共计?)?"
    r"[\d.,一二三四五六七八九十百千万亿余多近约]+[项份部件个条]"
)


class Weighed(NamedTuple):
    """A time of the sentence: what it gives the number, or why it gives it nothing."""

    time: TimeExpression
    given: AssignedTime | None
    refused: str = ""  # why not, in words


def assigned(time: TimeExpression, time_from: TimeFrom, rule: str) -> AssignedTime:
    """The time that an expression gives by a rule; none where the expression leaves it open (近年来)."""
    if time.edtf is None:
        return no_time(f"{rule}_left_open")
    return AssignedTime(time.edtf, time.kind, time_from, time.planned, time, rule)


def weighed(
    text: str, sentence: tuple[int, int], inside: list[Candidate], starts: list[int], start: int, end: int
) -> Iterator[Weighed]:
    """The times of the sentence in the order in which they are asked: those before the number, the nearest first, then those
    behind it. The first that gives a time is taken; ``inside``: the candidates of
    the sentence; ``starts``: where the numbers of the text begin."""
    here = [c for c in inside if not c.time.start <= start < c.time.end]
    within = clauses(text, *sentence)
    clause = within[index_of(within, start)]
    bracket = next((b for b in brackets(text, *sentence) if b[0] <= start < b[1]), None)
    before = [c for c in here if c.time.end <= start]
    for candidate in reversed(before):
        told = candidate.time
        goes_on = OF_EXTREME if told.rule == ASIDE else PREDICATE
        same_clause = candidate.clause == clause or (
            candidate.clause[1] == clause[0] and goes_on.match(text, clause[0]) is not None
        )
        if candidate.bracket is not None and candidate.bracket != bracket:
            yield Weighed(told, None, "stands in a bracket of its own")
            continue
        reaches = candidate.topic or candidate.event or ends_change(text, clause, candidate, before)
        if not (same_clause or reaches):
            yield Weighed(told, None, "told inside another clause, not at the head of the sentence")
            continue
        if not same_clause and is_of_another_item(text, sentence[0], told.start, start):
            yield Weighed(told, None, "of another item of the list")
            continue
        if not same_clause and is_now(told) and AHEAD.search(text, clause[0], start):
            yield Weighed(told, no_time("ahead_of_now"))
            continue
        if not same_clause:
            candidate = later_end(text, candidate, before)
        against = _against(text, candidate, starts, clause, start, same_clause)
        if against:
            yield Weighed(told, None, against)
        elif candidate.row:
            yield Weighed(told, no_time("one_of_several_dates"))
        else:
            time = of_mean(text, clause, candidate.time, before)
            near: tuple[TimeFrom, str] = (
                ("clause", "before_in_clause") if same_clause else ("sentence", "topic_of_sentence")
            )
            yield Weighed(told, assigned(time, *near))
    for candidate in here:
        if candidate.time.start < end:
            continue
        own = _first_from(starts, candidate.time.end)
        if candidate.clause != clause:
            yield Weighed(candidate.time, None, "stands behind the number, in another clause")
        elif candidate.bracket is not None and own is not None and own < candidate.bracket[1]:
            yield Weighed(candidate.time, None, "dates the number in its bracket")  # 22.79%（2019年：13.33%）
        elif candidate.time.rule != ASIDE and dates_backwards(text, candidate, end):
            yield Weighed(candidate.time, assigned(candidate.time, "clause", "after_in_clause"))
        else:
            yield Weighed(candidate.time, None, "stands behind the number and dates what follows it")


def _against(
    text: str,
    candidate: Candidate,
    starts: list[int],
    clause: tuple[int, int],
    start: int,
    same_clause: bool,
) -> str:
    """Why a time that reaches the number does not date it; "" if it does."""
    time = candidate.time
    of_event = time.rule == EVENT  # 大会期间举办的专场有80家参加
    if not of_event and in_relative_clause(text, time, start) and not ISSUED.match(text, time.end):
        return "dates a noun before the number (2019年成立的…)"
    if time.rule == LOOKBACK and text.find("；", time.end, start) >= 0:
        return "looks back, up to the semicolon only"  # 上年为净流出2亿元；筹资活动流入|3亿元
    if time.rule == ASIDE and _first_from(starts, time.end) != start:
        return "told in passing, of the first number behind it alone"
    if not same_clause and _is_event(text, candidate) and text.startswith(BY_NOW, clause[0]):
        return "dates an event, not what there is by now"
    if not same_clause and is_mean_of_years(text, time):
        return "the years of a mean"  # 2022-2025年年均增长54%；保有量将超过|1500座
    return ""


def is_now(time: TimeExpression) -> bool:
    """目前, 当前, 截至目前."""
    return (time.relative or "") == "to_date"


def _is_event(text: str, candidate: Candidate) -> bool:
    """一期于2023年3月开工，|已完成投资5亿元: the date of an event; what there is by now is of no stated time."""
    verb = time_words().clause_verb.match(text, candidate.time.end)
    return verb is not None and candidate.clause[1] - verb.end() <= 2


def _first_from(starts: list[int], at: int) -> int | None:
    """The first quantity from ``at`` on: the own number of a time told in passing."""
    index = bisect_left(starts, at)
    return starts[index] if index < len(starts) else None
