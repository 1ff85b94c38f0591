"""Periods that a paper gives a name (基准期（1956—1979年）; 将1980—2000年作为变化期): the name dates what is told of it later."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.flow import Flow
from suyuan.time.expression import TimeExpression

RULE = "named_period"
CLOSED = re.compile(r"\d{4}(?:-\d\d){0,2}/\d{4}(?:-\d\d){0,2}")
FESTIVAL = "(?:春节|元旦|清明|五一|劳动节|端午|中秋|国庆)"
KIND = "(?:时期|时段|阶段|期)"
NAME = re.compile(f"(?P<name>[\u4e00-\u9fff]{{1,9}}{KIND}|{FESTIVAL}(?:长假|黄金周)?)（$")
CALLED = re.compile(
    f"(?:定义|划分?|视|作|设|选|称|定)?(?:为|作)(?P<name>[\u4e00-\u9fff]{{1,7}}{KIND}|{FESTIVAL}(?:长假|黄金周)?)(?=[，。；、（])"
)
# what stands before a name without being part of it
BEFORE_NAME = re.compile(
    "^(?:对|将|把|以|按|经)(?=[\u4e00-\u9fff]{3})|^.*(?:进入|处于|对于|属于|划分为|分为|作为|称为|定为|而|在|到|至|为|是|和|与|同|及|较|比|于|从|由|即|的|了|相比)(?=[\u4e00-\u9fff]{2})"
)
GENERIC = re.compile(
    "(?:五年|报告|同|本|上|下|末|初|近|这一|该|两个?|各个?|[一二三四五六七八九十]个?)(?:时|时期|时段|阶段|期)"
)
# 4-7月为集中时段: what happens most in it, no name
MOST = re.compile(
    "[\u4e00-\u9fff]{0,4}(?:高发|多发|频发|易发|高峰|低谷|集中|流行|活跃|繁忙|关键|主要|[旺淡雨旱汛])(?:季节|时段|时期|阶段|期)"
)
OF_FESTIVAL = re.compile(f"(?P<name>{FESTIVAL})(?:假期|长假|小长假|黄金周|期间)?")
NOT_WITHIN = ("前", "后", "以来", "之", "档", "联欢", "晚会", "文化")  # 春节|前: no time of it
COMPARED = ("与", "较", "比", "同", "和", "于", "跟")  # 较基准期减少23%
BEHIND = ("相比", "相较", "之比", "比较", "相对")
SHORT = 2  # a name of so many characters must not go on from another word (|前期 in 目前期间)


def with_named_periods(
    flows: Sequence[Flow], times: Sequence[list[TimeExpression]]
) -> list[list[TimeExpression]]:
    """``times`` (resolved, in text order) with the names of periods that the text defines, from the definition on.

    A name that is given to two periods, or that is what other things are compared with, dates nothing.
    """
    result = [list(row) for row in times]
    names: dict[str, str | None] = {}
    for index, (flow, row) in enumerate(zip(flows, times, strict=True)):
        for time in row:
            name = _name_of(flow.text, time)
            if name:
                names[name] = time.edtf if names.get(name, time.edtf) == time.edtf else None
        if names and flow.block.kind != "heading":
            result[index] = sorted(
                [*row, *_mentions(flow.text, names, row)], key=lambda time: (time.start, time.end)
            )
    return result


def _name_of(text: str, time: TimeExpression) -> str | None:
    """The name that a closed period gets: in front of its bracket, or behind it (…作为基准期)."""
    if CLOSED.fullmatch(time.edtf or "") is None:
        return None
    called = CALLED.match(text, time.end)
    if called:
        return _plain(called["name"])
    if not text.startswith(("）", "，", "；"), time.end):
        return None
    before = NAME.search(text[max(0, time.start - 12) : time.start])
    if before is None:
        return None
    name = BEFORE_NAME.sub("", before["name"])
    return _plain(name) if len(name) >= SHORT else None


def _plain(name: str) -> str | None:
    """A name as it is said later (春节假期: 春节); None for words that name no period of their own."""
    if GENERIC.fullmatch(name) or MOST.fullmatch(name):
        return None
    festival = OF_FESTIVAL.fullmatch(name)
    return festival["name"] if festival else name


def _mentions(
    text: str, names: dict[str, str | None], taken: Sequence[TimeExpression]
) -> list[TimeExpression]:
    """Where ``text`` names the periods, outside of the times that it tells itself."""
    found: list[TimeExpression] = []
    for name in sorted(names, key=len, reverse=True):
        edtf = names[name]
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            before = text[at - 1 : at]
            whole = OF_FESTIVAL.match(text, at)
            end = whole.end() if whole else end
            if whole and text.startswith(NOT_WITHIN, end):
                at = text.find(name, end)
                continue
            free = all(end <= time.start or time.end <= at for time in (*taken, *found))
            compared = before in COMPARED or text.startswith(BEHIND, end)
            inside = len(name) <= SHORT and "\u4e00" <= before <= "\u9fff" and before not in "在从到至"
            if edtf and free and not (before and compared) and not inside:
                found.append(TimeExpression(at, end, edtf, "during", None, RULE))
            at = text.find(name, end)
    return found
