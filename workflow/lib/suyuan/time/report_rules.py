"""Rules for times that the period of a report says: 报告期, 期末, 期初, 五年来, 今后五年; and what news say: 本届大会, 9年前."""

from __future__ import annotations

import re
from datetime import date, timedelta

from suyuan.time.anchors import Anchors, fill, year_in
from suyuan.time.own_period import end_of_period

DAY = re.compile(r"\d{4}-\d\d-\d\d")
MONTH_OF_DAY = re.compile(r"\d{4}-(\d\d)")
HALF_A_YEAR = 6
PARTS_OF_YEARS = re.compile(
    r"(\d{4})(?P<from>-\d\d(?:-\d\d(?=/))?)(?:/(?P<last>\d{4})(?P<to>-\d\d(?:-\d\d)?))?"
)


def report_year(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    """本年, 报告期 in annual accounts: the year under report, or the months of a half-yearly report; 本年 elsewhere that
    of the telling."""
    if detail == "only" and anchors.period:
        return anchors.period
    return fill(pattern, year_in(anchors.reported) or (None if detail == "only" else year_in(anchors.told)))


def report_end(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    """报告期末: the end of the year or half-year under report; open where the document reports none."""
    if anchors.period:
        return end_of_period(anchors.period)
    year = year_in(anchors.reported)
    return f"{year}-12" if year else None


def report_start(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    """期初: the end of the year before the one under report."""
    year = year_in(anchors.reported)
    return f"{year - 1}-12" if year else None


def same_of_last(period: str | None) -> str | None:
    """上年同期 after some months or days of a year, or in a half-yearly report: the same of the year before; None elsewhere."""
    years = PARTS_OF_YEARS.fullmatch(period or "")
    return same_months(period, int(years[1]) - 1) if years else None


def same_months(period: str | None, year: int) -> str | None:
    """2021年同期, after 2023年上半年: these months, or days from one to another, so that they begin in ``year``."""
    years = PARTS_OF_YEARS.fullmatch(period or "")
    if years is None:
        return None
    first, last = years[1], years["last"]
    moved = f"{year}{years['from']}"
    return f"{moved}/{int(last) - int(first) + year}{years['to']}" if last else moved


def past_years(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    """五年来 in a report: the years that end with the one under report; in the news those that end with its day; in other
    papers of a day those that end with its year if most of it was over; open elsewhere."""
    if not detail:
        return None
    years = int(detail)
    if anchors.reported:
        end = int(anchors.reported)
        return f"{end - years + 1}/{end}" if years > 1 else str(end)
    told = year_in(anchors.told)
    if not told or years < 2:
        return None
    if anchors.news:
        return f"{told - years}/{told}"
    month = MONTH_OF_DAY.match(anchors.told or "")
    if month is None or anchors.written:
        return None
    last = told if int(month[1]) > HALF_A_YEAR else told - 1
    return f"{last - years + 1}/{last}"


def plan_period(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    """规划期内 in a plan: its years; 规划期末 the last of them."""
    return anchors.plan.rpartition("/")[2] if anchors.plan and detail == "end" else anchors.plan


def coming_years(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    """今后五年 in a report on 2025: 2026/2030."""
    if not anchors.reported or not detail:
        return None
    first, years = int(anchors.reported) + 1, int(detail)
    return f"{first}/{first + years - 1}" if years > 1 else str(first)


def years_ago(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    """9年前: so many years before the telling, or before the year of an edition."""
    told = year_in(anchors.told or anchors.written) if anchors.reported is None else None
    return str(told - int(detail)) if told and detail.isdigit() else None


def yesterday(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    """昨日 in the news."""
    if not anchors.news or not DAY.fullmatch(anchors.told or ""):
        return None
    return (date.fromisoformat(anchors.told or "") - timedelta(1)).isoformat()


def year_to_end(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    """年初至报告期末: from January to the end of the months under report; the year in an annual report."""
    if anchors.period is None:
        return anchors.reported
    return f"{anchors.period[:4]}-01/{end_of_period(anchors.period)}"


def event(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    """本届大会, 展会期间: the days that the lead of the news gives."""
    return anchors.event
