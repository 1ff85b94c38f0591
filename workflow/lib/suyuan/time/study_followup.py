"""Cohorts: 以2010年体检的职工为对象，随访至2019年12月31日: who takes part is of 2010, what befell them of 2010 to that day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.flow import Flow
from suyuan.time.assigned import AssignedTime
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
