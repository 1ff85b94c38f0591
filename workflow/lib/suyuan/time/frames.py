"""Times that a paragraph goes on from: at the head of a statement, for the sentences after it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from suyuan.time.candidates import LEAD_IN, Candidate
from suyuan.time.cover import year_of
from suyuan.time.expression import TimeExpression
from suyuan.time.passing import PASSING
from suyuan.time.table import time_words

SUBJECT = re.compile("(?:在)?([\\u4e00-\\u9fff]{2,6}?(?:省|市|区|县|自治区))")


NO_PLACE = (
    "上市",
    "超市",
    "股市",
    "建成区",
    "城市",
    "地市",
    "都市",
    "县市",
    "城区",
    "地区",
    "园区",
    "景区",
    "社区",
    "区市",
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A time at the head of a statement, and the place that the statement is about."""

    time: TimeExpression
    subject: str | None
    sentence: int
    stated: bool  # the sentence gave quantities for it


def find_frames(
    text: str, parts: list[tuple[int, int]], governing: list[Candidate], spans: list[tuple[int, int]]
) -> list[Frame]:
    """Topic times of the flow in order; unresolved ones (目前, 近年来) are frames too and end the one before."""
    frames = []
    for candidate in governing:
        if not candidate.topic or candidate.row or candidate.time.rule in PASSING:
            continue
        stop = parts[candidate.sentence][1]
        stated = any(candidate.time.end <= start < stop for start, _ in spans)
        subject = subject_of(text, candidate.time.end) or subject_of(text, candidate.clause[0])
        frames.append(Frame(candidate.time, subject, candidate.sentence, stated))
    return _with_stocks(text, parts, frames)


def _with_stocks(text: str, parts: list[tuple[int, int]], frames: list[Frame]) -> list[Frame]:
    """``frames`` with the end of the year taken up again by a sentence on stocks.

    年末持卡13亿人，全年服务112亿人次。平台已开通116项: an annual report that has stated the end of the year means it where a
    later sentence without a date says what there is by then.
    """
    dated = {frame.sentence for frame in frames}
    result = list(frames)
    for sentence, (start, end) in enumerate(parts):
        before = [frame for frame in result if frame.sentence < sentence]
        if sentence in dated or not before or not before[-1].time.edtf:
            continue
        last = before[-1].time
        if last.kind == "as_of" or time_words().stock.search(text, start, end) is None:
            continue
        ends = (f for f in reversed(before) if f.time.kind == "as_of" and year_of(f.time.edtf) == last.edtf)
        end_of_year = next(ends, None)
        if end_of_year:
            at = bisect_right([frame.sentence for frame in result], sentence - 1)
            result.insert(at, replace(end_of_year, sentence=sentence - 1))
    return result


def subject_of(text: str, at: int) -> str | None:
    """Place at the head of a statement: 天津市有关部门."""
    lead = LEAD_IN.match(text[at : at + 12])
    match = SUBJECT.match(text, at + (lead.end() if lead else 0))
    if match is None or match[1].endswith(NO_PLACE) or match[1].startswith("全国"):
        return None
    return match[1]
