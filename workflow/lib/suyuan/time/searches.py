"""Reviews of literature: how much a search found is of the day up to which it was made.

检索时限为建库至2023年10月31日…。初检获得文献1276篇，…最终纳入17项研究: as of 2023-10-31; what the studies found is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.flow import Flow
from suyuan.time.assigned import AssignedTime
from suyuan.time.clauses import clauses, index_of, sentences
from suyuan.time.expression import TimeExpression
from suyuan.time.study_sections import Section

RULE = "day_of_search"
SEARCHED = re.compile("检索|[Ss]earch")
LIMIT = re.compile(
    "(?:检索|搜索|查询|文献)(?:的?(?:时限|时间|年限|截止|截至|范围|期限|日期))|(?:建库|创刊)[^，。；]{0,6}[至到-]|截至|截止"
)
FOUND = re.compile(
    "检索(?:到|出|获|得)|初检|初筛|获得|获取|检出|纳入|剔除|排除|去重|余下?|通读|阅读|合计|共计?|补充"
)
COUNTED = re.compile(r"(?:[篇项条例]|studies|articles|records|trials|papers|participants|patients)$")
ONE_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
INCLUDES = re.compile("纳入|检出|获得|检索到|included|identified|retrieved")
OF_SEARCH = re.compile("检索|筛选|纳入文献")  # in the heading of a section
REACH = 60


def with_day_of_search(
    flows: Sequence[Flow],
    spans: Sequence[Sequence[tuple[int, int]]],
    times: Sequence[Sequence[TimeExpression]],
    found: Sequence[list[AssignedTime]],
    sections: Sequence[Section],
) -> list[list[AssignedTime]]:
    """``found`` with the literature that a search found dated by the end of the search.

    ``times``: resolved times of the flows. Nothing changes where no flow says up to when databases were searched, or
    where two say different days.
    """
    result = [list(row) for row in found]
    days = {
        day
        for flow, inside in zip(flows, times, strict=True)
        if SEARCHED.search(flow.text)
        for time in inside
        if (day := _end_of_search(flow.text, time)) is not None
    }
    if len(days) != 1:
        return result
    as_of = AssignedTime(days.pop(), "as_of", "document", rule=RULE)
    for index, (flow, section) in enumerate(zip(flows, sections, strict=True)):
        headed = bool(section.heads) and OF_SEARCH.search(section.heads[-1]) is not None
        if not spans[index] or not (headed or section.kind == "abstract"):
            continue
        text = flow.text
        parts = sentences(text)
        for k, (start, end) in enumerate(spans[index]):
            a, b = parts[index_of(parts, start)]
            item = result[index][k]
            if item.edtf is not None and item.time_from in ("clause", "sentence"):
                continue
            within = clauses(text, a, b)
            clause = within[index_of(within, start)]
            told = FOUND.search(text, *clause) or (section.kind == "abstract" and INCLUDES.search(text, a, b))
            if COUNTED.search(text[start:end]) and told:
                result[index][k] = as_of
    return result


def _end_of_search(text: str, time: TimeExpression) -> str | None:
    """The last day of a period that a search is said to cover: ../2023-10-31, 2010-01/2023-10, or that day alone."""
    if not time.edtf:
        return None
    last = time.edtf.split("/")[-1]
    if ONE_DAY.fullmatch(last) is None:
        return None
    low = max(0, text.rfind("。", 0, time.start), time.start - REACH)
    stop = text.find("。", time.end)
    near = text[low : stop if 0 <= stop < time.end + REACH else time.end + 12]
    return last if SEARCHED.search(near) and LIMIT.search(near) else None
