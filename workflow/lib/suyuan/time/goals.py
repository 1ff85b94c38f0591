"""The year that a list or a section of goals is set for: 到2025年，主要目标如下：, then items without a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.flow import Flow
from suyuan.time.expression import TimeExpression
from suyuan.time.headings import Heading
from suyuan.time.passing import NO_ANTECEDENT
from suyuan.time.table import time_words
from suyuan.values import value

LIST_ITEM = 120  # characters of a paragraph that can be an item of a list
SECTION = re.compile(
    r"（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章节条]"
)
RUN_IN_HEAD = re.compile(r"[^。；]{0,24}")
DEADLINE = re.compile(r"\d{4}(?:-12)?(?:-31)?")
AHEAD = re.compile("(?:力争|争取|计划|确保)?到")


@value
class Goal:
    """A year that paragraphs are set for. ``time`` is None where two years were said."""

    time: TimeExpression | None
    section: int  # number of the heading above
    listed: bool  # announced with a colon: it holds for the items of that list alone


def next_goal(
    goal: Goal | None, flow: Flow, times: Sequence[TimeExpression], heads: Sequence[Heading]
) -> Goal | None:
    """The goal in force after ``flow``; ``goal`` was in force before it, ``heads`` are all headings above.

    A paragraph that states one year with 到 sets it, if it ends with a colon or stands under a heading (or after a
    head of its own) that speaks of goals. A new section ends it, a second such paragraph leaves the year open.
    """
    text = flow.text
    if goal is not None and goal.section and all(head.number != goal.section for head in heads):
        goal = None
    if flow.block.kind == "heading":
        return None if goal is not None and goal.listed else goal
    numbered = SECTION.match(text)
    if numbered:
        goal = None
    years = {
        time.edtf: time
        for time in times
        if time.edtf
        and DEADLINE.fullmatch(time.edtf)
        and time.rule not in NO_ANTECEDENT
        and AHEAD.match(text, time.start)
    }
    words = time_words().goal_words
    above = next((head for head in reversed(heads) if any(word in head.text for word in words)), None)
    opening = RUN_IN_HEAD.match(text, numbered.end()) if numbered else None
    under = above is not None or (opening is not None and any(word in opening.group() for word in words))
    if not years or not (under or text.endswith("：")):
        return goal if goal is None or not goal.listed or len(text) <= LIST_ITEM else None
    if goal is not None and (goal.time is None or goal.time.edtf not in years):
        return replace(goal, time=None)
    one = next(iter(years.values())) if len(years) == 1 else None
    section = above.number if above is not None else heads[-1].number if heads else 0
    return Goal(replace(one, planned=True) if one else None, section, not under)
