"""Against what, or in which prices, a growth is told: 名义增长6.6%，实际增长6.3%; 环比增长3.2%; 两年平均增长3.9%; 累计增长8%.

A growth against the year before has no such word in its name: it is what 增速 alone means.
"""

from __future__ import annotations

import re
from dataclasses import replace

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import Column

MEAN = "平均"
KIND = re.compile(
    rf"(?P<kind>环比|实际|名义|当月|单月|累计|[两二三四五六七八九十]年{MEAN})(?!值|数|量)"
    r"|(?P<real>扣除(?:了)?(?:价格|物价)(?:上涨|变动)?(?:等?因素)?(?:的?影响)?后?)"
)
REAL = "实际"
ENDING = re.compile(
    "(?P<yearly>年均)?(?P<change>增速|增幅|涨幅|升幅|降幅|跌幅|增长率|下降率|增加量|减少量|增长倍数)$"
)
OF_TWO = "同比|环比|名义|实际|当月|累计"
BOTH = re.compile(rf"(?P<first>{OF_TWO})[、和与及](?P<second>{OF_TWO})分别?[一-龥]{{2,4}}$")
YEARLY = "同比"
NEAR = 8  # characters of a verb of change with its adverbs


def with_kind_of_growth(par: Paragraph, i: int, column: Column) -> Column:
    """The column of quantity ``i`` with the kind of its growth before the ending (发电量|环比|增速)."""
    ending = ENDING.search(column.measure or "")
    if ending is None:
        return column
    kind, name = _kind(par, i), (column.measure or "")[: ending.start()]
    if not kind or kind in (column.measure or ""):
        return column
    return replace(column, measure=name + kind + ending.group())


def _kind(par: Paragraph, i: int) -> str:
    """The last such word between the number before and quantity ``i`` in its clause; of two with 分别 that of its turn."""
    members = par.run_of(i)
    clause = par.clause(par.mentions[members[0]].start)
    lead = par.text[clause.start : par.mentions[members[0]].start]
    both = BOTH.search(lead)
    if both is not None and len(members) == 2:
        kind = both["second"] if i > members[0] else both["first"]
        return "" if kind == YEARLY else kind
    told = list(KIND.finditer(lead))
    if not told or YEARLY in lead[told[-1].end() :]:
        return ""
    match = told[-1]
    if len(lead) - match.end() > NEAR:
        return ""  # 实际完成投资比上年|增长5%
    return REAL if match["real"] else match["kind"].replace("单月", "当月")
