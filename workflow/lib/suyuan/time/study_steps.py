"""Times that a study tells of a step before its own collecting: what it drew its sample by, when it tried its instrument.

先按2021年人均收入分为三层，抽出5个县; 2023年3月试测112人。正式调查发放问卷2300份: neither is when the sample was asked.
"""

from __future__ import annotations

import re

from suyuan.time.assigned import AssignedTime
from suyuan.time.clauses import clauses, index_of, sentences
from suyuan.time.study_reach import Place

RULE = "time_of_a_step_before"
BY = re.compile(
    "(?:按照?|依照?|依据|根据|参照|参考|以|用|利用|结合|考虑)(?:了?(?:各[^，。；\\d]{1,4}|其|当地|上述))?$"
)
DRAWN = re.compile(
    "(?:把|将)?[^，。；]{0,30}?(?:分[为成作]|划分|划为|归为|排序|排列|排队|分层|等距|聚类|抽样框|(?:分层|抽样|分组|划分)?(?:依据|标准))"
)
TRIED = re.compile("(?<![考面笔复初应口测])试测|预(?:调查|调研|测试|试|实验|访谈|施测)|试调查|小样本测")
PROPER = re.compile("正式|(?:修[改订正]|完善|调整|删除)[^，。；]{0,12}后|最终|随后|然后|其后|之后")


def is_of_step(text: str, item: AssignedTime, place: Place) -> bool:
    """Whether a number has the time of a step before the collecting, though what it counts was told after that step."""
    told = item.expression
    if told is None or told.end > place.start or item.edtf is None:
        return False
    parts = sentences(text)
    sentence = parts[index_of(parts, told.start)]
    within = clauses(text, *sentence)
    clause = within[index_of(within, told.start)]
    if BY.search(text, clause[0], told.start):
        drawn = DRAWN.match(text, told.end, clause[1])
        return drawn is not None and drawn.end() <= place.start
    tried = TRIED.search(text, *sentence)
    if tried is None or PROPER.search(text, clause[0], told.start):
        return False
    return place.start >= sentence[1] or PROPER.search(text, tried.end(), place.start) is not None
