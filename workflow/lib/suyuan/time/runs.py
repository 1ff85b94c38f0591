"""Lengths of time that end when the report ends: 连续5年, 第7年, 八连增, 经过25年, 近三年."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.time.assigned import AssignedTime, no_time
from suyuan.time.context import TimeContext
from suyuan.time.expression import WHOLE_YEARS
from suyuan.time.points import count
from suyuan.time.table import time_words

NUMBER = "(?P<years>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})"
IN_A_ROW = re.compile(f"(?:连续|持续|连)第?{NUMBER}个?年(?![级代])")
TIMES_OVER = re.compile(f"{NUMBER}连[增丰升涨降跌好优冠快]")
ELAPSED = re.compile(f"(?:经过|历经|历时|时隔){NUMBER}年(?![级代多余])")
RECENT = re.compile(f"近{NUMBER}年")
ANY_YEARS = re.compile("[年连]")  # in all of these
CLAUSE_END = re.compile("[，；：。！？]")
LAST_YEAR = re.compile(r"(?:\d{4}/)?(\d{4})(?:-12)?")  # a day or a month ends no run of years
OPEN = re.compile(r"(\d{4})(?:-01)?(?:-01)?/\.\.")
RANK = re.compile("[第首前榜]")
BEFORE = 6


def spans_of_runs(
    text: str, spans: Sequence[tuple[int, int]], found: Sequence[AssignedTime], context: TimeContext
) -> list[AssignedTime]:
    """``found`` with the time of each run, and of what the same clause says of it, set to the years that it covers.

    A run ends with the year that governs its place (连续5年, governed by 2011, is 2007/2011); time that has elapsed
    before it (经过25年) began in the year so many years earlier, or with the five-year plan that it fills.
    """
    result = list(found)
    running: tuple[str, int] | None = None  # time of the run, and the end of its clause
    for number, (start, end) in enumerate(spans):
        if not (running and start < running[1]) and _near(text, start, end) is None:
            continue
        run = _match(IN_A_ROW, text, start, end) or _match(TIMES_OVER, text, start, end)
        elapsed = None if run else _match(ELAPSED, text, start, end)
        recent = None if run or elapsed else _match(RECENT, text, start, end)
        if run:
            edtf = _back(result[number].edtf, count(run["years"]))
            review = WHOLE_YEARS.fullmatch(context.heading or "")
            past = review is not None and review[2] <= (context.told or review[2])[:4]
            if edtf and past and result[number].time_from == "heading":
                edtf = edtf[-4:]  # a review of several years tells how long it has lasted at their end
            stop = CLAUSE_END.search(text, end)
            running = (edtf, stop.start() if stop else len(text)) if edtf else None
        elif running and start < running[1]:
            if context.report_is_default and (RANK.match(text, start) or text[end - 1] in "%‰"):
                continue  # 连续三年|居第二: where it stands in the year under report
            edtf = running[0]
        elif elapsed and not result[number].planned:
            edtf = _since(result[number].edtf, count(elapsed["years"]))
            if edtf is None:
                result[number] = no_time("elapsed_since_unknown")
        elif recent and context.report:
            edtf = _back(context.report, count(recent["years"]))
        else:
            continue
        if edtf:
            base = result[number]
            moved = "elapsed" if elapsed else "recent_years" if recent else "run_of_years"
            result[number] = replace(
                base, edtf=edtf, kind="during", time_from=base.time_from or "title", moved=moved
            )
    return result


def is_elapsed(text: str, start: int, end: int) -> bool:
    """经过25年: length of time that reaches up to what is told."""
    return _match(ELAPSED, text, start, end) is not None


def _near(text: str, start: int, end: int) -> re.Match[str] | None:
    """A character that each of the patterns holds, where they are looked for."""
    return ANY_YEARS.search(text, max(0, start - BEFORE), min(len(text), end + 3))


def _match(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The pattern around a quantity: it begins shortly before or in it and reaches into it."""
    for match in pattern.finditer(text, max(0, start - BEFORE), min(len(text), end + 3)):
        if match.start("years") < end and match.end() > start and match.end() <= end + 2:
            return match
    return None


def _back(edtf: str | None, years: int) -> str | None:
    """The ``years`` years that end with the last year of a time; of an open one the first ``years``."""
    if not edtf or not years:
        return None
    opened = OPEN.fullmatch(edtf)
    if opened:
        first = int(opened[1])
        return f"{first}/{first + years - 1}" if years > 1 else str(first)
    last = LAST_YEAR.fullmatch(edtf)
    if last is None:
        return None
    end = int(last[1])
    return f"{end - years + 1}/{end}" if years > 1 else str(end)


def _since(edtf: str | None, years: int) -> str | None:
    """From so many years before a year up to it; a five-year plan that ends there and is as long is meant itself."""
    last = LAST_YEAR.fullmatch(edtf or "")
    if last is None or not years:
        return None
    end = int(last[1])
    plan = any(b == end and b - a + 1 == years for a, b in time_words().plans.values())
    if "/" in (edtf or "") and not plan:
        return None
    return f"{end - years + 1 if plan else end - years}/{end}"
