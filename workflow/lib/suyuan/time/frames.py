"""Times that a paragraph goes on from: at the head of a statement, for the sentences after it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache

from suyuan.places.groups import NATIONAL
from suyuan.places.tables import package_text, parse_places
from suyuan.places.trie import longest_match
from suyuan.time.candidates import LEAD_IN, Candidate
from suyuan.time.cover import year_of
from suyuan.time.expression import TimeExpression
from suyuan.time.passing import PASSING
from suyuan.time.reach_words import reach_words
from suyuan.time.table import time_words
from suyuan.values import value

# 再生利用|市场规模, 功能|区域: no places
SUBJECT = re.compile(
    "(?:在)?([\\u4e00-\\u9fff]{2,6}?(?:省(?![份级])|市(?!场|值|价格|容量|占率|盈率)|区(?![域间位块划])|县(?![域级])|自治区))"
)
# 五城|平均车桩比, 30个省份|均值
SEVERAL = re.compile(
    "(?:[两二三四五六七八九十]{1,3}|\\d{1,3}个)(?:省[份市区]?|城市?|市|县|地|国)(?=[的间均平合总各])"
)


@value
class Frame:
    """A time at the head of a statement, and the place that the statement is about."""

    time: TimeExpression
    subject: str | None
    sentence: int
    stated: bool  # the sentence gave quantities for it
    abroad: str | None = None  # another country that the statement is about
    of_place: str | None = None  # place beside the time: 2021年|浙江|省民营企业…, not 2021年，浙江省…


def find_frames(
    text: str, parts: list[tuple[int, int]], governing: list[Candidate], spans: list[tuple[int, int]]
) -> list[Frame]:
    """Topic times of the flow in order; unresolved ones (目前, 近年来) are frames too and end the one before."""
    frames = []
    starts = sorted(start for start, _ in spans)
    for candidate in governing:
        if not candidate.topic or candidate.row or candidate.time.rule in PASSING:
            continue
        stop = parts[candidate.sentence][1]
        stated = bisect_left(starts, candidate.time.end) < bisect_left(starts, stop)
        subject = subject_of(text, candidate.time.end) or subject_of(text, candidate.clause[0])
        abroad = country_of(text, candidate.time.end) or country_of(text, candidate.clause[0])
        of_place = place_at(text, candidate.time.end) or _place_before(text, candidate)
        frames.append(Frame(candidate.time, subject, candidate.sentence, stated, abroad, of_place))
    return frames


def with_stocks(text: str, parts: list[tuple[int, int]], frames: list[Frame]) -> list[Frame]:
    """``frames`` with the end of the year taken up again by a sentence on stocks.

    年末持卡13亿人，全年服务112亿人次。平台已开通116项: an annual report that has stated the end of the year means it where a
    later sentence without a date says what there is by then.
    """
    result: list[Frame] = []
    ends: dict[str | None, Frame] = {}  # the last end of each year
    coming = sorted(frames, key=lambda frame: frame.sentence)
    at = 0
    for sentence, (start, end) in enumerate(parts):
        while at < len(coming) and coming[at].sentence < sentence:
            result.append(coming[at])
            if coming[at].time.kind == "as_of":
                ends[year_of(coming[at].time.edtf)] = coming[at]
            at += 1
        if (at < len(coming) and coming[at].sentence == sentence) or not result or not result[-1].time.edtf:
            continue
        last = result[-1].time
        if last.kind == "as_of" or time_words().stock.search(text, start, end) is None:
            continue
        end_of_year = ends.get(last.edtf)
        if end_of_year:
            result.append(replace(end_of_year, sentence=sentence - 1))
    return [*result, *coming[at:]]


def country_of(text: str, at: int) -> str | None:
    """Another country at the head of a statement: 美国2019年研发投入."""
    lead = LEAD_IN.match(text[at : at + 12])
    match = _countries().match(text, at + (lead.end() if lead else 0))
    return match.group() if match else None


@cache
def _countries() -> re.Pattern[str]:
    places = parse_places(package_text("areas_base.csv"), "areas_base.csv")
    return longest_match(
        [
            place.name
            for place in places
            if place.kind == "country" and place.name != NATIONAL and len(place.name) > 1
        ]
    )


def place_at(text: str, at: int) -> str | None:
    """Province or city by the name that texts use, or several of them, at a position: 浙江|省, 杭州|公共, 五城|平均."""
    match = _provinces_and_cities().match(text, at) or SEVERAL.match(text, at)
    return match.group() if match else None


def _place_before(text: str, candidate: Candidate) -> str | None:
    """武汉|2022年公共充电桩6万个: the place that its clause opens with, right before the time."""
    place = place_at(text, candidate.clause[0])
    rest = text[candidate.clause[0] + len(place) : candidate.time.start] if place else None
    return place if rest in ("", "省", "市") else None


@cache
def _provinces_and_cities() -> re.Pattern[str]:
    places = parse_places(package_text("areas_base.csv"), "areas_base.csv")
    names = [p.name for p in places if p.kind in ("province", "prefecture") and len(p.name) > 1]
    return re.compile(
        f"(?:{longest_match(names).pattern})(?![岛港湖江河山]|[一-龥]{{0,3}}(?:大学|学院|银行|证券|日报))"
    )


def subject_of(text: str, at: int) -> str | None:
    """Place at the head of a statement: 天津市有关部门."""
    lead = LEAD_IN.match(text[at : at + 12])
    match = SUBJECT.match(text, at + (lead.end() if lead else 0))
    if match is None or match[1].endswith(reach_words().no_place) or match[1].startswith("全国"):
        return None
    return match[1]
