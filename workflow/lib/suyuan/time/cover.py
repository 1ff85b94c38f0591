"""What days an EDTF covers: for comparing and sorting."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from time import struct_time

PLAIN = re.compile("([1-9][0-9]{3})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?")
ABOUT = re.compile("[1-9][0-9]{3}~|[1-9][0-9](?:[0-9]X|XX)~?")  # a year about, a decade, a century


@lru_cache(maxsize=4096)
def covers(text: str) -> tuple[date, date]:
    """Earliest and latest day of an EDTF string.

    ``2022-12`` gives 2022-12-01 and 2022-12-31; an open end (``2018/..``) or an unknown year (``XXXX-05-16``) gives
    ``date.min`` or ``date.max``; ``199X~`` is taken without its tolerance. ValueError for what is no EDTF.
    """
    if "/" in text:
        left, right = text.split("/", 1)
        first = date.min if left in ("..", "") else covers(left)[0]
        last = date.max if right in ("..", "") else covers(right)[1]
        return first, last
    plain = PLAIN.fullmatch(text)
    if plain is not None:
        year, month, day = int(plain[1]), int(plain[2] or 0), int(plain[3] or 0)
        last_day = monthrange(year, month)[1] if month else 31
        if not plain[3]:
            return date(year, month or 1, 1), date(year, month or 12, last_day)
        if 0 < day <= last_day:
            return date(year, month, day), date(year, month, day)
    if ABOUT.fullmatch(text):
        years = text.rstrip("~")
        return date(int(years.replace("X", "0")), 1, 1), date(int(years.replace("X", "9")), 12, 31)
    import edtf  # takes longer to load than most documents to read

    try:
        parsed = edtf.parse_edtf(text)
    except edtf.EDTFParseException as error:
        raise ValueError(f"{text!r} is not a date in EDTF") from error
    if text.startswith("XXXX"):
        return date.min, date.max
    return _day(parsed.lower_strict()), _day(parsed.upper_strict())


def _day(moment: struct_time) -> date:
    return date(max(moment.tm_year, 1), moment.tm_mon, moment.tm_mday)


def year_of(text: str | None) -> str | None:
    """The one year that an EDTF lies in (2015 for 2015-04), else None; of ``2015-04/..`` the year it begins in."""
    if not text:
        return None
    left, _, right = text.partition("/")
    if left[:4].isdigit() and (right in ("", "..") or right[:4] == left[:4]):
        return left[:4]
    return None
