"""The year that a chapter has stated, for a paragraph below it that compares with the year before and names none.

2022年，全国产量…。 （二） 某类产品销售3367辆，同比增长12%: a change on the year has a year, and it is the one stated last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.flow import Flow
from suyuan.time.assigned import AssignedTime
from suyuan.time.clauses import clauses, index_of, sentences
from suyuan.time.context import TimeContext
from suyuan.time.cover import year_of
from suyuan.time.expression import TimeExpression
from suyuan.time.headings import Heading
from suyuan.time.passing import NO_ANTECEDENT

YEAR_ON_YEAR = re.compile("同比|[比较](?:上一?年|去年|前一年)|(?:上年|去年)同期")
YEAR_OR_PART = re.compile(r"\d{4}|\d{4}-01/\d{4}-\d\d")
ASPECT = re.compile(
    "(?:从[^，。；\\d]{1,14}(?:来?看|而言|来说|上说)|(?:分|按)[^，。；\\d]{1,8}(?:来?看|而言)|论[^，。；\\d]{1,6}|就[^，。；\\d]{1,10}(?:而言|来说|来看)"
    "|在?[^，。；\\d]{2,8}方面)，"
)
FLOW = re.compile("增速|增长|增幅|同比|下降|回落")
OTHERS = re.compile("研究(?:认为|表明|发现|显示)|发达国家|国际上|国外|欧美|一般|通常")
Parts = list[tuple[int, int]]
Stated = TimeExpression | None
END_OF_YEAR = re.compile(r"\d{4}-12(?:-31)?")


def chapter_of(heads: Sequence[Heading]) -> int | None:
    """The number of the topmost heading above a flow; None where there is none."""
    return heads[0].number if heads else None


def next_statement(
    flow: Flow, found: Sequence[AssignedTime], stated: TimeExpression | None
) -> TimeExpression | None:
    """The year, its end, or part of a year from January on, that the last dated sentence of ``flow`` opens with;
    else ``stated``."""
    if flow.block.kind != "paragraph":
        return stated
    parts = sentences(flow.text)
    after = ""  # the last year told behind: 2022年…。进入2023年，1-6月…
    for item in reversed(found):
        time = item.expression
        if time is None or item.planned or time.planned or time.rule in NO_ANTECEDENT or item.moved:
            continue
        year = year_of(time.edtf) or ""
        leads = time.start <= parts[index_of(parts, time.start)][0] + 2 and time.end <= len(flow.text)
        states = leads and (
            (time.kind == "as_of" and END_OF_YEAR.fullmatch(time.edtf or "") is not None)
            or (time.kind == "during" and YEAR_OR_PART.fullmatch(time.edtf or "") is not None)
        )
        if states:
            return None if after > year else time
        after = max(after, year) if year.isdigit() else after
    return stated


def goes_on_with_year(text: str, parts: Parts, sentence: int, at: int, context: TimeContext) -> Stated:
    """The time stated last, where a quantity at ``at`` with nothing before it that dates it is of it; else None.

    This sentence, or one before it in the paragraph, compares with the year before, or opens an aspect of what the section
    tells (从人均看，…; 论里程，…; 在运输装备方面，…). What has grown is of the year, what there is may be of its end.
    """
    stated = context.statement
    if stated is None or context.report or context.heading or context.plan or context.general:
        return None
    year = replace(stated, edtf=year_of(stated.edtf), kind="during") if stated.kind == "as_of" else stated
    start, end = parts[sentence]
    if YEAR_ON_YEAR.search(text, 0, end) is not None:
        return year
    if not context.stated_here or not any(ASPECT.match(text, a) for a, _ in parts[: sentence + 1]):
        return None
    if OTHERS.search(text, start, at) is not None or text.startswith(("例如", "比如", "譬如"), start):
        return None
    within = clauses(text, start, end)
    return year if FLOW.search(text, *within[index_of(within, at)]) else stated


def year_of_chapter(
    context: TimeContext, year: str | None, stated_in: int | None, chapter: int | None
) -> str | None:
    """The year that parts of a year are read against (年初, 11月): the last that began a sentence of the chapter, unless the
    document tells of a day; where nothing says when it was told, the last of the document."""
    if context.told is None:
        return year
    if year is None or context.said or context.news or chapter is None or stated_in != chapter:
        return None
    return year if int(year) < int(context.told[:4]) else None
