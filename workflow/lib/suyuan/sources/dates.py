"""Checking dates in Extended Date/Time Format (EDTF), ISO 8601-2."""

from __future__ import annotations

import math
import re
from datetime import date
from functools import lru_cache

from suyuan.records.period import period

EXAMPLES = "2024-08-14, 2022-12, 2014/2016, 2018/.. or XXXX-05-16"
CALENDAR_DAY = re.compile(r"(?<![\dX])(\d{4})-(\d{2})-(\d{2})(?!\d)")


@lru_cache(maxsize=4096)  # the parser takes about 20 ms a date, and tables repeat their dates
def edtf_problem(text: str) -> str | None:
    """What is wrong with an EDTF date or interval, or None if it is valid.

    Beyond the grammar, a day must be in the calendar (2023-02-29 is not) and an interval must not run backwards.
    """
    if text != text.strip() or not text:
        return f"{text!r} is no date; write EDTF without blanks: {EXAMPLES}"
    import edtf  # in the functions: its grammar takes longer to load than most commands take to run

    try:
        edtf.parse_edtf(text, fail_silently=False)
    except edtf.EDTFParseException:
        return f"{text!r} is no EDTF date; write it as {EXAMPLES}"
    for year, month, day in CALENDAR_DAY.findall(text):
        try:
            date(
                int(year) or 4, int(month), int(day)
            )  # EDTF has a year 0, a leap year like 4; Python has none
        except ValueError:
            return f"{text!r}: the day {year}-{month}-{day} is not in the calendar"
    try:
        period(text)
    except ValueError:
        return f"{text!r}: Suyuan does not read this form of EDTF; write it as {EXAMPLES}"
    start, _, end = text.partition("/")
    if end and _ends(start) is not None and _ends(end) is not None and earliest(start) > latest(end):
        return f"{text!r}: the interval ends before it begins"
    return None


def earliest(text: str) -> tuple[float, ...]:
    """(year, month, day) of the first day that a valid EDTF text allows; a year of minus infinity where it is open."""
    ends = _ends(text.partition("/")[0])
    return ends[0] if ends is not None else (-math.inf,)


def latest(text: str) -> tuple[float, ...]:
    """(year, month, day) of the last day that a valid EDTF text allows; a year of infinity where it is open."""
    ends = _ends(text.rpartition("/")[2])
    return ends[1] if ends is not None else (math.inf,)


def _ends(single: str) -> tuple[tuple[float, ...], tuple[float, ...]] | None:
    """First and last day of one date, None for an open end (``..`` or nothing)."""
    if single in {"", ".."}:
        return None
    import edtf

    parsed = edtf.parse_edtf(single, fail_silently=False)
    return tuple(parsed.lower_strict()[:3]), tuple(parsed.upper_strict()[:3])
