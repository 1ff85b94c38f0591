"""The days of the event that news tell of: 本届大会, 展会期间.

The words are in news_words.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from suyuan.language import any_of, language_table
from suyuan.time.candidates import Candidate
from suyuan.time.clauses import sentences
from suyuan.time.expression import TimeExpression
from suyuan.time.passing import NO_ANTECEDENT
from suyuan.time.points import DAY, count

EVENT = "event"  # rule of 本届大会, 展会期间
LENGTH = re.compile("为期([一二两三四五六七八九十\\d]{1,3})天")
CLOSED, OPENED = (
    re.compile("闭幕|落幕|落下帷幕|圆满结束|收官|圆满落幕"),
    re.compile("开幕|启幕|揭幕|拉开帷幕|启动|开展"),
)
LONGEST_EVENT = 30  # days
NAME = 40  # characters of the name of an event before its days
CLAUSE_MARK = re.compile("[，。；：）]")
REACH = 60  # between the days of an event and what is held
# at the head of a sentence: 19日上午，…; 20日，…
DAY_OF_NEWS = re.compile(
    rf"(?P<day>{DAY})日(?:(?:上午|下午|晚间|晚上|晚|凌晨|清晨|早上|早晨|中午|傍晚|当天)，?|，)(?!\d)"
)
CLOSED_DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")
SENTENCE_END = frozenset("。！？\n")


@dataclass(frozen=True)
class NewsWords:
    """news_words.yaml, ready for matching."""

    held: re.Pattern[str]  # behind the days: what is held
    event: re.Pattern[str]  # what is held, before the days
    opens: re.Pattern[str]  # behind them: that it is held
    this: re.Pattern[str]  # 本届大会, 大会期间
    completed: re.Pattern[str]  # behind 后: a thing is there
    reached: re.Pattern[str]  # it is there already


@cache
def news_words() -> NewsWords:
    """The word table of the package."""
    table = language_table("news_words.yaml")
    events, held, this = (any_of(table[key]) for key in ("events", "held", "this"))
    return NewsWords(
        held=re.compile(
            f"[^。；]{{0,{REACH}}}?(?:{events}[^，。；]{{0,20}}?{held}|{held}[^，。；]{{0,30}}?{events})"
        ),
        event=re.compile(f"{events}(?:于|在|将于)?$"),
        opens=re.compile(f"[^，。；]{{0,20}}?{held}"),
        this=re.compile(
            f"{this}[^，。；：、的\\d]{{0,10}}?{events}(?:举办|召开)?(?:期间|上)?|{events}(?:举办|召开)?期间"
        ),
        reached=re.compile(any_of(table["reached"])),
        completed=re.compile(f"{any_of(table['completions'])}(?:以|之)?后"),
    )


def days_of_event(text: str, times: Sequence[TimeExpression]) -> str | None:
    """10月18日至20日，第九届…大会在这里举行: the day or days, EDTF; ``times`` are the resolved times of a lead paragraph."""
    for start, end in sentences(text):
        for time in times:
            if not start <= time.start < end or time.rule in NO_ANTECEDENT or not time.edtf:
                continue
            if CLOSED_DAYS.fullmatch(time.edtf) and _is_held(text, start, time, end):
                return _with_length(time.edtf, text[start:end])
    return None


def _is_held(text: str, start: int, time: TimeExpression, end: int) -> bool:
    """Whether a sentence says that an event was held on these days: 5月9日，…博览会开幕; 第八届…博览会5月9日开幕."""
    words = news_words()
    if words.held.match(text, time.end, end):
        return True
    lead = CLAUSE_MARK.split(text[max(start, time.start - NAME) : time.start])[-1]
    return words.event.search(lead) is not None and words.opens.match(text, time.end, end) is not None


def _with_length(edtf: str, sentence: str) -> str:
    """昨日，为期三天的…博览会落下帷幕: the three days that end, or for an opening begin, with the day told."""
    length, closed = LENGTH.search(sentence), CLOSED.search(sentence)
    days = count(length[1]) - 1 if length else 0
    if "/" in edtf or not 0 < days <= LONGEST_EVENT or bool(closed) == bool(OPENED.search(sentence)):
        return edtf
    day = date.fromisoformat(edtf)
    first, last = (day - timedelta(days), day) if closed else (day, day + timedelta(days))
    return f"{first.isoformat()}/{last.isoformat()}"


def read_event_word(text: str, at: int) -> TimeExpression | None:
    """本届大会, 此次论坛, 展会期间 at ``at``: the days of the event; None where the words are others (本届政府)."""
    match = news_words().this.match(text, at)
    if match is None:
        return None
    return TimeExpression(at, match.end(), None, "during", "event", EVENT)


def read_day_of_news(text: str, at: int) -> TimeExpression | None:
    """19日上午，… at the head of a sentence: a day of the month of the telling."""
    match = DAY_OF_NEWS.match(text, at)
    if match is None or (at and text[at - 1] not in SENTENCE_END):
        return None
    return TimeExpression(
        at,
        match.end() - match.group().endswith("，"),
        None,
        "during",
        f"day_of_month:{match['day']}",
        "day_of_month",
    )


def yields_later(text: str, sentence: tuple[int, int], inside: Sequence[Candidate], start: int) -> bool:
    """全部达产后，年产值可达|150亿元，带动就业|4500人: what a thing will yield once it is there is of no stated time.

    ``inside``: the candidates of the sentence; a time told after these words (投产后，2024年产值…) holds, and so do a goal
    (到2025年全部建成后) and what has been done (投产后已实现…).
    """
    done = max(news_words().completed.finditer(text, sentence[0], start), key=re.Match.end, default=None)
    if done is None or news_words().reached.search(text, done.end(), start):
        return False
    if text.find("；", done.end(), start) >= 0:
        return False
    lead = max(text.rfind(mark, sentence[0], done.start()) for mark in "，；：")
    return not any(lead < c.time.start < start or c.time.planned for c in inside)
