"""Times and quantities that a construction pairs off: 2019、2020年分别为5和7项; 从2020年的A增长到2025年的B."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

from suyuan.time.candidates import ASIDE, ROW_LINKS, Candidate, by_sentence
from suyuan.time.expression import WHOLE_YEARS, TimeExpression
from suyuan.time.table import time_words

RESPECTIVELY = "分别"
LISTED = (*ROW_LINKS, "/")
RATIO = ("：", "∶", ":")  # 由26.3：38.1：35.6调整为21.4：36.9：41.7
FROM = ("从", "由")
CLAUSE_MARK = re.compile("[，。；！？]")
CHANGE_OF_TIME = re.compile("从事|由于|自由|由此|从而|理由")
LONGEST_CHANGE = 16  # between 120元 and 200元
LONGEST_LEAD = 20  # between 由 and 120元: 每人每年
MANY_YEARS = 12
FROM_TO = re.compile(
    r"(?:增长|增加|提高|提升|上升|扩大|下降|减少|降低|缩小|变为|发展|攀升|跃升)?(?:到|至|为)了?$"
)


def aligned_pairs(
    text: str, parts: list[tuple[int, int]], governing: list[Candidate], spans: list[tuple[int, int]]
) -> dict[int, TimeExpression]:
    """2019、2020和2021年分别为5、7和9项: as many times in a row, or years in a period, as quantities after 分别."""
    pairs: dict[int, TimeExpression] = {}
    starts, inside = [start for start, _ in spans], by_sentence(governing)
    for number, (start, end) in enumerate(parts):
        at = text.find(RESPECTIVELY, start, end)
        if at < 0:
            continue
        row = [c.time for c in inside[number] if c.time.end <= at]
        row = _last_row(text, row)
        stop = next((c.time.start for c in inside[number] if c.time.start > at), end)
        after = range(bisect_left(starts, at + 1), bisect_left(starts, stop))
        if len(row) == 1 and "、" not in text[row[0].end : at]:  # not 2018—2020年甲、乙和丙厂
            row = _years_of(row[0])
        if len(row) >= 2 and len(after) == len(row):
            pairs.update(zip(after, row, strict=True))
    return pairs


def listed_years(
    text: str, parts: list[tuple[int, int]], governing: list[Candidate], spans: list[tuple[int, int]]
) -> dict[int, TimeExpression]:
    """预计2022-2024年利润5、7、9亿元，对应市盈率30、20、15倍: lists as long as the period before them has years."""
    pairs: dict[int, TimeExpression] = {}
    starts, candidates = [start for start, _ in spans], by_sentence(governing)
    for number, (start, end) in enumerate(parts):
        dated = [c.time for c in candidates[number]]
        if not dated:
            continue
        inside = range(bisect_left(starts, start), bisect_left(starts, end))
        for run in _runs(text, spans, inside):
            before = [time for time in dated if time.end <= spans[run[0]][0]]
            years = _last_row(text, before)
            if len(years) == 1:
                years = _years_of(years[0])
            first = spans[bisect_left(starts, years[-1].end)][0] if years else 0
            if len(years) == len(run) > 1 and "、" not in text[years[-1].end : first]:  # not 甲、乙两厂
                pairs.update(zip(run, years, strict=True))
    return pairs


def _runs(text: str, spans: list[tuple[int, int]], inside: range) -> list[list[int]]:
    """Quantities with only 、 / or 和 between them."""
    runs: list[list[int]] = []
    for i in inside:
        if runs and runs[-1][-1] == i - 1 and text[spans[i - 1][1] : spans[i][0]].strip() in LISTED:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _years_of(time: TimeExpression) -> list[TimeExpression]:
    """2020-2022年分别为…: each year of a short period of whole years; the time itself where it is none."""
    match = WHOLE_YEARS.fullmatch(time.edtf or "")
    if match is None or int(match[2]) - int(match[1]) >= MANY_YEARS:
        return [time]
    return [replace(time, edtf=str(year)) for year in range(int(match[1]), int(match[2]) + 1)]


def from_to_pairs(
    text: str, parts: list[tuple[int, int]], governing: list[Candidate], spans: list[tuple[int, int]]
) -> dict[int, TimeExpression]:
    """从2020年的A增长到2025年的B，C从c增长到d: later pairs in the sentence run between the same dates.

    Where only the first date is said (由2020年的A增至B) the later first ones are of it.
    """
    pairs: dict[int, TimeExpression] = {}
    starts, candidates = [start for start, _ in spans], by_sentence(governing)
    for number, (start, end) in enumerate(parts):
        ends = _ends_of_change(text, candidates[number])
        if not ends:
            continue
        first = bisect_left(starts, max(start, ends[0].end + 1))
        inside = range(first, max(first, bisect_left(starts, end)))
        for left, right in pairwise(inside):
            (a, b), (c, _) = spans[left], spans[right]
            if c > b and text[a - 1 : a] in FROM and FROM_TO.search(text[b:c]) and c - b <= 8:
                pairs[left] = ends[0]
                if len(ends) > 1:
                    pairs[right] = ends[1]
    return pairs


def _ends_of_change(text: str, dated: list[Candidate]) -> list[TimeExpression]:
    """The dates of 从2020年的A增长到2025年的B, or the first alone; none where a date stands for another purpose."""
    for left, right in pairwise(dated):
        begins = left.held_by_number and text[left.time.start - 1 : left.time.start] in FROM
        if begins and (
            text[right.time.start] in "到至"
            or FROM_TO.search(text[max(0, right.time.start - 6) : right.time.start])
        ):
            return [left.time, right.time]
    first = next((c.time for c in dated if c.time.rule == ASIDE), None)
    return [first] if first and text[first.start - 1 : first.start] in FROM else []


def undated_starts(text: str, governing: list[Candidate], spans: list[tuple[int, int]]) -> set[int]:
    """Quantities that a change leads away from and that no date of their own stands before.

    由120元提高到200元; 从209元、280元分别提高到217元、290元: what it was before is of no stated time.
    """
    change = time_words().change_to
    found: set[int] = set()
    for right in range(1, len(spans)):
        between = text[spans[right - 1][1] : spans[right][0]]
        if len(between) > LONGEST_CHANGE or CLAUSE_MARK.search(between) or not change.search(between):
            continue
        first = right - 1
        while first and text[spans[first - 1][1] : spans[first][0]].strip() in (*ROW_LINKS, *RATIO):
            first -= 1
        low = max(0, spans[first][0] - LONGEST_LEAD, spans[first - 1][1] if first else 0)
        lead = CLAUSE_MARK.split(text[low : spans[first][0]])[-1]
        at = max(lead.rfind(word) for word in FROM)
        if at < 0 or CHANGE_OF_TIME.search(lead[at:]):
            continue
        begin = spans[first][0] - len(lead) + at
        end = spans[right - 1][1]
        in_bracket = any(
            c.bracket is not None and c.bracket[0] == end for c in governing
        )  # 2.36亿元|（2016年）升至
        if not in_bracket and not any(begin <= c.time.start < end for c in governing):
            found.update(range(first, right))
    return found


def _last_row(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """The last run of times that are joined by 、 or 和."""
    row: list[TimeExpression] = []
    for time in reversed(times):
        if row and text[time.end : row[0].start] not in ROW_LINKS:
            break
        row.insert(0, time)
    return row
