"""assign: which time governs a quantity. Null rather than a guess."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from suyuan.flow import Flow
from suyuan.records.fact import TimeFrom
from suyuan.time.aims import beside_goals
from suyuan.time.assigned import AssignedTime, no_time
from suyuan.time.by_now import is_level_before, is_quoted, stands_by_now
from suyuan.time.candidates import (
    ASIDE,
    OF_EXTREME,
    PREDICATE,
    ROW_LINKS,
    Candidate,
    by_sentence,
    dates_backwards,
    ends_change,
    in_relative_clause,
    later_end,
    mark_rows,
)
from suyuan.time.changes_in_turn import times_in_turn
from suyuan.time.clauses import brackets, clauses, index_of, sentences
from suyuan.time.compared import compares, from_level
from suyuan.time.context import TimeContext
from suyuan.time.defaults import default_time, is_run_in_head
from suyuan.time.events import EVENT, yields_later
from suyuan.time.expression import TimeExpression
from suyuan.time.frame_reach import (
    behind,
    follows_from_source,
    goes_on_from_now,
    is_general,
    is_past_period,
    is_year_in_passing,
    leaves,
    looks_back,
    spans_heading,
    was_abroad,
)
from suyuan.time.frames import Frame, find_frames, subject_of
from suyuan.time.items import is_of_another_item
from suyuan.time.lengths import is_length_of_time
from suyuan.time.levels import settle_levels
from suyuan.time.means import YEARLY_MEAN, is_mean_of_years, of_mean
from suyuan.time.pairs import aligned_pairs, from_to_pairs, listed_years, undated_starts
from suyuan.time.passing import GOVERNS_NOTHING, LOOKBACK
from suyuan.time.reach_words import reach_words
from suyuan.time.runs import is_elapsed, spans_of_runs
from suyuan.time.seasons import without_seasons
from suyuan.time.several_years import over_several_years
from suyuan.time.span_ends import levels_at_ends
from suyuan.time.spans_told import without_spans
from suyuan.time.statements import goes_on_with_year
from suyuan.time.stock_clauses import with_stock_clauses
from suyuan.time.table import TimeWords, time_words
from suyuan.time.year_flows import flows_of_the_year, without_normals

MEAN_LEAD = 8  # 年均|增长约5%
CASE_IN_POINT = re.compile("以[^，。；]{1,12}为例，")  # 以制造业为例，其覆盖率为32%
BY_NOW = ("已", "现已", "目前已", "现有", "至今")
DONE = re.compile(
    "[^，。；]{0,12}已(?:经|有|达|完成|建成|开工|投入|累计)|，已|目前"
)  # no part of the look ahead before it
RATIO = ("：", "∶", ":")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
AHEAD = re.compile(
    "远期|未来|今后|后续|将来|有望|预计|规划|计划|拟|将"
)  # 目前有5家，|未来将达9家: not of now
ISSUED = re.compile(
    "[^，。；]{0,2}(?:签署|签订|发布|出台|印发|颁布|制定|修订|推出|下发|公布)的[^，。；]{1,12}?[则共已也]?(?:有|为|达|共计?)?"
    r"[\d.,一二三四五六七八九十百千万余多近约]+[项份部件个条]"
)


def assign(
    flow: Flow, spans: list[tuple[int, int]], times: list[TimeExpression], context: TimeContext
) -> list[AssignedTime]:
    """The time that governs each quantity of ``spans`` (start and end in ``flow.text``), in the same order.

    ``times`` are resolved and in text order. Tried in turn: the clause, the sentence, the paragraph where the
    statement goes on, the heading, the title of a report, the day that the document reports.
    """
    text = flow.text
    words = time_words()
    parts = sentences(text)
    governing = [
        Candidate(text, time, parts)
        for time in without_spans(text, times, context)
        if time.rule not in GOVERNS_NOTHING and not (time.rule == "duration" and time.edtf is None)
    ]
    mark_rows(text, governing)
    governing = with_stock_clauses(text, parts, governing)
    frames = [
        frame
        for frame in find_frames(text, parts, governing, spans)
        if not is_year_in_passing(frame, text, parts, context)
    ]
    aligned = (
        listed_years(text, parts, governing, spans)
        | aligned_pairs(text, parts, governing, spans)
        | from_to_pairs(text, parts, governing, spans)
    )
    undated = undated_starts(text, governing, spans)
    starts = sorted(start for start, _ in spans)
    inside = by_sentence(governing)
    result: list[AssignedTime] = []
    for number, (start, end) in enumerate(spans):
        if number and _goes_with(text[spans[number - 1][1] : start], result[-1]):
            result.append(result[-1])  # 5.7：49.3：45.0
        elif number in aligned:
            result.append(_assigned(aligned[number], "clause", "paired_in_list"))
        elif number in undated:
            result.append(no_time("undated_start_of_change"))
        elif is_length_of_time(text, start, end) and not is_elapsed(text, start, end):
            result.append(no_time("length_of_time"))
        else:
            sentence = index_of(parts, start)
            if (
                number
                and result[-1].edtf
                and not (context.report and is_level_before(result[-1]))
                and compares(text, parts[sentence], spans[number - 1], start, inside[sentence])
            ):
                result.append(from_level(result[-1]))  # 12406列，同比增长50%: of the year of the level
                continue
            if yields_later(text, parts[sentence], inside[sentence], start):
                result.append(no_time("once_it_is_there"))
                continue
            found = _in_sentence(text, parts[sentence], inside[sentence], starts, start, end)
            if context.report is None and is_general(text, parts[sentence], start, found):
                result.append(no_time("holds_in_general"))
                continue
            found = found or _beyond(text, parts, sentence, start, frames, context, words, starts)
            result.append(beside_goals(text, parts, start, starts, found, governing, context))
    settled = flows_of_the_year(text, spans, settle_levels(text, spans, result, context))
    settled = spans_of_runs(text, spans, without_normals(text, spans, settled), context)
    settled = over_several_years(text, spans, settled, times, context)
    settled = levels_at_ends(text, spans, times_in_turn(text, parts, spans, settled))
    return without_seasons(stands_by_now(text, spans, settled, context))


def _goes_with(between: str, before: AssignedTime) -> bool:
    """5.7：49.3, and 由2016年的79元、|76元|提高到…: a number in the row of one that a time told in passing dates."""
    expression = before.expression
    return between in RATIO or (between in ROW_LINKS and expression is not None and expression.rule == ASIDE)


def _assigned(time: TimeExpression, time_from: TimeFrom, rule: str) -> AssignedTime:
    if time.edtf is None:
        return no_time(f"{rule}_left_open")
    return AssignedTime(time.edtf, time.kind, time_from, time.planned, time, rule)


def _in_sentence(
    text: str, sentence: tuple[int, int], inside: list[Candidate], starts: list[int], start: int, end: int
) -> AssignedTime | None:
    """Time from the clause or sentence of the quantity; none where a word such as 目前 leaves it open.

    ``inside``: the candidates of the sentence.
    """
    here = [c for c in inside if not c.time.start <= start < c.time.end]
    within = clauses(text, *sentence)
    clause = within[index_of(within, start)]
    bracket = next((b for b in brackets(text, *sentence) if b[0] <= start < b[1]), None)
    before = [c for c in here if c.time.end <= start]
    for candidate in reversed(before):
        if candidate.bracket is not None and candidate.bracket != bracket:
            continue
        goes_on = OF_EXTREME if candidate.time.rule == ASIDE else PREDICATE
        same_clause = candidate.clause == clause or (
            candidate.clause[1] == clause[0] and goes_on.match(text, clause[0]) is not None
        )
        at_end = ends_change(text, clause, candidate, before)
        if not (same_clause or candidate.topic or candidate.event or at_end):
            continue
        if not same_clause and is_of_another_item(text, sentence[0], candidate.time.start, start):
            continue
        if not same_clause and _is_now(candidate.time) and AHEAD.search(text, clause[0], start):
            return no_time("ahead_of_now")
        if not same_clause:
            candidate = later_end(text, candidate, before)
        of_event = candidate.time.rule == EVENT  # 大会期间举办的专场有80家参加
        if (
            not of_event
            and in_relative_clause(text, candidate.time, start)
            and not ISSUED.match(text, candidate.time.end)
        ):
            continue
        if candidate.time.rule == LOOKBACK and text.find("；", candidate.time.end, start) >= 0:
            continue  # 上年为净流出2亿元；筹资活动流入|3亿元
        if candidate.time.rule == ASIDE and _first_from(starts, candidate.time.end) != start:
            continue
        if not same_clause and _is_event(text, candidate) and text.startswith(BY_NOW, clause[0]):
            continue
        if not same_clause and is_mean_of_years(text, candidate.time):
            continue  # 2022-2025年年均增长54%；保有量将超过|1500座
        if candidate.row:
            return no_time("one_of_several_dates")
        time = of_mean(text, clause, candidate.time, before)
        if same_clause:
            return _assigned(time, "clause", "before_in_clause")
        return _assigned(time, "sentence", "topic_of_sentence")
    for candidate in here:
        after = candidate.time.start >= end and candidate.clause == clause
        own = _first_from(starts, candidate.time.end)
        if candidate.bracket is not None and own is not None and own < candidate.bracket[1] and after:
            continue  # 22.79%（2019年：13.33%）: the bracket dates its own number
        if after and candidate.time.rule != ASIDE and dates_backwards(text, candidate, end):
            return _assigned(candidate.time, "clause", "after_in_clause")
    return None


def _is_now(time: TimeExpression) -> bool:
    """目前, 当前, 截至目前."""
    return (time.relative or "") == "to_date"


def _is_event(text: str, candidate: Candidate) -> bool:
    """一期于2023年3月开工，|已完成投资5亿元: the date of an event; what there is by now is of no stated time."""
    verb = time_words().clause_verb.match(text, candidate.time.end)
    return verb is not None and candidate.clause[1] - verb.end() <= 2


def _first_from(starts: list[int], at: int) -> int | None:
    """The first quantity from ``at`` on: the own number of a time told in passing."""
    index = bisect_left(starts, at)
    return starts[index] if index < len(starts) else None


def _beyond(
    text: str,
    parts: list[tuple[int, int]],
    sentence: int,
    at: int,
    frames: list[Frame],
    context: TimeContext,
    words: TimeWords,
    starts: list[int],
) -> AssignedTime:
    """Time from an earlier sentence of the paragraph, the heading, the title or the document; ``at``: start of the quantity."""
    start, end = parts[sentence]
    if context.report is None and words.timeless.search(text, start, end):
        return no_time("holds_in_general")
    index = bisect_right([frame.sentence for frame in frames], sentence - 1) - 1
    if context.report is None and words.ahead.search(text, start, end) is None:
        index = behind(text, parts, frames, index)
        ahead = index >= 0 and (frames[index].time.planned or text[frames[index].time.start] == "到")
        if ahead and (DONE.search(text, start, end) or reach_words().present.search(text, start, end)):
            return default_time(context)
    if index >= 0:
        frame = frames[index]
        now = _is_now(frame.time) and context.said is None and not goes_on_from_now(frame, text, context)
        if now:
            return default_time(context)  # 目前 in a paper holds in its own sentence
        if spans_heading(frame, context) and YEARLY_MEAN.search(text, max(start, at - MEAN_LEAD), at):
            return default_time(context)
        if frame.time.edtf is None:
            return default_time(context) if context.report else no_time("frame_left_open")
        if context.news and is_quoted(text, frame.time.end, at):
            return default_time(context)
        subjects = {subject_of(text, parts[i][0]) for i in range(frame.sentence + 1, sentence + 1)} - {
            None,
            frame.subject,
        }
        case = CASE_IN_POINT.match(text, start) is not None
        continued = case or text.startswith(words.continuing, start)
        if not continued and (looks_back(frame, context) or was_abroad(frame, text, start, context)):
            return default_time(context)
        if context.report is None and not continued and is_past_period(frame, parts, sentence, starts):
            return default_time(context)
        goal = text.startswith("到", frame.time.start)  # 到2025年，体系基本建立。产值达到5万亿元
        goes_on = frame.stated or goal or context.report is not None or continued
        goes_on = (
            goes_on or _is_now(frame.time) or (context.event is not None and frame.time.edtf == context.event)
        )
        if context.report is None and not continued and leaves(text, parts, frame, start):
            return default_time(context)
        of_day = DAY.fullmatch(frame.time.edtf or "") and not (context.told or context.said or context.event)
        if of_day and not continued:
            return default_time(context)  # 某路口2011年10月27日塌陷。同类事件已过百起
        if context.report is None and follows_from_source(text, frame, parts[sentence], at):
            return default_time(context)
        if goes_on and (case or not subjects or context.report is not None):
            return _assigned(frame.time, "paragraph", "frame_of_paragraph")
    elif sentence == 0 and context.plan is None and is_run_in_head(text[start:end]):
        later = [frame.time for frame in frames if frame.sentence > 0]
        ahead = bool(later) and context.report is not None and (later[0].edtf or "")[:4] > context.report
        if len({time.edtf for time in later}) == 1 and not ahead:
            return _assigned(later[0], "paragraph", "head_sums_up_paragraph")
    if index < 0 and context.carried:
        return _assigned(context.carried, "paragraph", "goes_on_from_paragraph_before")
    stated = goes_on_with_year(text, parts, sentence, at, context) if index < 0 else None
    if stated:
        return _assigned(stated, "paragraph", "year_of_chapter")
    general = words.general.search(text, start, end)
    return no_time("holds_in_general") if general else default_time(context)
