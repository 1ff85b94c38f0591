"""The words before and after a date (截至, 以来, 之前, 到…力争) and what they make of it."""

from __future__ import annotations

import re

from suyuan.records.fact import TimeKind
from suyuan.time.expression import TimeExpression
from suyuan.time.points import Point, day_before, open_from
from suyuan.time.table import TimeWords

SINCE_LATER = re.compile("[^，。；：]{0,20}?以来")  # 自2015年实施以来
AIMED = ("力争", "争取", "计划", "规划", "确保")  # 预计全年 may be of the year under report
STOPS = frozenset("，。；：！？、（“”\n")
SECOND_TO = re.compile("(?:次于|少于|多于|低于|高于|不及|好于)[一-龥]{1,8}$")  # 仅少于重涝年份1998年
ON_BASE = re.compile("的?(?:实绩|水平)?的?基础上")
WITH = ("与", "同", "和", "跟")
VERB_ENDINGS = frozenset("达长加高升得回推延持遇找提扩涨增降")  # before 到: 增长到 is no 到2020年

SET_FOR = ("将于", "拟于", "定于", "计划于", "将在", "拟在")  # 决赛将于|8月20日|举行
COMING = re.compile("，?[^，。；\\d]{0,4}?(?:将(?!近)|拟|力争|有望|预计将)")  # 四季度|将再筹集


def finish(
    text: str,
    left: Point,
    right: Point | str | None,
    words: TimeWords,
    rule: str,
    relative: str | None = None,
) -> TimeExpression:
    """The expression of a point or a period, with the words before and after it."""
    start = left.start
    end = right.end if isinstance(right, Point) else left.end + (2 if right else 0)
    if right == "今":
        end = text.index("今", left.end) + 1
    last = right if isinstance(right, Point) else left
    prefix = prefix_of(text, start, words)
    effect = words.prefixes[prefix] if prefix else "none"
    if relative is None and left.year == "XXXX":
        relative = "month_day" if left.part in ("", "月") and not left.as_of else "part_of_year"
        coming = COMING.match(text, left.end) is not None
        if coming or text.endswith(SET_FOR, 0, start):
            relative = "coming_day" if relative == "month_day" else "coming_part"
    if relative == "part_of_year" and prefix and prefix.startswith(AIMED):
        relative = "coming_part"  # 力争到|年底
    suffix = words.suffix.match(text, end)
    after = words.suffixes[suffix.group()] if suffix else ""
    kind: TimeKind = "as_of" if last.as_of and not isinstance(right, Point) else "during"
    planned = False
    edtf: str | None = left.edtf
    if right is not None:
        edtf = f"{left.lower}/{right.upper}" if isinstance(right, Point) else open_from(left.lower)
    if prefix and effect in ("as_of", "planned", "to"):
        start -= len(prefix)
        kind = (
            "as_of" if effect != "planned" or "到" in prefix or last.as_of else kind
        )  # 预计全年 is no deadline
        planned = effect == "planned" or (effect == "to" and is_target(text, end, words))
    if text.startswith("同期", end) and right is None and left.month is None and left.year.isdigit():
        relative = relative or "same_months"  # 2021年同期, after 2023年上半年
    if is_compared(text, left.start, end, words):
        rule = "comparison"
        relative = None if relative == "same_months" else relative
    if words.basis.match(text, end):
        rule = "basis"
    if suffix and right is None:
        word = suffix.group()
        opens = after == "since" or (after == "start" and (effect == "from" or word == "起"))
        if opens:
            edtf, kind = open_from(left.lower), "during"
        elif after == "before" and word == "前" and left.part in words.deadline_ends:
            kind, planned = "as_of", True
        elif after == "before" and left.year == "XXXX":
            # 1月前: the year that would say before what is open; 拟在6月30日前回购 is a deadline
            aimed = left.day is not None and (
                effect in ("none", "planned") and is_aimed(text, start, end, words)
            )
            relative = "before:deadline" if aimed else "before"
            edtf = left.edtf if left.day is not None else None
        elif after == "before":
            edtf, kind = f"../{day_before(left)}", "during"
        elif after == "about" and left.month is None:
            edtf = f"{left.edtf}~"
        if opens or after in ("before", "about", "same"):
            end = suffix.end()
    elif effect == "from" and right is None:
        later = SINCE_LATER.match(text, end)
        if later:
            edtf, end = open_from(left.lower), later.end()
    if edtf and edtf.endswith("/..") and words.record.match(text, end):
        rule = "record"
    return TimeExpression(start, end, edtf, kind, relative, rule, planned)


def prefix_of(text: str, start: int, words: TimeWords) -> str | None:
    """The word of the table right before ``start``."""
    window = text[max(0, start - 5) : start]
    match = words.prefix.search(window)
    if not match:
        return None
    word = match.group()
    before = window[: match.start()][-1:]
    if word == "到" and before in VERB_ENDINGS and before:
        return None
    if word == "至" and before and before not in STOPS:
        return None
    if word == "比" and before == "占":
        return None
    return word


def is_compared(text: str, start: int, end: int, words: TimeWords) -> bool:
    """Whether a time is the base of a comparison: 比上年, 与2020年相比, 上年同期."""
    prefix = prefix_of(text, start, words)
    if prefix and words.prefixes[prefix] == "compare":
        return True
    if text[start - 1 : start] == "在" and ON_BASE.match(text, end):
        return True  # 在2020年基础上降低18%
    if text.startswith(("相比", "同期相比"), end) or SECOND_TO.search(text, max(0, start - 14), start):
        return True
    return text[start - 1 : start] in WITH and text.startswith(words.compared_with, end)


def is_length(text: str, at: int, point: Point, words: TimeWords) -> bool:
    """近2000年, 2000年历史: an amount of years."""
    if point.month is not None:
        return False
    window = text[max(0, at - 3) : at]
    if any(window.endswith(word) for word in words.not_before_year):
        return True
    after = words.not_after_year.match(text, point.end)
    # 2018年|多部位疼痛: no amount of years is so exact
    return after is not None and (point.year.endswith("00") or after[0] not in ("多", "余"))


def is_aimed(text: str, start: int, end: int, words: TimeWords) -> bool:
    """Whether the clauses around a day with 前 plan something: 公司|拟在|6月30日前回购, 将于."""
    return text.endswith(SET_FOR, 0, start) or is_target(text, end, words)


def is_target(text: str, end: int, words: TimeWords) -> bool:
    """Whether the sentence around a date with 到 speaks of a target."""
    stop = text.find("。", end)
    begin = text.rfind("。", 0, end) + 1
    return bool(words.target.search(text, begin, stop if stop >= 0 else len(text)))
