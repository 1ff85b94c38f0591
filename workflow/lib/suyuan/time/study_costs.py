"""Costs that a study reckons with: of no time that it has."""

from __future__ import annotations

from collections.abc import Sequence

from suyuan.time.assigned import AssignedTime, no_time
from suyuan.time.clauses import index_of, sentences
from suyuan.time.study_words import study_words

RECKONED = "reckoned_cost"


def without_costs(
    text: str, spans: Sequence[tuple[int, int]], found: Sequence[AssignedTime], of_study: Sequence[str]
) -> list[AssignedTime]:
    """In a paper with a section on costs: 运行成本由0.57元/m3降至0.47元/m3 is reckoned, of no time that the study has."""
    parts = sentences(text)
    costs = study_words().costs
    reckoned = no_time(RECKONED)
    return [
        reckoned if item.rule in of_study and costs.search(text, *parts[index_of(parts, start)]) else item
        for item, (start, _) in zip(found, spans, strict=True)
    ]
