"""Seasons of a field experiment that are dated by what begins and ends them: 第一季2020年10月12日播种，2021年6月10日收获.

Of several crops (早稻, 晚稻), growths (第二茬) or years each is a phase of the study; 收获后 and 播前 are moments of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from suyuan.flow import Flow
from suyuan.time.clauses import clauses, index_of, sentences
from suyuan.time.expression import TimeExpression
from suyuan.time.passing import NO_ANTECEDENT
from suyuan.time.study_dates import Period, periods, span_of
from suyuan.time.study_phases import CROP, CROPS, LATEST, Named, Phases, crop_called, phase_in
from suyuan.time.study_records import Study
from suyuan.time.study_sections import Section
from suyuan.time.study_words import study_words
from suyuan.values import value

NAME = re.compile(
    r"第[一二三四五1-5]个?(?:生长|种植|生育|养殖)?(?:季|茬|造|年度?(?!生))|首季|次季|头季|再生季"
    rf"|(?P<crop>{CROP.pattern})|[冬春夏秋]?(?P<sown>{CROPS})(?=[于在]?\d|分?别?于)"
    r"|(?:19|20)\d\d[-~](?:19|20)?\d\d年?(?:度|生长季|季)"
)
DATE = re.compile(r"(?P<year>\d{4}|XXXX)(?P<rest>-\d\d(?:-\d\d)?)")
ROW = re.compile("[、，]?[和与及、]")
YEARS = re.compile(r"\d{4}(?:/\d{4}(?:-\d\d)?)?")
OPENS = re.compile("季?(?:度|试验)?(?:的?(?:生育期|生长期|试验期))?(?:（|：|为|是|自|从|于|在|即)*")
KINDS = ("季", "茬", "造")
LATER = re.compile("收获后|采收后|收割后")
EARLIER = re.compile("(?:播种?|移栽|定植|试验(?:开始)?|种植)前")
SOIL = re.compile("土[壤层]|耕层|耕作层|基础肥力|有机质")
LISTED = re.compile("平均|均值|合计|累计|总[计共]|[A-Za-z0-9\u4e00-\u9fff][和与及、][A-Za-z\u4e00-\u9fff]")
LEFT_OUT = ("discussion", "end", "background")


@value
class _Date:
    """A month or day, with the year that the text gives it."""

    start: int
    end: int
    edtf: str
    told: bool  # with its year


def seasons_told(
    flows: Sequence[Flow], sections: Sequence[Section], times: Sequence[Sequence[TimeExpression]]
) -> Study | None:
    """The seasons that ``flows`` date by their beginning and end, two at least; None where there are none."""
    for index, (flow, section) in enumerate(zip(flows, sections, strict=True)):
        if section.kind in LEFT_OUT or flow.block.kind in ("heading", "title", "table", "caption"):
            continue
        told = _rows(flow.text, times[index]) or _named(flow.text, times[index])
        if len({period.edtf for _, period in told}) < 2:
            continue
        row = sorted(told, key=lambda named: named[1].edtf)
        crops = any(name for name, _ in told)
        years = not crops and len({period.edtf[:4] for _, period in row}) == len(row)
        kinds = (*KINDS, "年") if years else KINDS
        phases: Phases = {phase_in(kind, k): p.edtf for k, (_, p) in enumerate(row, 1) for kind in kinds}
        phases |= {name: period.edtf for name, period in told if name}
        phases[LATEST] = row[-1][1].edtf
        stated = frozenset((index, period.start, period.end) for _, period in told)
        return Study(span_of([period.edtf for _, period in told]), phases, stated)
    return None


def with_seasons(study: Study | None, seasons: Study | None) -> Study | None:
    """``study`` with its seasons; it is from the first to the last of them where what it told of itself does not hold them."""
    if study is None or seasons is None:
        return study or seasons
    first, last = study.edtf.split("/")[0], study.edtf.split("/")[-1]
    begin, end = seasons.edtf.split("/")
    holds = first <= begin[: len(first)] and end[: len(last)] <= last
    apart = last[:4] < begin[:4] or end[:4] < first[:4]
    if apart:
        return study
    return replace(
        study,
        edtf=study.edtf if holds else seasons.edtf,
        phases={**study.phases, **seasons.phases},
        stated=study.stated | seasons.stated,
    )


def moment_of(text: str, end: int, edtf: str) -> str | None:
    """第二季|收获后: the month of the harvest of a season ``edtf`` named up to ``end``; None for the season itself."""
    last = edtf.split("/")[-1]
    return last[:7] if LATER.match(text, end) and len(last) >= 7 and "/" in edtf else None


def is_past(text: str, phase: Named, sentence: tuple[int, int]) -> bool:
    """第二季收获后…。丙处理减产8.4%: in an abstract a moment dates its own sentence alone."""
    return phase.start < sentence[0] and LATER.match(text, phase.end) is not None


def before_sowing(text: str, start: int, sentence: tuple[int, int], study: Study) -> str | None:
    """播前土壤有机质为16.8 g/kg: the year in which the first of the seasons of ``study`` was sown."""
    first = study.phases.get("茬1")
    said = EARLIER.search(text, sentence[0], start)
    if first is None or said is None or SOIL.search(text, *sentence) is None:
        return None
    return first[:4]


def of_its_season(
    text: str, spans: Sequence[tuple[int, int]], k: int, phase: Named, study: Study
) -> str | None:
    """两季分别增产|4.4%和5.1%|，比…增产|11.7%和12.7%: of as many numbers in a row as there are seasons each has its own.

    None where the row may be of other things: of several that its clause lists, of sums and means.
    """
    each = study.series_of(phase.number) if phase.number > 1 and "茬1" in study.phases else []
    if not each or phase.start > spans[k][0]:
        return None
    first, last = k, k
    while first and _joined(text, spans[first - 1], spans[first]):
        first -= 1
    while last + 1 < len(spans) and _joined(text, spans[last], spans[last + 1]):
        last += 1
    parts = sentences(text)
    low = max(
        (a for a, b in clauses(text, *parts[index_of(parts, spans[first][0])]) if a <= spans[first][0]),
        default=0,
    )
    before = (
        text[max(low, phase.start) : spans[first][0]] if phase.start >= low else text[low : spans[first][0]]
    )
    if last - first + 1 != len(each) or LISTED.search(before):
        return None
    return each[k - first]


def _joined(text: str, first: tuple[int, int], last: tuple[int, int]) -> bool:
    return ROW.fullmatch(text, first[1], last[0]) is not None


def _named(text: str, times: Sequence[TimeExpression]) -> list[tuple[str, Period]]:
    """Seasons that are named and dated one after the other."""
    dates, found = _dates(text, times), []
    whole = periods(text, times)
    parts = sentences(text)
    names = list(NAME.finditer(text))
    for number, name in enumerate(names):
        sentence = parts[index_of(parts, name.start())]
        stop = min(sentence[1], names[number + 1].start() if number + 1 < len(names) else len(text))
        opened = OPENS.match(text, name.end())
        told = next((p for p in whole if opened and p.start == opened.end() and "-" in p.edtf), None)
        inside = [date for date in dates if name.end() <= date.start < stop]
        begins = [d for d in inside if _is(text, d, sentence, study_words().begins_work)]
        ends = [d for d in inside if _is(text, d, sentence, study_words().ends_work)]
        end = ends[-1].edtf if ends else ""
        if begins and ends and end < begins[0].edtf:
            end = _next_year(ends[-1])
        if begins and begins[0].edtf < end:
            edtf = f"{begins[0].edtf}/{end}"
            told = Period(begins[0].start, ends[-1].end, edtf, (edtf,))
        elif told is not None and "/" not in told.edtf:
            told = None
        if told is not None:
            found.append((_called(name), told))
    return found


def _called(name: re.Match[str]) -> str:
    """The label of the crop that a season is named by; none of a number (第二季)."""
    if name["sown"]:
        return f"{name['sown']}季"
    return crop_called(name) if name["crop"] else ""


def _rows(text: str, times: Sequence[TimeExpression]) -> list[tuple[str, Period]]:
    """分别于2020年10月5日和2021年10月8日播种，2021年6月3日和2022年6月6日收获: a row of beginnings and one of ends."""
    rows: list[list[_Date]] = []
    for date in _dates(text, times):
        if rows and ROW.fullmatch(text, rows[-1][-1].end, date.start):
            rows[-1].append(date)
        else:
            rows.append([date])
    parts = sentences(text)
    for first, last in pairwise(rows):
        sentence = parts[index_of(parts, first[0].start)]
        if len(first) < 2 or len(first) != len(last) or last[-1].end > sentence[1]:
            continue
        begins = _is(text, first[-1], sentence, study_words().begins_work)
        ends = _is(text, last[-1], sentence, study_words().ends_work)
        told = [f"{a.edtf}/{b.edtf}" for a, b in zip(first, last, strict=True) if a.edtf < b.edtf]
        if begins and ends and len(told) == len(first):
            return [("", Period(first[0].start, last[-1].end, edtf, (edtf,))) for edtf in told]
    return []


def _dates(text: str, times: Sequence[TimeExpression]) -> list[_Date]:
    """Months and days of ``text``; one without a year has that of the time before it, or the next one (次年6月)."""
    found: list[_Date] = []
    year = ""
    for time in times:
        date = DATE.fullmatch(time.edtf or "")
        if date is None or time.rule in NO_ANTECEDENT:
            year = (time.edtf or "")[:4] if YEARS.fullmatch(time.edtf or "") else year
            continue
        told = time.relative is None and date["year"] != "XXXX"
        if date["year"] == "XXXX" and not year:
            continue
        year = (
            date["year"]
            if date["year"] != "XXXX"
            else str(int(year) + int(time.relative == "next_of_previous"))
        )
        found.append(_Date(time.start, time.end, f"{year}{date['rest']}", told))
    return found


def _next_year(date: _Date) -> str:
    """10月12日播种，|6月10日|收获: an end that would lie before its beginning is of the next year, unless a year is told."""
    return date.edtf if date.told else f"{int(date.edtf[:4]) + 1}{date.edtf[4:]}"


def _is(text: str, date: _Date, sentence: tuple[int, int], words: re.Pattern[str]) -> bool:
    """Whether one of ``words`` stands in the clause of a date: right behind it, or before it."""
    within = clauses(text, *sentence)
    low, high = within[index_of(within, date.start)]
    return words.search(text, date.end, min(high, date.end + 8)) is not None or (
        words.search(text, max(low, date.start - 8), date.start) is not None
    )
