"""Columns of rates that studies and accounts tell: 有效率92%（56/61）, 考虑10%的失访, 完成年初预算的98%."""

from __future__ import annotations

import re

from suyuan.facts.compounds import clause_rest
from suyuan.facts.left import collect_left
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.preconditions import needs
from suyuan.facts.reading import Column, is_share, words_of
from suyuan.facts.right import right_phrase
from suyuan.facts.rules_share import share_verb
from suyuan.facts.study_words import study_words
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

LONGEST_SUBJECT = 20
RATE = "率"
COMPLETED = "完成率"
BARE_PLANS = frozenset(
    {
        "预算",
        "年初预算",
        "年度预算",
        "调整预算",
        "计划",
        "年度计划",
        "目标",
        "年度目标",
        "全年目标",
        "任务",
        "目标任务",
    }
)
LONGEST_KIND = 4
MISSING = frozenset({"无", "未", "不", "失"})
FRACTION = re.compile(r"\d[\d ]* ?[/／] ?\d[\d ]*[例人份名]?）")


@needs("（")
def count_of_rate(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """总有效率为91.80%（|56|/|61|）: how many of how many, behind the rate that they make up."""
    opening = next((k for k in range(index - 1, max(-1, index - 4), -1) if par.tokens[k].text == "（"), -1)
    if opening < 1 or par.tokens[opening - 1].flag != "QTY" or before is None or not before.stem:
        return None
    if par.mentions[par.tokens[opening - 1].ref].unit != "%" or is_share(mention):
        return None
    inside = par.text[par.tokens[opening].end : par.tokens[opening].end + 16]
    if not FRACTION.match(inside) or before.unit != "%":
        return None
    first = index == opening + 1
    stem = before.stem.removesuffix(RATE) if first else ""
    name = stem + ("例数" if mention.unit in (None, "例") else "数量")
    return Column(name, None, "count_of_rate", owner=before.owner, dimension=before.dimension, level=False)


@needs(of=["share"])
def share_of_kind(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """考虑|10%|的失访: 失访率; 考虑15%的脱落率, 以8%的增长率: the rate that is named behind its level."""
    tokens = par.tokens
    if mention.unit != "%" or index < 1 or index + 2 >= len(tokens) or tokens[index + 1].flag != "uj":
        return None
    if share_verb(par, index) >= 0:
        return None  # 甲占服务器95%的市场份额
    following = right_phrase(par, index)
    name = words_of(following.tokens)
    if name.endswith(column_words().rates) and len(name) <= LONGEST_SUBJECT and len(name) > 1:
        return Column(name, name, "share_of_kind")
    at = index - 1
    while at > 0 and (tokens[at].flag in ("ul", "d") or tokens[at].text in ("有",)):
        at -= 1
    lead = tokens[at]
    rest = clause_rest(par, index + 2)
    kind = "".join(token.text for token in rest)  # 考虑10%的|无应答
    missing = rest and rest[0].flag != "d" and kind[0] in MISSING and len(kind) <= LONGEST_KIND
    if missing and lead.text in study_words().reckoned_with:
        return Column(kind + RATE, kind, "share_of_kind")
    event = rest[0] if rest else None
    if lead.text not in study_words().reckoned_with or event is None or event.flag not in ("v", "vn"):
        return None
    if len(rest) > 1 or event.text in column_words().growth:
        return None
    return Column(event.text + RATE, event.text, "share_of_kind")


@needs(table=lambda: study_words().carried_out, of=["share"])
def carried_out(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """完成年初预算的|98%|, 为年度计划的|102%: 年初预算完成率."""
    tokens, words = par.tokens, study_words()
    at = index - 1
    if mention.unit != "%" or at < 2 or tokens[at].flag != "uj":
        return None
    phrase = collect_left(par, at - 1)
    name = words_of(phrase.tokens)
    if not name.endswith(words.carried_out):
        return None
    verb = next((verb for verb in words.carrying_out if name.startswith(verb)), "")
    lead = phrase.first
    governed = verb or (lead >= 0 and tokens[lead].text in words.carrying_out)
    if not governed:
        start = par.clause(mention.start).start
        governed = any(t.text in words.carrying_out for t in par.tokens_between(start, mention.start))
    name = name.removeprefix(verb)
    if not governed or not 2 <= len(name) <= LONGEST_SUBJECT:
        return None
    told = before is not None and before.level and before.stem is not None
    if name in BARE_PLANS and told and before is not None and before.unit not in column_words().shares:
        stem = before.stem or ""
        plain = 4 <= len(stem) <= LONGEST_SUBJECT and not stem.endswith(("决算", "预算", "计划", "目标"))
        named = stem + name if plain else name
        return Column(named + COMPLETED, name, "carried_out", level=False)  # 预算收入560亿元，为预算的|102%
    return Column(name + COMPLETED, name, "carried_out", level=False)
