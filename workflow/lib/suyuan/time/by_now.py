"""What is there by now (已开工97个): at the end of the period under report, or in the month of the news."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from suyuan.language import any_of, language_table
from suyuan.time.assigned import AssignedTime
from suyuan.time.candidates import ASIDE
from suyuan.time.clauses import index_of, sentences
from suyuan.time.context import TimeContext
from suyuan.time.own_period import end_of_period
from suyuan.time.table import time_words

CLAUSE_START = re.compile("[，；：。！？]")
LED_TO = re.compile("[^，。；\\d]{0,4}(?:到|至|为|成)(?:目前的|现在的|如今的|今天的)?[约近超]?")
YEAR = re.compile(r"\d{4}")
PARTS = ("其中", "占", "包括")
UNDATED = ("nothing_dates_it", "frame_left_open", "topic_of_sentence_left_open")


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What opens a clause on what there is by now; what a quotation looks like."""
    table = language_table("news_words.yaml")
    subjects, opening, no = (any_of(table[key]) for key in ("by_now_subjects", "by_now", "by_now_not"))
    return re.compile(f"{subjects}?{opening}(?!{no})"), re.compile("“[^”]*[，。！？]")


def stands_by_now(
    text: str, spans: Sequence[tuple[int, int]], found: Sequence[AssignedTime], context: TimeContext
) -> list[AssignedTime]:
    """``found`` with the clauses that say what there is by now dated from the document.

    2020年募集资金5亿元，|已使用3亿元: in annual accounts of 2022 that is of the end of 2022. 已开工97个，开工率80.8%: in the
    news it is of their month. 报告期内…。公司拥有人员318人: a state, at the end of the period.
    """
    result = list(found)
    end = _end_of_report(context)
    now = context.told[:7] if context.news and context.told else None
    if end is None and now is None:
        return result
    parts = sentences(text)
    standing = -1  # sentence in which the last clause by now stands
    parted = -1  # sentence in which the last state stands whose parts may follow
    for number, (start, _) in enumerate(spans):
        time = result[number]
        sentence = index_of(parts, start)
        begin = max(parts[sentence][0], spans[number - 1][1] if number else 0)
        clause = CLAUSE_START.split(text[begin:start])[-1]
        opens = _words()[0].match(clause.lstrip("“、")) is not None
        if end and opens and time.time_from == "sentence" and _is_before(time, context.report or ""):
            result[number] = replace(
                time, edtf=end, kind="as_of", time_from="title", moved="by_end_of_period"
            )
            standing = sentence
        elif (
            end
            and _is_of_period(time, context)
            and (
                _stock().search(clause)
                or _is_stock(clause, context)
                or (parted == sentence and clause.startswith(PARTS))
            )
        ):
            parted = sentence
            result[number] = replace(time, edtf=end, kind="as_of", moved="stock_at_end_of_period")
        elif now and not time.moved and _runs_to_now(time, context):
            result[number] = replace(time, moved="years_to_the_telling")
        elif now and time.edtf is None and _leads_to_now(text, spans, result, number):
            result[number] = AssignedTime(now, "as_of", "document", rule="by_now")
        elif now and time.edtf is None and time.rule in UNDATED and (opens or standing == sentence):
            result[number] = AssignedTime(now, "as_of", "document", rule="by_now")
            standing = sentence
    return result


def _leads_to_now(
    text: str, spans: Sequence[tuple[int, int]], found: Sequence[AssignedTime], number: int
) -> bool:
    """数量由1981年的7只恢复到|7000余只, in the news: what a change that began in a stated year has led to."""
    before = found[number - 1] if number else None
    if before is None or before.time_from != "clause" or YEAR.fullmatch(before.edtf or "") is None:
        return False
    lead = text[spans[number - 1][1] : spans[number][0]]
    return LED_TO.fullmatch(lead) is not None


def _is_stock(clause: str, context: TimeContext) -> bool:
    """参保人数达到312万人, in what is told of some months: at their end."""
    return context.period is not None and time_words().stock.search(clause) is not None


def _end_of_report(context: TimeContext) -> str | None:
    """Month with which the period under report ends, of accounts and communiqués."""
    if context.period:
        return end_of_period(context.period)
    return f"{context.report}-12" if context.report and context.report_is_default else None


def _runs_to_now(time: AssignedTime, context: TimeContext) -> bool:
    """过去3年 in the news: the last of these years was not over."""
    relative = (time.expression.relative or "") if time.expression else ""
    ends = (time.edtf or "").endswith("/" + (context.told or "")[:4])
    return ends and relative.startswith(("past_years", "recent"))


@cache
def _stock() -> re.Pattern[str]:
    """What stands between the head of a clause and a number of what there is: 拥有研发人员|318人, 净资产|33亿元."""
    table = language_table("news_words.yaml")
    return re.compile(
        f"(?:{any_of(table['has'])}[^，；。]{{0,14}}|{any_of(table['balances'])}(?:共计?|合计|总计|为|达到?|约)?)$"
    )


def _is_of_period(time: AssignedTime, context: TimeContext) -> bool:
    """Of the period under report because 报告期, 本期 or the title of a half-yearly report says so."""
    expression = time.expression
    if time.edtf != (context.period or context.report):
        return False
    if expression is None:
        return context.period is not None and not context.news
    return (expression.relative or "").startswith("report_year")


def _is_before(time: AssignedTime, report: str) -> bool:
    """A single year, month or day before the year under report."""
    edtf = time.edtf or ""
    return "/" not in edtf and edtf[:4].isdigit() and edtf[:4] < report


def is_quoted(text: str, start: int, end: int) -> bool:
    """“走水路，每吨能省二十元。” between ``start`` and ``end``: somebody else speaks."""
    match = _words()[1].search(text, start)
    return match is not None and match.start() < end


def is_level_before(time: AssignedTime) -> bool:
    """期末9亿元，上期末8亿元，|增长12%: the level of the period before, told beside the one that has changed."""
    expression = time.expression
    return expression is not None and expression.rule == ASIDE and expression.relative == "report_start"
