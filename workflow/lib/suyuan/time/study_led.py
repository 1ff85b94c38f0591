"""Sections of a paper without an abstract and without 方法 or 结果 as headings, whose own opening tells a survey:
我馆于2015年10月面向全院学生开展了问卷调查, and then 1阅读时间, 2阅读内容."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from suyuan.flow import Flow
from suyuan.time.expression import TimeExpression
from suyuan.time.study_collection import collections
from suyuan.time.study_sections import Section, describes, tells
from suyuan.time.study_words import study_words

FRAME = ("title", "background", "discussion", "conclusion", "advice", "end")


def led_by_survey(
    flows: Sequence[Flow], sections: Sequence[Section], times: Sequence[Sequence[TimeExpression]]
) -> list[Section] | None:
    """``sections`` with the opening, from the sentence of the survey on, as methods, and what stands under headings that name
    only what was asked as results; None for other texts: those with sections of a paper, and those whose opening tells no
    survey of their own."""
    if any(section.kind not in FRAME for section in sections):
        return None
    body = [k for k, flow in enumerate(flows) if flow.block.kind == "heading" and sections[k].heads]
    if not body:
        return None
    begun = next((k for k in range(body[0]) if _tells_own_survey(flows[k], times[k])), None)
    if begun is None:
        return None
    return [
        replace(section, kind="methods")
        if begun <= k < body[0] and section.kind == "background"
        else replace(section, kind="results")
        if section.kind == "background"
        and section.heads
        and not tells(section.heads)
        and not describes(section.heads)
        else section
        for k, section in enumerate(sections)
    ]


def _tells_own_survey(flow: Flow, times: Sequence[TimeExpression]) -> bool:
    return flow.block.kind == "paragraph" and any(
        study_words().ours.search(flow.text, *sentence) for _, sentence in collections(flow.text, times)
    )
