"""Series over years: in a study of records of 2012-2022, 由A增至B runs from the first of these years to the last.

以2012—2022年十市数据为样本…。产值由1.9万亿元增至4.1万亿元: A is of 2012, B of 2022. A trial or a survey is no series.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.flow import Flow
from suyuan.time.assigned import AssignedTime
from suyuan.time.clauses import index_of, sentences
from suyuan.time.expression import WHOLE_YEARS
from suyuan.time.study_records import Study

START = "undated_start_of_change"
RECORDS = re.compile("样本|面板|数据|资料|年鉴|年报|报表|台账|日志|记录|统计|序列|影像|截面|断面|时点|普查")
TREND = re.compile(
    "呈[^，。；]{0,8}(?:上升|下降|增长|递增|递减|升高|降低)[^，。；]{0,2}趋势|逐年(?:上升|下降|增加|减少|升高|降低|提高)"
)
NO_RECORDS = re.compile("患者|病例|病历|试验|实验|问卷|访谈|受试|手术|住院|收治")
LEAST_YEARS = 2
FEWEST_IN_ROW = 4
ROW_LINK = re.compile("[、，]|[和与及]")
IN_TURN = re.compile("[^。；]*(?:分别|依次)[为是达][约近]?$")
BY_YEARS = re.compile(
    "期间|[历各逐]年|年间|年来|年度|，?(?:总体|整体|大体)?呈[^，。；]{0,8}趋势|，?逐年|，?(?:总体|整体)?呈波动"
)
FRAME = "frame_of_paragraph"


def is_of_records(study: Study | None, flows: Sequence[Flow]) -> bool:
    """Whether a study reads a row of years: the sentence that states its period speaks of data, not of patients, or a level in it
    rose or fell year by year (呈下降趋势)."""
    years = _years(study.edtf) if study is not None else None
    if study is None or years is None:
        return False
    if int(years[1]) - int(years[0]) >= LEAST_YEARS and any(TREND.search(flow.text) for flow in flows):
        return True
    for index, start, _ in study.stated:
        text = flows[index].text
        a, b = sentences(text)[index_of(sentences(text), start)]
        if RECORDS.search(text, a, b) and NO_RECORDS.search(text, a, b) is None:
            return True
    return False


def over_years_of_study(
    text: str,
    spans: Sequence[tuple[int, int]],
    found: Sequence[AssignedTime],
    before: Sequence[AssignedTime],
    study: str,
    of_study: Sequence[str],
) -> list[AssignedTime]:
    """``found`` in a study of records over the years ``study``, with the ends of changes and the years of rows."""
    return with_each_year(
        text, spans, with_ends_of_series(text, spans, found, before, study, of_study), study
    )


def with_each_year(
    text: str,
    spans: Sequence[tuple[int, int]],
    found: Sequence[AssignedTime],
    study: str,
) -> list[AssignedTime]:
    """``found`` with each of a row of as many numbers as the study has years (期间患病率分别为A、B、C和D，呈下降趋势) under its
    year; where nothing says that the row goes by years, or a list stands before it (甲、乙、丙和丁县), its numbers may be those
    of four places."""
    result, own = list(found), _years(study)
    number = int(own[1]) - int(own[0]) + 1 if own else 0
    if own is None or number < FEWEST_IN_ROW:
        return result
    for k in range(len(found) - number + 1):
        row = range(k, k + number)
        gaps = [text[spans[i][1] : spans[i + 1][0]] for i in row[:-1]]
        clause = IN_TURN.search(text, 0, spans[k][0])
        if (
            clause is None
            or "、" in clause.group().rpartition("，")[2]
            or not all(ROW_LINK.fullmatch(gap) for gap in gaps)
        ):
            continue
        ends = spans[row[-1]][1]
        longer = row[-1] + 1 < len(spans) and ROW_LINK.fullmatch(text, ends, spans[row[-1] + 1][0])
        by_years = BY_YEARS.search(clause.group()) or BY_YEARS.match(text, ends)
        if by_years and not longer and all(found[i].edtf == study for i in row):
            for year, i in enumerate(row, int(own[0])):
                result[i] = replace(found[i], edtf=str(year), kind="during", moved="year_of_row")
    return result


def with_ends_of_series(
    text: str,
    spans: Sequence[tuple[int, int]],
    found: Sequence[AssignedTime],
    before: Sequence[AssignedTime],
    study: str | None = None,
    of_study: Sequence[str] = (),
) -> list[AssignedTime]:
    """``found`` with both levels of a change under the first and the last year of the series that they are told of.

    ``before``: times before a study gave its own, which tell where a change begins. ``study``: the years of a study of
    records, ``of_study``: rules of times that it gave; none where only the paragraph says what the years are of.
    """
    result = list(found)
    for k in range(1, len(found)):
        if (
            before[k - 1].rule != START
            or before[k].rule == START
            or "。" in text[spans[k - 1][1] : spans[k][0]]
        ):
            continue
        years = _years(found[k].edtf)
        own = _years(study)
        levels = _levels_before(text, spans, found, k)
        if levels is not None:
            result[k - 1] = replace(levels, moved="first_of_series")
            continue
        if years and _is_of_series(text, found[k], of_study):
            result[k] = replace(found[k], edtf=years[1], kind="during", moved="last_of_series")
        elif own and found[k].edtf == own[1] and not found[k].planned:
            years = own  # 2023年达44%。系数由0.6升至0.7
        else:
            continue
        first = k - 1
        while (
            first
            and before[first - 1].rule == START
            and "，" not in text[spans[first - 1][1] : spans[first][0]]
        ):
            first -= 1
        for i in range(first, k):
            result[i] = replace(found[k], edtf=years[0], kind="during", moved="first_of_series")
    return result


def _levels_before(
    text: str, spans: Sequence[tuple[int, int]], found: Sequence[AssignedTime], k: int
) -> AssignedTime | None:
    """2007年末余额为6.2万亿元，到2016年末已达28.1万亿元，占比由|22.1%|升至26.4%: the time of the first of two levels told right
    before the change, where its end ``k`` is of the second."""
    if k < 3 or "。" in text[spans[k - 3][1] : spans[k][0]] or "；" in text[spans[k - 3][1] : spans[k][0]]:
        return None
    first, last = found[k - 3], found[k - 2]
    if first.edtf is None or last.edtf is None or found[k].edtf != last.edtf or first.expression is None:
        return None
    early, late = first.edtf[:4], last.edtf[:4]
    return first if first.time_from == "clause" and early.isdigit() and early < late else None


def _is_of_series(text: str, item: AssignedTime, of_study: Sequence[str]) -> bool:
    if of_study:
        return item.rule in of_study
    if item.expression is None:
        return False
    if item.time_from == "clause" and item.rule == "before_in_clause":
        return True  # 2000-2020年建设用地由17.3扩展到|38.9 km2
    if item.rule != FRAME:
        return False
    parts = sentences(text)
    a, b = parts[index_of(parts, item.expression.start)]
    return RECORDS.search(text, a, b) is not None and NO_RECORDS.search(text, a, b) is None


def _years(edtf: str | None) -> tuple[str, str] | None:
    """First and last year of a closed period of several whole years."""
    years = WHOLE_YEARS.fullmatch(edtf or "")
    if years is None or int(years[2]) - int(years[1]) + 1 < LEAST_YEARS:
        return None
    return years[1], years[2]
