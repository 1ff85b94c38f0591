"""Months without a year in a study of at most a year, which holds each of them once: 7月最低; 夏季（6—8月）仅为141."""

from __future__ import annotations

import re

from suyuan.time.assigned import AssignedTime
from suyuan.time.seasons import months_within
from suyuan.time.study_reach import Place

AFTER = "(?:翌年|次年|第二年)?"
MONTHS = re.compile(
    rf"{AFTER}(?P<first>\d{{1,2}})月?份?(?:[-~至到](?:{AFTER})(?P<last>\d{{1,2}})月份?)?(?<=[月份])"
)
DATE = re.compile(r"(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月")
BRACKET = re.compile(r"(?P<named>[春夏秋冬]|[季期时后前]|阶段)（(?P<told>[^（）]{1,14}月)）")
SIDES = re.compile(
    "月）(?:[、和与及至到或]|以及)[^（，。；]{0,8}（[^（）]{1,14}月）"
)  # 干预前（2月）和干预后（6月）
# 夏季（6—8月）高于|冬季（12—2月）
COMPARED = re.compile(
    "(?:[高低大小多少优长短早晚快慢]于|比(?![例重值率])|较(?![为高低大小多少])|不及)[^，。；（）]{0,6}$"
)
CLIMATE = re.compile("多年|历年|常年|气候")  # 多年平均…，雨季（6—9月）占68%: of each year
IN_TURN = re.compile("分别|依次")
OF_ALL = re.compile("全年|年均|多年|各[季月期]|四季|全程")
SECTIONS = ("abstract", "results", "conclusion")


def month_told(text: str, item: AssignedTime, place: Place, period: str) -> str | None:
    """The month of no year in the sentence of a number (7月, 翌年1月), as the one in ``period`` that it can only be."""
    told = item.expression
    if told is None or item.edtf is None or item.edtf != told.edtf or told.start < place.sentence[0]:
        return None
    return _within(text[told.start : told.end], period)


def months_in_brackets(text: str, place: Place, period: str) -> str | None:
    """The months behind the name of a season or moment before a number: 夏季（6—8月）仅|141|, 挖完时（2017年5月），|14.7 mm.

    None of several in turn (夏季（6—8月）高于冬季（12—2月），分别为), nor of what is compared with, nor of each year.
    """
    low = place.sentence[0]
    if SIDES.search(text, low, place.start) or CLIMATE.search(text, low, place.start):
        return None
    brackets = list(BRACKET.finditer(text, low, place.start))
    if len(brackets) > 1 and IN_TURN.search(text, brackets[-1].end(), place.start):
        return None
    for match in reversed(brackets):
        if COMPARED.search(text, low, match.start()):
            continue
        between = text[match.end() : place.start]
        if "；" in between or "月" in between or "年" in between or OF_ALL.search(between):
            return None
        date = DATE.fullmatch(match["told"])
        if date is not None:
            return f"{date['year']}-{int(date['month']):02d}"
        return _within(match["told"], period)
    return None


def _within(words: str, period: str) -> str | None:
    months = MONTHS.fullmatch(words)
    if months is None:
        return None
    told = [f"XXXX-{int(month):02d}" for month in months.group("first", "last") if month]
    return months_within("/".join(told), period)
