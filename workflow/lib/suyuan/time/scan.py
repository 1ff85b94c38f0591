"""find_times: the time expressions of a flow.

A scan finds candidates (runs of digits, words of the table); each is read by small functions into points; words
before and after (截至, 以来, 之前) turn points into periods.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from suyuan.records.fact import TimeKind
from suyuan.time.datelines import RULE as OF_DATELINE
from suyuan.time.datelines import dates_the_telling
from suyuan.time.dates import (
    CENTURY,
    read_bare_range,
    read_century,
    read_double_year,
    read_end,
    read_part,
    read_point,
    read_year_list,
)
from suyuan.time.edges import STOPS, finish, is_compared, is_length
from suyuan.time.english import english_times
from suyuan.time.events import read_day_of_news, read_event_word
from suyuan.time.expression import TimeExpression
from suyuan.time.fiscal import fiscal_times
from suyuan.time.named import EVENT_SINCE, read_named
from suyuan.time.passing import mark_passing
from suyuan.time.points import DAY, YEAR, YEAR_MARKED, Point, count, exists
from suyuan.time.table import TimeWords, time_words

DIGITS = re.compile("[0-9]+")
ISO_DAY = re.compile(f"({YEAR})([-/.])(1[0-2]|0?[1-9])\\2({DAY})(?![0-9])")
ISO_MONTH = re.compile(f"({YEAR})-(1[0-2]|0[1-9])(?![0-9年月-])")
TITLE = re.compile("[《〈》〉]")
# 22年1季度, 22Q1, 2022Q1: the part of the year shows that the two digits are no length of time
UP_TO_DAY = re.compile(f"({DAY})日(?:[0-9]{{1,2}}时(?:[0-9]{{1,2}}分)?)?")
UP_TO = ("截至", "截止")
NUMERALS = frozenset("0123456789一二三四五六七八九十百千万两几")
CENTURY_WORDS = re.compile("上世纪|二十一?世纪")
QUARTER_BEFORE = re.compile("[一二三四1-4][、和与及至到~-]第?$")
PLAN_BEFORE = re.compile(
    '[“"]?([一十][一二三四五六]?五|[一二三四五六七八九十]五)[”"]?(?:、|和|与|及|至|到|-)[“"]?$'
)
YEARS_LONG = re.compile("的?([0-9一二三四五六七八九十两]{1,2})年")
SHOWN = tuple("体出实呈发表展再浮闪")
YEARS_AGO = re.compile("([0-9]{1,2}|[一二三四五六七八九十两]{1,3})年前")
OPENING, CLOSING = "〔【[［", "〕】]］"


def find_times(text: str) -> list[TimeExpression]:
    """Time expressions of ``text`` (a ``Flow.text``), in order, without overlap.

    Relative ones have ``edtf`` None, or a pattern with ``XXXX`` where a month or day is said; ``resolve`` fills them.
    Years inside 《titles》 and in document numbers are left out. Durations that end at the time of telling (近三年) have
    ``relative`` ``recent`` or ``future``: their numeral is for the quantity grammar.
    """
    return list(_times_in(text))


@lru_cache(
    maxsize=8192
)  # the paragraphs of a document: its times, its kind and its period are asked for one after the other
def _times_in(text: str) -> tuple[TimeExpression, ...]:
    words = time_words()
    titles = title_spans(text)
    starts = [start for start, _ in titles]
    found: list[TimeExpression] = []
    done = 0
    other = [*english_times(text), *fiscal_times(text, words)]
    for at, is_word in _candidates(text, words):
        if at < done or any(time.start <= at < time.end for time in other):
            continue
        if titles:
            index = bisect_right(starts, at) - 1
            if index >= 0 and at < titles[index][1]:
                continue
        new = _read_word(text, at, words) if is_word else _read_digits(text, at, words)
        for expression in new:
            if found and expression.start < found[-1].end:
                continue
            found.append(expression)
            done = max(done, expression.end)
    return tuple(mark_passing(text, sorted([*found, *other], key=lambda time: time.start)))


def title_spans(text: str) -> list[tuple[int, int]]:
    """Spans of 《…》, outermost, with nested 《》 and 〈〉 counted; an unclosed one ends at the end of its clause."""
    spans: list[tuple[int, int]] = []
    depth, start = 0, 0
    for match in TITLE.finditer(text):
        if match.group() in "《〈":
            if depth == 0:
                start = match.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                spans.append((start, match.end()))
    if depth:
        stop = text.find("》", start)
        if stop >= 0:
            spans.append((start, stop + 1))
    return spans


def _candidates(text: str, words: TimeWords) -> list[tuple[int, bool]]:
    """Positions where a time may start, and whether by a word of the table (else by a digit)."""
    spots = [(match.start(), True) for match in words.trigger.finditer(text)]
    for match in DIGITS.finditer(text):
        start, end = match.span()
        length = end - start
        after = text[end : end + 1]
        if length == 4:
            if text[start] in "12" and (start == 0 or text[start - 1] not in ".,"):
                spots.append((start, False))
        elif length <= 2 and after and after in "月日-~至到世季":
            spots.append((start, False))
    spots.extend((match.start(), False) for match in CENTURY_WORDS.finditer(text))
    spots.sort()
    return spots


def _read_digits(text: str, at: int, words: TimeWords) -> list[TimeExpression]:
    """Expressions that begin with the run of digits at ``at``."""
    before = text[at - 1 : at]
    if before and (
        before in OPENING or (before.isascii() and (before.isalnum() or before in "-./")) or before == "第"
    ):
        closed = before in OPENING and text[at + 4 : at + 5] in CLOSING
        if before not in OPENING or closed:
            return []
    double = read_double_year(text, at, words)
    if double:
        return double
    day_of_news = read_day_of_news(text, at)
    if day_of_news:
        return [day_of_news]
    day = UP_TO_DAY.match(text, at)
    if day and text.endswith(UP_TO, 0, at):
        return [TimeExpression(at - 2, day.end(), None, "as_of", f"day_of_month:{day[1]}", "day_of_month")]
    century = CENTURY.match(text, at)
    if century:
        return read_century(text, at, century, words)
    iso = ISO_DAY.match(text, at)
    if iso:
        point = Point(at, iso.end(), iso[1], int(iso[3]), int(iso[4]))
        return [finish(text, point, None, words, "iso")] if exists(point) else []
    iso = ISO_MONTH.match(text, at)
    if iso and not before.isalpha():
        return [finish(text, Point(at, iso.end(), iso[1], int(iso[2])), None, words, "iso")]
    shared = read_year_list(text, at, words)
    if shared:
        return shared
    left = read_point(text, at, words)
    if left is None:
        return read_bare_range(text, at, words)
    if left.year != "XXXX" and is_length(text, at, left, words):
        return []
    right = read_end(text, left, words)
    of_news = left.day is not None and dates_the_telling(text, at)
    return [finish(text, left, right, words, OF_DATELINE if of_news else "date")]


def _read_word(text: str, at: int, words: TimeWords) -> list[TimeExpression]:
    """Expressions that begin with a word of the table."""
    before = text[at - 1 : at]
    if text[at] in "一二" and YEAR_MARKED.match(text, at):
        left = read_point(text, at, words)
        return [finish(text, left, read_end(text, left, words), words, "chinese_year")] if left else []
    named = read_named(text, at, words)
    if named:
        return [named]
    plan = words.plan.match(text, at)
    if plan and before not in NUMERALS:
        return [_read_plan(text, at, plan, words)]
    past = words.past_span.match(text, at)
    if past:
        read = _read_past_span(text, past, words)
        if read:
            return [read]
    ago = YEARS_AGO.match(text, at)
    opens = before == "" or before in STOPS or text.endswith(("早在", "早", "，在"), 0, at)
    compared = before != "" and before in "比较"  # 较10年前下降一半
    if ago and (opens or compared) and text[ago.end() : ago.end() + 1] not in words.not_ago:
        rule, gone = "comparison" if compared else "relative", count(ago[1])
        return [TimeExpression(at, ago.end(), None, "during", f"years_ago:{gone}", rule)] if gone else []
    event = read_event_word(text, at)
    if event:
        return [event]
    duration = words.duration.match(text, at)
    if duration:
        head = next(head for head in words.duration_heads if text.startswith(head, at))
        if head == "前" and before and before not in STOPS:
            return []
        recent = words.duration_heads[head]
        years = YEARS_LONG.match(text, at + len(head))
        if years and words.record.match(text, duration.end()) is None:
            recent += f":{count(years[1])}"
        return [TimeExpression(at, duration.end(), None, "during", recent, "duration")]
    for word in words.event_since:
        if text.startswith(word, at):
            return [TimeExpression(at, at + len(word), None, "during", "named_event", EVENT_SINCE)]
    relative = next((word for word in words.relatives_longest if text.startswith(word, at)), None)
    if relative:
        return _read_relative(text, at, relative, words)
    link = next((word for word in words.connectives_longest if text.startswith(word, at)), None)
    if link:
        if before and before not in STOPS:
            return []
        return [TimeExpression(at, at + len(link), None, "during", words.connectives[link], "connective")]
    if QUARTER_BEFORE.search(text, max(0, at - 3), at):
        return []  # 一、二季度: of the first nothing would be said
    point = read_part(text, Point(at, at, "XXXX"), words, alone=True)
    if point.end > at and before not in NUMERALS and before != "第":
        return [finish(text, point, None, words, "part_of_year")]
    return []


def _read_past_span(text: str, past: re.Match[str], words: TimeWords) -> TimeExpression | None:
    """过去五年, 这三年, 五年来: years that end with the year under report; None where the words are none."""
    years, before = count(past["years"]), text[past.start() - 1 : past.start()]
    if (
        past["head"] is None
        and past["deictic"] is None
        and (before in NUMERALS or before not in (*STOPS, ""))
    ):
        return None
    if not past["head"] and not past["deictic"] and past.group().endswith("年"):
        return None
    if not years or words.record.match(text, past.end()):
        return None
    rule = "duration" if past["head"] else "relative"
    return TimeExpression(past.start(), past.end(), None, "during", f"past_years:{years}", rule)


def _read_plan(text: str, at: int, plan: re.Match[str], words: TimeWords) -> TimeExpression:
    """“十四五”时期, “十四五”前三年, “十二五”和“十三五”期间."""
    first, last = words.plans[plan[1]]
    tail = words.plan_tails.get(plan[2], "period")  # “十五”|计划指标没有全部实现
    if tail.startswith("first_"):
        last = first + int(tail.removeprefix("first_")) - 1
    earlier = PLAN_BEFORE.search(text, max(0, at - 8), at)
    if earlier and earlier[1] in words.plans and tail == "period":
        before = words.plans[earlier[1]]
        if before[1] + 1 == first:
            edtf = f"{before[0]}/{last}"
            return TimeExpression(earlier.start(), plan.end(), edtf, "during", None, "plan")
    start = at - 1 if text[at - 1 : at] in "“\"'「" and at else at
    rule = "comparison" if is_compared(text, start, plan.end(), words) else "plan"
    if tail == "since":
        return TimeExpression(start, plan.end(), f"{first}/..", "during", None, rule)
    if tail == "end":
        return TimeExpression(start, plan.end(), f"{last}-12", "as_of", None, rule)
    return TimeExpression(start, plan.end(), f"{first}/{last}", "during", None, rule)


def _read_relative(text: str, at: int, word: str, words: TimeWords) -> list[TimeExpression]:
    """今年, 同年4月, 去年底, 目前 …: the pattern of month and day stays in ``edtf`` with year XXXX."""
    relative = words.relatives[word]
    end = at + len(word)
    before = text[at - 1 : at]
    if word.startswith(("前年", "上年", "当年", "近年", "最近")) and before in ("目", "以", "之", "大"):
        return []
    if before and before in words.relatives_not_after.get(word, ""):
        return []
    if word in words.relatives_only_of and not words.relatives_only_of[word].match(text, end):
        return []
    if (word == "现在" and before in SHOWN) or (word == "目前" and text.startswith("期", end)):
        return []  # 体现在, 项目前期
    if relative.takes_part:
        point = read_part(text, Point(at, end, "XXXX"), words)
        if point.end > end:
            right = read_end(text, point, words)
            return [finish(text, point, right, words, "relative", relative.rule)]
        suffix = words.suffix.match(text, end)
        if suffix and words.suffixes[suffix.group()] == "since":
            return [TimeExpression(at, suffix.end(), None, "during", f"{relative.rule}:since", "relative")]
        compare = is_compared(text, at, end, words)
        same = relative.rule in ("last_of_report", "last_year") and text.startswith("同期", end)
        said = f"{relative.rule}:same" if same else relative.rule  # 上年同期 of a half-yearly report
        return [TimeExpression(at, end, None, "during", said, "comparison" if compare else "relative")]
    kind: TimeKind = "as_of" if relative.as_of or relative.rule == "to_date" else "during"
    rule = "comparison" if is_compared(text, at, end, words) else "relative"
    return [TimeExpression(at, end, None, kind, relative.rule, rule)]
