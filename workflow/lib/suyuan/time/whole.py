"""Times of a whole document: context, running antecedent, headings and periods carried from flow to flow."""

from __future__ import annotations

import re
from dataclasses import replace

from suyuan.document import Document
from suyuan.flow import Flow
from suyuan.time.account import Account
from suyuan.time.assign import assign
from suyuan.time.assigned import AssignedTime
from suyuan.time.carried import carried_into
from suyuan.time.clauses import index_of, sentences
from suyuan.time.context import TimeContext, document_context
from suyuan.time.divided import with_divided_period
from suyuan.time.expression import TimeExpression
from suyuan.time.goals import SECTION, Goal, next_goal
from suyuan.time.headings import Heading, Headings, Period, restarting
from suyuan.time.inner import local_contexts
from suyuan.time.is_study import is_study
from suyuan.time.named_periods import with_named_periods
from suyuan.time.passing import NO_ANTECEDENT
from suyuan.time.points import count
from suyuan.time.resolve import resolve
from suyuan.time.restated import date_restated
from suyuan.time.scan import find_times
from suyuan.time.searches import with_day_of_search
from suyuan.time.series_ends import with_ends_of_series
from suyuan.time.statements import chapter_of, next_statement, year_of_chapter
from suyuan.time.study import with_study_period
from suyuan.time.study_sections import sections_of
from suyuan.time.surveys import dated_by_survey
from suyuan.time.year_told_before import with_years_told_before

OPENING = re.compile(
    r"(?:各位代表[，！：]?|(?:刚刚|刚)过去的|即将过去的|回顾|回首|在|[-—－]+|[“\"]|（[一二三四五六七八九十]{1,3}）|(?:首先|其次)，)*"
)
YEARS_THAT_WERE = re.compile(
    "(?:各位代表[！，：])?这是[^。，；]{2,40}的(?P<years>[两二三四五六七八九十])年[。，；]"
)
GENERAL = ("past_years", "past_year")


def read_times(flows: list[Flow], context: TimeContext) -> list[list[TimeExpression]]:
    """Resolved times of each flow. The running antecedent does not reach from one flow into the next."""
    result = []
    headings = Headings(coming_year(context))
    restarts = restarting(flows)
    year: str | None = (
        None  # last year that began a sentence: 全年 and 年末 mean it where nothing better is known
    )
    stated_in: int | None = None  # the chapter that stated it
    for index, (flow, local) in enumerate(zip(flows, local_contexts(flows, context), strict=True)):
        chapter = chapter_of(headings.stack)
        report = local.report or year_of_chapter(local, year, stated_in, chapter)
        above = headings.above(flow)
        times = resolve(
            find_times(flow.text),
            told=local.told,
            previous=None,
            said=local.said,
            report=report,
            heading=above.periods[0].edtf if above and len(above.periods) == 1 else None,
            reported=local.report,
            written=local.written if local.report is None or local.report_is_default else None,
            period=local.period,
            event=local.event,
            news=local.news,
            plan=local.plan,
        )
        headings.enter(flow, times, index in restarts)
        result.append(times)
        heads = [
            time
            for time in times
            if time.edtf and time.edtf.isdigit() and _leads(flow, time) and time.rule not in NO_ANTECEDENT
        ]
        if heads:
            year, stated_in = heads[-1].edtf, chapter
    if context.told is None and not is_study(flows, times=result):
        result = with_years_told_before(flows, result)
    return result if context.report or context.plan or context.said else with_named_periods(flows, result)


def assign_document(
    document: Document,
    flows: list[Flow],
    spans: list[list[tuple[int, int]]],
    times: list[list[TimeExpression]] | None = None,
    account: Account | None = None,
) -> list[list[AssignedTime]]:
    """The governing time of each quantity span of each flow (``spans[i]`` belongs to ``flows[i]``).

    ``times``: what ``read_times`` gives for the flows, where it is known already. ``account`` hears how the time of one
    quantity came about.
    """
    context = document_context(document, flows)
    locals_ = local_contexts(flows, context)
    times = read_times(flows, context) if times is None else times
    heads = heading_times(flows, times, coming_year(context))
    result: list[list[AssignedTime]] = []
    opened: Period | None = None  # period that a paragraph of the section turned to: 五年来, 刚刚过去的2025年
    section = 0
    last: TimeExpression | None = None  # time of the last quantity of the paragraph before
    goal: Goal | None = None  # year that a plan sets its items for
    stack = Headings()
    stated: TimeExpression | None = None  # year that the chapter has stated
    chapter: int | None = None
    stated_under: int | None = None  # number of the heading right above that statement
    for index, flow in enumerate(flows):
        head = heads[index]
        if flow.block.kind != "heading" and section != (head.number if head else 0):
            section, opened = (head.number if head else 0), None
        if head and locals_[index].report:
            opened = _years_that_were(flow, head, locals_[index].report or "") or opened
        period = opened or (head.periods[0] if head else None)
        local = locals_[index]
        stack.enter(flow, ())
        if chapter != chapter_of(stack.stack):
            chapter, stated = chapter_of(stack.stack), None
        under = stack.stack[-1].number if stack.stack else None
        if spans[index]:
            local = replace(local, statement=stated, stated_here=stated_under == under)
        carried = carried_into(flows, index, last, times, result, local)
        if carried is None and goal is not None and local.report is None and not local.general:
            carried = goal.time if not SECTION.match(flow.text) else None
        heard = account if account is not None and account.flow == index else None
        found = (
            assign(flow, spans[index], times[index], _below(local, period, carried), heard)
            if spans[index]
            else []
        )
        last = next((item.expression for item in reversed(found) if item.expression), carried)
        if flow.block.kind == "heading" and any(item.edtf is None for item in found):
            inside = _of_section(flows, times, index)
            found = [inside if item.edtf is None and inside else item for item in found]
        result.append(found)
        before, stated = stated, next_statement(flow, found, stated)
        stated_under = stated_under if stated is before else under
        goal = next_goal(goal, flow, times[index], stack.stack)
        if head and local.report:
            opened = _turned_to(flow, times[index], head, local.report) or opened
    return _settled(flows, spans, times, result, context, account)


def _settled(
    flows: list[Flow],
    spans: list[list[tuple[int, int]]],
    times: list[list[TimeExpression]],
    result: list[list[AssignedTime]],
    context: TimeContext,
    account: Account | None,
) -> list[list[AssignedTime]]:
    """The times that each flow gives its quantities, with what only the whole document says: surveys, the period of a study."""
    result = _heard(account, "heading_of_its_section", result)
    if context.report is None:
        result = _heard(account, "survey", dated_by_survey(flows, spans, times, result))
    result = _heard(account, "said_again_elsewhere", date_restated(flows, spans, result))
    if context.report or context.plan or context.said:
        return result
    rows = zip(flows, spans, result, strict=True)
    series = [with_ends_of_series(flow.text, inside, row, row) for flow, inside, row in rows]
    series = _heard(account, "ends_of_series", series)
    dated = _heard(account, "study", with_study_period(flows, spans, times, series, context))
    parted = _heard(account, "divided_period", with_divided_period(flows, spans, times, dated, series))
    found = with_day_of_search(flows, spans, times, parted, sections_of(flows))
    return _heard(account, "search_of_literature", found)


def _heard(account: Account | None, step: str, rows: list[list[AssignedTime]]) -> list[list[AssignedTime]]:
    """``rows``, told to the account."""
    if account is not None:
        account.change(step, rows[account.flow][account.number])
    return rows


def _below(context: TimeContext, period: Period | None, carried: TimeExpression | None) -> TimeContext:
    """Context of a flow in a section on a period."""
    if context.general:
        return replace(context, carried=carried)
    edtf, planned = (period.edtf, period.planned) if period else (None, False)
    return replace(context, heading=edtf, heading_planned=planned, carried=carried)


def coming_year(context: TimeContext) -> str | None:
    """The year that a work report plans for: the one after the year under report."""
    if context.report is None or context.report_is_default or not context.report.isdigit():
        return None
    return str(int(context.report) + 1)


def heading_times(
    flows: list[Flow], times: list[list[TimeExpression]], coming: str | None = None
) -> list[Heading | None]:
    """For each flow the nearest heading above that states times (一、2009年工作回顾).

    ``coming``: the year that a work report plans for (:func:`coming_year`).
    """
    headings = Headings(coming)
    restarts = restarting(flows)
    result: list[Heading | None] = []
    for index, (flow, found) in enumerate(zip(flows, times, strict=True)):
        result.append(headings.above(flow))
        headings.enter(flow, found, index in restarts)
    return result


def _turned_to(flow: Flow, times: list[TimeExpression], head: Heading, report: str) -> Period | None:
    """The period that the paragraphs after ``flow`` are about, where one of its sentences opens with a period of the report.

    Words such as 五年来 and 过去一年 turn, and a year that is introduced as such (刚刚过去的2025年, 2025年是…之年);
    under a heading of several periods, or of a five-year plan, any of these does. Under the heading of one year, several years
    told inside a paragraph are of their own statement.
    """
    of_heading = {period.edtf for period in head.periods}
    wide = len(of_heading) > 1 or any("/" in edtf for edtf in of_heading)
    if not any(edtf.endswith(report) for edtf in of_heading) and len(of_heading) < 2:
        return None
    found: Period | None = None
    text = flow.text
    parts = sentences(text)
    for time in times:
        start = parts[index_of(parts, time.start)][0]
        if not time.edtf or time.rule in NO_ANTECEDENT or not OPENING.fullmatch(text, start, time.start):
            continue
        relative = (time.relative or "").partition(":")[0]
        if not wide and start and "/" in time.edtf:
            continue  # 生产总值1260亿元。|五年来|，高新技术企业增加86家
        alone = time.edtf == report and (
            text[start : time.start].endswith("过去的") or text.startswith("是", time.end)
        )
        if relative in GENERAL or alone or (wide and time.edtf in of_heading):
            found = Period(time.edtf, time.planned)
    return found


def _years_that_were(flow: Flow, head: Heading, report: str) -> Period | None:
    """这是经济持续向好的五年。 The paragraphs after it are about these years."""
    were = YEARS_THAT_WERE.match(flow.text)
    if were is None or not any("/" in period.edtf for period in head.periods):
        return None
    return Period(f"{int(report) - count(were['years']) + 1}/{report}")


def _of_section(flows: list[Flow], times: list[list[TimeExpression]], index: int) -> AssignedTime | None:
    """Time for the quantities of a heading: that of its section, if the paragraphs under it state exactly one."""
    level = flows[index].block.level or 1
    stated: list[TimeExpression] = []
    for flow, found in zip(flows[index + 1 :], times[index + 1 :], strict=True):
        if flow.block.kind == "heading" and (flow.block.level or 1) <= level:
            break
        stated += [
            time for time in found if time.rule not in ("duration", *NO_ANTECEDENT) and _leads(flow, time)
        ]
    if len({time.edtf for time in stated}) != 1 or stated[0].edtf is None:
        return None
    rule = "only_time_of_section"
    return AssignedTime(stated[0].edtf, stated[0].kind, "paragraph", stated[0].planned, stated[0], rule)


def _leads(flow: Flow, time: TimeExpression) -> bool:
    """Whether a time begins a sentence."""
    parts = sentences(flow.text)
    return time.start <= parts[index_of(parts, time.start)][0] + 2
