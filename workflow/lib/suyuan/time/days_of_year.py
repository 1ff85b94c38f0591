"""Days, months and parts of a year told without the year (3月28日, 年底): of which year they are."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from suyuan.time.anchors import UNKNOWN, Anchors, fill, year_in
from suyuan.time.cover import covers
from suyuan.time.year_told_before import FARTHEST

DAY = re.compile(r"\d{4}-\d\d-\d\d")
MONTH = re.compile(r"\d{4}-\d\d(?:-\d\d)?$")
UNDATED_DAY = re.compile(r"XXXX-(\d\d)-\d\d")
PLANNED = "planned"  # detail of a time that is told as one to come
DEADLINE = "deadline"  # the same of one by which something is to be done (6月底前)
SPRING = ("01", "02", "03")
MONTH_OF_YEAR = re.compile(r"XXXX-(\d\d)")
BEFORE_DAY = re.compile(r"\.\./(\d{4}-\d\d-\d\d)")
LATE = 9  # months of a year behind which a coming 1月 is of the next one


def day_of_month(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    """截至5日9时 in the news: of the month of the telling, or of the one before where that day was still to come."""
    told = anchors.told
    if not told or not DAY.fullmatch(told):
        return None
    months = int(told[:4]) * 12 + int(told[5:7]) - 1 - (int(detail) > int(told[8:]))
    return f"{months // 12}-{months % 12 + 1:02d}-{int(detail):02d}"


def not_after(pattern: str | None, told: str | None) -> str | None:
    """The latest time of the pattern that does not end after ``told``: 8月14日 told on 2024-12-13 is 2024-08-14."""
    year = year_in(told)
    if not pattern or not told or year is None:
        return pattern if pattern != UNKNOWN else None
    if told == str(year):  # only the year of telling is known: it cannot be said whether the day was before
        return fill(pattern, year if pattern.endswith(("-01", "-01-01")) else None)
    this = fill(pattern, year)
    end = this.partition("/")[0] if this and this.endswith("/..") else this  # 6月30日以来 has begun by then
    day = DAY.search(pattern) or DAY.search(end or "")
    now = told if day else told[:7]  # 一季度, told on 25 March: this one
    return this if end and covers(end)[1] <= covers(now)[1] else fill(pattern, year - 1)


def month_day(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    """3月28日: of the last year told, or of the one under report; in a text of a known day of no later one than that day, but for
    what is planned (预计6月上旬). A deadline (6月底前) is the next one behind that day, in a plan for one year of that year."""
    year = _year_told(anchors)
    if year is None:
        coming = detail == DEADLINE and MONTH.match(anchors.told or "") is not None
        return coming_day(pattern, detail, anchors) if coming else not_after(pattern, anchors.told)
    filled, told = fill(pattern, year), anchors.told or ""
    if _turns(pattern, anchors.running) and DAY.match(told) and not is_after(f"{year + 1}", told[:4]):
        later = fill(pattern, year + 1)
        return filled if later is None or is_after(later, told) else later
    ahead = (
        detail not in (PLANNED, DEADLINE)
        and anchors.plan != str(year)
        and MONTH.match(told) is not None
        and str(year) == told[:4]
        and is_after(filled or UNKNOWN, told)
    )
    return not_after(pattern, told) if ahead else filled


def _year_told(anchors: Anchors) -> int | None:
    """The year that a day or part of a year is of by what was told before it; in a plan for one year that year, but behind an
    earlier one."""
    running = year_in(anchors.running)
    own = int(anchors.plan) if anchors.plan and anchors.plan.isdigit() else None
    if own is not None and (running is None or running > own):
        return own
    return running or year_in(anchors.report)


def _turns(pattern: str | None, running: str | None) -> bool:
    """去年12月8日…，3月12日: whether a day lies so many months before the last one told that it is of the year after."""
    last, day = MONTH.match(running or ""), UNDATED_DAY.fullmatch(pattern or "")
    return last is not None and day is not None and int(last.group()[5:7]) - int(day[1]) > FARTHEST


def coming_day(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    """决赛将于8月20日举行: of the year of the telling, in its last months of the next one where that is nearer."""
    told = anchors.told or ""
    if MONTH.match(told) is None:
        return month_day(pattern, detail, anchors)
    turns = int(told[5:7]) > LATE and (MONTH_OF_YEAR.findall(pattern or "") or [""])[-1] in SPRING
    return fill(pattern, int(told[:4]) + turns)


def part_of_year(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    """全年, 年末: of the last year told, unless that only opened a period (2007年以来); else of the year under report."""
    running = None if anchors.running and ".." in anchors.running else anchors.running
    if anchors.period and pattern and fill(pattern, year_in(anchors.period)) == anchors.period:
        return anchors.period  # 上半年 in a half-yearly report
    return month_day(pattern, detail, replace(anchors, running=running))


def coming_part(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    """力争到年底, 四季度将再筹集, 将于1月底前开通: of the year of the telling, or of the next one like a coming day."""
    if MONTH.match(anchors.told or ""):
        return coming_day(pattern, detail, anchors)
    return fill(pattern, year_in(anchors.told))


def deadline(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    """拟在6月30日前回购: the day by which something is to be done; open where nothing plans it."""
    return month_day(pattern, DEADLINE, anchors) if detail == DEADLINE or anchors.plan else None


def last_day(edtf: str | None, told: str | None) -> str | None:
    """2024年6月30日前 (../2024-06-29), told before it: the day by which something is to be done; None for other times."""
    day = BEFORE_DAY.fullmatch(edtf or "")
    if day is None or told is None or is_over(day[1], told):
        return None
    after = date.fromisoformat(day[1]) + timedelta(1)
    return after.isoformat() if after.day > 1 else None


def is_after(edtf: str, told: str) -> bool:
    """Whether a time begins after the telling."""
    return UNKNOWN not in edtf and not edtf.startswith("..") and covers(edtf)[0] > covers(told)[1]


def is_over(edtf: str, told: str) -> bool:
    """Whether a time had ended before the telling."""
    return covers(edtf)[1] < covers(told)[0]
