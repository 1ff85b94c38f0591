"""The time of a number that its own sentence does not date: from a statement before it in the paragraph, or from outside."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from suyuan.time.account import Account
from suyuan.time.assigned import AssignedTime, no_time
from suyuan.time.by_now import is_quoted
from suyuan.time.context import TimeContext
from suyuan.time.defaults import default_time, is_run_in_head
from suyuan.time.frame_reach import (
    behind,
    follows_from_source,
    goes_on_from_now,
    is_past_period,
    leaves,
    looks_back,
    spans_heading,
    was_abroad,
)
from suyuan.time.frames import Frame, subject_of
from suyuan.time.in_sentence import assigned, is_now
from suyuan.time.means import YEARLY_MEAN
from suyuan.time.reach_words import reach_words
from suyuan.time.statements import goes_on_with_year
from suyuan.time.table import TimeWords

MEAN_LEAD = 8  # 年均|增长约5%
CASE_IN_POINT = re.compile("以[^，。；]{1,12}为例，")  # 以制造业为例，其覆盖率为32%
DONE = re.compile(
    "[^，。；]{0,12}已(?:经|有|达|完成|建成|开工|投入|累计)|，已|目前"
)  # no part of the look ahead before it
DAY = re.compile(r"\d{4}-\d\d-\d\d")
OPEN = "left open (近年来)"


def in_paragraph(
    text: str,
    parts: list[tuple[int, int]],
    sentence: int,
    at: int,
    frames: list[Frame],
    context: TimeContext,
    words: TimeWords,
    starts: list[int],
    account: Account | None = None,
) -> AssignedTime:
    """Time from an earlier sentence of the paragraph, the heading, the title or the document; ``at``: start of the quantity.

    ``account`` hears which statement was asked and why it does not reach the number.
    """
    start, end = parts[sentence]
    if context.report is None and words.timeless.search(text, start, end):
        return no_time("holds_in_general")
    index = bisect_right([frame.sentence for frame in frames], sentence - 1) - 1
    if context.report is None and words.ahead.search(text, start, end) is None:
        index = behind(text, parts, frames, index)
        ahead = index >= 0 and (frames[index].time.planned or text[frames[index].time.start] == "到")
        if ahead and (DONE.search(text, start, end) or reach_words().present.search(text, start, end)):
            _refuse(account, frames[index], "of what lies ahead; the sentence tells what there is by now")
            return default_time(context)
    if index >= 0:
        frame = frames[index]
        why = _left(text, parts, sentence, at, frame, context, words, starts)
        if why:
            _refuse(account, frame, why)
            return no_time("frame_left_open") if why == OPEN and not context.report else default_time(context)
        if _goes_on(text, parts, sentence, frame, context, words):
            return assigned(frame.time, "paragraph", "frame_of_paragraph")
        _refuse(account, frame, "its statement ends before this sentence")
    elif sentence == 0 and context.plan is None and is_run_in_head(text[start:end]):
        later = [frame.time for frame in frames if frame.sentence > 0]
        ahead = bool(later) and context.report is not None and (later[0].edtf or "")[:4] > context.report
        if len({time.edtf for time in later}) == 1 and not ahead:
            return assigned(later[0], "paragraph", "head_sums_up_paragraph")
    if index < 0 and context.carried:
        return assigned(context.carried, "paragraph", "goes_on_from_paragraph_before")
    stated = goes_on_with_year(text, parts, sentence, at, context) if index < 0 else None
    if stated:
        return assigned(stated, "paragraph", "year_of_chapter")
    general = words.general.search(text, start, end)
    return no_time("holds_in_general") if general else default_time(context)


def _refuse(account: Account | None, frame: Frame, why: str) -> None:
    if account is not None:
        account.refuse(frame.time, why)


def _left(
    text: str,
    parts: list[tuple[int, int]],
    sentence: int,
    at: int,
    frame: Frame,
    context: TimeContext,
    words: TimeWords,
    starts: Sequence[int],
) -> str:
    """Why a sentence is no longer under the statement that a frame opened; "" if nothing says so."""
    start = parts[sentence][0]
    if is_now(frame.time) and context.said is None and not goes_on_from_now(frame, text, context):
        return "目前 in a paper holds in its own sentence"
    if spans_heading(frame, context) and YEARLY_MEAN.search(text, max(start, at - MEAN_LEAD), at):
        return "a yearly mean is of the years of the heading"
    if frame.time.edtf is None:
        return OPEN
    if context.news and is_quoted(text, frame.time.end, at):
        return "the number stands in a quotation"
    continued = _continues(text, start, words)
    if not continued and looks_back(frame, context):
        return "looks back"
    if not continued and was_abroad(frame, text, start, context):
        return "of another country"
    if context.report is None and not continued and is_past_period(frame, parts, sentence, list(starts)):
        return "a past period, told in its own sentence"
    if context.report is None and not continued and leaves(text, parts, frame, start):
        return "the sentence turns to something else"
    of_day = DAY.fullmatch(frame.time.edtf or "") and not (context.told or context.said or context.event)
    if of_day and not continued:
        return "a day of its own sentence"  # 某路口2011年10月27日塌陷。同类事件已过百起
    if context.report is None and follows_from_source(text, frame, parts[sentence], at):
        return "the year of a source, which dates what it tells"
    return ""


def _continues(text: str, start: int, words: TimeWords) -> bool:
    return CASE_IN_POINT.match(text, start) is not None or text.startswith(words.continuing, start)


def _goes_on(
    text: str,
    parts: list[tuple[int, int]],
    sentence: int,
    frame: Frame,
    context: TimeContext,
    words: TimeWords,
) -> bool:
    """The frame stated quantities or a goal, or the sentence takes it up, and no other place has become the subject since."""
    start = parts[sentence][0]
    goal = text.startswith("到", frame.time.start)  # 到2025年，体系基本建立。产值达到5万亿元
    goes_on = frame.stated or goal or context.report is not None or _continues(text, start, words)
    goes_on = (
        goes_on or is_now(frame.time) or (context.event is not None and frame.time.edtf == context.event)
    )
    if not goes_on:
        return False
    if context.report is not None or CASE_IN_POINT.match(text, start) is not None:
        return True
    subjects = {subject_of(text, parts[i][0]) for i in range(frame.sentence + 1, sentence + 1)}
    return not subjects - {None, frame.subject}
