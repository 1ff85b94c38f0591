"""Means by the year: of the period that the sentence tells of, not of its end."""

from __future__ import annotations

import re
from dataclasses import replace

from suyuan.time.candidates import Candidate
from suyuan.time.cover import year_of
from suyuan.time.expression import TimeExpression

FROM = ("从", "自")
OF_YEARS = re.compile("(?:间|期间)?，?(?:的)?(?:预计)?(?:年均|复合|年复合|年平均|CAGR)")
YEARLY_MEAN = re.compile("平均每年|每年平均|年均|年平均")


def of_mean(
    text: str, clause: tuple[int, int], time: TimeExpression, before: list[Candidate]
) -> TimeExpression:
    """从2014年…，截至2016年底共15个，平均每年5个: a mean by the year is of the period, not of its end."""
    if time.kind != "as_of" or time.edtf is None or not YEARLY_MEAN.search(text, *clause):
        return time
    others = [c for c in before if c.time is not time and year_of(c.time.edtf)]
    first = next((c.time for c in others if text[c.time.start - 1 : c.time.start] in FROM), None)
    first = first or next((c.time for c in others if c.topic), None)
    start, end = year_of(first.edtf) if first else None, year_of(time.edtf)
    if first is None and (time.planned or text.startswith("到", time.start)):
        return time  # 到2025年，年均增长6%以上: a target is named by its year
    if first is None or start is None or end is None or start >= end:
        return replace(time, edtf=None)
    return replace(time, edtf=f"{start}/{end}", kind="during")


def is_mean_of_years(text: str, time: TimeExpression) -> bool:
    """2022-2025年|年均增长54%；保有量…: years that date the mean behind them alone."""
    return OF_YEARS.match(text, time.end) is not None
