"""Times of a whole document: context, running antecedent and headings carried from flow to flow."""

from __future__ import annotations

from dataclasses import replace

from suyuan.document import Document
from suyuan.flow import Flow
from suyuan.time.assign import NO_TIME, AssignedTime, assign
from suyuan.time.clauses import sentences
from suyuan.time.context import TimeContext, document_context
from suyuan.time.expression import TimeExpression
from suyuan.time.passing import NO_ANTECEDENT
from suyuan.time.resolve import resolve
from suyuan.time.scan import find_times


class Headings:
    """The headings that stand above a flow, with the one time that each states."""

    def __init__(self) -> None:
        self.stack: list[tuple[int, str | None, bool]] = []  # level, time, planned

    def above(self, flow: Flow) -> tuple[str | None, bool]:
        """Time of the nearest heading that states one, and whether it is planned; none for a heading itself."""
        if flow.block.kind == "heading":
            return None, False
        return next(((edtf, planned) for _, edtf, planned in reversed(self.stack) if edtf), (None, False))

    def enter(self, flow: Flow, times: list[TimeExpression]) -> None:
        """Take in ``flow``: a heading closes those of its level and below."""
        if flow.block.kind != "heading":
            return
        level = flow.block.level or 1
        while self.stack and self.stack[-1][0] >= level:
            self.stack.pop()
        dated = [time for time in times if time.edtf and time.rule not in NO_ANTECEDENT]
        if len({time.edtf for time in dated}) == 1:
            self.stack.append((level, dated[0].edtf, dated[0].planned))
        else:
            self.stack.append((level, None, False))


def read_times(flows: list[Flow], context: TimeContext) -> list[list[TimeExpression]]:
    """Resolved times of each flow. The running antecedent does not reach from one flow into the next."""
    result = []
    headings = Headings()
    year: str | None = (
        None  # last year that began a sentence: 全年 and 年末 mean it where nothing better is known
    )
    for flow in flows:
        report = context.report or (year if context.told is None else None)
        found = find_times(flow.text)
        times = resolve(
            found,
            told=context.told,
            previous=None,
            said=context.said,
            report=report,
            heading=headings.above(flow)[0],
        )
        headings.enter(flow, times)
        result.append(times)
        heads = [
            time
            for time in times
            if time.edtf and time.edtf.isdigit() and _leads(flow, time) and time.rule not in NO_ANTECEDENT
        ]
        year = heads[-1].edtf if heads else year
    return result


def assign_document(
    document: Document, flows: list[Flow], spans: list[list[tuple[int, int]]]
) -> list[list[AssignedTime]]:
    """The governing time of each quantity span of each flow (``spans[i]`` belongs to ``flows[i]``)."""
    context = document_context(document, flows)
    times = read_times(flows, context)
    heads = heading_times(flows, times)
    result = []
    for index, flow in enumerate(flows):
        edtf, planned = heads[index]
        local = replace(context, heading=edtf, heading_planned=planned)
        found = assign(flow, spans[index], times[index], local)
        if flow.block.kind == "heading" and any(item is NO_TIME for item in found):
            below = _of_section(flows, times, index)
            found = [below if item is NO_TIME and below else item for item in found]
        result.append(found)
    return result


def heading_times(flows: list[Flow], times: list[list[TimeExpression]]) -> list[tuple[str | None, bool]]:
    """For each flow the time in the nearest heading above that states one (一、2009年工作回顾), and whether it is planned."""
    headings = Headings()
    result: list[tuple[str | None, bool]] = []
    for flow, found in zip(flows, times, strict=True):
        result.append(headings.above(flow))
        headings.enter(flow, found)
    return result


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
    return AssignedTime(stated[0].edtf, stated[0].kind, "paragraph", stated[0].planned, stated[0])


def _leads(flow: Flow, time: TimeExpression) -> bool:
    """Whether a time begins a sentence."""
    return any(start <= time.start <= start + 2 for start, _ in sentences(flow.text))
