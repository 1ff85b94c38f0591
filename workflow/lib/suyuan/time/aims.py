"""What a plan tells beside its goals: what was done in a year, and what is aimed at behind it.

2022年产值210亿元。力争|新增企业4家: not of 2022, but of the horizon that the paragraph has told (到2026年), else of the years
of the plan, else of no time. 2019年启动补水。补水|2亿立方米: of the year that the paragraph told, not of the plan.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from suyuan.language import alternatives, any_of, language_table
from suyuan.time.assigned import AssignedTime, no_time
from suyuan.time.candidates import Candidate
from suyuan.time.clauses import index_of
from suyuan.time.context import TimeContext
from suyuan.time.cover import covers, year_of
from suyuan.time.defaults import OF_PLAN, before_the_plan
from suyuan.time.reach_words import reach_words

RULE, NO_YEAR, TOLD_BEFORE = "horizon_of_paragraph", "aimed_at_without_a_year", "year_told_before"
UNDATED = "nothing_dates_it"  # rule of what nothing dates
YEARS = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?")


@dataclass(frozen=True)
class AimWords:
    """The words of aims in reach_words.yaml, ready for matching."""

    aim: re.Pattern[str]
    plans: re.Pattern[str]  # in a sentence on a year: what it tells is aimed at as well
    came: re.Pattern[str]  # from the word of aim on: what it came to is told in the next clause


@cache
def aim_words() -> AimWords:
    """The word table of the package."""
    table = language_table("reach_words.yaml")
    plan = language_table("plan_words.yaml")
    other = alternatives([*plan["intention_not_before"], *table["aims_not_before"]])
    names = alternatives(language_table("nature_words.yaml")["names"])  # 争取上级资金
    before = any_of(table["aims_led_by"])
    return AimWords(
        re.compile(
            rf"(?:^|[，；。：！？])(?:[一二三四五六七八九]是)?(?:[^，。；：\d]{{0,10}}?{before})?(?!{names})(?P<word>{alternatives(table['aims'])})(?!{other})"
        ),
        re.compile(alternatives([*table["aims"], "目标", "将", "拟"])),
        re.compile(rf"[^，。；]*，[^，。；\d]{{0,6}}{any_of(plan['done'])}"),
    )


def beside_goals(
    text: str,
    parts: list[tuple[int, int]],
    start: int,
    starts: Sequence[int],
    time: AssignedTime,
    governing: Sequence[Candidate],
    context: TimeContext,
) -> AssignedTime:
    """``time`` of a quantity at ``start``, with what its paragraph tells of years before the plan and behind them.

    ``starts``: of all quantities; ``governing``: the times of the paragraph.
    """
    sentence = parts[index_of(parts, start)][0]
    time = before_the_plan(text, sentence, start, time)
    if time.rule == OF_PLAN and reach_words().to_be_done.search(text, sentence, start) is None:
        before = [c for c in governing if c.time.end <= start and (c.topic or c.event) and not c.row]
        told = before[-1].time if before else None
        was = told is not None and not told.planned and text[told.start] != "到"
        if told is not None and was and YEARS.fullmatch(told.edtf or ""):
            return AssignedTime(told.edtf, told.kind, "paragraph", False, told, TOLD_BEFORE)
    return of_aim(text, parts, start, starts, time, governing, context)


def of_aim(
    text: str,
    parts: list[tuple[int, int]],
    start: int,
    starts: Sequence[int],
    time: AssignedTime,
    governing: Sequence[Candidate],
    context: TimeContext,
) -> AssignedTime:
    """``time``, but the horizon where the sentence aims at the quantity and a year that was dates it."""
    told = time.expression
    if time.rule == UNDATED and context.report is None:
        return _goal_told_last(text, parts[index_of(parts, start)][0], start, governing) or time
    if told is None or time.planned or YEARS.fullmatch(time.edtf or "") is None:
        return time
    sentence = parts[index_of(parts, start)][0]
    low = max(sentence, told.end)
    aim = next(iter(reversed(list(aim_words().aim.finditer(text, max(low - 1, 0), start)))), None)
    if aim is None or told.start >= aim.start("word") or aim_words().came.match(text, aim.end()):
        return time  # 2022年…。计划投资|12亿元，实际完成11亿元
    apart = told.end <= sentence
    if not apart and (
        aim["word"] in reach_words().aims_in_passing or not _stated(starts, told.end, aim.start())
    ):
        return time
    if reach_words().there_already.search(text, aim.end(), start) or not _was(
        text, parts, starts, time, context
    ):
        return time
    year = year_of(time.edtf) or ""
    for candidate in reversed([c for c in governing if c.time.end <= aim.start("word")]):
        ahead = candidate.time.planned or text[candidate.time.start] == "到"
        if ahead and candidate.time.edtf and (year_of(candidate.time.edtf) or "") > year:
            goal = candidate.time
            return AssignedTime(goal.edtf, goal.kind, "paragraph", True, goal, RULE)
    if context.heading and context.heading_planned:
        return AssignedTime(context.heading, "during", "heading", True, rule="heading")
    if context.plan:
        return AssignedTime(context.plan, "during", "title", True, rule=OF_PLAN)
    return no_time(NO_YEAR)


def _goal_told_last(
    text: str, sentence: int, start: int, governing: Sequence[Candidate]
) -> AssignedTime | None:
    """到2025年，覆盖率应达到90%。确保|每县改造中心1个: the horizon, where it is what the paragraph told last."""
    aim = aim_words().aim.search(text, max(sentence - 1, 0), start)
    before = [c.time for c in governing if c.time.end <= sentence and c.topic]
    if aim is None or not before or not before[-1].edtf or before[-1].end > aim.start("word"):
        return None
    goal = before[-1]
    ahead = goal.planned or text[goal.start] == "到"
    return AssignedTime(goal.edtf, goal.kind, "paragraph", True, goal, RULE) if ahead else None


def _stated(starts: Sequence[int], low: int, high: int) -> bool:
    """A quantity stands between: 2022年产值|210亿元|，力争…; not 2022年，全市计划新建学校20所."""
    return bisect_left(starts, low) < bisect_left(starts, high)


def _was(
    text: str,
    parts: list[tuple[int, int]],
    starts: Sequence[int],
    time: AssignedTime,
    context: TimeContext,
) -> bool:
    """The year was over when the text was told; where nothing says when that was, its own sentence aims at nothing up to
    its first quantity."""
    last = covers(time.edtf or "")[1]
    if context.told and context.told[:4].isdigit():
        return last < covers(context.told)[0]
    if context.plan:
        return last < covers(context.plan)[0]
    if time.expression is None or text[time.expression.start] == "到":
        return False
    at = time.expression.start
    begin, end = parts[index_of(parts, at)]
    first = bisect_left(starts, time.expression.end)
    stop = min(end, starts[first]) if first < len(starts) else end
    return aim_words().plans.search(text, begin, stop) is None
