"""How far the time at the head of a statement reaches: where a later sentence is about something else."""

from __future__ import annotations

import re
from bisect import bisect_left

from suyuan.time.assigned import AssignedTime
from suyuan.time.clauses import clauses, index_of
from suyuan.time.context import TimeContext
from suyuan.time.cover import year_of
from suyuan.time.expression import WHOLE_YEARS
from suyuan.time.frames import Frame, country_of, place_at
from suyuan.time.reach_words import reach_words

YEAR = re.compile(r"\d{4}")
USUAL = re.compile(
    "(?:发达国家|欧美|国际上|国外|西方国家|世界各国)[^，。；\\d]{0,16}?(?:普遍|通常|一般|多)(?:在|为|控制|达|超|高|低)"
)
COULD = re.compile("可(?:由|从)[^，。；]{1,24}(?:[升降增减提]|提高|下降|增加|减少|降低)")
LOOKS = re.compile("预计|预测|有望|预期|预估|预判")
SINCE = ("以来", "以降", "至今", "迄今", "起")


def goes_on_from_now(frame: Frame, text: str, context: TimeContext) -> bool:
    """目前，回收率超过98%。加工成本约1.8万元, in a white paper with a year: present as well.

    如今攻守易位 is told of its own sentence."""
    return context.edition and frame.time.edtf is not None and text[frame.time.end - 1] in "前存"


def is_general(text: str, sentence: tuple[int, int], at: int, found: AssignedTime | None) -> bool:
    """而发达国家普遍在80%以上; 可由5%提升至20%: a clause without a time of its own on what is usual elsewhere, or could be."""
    if found is not None and found.time_from == "clause":
        return False
    within = clauses(text, *sentence)
    a = within[index_of(within, at)][0]
    return USUAL.search(text, a, at) is not None or (found is None and COULD.search(text, a, at) is not None)


def behind(text: str, parts: list[tuple[int, int]], frames: list[Frame], index: int) -> int:
    """2020年达到2亿。预计到2024年超过4亿。我国规模…: past a look ahead to what the paragraph told before; else as it is."""
    at = index
    while at >= 0 and (_is_ahead(frames[at]) or _runs_ahead(text, parts, frames[at])):
        at -= 1
    return at if at >= 0 and frames[at].time.edtf else index


def _is_ahead(frame: Frame) -> bool:
    return frame.time.planned or (frame.time.relative or "").startswith("future")


def _runs_ahead(text: str, parts: list[tuple[int, int]], frame: Frame) -> bool:
    """预计到2025年超过80万吨，|2022—2025年|年均增长43%: years told behind a look ahead in their sentence."""
    spans_years = WHOLE_YEARS.fullmatch(frame.time.edtf or "") is not None
    return spans_years and LOOKS.search(text, parts[frame.sentence][0], frame.time.start) is not None


def looks_back(frame: Frame, context: TimeContext) -> bool:
    """去年价格上涨影响1个百分点。把涨幅控制在3%: under the heading of this year a look at the last one ends with its sentence."""
    year, heading = year_of(frame.time.edtf), year_of(context.heading)
    back = (frame.time.relative or "").partition(":")[0] in ("last_year", "last_of_report")
    return bool(back and year and heading and int(heading) == int(year) + 1)


def was_abroad(frame: Frame, text: str, start: int, context: TimeContext) -> bool:
    """美国2019年投入6000亿美元。居民满意率达到92%: in a report on a year, another country's year ends with its sentence."""
    if context.report is None or frame.abroad is None or year_of(frame.time.edtf) == context.report:
        return False
    return country_of(text, start) is None


def spans_heading(frame: Frame, context: TimeContext) -> bool:
    """A year of a section whose heading names several years with it."""
    period = WHOLE_YEARS.fullmatch(context.heading or "")
    year = frame.time.edtf or ""
    return period is not None and YEAR.fullmatch(year) is not None and period[1] <= year <= period[2]


def is_year_in_passing(frame: Frame, text: str, parts: list[tuple[int, int]], context: TimeContext) -> bool:
    """旅游成为支柱，|2025年|接待5亿人次。承办会议3届: in a review of several years it ends with its sentence."""
    opening = text[parts[frame.sentence][0] : frame.time.start]
    return spans_heading(frame, context) and any(mark in opening for mark in "，；：")


def is_past_period(frame: Frame, parts: list[tuple[int, int]], sentence: int, starts: list[int]) -> bool:
    """在2016-2020年期间，…增长30%。两者密切相关。前20国中有17个: a closed period ends where a sentence has no figures."""
    if not frame.time.edtf or ".." in frame.time.edtf or "/" not in frame.time.edtf:
        return False
    between = parts[frame.sentence + 1 : sentence]
    return any(bisect_left(starts, a) == bisect_left(starts, b) for a, b in between)


def leaves(text: str, parts: list[tuple[int, int]], frame: Frame, start: int) -> bool:
    """A sentence that a frame does not reach: its time only dated a source, or it opens another aspect.

    ISO 2024年的数据显示…。欧盟的评估…; 气候方面，2024年…。技术方面，….
    """
    if text[frame.time.start : frame.time.end].endswith(SINCE) and (frame.time.edtf or "").endswith("/.."):
        return True  # 2021年以来兑付资金14亿元。断面优良比例达到97%
    if reach_words().source.match(text, frame.time.end) or reach_words().cited.match(text, start):
        return True
    if frame.of_place and place_at(text, start) not in (None, frame.of_place):
        return True  # 2021年浙江指数为0.78。贵州增速为18%
    stop = _end(text, start)
    if reach_words().others.match(text, start) or reach_words().for_each_step.search(text, start, stop):
        return True
    aspect = reach_words().aspect
    if aspect.match(text, parts[frame.sentence][0]) is None:
        return False
    return any(aspect.match(text, a) for a, _ in parts[frame.sentence + 1 :] if a <= start)


def _end(text: str, start: int) -> int:
    """Where the sentence that begins at ``start`` ends."""
    stop = text.find("。", start)
    return stop if stop >= 0 else len(text)


def follows_from_source(text: str, frame: Frame, sentence: tuple[int, int], start: int) -> bool:
    """ISO 2024年的数据显示…。以制造业为例，互认率为32%，|这使得|成本增加15%: what follows from cited data is no figure of it."""
    cited = reach_words().source.match(text, frame.time.end) is not None
    return cited and reach_words().consequence.search(text, sentence[0], start) is not None
