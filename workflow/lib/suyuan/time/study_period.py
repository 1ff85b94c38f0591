"""When the data of a study were collected: the sentence that states it, in an abstract or in the methods.

回顾性选取2019年3月至2021年6月收治的120例; 调查于2023年5-6月进行; 试验时间为2022年4-9月; 2020-2022年连续两个生长季.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.flow import Flow
from suyuan.time.clauses import sentences
from suyuan.time.expression import TimeExpression
from suyuan.time.points import count
from suyuan.time.study_collection import CLAUSE, REACH_BACK, collections
from suyuan.time.study_dates import Period, periods, span_of
from suyuan.time.study_default import (
    is_remark,
    nearest_period,
    salient_period,
    tells_data,
    title_period,
)
from suyuan.time.study_event import event_period
from suyuan.time.study_labels import labelled, with_labels
from suyuan.time.study_phases import LATEST, Phases, label_at, phase_in
from suyuan.time.study_records import Studies, Study, years_of
from suyuan.time.study_seasons import seasons_told, with_seasons
from suyuan.time.study_sections import Section
from suyuan.time.study_stages import Course, course_of, divided_stages
from suyuan.time.study_stock import stock_period
from suyuan.time.study_words import study_words
from suyuan.values import value

OPEN = re.compile(r"(\d{4}(?:-\d\d){0,2})/\.\.")
SEASONS = re.compile(
    "(?:连续)?(?P<n>[两二三四五2-5])个?(?:小麦|玉米|水稻|棉花|作物)?(?:生长季|种植季|生育季|季|轮作周期)"
)
MOST_YEARS = 2  # of a trial told by months as well
WAVES = ("季", "年", "轮", "期", "波", "次", "时段", "时期", "阶段")  # kinds of what a row of dates is of
PLACES = {"abstract": 0, "methods": 1, "definitions": 1, "background": 2, "title": 2, "results": 3}
LATE = 3  # place of a statement among the results


@value
class _Statement:
    """A period of collection, where it stands: 0 in the abstract, 1 in the methods, 2 before them, 3 among the results."""

    place: int
    index: int
    period: Period
    label: str | None
    seasons: Phases
    sentence: int


def find_studies(
    flows: Sequence[Flow], sections: Sequence[Section], times: Sequence[Sequence[TimeExpression]]
) -> Studies:
    """The studies that ``flows`` report, from the statements in the abstract and in the methods.

    A statement in the introduction counts only where neither has one, and where it says whose the study is. One under a
    main heading of its own that has its own results (研究一: 方法, 结果) is of that part alone.
    """
    course = _course(flows, sections, times)
    with_results = {section.part for section in sections if section.kind == "results"}
    whole: list[_Statement] = []
    parts: dict[int, list[_Statement]] = {}
    for index, (flow, section) in enumerate(zip(flows, sections, strict=True)):
        place = 1 if tells_data(section) or is_remark(flow) else PLACES.get(section.kind)
        if place is None:
            continue
        for period, sentence in collections(flow.text, times[index]):
            if place == 2 and study_words().ours.search(flow.text, *sentence) is None:
                continue
            label = label_at(flow.text, period.start, period.end, sentence)
            if course and label in course[1].phases:
                continue
            statement = _Statement(
                place, index, period, label, _seasons(flow.text, period, sentence), sentence[0]
            )
            own_part = place == 1 and section.part in with_results and section.part > 0
            (parts.setdefault(section.part, []) if own_part else whole).append(statement)
    whole = _measured(flows, whole)
    whole = [row for row in whole if row.place < LATE]
    titled = title_period(flows, sections, times)
    if titled is not None and "/" in titled[1].edtf and whole:
        index, period = titled
        whole.append(_Statement(PLACES["abstract"], index, period, None, {}, 0))
    found = {part: study for part, rows in parts.items() if (study := _study(rows)) is not None}
    study = _with_stages(_study(whole), course, flows, times)
    labels = labelled(flows, sections, times, study.edtf if study else None)
    if study is None and not found:
        study = labels
    if study is None and not found:
        event = event_period(flows, sections, times)
        study = Study(event[0], {}, event[1]) if event is not None else None
    if study is None and not found:
        told = salient_period(flows, sections, times)
        told = told or stock_period(flows, sections, times)
        if told is not None:
            study = Study(told[1].edtf, {}, frozenset({(told[0], told[1].start, told[1].end)}))
    study = with_labels(study, labels) if study else None
    study = with_seasons(study, seasons_told(flows, sections, times) if not found else None)
    under = _under_headings(flows, sections, times) if study is None and not found else {}
    return Studies(study, found, under)


def _measured(flows: Sequence[Flow], statements: list[_Statement]) -> list[_Statement]:
    """``statements`` without the date on which plots were laid out, where another is the date of measuring them."""
    words = study_words()
    told = []
    for row in statements:
        text = flows[row.index].text
        end = next((b for a, b in sentences(text) if a <= row.period.start < b), len(text))
        measures = words.measures.search(text, row.sentence, end) is not None
        told.append((row, measures, words.sets_up.search(text, row.sentence, end) is not None))
    if not any(measures and not sets for _, measures, sets in told):
        return statements
    return [row for row, measures, sets in told if measures or not sets]


def _under_headings(
    flows: Sequence[Flow], sections: Sequence[Section], times: Sequence[Sequence[TimeExpression]]
) -> dict[tuple[str, ...], Study]:
    """The period that the first sentence under a heading of results states holds there, where a text tells results alone."""
    result: dict[tuple[str, ...], Study] = {}
    seen: set[tuple[str, ...]] = set()
    for index, (flow, section) in enumerate(zip(flows, sections, strict=True)):
        if section.kind != "results" or flow.block.kind != "paragraph" or section.heads in seen:
            continue
        seen.add(section.heads)
        end = sentences(flow.text)[0][1]
        told = nearest_period(flow, times[index], end)
        if told is not None:
            result[section.heads] = Study(told.edtf, {}, frozenset({(index, told.start, told.end)}))
    return result


def _course(
    flows: Sequence[Flow], sections: Sequence[Section], times: Sequence[Sequence[TimeExpression]]
) -> tuple[int, Course] | None:
    """The stages that the abstract or the methods lay out from the day on which the study began."""
    for index, (flow, section) in enumerate(zip(flows, sections, strict=True)):
        if section.kind not in ("abstract", "methods", "definitions") or "阶段" not in flow.text:
            continue
        opened = [
            (t.start, t.end, t.edtf)
            for t in times[index]
            if t.edtf and OPEN.fullmatch(t.edtf) and _begins(flow.text, t)
        ]
        found = course_of(flow.text, opened, _spans_of(flow.text, times[index])) if opened else None
        if found:
            return index, found
    return None


def _begins(text: str, time: TimeExpression) -> bool:
    """试验|自2023年3月1日起: whether what began is work of the study."""
    before = CLAUSE.split(text[max(0, time.start - REACH_BACK) : time.start])[-1]
    words = study_words()
    return words.does.search(before + text[time.end : time.end + 12]) is not None


def _spans_of(text: str, times: Sequence[TimeExpression]) -> list[tuple[int, int, str]]:
    return [(period.start, period.end, period.edtf) for period in periods(text, times)]


def _with_stages(
    study: Study | None,
    course: tuple[int, Course] | None,
    flows: Sequence[Flow],
    times: Sequence[Sequence[TimeExpression]],
) -> Study | None:
    """``study`` with the stages that its course or its findings lay out."""
    if course and (study is None or years_of(study.edtf)[0] == years_of(course[1].edtf)[0]):
        index, told = course
        stated = frozenset((*(study.stated if study else ()), (index, told.start, told.end)))
        return Study(told.edtf, told.phases, stated, names=told.names)
    if study is None or any(label.startswith("阶段") for label in study.phases):
        return study
    for flow, expressions in zip(flows, times, strict=True):
        if "阶段" not in flow.text and "时期" not in flow.text:
            continue
        stages = divided_stages(flow.text, _spans_of(flow.text, expressions))
        if stages and years_of(study.edtf)[0] <= min(stages.values())[:4] <= years_of(study.edtf)[1]:
            return replace(study, phases={**study.phases, **stages})
    return study


def _study(statements: Sequence[_Statement]) -> Study | None:
    """The study of several statements: of two with the same years the more precise one holds, else the first."""
    phases: Phases = {}
    kept = []
    for row in sorted(statements, key=lambda row: row.index):
        if row.label is not None and row.label in phases:
            continue
        if row.label is not None:
            phases[row.label] = row.period.edtf
        kept.append(row)
        for key, edtf in row.seasons.items():
            phases.setdefault(key, edtf)
    kept.sort(key=lambda row: (row.place, row.index))
    own = [row for row in kept if row.place < 2] or kept[:1]
    if not own:
        return None
    own = _most_telling(own)
    first = own[0].period.edtf
    stated = [row.period.edtf for row in own]
    labelled = [edtf for edtf in stated if edtf in phases.values()]
    begun = (own[0].index, own[0].sentence)
    points = [row.period.edtf for row in own if (row.index, row.sentence) == begun]
    if first in labelled and len(set(labelled)) > 1:
        edtf = span_of(labelled)
    elif (
        len(set(points)) > 1
        and len({"/" in p for p in points}) == 1
        and max(map(_years, points)) <= MOST_YEARS
    ):
        edtf = span_of(points)  # 2021年9月选取学生…，2022年6月进行终末调查
    else:
        edtf = max((edtf for edtf in stated if years_of(edtf) == years_of(first)), key=len)
    spans = frozenset((row.index, row.period.start, row.period.end) for row in own)
    rows = [((row.index, row.sentence), row.period.edtf) for row in own if not row.seasons]
    alone = {key: told for key, told in rows if sum(key == other for other, _ in rows) == 1}
    others = {key: told for key, told in alone.items() if _is_another(told, edtf)}
    return Study(edtf, phases, spans, others, told=tuple(dict.fromkeys(stated)))


def _years(edtf: str) -> int:
    first, last = years_of(edtf)
    return int(last) - int(first) + 1 if first.isdigit() and last.isdigit() else 1


def _most_telling(rows: list[_Statement]) -> list[_Statement]:
    """``rows`` without what the first sentence tells less exactly than another time in it: a year beside months, a month that
    has no end beside a span (6月进场…，正试期自7月1日至9月28日)."""
    here = [row for row in rows if (row.index, row.sentence) == (rows[0].index, rows[0].sentence)]
    if len({row.label for row in here}) > 1:
        return rows
    if any(_years(row.period.edtf) > MOST_YEARS for row in here):
        return rows  # 收集2014—2022年资料；2022年4—6月抽样调查
    spans = [row for row in here if "/" in row.period.edtf and "-" in row.period.edtf]
    months = [row for row in here if "-" in row.period.edtf]
    told = spans or months or here
    return [*told, *(row for row in rows if row not in here)]


def _is_another(told: str, whole: str) -> bool:
    """访谈于2021年7月至2022年10月进行, in a study of texts of 2007-2022: a part of it with a time of its own."""
    return years_of(told) != years_of(whole)


def _seasons(text: str, period: Period, sentence: tuple[int, int]) -> Phases:
    """The seasons of a field experiment: each of a row of years, or those that it is said to hold (连续两个生长季)."""
    if len(period.parts) > 1:
        phases = {phase_in(kind, k): edtf for k, edtf in enumerate(period.parts, 1) for kind in WAVES}
        return phases | {LATEST: period.parts[-1]}
    named = SEASONS.search(text, period.end, min(sentence[1], period.end + 16))
    first, last = (int(year) for year in years_of(period.edtf))
    if last == first or named is None:
        return {}
    number = count(named["n"])
    if number == last - first:
        years = [f"{first + k}/{first + k + 1}" for k in range(number)]
    elif number == last - first + 1:
        years = [str(first + k) for k in range(number)]
    else:
        return {}
    return {phase_in("季", k): edtf for k, edtf in enumerate(years, 1)}
