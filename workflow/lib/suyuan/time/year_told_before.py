"""Days without a year in a text that nobody dated: of the year of the last day that the text told before them.

2023年2月27日接到报告。…截至3月6日，共搜索到病例89例: 2023-03-06.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.flow import Flow
from suyuan.time.assigned import AssignedTime
from suyuan.time.expression import TimeExpression
from suyuan.time.passing import NO_ANTECEDENT

FULL = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)(?:-\d\d)?(?:/.*)?")
UNKNOWN = re.compile(r"XXXX-(?P<month>\d\d)-\d\d(?:/XXXX-\d\d-\d\d)?")
MONTHS = re.compile(r"(\d{4}-\d\d)(?:-\d\d)?/(\d{4}-\d\d)(?:-\d\d)?")
FARTHEST = 6  # months back: 12月3日…，1月4日 is of the year after


def with_years_told_before(
    flows: Sequence[Flow], times: Sequence[Sequence[TimeExpression]]
) -> list[list[TimeExpression]]:
    """``times`` of each flow with ``XXXX-03-06`` resolved; tables and captions neither give a year nor take one.

    For texts that report no study: the days of a study have the year of its period.
    """
    result: list[list[TimeExpression]] = []
    last: tuple[int, int] | None = None  # year and month
    period: tuple[str, str] | None = None  # first and last month of the last months told
    for flow, row in zip(flows, times, strict=True):
        out: list[TimeExpression] = []
        for time in row:
            edtf = time.edtf or ""
            unknown = UNKNOWN.fullmatch(edtf)
            if last is not None and unknown is not None and flow.block.kind not in ("table", "caption"):
                year, month = last
                later = month - int(unknown["month"]) > FARTHEST
                inside = _year_inside(period, unknown["month"])
                edtf = edtf.replace("XXXX", inside or str(year + later))
                time = replace(time, edtf=edtf)
            full = FULL.fullmatch(edtf)
            if (
                full is not None
                and time.rule not in NO_ANTECEDENT
                and flow.block.kind not in ("note", "table")
            ):
                last = int(full["year"]), int(full["month"])
                months = MONTHS.fullmatch(edtf)
                period = (months[1], months[2]) if months else period
            out.append(time)
        result.append(out)
    return result


def _year_inside(period: tuple[str, str] | None, month: str) -> str | None:
    """2021年10月至2022年4月…，3月28日: the one year in which the month lies inside these months."""
    if period is None:
        return None
    first, last = period
    years = [year for year in (first[:4], last[:4]) if first <= f"{year}-{month}" <= last]
    return years[0] if len(set(years)) == 1 else None


def days_with_years(
    flows: Sequence[Flow], times: Sequence[Sequence[TimeExpression]], found: Sequence[Sequence[AssignedTime]]
) -> list[list[AssignedTime]]:
    """``found`` with the days of no year (6月28日) in the year of the last day told before, in a study without a period."""
    told = with_years_told_before(flows, times)
    years = {(index, time.start): time.edtf for index, row in enumerate(told) for time in row}
    return [
        [
            replace(item, edtf=years.get((index, item.expression.start), item.edtf))
            if item.expression is not None
            and item.edtf == item.expression.edtf
            and "XXXX" in (item.edtf or "")
            else item
            for item in row
        ]
        for index, row in enumerate(found)
    ]
