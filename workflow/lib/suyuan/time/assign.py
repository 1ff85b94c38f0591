"""assign: which time governs a quantity. Null rather than a guess."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from suyuan.flow import Flow
from suyuan.records.fact import TimeFrom
from suyuan.time.assigned import NO_TIME, AssignedTime
from suyuan.time.candidates import ASIDE, Candidate, dates_backwards, in_relative_clause, mark_rows
from suyuan.time.clauses import brackets, clauses, index_of, sentences
from suyuan.time.context import TimeContext
from suyuan.time.cover import year_of
from suyuan.time.expression import TimeExpression
from suyuan.time.frames import Frame, find_frames, subject_of
from suyuan.time.levels import settle_levels
from suyuan.time.pairs import aligned_pairs, from_to_pairs, undated_starts
from suyuan.time.passing import GOVERNS_NOTHING
from suyuan.time.runs import is_elapsed, spans_of_runs
from suyuan.time.table import TimeWords, time_words

LENGTH_OF = re.compile("(?:经过|历经|历时|用了?|为期|有效期|期限|耗时|需要?|新)$")
TERM_OF = re.compile("[^，。；]{0,8}?(?:纲要|规划|计划|方案|过渡期|保质期|保修)")
UNIT_OF_TIME = re.compile("(?:年|个月|月|天|日|周)(?:左右|以上|以内|多)?$")
RUN_IN_HEAD = re.compile(
    r"^(?:（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}(?:是|、)|\d{1,2}[.、）])"
)
RUN_IN_REACH = 60
VERBLESS = re.compile("[^，。；]{1,18}的[\u4e00-\u9fff]{1,6}。")
YEARLY_MEAN = re.compile("平均每年|每年平均|年均|年平均")
FROM = ("从", "自")
END = re.compile("[到至]")
SOURCE = re.compile(
    "的?(?:年度)?(?:报告|数据|研究|调查|统计|评估|普查)"
)  # ISO 2024年的数据: when it was told
YEAR_ON_YEAR = re.compile(
    "[并且也还，]{0,2}(?:同比|环比|[比较](?:上一?年度?|前一年|去年|上一?季度|上月)(?:同期|同月|末|底)?)"
)
ASPECT = re.compile("[^，。；：]{1,8}(?:方面|领域|层面|上)，")
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
        for time in times
        if time.rule not in GOVERNS_NOTHING and not (time.rule == "duration" and time.edtf is None)
    ]
    mark_rows(text, governing)
    frames = find_frames(text, parts, governing, spans)
    aligned = aligned_pairs(text, parts, governing, spans) | from_to_pairs(text, parts, governing, spans)
    undated = undated_starts(text, governing, spans)
    starts = sorted(start for start, _ in spans)
    result: list[AssignedTime] = []
    for number, (start, end) in enumerate(spans):
        if number in aligned:
            result.append(_assigned(aligned[number], "clause"))
        elif number in undated or (_is_length_of_time(text, start, end) and not is_elapsed(text, start, end)):
            result.append(NO_TIME)
        else:
            sentence = index_of(parts, start)
            if (
                number
                and result[-1].edtf
                and _compares(text, parts[sentence], spans[number - 1], start, governing)
            ):
                result.append(_from_level(result[-1]))  # 12406列，同比增长50%: of the year of the level
                continue
            found = _in_sentence(text, parts[sentence], governing, starts, start, end)
            result.append(found or _beyond(text, parts, sentence, frames, governing, context, words, starts))
    return spans_of_runs(text, spans, settle_levels(text, spans, result, context), context)


def _assigned(time: TimeExpression, time_from: TimeFrom) -> AssignedTime:
    if time.edtf is None:
        return NO_TIME
    return AssignedTime(time.edtf, time.kind, time_from, time.planned, time)


def _in_sentence(
    text: str, sentence: tuple[int, int], governing: list[Candidate], starts: list[int], start: int, end: int
) -> AssignedTime | None:
    """Time from the clause or sentence of the quantity; NO_TIME where a word such as 目前 leaves it open."""
    here = [
        c
        for c in governing
        if sentence[0] <= c.time.start < sentence[1] and not c.time.start <= start < c.time.end
    ]
    within = clauses(text, *sentence)
    clause = within[index_of(within, start)]
    bracket = next((b for b in brackets(text, *sentence) if b[0] <= start < b[1]), None)
    before = [c for c in here if c.time.end <= start]
    for candidate in reversed(before):
        if candidate.bracket is not None and candidate.bracket != bracket:
            continue
        same_clause = candidate.clause == clause
        if not same_clause and not candidate.topic:
            continue
        if not same_clause:
            candidate = _end_of_period(text, candidate, before)
        if in_relative_clause(text, candidate.time, start) and not ISSUED.match(text, candidate.time.end):
            continue
        if candidate.time.rule == ASIDE and _first_from(starts, candidate.time.end) != start:
            continue
        if candidate.row:
            return NO_TIME
        time = _of_mean(text, clause, candidate.time, before)
        return _assigned(time, "clause" if same_clause else "sentence")
    for candidate in here:
        after = candidate.time.start >= end and candidate.clause == clause
        if after and candidate.time.rule != ASIDE and dates_backwards(text, candidate, end):
            return _assigned(candidate.time, "clause")
    return None


def _end_of_period(text: str, candidate: Candidate, before: list[Candidate]) -> Candidate:
    """从2011年首列开行至2024年累计10万列，联通36国: what follows is of the later end; ``candidate`` itself elsewhere."""
    if text[candidate.time.start - 1 : candidate.time.start] not in (*FROM, "由"):
        return candidate
    ends = (c for c in before if c.clause == candidate.clause and c.time.start > candidate.time.end)
    return next((c for c in ends if END.search(text, c.time.start - 1, c.time.start + 1)), candidate)


def _compares(
    text: str, sentence: tuple[int, int], level: tuple[int, int], start: int, governing: list[Candidate]
) -> bool:
    """…为12406列，|同比增长|50%: a clause without a time of its own that sets the quantity of the clause before it against
    an earlier one."""
    within = clauses(text, *sentence)
    index = index_of(within, start)
    head = within[index][0]
    if index == 0 or not within[index - 1][0] <= level[0] < level[1] <= head or level[0] < sentence[0]:
        return False
    if YEAR_ON_YEAR.match(text, head, start) is None:
        return False
    return not any(head <= c.time.start < start for c in governing)


def _from_level(level: AssignedTime) -> AssignedTime:
    """The time of the level; its clause is another one."""
    return replace(level, time_from="sentence") if level.time_from == "clause" else level


def _first_from(starts: list[int], at: int) -> int | None:
    """The first quantity from ``at`` on: the own number of a time told in passing."""
    index = bisect_left(starts, at)
    return starts[index] if index < len(starts) else None


def _of_mean(
    text: str, clause: tuple[int, int], time: TimeExpression, before: list[Candidate]
) -> TimeExpression:
    """从2014年…，截至2016年底共15个，平均每年5个: a mean by the year is of the period, not of its end."""
    if time.kind != "as_of" or time.edtf is None or not YEARLY_MEAN.search(text, *clause):
        return time
    others = [c for c in before if c.time is not time and year_of(c.time.edtf)]
    first = next((c.time for c in others if text[c.time.start - 1 : c.time.start] in FROM), None)
    first = first or next((c.time for c in others if c.topic), None)
    start, end = year_of(first.edtf) if first else None, year_of(time.edtf)
    if first is None or start is None or end is None or start >= end:
        return replace(time, edtf=None)
    return replace(time, edtf=f"{start}/{end}", kind="during")


def _beyond(
    text: str,
    parts: list[tuple[int, int]],
    sentence: int,
    frames: list[Frame],
    governing: list[Candidate],
    context: TimeContext,
    words: TimeWords,
    starts: list[int],
) -> AssignedTime:
    """Time from an earlier sentence of the paragraph, the heading, the title or the document."""
    start, end = parts[sentence]
    index = bisect_right([frame.sentence for frame in frames], sentence - 1) - 1
    if index >= 0:
        frame = frames[index]
        if frame.time.edtf is None:
            return default_time(context) if context.report else NO_TIME
        subjects = {subject_of(text, parts[i][0]) for i in range(frame.sentence + 1, sentence + 1)} - {
            None,
            frame.subject,
        }
        continued = text.startswith(words.continuing, start)
        if context.report is None and not continued and _is_past_period(frame, parts, sentence, starts):
            return default_time(context)
        goes_on = frame.stated or context.report is not None or continued
        if context.report is None and not continued and _leaves(text, parts, frame, start):
            return default_time(context)
        if goes_on and (not subjects or context.report is not None):
            return _assigned(frame.time, "paragraph")
    elif sentence == 0 and context.plan is None and _is_run_in_head(text[start:end]):
        later = [frame.time for frame in frames if frame.sentence > 0]
        if len({time.edtf for time in later}) == 1:
            return _assigned(later[0], "paragraph")
    if index < 0 and context.carried:
        return _assigned(context.carried, "paragraph")
    return NO_TIME if words.general.search(text, start, end) else default_time(context)


def _is_past_period(frame: Frame, parts: list[tuple[int, int]], sentence: int, starts: list[int]) -> bool:
    """在2016-2020年期间，…增长30%。两者密切相关。前20国中有17个: a closed period ends where a sentence has no figures."""
    if not frame.time.edtf or ".." in frame.time.edtf or "/" not in frame.time.edtf:
        return False
    between = parts[frame.sentence + 1 : sentence]
    return any(bisect_left(starts, a) == bisect_left(starts, b) for a, b in between)


def _leaves(text: str, parts: list[tuple[int, int]], frame: Frame, start: int) -> bool:
    """A sentence that a frame does not reach: its time only dated a source, or it opens another aspect.

    ISO 2024年的数据显示…。欧盟的评估…; 气候方面，2024年…。技术方面，….
    """
    if SOURCE.match(text, frame.time.end):
        return True
    here = ASPECT.match(text, start)
    return here is not None and ASPECT.match(text, parts[frame.sentence][0]) is not None


def _is_run_in_head(sentence: str) -> bool:
    """一是制定超70项标准。 超70项标准的产出。 A numbered or verbless head sums up its paragraph."""
    numbered = RUN_IN_HEAD.match(sentence) is not None and len(sentence) <= RUN_IN_REACH
    return numbered or VERBLESS.fullmatch(sentence) is not None


def default_time(context: TimeContext) -> AssignedTime:
    """Time of a quantity that its paragraph does not date: heading, title, or the day that the document reports."""
    if context.heading:
        return AssignedTime(context.heading, "during", "heading", context.heading_planned)
    if context.report and context.report_is_default:
        return AssignedTime(context.report, "during", "title")
    if context.plan:
        return AssignedTime(context.plan, "during", "title", True)
    if context.said and context.said_is_default:
        return AssignedTime(context.said, "as_of", "document")
    return NO_TIME


def _is_length_of_time(text: str, start: int, end: int) -> bool:
    """为期2年, 新10年扶贫纲要: a length of time is dated by nothing around it."""
    if UNIT_OF_TIME.search(text[start:end]) is None:
        return False
    return bool(LENGTH_OF.search(text[max(0, start - 4) : start]) or TERM_OF.match(text, end))
