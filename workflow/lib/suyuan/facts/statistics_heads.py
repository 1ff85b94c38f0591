"""The words that the name of a statistic stands beside: 年龄（|OR=1.05|）, 交互项|β=-0.11|."""

from __future__ import annotations

import re

from suyuan.facts.left import collect_left
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import BLANKS, Column, words_of
from suyuan.facts.study_words import associated

WITH = ("与", "和", "同")
MEMBERS = re.compile("[、和与及]|分为|分成|随机入|纳入")


def right_before(par: Paragraph, at: int) -> str:
    """|交互项|β=-0.11: the noun right before the symbol; "" where anything stands between them."""
    tokens = par.tokens
    if at < 1 or tokens[at - 1].end != tokens[at].start or tokens[at - 1].flag[0] not in "nlL":
        return ""
    return words_of(collect_left(par, at - 1).tokens)


def before_bracket(par: Paragraph, at: int) -> str:
    """Words right before the bracket that token ``at`` is in, no number among them; "" outside brackets."""
    for i in range(at, -1, -1):
        text = par.tokens[i].text
        if text in "）。；":
            return ""
        if text == "（":
            if i == 0 or par.tokens[i - 1].flag == "QTY":
                return ""
            return last_member(words_of(collect_left(par, i - 1).tokens))
    return ""


def bounded_factor(par: Paragraph, at: int) -> str:
    """年龄≥80岁（|OR=2.36|）, 吸烟≥20支/d（|OR=1.9|）: the bound right before the bracket that token ``at`` is in, with what
    is bounded; "" where no bound stands there."""
    opening = next((i for i in range(at, -1, -1) if par.tokens[i].text in "（）。；"), -1)
    bound = par.tokens[opening - 1] if opening > 0 and par.tokens[opening].text == "（" else None
    if bound is None or bound.flag != "QTY" or par.mentions[bound.ref].comparator in ("=", "~"):
        return ""
    factor = last_member(words_of(collect_left(par, opening - 2).tokens))
    return factor + BLANKS.sub("", bound.text)


def last_member(words: str) -> str:
    """糖尿病史 of 年龄和糖尿病史, 观察组 of 分为观察组: what a bracket stands behind."""
    return MEMBERS.split(words)[-1]


def associated_before(par: Paragraph, at: int, before: Column | None) -> str:
    """满意度得分为3.4，与离职倾向呈负相关（|r=-0.5|）: what the clause before measured, with what it goes with; else ""."""
    opening = next((i for i in range(at, -1, -1) if par.tokens[i].text in "（。；"), -1)
    if (
        opening < 1
        or par.tokens[opening].text != "（"
        or before is None
        or not before.level
        or not before.stem
    ):
        return ""
    if before.rule == "statistic":
        return ""
    clause = par.clause(par.tokens[opening - 1].start)
    told = par.text[clause.start : par.tokens[opening].start]
    return associated(before.stem + told) if told.startswith(WITH) else ""
