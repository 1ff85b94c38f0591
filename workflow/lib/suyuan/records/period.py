"""Periods: the calendar days that an EDTF string covers, and the frequency that it tells.

Only the part of EDTF that Suyuan writes is read: dates of year, month or day precision with X for unknown digits,
quarters (2023-33 … 2023-36), intervals with open or unknown ends, and the marks ~ ? % after a date.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple

from suyuan.records.fact import TimeKind
from suyuan.records.observation import Frequency, Kind

Precision = Literal["year", "quarter", "month", "day", "span"]
DATE = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?[~?%]?")
QUARTERS = {33: 1, 34: 4, 35: 7, 36: 10}  # EDTF level 2: first month of each quarter


class Period(NamedTuple):
    """First and last day; None where the end is open, unknown or has an unknown year."""

    first: date | None
    last: date | None
    precision: Precision

    @property
    def dated(self) -> bool:
        """Both ends are known, so that it has a place on a time axis."""
        return self.first is not None and self.last is not None

    @property
    def days(self) -> int | None:
        """Length in days; None where an end is missing."""
        if self.first is None or self.last is None:
            return None
        return (self.last - self.first).days + 1

    def holds(self, other: Period) -> bool:
        """Whether every day of ``other`` is in this period; both must be dated."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return False
        return self.first <= other.first and other.last <= self.last


NO_PERIOD = Period(None, None, "span")


def period(edtf: str | None) -> Period:
    """Days covered by an EDTF string; no days for None, and for years such as XXXX. Raises ValueError for other text."""
    if edtf is None:
        return NO_PERIOD
    if "/" not in edtf:
        return _date(edtf)
    start, _, end = edtf.partition("/")
    first = None if start in ("", "..") else _date(start).first
    last = None if end in ("", "..") else _date(end).last
    return Period(first, last, "span")


def _date(text: str) -> Period:
    match = DATE.fullmatch(text)
    if match is None:
        raise ValueError(
            f"{text!r} is no date that Suyuan reads; EDTF such as 2022-12, 2014/2016, XXXX-05-16"
        )
    year, month, day = match["year"], match["month"], match["day"]
    precision: Precision = "day" if day else "month" if month else "year"
    if "XXXX" in year:
        return Period(None, None, precision)
    years = (int(year.replace("X", "0")), int(year.replace("X", "9")))
    if years[0] == 0:
        return Period(None, None, precision)
    if "X" in year or "X" in (month or "") or "X" in (day or ""):
        known = month is not None and "X" not in month and "X" not in year
        if not known:
            return Period(date(years[0], 1, 1), date(years[1], 12, 31), "span")
        day, precision = None, "month"
    if month is None:
        return Period(date(years[0], 1, 1), date(years[1], 12, 31), precision)
    if int(month) in QUARTERS:
        begin = QUARTERS[int(month)]
        return Period(date(years[0], begin, 1), _month_end(years[0], begin + 2), "quarter")
    if not 1 <= int(month) <= 12:
        raise ValueError(f"{text!r}: there is no month {month}")
    if day is None:
        return Period(date(years[0], int(month), 1), _month_end(years[0], int(month)), precision)
    exact = date(years[0], int(month), int(day))
    return Period(exact, exact, precision)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def plain_period(edtf: str) -> str:
    """The shortest EDTF for the same days: 2022-01/2022-12 is 2022, 2023-04/2023-06 is 2023-34; others stay as they are."""
    span = period(edtf)
    if "/" not in edtf or any(mark in edtf for mark in "X~?%") or span.first is None or span.last is None:
        return edtf
    first, last = span.first, span.last
    if first == last:
        return first.isoformat()
    after = last + timedelta(days=1)
    if first.day != 1 or after.day != 1:
        return edtf
    months = (after.year - first.year) * 12 + after.month - first.month
    quarter = next((code for code, month in QUARTERS.items() if month == first.month), None)
    if months == 12 and first.month == 1:
        return f"{first:%Y}"
    if months == 3 and quarter is not None:
        return f"{first:%Y}-{quarter}"
    return f"{first:%Y-%m}" if months == 1 else edtf


def frequency(
    edtf: str | None, time_kind: TimeKind | None, kind: Kind, hint: Frequency | None = None
) -> Frequency:
    """Frequency of an observation: what its time says, else ``hint`` of the catalogue (not for an open end).

    A stock, and whatever is said as of a date, is a point. A flow has the length of its period: A a year, Q a quarter,
    M a month, YTD from the first of January of one year, span any other. Average growth over whole years
    (2016/2023) is annual.
    """
    if kind == "stock" or time_kind == "as_of":
        return "point"
    span = period(edtf)
    if span.first is None or span.last is None:
        open_ended = (
            edtf is not None and "/" in edtf
        )  # how long is not known, only that it is no single period
        return "span" if open_ended else hint or "span"
    if span.precision in ("year", "quarter", "month"):
        by_precision: dict[Precision, Frequency] = {"year": "A", "quarter": "Q", "month": "M"}
        return by_precision[span.precision]
    return _by_days(span.first, span.last, kind)


def _by_days(first: date, last: date, kind: Kind) -> Frequency:
    after = last + timedelta(days=1)
    if first.day != 1 or after.day != 1:
        to_date = first.month == 1 and first.day == 1 and first.year == last.year and first != last
        return "YTD" if to_date else "span"
    months = (after.year - first.year) * 12 + after.month - first.month
    if first.month == 1 and (months == 12 or (months % 12 == 0 and kind == "growth")):
        return "A"
    if first.month == 1 and months < 12:
        return "YTD"
    if months == 3 and first.month in QUARTERS.values():
        return "Q"
    return "M" if months == 1 else "span"
