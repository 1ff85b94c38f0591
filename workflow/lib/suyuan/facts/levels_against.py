"""Levels that a clause sets against those of others: 发病率高于邻县的平均水平（|163/10万|）; 下降速率慢于全国（|-3.5 mm/10a|）;
产值较2012年的|6.32|有所收敛.
"""

from __future__ import annotations

from collections.abc import Sequence

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import BLANKS, Column, counted, words_of
from suyuan.facts.rows_of_told import LEADS, of_row
from suyuan.facts.told import is_magnitude, measurable, topic_told
from suyuan.gated import gated
from suyuan.quantities.bare import COMPARED, COMPARED_WITH

COMPARED_RULE = "magnitude_of_clause"
NOMINAL = frozenset("navbjlmLtPz")
HOW = "(?:仍|也|均|都|则|又|明显|显著|略|稍|远|要|相对|总体|大幅)*"
THAN = rf"{HOW}(?:[高低大小多少长短优劣快慢](?:于|过)|超过|接近|不及|不如)"
OF_OTHERS = "(?:的|所?(?:报告|报道|得到|得出|测得|获得|公布|给出|统计)的?|水平|结果|报道|研究|数据|均值)"
COMPARING = ("于", "过", "接近", "不及", "不如", "与", "同", "较", "比")
AGAINST = gated(
    rf"(?:其中|而|但|且|同时)?(?P<what>[^，。；：（）]{{2,20}}?)(?:{THAN}[^，。；：]{{2,28}}?{OF_OTHERS}"
    rf"|(?:与|同|较|比)[^，。；：]{{2,28}}?所?(?:报告|报道|得到|得出|测得|获得|公布|给出|统计)的)（?(?:约|近)?$",
    COMPARING,
)
AGAINST_TOO = gated(rf"(?:而|但|也|且|又)?{THAN}[^，。；：]{{2,28}}?{OF_OTHERS}?（?(?:约|近)?$", COMPARING)
AGAINST_ROW = gated(
    rf"(?:其中|而|但|且|同时|其)?(?P<what>[^，。；：（）]{{2,20}}?){THAN}(?P<row>[^，。；：（）]{{2,12}})（$",
    COMPARING,
)


def level_against_others(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column | None:
    """发病率高于邻县的平均水平（|163/10万|），而低于乙市的报道（|241/10万|）; 出血率与某登记所报告的|1.7%|相比偏高."""
    mention = par.mentions[i]
    clause = par.clause(mention.start)
    lead = BLANKS.sub("", par.text[clause.start : mention.start])
    match = AGAINST.match(lead)
    stem = column.stem or ""
    other = AGAINST_ROW.match(lead) if match is None and lead.endswith("（") else None
    if other is not None and is_magnitude(other["what"]) and not is_magnitude(other["row"]):
        what = LEADS.sub("", other["what"])  # 下降速率慢于全国（|-33.5 h/10a|）
        whole = Column(counted(what, mention), what, COMPARED_RULE, unit=mention.unit)
        if not measurable(mention, whole):
            return None
        return (
            whole if par.areas_in(clause.start, mention.start) else of_row(whole, other["row"], COMPARED_RULE)
        )
    if match is not None:
        what = match["what"]
        if not is_magnitude(what) or stem in what:
            return None
        told = Column(counted(what, mention), what, COMPARED_RULE, unit=mention.unit)
        return told if measurable(mention, told) else None
    if AGAINST_TOO.match(lead):
        for k in par.before_in_sentence(i):
            if found[k].rule == COMPARED_RULE and par.mentions[k].unit == mention.unit:
                return found[k]
    return None


def level_compared_with(par: Paragraph, i: int) -> Column | None:
    """产值较2012年的|6.32|有所收敛: what the clause compares with an earlier figure, or that of others."""
    mention = par.mentions[i]
    if mention.unit is not None or mention.rank or not COMPARED.match(par.text, mention.end):
        return None
    clause = par.clause(mention.start)
    than = COMPARED_WITH.search(par.text, max(clause.start, mention.start - 16), mention.start)
    if than is None:
        return None
    tokens = tuple(t for t in par.tokens_between(clause.start, than.start()) if t.flag != "TIME")
    what = words_of(tokens).rstrip("的") if all(t.flag not in ("QTY", "PUNCT") for t in tokens) else ""
    if len(what) < 2 or not all(t.flag[0] in NOMINAL or t.text == "的" for t in tokens):
        what = topic_told(par, mention, clause.start)
    name = what if is_magnitude(what) or not what else counted(what, mention)
    return Column(name or None, what or None, COMPARED_RULE, unit=mention.unit)
