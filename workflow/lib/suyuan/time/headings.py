"""Headings above a flow, and the periods that they put a section under."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.flow import Flow
from suyuan.time.expression import TimeExpression
from suyuan.time.passing import NO_ANTECEDENT
from suyuan.time.table import time_words
from suyuan.values import value

NUMBERED = re.compile(
    r"第?[一二三四五六七八九十]{1,3}[、章节篇]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、．]"
)
STYLES = tuple(
    re.compile(style)
    for style in (
        r"第[一二三四五六七八九十]{1,3}[章篇]",
        r"[一二三四五六七八九十]{1,3}、",
        r"（[一二三四五六七八九十]{1,3}）",
        r"\d{1,2}[.、．]",
    )
)
FIRST = re.compile(r"第?一[、章节篇]|（一）|1[.、．]")
MONTH = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
ISSUED = re.compile("[\u4e00-\u9fff]{2}(?:时间|日期)[：:]")  # 公告日期：2023年4月21日, read as a heading
ANNEX = re.compile(r"附[件录表]\s*[一二三四五六七八九十\d]{0,2}[：:]?")


@value
class Period:
    """A time that a section is about."""

    edtf: str
    planned: bool = False


@value
class Heading:
    """A heading with the times that it states; ``number`` tells one heading from another."""

    level: int
    periods: tuple[Period, ...]
    number: int
    text: str


class Headings:
    """The headings that stand above a flow, level by level."""

    def __init__(self, coming: str | None = None) -> None:
        """``coming``: the year that a work report plans for; its sections after the first one on that year go on with it."""
        self.stack: list[Heading] = []
        self.entered = 0
        self.coming = coming
        self.planned_from: int | None = None  # level of the heading that names the coming year
        self.reviewed_at: int | None = None  # level of the last heading that looks back

    def above(self, flow: Flow) -> Heading | None:
        """Nearest heading that states a time; none for a heading itself."""
        if flow.block.kind == "heading":
            return None
        return next((heading for heading in reversed(self.stack) if heading.periods), None)

    def enter(self, flow: Flow, times: Sequence[TimeExpression], restarts: bool = False) -> None:
        """Take in ``flow``: a heading closes those of its level and below.

        ``restarts``: the numbered headings after it begin anew, so it stands above them whatever its size.
        """
        if flow.block.kind != "heading":
            return
        self.entered += 1
        if ANNEX.fullmatch(flow.text):
            self.stack.clear()
            self.planned_from = None
            return
        periods = tuple(
            dict.fromkeys(
                Period(time.edtf, time.planned)
                for time in times
                if time.edtf and time.rule not in NO_ANTECEDENT and "XXXX" not in time.edtf
            )
        )
        periods = periods + tuple(p for p in _looked_back(flow.text) if p not in periods)
        if (restarts and _is_dateline(flow.text, times)) or ISSUED.match(flow.text):
            periods = ()
        level = 0 if restarts and periods else flow.block.level or 1
        if self.coming and any(period.edtf == self.coming for period in periods):
            self.planned_from = level
        elif self.planned_from == level and not periods and self.coming and NUMBERED.match(flow.text):
            periods = (Period(self.coming, True),)
        while self.stack and not _is_above(self.stack[-1], level, flow.text):
            self.stack.pop()
        undated = not periods and not times and NUMBERED.match(flow.text) is not None
        if self.coming and undated and (self._turns_to_coming() or self._turns_from_review(level, flow.text)):
            periods = (Period(self.coming, True),)
        if any(word in flow.text for word in time_words().review_words):
            self.reviewed_at = level
        self.stack.append(Heading(level, periods, self.entered, flow.text))

    def _turns_to_coming(self) -> bool:
        """“十五五”时期目标和2026年重点工作, above numbered parts: after the goals of the plan they are the work of the year."""
        above = next((heading for heading in reversed(self.stack) if heading.periods), None)
        if above is None or len(above.periods) < 2 or above.periods[-1].edtf != self.coming:
            return False
        return any(word in above.text for word in time_words().year_work)

    def _turns_from_review(self, level: int, text: str) -> bool:
        """一、工作回顾, then 二、重点任务 beside it: a report that has looked back turns to the work of the year."""
        words = time_words()
        if level != self.reviewed_at or any(
            word in text for word in (*words.goal_words, *words.plan_background)
        ):
            return False
        return any(word in text for word in words.year_work)


def _is_dateline(text: str, times: Sequence[TimeExpression]) -> bool:
    """2018年4月, alone above the first section: when the paper came out."""
    if len(times) != 1 or (times[0].start, times[0].end) != (0, len(text)):
        return False
    return MONTH.fullmatch(times[0].edtf or "") is not None


def _is_above(heading: Heading, level: int, text: str) -> bool:
    """Whether a heading stands above another: by level; of two of one level 一、 stands above （一）, （一） above 1."""
    if heading.level != level:
        return heading.level < level
    upper, lower = rank(heading.text), rank(text)
    return 0 < upper < lower


def rank(text: str) -> int:
    """How deep the numbering of a heading usually stands; 0 without one."""
    return next((rank for rank, style in enumerate(STYLES, 1) if style.match(text)), 0)


def _looked_back(text: str) -> list[Period]:
    """“十五”环境保护工作进展: in a heading that looks back, the name of a five-year plan is its years."""
    words = time_words()
    if not any(word in text for word in words.plan_background):
        return []
    years = (words.plans[match[1]] for match in words.quoted_plan.finditer(text))
    return [Period(f"{first}/{last}") for first, last in years]


def restarting(flows: Sequence[Flow]) -> set[int]:
    """Indices of headings without a number after which the next heading is 一、 or （一）."""
    found: set[int] = set()
    after: str | None = None
    for index in range(len(flows) - 1, -1, -1):
        flow = flows[index]
        if flow.block.kind != "heading":
            continue
        if after is not None and FIRST.match(after) and not NUMBERED.match(flow.text):
            found.add(index)
        after = flow.text
    return found
