"""Whether a text reports a study: one predicate for all rooms that give a study's period or place to its figures."""

from __future__ import annotations

from collections.abc import Sequence

from suyuan.flow import Flow
from suyuan.time.expression import TimeExpression
from suyuan.time.own_period import edition_year
from suyuan.time.resolve import resolve
from suyuan.time.scan import find_times
from suyuan.time.study_brief import brief_account
from suyuan.time.study_evidence import is_study_by_evidence, is_study_by_title
from suyuan.time.study_sections import Section, sections_of


def is_study(
    flows: Sequence[Flow],
    sections: Sequence[Section] | None = None,
    times: Sequence[Sequence[TimeExpression]] | None = None,
) -> bool:
    """By evidence, or by what it says of its measuring: a title of a study over one period, or a short account by its authors.

    The edition of a white paper or report on a trade (某产业发展白皮书（2023年）) is none by the latter.
    ``times``: those of the flows, where the caller has resolved them.
    """
    sections = sections_of(flows) if sections is None else sections
    if is_study_by_evidence(flows, sections):
        return True
    if times is None:
        times = [resolve(find_times(flow.text), told=None, previous=None) for flow in flows]
    if is_study_by_title(flows, sections, times):
        return True
    titles = [flow.text for flow, section in zip(flows, sections, strict=True) if section.kind == "title"]
    if any(edition_year(title, [flow.text for flow in flows]) for title in titles):
        return False
    return brief_account(flows, sections, times) is not None
