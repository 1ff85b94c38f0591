"""What relative times are read against, and filling a pattern with a year."""

from __future__ import annotations

from suyuan.time.cover import year_of
from suyuan.values import value

UNKNOWN = "XXXX"


@value
class Anchors:
    """What a relative time can be read against; each an EDTF string or None."""

    told: str | None = None  # when the source said it
    said: str | None = None  # the same, where the source is a report of that day: 目前 means this day
    report: str | None = None  # year under report (title of a communiqué)
    running: str | None = None  # last time told in the text
    interval: str | None = None  # last closed period told in the text
    reported: str | None = None  # year that a report as a whole is about: the end of 过去五年
    written: str | None = (
        None  # month in which a paper or note was written: 目前 where nothing was said on a day
    )
    own: str | None = None  # the same as report, without a year that only another paragraph told
    period: str | None = None  # months under report, where a report is on less than a year
    event: str | None = None  # days of the event that the news tell of: 本届大会
    plan: str | None = None  # years of the plan that the document is: 规划期内
    news: bool = False  # news of the day of the telling


def year_in(edtf: str | None) -> int | None:
    year = year_of(edtf)
    return int(year) if year else None


def fill(pattern: str | None, year: int | None) -> str | None:
    """The pattern (XXXX-04, XXXX-01/XXXX-06, or None for the year alone) in ``year``; unchanged where it is unknown."""
    if year is None:
        return pattern if pattern and pattern != UNKNOWN else None
    return (pattern or UNKNOWN).replace(UNKNOWN, str(year))
