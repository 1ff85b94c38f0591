"""assign: which time governs a quantity. Null rather than a guess."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from suyuan.flow import Flow
from suyuan.records.fact import TimeFrom, TimeKind
from suyuan.time.candidates import ASIDE, LEAD_IN, Candidate, dates_backwards, in_relative_clause, mark_rows
from suyuan.time.clauses import brackets, clauses, index_of, sentences
from suyuan.time.context import TimeContext
from suyuan.time.cover import year_of
from suyuan.time.expression import TimeExpression
from suyuan.time.pairs import aligned_pairs, from_to_pairs
from suyuan.time.passing import PASSING
from suyuan.time.table import TimeWords, time_words

SUBJECT = re.compile("(?:在)?([\\u4e00-\\u9fff]{2,6}?(?:省|市|区|县|自治区))")
LENGTH_OF = re.compile("(?:经过|历经|历时|用了?|为期|有效期|期限|耗时|需要?)$")
UNIT_OF_TIME = re.compile("(?:年|个月|月|天|日|周)$")
RUN_IN_HEAD = re.compile(
    r"^(?:（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}(?:是|、)|\d{1,2}[.、）])"
)
RUN_IN_REACH = 60
VERBLESS = re.compile("[^，。；]{1,18}的[\u4e00-\u9fff]{1,6}。")
YEARLY_MEAN = re.compile("平均每年|每年平均|年均|年平均")
FROM = ("从", "自")
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


@dataclass(frozen=True, slots=True)
class AssignedTime:
    """Time of a quantity: EDTF or None, its kind, how far away it was stated, and the expression that states it."""

    edtf: str | None = None
    kind: TimeKind | None = None
    time_from: TimeFrom | None = None
    planned: bool = False
    expression: TimeExpression | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A time at the head of a statement, and the place that the statement is about."""

    time: TimeExpression
    subject: str | None
    sentence: int
    stated: bool  # the sentence gave quantities for it


NO_TIME = AssignedTime()


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
        Candidate(text, time, parts) for time in times if time.rule not in ("comparison", "duration")
    ]
    mark_rows(text, governing)
    frames = _frames(text, parts, governing, spans)
    aligned = aligned_pairs(text, parts, governing, spans) | from_to_pairs(text, parts, governing, spans)
    starts = sorted(start for start, _ in spans)
    result = []
    for number, (start, end) in enumerate(spans):
        if number in aligned:
            result.append(_assigned(aligned[number], "clause"))
        elif _is_length_of_time(text, start, end):
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
            result.append(found or _beyond(text, parts, sentence, frames, governing, context, words))
    return result


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


def _frames(
    text: str, parts: list[tuple[int, int]], governing: list[Candidate], spans: list[tuple[int, int]]
) -> list[Frame]:
    """Topic times of the flow in order; unresolved ones (目前, 近年来) are frames too and end the one before."""
    frames = []
    for candidate in governing:
        if not candidate.topic or candidate.row or candidate.time.rule in PASSING:
            continue
        stop = parts[candidate.sentence][1]
        stated = any(candidate.time.end <= start < stop for start, _ in spans)
        subject = _subject(text, candidate.time.end) or _subject(text, candidate.clause[0])
        frames.append(Frame(candidate.time, subject, candidate.sentence, stated))
    return frames


def _subject(text: str, at: int) -> str | None:
    """Place at the head of a statement: 天津市有关部门."""
    lead = LEAD_IN.match(text[at : at + 12])
    match = SUBJECT.match(text, at + (lead.end() if lead else 0))
    return match[1] if match else None


def _beyond(
    text: str,
    parts: list[tuple[int, int]],
    sentence: int,
    frames: list[Frame],
    governing: list[Candidate],
    context: TimeContext,
    words: TimeWords,
) -> AssignedTime:
    """Time from an earlier sentence of the paragraph, the heading, the title or the document."""
    start, end = parts[sentence]
    index = bisect_right([frame.sentence for frame in frames], sentence - 1) - 1
    if index >= 0:
        frame = frames[index]
        if frame.time.edtf is None:
            return NO_TIME
        subjects = {_subject(text, parts[i][0]) for i in range(frame.sentence + 1, sentence + 1)} - {
            None,
            frame.subject,
        }
        continued = text.startswith(words.continuing, start)
        goes_on = frame.stated or context.report is not None or continued
        if context.report is None and not continued and _leaves(text, parts, frame, start):
            return default_time(context)
        if not subjects and goes_on:
            return _assigned(frame.time, "paragraph")
    elif sentence == 0 and _is_run_in_head(text[start:end]):
        later = [frame.time for frame in frames if frame.sentence > 0]
        if len({time.edtf for time in later}) == 1:
            return _assigned(later[0], "paragraph")
    return default_time(context)


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
    if context.said and context.said_is_default:
        return AssignedTime(context.said, "as_of", "document")
    return NO_TIME


def _is_length_of_time(text: str, start: int, end: int) -> bool:
    """经过2年建设: a length of time is dated by nothing around it."""
    return bool(UNIT_OF_TIME.search(text[start:end]) and LENGTH_OF.search(text[max(0, start - 4) : start]))
