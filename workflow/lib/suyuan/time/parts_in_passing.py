"""Times told in passing, which end with their sentence: a part of what the statement is about, a look back at the year before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from suyuan.time.anchors import UNKNOWN
from suyuan.time.context import TimeContext
from suyuan.time.cover import covers
from suyuan.time.expression import TimeExpression
from suyuan.time.frames import Frame
from suyuan.time.passing import YEARS_BACK

PARTED = re.compile("(?:^|[，；：。（])其中[，：]?在?$")  # 增长6.1%，|其中|12月份增长7.3%
MONTHS = re.compile(r"(\d{4})-\d\d(?:/\1-\d\d)?")  # a month, or months of one year
QUARTERS = re.compile(r"(\d{4})-\d\d/\1-\d\d(?<!-01/....-12)")


def without_parts(
    frames: Sequence[Frame],
    text: str,
    parts: Sequence[tuple[int, int]],
    starts: Sequence[int],
    context: TimeContext,
) -> list[Frame]:
    """``frames`` without those that only tell a part of what came before; ``starts``: of the quantities.

    全年增长6.1%，|其中12月份|增长7.3%。零售额…: what follows is of the year. So it is behind 6月当月 in the midst of
    a sentence on the half-year, and behind quarters that a sentence tells in turn (一季度增长5.3%，二季度增长5.7%), but not
    behind a month that opens a statement of its own.
    """
    kept: list[Frame] = []
    for frame in frames:
        if kept and _looks_back(frame, kept[-1]):
            continue
        whole = _whole_of(frame.time, kept, context)
        if whole is None or not _is_in_passing(frame, whole, frames, text, parts, starts):
            kept.append(frame)
            continue
        beside = kept[-1] if kept and kept[-1].sentence == frame.sentence else None
        if beside is not None and MONTHS.fullmatch(beside.time.edtf or "") and beside.time.edtf != whole:
            kept.pop()  # 一季度增长5.3%，|二季度|增长5.7%
    return kept


def _looks_back(frame: Frame, before: Frame) -> bool:
    """截至5月18日签约87个，|去年|这两个数字分别是61个和2亿元: behind a later time in its own sentence."""
    back = (frame.time.relative or "").partition(":")[0] in YEARS_BACK
    if not back or before.sentence != frame.sentence or not (frame.time.edtf and before.time.edtf):
        return False
    return covers(frame.time.edtf)[1] < covers(before.time.edtf)[0]


def _whole_of(time: TimeExpression, before: Sequence[Frame], context: TimeContext) -> str | None:
    """What the paragraph, its heading or the report is about that holds ``time`` and more; None where nothing does."""
    if not _is_dated(time.edtf) or time.kind == "as_of":
        return None
    told = [frame.time.edtf for frame in reversed(before)]
    of_report = (context.period or context.report) if context.report_is_default else context.report
    for whole in (*told, context.heading, of_report):
        if whole and _is_dated(whole) and _holds(whole, time.edtf or ""):
            return whole
    return None


def _is_in_passing(
    frame: Frame,
    whole: str,
    frames: Sequence[Frame],
    text: str,
    parts: Sequence[tuple[int, int]],
    starts: Sequence[int],
) -> bool:
    begin, at = parts[frame.sentence][0], frame.time.start
    if PARTED.search(text, max(begin - 1, 0), at):
        return True
    if MONTHS.fullmatch(frame.time.edtf or "") is None:
        return False
    if bisect_left(starts, begin) < bisect_left(starts, at):
        return True
    return _is_quarter(frame.time) and whole == (frame.time.edtf or "")[:4] and _is_alone(frame, frames)


def _is_alone(frame: Frame, frames: Sequence[Frame]) -> bool:
    """2023年授权2万件。|第四季度|接待1亿人次。藏书560万册: no other part is told."""
    return sum(_is_quarter(other.time) for other in frames) == 1


def _is_quarter(time: TimeExpression) -> bool:
    return (time.relative or "").startswith("part_of_year") and QUARTERS.fullmatch(
        time.edtf or ""
    ) is not None


def _is_dated(edtf: str | None) -> bool:
    return bool(edtf) and UNKNOWN not in (edtf or "")


def _holds(whole: str, part: str) -> bool:
    (first, last), (begin, end) = covers(whole), covers(part)
    return first <= begin and end <= last and (first, last) != (begin, end)
