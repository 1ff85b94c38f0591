"""resolve: relative times from the running antecedent or from when the document was told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from suyuan.time import report_rules as of_report
from suyuan.time.anchors import UNKNOWN, Anchors, fill, year_in
from suyuan.time.candidates import ASIDE
from suyuan.time.cover import covers, year_of
from suyuan.time.days_of_year import (
    DAY,
    DEADLINE,
    MONTH,
    PLANNED,
    coming_day,
    coming_part,
    day_of_month,
    deadline,
    is_after,
    is_over,
    last_day,
    month_day,
    part_of_year,
)
from suyuan.time.expression import TimeExpression
from suyuan.time.named import EVENT_SINCE
from suyuan.time.passing import NO_ANTECEDENT
from suyuan.time.points import open_from

ONLY_WHERE_KNOWN = ("event", "day_of_month", "yesterday")


def resolve(
    times: list[TimeExpression],
    *,
    told: str | None,
    previous: str | None,
    said: str | None = None,
    report: str | None = None,
    heading: str | None = None,
    reported: str | None = None,
    written: str | None = None,
    period: str | None = None,
    event: str | None = None,
    news: bool = False,
    plan: str | None = None,
) -> list[TimeExpression]:
    """``times`` in text order with the relative ones resolved where an anchor is there.

    ``told``: EDTF of when the source said it; ``previous``: EDTF of the last time told before these (running
    antecedent); ``said``: day of a press conference or the like, the meaning of 目前; ``report``: year under report;
    ``heading``: time in the heading above, which 全年 and 上年 are read against before the year under report;
    ``written``: month of a paper or note, the same where nothing was said on a day;
    ``reported``: year under report of a communiqué or work report, with which 过去五年 and 近三年 end;
    ``period``: the months under report of a half-yearly one; ``event``: days of the event that news tell of (本届大会);
    ``news``: they are news of the day of the telling, with which 5年来 ends; ``plan``: years of the plan that the document is.
    Words that mean nothing without these (本届, 19日上午) are left out where they are not known.
    去年 is read against the telling or the document's own year, never against one that another paragraph told.
    What cannot be resolved keeps ``edtf`` None, or its pattern ``XXXX-08-14``. ``relative`` stays as it was.
    """
    if not times:
        return []
    anchors = Anchors(
        told,
        said,
        year_of(heading) or report,
        previous,
        previous if _closed(previous) else None,
        _reported(heading, reported),
        written,
        year_of(heading) or reported,
        period,
        event,
        plan,
        news,
    )
    done: list[TimeExpression] = []
    for time in times:
        rule, _, detail = (time.relative or "").partition(":")
        if rule:
            by_heading = time.rule == ASIDE and year_of(heading)
            against = replace(anchors, told=heading) if by_heading else anchors
            if rule == "past_years" and time.rule != "duration" and not anchors.news:
                against = replace(against, told=None)  # 十年间: behind a level it ends with that
            edtf = RULES[rule](time.edtf, detail or _ahead(time), against)
            if edtf is None and rule in ONLY_WHERE_KNOWN and time.kind == "during":
                continue
            if edtf and UNKNOWN in edtf and ".." in edtf:
                edtf = None  # no date in EDTF
            if rule == "past_years" and edtf and time.rule == "duration":
                time = replace(time, rule="relative")  # a period of the report, no quantity
            time = replace(time, edtf=edtf, kind="as_of" if rule == "to_date" else time.kind)
        by = last_day(time.edtf, told)
        if by is not None or (rule == "before" and time.edtf):
            time = replace(time, edtf=by or time.edtf, kind="as_of", planned=True)
        elif time.planned and told is None and reported and (year_of(time.edtf) or reported) <= reported:
            time = replace(time, planned=False)  # 6月底前, in a communiqué
        of_plan = plan is not None and rule == "part_of_year" and year_of(time.edtf) == plan
        if (
            time.edtf
            and told
            and not time.planned
            and (is_after(time.edtf, told) or (of_plan and not is_over(time.edtf, told)))
        ):
            time = replace(time, planned=True)
        elif time.planned and time.edtf and told and UNKNOWN not in time.edtf and ".." not in time.edtf:
            time = replace(
                time, planned=covers(time.edtf)[1] >= covers(told)[0]
            )  # 预计全年, told the year after
        done.append(time)
        if (
            time.edtf
            and UNKNOWN not in time.edtf
            and time.rule not in (*NO_ANTECEDENT, EVENT_SINCE)
            and rule not in ("after", "within")
        ):
            interval = time.edtf if _closed(time.edtf) else anchors.interval
            anchors = replace(anchors, running=time.edtf, interval=interval)
    return done


def _ahead(time: TimeExpression) -> str:
    """What a time told as one to come is: a deadline (6月底前), or expected (预计6月上旬)."""
    if not time.planned:
        return ""
    return DEADLINE if time.kind == "as_of" else PLANNED


def _reported(heading: str | None, reported: str | None) -> str | None:
    """Year with which 过去五年 ends: that under report, or the end of an earlier period in the heading above."""
    last = heading.partition("/")[2] if heading and _closed(heading) else ""
    if reported and last.isdigit() and int(last) < int(reported):
        return last
    return reported


def _closed(edtf: str | None) -> bool:
    return bool(edtf) and "/" in (edtf or "") and ".." not in (edtf or "")


def _since(edtf: str | None, detail: str) -> str | None:
    return f"{edtf}/.." if edtf and detail == "since" else edtf


def _shifted(
    anchor: Callable[[Anchors], str | None], years: int
) -> Callable[[str | None, str, Anchors], str | None]:
    """Rule: the anchor's year, shifted."""

    def rule(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
        year = year_in(anchor(anchors))
        filled = fill(pattern, None if year is None else year + years)
        return _since(filled, detail) if detail == "since" and years else filled

    return rule


def _this_year(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    """今年: of the telling, in the news on some months of it these.

    Where the telling is unknown, of a month or day that the text has told (2024年8月，…召开发布会)."""
    if (
        pattern is None
        and (anchors.news or anchors.said)
        and anchors.period
        and year_in(anchors.period) == year_in(anchors.told)
    ):
        return anchors.period
    running = anchors.running if anchors.running and MONTH.match(anchors.running) else None
    return fill(pattern, year_in(anchors.told or running))


def _to_date(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    """目前: the day of the speech; the month in which a paper was handed in, the year of an edition; of a paper that was
    published on a day, its month, for the print only bounds it."""
    if anchors.said or anchors.written or not anchors.told or not DAY.fullmatch(anchors.told):
        return anchors.said or anchors.written
    return anchors.told[:7]


def _since_january(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    """年初以来: of the year of the telling, in a report of the year under report, else of the last one told."""
    year = year_in(anchors.reported) or year_in(anchors.told) or year_in(anchors.running)
    return f"{year}-01/.." if year else None


def _this_and_next(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    year = year_in(anchors.told)
    return f"{year}/{year + 1}" if year else None


def _last_of_report(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    if detail == "same":
        same = of_report.same_of_last(anchors.running) or of_report.same_of_last(anchors.period)
        if same:
            return same
    year = year_in(anchors.report) or year_in(anchors.running)
    return fill(pattern, year - 1 if year else None)


def _last_year(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    """去年: of the telling; 去年同期 after the months of a year, or in a half-yearly report: the same months."""
    if detail == "same":
        same = of_report.same_of_last(anchors.running) or of_report.same_of_last(anchors.period)
        if same:
            return same
        detail = ""
    return _shifted(lambda a: a.told or a.own, -1)(pattern, detail, anchors)


def _same_months(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    """2021年同期, after 2023年上半年: 2021-01/2021-06."""
    year = int((pattern or "0")[:4])
    same = of_report.same_months(anchors.running, year) or of_report.same_months(anchors.period, year)
    return same or pattern


def _month(shift: int) -> Callable[[str | None, str, Anchors], str | None]:
    """Rule: 本月 (0) and 上月 (1) of the telling."""

    def rule(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
        told = anchors.told
        if not told or len(told) < 7 or "/" in told or not told[5:7].isdigit() or not told[:4].isdigit():
            return None
        months = int(told[:4]) * 12 + int(told[5:7]) - 1 - shift
        return f"{months // 12}-{months % 12 + 1:02d}"

    return rule


def _after(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    """随后: from the beginning of the last time on."""
    if not anchors.running:
        return None
    start = anchors.running.split("/")[0].rstrip("~")
    return None if start == ".." else open_from(start)


def _century(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    year = year_in(anchors.told)
    return f"{year // 100}01/.." if year and year % 100 else None


def _last_century(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    year = year_in(anchors.told)
    return f"{year // 100 - 1}{detail or 'X'}X" if year else None


def _unresolved(pattern: str | None, detail: str, anchors: Anchors) -> str | None:
    return pattern if pattern and pattern != UNKNOWN else None


RULES: dict[str, Callable[[str | None, str, Anchors], str | None]] = {
    "same_year": _shifted(lambda a: a.running or a.report, 0),
    "next_of_previous": _shifted(lambda a: a.running, 1),
    "this_year": _this_year,
    "day_of_month": day_of_month,
    "since_january": _since_january,
    "report_year": of_report.report_year,
    "report_end": of_report.report_end,
    "report_start": of_report.report_start,
    "last_year": _last_year,
    "year_before_last": _shifted(lambda a: a.told or a.own, -2),
    "this_and_next": _this_and_next,
    "next_year": _shifted(lambda a: a.told, 1),
    "last_of_report": _last_of_report,
    "same_months": _same_months,
    "this_month": _month(0),
    "last_month": _month(1),
    "month_day": month_day,
    "coming_day": coming_day,
    "part_of_year": part_of_year,
    "coming_part": coming_part,
    "plan_period": of_report.plan_period,
    "to_date": _to_date,
    "past_year": lambda pattern, detail, anchors: anchors.reported or anchors.report,
    "past_years": of_report.past_years,
    "years_ago": of_report.years_ago,
    "event": of_report.event,
    "yesterday": of_report.yesterday,
    "year_to_end": of_report.year_to_end,
    "this_century": _century,
    "early_century": _unresolved,
    "last_century": _last_century,
    "named_event": _unresolved,
    "recent": of_report.past_years,
    "future": of_report.coming_years,
    "before": deadline,
    "after": _after,
    "within": lambda pattern, detail, anchors: anchors.interval,
}
