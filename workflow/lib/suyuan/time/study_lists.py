"""Members of one list have one time: 施氮量0、120、240 kg/hm2时, of which only the first stands behind the name that makes it a
setting of the study, and only the last before 时."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.time.assigned import AssignedTime

SETTING = "setting_of_study_or_of_others"
LINK = re.compile(r"\s?(?:、|和|与|及|以及|或|/)\s?")


def lists_in_full(
    text: str, spans: Sequence[tuple[int, int]], found: list[AssignedTime]
) -> list[AssignedTime]:
    """``found``, where a member of a list that looks like a setting of the study has the one time of those beside it; a list
    of settings alone stays without a time."""
    result = list(found)
    for first, last in _lists(text, spans):
        members = range(first, last + 1)
        told = {result[k].edtf: result[k] for k in members if result[k].rule != SETTING}
        if len(told) != 1 or None in told:
            continue
        for k in members:
            if result[k].rule == SETTING:
                result[k] = next(iter(told.values()))
    return result


def _lists(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """First and last member of each row of numbers with nothing but a link between them."""
    rows: list[tuple[int, int]] = []
    first = 0
    for k in range(1, len(spans) + 1):
        if k < len(spans) and LINK.fullmatch(text, spans[k - 1][1], spans[k][0]):
            continue
        if k - first > 1:
            rows.append((first, k - 1))
        first = k
    return rows
