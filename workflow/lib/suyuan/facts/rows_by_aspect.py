"""Rows of what was counted before, in a sentence that says by what it is split: 从审级看，|一审|168份，|二审|45份."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.magnitudes import has_verb, names_magnitude
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import BLANKS, Column, counted, is_count
from suyuan.gated import gated

RULE = "row_by_aspect"
SENTENCES = 5  # back
ASPECT = gated(
    r"(?:[（(]?\d[）)])?(?:从|按|按照|就|分)(?P<aspect>[一-龥]{2,8}?)(?:分布|构成|结构|类型|情况)?(?:上|来)?(?:看|划分|分类|统计|区分|分|而言)[，：]"
    r"|分(?P<split>[一-龥]{2,6}?)的?(?:差异|差别|情况)[^，。：；]{0,8}[：，]",
    ["从", "按", "就", "分"],
)
LABEL = re.compile(
    r"^(?:其中|而|其余|以|则)?(?P<row>[^，。；：、（）\d]{1,12}?)(?:案件|文书)?(?:最多|最少|居首|居多|次之)?(?:共|有|为|占|达|仅|约|共有|的有)*$"
)
SHARE_BESIDE = re.compile("(?:[，（]|，居首位?，)(?:约|仅|只)?占?(?:比|了|到)?(?:约|近)?")
SHARE_RULES = frozenset(
    {"share_of", "share_carried", "share_in_bracket", "carried", "noun_before_number", "nothing_names_it"}
)


def row_by_aspect(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column | None:
    """The column of quantity ``i`` as a row of what the sentences before counted; None where the sentence splits nothing."""
    mention = par.mentions[i]
    if mention.unit == "%" and i and found[i - 1].rule == RULE and column.rule in SHARE_RULES:
        between = BLANKS.sub("", par.text[par.mentions[i - 1].end : mention.start])
        whole = found[i - 1]
        return (
            replace(whole, measure=f"{whole.stem}占比", level=False)
            if SHARE_BESIDE.fullmatch(between)
            else None
        )
    if (
        not is_count(mention)
        or mention.rank
        or column.rule not in ("noun_before_number", "carried", "nothing_names_it")
    ):
        return None
    sentence = par.sentences[par.sentence_at(mention.start)]
    aspect = ASPECT.match(par.text, sentence.start)
    if aspect is None or aspect.end() > mention.start:
        return None
    first = max(par.clause(mention.start).start, aspect.end())
    label = LABEL.match(BLANKS.sub("", par.text[first : mention.start]))
    if label is None or names_magnitude(label["row"]) or has_verb(label["row"]):
        return None
    told = _told(par, i, found)
    if told is None or label["row"] in (told.stem or ""):
        return None
    stem = told.stem or ""
    return replace(
        told, measure=counted(stem, mention), rule=RULE, owner=label["row"], dimension=aspect["aspect"] or aspect["split"],
        each=(), owners=(), topic=None, completed_by="",
    )  # fmt: skip


def _told(par: Paragraph, i: int, found: Sequence[Column]) -> Column | None:
    """What was counted last with the same unit, in this sentence or in the ones before."""
    mention = par.mentions[i]
    here = par.sentence_at(mention.start)
    for k in range(i - 1, -1, -1):
        if here - par.sentence_at(par.mentions[k].start) > SENTENCES:
            return None
        told = found[k]
        if par.sentence_at(par.mentions[k].start) == here and is_count(par.mentions[k]) and told.rule != RULE:
            return None  # a row that was not read as one
        if par.mentions[k].unit == mention.unit and told.level and told.stem:
            return replace(told, owner=None, dimension=None)
    return None
