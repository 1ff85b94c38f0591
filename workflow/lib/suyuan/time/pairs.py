"""Times and quantities that a construction pairs off: 2019、2020年分别为5和7项; 从2020年的A增长到2025年的B."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from suyuan.time.candidates import ROW_LINKS, Candidate
from suyuan.time.expression import TimeExpression

RESPECTIVELY = "分别"
YEARS = re.compile(r"(\d{4})/(\d{4})")
MANY_YEARS = 12
FROM_TO = re.compile(
    r"(?:增长|增加|提高|提升|上升|扩大|下降|减少|降低|缩小|变为|发展|攀升|跃升)?(?:到|至|为)了?$"
)


def aligned_pairs(
    text: str, parts: list[tuple[int, int]], governing: list[Candidate], spans: list[tuple[int, int]]
) -> dict[int, TimeExpression]:
    """2019、2020和2021年分别为5、7和9项: as many times in a row, or years in a period, as quantities after 分别."""
    pairs: dict[int, TimeExpression] = {}
    for number, (start, end) in enumerate(parts):
        at = text.find(RESPECTIVELY, start, end)
        if at < 0:
            continue
        row = [c.time for c in governing if c.sentence == number and c.time.end <= at]
        row = _last_row(text, row)
        stop = next((c.time.start for c in governing if c.sentence == number and c.time.start > at), end)
        after = [i for i, span in enumerate(spans) if at < span[0] < stop]
        if len(row) == 1:
            row = _years_of(row[0])
        if len(row) >= 2 and len(after) == len(row):
            pairs.update(zip(after, row, strict=True))
    return pairs


def _years_of(time: TimeExpression) -> list[TimeExpression]:
    """2020-2022年分别为…: each year of a short period of whole years; the time itself where it is none."""
    match = YEARS.fullmatch(time.edtf or "")
    if match is None or int(match[2]) - int(match[1]) >= MANY_YEARS:
        return [time]
    return [replace(time, edtf=str(year)) for year in range(int(match[1]), int(match[2]) + 1)]


def from_to_pairs(
    text: str, parts: list[tuple[int, int]], governing: list[Candidate], spans: list[tuple[int, int]]
) -> dict[int, TimeExpression]:
    """从2020年的A增长到2025年的B，C从c增长到d: later pairs in the sentence run between the same two dates."""
    pairs: dict[int, TimeExpression] = {}
    for number, (start, end) in enumerate(parts):
        dated = [c.time for c in governing if c.sentence == number and c.attributive]
        dated = _ends_of_change(text, dated)
        if not dated:
            continue
        inside = [i for i, span in enumerate(spans) if start <= span[0] < end]
        for left, right in pairwise(inside):
            (a, b), (c, _) = spans[left], spans[right]
            if c > b and text[a - 1 : a] in ("从", "由") and FROM_TO.search(text[b:c]) and c - b <= 8:
                pairs[left], pairs[right] = dated[0], dated[1]
    return pairs


def _ends_of_change(text: str, dated: list[TimeExpression]) -> list[TimeExpression]:
    """The two dates of 从2020年的A增长到2025年的B; none where a date stands for another purpose."""
    for left, right in pairwise(dated):
        begins = text[left.start - 1 : left.start] in ("从", "由")
        if begins and (
            text[right.start] in "到至" or FROM_TO.search(text[max(0, right.start - 6) : right.start])
        ):
            return [left, right]
    return []


def _last_row(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """The last run of times that are joined by 、 or 和."""
    row: list[TimeExpression] = []
    for time in reversed(times):
        if row and text[time.end : row[0].start] not in ROW_LINKS:
            break
        row.insert(0, time)
    return row
