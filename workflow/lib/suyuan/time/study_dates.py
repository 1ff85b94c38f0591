"""Closed times in a text of a study: 2020年10月-翌年6月, 2018.01-2020.12, 3月1日启动，至次年2月12日结束, 自4月起，为期12个月."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.time.expression import TimeExpression
from suyuan.time.passing import NO_ANTECEDENT
from suyuan.time.study_spans import days_on, spans_of_ends
from suyuan.time.study_stages import lasting
from suyuan.values import value

CLOSED = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?")
OPEN = re.compile(r"(\d{4}(?:-\d\d){0,2})/\.\.")
ROW = re.compile("(?:、|和|与|及|以及|，)")
ON = re.compile("起?[至到~-]|——")
MONTHS = re.compile(  # 2018-01至2020-12, 2018.01-2020.12, 2018-01-01/2020-12-31
    r"(?<![\d.])(?P<y>(?:19|20)\d\d)[-./](?P<m>0?[1-9]|1[0-2])(?:[-./](?P<d>[0-3]?\d))?"
    r"(?:至|到|-|~|/|——)(?P<y2>(?:19|20)\d\d)[-./](?P<m2>0?[1-9]|1[0-2])(?:[-./](?P<d2>[0-3]?\d))?(?![\d.])"
)
WAVES = re.compile(  # 2014、2016和2018三期
    r"(?<![\d.])(?:(?:19|20)\d\d年?[、，和与及]){1,8}(?:19|20)\d\d年?(?=[两二三四五六七八九\d]{0,2}(?:期|轮|波|次|年度?数据|年的?(?:调查)?数据|年的?[A-Za-z]*[0-9/-]*(?:遥感|卫星)?(?:影像|图像|断面|截面)))"
)
YEAR = re.compile(r"\d{4}")
SCHOOL_YEARS = re.compile(
    r"(?<![\d.])(?P<y>(?:19|20)\d\d)[-~至/](?P<y2>(?:19|20)?\d\d)学年(?:度)?"
)  # 2021-2022学年
BESIDE = re.compile("（[^（）\\d]{1,8}）")  # 2019年8月|（丰水期）|和2020年1月
EXPLAINED = re.compile("[^，。；（）\\d]{2,14}（(?:即|为)?")
ALL_MONTHS = re.compile(r"(?<!\d)1月?[-~至到]12月")  # 2022年|1-12月


@value
class Period:
    """A closed time in a flow; ``parts`` are the times of a row (2021-2022年和2022-2023年)."""

    start: int
    end: int
    edtf: str
    parts: tuple[str, ...]


def periods(text: str, times: Sequence[TimeExpression]) -> list[Period]:
    """Closed times of ``text``, with rows and ends that stand apart put together (2020年10月-翌年6月)."""
    found = [
        Period(match.start(), match.end(), edtf, (edtf,))
        for match in MONTHS.finditer(text)
        if (edtf := _months(match)) is not None
    ]
    for match in WAVES.finditer(text):
        years = tuple(YEAR.findall(match[0]))
        found.append(Period(match.start(), match.end(), span_of(years), years))
    found += _school_years(text)
    found += [
        Period(span.start, span.end, span.edtf, (span.edtf,))
        for span in spans_of_ends(text, times)
        if not any(period.start <= span.start < period.end for period in found)
    ]
    taken = [(period.start, period.end) for period in found]
    for time in times:
        edtf = time.edtf or ""
        if time.rule in NO_ANTECEDENT or any(a <= time.start < b for a, b in taken):
            continue
        opened = OPEN.fullmatch(edtf)
        if not opened and (CLOSED.fullmatch(edtf) is None or time.kind == "as_of"):
            continue
        long = lasting(text, time.end, len(text), edtf) if opened else None
        if long:
            found.append(Period(time.start, long[1], long[0], (long[0],)))
            continue
        period = _with_days(text, time, edtf)
        last = found[-1] if found else None
        between = text[last.end : period.start] if last and last.end <= period.start else None
        if last and between is not None and not opened:
            between = BESIDE.sub("", between)
            on = ON.match(text, last.end) is not None and period.start - last.end <= 2
            if (on or (between == "" and text[time.start] in "至到")) and "/" not in edtf:
                start = last.edtf.split("/")[0]
                found[-1] = Period(last.start, period.end, f"{start}/{edtf}", (f"{start}/{edtf}",))
                continue
            if ROW.fullmatch(between) and OPEN.fullmatch(last.edtf) is None:
                parts = (*last.parts, *period.parts)
                found[-1] = Period(last.start, period.end, span_of(parts), parts)
                continue
        found.append(period)
    closed = sorted(
        (period for period in found if CLOSED.fullmatch(period.edtf)), key=lambda period: period.start
    )
    return _with_days_in_brackets(text, closed)


def _with_days_in_brackets(text: str, found: list[Period]) -> list[Period]:
    """2018年国庆长假前后（9月28日-10月10日）: a year, what happened in it, and the months or days of that."""
    result: list[Period] = []
    for period in found:
        last = result[-1] if result else None
        inside = last is not None and last.edtf.isdigit() and period.edtf.startswith(f"{last.edtf}-")
        beside = last is not None and EXPLAINED.fullmatch(text, last.end, period.start) is not None
        if last is not None and inside and beside and text.startswith("）", period.end):
            result[-1] = Period(last.start, period.end, period.edtf, period.parts)
        else:
            result.append(period)
    return result


def _with_days(text: str, time: TimeExpression, edtf: str) -> Period:
    """A time with the days that follow it (5月21日、22日); of 1—12月 its months."""
    days = days_on(text, time)
    if days is not None:
        end, told, spanning = days
        row = (f"{told[0]}/{told[-1]}",) if spanning else told
        return Period(time.start, end, span_of(told), row)
    if YEAR.fullmatch(edtf) and ALL_MONTHS.search(text, time.start, time.end):
        edtf = f"{edtf}-01/{edtf}-12"
    return Period(time.start, time.end, edtf, (edtf,))


def _school_years(text: str) -> list[Period]:
    """School years, which run from one calendar year into the next."""
    found = []
    for match in SCHOOL_YEARS.finditer(text):
        last = match["y"][: 4 - len(match["y2"])] + match["y2"]
        if match["y"] < last:
            edtf = f"{match['y']}/{last}"
            found.append(Period(match.start(), match.end(), edtf, (edtf,)))
    return found


def _months(match: re.Match[str]) -> str | None:
    first = f"{match['y']}-{int(match['m']):02d}" + (f"-{int(match['d']):02d}" if match["d"] else "")
    last = f"{match['y2']}-{int(match['m2']):02d}" + (f"-{int(match['d2']):02d}" if match["d2"] else "")
    return f"{first}/{last}" if first < last and len(first) == len(last) else None


def span_of(edtfs: Sequence[str]) -> str:
    """From the first beginning to the last end."""
    first = min(edtf.split("/")[0] for edtf in edtfs)
    last = max(edtf.split("/")[-1] for edtf in edtfs)
    if len(last) == 4 < len(first):
        last += "-12"
    elif len(first) == 4 < len(last):
        first += "-01"
    return first if first == last else f"{first}/{last}"
