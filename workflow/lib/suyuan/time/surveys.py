"""The survey that a report rests on: 于2023年2-4月开展问卷调查 dates what later sentences tell of those who answered.

For reports and white papers; papers with methods and results are read by ``study``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.flow import Flow
from suyuan.time.assigned import AssignedTime
from suyuan.time.clauses import index_of, sentences
from suyuan.time.expression import TimeExpression
from suyuan.time.passing import NO_ANTECEDENT

SURVEY = re.compile(
    "(?:开展|进行|组织|实施|启动|完成)了?[^，。；]{0,16}?(?:问卷|调查|调研|访谈)|(?:发放|回收)[^，。；]{0,8}问卷"
)
# at the head of a sentence or clause: those who answered
ANSWERED = re.compile(
    "(?:在|对于|据)?(?:受访|被调查|被访|参与调查|参与调研|调查对象|样本企业|问卷(?:显示|反映|结果)|调研企业)"
)
DATED = re.compile(r"\d{4}(?:-\d\d){1,2}(?:/\d{4}(?:-\d\d){1,2})?")
REACH = 30  # characters between the time and what was done
KEPT = ("clause", "sentence")  # the sentence has a time of its own


def dated_by_survey(
    flows: Sequence[Flow],
    spans: Sequence[Sequence[tuple[int, int]]],
    times: Sequence[Sequence[TimeExpression]],
    found: list[list[AssignedTime]],
) -> list[list[AssignedTime]]:
    """``found`` with the period of the only survey of a document for the sentences that open with those who answered."""
    period = _period(flows, times)
    if period is None:
        return found
    survey = AssignedTime(period.edtf, "during", "document", rule="period_of_survey")
    result = list(found)
    for index, flow in enumerate(flows):
        if not spans[index] or ANSWERED.search(flow.text) is None:
            continue
        parts = sentences(flow.text)
        row = list(found[index])
        for number, (start, _) in enumerate(spans[index]):
            item = row[number]
            opens = ANSWERED.match(flow.text, parts[index_of(parts, start)][0])
            if opens and item.time_from not in KEPT and item.rule != "length_of_time":
                row[number] = survey
        result[index] = row
    return result


def _period(flows: Sequence[Flow], times: Sequence[Sequence[TimeExpression]]) -> TimeExpression | None:
    """The time of the sentence that says that a survey was made; None where none or several are dated."""
    periods: dict[str, TimeExpression] = {}
    for flow, inside in zip(flows, times, strict=True):
        if not inside or SURVEY.search(flow.text) is None:
            continue
        parts = sentences(flow.text)
        for time in inside:
            if not time.edtf or not DATED.fullmatch(time.edtf) or time.rule in NO_ANTECEDENT or time.planned:
                continue
            end = parts[index_of(parts, time.start)][1]
            if SURVEY.match(flow.text, time.end, end) or SURVEY.search(
                flow.text, time.end, min(end, time.end + REACH)
            ):
                periods.setdefault(time.edtf, time)
    return next(iter(periods.values())) if len(periods) == 1 else None
