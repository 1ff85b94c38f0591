"""Papers that describe what there is as of a day: 截至2023年底，本省现行地方标准1387项."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.flow import Flow
from suyuan.time.clauses import index_of, sentences
from suyuan.time.expression import TimeExpression
from suyuan.time.study_dates import Period
from suyuan.time.study_default import GENERAL
from suyuan.time.study_sections import Section

AS_OF = re.compile(r"\d{4}(?:-\d\d){0,2}$")
AS_OF_DATA = re.compile("(?:数据|资料|样本|统计|检索|采集|收录)[^，。；]{0,8}$")
OPENS_STOCK = re.compile("^(?:[^，。；]{0,16})$")


def stock_period(
    flows: Sequence[Flow], sections: Sequence[Section], times: Sequence[Sequence[TimeExpression]]
) -> tuple[int, Period] | None:
    """The day as of which a paper describes what there is, with the index of its flow: its data are told as of it in abstract
    or methods (数据统计截至2023年6月), or the first sentence on what it found opens with it (2.1数量 截至2023年底，本省…)."""
    of_nation = any(
        GENERAL.search(flow.text)
        for flow, section in zip(flows, sections, strict=True)
        if section.kind == "title" and flow.block.kind in ("title", "heading")
    )
    begun = False
    for index, (flow, section) in enumerate(zip(flows, sections, strict=True)):
        if flow.block.kind != "paragraph" or section.kind not in ("abstract", "methods", "results"):
            continue
        parts = sentences(flow.text)
        for time in times[index]:
            if time.kind != "as_of" or AS_OF.match(time.edtf or "") is None:
                continue
            a, b = parts[index_of(parts, time.start)]
            if not of_nation and GENERAL.search(flow.text, a, b):
                continue
            if AS_OF_DATA.search(flow.text, max(a, time.start - 16), time.start) or (
                section.kind == "results"
                and not begun
                and a == 0
                and OPENS_STOCK.search(flow.text[: time.start])
            ):
                return index, Period(time.start, time.end, time.edtf or "", (time.edtf or "",))
        begun = begun or section.kind == "results"
    return None
