"""The date of an event, which dates no designed size and nothing that is there by now.

2008年投产，设计规模10万吨; 2016年开通，已打通17条.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.time.assigned import AssignedTime, no_time
from suyuan.time.clauses import clauses, index_of, sentences
from suyuan.time.context import TimeContext

EVENT = re.compile(
    "[^，。；\\d]{0,6}(?:投产|投运|投用|投入运行|投入使用|通车|开通|竣工|建成|建成投产|启用|成立|设立|挂牌|获批|创办|始建|开业|开馆|动工|开工)[，；]"
)
DESIGNED = re.compile("设计(?:规模|能力|产能|库容|处理|年产|寿命|时速|容量|日处理|标准)|装机规模")
BY_NOW = re.compile("现有|现已|已(?!经?于)")
RULE = "date_of_an_event"


def without_dates_of_events(
    text: str, spans: Sequence[tuple[int, int]], found: Sequence[AssignedTime], context: TimeContext
) -> list[AssignedTime]:
    """``found`` without the date of an event where a later clause tells what a thing was designed for, or has by now.

    In reports on a year and in news what is there by now is of the year or the day, by rules of their own.
    """
    result = list(found)
    for k, (start, _) in enumerate(spans):
        item = found[k]
        told = item.expression
        if item.time_from != "sentence" or told is None or item.planned or not EVENT.match(text, told.end):
            continue
        parts = sentences(text)
        within = clauses(text, *parts[index_of(parts, start)])
        low, high = within[index_of(within, start)]
        if low <= told.start:
            continue
        own = context.report or context.said or context.news
        if DESIGNED.search(text, low, start) or (not own and BY_NOW.search(text, low, high)):
            result[k] = no_time(RULE)
    return result
