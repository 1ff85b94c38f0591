"""The time of what its paragraph does not date, and heads that sum up their paragraph."""

from __future__ import annotations

import re

from suyuan.time.assigned import AssignedTime, no_time
from suyuan.time.context import TimeContext
from suyuan.time.reach_words import reach_words

OF_PLAN = "years_of_plan"  # rule of the years of a plan
RUN_IN_HEAD = re.compile(
    r"^(?:（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}(?:是|、)|\d{1,2}[.、）])"
)
RUN_IN_REACH = 60
VERBLESS = re.compile("[^，。；]{1,18}的[\u4e00-\u9fff]{1,6}。")


def is_run_in_head(sentence: str) -> bool:
    """一是制定超70项标准。 超70项标准的产出。 A numbered or verbless head sums up its paragraph."""
    numbered = RUN_IN_HEAD.match(sentence) is not None and len(sentence) <= RUN_IN_REACH
    return numbered or VERBLESS.fullmatch(sentence) is not None


def before_the_plan(text: str, start: int, at: int, time: AssignedTime) -> AssignedTime:
    """``time``, but none for what there is already where only the plan would date it: 全市现有学校120所，在校生3万人.

    ``start``, ``at``: of the sentence and of the quantity in ``text``. A word of what is planned after that of what there is
    puts the quantity under the plan again: 现有学校120所，新建20所.
    """
    if time.rule != OF_PLAN:
        return time
    there = max((match.end() for match in reach_words().there_already.finditer(text, start, at)), default=-1)
    ahead = there >= 0 and reach_words().to_be_done.search(text, there, at) is not None
    return time if there < 0 or ahead else no_time("there_before_the_plan")


def default_time(context: TimeContext) -> AssignedTime:
    """Time of a quantity that its paragraph does not date: heading, title, or the day that the document reports."""
    if context.heading:
        return AssignedTime(context.heading, "during", "heading", context.heading_planned, rule="heading")
    if context.report and context.report_is_default:
        return AssignedTime(context.period or context.report, "during", "title", rule="year_under_report")
    if context.plan:
        return AssignedTime(context.plan, "during", "title", True, rule=OF_PLAN)
    if context.said and context.said_is_default:
        return AssignedTime(context.said, "as_of", "document", rule="day_of_telling")
    return no_time("nothing_dates_it")
