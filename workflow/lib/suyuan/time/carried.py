"""The time that a paragraph goes on with from those before it: a sentence broken off, 其中, or the list that one announced."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.flow import Flow
from suyuan.time.assigned import AssignedTime
from suyuan.time.candidates import Candidate
from suyuan.time.clauses import sentences
from suyuan.time.context import TimeContext
from suyuan.time.expression import TimeExpression
from suyuan.time.headings import rank
from suyuan.time.passing import NO_ANTECEDENT
from suyuan.time.table import time_words

BROKEN_OFF = re.compile(r"[\w，、（“](?<![0-9A-Za-z_])$")
LIST_ITEM = 120  # characters of a paragraph that can be an item of a list
ANNOUNCES = "："


def carried_into(
    flows: Sequence[Flow],
    index: int,
    last: TimeExpression | None,
    times: Sequence[Sequence[TimeExpression]],
    found: Sequence[Sequence[AssignedTime]],
    context: TimeContext,
) -> TimeExpression | None:
    """The time told before ``flows[index]`` that its first statement is of; None where it begins anew.

    ``last``: time of the last quantity of the paragraph before; ``times`` of all flows; ``found``: of the quantities of the
    flows before it.
    """
    flow, before = flows[index], flows[index - 1]
    if not index or context.general or not _in_a_row(flow, before):
        return None
    if flow.text.startswith("其中") or BROKEN_OFF.search(before.text):
        return None if last is None or last.rule in NO_ANTECEDENT else last
    announced = _announced_at(flows, index) if context.report else None
    return None if announced is None else _of_list(flows[announced].text, times[announced], found[announced])


def _in_a_row(flow: Flow, before: Flow) -> bool:
    return flow.block.kind == before.block.kind != "heading"


def _announced_at(flows: Sequence[Flow], index: int) -> int | None:
    """Where the list is announced that ``flows[index]`` is an item of: 全年完成投资186亿元，其中：."""
    begin = index
    while begin > 0 and len(flows[begin].text) <= LIST_ITEM and _in_a_row(flows[begin], flows[begin - 1]):
        begin -= 1
        if flows[begin].text.endswith(ANNOUNCES):
            beside = rank(flows[begin].text)  # （一）…如下： ends with （二）
            items = (rank(flow.text) for flow in flows[begin + 1 : index + 1])
            return None if beside and any(0 < item <= beside for item in items) else begin
    return None


def _of_list(
    text: str, times: Sequence[TimeExpression], found: Sequence[AssignedTime]
) -> TimeExpression | None:
    """The time that the announcing sentence states: of its last quantity, else the one it opens with (到年底，建成以下设施：);
    其中： goes on with the sentence before it. A salutation (各位代表：) states none."""
    parts = sentences(text)
    at = len(parts) - 1
    while at and text.startswith(time_words().continuing, parts[at][0]):
        at -= 1
    begin = parts[at][0]
    told = [
        item.expression for item in found if item.expression is not None and item.expression.start >= begin
    ]
    opening = [
        time
        for time in times
        if time.start >= begin and time.rule not in NO_ANTECEDENT and Candidate(text, time, parts).topic
    ]
    stated = [time for time in (told or opening)[-1:] if time.rule not in NO_ANTECEDENT]
    return stated[0] if stated else None
