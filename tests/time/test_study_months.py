"""Months without a year in a study of at most a year, and those in brackets behind a season or moment."""

from __future__ import annotations

import pytest

from suyuan.time.assigned import AssignedTime
from suyuan.time.clauses import clauses, index_of, sentences
from suyuan.time.expression import TimeExpression
from suyuan.time.study_months import month_told, months_in_brackets
from suyuan.time.study_reach import Place

YEAR, LONGER = "2018-09/2019-08", "2016-01/2019-12"


def place_of(text: str, number: str) -> Place:
    start = text.index(number)
    parts = sentences(text)
    sentence = parts[index_of(parts, start)]
    within = clauses(text, *sentence)
    return Place(start, start + len(number), sentence, within[index_of(within, start)])


@pytest.mark.parametrize(
    ("text", "period", "wanted"),
    [
        ("夏季（6~8月）仅为141 mg/L。", YEAR, "2019-06/2019-08"),
        ("冬季（12月~次年2月）离子浓度为141 mg/L。", YEAR, "2018-12/2019-02"),
        ("生长旺季（7月）甲、乙比对照分别提高64.8%、141%。", YEAR, "2019-07"),
        ("第2层土方挖完时（2019年5月），平均侧移为141 mm。", YEAR, "2019-05"),
        ("改造后（3月），日均客流为141人。", YEAR, "2019-03"),
        ("干预前（2月）和干预后（6月）各调查141人。", YEAR, None),  # both sides
        # each year has such months; no season; another time; a new item; all of the year
        ("夏季（6~8月）仅为141 mg/L。", LONGER, None),
        ("甲县（6月）仅为141 mg/L。", YEAR, None),
        ("夏季（6~8月）较低，10月为141 mg/L。", YEAR, None),
        ("夏季（6~8月）较低；总量为141 mg/L。", YEAR, None),
        ("夏季（6~8月）最低，全年平均141 mg/L。", YEAR, None),
        # several in turn, what is compared with, of each year
        ("夏季（6~8月）高于冬季（12~2月），分别为141 mg/L和98 mg/L。", YEAR, None),
        ("高于冬季（12月~次年2月），达141 mg/L。", YEAR, None),
        ("多年平均降水量1200 mm，雨季（6~8月）为141 mm。", YEAR, None),
    ],
)
def test_months_in_brackets(text: str, period: str, wanted: str | None) -> None:
    assert months_in_brackets(text, place_of(text, "141"), period) == wanted


@pytest.mark.parametrize(
    ("text", "month", "resolved", "period", "wanted"),
    [
        ("密度在10月最高，为141个/L。", "10月", "2019-10", YEAR, "2018-10"),
        ("翌年1月回升到141个/L。", "翌年1月", "2020-01", YEAR, "2019-01"),
        ("客流7月达141万人次。", "7月", "2018-07", YEAR, "2019-07"),
        ("2019年7月达141万人次。", "2019年7月", "2019-07", YEAR, None),  # its year is told
        ("密度在10月最高，为141个/L。", "10月", "2019-10", LONGER, None),
    ],
)
def test_month_of_no_year(text: str, month: str, resolved: str, period: str, wanted: str | None) -> None:
    at = text.index(month)
    told = TimeExpression(at, at + len(month), resolved, "during", "date")
    item = AssignedTime(resolved, "during", "clause", expression=told)
    assert month_told(text, item, place_of(text, "141"), period) == wanted
