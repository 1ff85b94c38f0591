"""A change against an earlier period, told right after its level: it is of the time of the level."""

from __future__ import annotations

import re
from dataclasses import replace

from suyuan.records.fact import TimeFrom
from suyuan.time.assigned import AssignedTime
from suyuan.time.candidates import Candidate
from suyuan.time.clauses import clauses, index_of

YEAR_ON_YEAR = re.compile(
    "[并且也还，]{0,2}(?:同比|环比|[比较](?:上一?年度?|前一年|去年|上一?季度|上月)(?:同期|同月|末|底)?)"
    "|(?:[比较](?:常年|历年|多年平均|往年|气候平均|均值|平均)[^，。；\\d]{0,6})?偏[多少高低大小早晚强弱]"
)


def compares(
    text: str, sentence: tuple[int, int], level: tuple[int, int], start: int, inside: list[Candidate]
) -> bool:
    """…为12406列，|同比增长|50%: a clause without a time of its own that sets the quantity of the clause before it against
    an earlier one. ``inside``: the candidates of the sentence."""
    within = clauses(text, *sentence)
    index = index_of(within, start)
    head = within[index][0]
    if index == 0 or not within[index - 1][0] <= level[0] < level[1] <= head or level[0] < sentence[0]:
        return False
    if YEAR_ON_YEAR.match(text, head, start) is None:
        return False
    return not any(head <= c.time.start < start for c in inside)


def from_level(level: AssignedTime) -> AssignedTime:
    """The time of the level; its clause is another one."""
    far: TimeFrom | None = "sentence" if level.time_from == "clause" else level.time_from
    return replace(level, time_from=far, rule="of_compared_level")
