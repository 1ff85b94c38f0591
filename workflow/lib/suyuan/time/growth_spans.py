"""Times that a change takes from its base: 比2015年提高8个百分点, told for 2021, is of 2015 to 2021.

Outside of reports on one year, whose readers take a change as of the year under report.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from suyuan.language import any_of, language_table
from suyuan.time.assigned import AssignedTime
from suyuan.time.candidates import ASIDE
from suyuan.time.clauses import clauses, index_of, sentences
from suyuan.time.context import TimeContext
from suyuan.time.cover import year_of
from suyuan.time.edges import ON_BASE
from suyuan.time.expression import WHOLE_YEARS, TimeExpression

BASES = ("comparison", ASIDE)
COMPARED = ("比", "较", "与", "同", "和", "跟", "于")
WITH = re.compile("(?:同期|末|底)?相?比，$")  # 与2008年相比，
ENDS = re.compile("[到至为成]了?$")  # 提高到 leads to a level, no change
LEVELS = re.compile("(?:分别|依次|各)[为是占达]")  # 三者占比分别为4%、5%和6%: levels
LEVEL = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
SINCE = ("以来", "以降", "至今", "迄今")
GOES_ON = ("连续", "持续", "一直", "累计", "先后", "陆续", "逐年", "已")  # 自1991年起|连续实施
OPEN = re.compile(r"(\d{4})((?:-\d\d){0,2})/\.\.")
FROM = ("从", "由")
MOVED = "since_base"
ALSO = re.compile("(?:，|、|和)(?:年均|平均每年|各|分别|累计)[^，。；\\d]{0,8}")  # ，年均增长11%
CHANGED = re.compile(
    "，(?:共|累计|合计|净)?(?:上升|下降|提高|提升|增长|增加|减少|降低|缩减|缩小|扩大|回落|增幅|降幅|升幅|跌幅|净增|翻)了?(?:达|为|约|近|超)?"
)
EACH_YEAR = re.compile(
    "，(?:[两二三四五六七八九十\\d]年[间内来]?)?(?:年均|平均每年|年平均|年复合)(?:复合)?(?:增速|增幅|增长|增加|提高|上升|递增|下降|减少|降低|递减|降幅|净增)率?(?:了|达到?|为|约|近|超过?)*"
)  # 2020年4.6万件，2021年5.8万件，2022年7.1万件，|年均增速|24.2%: of all of the row
UNIT = re.compile(r"^.*?\d[\d.,]* ?[万亿]*")
LEAST_YEARS = 2  # a change against the year before is of the year


def spans_of_growth(
    text: str,
    spans: Sequence[tuple[int, int]],
    found: Sequence[AssignedTime],
    times: Sequence[TimeExpression],
    context: TimeContext,
) -> list[AssignedTime]:
    """``found`` with the changes against a year at least two years back dated from that year to the year of the level.

    A change whose level has no time of its own ends with the year of the telling. ``times``: resolved, in text order.
    """
    result = _between_levels(text, spans, found, context)
    bases = [time for time in times if time.rule in BASES and _is_past(time)]
    if not bases:
        return result
    parts = sentences(text)
    starts = [time.start for time in bases]
    for number, (start, _) in enumerate(spans):
        before = result[number - 1] if number else None
        if before and before.moved == MOVED and ALSO.fullmatch(text, spans[number - 1][1], start):
            result[number] = replace(result[number], edtf=before.edtf, kind="during", moved=MOVED)
            continue
        index = bisect_left(starts, start) - 1
        if index < 0 or found[number].planned:
            continue
        base = bases[index]
        if not _changes_from(text, parts, base, spans, number):
            continue
        last = year_of(found[number].edtf) if LEVEL.fullmatch(found[number].edtf or "") else None
        led_from = text[base.start - 1 : base.start] in FROM
        if led_from and number:
            last = year_of(found[number - 1].edtf)  # the level that the change led to
        elif found[number].edtf is None and found[number].rule != "length_of_time":
            last = year_of(context.told)
        first = year_of(base.edtf)
        whole = _end_of_years(found[number], context)
        level = before is not None and LEVEL.fullmatch(before.edtf or "") is not None
        level = level and index_of(parts, spans[number - 1][0]) == index_of(parts, start)
        if context.report and (whole is None or level):
            continue  # 2007年达到2亿人，比2002年增加5400万人: of the year of the level
        last = whole or last
        if first is None or last is None or int(last) - int(first) < LEAST_YEARS:
            continue
        was = found[number]
        far = was.time_from or "document"
        result[number] = replace(was, edtf=f"{first}/{last}", kind="during", time_from=far, moved=MOVED)
    return result


def _end_of_years(time: AssignedTime, context: TimeContext) -> str | None:
    """比2015年提高17个百分点, under “十三五”时期 or behind 五年来 (2016/2020): to the last of these years, where the figure is of
    all of them or of their end."""
    expression = time.expression
    section = WHOLE_YEARS.fullmatch(context.heading or "")
    if expression is None and section is not None:
        ends = (f"{section[1]}/{section[2]}", section[2], f"{section[2]}-12")
        return section[2] if time.edtf in ends else None
    told = WHOLE_YEARS.fullmatch(time.edtf or "")
    past = expression is not None and (expression.relative or "").startswith("past_years")
    return told[2] if told is not None and past else None


def _between_levels(
    text: str, spans: Sequence[tuple[int, int]], found: Sequence[AssignedTime], context: TimeContext
) -> list[AssignedTime]:
    """2019年为27.4%，2023年达43.7%，|上升了|16.3个百分点: the change between two levels is of the years from one to the other."""
    result = list(found)
    if context.report:
        return result
    for k in range(2, len(spans)):
        first, last, item = found[k - 2], found[k - 1], found[k]
        if item.planned or item.edtf != last.edtf or item.time_from != "sentence":
            continue
        lead = text[spans[k - 1][1] : spans[k][0]]
        if EACH_YEAR.fullmatch(lead):
            first = _first_of_row(text, spans, found, k)
        elif CHANGED.fullmatch(lead) is None or "。" in text[spans[k - 2][1] : spans[k - 1][0]]:
            continue
        years = [year_of(time.edtf) for time in (first, last) if LEVEL.fullmatch(time.edtf or "")]
        if len(years) < 2 or years[0] is None or years[1] is None:
            continue
        if first.time_from == "clause" and int(years[1]) - int(years[0]) >= LEAST_YEARS:
            result[k] = replace(item, edtf=f"{years[0]}/{years[1]}", kind="during", moved=MOVED)
    return result


def _first_of_row(
    text: str, spans: Sequence[tuple[int, int]], found: Sequence[AssignedTime], k: int
) -> AssignedTime:
    """The first of the levels of years that stand in a row before quantity ``k`` in its sentence, all in the unit of the last."""
    first = k - 1
    unit = _unit(text, spans[first])
    while first and "。" not in text[spans[first - 1][1] : spans[k][0]]:
        told = found[first - 1]
        level = told.time_from == "clause" and LEVEL.fullmatch(told.edtf or "") is not None
        if not level or _unit(text, spans[first - 1]) != unit:
            break
        first -= 1
    return found[first]


def _unit(text: str, span: tuple[int, int]) -> str:
    """What stands behind the number of a quantity, without its power of ten: 件 of 4.6万件."""
    return UNIT.sub("", text[slice(*span)])


def _is_past(time: TimeExpression) -> bool:
    return LEVEL.fullmatch(time.edtf or "") is not None


def _changes_from(
    text: str,
    parts: list[tuple[int, int]],
    base: TimeExpression,
    spans: Sequence[tuple[int, int]],
    number: int,
) -> bool:
    """Whether a quantity says how much there was of a change since ``base``: 比2015年|提高|8个, 与2008年相比，只下降了3个."""
    start = spans[number][0]
    sentence = parts[index_of(parts, start)]
    if base.start < sentence[0]:
        return False
    within = clauses(text, *sentence)
    here, there = index_of(within, start), index_of(within, base.start)
    between = text[base.end : start]
    verb = max(_changes().finditer(between), key=re.Match.end, default=None)
    if text[base.start - 1 : base.start] in FROM:
        return _sums_up_change(text, between, here - there, spans, number)
    compared = text[base.start - 1 : base.start] in COMPARED or text[base.start] in COMPARED
    compared = compared or text.endswith("相对", 0, base.start) or ON_BASE.match(text, base.end) is not None
    doubled = text[start] == "翻" and len(between) <= 4  # 比2016年|翻了一番多
    if compared and doubled and here == there:
        return True
    if not compared or verb is None or ENDS.search(between) or len(between) - verb.end() > 6:
        return False
    if here == there:
        return True
    return here == there + 1 and WITH.search(text[base.end : within[there][1]]) is not None


def _sums_up_change(
    text: str, between: str, clauses_on: int, spans: Sequence[tuple[int, int]], number: int
) -> bool:
    """由2016年的79元提高到2021年的112元，|增长|41.8%: the clause right after a change says how large it was."""
    if clauses_on != 1 or not number:
        return False
    lead = text[spans[number - 1][1] : spans[number][0]]
    mark = between.rfind("，")
    after = between[mark:]
    if _changes().search(after) is None or ENDS.search(after) or LEVELS.search(after):
        return False
    return lead.strip() in ("和", "、", "与") or lead.startswith("，")


@cache
def _changes() -> re.Pattern[str]:
    verbs = any_of([*language_table("time_words.yaml")["change_verbs"], "多出", "少了", "高出", "改善"])
    return re.compile(f"{verbs}(?!值|率(?:分别|依次)?[为是])")  # 增加值, 增长率为: nouns


def close_open_periods(text: str, found: Sequence[AssignedTime], context: TimeContext) -> list[AssignedTime]:
    """``found`` with what has gone on since a year closed with the year of the telling: 2021年以来, told in 2024: 2021/2024."""
    told = context.told
    if context.report or not told or not told[:4].isdigit():
        return list(found)
    result = list(found)
    for number, time in enumerate(found):
        opened = OPEN.fullmatch(time.edtf or "")
        expression = time.expression
        if opened is None or expression is None or time.planned or int(opened[1]) >= int(told[:4]):
            continue
        goes_on = text.startswith(GOES_ON, expression.end)
        if not text[expression.start : expression.end].endswith(SINCE) and not goes_on:
            continue
        end = told[:7] if opened[2] and len(told) >= 7 else told[:4]
        result[number] = replace(time, edtf=f"{opened[1]}{opened[2]}/{end}", moved="until_the_telling")
    return result
