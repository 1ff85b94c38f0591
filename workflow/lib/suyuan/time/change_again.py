"""A change told without years behind one that has them: 注册量由1487件增至6381件…。其中，甲省由|34件|增至|152件; 同期由A增至B."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.time.assigned import AssignedTime
from suyuan.time.clauses import clauses, index_of
from suyuan.time.span_ends import LED_FROM, LONGEST_LEAD, START, levels_at_ends
from suyuan.time.table import time_words

AGAIN = "ends_of_change_before"
SAME_TIME = re.compile("同期|同一时期|这一时期|其间|期间")
GOES_ON = re.compile("(?:其中|同期|同一时期|这一时期|与此同时|同时|期间|其间)")
YEARLY = re.compile("年均|平均每年|年平均")
YEAR = 4  # characters


def ends_of_changes(
    text: str, parts: list[tuple[int, int]], spans: Sequence[tuple[int, int]], found: Sequence[AssignedTime]
) -> list[AssignedTime]:
    """``found`` with the levels of changes that have no year of their own: by levels told right before them, by the years over
    which they ran, or by changes dated so. ``parts``: the sentences of ``text``."""
    again = changes_again(text, parts, spans, found)
    return changes_again(text, parts, spans, levels_at_ends(text, spans, again))


def changes_again(
    text: str, parts: list[tuple[int, int]], spans: Sequence[tuple[int, int]], found: Sequence[AssignedTime]
) -> list[AssignedTime]:
    """``found`` with both levels of a change that states no years under those of the levels told before it.

    They are told earlier in its sentence, or in the sentence before one that goes on with it (其中, 同期); two years or periods,
    or several in the order of time, of which 同期 takes the first and the last. A mean growth by the year behind the change is
    of both. ``parts``: the sentences of ``text``.
    """
    result = list(found)
    for k in range(len(spans) - 1):
        (at, until), (then, _) = spans[k], spans[k + 1]
        if found[k].rule != START or found[k + 1].time_from == "clause" or found[k + 1].planned:
            continue
        changes = time_words().changed_to.fullmatch(text, until, then) is not None
        if not changes or LED_FROM.search(text[max(0, at - LONGEST_LEAD) : at]) is None:
            continue
        ends = _ends_told(text, parts, spans, result, k)
        if ends is None:
            continue
        result[k], result[k + 1] = (replace(end, time_from="sentence", rule=AGAIN) for end in ends)
        growth = k + 2
        if growth < len(spans) and _is_yearly(text, parts, spans, growth):
            both = f"{(ends[0].edtf or '')[:YEAR]}/{(ends[1].edtf or '')[:YEAR]}"
            result[growth] = replace(ends[1], edtf=both, time_from="sentence", rule=AGAIN)
    return result


def _ends_told(
    text: str,
    parts: list[tuple[int, int]],
    spans: Sequence[tuple[int, int]],
    found: Sequence[AssignedTime],
    k: int,
) -> tuple[AssignedTime, AssignedTime] | None:
    """The first and the last of the levels told before number ``k``, where they are of times apart that rise."""
    number = index_of(parts, spans[k][0])
    low, high = parts[number]
    clause = clauses(text, low, high)[index_of(clauses(text, low, high), spans[k][0])]
    same = SAME_TIME.search(text, clause[0], spans[k][0]) is not None
    told = _dated(parts[number], spans[:k], found)
    if not told and number and GOES_ON.match(text, low):
        told = _dated(parts[number - 1], spans[:k], found)
    times = list(dict.fromkeys(item.edtf for item in told))
    if len(times) < 2 or (len(times) > 2 and not same):
        return None
    years = all(edtf is not None and len(edtf) == len(times[0] or "") for edtf in times)
    if not years or sorted(times, key=str) != times:
        return None
    return next(item for item in told if item.edtf == times[0]), told[-1]


def _dated(
    sentence: tuple[int, int], spans: Sequence[tuple[int, int]], found: Sequence[AssignedTime]
) -> list[AssignedTime]:
    """The times of the numbers of a sentence that are told there."""
    return [
        item
        for (start, _), item in zip(spans, found, strict=False)
        if sentence[0] <= start < sentence[1]
        and item.edtf
        and item.expression is not None
        and not item.planned
    ]


def _is_yearly(text: str, parts: list[tuple[int, int]], spans: Sequence[tuple[int, int]], k: int) -> bool:
    """17.8亿元，|年均增长|6.0%: whether a number is the mean growth by the year, in the sentence of the one before it."""
    same = index_of(parts, spans[k][0]) == index_of(parts, spans[k - 1][0])
    return same and YEARLY.search(text, spans[k - 1][1], spans[k][0]) is not None
