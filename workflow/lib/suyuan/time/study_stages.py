"""Stages of a study that its text lays out one after the other, and studies told by their beginning and length.

试验自2023年3月1日起，分3个阶段。阶段Ⅰ为挂膜启动，历时45 d；…阶段Ⅲ为低温验证，自2023年11月15日至2024年2月12日; 可划为3个阶段。
2007-2012年为…期; 自2022年4月起，为期12个月. What a stage is called (启动期, 低温期) dates what is told of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from suyuan.time.points import count
from suyuan.time.study_phases import STAGE, Named, Phases, phase_in, phases_named
from suyuan.values import value

OPEN = re.compile(r"(\d{4}-\d\d(?:-\d\d)?)/\.\.")
LASTS = re.compile(
    r"(?:历时|为期|持续|运行|共计?|时长|周期|连续[\u4e00-\u9fff]{0,4})[为约了]{0,2}(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})\s?个?(?P<unit>d|天|日|周|月|年)(?![份内均])"
)
CALLED = re.compile("(?:为|是|：|:|，|（)“?(?P<name>[\u4e00-\u9fff]{2,8}?)”?(?:阶段|期)?(?=[，。；（）])")
DIVIDED = re.compile(
    "(?:划分?为|分为|分成|划成|经历了?|历经)[^，。；\\d]{0,6}(?P<n>[两二三四五六2-6])个?[^，。；\\d]{0,4}?(?:阶段|时期|期)(?![间末])"
)
SUFFIX = "(?:期间?|阶段|段|条件|工况)"
NO_NAME = frozenset({"运行", "试验", "实验", "验证", "阶段", "参数", "研究", "调查", "观测", "监测", "测试"})
DAYS = {"d": 1, "天": 1, "日": 1, "周": 7}
MONTHS = {"月": 1, "年": 12}
SLACK = 3  # days by which the lengths told may miss the next beginning


@value
class Course:
    """A study laid out in stages: its whole, the time of each and what each is called (labels as in study_phases)."""

    edtf: str
    phases: Phases
    names: dict[str, tuple[str, ...]]
    start: int  # of the statement
    end: int


def course_of(
    text: str, opened: Sequence[tuple[int, int, str]], closed: Sequence[tuple[int, int, str]]
) -> Course | None:
    """The course that a text lays out from the day it began; ``opened``, ``closed``: spans of times with their EDTF.

    A stage with a length alone follows on the one before. Where the lengths leave a gap before a stage with a date, the
    stages between are of the years that hold them.
    """
    for start, end, edtf in opened:
        begun = OPEN.fullmatch(edtf)
        heads = [named for named in phases_named(text, end) if named.label and named.label.startswith(STAGE)]
        heads = [named for k, named in enumerate(heads) if named.label == phase_in(STAGE, k + 1)]
        if begun is None or len(heads) < 2:
            continue
        stops = [*(named.start for named in heads[1:]), len(text)]
        parts = list(zip(heads, stops, strict=True))
        dated = [_dated(closed, named, stop) for named, stop in parts]
        lengths = [LASTS.search(text, named.end, stop) for named, stop in parts]
        times = _one_after_another(begun[1], dated, lengths)
        last = times[-1]
        if last is None or any(time is None for time in times):
            continue
        labels = [str(named.label) for named in heads]
        names = {
            label: called
            for label, (named, stop) in zip(labels, parts, strict=True)
            if (called := _names(text, named, stop))
        }
        phases = {label: time for label, time in zip(labels, times, strict=True) if time is not None}
        whole = f"{begun[1]}/{last.split('/')[-1]}"
        return Course(whole, phases, names, start, end)
    return None


def end_after(start: str, number: int, unit: str) -> str | None:
    """The last day or month of ``number`` units from ``start`` (EDTF, day or month); None where days run from a month."""
    year, month, *day = (int(part) for part in start.split("-"))
    if unit in DAYS:
        if not day:
            return None
        return (date(year, month, day[0]) + timedelta(number * DAYS[unit] - 1)).isoformat()
    months = year * 12 + month - 1 + number * MONTHS[unit]
    if not day:
        return f"{(months - 1) // 12}-{(months - 1) % 12 + 1:02d}"
    first = date(months // 12, months % 12 + 1, 1)
    return (first + timedelta(min(day[0], 29) - 2)).isoformat()


def lasting(text: str, end: int, stop: int, edtf: str) -> tuple[str, int] | None:
    """自2022年4月起，|为期12个月|: the closed period that an open one and the length behind it make, and where it ends."""
    begun = OPEN.fullmatch(edtf)
    length = LASTS.search(text, end, min(stop, end + 24))
    if begun is None or length is None:
        return None
    last = end_after(begun[1], count(length["n"]), length["unit"])
    return (f"{begun[1]}/{last}", length.end()) if last else None


def divided_stages(text: str, closed: Sequence[tuple[int, int, str]]) -> Phases:
    """可划为3个阶段。2007-2012年为…期，…；2013-2017年…: as many periods as it says, one after the other."""
    for match in DIVIDED.finditer(text):
        number = count(match["n"])
        years: list[tuple[int, int, str]] = []
        for start, _, edtf in closed:
            ends = re.fullmatch(r"(\d{4})/(\d{4})", edtf)
            if start < match.start() or ends is None:
                continue
            if not years or 0 <= int(ends[1]) - years[-1][1] <= 1:
                years.append((int(ends[1]), int(ends[2]), edtf))
        if len(years) == number:
            return {phase_in(STAGE, k): edtf for k, (_, _, edtf) in enumerate(years, 1)}
    return {}


def stages_called(text: str, names: dict[str, tuple[str, ...]], heading: bool = False) -> list[Named]:
    """Stages that a text calls by their name: 低温期, 优化条件下; a heading may do without 期 (2.1挂膜启动)."""
    found = []
    for label, called in names.items():
        for name in called:
            loose = len(name) > 2 or (heading and name not in NO_NAME)
            end = f"{SUFFIX}?" if loose else SUFFIX
            found += [Named(m.start(), m.end(), label) for m in re.finditer(f"{name}{end}", text)]
    return sorted(found, key=lambda named: named.start)


def between_stages(labels: Sequence[str | None]) -> list[str | None]:
    """Sections in order with the stages that their headings name: those between the first and the third are of the second."""
    result = list(labels)
    known = [(k, int(label[len(STAGE) :])) for k, label in enumerate(labels) if label]
    for (k, a), (m, b) in pairwise(known):
        if b - a == 2:
            result[k + 1 : m] = [phase_in(STAGE, a + 1)] * (m - k - 1)
    return result


def last_day(edtf: str) -> str:
    """至启动期末: the end of a stage."""
    return edtf.split("/")[-1]


def _dated(closed: Sequence[tuple[int, int, str]], named: Named, stop: int) -> str | None:
    return next((edtf for start, _, edtf in closed if named.end <= start < stop and "-" in edtf), None)


def _one_after_another(
    start: str, dated: Sequence[str | None], lengths: Sequence[re.Match[str] | None]
) -> list[str | None]:
    """The time of each stage: its own dates, or its length from the end of the one before it."""
    result: list[str | None] = []
    begin: str | None = start
    for own, length in zip(dated, lengths, strict=True):
        last = end_after(begin, count(length["n"]), length["unit"]) if begin and length and not own else None
        edtf = own or (f"{begin}/{last}" if last else None)
        result.append(edtf)
        begin = _next_day(edtf.split("/")[-1]) if edtf else None
    for k, own in enumerate(dated):
        known = result[k - 1] if k else None
        if own is None or known is None or dated[k - 1] is not None or "/" not in own:
            continue
        if abs(_ordinal(own.split("/")[0]) - _ordinal(known.split("/")[-1]) - 1) > SLACK:
            for j in range(k - 1, 0, -1):  # the first begins with the whole
                told = result[j]
                if dated[j] is not None or told is None:
                    break
                first, last = told[:4], own[:4]
                result[j] = first if first == last else f"{first}/{last}"
    return result


def _next_day(edtf: str) -> str:
    if len(edtf) == len("2023-03"):
        return str(end_after(edtf, 2, "月"))
    return (date.fromisoformat(edtf) + timedelta(1)).isoformat()


def _ordinal(edtf: str) -> int:
    return date.fromisoformat(edtf if len(edtf) == len("2023-03-01") else f"{edtf}-01").toordinal()


def _names(text: str, named: Named, stop: int) -> tuple[str, ...]:
    """What the stage is called, and the halves of a name of four characters: 挂膜启动, 启动."""
    called = CALLED.match(text, named.end, min(stop, named.end + 14))
    if called is None:
        return ()
    name = called["name"]
    return (name, name[:2], name[2:]) if len(name) == 4 else (name,)
