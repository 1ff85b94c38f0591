"""What is of several years though its sentence names one: means and sums of a plan's years, changes since a base year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.time.assigned import AssignedTime
from suyuan.time.context import TimeContext
from suyuan.time.event_clauses import without_dates_of_events
from suyuan.time.expression import WHOLE_YEARS, TimeExpression
from suyuan.time.growth_spans import close_open_periods, spans_of_growth
from suyuan.time.points import count
from suyuan.time.spans_told import years_told

CLAUSE_START = re.compile("[，；：。！？]")
YEARLY_MEAN = re.compile("年均|年平均|平均每年|年复合")
EARLY = re.compile(
    "提前了?(?P<years>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})年(?:超额)?(?:完成|实现|达到|达成|兑现)[^，。；]*$"
)
TARGET = re.compile("的?[^，。；\\d]{0,6}?(?:目标|任务|要求|指标)")
OF_PLAN = re.compile(
    "年均|年平均|累计(?:下降|降低|减少|削减|压减|完成|新增)"
)  # of its years, not of the last
# 高于全省平均水平0.9个百分点, 、9.4%: goes with the mean before it
GOES_WITH = re.compile(r"，?(?:[比较]|高于|低于|快于|慢于|高出)[^，。；\d]*|[、和与及]")
# 五年累计完成…, 新增…: at the head of a sentence of a review of several years
IN_ALL = re.compile(
    "(?:[两二三四五]年|其间|期间)?(?:累计|共计?|合计|新增|新建|新改建|新改扩建|改扩建|共新增)|[两二三四五]年(?:来|间)?"
)
ALSO_IN_ALL = re.compile("[，、](?:累计|新增|新建|易地|改扩建|改造|新改建)[^，。；\\d]*|[^，。；\\d]{0,2}")
YEAR_OR_MONTH = re.compile(r"(\d{4})(?:-\d\d){0,2}")
START = "undated_start_of_change"


def over_several_years(
    text: str,
    spans: Sequence[tuple[int, int]],
    found: Sequence[AssignedTime],
    times: Sequence[TimeExpression],
    context: TimeContext,
) -> list[AssignedTime]:
    """``found`` with what its sentence tells of several years put under them; ``times``: resolved, in text order."""
    told = years_told(text, spans, without_dates_of_events(text, spans, found, context), context)
    settled = targets_met_early(text, spans, of_reviewed_years(text, spans, told, context))
    return close_open_periods(text, spans_of_growth(text, spans, settled, times, context), context)


def of_reviewed_years(
    text: str, spans: Sequence[tuple[int, int]], found: Sequence[AssignedTime], context: TimeContext
) -> list[AssignedTime]:
    """Under a heading of several years: 2020年达到214亿元，|年均|增长7%; |累计|投入23亿元; 税收占比|由61%|提高到68%.

    Means by the year, and sums that a later sentence begins with, are of all the years; what a change of the last year
    began from is of the year before them.
    """
    result = list(found)
    period = WHOLE_YEARS.fullmatch(context.heading or context.plan or "")
    if period is None or context.report:
        return result
    first, last = period[1], period[2]
    moved = False
    for number, (start, _) in enumerate(spans):
        time = found[number]
        begin = spans[number - 1][1] if number else 0
        if time.rule == START:
            after = next((t for t in found[number + 1 :] if t.rule != START), None)
            if after is not None and after.edtf == last:
                before = str(int(first) - 1)
                result[number] = replace(
                    after, edtf=before, kind="during", planned=False, moved="level_before_period"
                )
            moved = False
            continue
        year = YEAR_OR_MONTH.fullmatch(time.edtf or "")
        ends = time.kind == "as_of" and not time.planned
        if year is None or not first <= year[1] <= last or ends:
            moved = False
            continue
        lead = text[begin:start]
        clause = CLAUSE_START.split(text[max(0, start - 40) : start])[-1]
        if time.planned:
            if time.edtf == last and clause[:1] != "到" and OF_PLAN.search(clause):
                result[number] = replace(
                    time, edtf=period.group(), kind="during", time_from="heading", moved="of_period"
                )
            continue
        mean = YEARLY_MEAN.search(clause) is not None
        goes_on = moved and GOES_WITH.fullmatch(lead) is not None
        in_all = time.rule == "frame_of_paragraph" and (
            _opens(text, start) or (moved and ALSO_IN_ALL.fullmatch(lead) is not None)
        )
        moved = mean or goes_on or in_all
        if moved:
            result[number] = replace(
                time, edtf=period.group(), kind="during", time_from="heading", moved="of_period"
            )
    return result


def targets_met_early(
    text: str, spans: Sequence[tuple[int, int]], found: Sequence[AssignedTime]
) -> list[AssignedTime]:
    """2022年…，|提前三年|实现规划的20%目标: the target was set for 2025."""
    result = list(found)
    for number, (start, end) in enumerate(spans):
        early = EARLY.search(text, max(0, start - 60), start)
        year = YEAR_OR_MONTH.fullmatch(found[number].edtf or "") if early else None
        if early is None or year is None or found[number].planned or TARGET.match(text, end) is None:
            continue
        edtf = str(int(year[1]) + count(early["years"]))
        result[number] = replace(found[number], edtf=edtf, kind="during", planned=True, moved="met_early")
    return result


def _opens(text: str, start: int) -> bool:
    """Whether the sentence of a quantity at ``start`` begins with what was done in all the years."""
    begin = max(text.rfind(mark, 0, start) for mark in "。；！？") + 1
    return "，" not in text[begin:start] and IN_ALL.match(text, begin) is not None
