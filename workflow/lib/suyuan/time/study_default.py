"""When a study says nowhere in a known form when its data were collected: the period that stands nearest a word of collecting.

近十年的资料见于2012—2021年台账: no rule reads the sentence, yet a reader takes these years. Cited work, years of norms and of
publication, ends of a follow-up and times in brackets are no such period.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from suyuan.flow import Flow
from suyuan.time.assigned import AssignedTime
from suyuan.time.clauses import clauses, index_of, sentences
from suyuan.time.expression import TimeExpression
from suyuan.time.study_collection import DOWNLOADED
from suyuan.time.study_dates import Period, periods
from suyuan.time.study_sections import NUMBER, Section, kind_of
from suyuan.time.study_words import study_words

TOLD_IN = {"abstract": 0, "methods": 0, "definitions": 1}  # rank of the kinds of section
TITLE, NOTE, FIRST_WORDS = 2, 3, 4  # ranks of the title, of notes, and of what stands before the methods
DATA = re.compile(
    "数据|资料|问卷|访谈|样[本品]|调查|研究区|材料|采集|采样|观测|监测|测试|试验"
)  # in a heading among results
BESIDE = 4  # characters between a year alone and the word of collecting, before the methods
FARTHEST = 40  # characters between a period and the word of collecting
# 两个生长季|（2018-2020年）
IN_BRACKETS = re.compile("(?:季|年度|期间?|时间|周期|试验|实验|调查|监测|观测|采样|阶段|学年|学期|数据)$")
OPENS = "（([【"
GENERAL = re.compile(
    "全国|我国|中国|全球|世界|国内外|国外|各国|(?<![数证])据[^，。；]{2,20}(?:统计|显示|报告|监测|估算|预测)"
)
REMARK = re.compile("[①-⑳*†※]|注[：:释]?|说明：|备注：?|数据来源：|资料来源：")
EVERY_YEAR = re.compile(r"\d{1,2}月(?!\d)[^年]{0,3}[次翌]年")  # 12月至次年2月, of each year
THINKS = re.compile("认为|主张|提出|指出|建议|强调|归纳|概括|梳理")
EDITION = re.compile("[)）]?年?(?:版|标准|修订|规划|指南)")  # 《指南（2019年版）》


def is_remark(flow: Flow) -> bool:
    """①调查时间为2021年11月; 注：数据取自…的记录: a remark under a text that tells of its data."""
    return REMARK.match(flow.text) is not None and DATA.search(flow.text) is not None


def tells_data(section: Section) -> bool:
    """数据来源 under 数据来源与描述性统计: whether the innermost heading among results tells where data are from."""
    if section.kind != "results" or not section.heads:
        return False
    head = section.heads[-1]
    number = NUMBER.match(head)
    plain = head[number.end() :] if number else head
    return kind_of(plain) == "methods" and DATA.search(plain) is not None


def title_period(
    flows: Sequence[Flow], sections: Sequence[Section], times: Sequence[Sequence[TimeExpression]]
) -> tuple[int, Period] | None:
    """The period that the title of a study names (甲县2016—2021年流行特征), with the index of its flow."""
    for index, (flow, section) in enumerate(zip(flows, sections, strict=True)):
        if section.kind != "title" or flow.block.kind not in ("title", "heading"):
            continue
        for period in periods(flow.text, times[index]):
            if EDITION.match(flow.text, period.end) is None:
                return index, period
    return None


def salient_period(
    flows: Sequence[Flow], sections: Sequence[Section], times: Sequence[Sequence[TimeExpression]]
) -> tuple[int, Period] | None:
    """The period nearest to a word of collecting in its sentence, with the index of its flow.

    The abstract and the methods come before definitions, these before the title, a note, and what stands before the
    methods and speaks neither of the country nor of others; a span or a month before a year alone. None where there is none.
    """
    found: list[tuple[tuple[int, bool, int, int, int], int, Period]] = []
    for index, (flow, section) in enumerate(zip(flows, sections, strict=True)):
        rank = _rank(flow, section)
        if rank is None:
            continue
        parts = sentences(flow.text)
        for period in periods(flow.text, times[index]):
            sentence = parts[index_of(parts, period.start)]
            if rank in (NOTE, FIRST_WORDS) and GENERAL.search(flow.text, *sentence):
                continue
            far = _distance(flow, period, sentence)
            if far is not None and not (rank == FIRST_WORDS and period.edtf.isdigit() and far > BESIDE):
                recurs = EVERY_YEAR.match(flow.text, period.start, period.end) is not None
                order = (rank, recurs or period.edtf.isdigit(), far, index, period.start)
                found.append((order, index, period))
    titled = title_period(flows, sections, times)
    if titled is not None:
        index, period = titled
        found.append(((TITLE, period.edtf.isdigit(), 0, index, period.start), index, period))
    if not found:
        return only_period(flows, sections, times)
    _, index, period = min(found, key=lambda row: row[0])
    return index, period


def only_period(
    flows: Sequence[Flow], sections: Sequence[Section], times: Sequence[Sequence[TimeExpression]]
) -> tuple[int, Period] | None:
    """The one time told to the month or day where the authors say what they did (笔者于2023年7月赴三县…), in the abstract and the
    methods, else before the methods: no word of collecting stands near it, but there is no other. None where several compete."""
    told: dict[int, dict[str, tuple[int, Period]]] = {}
    for index, (flow, section) in enumerate(zip(flows, sections, strict=True)):
        rank = _rank(flow, section)
        if rank is None:
            continue
        parts = sentences(flow.text)
        for period in periods(flow.text, times[index]):
            sentence = parts[index_of(parts, period.start)]
            ours = study_words().ours.search(flow.text, *sentence) is not None
            if "-" not in period.edtf or not ours or GENERAL.search(flow.text, *sentence):
                continue
            if not _is_elsewhere(flow, period, sentence):
                told.setdefault(rank, {}).setdefault(period.edtf, (index, period))
    first = told[min(told)] if told else {}
    if len(first) != 1:
        return None
    index, period = next(iter(first.values()))
    return (index, period) if _says_what_authors_did(flows[index].text, period) else None


def _says_what_authors_did(text: str, period: Period) -> bool:
    """笔者于|2023年7月|赴三县…; |2023年7月|，笔者…: whether the authors speak of themselves in the clause of a period, or in the
    next where it holds nothing else, and say more than what they think (本文认为)."""
    parts = sentences(text)
    within = clauses(text, *parts[index_of(parts, period.start)])
    k = index_of(within, period.start)
    low, high = within[k]
    if high - period.end <= 1 and k + 1 < len(within):
        high = within[k + 1][1]
    words = study_words()
    if words.not_collected.search(text, low, high):
        return False
    ours = words.ours.search(text, low, high)
    return ours is not None and THINKS.search(text, ours.end(), high) is None


def _rank(flow: Flow, section: Section) -> int | None:
    """How early a flow is asked for the period; None for one that is not."""
    if flow.block.kind in ("heading", "table", "caption", "title"):
        return None
    if is_remark(flow):
        return 0
    if flow.block.kind in ("footnote", "note"):
        return NOTE if DATA.search(flow.text) else None
    if tells_data(section):
        return 0
    if section.kind == "background":
        return FIRST_WORDS if not section.heads or study_words().own.search(flow.text) else None
    return TOLD_IN.get(section.kind)


def nearest_period(flow: Flow, times: Sequence[TimeExpression], end: int) -> Period | None:
    """The first span or month before ``end`` that has a word of collecting near it; None where there is none."""
    parts = sentences(flow.text)
    for period in periods(flow.text, times):
        if period.end > end:
            return None
        if (
            not period.edtf.isdigit()
            and _distance(flow, period, parts[index_of(parts, period.start)]) is not None
        ):
            return period
    return None


def is_year_of_study(
    item: AssignedTime, edtf: str, stated: Collection[tuple[int, int, int]], index: int
) -> bool:
    """利用2021年的入户数据, in a study that says below 2021年7—8月: the year that states the period stands for it.

    ``edtf``: the period of the study, ``stated``: where it is stated (flow, start, end), ``index``: the flow of ``item``.
    """
    told, year = item.expression, item.edtf or ""
    if told is None or not year.isdigit() or any(part[:4] != year for part in edtf.split("/")):
        return False
    return any(flow == index and a <= told.start < b for flow, a, b in stated)


def is_of_row(
    item: AssignedTime, stated: Collection[tuple[int, int, int]], index: int, sentence: tuple[int, int]
) -> bool:
    """2014年、2016年和2018年的调查数据表明…: a number of one of several dates, where these are what the study is of."""
    a, b = sentence
    row = item.edtf is None and item.rule == "one_of_several_dates"
    return row and any(flow == index and a <= start < b for flow, start, _ in stated)


def _distance(flow: Flow, period: Period, sentence: tuple[int, int]) -> int | None:
    """Characters between a period and the nearest word of collecting in its sentence; None where it is no time of collecting."""
    text, words = flow.text, study_words()
    a, b = sentence
    if _is_elsewhere(flow, period, sentence):
        return None
    working = words.working_or_analysing if "/" in period.edtf else words.working
    near = [
        max(match.start() - period.end, period.start - match.end(), 0)
        for match in working.finditer(text, a, b)
    ]
    far = min(near, default=FARTHEST + 1)
    return far if far <= FARTHEST else None


def _is_elsewhere(flow: Flow, period: Period, sentence: tuple[int, int]) -> bool:
    """Whether a period stands in brackets, in a clause that says what else it is of, or in a sentence on others' work."""
    text, words = flow.text, study_words()
    a, b = sentence
    within = clauses(text, a, b)
    bracketed = text[period.start - 1 : period.start] in tuple(OPENS)
    if bracketed and IN_BRACKETS.search(text, a, period.start - 1) is None:
        return True
    if words.not_collected.search(text, *within[index_of(within, period.start)]):
        return True
    if DOWNLOADED.match(text, period.end):
        return True
    return words.others.search(text, a, b) is not None or any(a <= mark.at <= b for mark in flow.marks)
