"""Studies of one event (一起聚集性疫情, 一次暴雨过程, “7·19”洪水): their period is that of the event, in days.

Days without a year have the year that the text has told before them (11月14日接到报告, of 2023年; 12—19日共发现病例86例).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.flow import Flow
from suyuan.time.clauses import clauses, index_of, sentences
from suyuan.time.expression import TimeExpression
from suyuan.time.passing import NO_ANTECEDENT
from suyuan.time.study_sections import Section
from suyuan.time.study_words import study_words

NAMED = re.compile(
    r"一[起次场例][^，。；]{0,24}$|“\d{1,2}[·.]\d{1,2}”[^，。；]{0,8}$"
)  # what stands before a disaster
HAPPENED = re.compile("发现|发生|出现|持续|报告|发病|病例|降[水雨]|遭受|遭遇|爆发|暴发|受灾|历时")
DAYS = re.compile(r"(\d{4}|XXXX)(-\d\d-\d\d)(?:/(?:\d{4}|XXXX)(-\d\d-\d\d))?")
LEFT_OUT = ("discussion", "conclusion", "advice", "end")


def event_period(
    flows: Sequence[Flow], sections: Sequence[Section], times: Sequence[Sequence[TimeExpression]]
) -> tuple[str, frozenset[tuple[int, int, int]]] | None:
    """The days of the one event that a paper is about, and where they are told; None for other papers.

    Several days on which it happened go before the first day that the text tells.
    """
    rows = list(zip(flows, sections, times, strict=True))
    if not any(section.kind == "title" and _names_event(flow.text) for flow, section, _ in rows):
        return None
    found: list[tuple[bool, int, int, int, str]] = []
    year = ""
    for index, (flow, section, told) in enumerate(rows):
        if section.kind in LEFT_OUT or flow.block.kind in ("heading", "title", "table", "caption"):
            continue
        parts = sentences(flow.text)
        for time in told:
            within = clauses(flow.text, *parts[index_of(parts, time.start)])
            clause = within[index_of(within, time.start)]
            if study_words().founded.search(flow.text, *clause):
                continue
            days = DAYS.fullmatch(time.edtf or "")
            year = (time.edtf or "")[:4] if (time.edtf or "")[:4].isdigit() and not year else year
            if days is None or time.rule in NO_ANTECEDENT or not (days[1].isdigit() or year):
                continue
            own = days[1] if days[1].isdigit() else year
            edtf = f"{own}{days[2]}" + (f"/{own}{days[3]}" if days[3] else "")
            happened = HAPPENED.search(flow.text, *clause) is not None
            found.append((not (happened and days[3]), index, time.start, time.end, edtf))
    if not found:
        return None
    _, index, start, end, edtf = min(found)
    return edtf, frozenset({(index, start, end)})


def _names_event(title: str) -> bool:
    """一起…中毒事件, “7·19”特大暴雨; no “6·18”购物节."""
    return any(NAMED.search(title[: word.start()]) for word in study_words().disasters.finditer(title))
