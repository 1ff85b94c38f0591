"""Levels between which a change ran over years that the text states: 2015-2022年，投资由86亿元增至310亿元: 2015 and 2022."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.time.assigned import AssignedTime
from suyuan.time.expression import WHOLE_YEARS
from suyuan.time.table import time_words

START = "undated_start_of_change"
OF_DATES = ("date", "range", "chinese_year")
LED_FROM = re.compile("[由从自](?:最初的?|原来的?|当初的?)?[约近不足超]{0,2}$")
LONGEST_LEAD = 8


def levels_at_ends(
    text: str, spans: Sequence[tuple[int, int]], found: Sequence[AssignedTime]
) -> list[AssignedTime]:
    """``found`` with the level before a change, and the one that it led to, of the first and the last of the years stated in
    their sentence; several changes side by side each have both.

    Not where the levels are those of something else than years (由|上游的|18℃升至|下游的|22℃) or no change is told (由3至5不等).
    """
    result = list(found)
    for number in range(len(spans) - 1):
        start, end = found[number], found[number + 1]
        expression = end.expression
        years = WHOLE_YEARS.fullmatch(end.edtf or "")
        if start.rule != START or years is None or int(years[2]) - int(years[1]) < 2:  # 2021-2022年度 is one
            continue
        if end.planned or expression is None or end.moved:
            continue
        if expression.relative or expression.rule not in OF_DATES:
            continue
        (at, until), (then, _) = spans[number], spans[number + 1]
        if not LED_FROM.search(text[max(0, at - LONGEST_LEAD) : at]):
            continue
        if time_words().changed_to.fullmatch(text, until, then) is None:
            continue
        result[number] = replace(end, edtf=years[1], moved="first_of_years")
        result[number + 1] = replace(end, edtf=years[2], moved="last_of_years")
    return result
