"""Brief accounts of a study without sections, read like an abstract: 2017年4-5月在某市连续测量。这段时间平均24.8 μg/m3."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from suyuan.flow import Flow
from suyuan.places.tables import package_yaml
from suyuan.time.datelines import is_news
from suyuan.time.expression import TimeExpression
from suyuan.time.study_collection import collections
from suyuan.time.study_default import is_remark, salient_period
from suyuan.time.study_event import event_period
from suyuan.time.study_evidence import is_study_by_evidence, is_study_by_title, tells_of_measuring
from suyuan.time.study_sections import Section
from suyuan.time.study_words import study_words

LONGEST = 8  # paragraphs
LENGTH = 1500  # characters
HEAD = 5  # blocks in which the authors are named
PLAIN = ("background", "title")


def brief_account(
    flows: Sequence[Flow], sections: Sequence[Section], times: Sequence[Sequence[TimeExpression]]
) -> list[Section] | None:
    """Sections of a short text without headings of a paper, from the paragraph on that says when its data were collected; None
    for other texts: notices, news and reports of offices also say when something was inspected."""
    body = [flow for flow in flows if flow.block.kind == "paragraph"]
    if len(body) > LONGEST or sum(len(flow.text) for flow in body) > LENGTH:
        return None
    begun = next((index for index, flow in enumerate(flows) if flow.block.kind == "paragraph"), 0)
    headed = any(flow.block.kind == "heading" for flow in flows[begun:])
    if headed or any(section.kind not in PLAIN for section in sections):
        return None
    if not _tells_a_study(flows, sections, times, body):
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


def _tells_a_study(
    flows: Sequence[Flow],
    sections: Sequence[Section],
    times: Sequence[Sequence[TimeExpression]],
    body: Sequence[Flow],
) -> bool:
    """By evidence, by its title, or because authors speak in it of their work (研究者在…连续测量)."""
    if is_study_by_evidence(flows, sections) or is_study_by_title(flows, sections, times):
        return True
    return not is_news(flows) and (
        any(study_words().authors.search(flow.text) for flow in body)
        or any(_authors_line().fullmatch(flow.text) for flow in flows[:HEAD])
    )


@cache
def _authors_line() -> re.Pattern[str]:
    """沈杰1，方国平2（某林场，安徽泾县）: names, and the house that they are of, or （1.某站；2.某林场）; no reporters."""
    surnames = package_yaml("area_groups.yaml")["others_work"]["surnames"]
    names = rf"(?:[{surnames}]\s?[一-龥]{{1,3}}[\d，,、;；*\s]*)+"
    return re.compile(
        rf"{names}[（(](?!.{{0,12}}(?:记者|通讯员|编辑))[^。]{{4,80}}[）)]|[（(]1[.．][^。]{{4,100}}[）)]"
    )
