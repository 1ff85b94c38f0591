"""The period that an account or plan is of by its title or the line under it, and the year of an edition.

An account is what an office, a society or a court tells of a time that is over: 某某调查报告, 运行情况分析, 通报, 审判白皮书.
A study in sections (摘要, 关键词) is none, whatever its title ends in; a plan or notice that looks ahead neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from suyuan.language import alternatives, language_table
from suyuan.time.expression import TimeExpression
from suyuan.time.scan import find_times

LINES = 5  # lines at the head among which the one under the title is looked for
LONGEST_LINE = 24
LONGEST_TITLE = 60
LONGEST_HEADING = 24
BRACKETED_END = re.compile("（[^（）]*）$")
WRAPPED = re.compile("^(?:[-—－]+|（)?(?P<inside>[^（）]+?)）?$")
YEARS = re.compile(r"\d{4}(?:/\d{4})?")
SPAN = re.compile(r"\d{4}/\d{4}")
MONTHS = re.compile(r"\d{4}-\d\d(?:/\d{4}-\d\d)?")
EDITION = re.compile(r"(?:（(?P<bracket>20\d\d)年?版?）|(?P<bare>20\d\d)年?版?)$|^(?P<first>20\d\d)年?(?!度)")


TESTED = re.compile(r"(?<![A-Za-z])[PpＰ][<>=]0?\.\d|差异[^，。；]{0,4}统计学意义")
ISSUED = re.compile("的通知(?:（[^（）]*）)*$")
ONE_YEAR = re.compile(r"(?<![\d至到—~-])(20\d\d)年(?![至到—~-])")
YEAR_AT_END = re.compile(r"20\d\d年?版?$")


class _Titles(NamedTuple):
    """Endings of titles: of accounts of any period, of accounts where the title says 年度, of works in editions."""

    account: re.Pattern[str]
    of_year: re.Pattern[str]
    edition: re.Pattern[str]
    ahead: re.Pattern[str]
    study: re.Pattern[str]  # at the head of a line of a study


@cache
def _titles() -> _Titles:
    words = language_table("account_words.yaml")
    plain, yearly = alternatives(words["accounts"]), alternatives(words["yearly"])
    return _Titles(
        re.compile(f"(?:{plain})$"),
        re.compile(f"20\\d\\d年?度[^，。]*(?:{yearly})$"),
        re.compile(f"(?:{yearly})$"),
        re.compile(alternatives(words["ahead"])),
        re.compile(
            rf"[【\[（]?(?:\d{{1,2}}(?:\.\d)*|[一二三四五六七八九十]、)?(?:{alternatives(words['study_lines'])})"
        ),
    )


def account_period(title: str, head: Sequence[str], lines: Sequence[str]) -> str | None:
    """The period of an account, EDTF: years (2023, 2019/2023), months (2024-01/2024-03) or a month; None for other documents.

    ``title``, ``head`` (the first lines as printed) and ``lines`` (the paragraphs) are in normal form. The title says it
    (2024年上半年…情况分析) or a line under the title that holds nothing else: （2024年第一季度）, --2023年7-12月.
    """
    bare = _bare(title)
    if not bare or len(bare) > LONGEST_TITLE or _titles().ahead.search(bare):
        return None
    if _is_study(lines):
        return None
    if _titles().of_year.search(bare):
        return _only_period(bare)
    if not _titles().account.search(bare):
        return None
    named = _only_period(BRACKETED_END.sub("", title)) or _only_period(title)
    if named:
        return named
    if _dated(title):
        return None
    for line in head[:LINES]:
        if len(line) <= LONGEST_LINE and line != title:
            period = _line_of_period(line)
            if period:
                return period
    return None


@cache
def _plans() -> tuple[str, ...]:
    return tuple(language_table("account_words.yaml")["plans"])


def plan_years(title: str, head: Sequence[str]) -> str | None:
    """The years that a plan names in its title or in the line under it: 三年行动计划（2023-2025年）; None for one year alone."""
    title = ISSUED.sub("", title)  # 关于印发某规划（2024-2027年）|的通知
    if not _bare(title).endswith(_plans()):
        return None
    lines = (_line_of_period(line) for line in head[:LINES] if len(line) <= LONGEST_LINE and line != title)
    found = [period for period in (_only_period(title), *lines) if period and SPAN.fullmatch(period)]
    return found[0] if found else None


def year_of_plan(title: str, told: str | None = None) -> str | None:
    """The year that a plan is for, told in it or in the year before: 某市2024年造林工作方案; None for other papers."""
    bare = ISSUED.sub("", title)
    found = ONE_YEAR.findall(bare)
    if len(found) != 1 or not _bare(bare).endswith(_plans()):
        return None
    return found[0] if told is None or told[:4] in (found[0], str(int(found[0]) - 1)) else None


def edition_year(title: str, lines: Sequence[str]) -> str | None:
    """Year of the edition of a white paper or report on a trade: 某某产业发展白皮书（2023年）, 2024年某某发展报告."""
    bare = _bare(title)
    if not _titles().edition.search(YEAR_AT_END.sub("", bare)) or _titles().ahead.search(bare):
        return None
    if _is_study(lines):
        return None
    found = EDITION.search(title) or EDITION.search(bare)
    return next(filter(None, found.groups()), None) if found else None


def _bare(title: str) -> str:
    """The title without what stands in brackets at its end, and without 《》 around it."""
    bare, before = title.strip("《》"), ""
    while bare != before:
        before, bare = bare, BRACKETED_END.sub("", bare).rstrip("》")
    return bare


def _is_study(lines: Sequence[str]) -> bool:
    """By the headings and lines of one, or the tests of statistics that no office prints (P<0.05)."""
    return any(
        TESTED.search(line)
        or (
            (len(line) <= LONGEST_HEADING or line.startswith(("摘要", "【摘要", "[摘要", "关键词")))
            and _titles().study.match(line)
        )
        for line in lines
    )


def _dated(text: str) -> list[TimeExpression]:
    return [time for time in find_times(text) if time.rule != "duration" and time.edtf]


def _only_period(title: str) -> str | None:
    """The one closed period that a title names."""
    times = _dated(title)
    if len(times) != 1 or times[0].relative:
        return None
    return _period(times[0].edtf)


def _line_of_period(line: str) -> str | None:
    """The period that a line is: not a single month, which dates the writing."""
    wrapped = WRAPPED.match(line)
    inside = wrapped["inside"] if wrapped else ""
    times = _dated(inside)
    if len(times) != 1 or (times[0].start, times[0].end) != (0, len(inside)) or times[0].relative:
        return None
    period = _period(times[0].edtf)
    return None if period is None or (MONTHS.fullmatch(period) and "/" not in period) else period


def _period(edtf: str | None) -> str | None:
    return edtf if edtf and (YEARS.fullmatch(edtf) or MONTHS.fullmatch(edtf)) else None


def last_year(period: str) -> str:
    """The year that a period ends in."""
    return period.rpartition("/")[2][:4]


def end_of_period(period: str) -> str:
    """The month that a period ends with: 2024-03 of 2024-01/2024-03, 2023-12 of 2019/2023."""
    last = period.rpartition("/")[2]
    return f"{last}-12" if len(last) == 4 else last
