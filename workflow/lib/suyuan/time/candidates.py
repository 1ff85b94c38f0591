"""The times of a paragraph with what decides their reach: clause, bracket, topic, attribute of one number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from suyuan.time.clauses import brackets, clauses, index_of
from suyuan.time.datelines import end_of_head
from suyuan.time.expression import TimeExpression
from suyuan.time.reach_words import reach_words
from suyuan.time.table import time_words

ASIDE = "aside"  # rule of a time told in passing (suyuan.time.passing): it governs its own number alone

TOPIC_REACH = (
    8  # a time that begins a clause after at most so many characters is its topic and reaches further
)


SOURCE_REACH = 24  # the same for the year of a source, behind who tells it (某组织（ABC）2023年报告显示)
STATEMENT = re.compile(r"[\d了获得被]")  # what stands before the date already states something


LEAD_IN = re.compile(
    "^(?:到了|直到|早在|在|其中|例如|比如|同时|此外|另外|但|而|且|并|如|如：|即|特别是|尤其是|据统计|数据显示|统计显示|[，：、])+"
)


NUMBERED = re.compile(
    r"^(?:\d{1,2}(?:(?:[.．]\d{1,2}){1,3}[.．、]?|[.．、])|（[一二三四五六七八九十\d]{1,2}）|[一二三四五六七八九十]{1,2}、)"
)

BASIS = re.compile("^[^，。；]{0,40}?为(?:\\w{0,2}(?:转折|节点|起点|标志|基准|基期|基数|契机|依据))")


ROW_LINKS = ("、", "和", "与", "及", "以及", "/")


ATTRIBUTIVE = re.compile(
    r"的(?=[约近超不足仅只到]{0,2}\d)(?!\d+年[间来里中时])"
)  # 2020年的3亿元: of that number alone


PREDICATE = re.compile("(?:[仅约]?为|达到?|仅有?|约)[约近超]?\\d")  # 最高值出现在7月，|为1.17
OF_EXTREME = re.compile(  # 2020年最低，|比2019年减少24.8%
    rf"{PREDICATE.pattern}|(?:平均|均值|年均|共计?|总计|仅|只有|有)[为达]?[约近]?\d|[比较]"
)


FROM = ("从", "由", "自")
TO = re.compile("[到至]")
OF_ALL_YEARS = re.compile("年均|每年|年增|年递增|年平均|逐年|累计|其间|期间")


HAPPENED = re.compile("[\u4e00-\u9fff][在于]$")  # 某路口在|2016年10月6日塌下120 m2，下沉50 cm
PRECISE = re.compile(r"\d{4}-\d\d(?:-\d\d)?$")


class Candidate:
    """A time with what decides its reach."""

    __slots__ = (
        "attributive",
        "bracket",
        "clause",
        "event",
        "held_by_number",
        "row",
        "sentence",
        "time",
        "topic",
    )

    def __init__(self, text: str, time: TimeExpression, parts: list[tuple[int, int]]) -> None:
        self.time = time
        self.row = False  # one of several dates in a row: none of them alone dates what follows
        self.sentence = index_of(parts, time.start)
        start, end = parts[self.sentence]
        spans = clauses(text, start, end)
        self.clause = spans[index_of(spans, time.start)]
        self.bracket = next((b for b in brackets(text, start, end) if b[0] <= time.start < b[1]), None)
        head = end_of_head(text) if self.clause[0] == 0 else 0  # 新华社某市10月20日电（记者…）
        lead = (
            text[head if head <= time.start else 0 : time.start]
            if head
            else text[self.clause[0] : time.start]
        )
        if self.clause[0] == start:
            lead = NUMBERED.sub("", lead)  # 3.2截止2021年末，…
        lead = LEAD_IN.sub("", lead)
        paired = (
            text[max(0, time.start - 1) : time.start] in ("从", "由", "到", "至")
            and text[time.end : time.end + 1] == "的"
        )
        self.attributive = bool(ATTRIBUTIVE.match(text, time.end)) or (
            paired and "/" not in (time.edtf or "")
        )
        basis = text[max(self.clause[0], time.start - 1) : time.start] == "以" and BASIS.match(text, time.end)
        aside = time.rule == ASIDE
        self.held_by_number = self.attributive or aside  # 2020年的3亿元, 由2002年7703元增至…
        lasting = (
            time.rule == "duration" and text[time.end : time.end + 1] != "，"
        )  # 近三年, read in a report
        of_noun = (time.edtf or "").endswith("/..") or (time.edtf or "").startswith("../")
        of_noun = of_noun and text[time.end : time.end + 1] == "的"  # 2007年3月后的患者: whom it describes
        held = of_noun or lasting or self.bracket is not None or self.attributive or aside or basis
        cited = len(lead) <= SOURCE_REACH and reach_words().cites.match(text, time.end) is not None
        self.event = (
            HAPPENED.search(lead) is not None
            and PRECISE.match(time.edtf or "") is not None
            and not held
            and not STATEMENT.search(lead)
        )
        self.topic = (len(lead) <= TOPIC_REACH or cited) and not held and not STATEMENT.search(lead)


def by_sentence(candidates: Sequence[Candidate]) -> defaultdict[int, list[Candidate]]:
    """The candidates of each sentence, in order."""
    inside: defaultdict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        inside[candidate.sentence].append(candidate)
    return inside


def mark_rows(text: str, governing: list[Candidate]) -> None:
    """Mark the dates of 2008年、2012年和2016年."""
    for left, right in pairwise(governing):
        if text[left.time.end : right.time.start] in ROW_LINKS:
            left.row = right.row = True


def dates_backwards(text: str, candidate: Candidate, end: int) -> bool:
    """Whether a time after the quantity dates it: 5项（2022年）; 1项标准获得2022年首届称号."""
    time = candidate.time
    if candidate.bracket is not None:
        return candidate.bracket[0] - end <= 8
    return time.edtf is not None and not in_relative_clause(text, time, min(len(text), time.end + 20))


def ends_change(
    text: str, clause: tuple[int, int], candidate: Candidate, before: Sequence[Candidate]
) -> bool:
    """从2012年的1万公里增加|到2023年的5万公里|，居世界首位: the clause right after a change is of its later end, but not
    what is told of all its years (年均增长8%, 累计新建3座)."""
    if candidate.clause[1] + 1 < clause[0] or OF_ALL_YEARS.search(text, *clause) is not None:
        return False
    if (
        candidate.bracket is not None
        or TO.search(text, candidate.time.start - 1, candidate.time.start + 1) is None
    ):
        return False
    starts = (c for c in before if c.clause == candidate.clause and c.time.start < candidate.time.start)
    return any(text[c.time.start - 1 : c.time.start] in FROM for c in starts)


def in_relative_clause(text: str, time: TimeExpression, start: int) -> bool:
    """于2019年成立的研究院有50人: the year dates the noun. 2021年发布的5项 keeps it, for 的 touches the quantity."""
    between = text[time.end : start]
    if "，" in between or "；" in between:
        between = re.split("[，；]", between)[0]
    verb = time_words().clause_verb.search(between[:20])
    if not verb:
        return False
    of = between.find("的", verb.end())
    return of >= 0 and of - verb.end() <= 2 and time.end + of + 1 < start


def later_end(text: str, candidate: Candidate, before: Sequence[Candidate]) -> Candidate:
    """从2011年首列开行至2024年累计10万列，联通36国: what follows is of the later end; ``candidate`` itself elsewhere."""
    if text[candidate.time.start - 1 : candidate.time.start] not in FROM:
        return candidate
    ends = (c for c in before if c.clause == candidate.clause and c.time.start > candidate.time.end)
    return next((c for c in ends if TO.search(text, c.time.start - 1, c.time.start + 1)), candidate)
