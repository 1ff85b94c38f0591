"""Contexts inside a document: a second communiqué in the same file, notes, the sections of a plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.flow import Flow
from suyuan.time.context import TimeContext
from suyuan.time.cover import year_of
from suyuan.time.headings import ANNEX, Headings
from suyuan.time.scan import find_times
from suyuan.time.table import TimeWords, time_words

LONGEST_TITLE = 45
NO_TITLE = re.compile("[，。；：！？]")
RELEASED = re.compile("(?:发布|发文|印发|成文|公开)(?:日期|时间)：?")
BRACKETED_END = re.compile("（[^（）]*）$")
NOTE_HEAD = re.compile(r"^(?:[一二三四五六七八九十\d]{1,2}[、.])?(?P<words>[^：:]{1,8})[：:]?$")


def local_contexts(flows: Sequence[Flow], context: TimeContext) -> list[TimeContext]:
    """The context of each flow: ``context`` of the document up to the title of another document inside it.

    In notes and glossaries nothing is of the year of the title: they say what holds in general.
    """
    words = time_words()
    local, notes = context, False
    headings = Headings()
    result: list[TimeContext] = []
    for index, flow in enumerate(flows):
        inner = inner_title(flow, words) if index else None
        if inner:
            if inner.report != local.report:
                local = inner
            notes = False
        released = RELEASED.match(flow.text)
        if released and local is not context:
            told = next((t.edtf for t in find_times(flow.text) if t.edtf and t.edtf[:4].isdigit()), None)
            local = replace(local, told=told or local.told)
        headings.enter(flow, ())
        if _opens_notes(flow.text, words):
            notes = True
        elif flow.block.kind in ("heading", "title") or ANNEX.fullmatch(flow.text):
            notes = False
        looks_back = local.plan and any(
            word in heading.text for heading in headings.stack for word in words.plan_background
        )
        result.append(
            replace(local, report_is_default=False, said_is_default=False, plan=None, general=True)
            if notes or flow.block.kind == "footnote"
            else replace(local, plan=None)
            if looks_back
            else local
        )
    return result


def inner_title(flow: Flow, words: TimeWords) -> TimeContext | None:
    """Context of a document whose title is a flow of its own: 2022年度…统计公报, 2025年某市政府工作报告."""
    text = BRACKETED_END.sub("", flow.text.strip("《》"))
    if (
        len(text) > LONGEST_TITLE
        or NO_TITLE.search(text)
        or not text.endswith((*words.report_titles, *words.telling_titles))
    ):
        return None
    years = {year_of(time.edtf) for time in find_times(text)} - {None}
    year = years.pop() if len(years) == 1 else None
    if year is None:
        return None
    if text.endswith(words.telling_titles):
        return TimeContext(told=year, report=str(int(year) - 1))
    return TimeContext(report=year, report_is_default=True)


def _opens_notes(text: str, words: TimeWords) -> bool:
    match = NOTE_HEAD.match(text.strip())
    return match is not None and match["words"] in words.note_lines
