"""The times of table cells: years and periods in heads, rows and captions, and what 本期, 上年同期, 期末 mean in a report."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from suyuan.document import Block
from suyuan.facts.table_words import PeriodName, change_of, period_of, table_words
from suyuan.flow import Flow
from suyuan.records.fact import TimeKind
from suyuan.time import AssignedTime, TimeContext, TimeExpression, no_time, read_times

YEAR_HEAD = re.compile(r"(?P<year>(?:19|20)\d\d)(?:年度?)?(?P<mark>[AEFP])?$")
FORECAST = "EFP"  # 2022E: expected, forecast, projected
MONTHS = re.compile(r"(?P<year>\d{4})-(?P<first>\d\d)/(?P=year)-(?P<last>\d\d)$")
YEAR = re.compile(r"\d{4}$")
MONTH = re.compile(r"\d{4}-\d\d$")
CHANGE = re.compile(r"(?:比|较|与)(?:上|去|前|同|期|年)")
LEAD_FLOWS = 8


def report_period(flows: Sequence[Flow], times: TimeContext) -> str | None:
    """The period that a report covers, as a year or a run of months: from the lines at the head of the document that end as
    titles of reports do (2018年第一季度报告, 某部2024年度部门决算), else the year of a communiqué."""
    words = table_words()
    for flow in [flow for flow in flows if flow.text and flow.block.kind in ("title", "heading")][
        :LEAD_FLOWS
    ]:
        if flow.text.endswith(words.report_endings):
            time = one_time(flow.text, times)
            if time is not None and time.edtf and (YEAR.match(time.edtf) or MONTHS.match(time.edtf)):
                return time.edtf
    return times.report


def period_time(period: PeriodName, report: str | None) -> tuple[str, bool] | None:
    """EDTF of a period of a report, and whether it is a state at a day; None where the report's period is not known.

    ``report`` is a year or months of one year. The beginning of the period in accounts is the end of the year before.
    """
    months = MONTHS.match(report or "")
    if months is not None:
        year, first, last = int(months["year"]), months["first"], months["last"]
        if period == "last":
            return f"{year - 1}-{first}/{year - 1}-{last}", False
        return {
            "same": (f"{year}-{first}/{year}-{last}", False),
            "end": (f"{year}-{last}", True),
            "begin": (f"{year - 1}-12", True),
        }[period]
    if report is None or not YEAR.match(report):
        return None
    year = int(report)
    return {
        "same": (f"{year}", False),
        "last": (f"{year - 1}", False),
        "end": (f"{year}-12", True),
        "begin": (f"{year - 1}-12", True),
    }[period]


def one_time(text: str, times: TimeContext) -> TimeExpression | None:
    """The only time that a text states."""
    flow = Flow(text, tuple(range(len(text))), Block("table", ()))
    found = [t for t in read_times([flow], times)[0] if t.rule != "duration"]
    return found[0] if len(found) == 1 else None


@dataclass(frozen=True)
class CellTime:
    """A time of cells, and whether it is of a forecast."""

    time: AssignedTime
    forecast: bool = False


NOTHING = CellTime(no_time("nothing_in_table_dates_it"))


class TableTimes:
    """Reads the times of one table."""

    def __init__(self, times: TimeContext, report: str | None) -> None:
        self.times = times
        self.report = report

    def of_head(self, parts: Sequence[str]) -> CellTime | None:
        """Time of a column from the parts of its head: 2021年, 2022E, 本报告期, 期末余额; None where none says one."""
        for part in parts:
            found = self._of_head(part)
            if found is not None:
                return found
        return None

    def of_text(self, text: str) -> CellTime | None:
        """Time that a row, a caption or a heading states."""
        year = YEAR_HEAD.match(text)
        if year is not None:
            return _cell_time(
                year["year"],
                False,
                "row_head_or_caption_of_table",
                (year["mark"] or "") in FORECAST and bool(year["mark"]),
            )
        time = one_time(text, self.times)
        if time is None or time.edtf is None:
            return None
        return CellTime(
            AssignedTime(time.edtf, time.kind, "heading", time.planned, time, "row_head_or_caption_of_table")
        )

    def of_row(self, name: str, head: Sequence[str]) -> CellTime | None:
        """State at an end of the period that the head stands for, where a row begins with it: 年末结转和结余, 期初现金余额."""
        word = next(
            ((w, p) for w, p in table_words().periods if p in ("end", "begin") and name.startswith(w)), None
        )
        if word is None or period_time("same", self.report) is None:
            return None
        of = next((found.period for found in map(period_of, head) if found is not None), "same")
        report = period_time("last", self.report) if of == "last" else period_time("same", self.report)
        known = period_time(word[1], report[0]) if report is not None else None
        return _cell_time(*known, "period_of_report_in_row") if known is not None else None

    def of_report(self) -> CellTime | None:
        """The year of a communiqué or of accounts, for cells that nothing in the table dates."""
        known = period_time("same", self.report)
        return _cell_time(*known, "period_of_report") if known is not None else None

    def is_time(self, text: str) -> bool:
        """The text is a time and nothing else."""
        if YEAR_HEAD.match(text):
            return True
        time = one_time(text, self.times)
        return time is not None and time.end - time.start >= len(text) - 1

    def _of_head(self, part: str) -> CellTime | None:
        period = period_of(part)
        if period is not None:
            known = period_time(period.period, self.report)
            if known is not None:
                return _cell_time(*known, "period_of_report_in_head")
        if change_of(part) is not None and not YEAR.match(part[:4]):
            return None
        compared = CHANGE.search(part)
        return self.of_text(part[: compared.start()] if compared else part)


def latest(times: Sequence[CellTime | None], key: Callable[[str], str] = str) -> CellTime | None:
    """The latest of the times that are known."""
    known = [time for time in times if time is not None and time.time.edtf is not None]
    return max(known, key=lambda time: key(_end(time.time.edtf or "")), default=None)


def _end(edtf: str) -> str:
    last = edtf.split("/")[-1]
    return f"{last}-12" if YEAR.match(last) else last


def _cell_time(edtf: str, as_of: bool, rule: str, forecast: bool = False) -> CellTime:
    kind: TimeKind = "as_of" if as_of else "during"
    return CellTime(AssignedTime(edtf, kind, "heading", False, None, rule), forecast)
