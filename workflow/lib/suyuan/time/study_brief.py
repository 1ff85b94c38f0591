"""Brief accounts of a study without sections, read like an abstract: 2017年4-5月在某市连续测量。这段时间平均24.8 μg/m3."""

from __future__ import annotations

from collections.abc import Sequence

from suyuan.flow import Flow
from suyuan.time.expression import TimeExpression
from suyuan.time.study_collection import collections
from suyuan.time.study_default import is_remark, salient_period
from suyuan.time.study_event import event_period
from suyuan.time.study_evidence import is_study_by_evidence, tells_of_measuring
from suyuan.time.study_sections import Section

LONGEST = 8  # paragraphs
LENGTH = 1500  # characters
PLAIN = ("background", "title")


def brief_account(
    flows: Sequence[Flow], sections: Sequence[Section], times: Sequence[Sequence[TimeExpression]]
) -> list[Section] | None:
    """Sections of a short text without headings of a paper, from the paragraph on that says when its data were collected; None
    for other texts."""
    body = [flow for flow in flows if flow.block.kind == "paragraph"]
    if len(body) > LONGEST or sum(len(flow.text) for flow in body) > LENGTH:
        return None
    begun = next((index for index, flow in enumerate(flows) if flow.block.kind == "paragraph"), 0)
    headed = any(flow.block.kind == "heading" for flow in flows[begun:])
    if headed or any(section.kind not in PLAIN for section in sections):
        return None
    stated = [
        index
        for index, flow in enumerate(flows)
        if flow.block.kind == "paragraph"
        and any(
            tells_of_measuring(flow.text, period, sentence)
            for period, sentence in collections(flow.text, times[index])
        )
    ]
    if not stated and len(body) > 1 and is_study_by_evidence(flows, sections):
        told = salient_period(flows, sections, times)
        stated = [told[0]] if told is not None else []
    if not stated and (event := event_period(flows, sections, times)) is not None:
        stated = [index for index, _, _ in event[1]]
    if not stated:
        return None
    begin = 0 if is_remark(flows[stated[0]]) else stated[0]
    return [
        Section("abstract") if index >= begin and flow.block.kind == "paragraph" else section
        for index, (flow, section) in enumerate(zip(flows, sections, strict=True))
    ]
