"""The end of the year taken up again within a sentence: 截至2021年底有甲450万户。全年支出480亿元；有乙1900万户."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from suyuan.time.candidates import Candidate
from suyuan.time.clauses import clauses
from suyuan.time.cover import year_of
from suyuan.time.expression import TimeExpression
from suyuan.time.table import time_words

AGAIN = "stock_again"  # rule of a time that is understood at the head of a clause


def with_stock_clauses(
    text: str, parts: list[tuple[int, int]], governing: Sequence[Candidate]
) -> list[Candidate]:
    """``governing`` with the end of the year understood at the head of clauses that say what there is.

    After a clause on the whole year (全年…) one that opens with 有, 共有 or the like, with at most a place before it, is of
    the end of that year again, if the paragraph has stated it.
    """
    result = list(governing)
    end_of_year: TimeExpression | None = None
    whole_year: TimeExpression | None = None
    times = iter(sorted((c.time for c in governing if c.topic), key=lambda time: time.start))
    coming = next(times, None)
    for start, end in parts:
        for low, high in clauses(text, start, end):
            stated = False
            while coming is not None and coming.start < high:
                stated = stated or coming.start >= low
                if coming.kind == "as_of" and coming.edtf and coming.edtf[4:5] == "-":
                    end_of_year, whole_year = coming, None
                elif end_of_year is not None:
                    same = year_of(coming.edtf) == year_of(end_of_year.edtf)
                    whole_year = coming if same and coming.relative == "part_of_year" else None
                    end_of_year = end_of_year if same else None
                coming = next(times, None)
            if stated or whole_year is None or end_of_year is None:
                continue
            if text[low - 1 : low] in "；。" and time_words().there_is.match(text, low):
                understood = replace(end_of_year, start=low, end=low, rule=AGAIN)
                result.append(Candidate(text, understood, parts))
                whole_year = None
    return sorted(result, key=lambda candidate: candidate.time.start)
