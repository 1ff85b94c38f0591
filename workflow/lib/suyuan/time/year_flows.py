"""What a year amounts to, told beside what there was at its end: 2023年末单位3万个，营业收入9亿元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.time.assigned import AssignedTime, no_time
from suyuan.time.levels import level_words
from suyuan.time.reach_words import reach_words

END_OF_YEAR = re.compile(r"(\d{4})-12(?:-31)?")
CLAUSE_START = re.compile("[，；：。！？、]")


def without_normals(
    text: str, spans: Sequence[tuple[int, int]], found: Sequence[AssignedTime]
) -> list[AssignedTime]:
    """``found`` with the long-term means that a year is compared with left without a time (比常年降水量|1180毫米|少9%)."""
    return [
        no_time("long_term_mean") if reach_words().normal.search(text[max(0, start - 20) : start]) else time
        for (start, _), time in zip(spans, found, strict=True)
    ]


def flows_of_the_year(
    text: str, spans: Sequence[tuple[int, int]], found: Sequence[AssignedTime]
) -> list[AssignedTime]:
    """``found`` with sales, profits, yields and the like that took the date of the end of a year moved to the year.

    At the end of 2023 there are firms and staff; their income is that of 2023. Sums that are told as accumulated up to
    that day keep it. What follows as a change or a share of such a number goes with it.
    """
    result = list(found)
    moved = False
    for number, (start, _) in enumerate(spans):
        time = result[number]
        end_of_year = END_OF_YEAR.fullmatch(time.edtf or "")
        if end_of_year is None or time.kind != "as_of":
            moved = False
            continue
        begin = spans[number - 1][1] if number else 0
        lead = text[max(begin, start - 40) : start]
        marks = [match.end() for match in CLAUSE_START.finditer(lead)]
        clause = lead[marks[-1] :] if marks else lead
        amounts = level_words().year_amount.search(
            clause
        ) is not None and not reach_words().accumulated.search(lead)
        if amounts or (moved and reach_words().changed.match(lead)):
            result[number] = replace(time, edtf=end_of_year[1], kind="during")
            moved = True
        else:
            moved = False
    return result
