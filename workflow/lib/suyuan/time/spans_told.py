"""A number of years told behind a level: 截至2022年底…453万公里，十年间净增85万公里, 8年间年均增长25.5%, 三年累计分成6.3亿元.

They end with the year of the level before them in the sentence; where only another sentence has a year nothing says when
they end. Outside of reports on a year, whose own rules read them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.time.assigned import AssignedTime, no_time
from suyuan.time.clauses import clauses, index_of, sentences
from suyuan.time.context import TimeContext
from suyuan.time.cover import year_of
from suyuan.time.expression import TimeExpression
from suyuan.time.passing import NO_ANTECEDENT
from suyuan.time.points import count

PAST_YEARS = "past_years:"  # relative of 十年间, 五年来
LOOKS_BACK = ("past_years", "recent")
YEARS = "(?:短短|这|前后|不到)?(?P<n>[二两三四五六七八九十]{1,3}|\\d{1,2})年"
CHANGED = "[^，。；\\d]{0,6}?(?:年均|累计|共|净增|净减|增[长加至到]?|翻|提高|提升|扩大|上升|下降|减少|降低|缩短|压减)"
SPAN = re.compile(f"{YEARS}(?:间|[来里]，?(?={CHANGED})|(?={CHANGED}))")
GOES_ON = re.compile(
    "[，、]?(?:和|及)?(?:年均|平均每年)?(?:增长|增加|增幅|下降|减少|降低|提高|降幅|扩大)[^，。；\\d]{0,6}"
)
LEVEL = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
AT_HEAD = "years_told_at_head"
MOVED, UNENDED = "years_told", "years_told_without_end"


def without_spans(text: str, times: Sequence[TimeExpression], context: TimeContext) -> list[TimeExpression]:
    """``times`` without 十年间 that nothing resolves, where its sentence has told a time: what follows is of that time."""
    if context.report or not any(_is_open_span(time) for time in times):
        return list(times)
    parts = sentences(text)
    return [
        time
        for time in times
        if not (_is_open_span(time) and _told_before(time, times, parts[index_of(parts, time.start)][0]))
    ]


def years_told(
    text: str, spans: Sequence[tuple[int, int]], found: Sequence[AssignedTime], context: TimeContext
) -> list[AssignedTime]:
    """``found`` with what a clause tells of a number of years put under the years that end with the level before it."""
    result = list(found)
    if context.report or context.heading or context.plan or SPAN.search(text) is None:
        return result
    parts = sentences(text)
    for k, (start, end) in enumerate(spans):
        item, before = found[k], result[k - 1] if k else None
        at_head = _from_stated_year(text, parts, start, end, item, context)
        if at_head or (before and before.moved == AT_HEAD and _same_sentence(parts, spans[k - 1][0], start)):
            told = at_head or before
            result[k] = replace(told, moved=AT_HEAD) if told and item.edtf is None else item
            continue
        if item.planned or item.edtf is None or LEVEL.fullmatch(item.edtf) is None:
            continue
        if before and before.moved == MOVED and GOES_ON.fullmatch(text, spans[k - 1][1], start):
            result[k] = replace(item, edtf=before.edtf, kind="during", moved=MOVED)
            continue
        sentence = parts[index_of(parts, start)]
        within = clauses(text, *sentence)
        clause = within[index_of(within, start)]
        span = SPAN.match(text, clause[0])
        if span is None or span.end() > max(start, end) or clause[0] == sentence[0]:
            continue
        years = count(span["n"])
        if item.time_from == "paragraph":
            result[k] = no_time(UNENDED) if years > 1 else item
        elif item.time_from == "sentence" and years > 1:
            last = int(year_of(item.edtf) or 0)
            series = re.search(f"(?<!\\d){last - years + 1}年", text[sentence[0] : start])
            first = last - years + 1 if series else last - years  # 2019年…，2023年为…，五年间缩减
            result[k] = replace(item, edtf=f"{first}/{last}", kind="during", moved=MOVED)
    return result


def _from_stated_year(
    text: str, parts: list[tuple[int, int]], start: int, end: int, item: AssignedTime, context: TimeContext
) -> AssignedTime | None:
    """2012年这一倍数为3.1。|十年间|年均增长7.7%, in a section that has stated 2022: of 2012 to 2022, if both are told."""
    last = year_of(context.statement.edtf) if context.statement and context.stated_here else None
    if item.edtf is not None or last is None or not last.isdigit():
        return None
    span = SPAN.match(text, parts[index_of(parts, start)][0])
    years = count(span["n"]) if span and span.end() <= end else 0
    first = int(last) - years
    if years < 2 or re.search(f"(?<!\\d){first}年", text[:start]) is None:
        return None
    return AssignedTime(f"{first}/{last}", "during", "paragraph", rule=MOVED)


def _same_sentence(parts: list[tuple[int, int]], a: int, b: int) -> bool:
    return index_of(parts, a) == index_of(parts, b)


def _is_open_span(time: TimeExpression) -> bool:
    return time.edtf is None and (time.relative or "").startswith(PAST_YEARS) and time.rule == "relative"


def _told_before(span: TimeExpression, times: Sequence[TimeExpression], sentence: int) -> bool:
    """Whether the last time told before it in the sentence is one that it may end with; another number of years is none."""
    told = [
        time
        for time in times
        if sentence <= time.start < span.start and time.edtf and time.rule not in NO_ANTECEDENT
    ]
    return bool(told) and not (told[-1].relative or "").startswith(LOOKS_BACK)
