"""What is planned: words of intention in a clause, sections and sentences that speak of a plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Literal

from suyuan.facts.will_be import is_no_plan
from suyuan.flow import Flow
from suyuan.gated import GatedPattern, gated
from suyuan.places.tables import package_yaml
from suyuan.places.trie import longest_match
from suyuan.time.assigned import AssignedTime
from suyuan.time.cover import covers
from suyuan.time.dates import DOUBLE
from suyuan.time.table import time_words

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年)")
DATE = r"(?:(?:19|20)\d\d年?(?:\d{1,2}月)?|[\d一二两三四五六七八九十]+[年个月天季度]+|“[一-龥]{2,4}”(?:时期|期间)|[上下]半年)"
YEAR_AND_A_DAY = 366  # days: a longer period that ends after the telling is one of a plan


@dataclass(frozen=True)
class PlanWords:
    """plan_words.yaml."""

    intention: tuple[str, ...]
    intention_not_before: tuple[str, ...]
    intention_not_before_it: tuple[str, ...]
    intention_gap: tuple[str, ...]
    going_on: tuple[str, ...]
    foretold: tuple[str, ...]
    open_words: tuple[str, ...]
    plan_verbs: tuple[str, ...]
    foretelling: tuple[str, ...]
    coming: tuple[str, ...]
    plan_verbs_after: tuple[str, ...]
    done: tuple[str, ...]
    done_not: tuple[str, ...]
    asked: tuple[str, ...]
    asked_not_before_it: tuple[str, ...]
    asked_gap: tuple[str, ...]
    asked_bounds: tuple[str, ...]
    plan_headings: tuple[str, ...]
    work_headings: tuple[str, ...]
    review_headings: tuple[str, ...]
    plan_leads: tuple[str, ...]

    @cached_property
    def intended(self) -> GatedPattern:
        """A word of intention, what may stand between, and a verb or a year: 计划|2027年|建成."""
        behind = "".join(f"(?<!{re.escape(word)})" for word in self.intention_not_before_it)
        gap = f"(?:{DATE}|{_any(self.intention_gap)})*"
        return gated(
            f"{behind}(?P<word>{_any(self.intention)})(?!{_any(self.intention_not_before)}){gap}"
            f"(?:{_any(self.plan_verbs)})",
            self.intention,
        )

    @cached_property
    def ahead(self) -> GatedPattern:
        """Next year, or the years to come; not in 五年|来年均, 2019年以|来年均."""
        return gated(f"(?<![年月以])(?:{_any(self.coming)})(?!均)", self.coming)

    @cached_property
    def doing(self) -> re.Pattern[str]:
        """A clause that opens with what is to be done, up to its number: |再|加装电梯|210部."""
        gap = f"(?:{DATE}|{_any(self.going_on)})*"
        return re.compile(f"{gap}(?:{_any(self.plan_verbs)})(?!了|的)[^，；。：]*$")

    @cached_property
    def of_the_past(self) -> re.Pattern[str]:
        """A word of what is done, or what looks like one."""
        return longest_match((*self.done, *self.done_not))

    @cached_property
    def intended_after(self) -> re.Pattern[str]:
        """The rest of a clause after a number without a second one: 座充电站|将于明年|建成投用."""
        gap = f"(?:{DATE}|{_any(self.intention_gap)})*"
        return re.compile(
            f"[^，；：。、\\d]{{0,16}}(?P<word>将|拟|计划){gap}(?:{_any(self.plan_verbs_after)})+[^\\d]{{0,4}}$"
        )


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def plan_words() -> PlanWords:
    """The word table of the package."""
    return PlanWords(**{key: tuple(value) for key, value in package_yaml("plan_words.yaml").items()})


def intention_in(before: str, after: str) -> str | None:
    """The word by which a clause says that the number between ``before`` and ``after`` is a plan; None without one.

    A word of what is done (已, 目前) behind the word of intention takes it back: 计划建100座，|已建成60座.
    """
    words = plan_words()
    found = list(words.intended.finditer(before))
    if found and not (found[-1]["word"] == "将" and found[-1].group().startswith(words.foretelling)):
        rest = before[found[-1].end() :]
        none = rest.startswith("了") or is_done(rest) or is_no_plan(found[-1]["word"], rest, after)
        return None if none else found[-1]["word"]
    if is_done(before):
        return None
    ahead = words.ahead.search(before)
    if ahead is not None:
        return ahead.group()
    later = words.intended_after.match(after)
    return later["word"] if later else None


def is_done(clause: str) -> bool:
    """Whether a clause says that its quantity is there already."""
    words = plan_words()
    if words.of_the_past.search(clause) is None:
        return False
    for word in words.done_not:
        clause = clause.replace(word, "")
    return any(map(clause.__contains__, words.done))


def planned_flows(flows: Sequence[Flow], told: str | None) -> list[str | None]:
    """For each flow the words of the heading, or of the sentence before it, that put it under a plan; else None.

    ``told``: date on which the document was told (EDTF); a heading with an earlier year looks back.
    """
    found: list[str | None] = []
    lead: tuple[tuple[str, ...], str] | None = None
    report = WorkReport()
    for flow in flows:
        section = flow.block.section
        if lead is not None and section[: len(lead[0])] != lead[0]:
            lead = None
        if flow.block.kind == "heading":
            found.append(None)
            lead = None if lead is not None and section == lead[0] else lead
            continue
        above = report.enter(section, told)
        found.append(above or (lead[1] if lead is not None else None))
        opened = lead_in(flow.text.rpartition("。")[2]) if flow.text.endswith("：") else None
        if opened is not None:
            lead = (section, opened)
    return found


class WorkReport:
    """The turn of a report from what was done to what is to be done: after 一、工作回顾, 二、总体部署 its further parts plan."""

    def __init__(self) -> None:
        self.reviewed = False
        self.turned: str | None = None  # the heading that turned to the plan

    def enter(self, section: Sequence[str], told: str | None) -> str | None:
        """The words that put a paragraph under a plan: of its own headings, else of the part that turned."""
        if not section:
            return None
        words = plan_words()
        above = _of_section(tuple(section), told)
        if any(map(section[0].__contains__, words.review_headings)):
            self.reviewed, self.turned = True, None
        elif self.reviewed and above is not None and told is not None:
            self.turned = self.turned or section[0]
        if above or self.turned is None:
            return above
        looks_back = any(word in heading for heading in section for word in words.review_headings)
        return None if looks_back else self.turned


def lead_in(text: str) -> str | None:
    """The word of a sentence that announces a plan: 今年要重点做好以下工作."""
    return next((word for word in plan_words().plan_leads if word in text), None)


@lru_cache(maxsize=256)  # the sections of a document
def _of_section(section: tuple[str, ...], told: str | None) -> str | None:
    """The nearest heading that says plan or review decides."""
    words = plan_words()
    for heading in reversed(section):
        if any(word in heading for word in words.review_headings):
            return None
        years = [*YEAR.findall(heading), *_years_of_plans(heading)]
        if years and (told is None or max(years) < told[:4]):
            return None
        if any(word in heading for word in words.plan_headings):
            return heading
        if (years or "今年" in heading or "未来" in heading) and any(
            word in heading for word in words.work_headings
        ):
            return heading
    return None


def _years_of_plans(heading: str) -> list[str]:
    """First years of the five-year plans that a heading names."""
    words = time_words()
    return [str(words.plans[match[1]][0]) for match in words.quoted_plan.finditer(heading)]


Lie = Literal["past", "course", "ahead", "after"]


# moved times that end with the year of the telling, though it was not over: 2021年以来, 比2015年提高8个百分点
LOOKS_BACK = ("past_years", "recent")
UP_TO_THE_TELLING = ("until_the_telling", "since_base", "years_to_the_telling")


def lies_of(time: AssignedTime, told: str | None) -> Lie | None:
    """How the time of a quantity lies to the telling: years that end with it, and a school year, were under way."""
    expression = time.expression
    back = expression is not None and (
        (expression.relative or "").startswith(LOOKS_BACK) or expression.rule == DOUBLE
    )
    lies = period_lies(time.edtf, told)
    return "course" if time.moved in UP_TO_THE_TELLING or (back and lies == "ahead") else lies


def period_lies(edtf: str | None, told: str | None) -> Lie | None:
    """How a period lies to the day of the telling, both EDTF; None where one of them is not known.

    ``past``: it had ended; ``after``: it had not begun; ``ahead``: of several years, not all of them were over;
    ``course``: the year, month or day was under way.
    """
    if not edtf or not told or "XXXX" in edtf or ".." in edtf or edtf.endswith("/"):
        return None
    (first, last), (since, until) = covers(edtf), covers(told)
    if first > until:
        return "after"
    if last < since:
        return "past"
    return "ahead" if last > until and (last - first).days > YEAR_AND_A_DAY else "course"
