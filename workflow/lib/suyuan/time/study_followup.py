"""Cohorts: 以2010年体检的职工为对象，随访至2019年12月31日: who takes part is of 2010, what befell them of 2010 to that day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.flow import Flow
from suyuan.time.assigned import AssignedTime, no_time
from suyuan.time.clauses import clauses, index_of, sentences
from suyuan.time.expression import TimeExpression
from suyuan.time.study_sections import Section

UNTIL = re.compile(
    "(?:随访|追踪|跟踪|观察)(?:时间|日期|期)?(?:均|统一)?(?:截[至止]|持续)?(?:时间|日期)?[于为]?[至到]?$"
)
POINT = re.compile(r"\d{4}(?:-\d\d){0,2}")
COHORT = re.compile("队列|cohort")
BASELINE = re.compile("基线|入组|纳入|招募|入选|一般资料|排除")
BEFELL = re.compile("随访|发病|新发|死亡|事件|结局|生存|复发|HR|RR|风险")
TOLD_IN = ("title", "abstract", "methods", "definitions")
# 术后|12个月, 出院后3个月, 末次随访时: a moment that a study does not date
LATER = re.compile(
    "(?:术后|产后|出院后|停药后|拔管后|治疗结束后|干预结束后|随访至?第?)(?:满|第)?(?:\\d+|[一二三四五六两半])个?(?:年|月|周|d|天|h|小时)|末次随访时?"
    "|用药(?:\\d+|[一二三半])个?(?:年|月|周)后|(?:\\d+|[一二三半])个?(?:月|周|年)后(?:复查|复测|随访|再测|延迟测)"
)
MOMENT = "moment_of_no_date"


def followed_until(
    flows: Sequence[Flow], sections: Sequence[Section], times: Sequence[Sequence[TimeExpression]]
) -> str | None:
    """The date up to which a paper that calls itself a cohort says its people were followed (EDTF); None for other papers."""
    told = [
        (flow, expressions)
        for flow, section, expressions in zip(flows, sections, times, strict=True)
        if section.kind in TOLD_IN
    ]
    if not any(COHORT.search(flow.text) for flow, _ in told):
        return None
    for flow, expressions in told:
        for time in expressions:
            last = (time.edtf or "").split("/")[-1]
            at = time.start + (flow.text[time.start] in "至到")
            if POINT.fullmatch(last) and UNTIL.search(flow.text, max(0, at - 16), at):
                return last
    return None


def with_follow_up(
    text: str,
    spans: Sequence[tuple[int, int]],
    found: Sequence[AssignedTime],
    section: Section,
    until: str,
    of_study: Sequence[str],
) -> list[AssignedTime]:
    """``found`` with what befell the people of a cohort under the time from the baseline to ``until``.

    ``of_study``: the rules of times that the study gave. A sentence on the baseline, and the rest of a paragraph that opens
    with it, keeps the time of the baseline.
    """
    result = list(found)
    if section.kind not in ("abstract", "results", "conclusion"):
        return result
    parts = sentences(text)
    opens = BASELINE.search(text, *parts[0]) is not None and section.kind == "results"
    for k, (start, _) in enumerate(spans):
        item = found[k]
        inherited = item.time_from in ("document", "paragraph", "sentence") and item.edtf is not None
        begin = (item.edtf or "").split("/")[0]
        if item.rule not in of_study and not (section.kind == "abstract" and inherited):
            continue
        sentence = parts[index_of(parts, start)]
        within = clauses(text, *sentence)
        clause = within[index_of(within, start)]
        befell = BEFELL.search(text, *sentence) is not None
        if BASELINE.search(text, *clause) or (opens and not befell) or not begin < until:
            continue
        result[k] = replace(item, edtf=f"{begin}/{until}", kind="during", moved="to_end_of_follow_up")
    return result


def without_later_moments(
    text: str, spans: Sequence[tuple[int, int]], found: Sequence[AssignedTime], of_study: Sequence[str]
) -> list[AssignedTime]:
    """``found`` without the period of a study for what was found at a moment after it that has no date.

    术后12个月，两组评分为88.6分; 末次随访时优良率91.4%: of the moment itself and of the numbers behind it in its sentence.
    """
    moments = [(match.start(), match.end()) for match in LATER.finditer(text)]
    if not moments:
        return list(found)
    parts = sentences(text)
    result = list(found)
    for k, (start, end) in enumerate(spans):
        low, _ = parts[index_of(parts, start)]
        carried = found[k].rule in of_study or found[k].time_from == "paragraph"
        if carried and any(low <= a < end for a, _ in moments):
            result[k] = no_time(MOMENT)
    return result
