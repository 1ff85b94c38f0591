"""Evidence that a text reports a study, for the predicate of all rooms (``is_study``).

An abstract, references, headings of methods and of results, an author's own voice (本文, 课题组) or the apparatus of statistics
(P<0.05, 回归) are evidence; a heading of one everyday word (效果, 案例, 数据) counts beside a full one only. News is no study.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.flow import Flow
from suyuan.time.datelines import is_news
from suyuan.time.expression import TimeExpression
from suyuan.time.study_collection import collections
from suyuan.time.study_dates import Period
from suyuan.time.study_sections import Section, heads_in_full, sections_of
from suyuan.time.study_words import study_words

BODY = ("paragraph", "abstract", "footnote")
LEAD = 40  # paragraphs that are asked


def is_study_by_evidence(flows: Sequence[Flow], sections: Sequence[Section] | None = None) -> bool:
    """Whether the flows of a document, in the order of the text, hold evidence of a study."""
    sections = sections_of(flows) if sections is None else sections
    kinds = {section.kind for section in sections}
    if "abstract" in kinds:
        return True
    if is_news(flows):
        return False
    if any(flow.block.kind == "reference" for flow in flows):
        return True
    full = heads_in_full(flows)
    if kinds & {"methods", "definitions"} and full & {"results", "discussion", "conclusion"}:
        return True
    words = study_words()
    titles = (flow.text for flow, section in zip(flows, sections, strict=True) if section.kind == "title")
    if "results" in full and any(words.titles.search(title) for title in titles):
        return True
    lead = [flow for flow in flows if flow.block.kind in BODY][:LEAD]
    if _cites(lead) and kinds & {"methods", "results", "discussion"}:
        return True
    return any(words.voice.search(flow.text) or words.apparatus.search(flow.text) for flow in lead)


def is_study_by_title(
    flows: Sequence[Flow], sections: Sequence[Section], times: Sequence[Sequence[TimeExpression]]
) -> bool:
    """Whether a title that ends like those of studies (…效果, …实测) stands over a text that says when it measured.

    Where it measured twice, apart from each other (现状: 7—9月; 效果: 1—3月), neither is the period of the whole.
    """
    titles = [flow.text for flow, section in zip(flows, sections, strict=True) if section.kind == "title"]
    if is_news(flows) or not any(study_words().titles_of_measuring.search(title) for title in titles):
        return False
    measured = [
        period.edtf
        for flow, row in zip(flows, times, strict=True)
        if flow.block.kind in BODY
        for period, sentence in collections(flow.text, row)
        if tells_of_measuring(flow.text, period, sentence)
    ]
    first, last = (
        (max(e.split("/")[0] for e in measured), min(e.split("/")[-1] for e in measured))
        if measured
        else ("", "")
    )
    return bool(measured) and first[: len(last)] <= last[: len(first)]


def tells_of_measuring(text: str, period: Period, sentence: tuple[int, int]) -> bool:
    """Whether months or days, or a span, stand in a sentence on measuring, or before one; 于2023年3月开工 is no study. A year
    alone does where the sentence says whose the data are (本文数据取自…2017年)."""
    words = study_words().working
    if not re.search("[-/]", period.edtf) and study_words().own.search(text, *sentence) is None:
        return False
    return words.search(text, *sentence) is not None or words.match(text, sentence[1]) is not None


def _cites(flows: Sequence[Flow]) -> bool:
    """Whether a text has reference marks."""
    return any(re.search(r"\d", mark.text) for flow in flows for mark in flow.marks if mark.cited_at is None)
