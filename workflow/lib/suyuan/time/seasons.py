"""Months without a year: 6月至9月的汛期占四成 is a season, no date; in a study of one year they are months of that year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.time.assigned import AssignedTime

RULE = "months_of_no_year"
MONTHS = re.compile(r"XXXX-(?P<first>\d\d)(?:/XXXX-(?P<last>\d\d))?")
PERIOD = re.compile(r"(\d{4})-(\d\d)(?:-\d\d)?/(\d{4})-(\d\d)(?:-\d\d)?")
YEAR = re.compile(r"\d{4}")
DAY = re.compile(r"(XXXX-\d\d)-(\d\d)")


def without_seasons(found: Sequence[AssignedTime]) -> list[AssignedTime]:
    """``found`` without months of which nothing says the year; a day of no year stays what it is (XXXX-08-14)."""
    return [
        AssignedTime(expression=item.expression, rule=RULE) if MONTHS.fullmatch(item.edtf or "") else item
        for item in found
    ]


def months_within(pattern: str | None, period: str) -> str | None:
    """The months of a pattern (XXXX-07, XXXX-06/XXXX-09) in a period that holds each of them once; None for others."""
    months = MONTHS.fullmatch(pattern or "")
    if months is None:
        return None
    dates = PERIOD.fullmatch(period)
    if YEAR.fullmatch(period):
        return (pattern or "").replace("XXXX", period)
    if dates is None:
        return None
    begin, end = int(dates[1]) * 12 + int(dates[2]), int(dates[3]) * 12 + int(dates[4])
    first = _month_in(int(months["first"]), begin, end)
    last = _month_in(int(months["last"] or months["first"]), begin, end)
    if first is None or last is None or first > last:
        return None
    told = [f"{(month - 1) // 12}-{(month - 1) % 12 + 1:02d}" for month in (first, last)]
    return told[0] if months["last"] is None else "/".join(told)


def _month_in(month: int, begin: int, end: int) -> int | None:
    """The month as a number of months since the year 0, where the period holds it once."""
    held = [at for at in range(begin, end + 1) if (at - 1) % 12 + 1 == month]
    return held[0] if len(held) == 1 else None


def day_within(pattern: str | None, period: str) -> str | None:
    """The days of a pattern (XXXX-01-08, XXXX-11-12/XXXX-11-19) in a period that holds their months once; None for others."""
    told = [DAY.fullmatch(part) for part in (pattern or "").split("/")]
    days = [f"{month}-{day[2]}" for day in told if day and (month := months_within(day[1], period))]
    return "/".join(days) if days and len(days) == len(told) else None
