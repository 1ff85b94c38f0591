"""assign: which time governs a quantity. Null rather than a guess."""

from __future__ import annotations

from collections.abc import Iterator

from suyuan.flow import Flow
from suyuan.time.account import Account
from suyuan.time.aims import beside_goals
from suyuan.time.assigned import AssignedTime, no_time
from suyuan.time.by_now import is_level_before, stands_by_now
from suyuan.time.candidates import ASIDE, ROW_LINKS, Candidate, by_sentence, mark_rows
from suyuan.time.change_again import ends_of_changes
from suyuan.time.changes_in_turn import times_in_turn
from suyuan.time.clauses import index_of, sentences
from suyuan.time.compared import compares, from_level
from suyuan.time.context import TimeContext
from suyuan.time.events import yields_later
from suyuan.time.expression import TimeExpression
from suyuan.time.frame_reach import is_general, is_year_in_passing
from suyuan.time.frames import Frame, find_frames, with_stocks
from suyuan.time.in_paragraph import in_paragraph
from suyuan.time.in_sentence import assigned, weighed
from suyuan.time.lengths import is_length_of_time
from suyuan.time.levels import settle_levels
from suyuan.time.pairs import aligned_pairs, from_to_pairs, listed_years, undated_starts
from suyuan.time.parts_in_passing import without_parts
from suyuan.time.passing import GOVERNS_NOTHING
from suyuan.time.runs import is_elapsed, spans_of_runs
from suyuan.time.seasons import without_seasons
from suyuan.time.several_years import over_several_years
from suyuan.time.spans_told import without_spans
from suyuan.time.stock_clauses import with_stock_clauses
from suyuan.time.table import TimeWords, time_words
from suyuan.time.year_flows import flows_of_the_year, without_normals
from suyuan.values import value

RATIO = ("：", "∶", ":")


def assign(
    flow: Flow,
    spans: list[tuple[int, int]],
    times: list[TimeExpression],
    context: TimeContext,
    account: Account | None = None,
) -> list[AssignedTime]:
    """The time that governs each quantity of ``spans`` (start and end in ``flow.text``), in the same order.

    ``times`` are resolved and in text order. Tried in turn: the clause, the sentence, the paragraph where the
    statement goes on, the heading, the title of a report, the day that the document reports. ``account`` hears of one
    quantity which rules were asked, and which times were not taken and why.
    """
    text = flow.text
    told = _told_in(text, spans, times, context)
    result: list[AssignedTime] = []
    for number in range(len(spans)):
        heard = account if account is not None and account.number == number else None
        for rule, given in _tried(told, number, result, heard):
            if heard is not None:
                heard.hear(rule, given)
            if given is not None:
                result.append(given)
                break
    settled = flows_of_the_year(text, spans, settle_levels(text, spans, result, context))
    settled = spans_of_runs(text, spans, without_normals(text, spans, settled), context)
    settled = over_several_years(text, spans, settled, times, context)
    settled = ends_of_changes(text, told.parts, spans, times_in_turn(text, told.parts, spans, settled))
    settled = without_seasons(stands_by_now(text, spans, settled, context))
    if account is not None:
        account.change("sums_levels_and_runs", settled[account.number])
    return settled


@value
class _Told:
    """What a flow tells of times, as the rules look at it."""

    text: str
    spans: list[tuple[int, int]]
    context: TimeContext
    words: TimeWords
    parts: list[tuple[int, int]]  # its sentences
    governing: list[Candidate]  # times that may date a quantity
    inside: dict[int, list[Candidate]]  # the same by sentence
    frames: list[Frame]  # times at the head of a statement
    aligned: dict[int, TimeExpression]  # by quantity: lists of years with lists of numbers
    undated: set[int]  # quantities
    starts: list[int]  # of the quantities


def _told_in(
    text: str, spans: list[tuple[int, int]], times: list[TimeExpression], context: TimeContext
) -> _Told:
    parts = sentences(text)
    governing = [
        Candidate(text, time, parts)
        for time in without_spans(text, times, context)
        if time.rule not in GOVERNS_NOTHING and not (time.rule == "duration" and time.edtf is None)
    ]
    mark_rows(text, governing)
    governing = with_stock_clauses(text, parts, governing)
    starts = sorted(start for start, _ in spans)
    found = without_parts(find_frames(text, parts, governing, spans), text, parts, starts, context)
    frames = [
        frame
        for frame in with_stocks(text, parts, found)
        if not is_year_in_passing(frame, text, parts, context)
    ]
    aligned = (
        listed_years(text, parts, governing, spans)
        | aligned_pairs(text, parts, governing, spans)
        | from_to_pairs(text, parts, governing, spans)
    )
    undated = undated_starts(text, governing, spans)
    return _Told(
        text, spans, context, time_words(), parts, governing, by_sentence(governing), frames, aligned, undated, starts
    )  # fmt: skip


def _tried(
    told: _Told, number: int, result: list[AssignedTime], account: Account | None
) -> Iterator[tuple[str, AssignedTime | None]]:
    """What each rule in turn says of a quantity: its name, and the time or None. The first time is taken, and the last rule
    always says one, if only that there is none. ``result``: times of the quantities before it."""
    text, parts, context = told.text, told.parts, told.context
    start, end = told.spans[number]
    goes_with = number > 0 and _goes_with(text[told.spans[number - 1][1] : start], result[-1])
    yield "row_of_numbers", result[-1] if goes_with else None  # 5.7：49.3：45.0
    yield (
        "paired_in_list",
        assigned(told.aligned[number], "clause", "paired_in_list") if number in told.aligned else None,
    )
    yield (
        "undated_start_of_change",
        no_time("undated_start_of_change") if number in told.undated else None,
    )
    lasts = is_length_of_time(text, start, end) and not is_elapsed(text, start, end)
    yield "length_of_time", no_time("length_of_time") if lasts else None
    sentence = index_of(parts, start)
    here = told.inside[sentence]
    of_level = (
        number > 0
        and bool(result[-1].edtf)
        and not (context.report and is_level_before(result[-1]))
        and compares(text, parts[sentence], told.spans[number - 1], start, here)
    )
    yield "of_compared_level", from_level(result[-1]) if of_level else None  # 12406列，同比增长50%
    later = yields_later(text, parts[sentence], here, start)
    yield "once_it_is_there", no_time("once_it_is_there") if later else None
    found = _in_sentence(told, sentence, start, end, account)
    if context.report is None and is_general(text, parts[sentence], start, found):
        yield "holds_in_general", no_time("holds_in_general")
        return
    if found is not None:
        found = beside_goals(text, parts, start, told.starts, found, told.governing, context)
    yield "time_of_sentence", found
    if found is None:
        outer = in_paragraph(
            text, parts, sentence, start, told.frames, context, told.words, told.starts, account
        )
        settled = beside_goals(text, parts, start, told.starts, outer, told.governing, context)
        yield "time_from_outside", settled


def _in_sentence(
    told: _Told, sentence: int, start: int, end: int, account: Account | None
) -> AssignedTime | None:
    """Time from the clause or sentence of the quantity; one left open where a word such as 目前 leaves it open."""
    for item in weighed(told.text, told.parts[sentence], told.inside[sentence], told.starts, start, end):
        if item.given is not None:
            return item.given
        if account is not None:
            account.refuse(item.time, item.refused)
    return None


def _goes_with(between: str, before: AssignedTime) -> bool:
    """5.7：49.3, and 由2016年的79元、|76元|提高到…: a number in the row of one that a time told in passing dates."""
    expression = before.expression
    return between in RATIO or (between in ROW_LINKS and expression is not None and expression.rule == ASIDE)
