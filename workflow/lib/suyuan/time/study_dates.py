"""Closed times in a text of a study: 2020年10月-翌年6月, 2018.01-2020.12, 3月1日启动，至次年2月12日结束, 自4月起，为期12个月."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from suyuan.time.expression import TimeExpression
from suyuan.time.passing import NO_ANTECEDENT
from suyuan.time.study_stages import lasting

CLOSED = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?")
OPEN = re.compile(r"(\d{4}(?:-\d\d){0,2})/\.\.")
ROW = re.compile("(?:、|和|与|及|以及|，)")
ON = re.compile("起?[至到~-]|——")
# 3月1日|启动，|至2月12日|结束
BEGUN = re.compile("(?:正式)?(?:启动|开始|开工|投运|运行|开展|进行)，?(?:并?[于在]|至|到)?")
DONE = re.compile("(?:前后|左右)?(?:结束|完成|终止|停止|停运|收官|收获)")
UNTIL = re.compile("[，,]?(?:直|截)?[至到止]")
MONTHS = re.compile(  # 2018-01至2020-12, 2018.01-2020.12, 2018-01-01/2020-12-31
    r"(?<![\d.])(?P<y>(?:19|20)\d\d)[-./](?P<m>0?[1-9]|1[0-2])(?:[-./](?P<d>[0-3]?\d))?"
    r"(?:至|到|-|~|/|——)(?P<y2>(?:19|20)\d\d)[-./](?P<m2>0?[1-9]|1[0-2])(?:[-./](?P<d2>[0-3]?\d))?(?![\d.])"
)
WAVES = re.compile(  # 2014、2016和2018三期
    r"(?<![\d.])(?:(?:19|20)\d\d年?[、，和与及]){1,8}(?:19|20)\d\d年?(?=[两二三四五六七八九\d]{0,2}(?:期|轮|波|次|年度?数据|年的?(?:调查)?数据))"
)
YEAR = re.compile(r"\d{4}")
SCHOOL_YEARS = re.compile(
    r"(?<![\d.])(?P<y>(?:19|20)\d\d)[-~至/](?P<y2>(?:19|20)?\d\d)学年(?:度)?"
)  # 2021-2022学年
POINT = re.compile(r"(\d{4}(?:-\d\d){0,2})(?:/\.\.)?")
# 自2022年2月|开学至|6月期末, 从2022年10月|到|次年3月, 2021年4月开始|，至|同年6月沉降稳定后结束
BEGINS = re.compile("(?:正式)?(?:开始|启动)")
UP_TO = re.compile("[^，。；、：（）\\d]{0,10}[，,]?(?:一?直|截)?[至到]")
FROM = re.compile("(?:自|从|由|始于|期间?|时段|时间|跨度)[为是：]?$")


@dataclass(frozen=True, slots=True)
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
    found += _told_apart(text, times, [(period.start, period.end) for period in found])
    taken = [(period.start, period.end) for period in found]
    begins: list[TimeExpression] = []  # the last time, where it is the beginning of a period
    for time in times:
        edtf = time.edtf or ""
        if time.rule in NO_ANTECEDENT or any(a <= time.start < b for a, b in taken):
            continue
        opened = OPEN.fullmatch(edtf)
        begun = begins.pop() if begins else None
        if (
            begun
            and UNTIL.fullmatch(text, begun.end, time.start + 1)
            and "止" in text[time.end - 1 : time.end + 1]
        ):
            found.append(_closed(begun, time))
            continue
        if opened:
            begins.append(time)
        done = DONE.match(text, time.end) is not None
        until = time.kind == "as_of" and not (done and text[time.start] in "至到")
        if not opened and (CLOSED.fullmatch(edtf) is None or until):
            continue
        long = lasting(text, time.end, len(text), edtf) if opened else None
        if long:
            found.append(Period(time.start, long[1], long[0], (long[0],)))
            continue
        last = found[-1] if found else None
        between = text[last.end : time.start] if last and last.end <= time.start else None
        if last and between is not None and not opened:
            on = ON.match(text, last.end) is not None and time.start - last.end <= 2
            if (on or (between == "" and text[time.start] in "至到")) and "/" not in edtf:
                start = last.edtf.split("/")[0]
                found[-1] = Period(last.start, time.end, f"{start}/{edtf}", (f"{start}/{edtf}",))
                continue
            if done and BEGUN.fullmatch(between) and "/" not in edtf + last.edtf:
                found[-1] = Period(last.start, time.end, f"{last.edtf}/{edtf}", (f"{last.edtf}/{edtf}",))
                continue
            if ROW.fullmatch(between):
                parts = (*last.parts, edtf)
                found[-1] = Period(last.start, time.end, span_of(parts), parts)
                continue
        found.append(Period(time.start, time.end, edtf, (edtf,)))
    return sorted(
        (period for period in found if CLOSED.fullmatch(period.edtf)), key=lambda period: period.start
    )


def _school_years(text: str) -> list[Period]:
    """School years, which run from one calendar year into the next."""
    found = []
    for match in SCHOOL_YEARS.finditer(text):
        last = match["y"][: 4 - len(match["y2"])] + match["y2"]
        if match["y"] < last:
            edtf = f"{match['y']}/{last}"
            found.append(Period(match.start(), match.end(), edtf, (edtf,)))
    return found


def _told_apart(text: str, times: Sequence[TimeExpression], taken: Sequence[tuple[int, int]]) -> list[Period]:
    """Two points in time with words between them that make them a period (自2022年2月开学至6月期末)."""
    found: list[Period] = []
    for first, last in pairwise(times):
        a, b = POINT.fullmatch(first.edtf or ""), POINT.fullmatch(last.edtf or "")
        if a is None or b is None or any(s <= first.start < e for s, e in taken):
            continue
        led = FROM.search(text, max(0, first.start - 4), first.start) or text[first.start] in "自从"
        opened = first.edtf != a[1] or BEGINS.match(text, first.end) is not None
        until = last.start + (text[last.start] in "至到")
        alike = len(a[1]) == len(b[1]) > 4 and a[1] < b[1]
        if (led or opened) and alike and UP_TO.fullmatch(text, first.end, until):
            found.append(_closed(first, last))
    return found


def _closed(begun: TimeExpression, until: TimeExpression) -> Period:
    """自2023年4月1日起，至2024年3月31日止: whole months by their names."""
    first, last = (begun.edtf or "").split("/")[0], (until.edtf or "").split("/")[-1]
    whole = first.endswith("-01") and last[8:] in ("28", "29", "30", "31") and len(first) == len(last) == 10
    edtf = f"{first[:7]}/{last[:7]}" if whole else f"{first}/{last}"
    return Period(begun.start, until.end, edtf, (edtf,))


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
