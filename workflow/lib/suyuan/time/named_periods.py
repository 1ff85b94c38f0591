"""Periods that a paper gives a name (基准期（1956—1979年）; 将1980—2000年作为变化期): the name dates what is told of it later."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.flow import Flow
from suyuan.time.expression import TimeExpression

RULE = "named_period"
CLOSED = re.compile(r"\d{4}(?:-\d\d)?/\d{4}(?:-\d\d)?")
KIND = "(?:时期|时段|阶段|期)"
NAME = re.compile(f"(?P<name>[\u4e00-\u9fff]{{1,9}}{KIND})（$")
CALLED = re.compile(
    f"(?:定义|划分?|视|作|设|选|称|定)?(?:为|作)(?P<name>[\u4e00-\u9fff]{{1,7}}{KIND})(?=[，。；、（])"
)
# what stands before a name without being part of it
LEADS = re.compile(
    "^.*(?:进入|处于|对于|属于|划分为|分为|作为|称为|定为|而|在|到|至|为|是|和|与|同|及|较|比|于|从|由|即|的|了|相比)(?=[\u4e00-\u9fff]{2})"
)
GENERIC = re.compile(
    "(?:五年|报告|同|本|上|下|末|初|近|这一|该|两个?|各个?|[一二三四五六七八九十]个?)(?:时|时期|时段|阶段|期)"
)
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
        return called["name"] if GENERIC.fullmatch(called["name"]) is None else None
    if not text.startswith(("）", "，", "；"), time.end):
        return None
    before = NAME.search(text[max(0, time.start - 12) : time.start])
    if before is None:
        return None
    name = LEADS.sub("", before["name"])
    return name if len(name) >= SHORT and GENERIC.fullmatch(name) is None else None


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
            free = all(end <= time.start or time.end <= at for time in (*taken, *found))
            compared = before in COMPARED or text.startswith(BEHIND, end)
            inside = len(name) <= SHORT and "\u4e00" <= before <= "\u9fff" and before not in "在从到至"
            if edtf and free and not (before and compared) and not inside:
                found.append(TimeExpression(at, end, edtf, "during", None, RULE))
            at = text.find(name, end)
    return found
