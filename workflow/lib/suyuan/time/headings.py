"""Headings above a flow, and the periods that they put a section under."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from suyuan.flow import Flow
from suyuan.time.expression import TimeExpression
from suyuan.time.passing import NO_ANTECEDENT
from suyuan.time.table import time_words

NUMBERED = re.compile(
    r"第?[一二三四五六七八九十]{1,3}[、章节篇]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、．]"
)
FIRST = re.compile(r"第?一[、章节篇]|（一）|1[.、．]")
ANNEX = re.compile(r"附[件录表]\s*[一二三四五六七八九十\d]{0,2}[：:]?")


@dataclass(frozen=True, slots=True)
class Period:
    """A time that a section is about."""

    edtf: str
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with the times that it states; ``number`` tells one heading from another."""

    level: int
    periods: tuple[Period, ...]
    number: int
    text: str


class Headings:
    """The headings that stand above a flow, level by level."""

    def __init__(self) -> None:
        self.stack: list[Heading] = []
        self.entered = 0

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
            return
        periods = tuple(
            dict.fromkeys(
                Period(time.edtf, time.planned)
                for time in times
                if time.edtf and time.rule not in NO_ANTECEDENT and "XXXX" not in time.edtf
            )
        )
        periods = periods + tuple(p for p in _looked_back(flow.text) if p not in periods)
        level = 0 if restarts and periods else flow.block.level or 1
        while self.stack and self.stack[-1].level >= level:
            self.stack.pop()
        self.stack.append(Heading(level, periods, self.entered, flow.text))


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
