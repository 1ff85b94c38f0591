"""What of the words behind a number names the things that it counts.

28家上市公司|市值总计…; 31个省|（自治区、直辖市）; 3个县|患病率居首.
"""

from __future__ import annotations

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import Phrase
from suyuan.facts.reading import is_count, words_of
from suyuan.facts.study_words import study_words
from suyuan.facts.tokens import Token
from suyuan.facts.words import column_words

GROUP_UNIT = "组"
RECORDS = frozenset({"资料", "数据", "面板", "面板数据", "平衡"})
SAYING = frozenset({*study_words().saying, "分析", "证实", "发现"})
TOLD = ("率", "水质")
BY_MEANS_OF = frozenset({"用", "以", "采用", "使用", "经"})


def level_of_units(par: Paragraph, phrase: Phrase) -> str | None:
    """31个|省（自治区、直辖市）: 省级行政区; 120个|县（市、区）: as written, which is how such a column is headed."""
    written = words_of(phrase.tokens)
    unit = column_words().levels_of_units.get(written)
    at = phrase.first
    if unit is None or at >= len(par.tokens) or par.tokens[at].text != "（":
        return None
    inside = par.text[par.tokens[at].end :].partition("）")[0]
    if not column_words().units_in_brackets.issuperset(inside.split("、")):
        return None
    return unit if written == "省" else f"{written}（{inside}）"


def without_next_head(par: Paragraph, phrase: Phrase) -> tuple[Token, ...]:
    """28家上市公司|市值总计4666亿元: what a following number measures is no part of what is counted."""
    words = column_words()
    at = phrase.first
    told = without_told(par, phrase)
    if told != phrase.tokens:
        return told
    while at < len(par.tokens) and (
        par.tokens[at].text in words.level_verbs or par.tokens[at].text in words.predicates
    ):
        at += 1  # 12个国考断面水质优良比例|为|91.7%
    shared = at < len(par.tokens) and par.tokens[at].text in words.share_verbs  # 14个产业产值|占|全省的80%
    if not shared and (at >= len(par.tokens) or par.tokens[at].flag != "QTY"):
        return phrase.tokens
    if not shared and at > phrase.first and is_count(par.mentions[par.tokens[at].ref]):
        return phrase.tokens
    heads = (*words.money_heads, *words.count_heads)
    judged = shared or at > phrase.first
    if judged:
        heads += words.share_heads_end
    kept = list(phrase.tokens)
    while len(kept) > 1 and (
        (judged and kept[-1].flag in ("a", "z"))
        or kept[-1].text.endswith(heads)
        or kept[-1].text in words.transparent_verbs
    ):
        kept.pop()
    return tuple(kept)


def without_told(par: Paragraph, phrase: Phrase) -> tuple[Token, ...]:
    """46眼观测井|资料|表明, 3个县|患病率|居首, 用3个标准筒|校准: what is told of those counted, or done with them, is no part
    of their name."""
    kept = list(phrase.tokens)
    first = next((k for k in range(phrase.first - 1, -1, -1) if par.tokens[k].flag == "QTY"), 0)
    if par.tokens[first].flag == "QTY" and par.mentions[par.tokens[first].ref].unit == GROUP_UNIT:
        return phrase.tokens
    tool = first > 0 and par.tokens[first - 1].text in BY_MEANS_OF
    goes_on = phrase.first < len(par.tokens) and par.tokens[phrase.first].flag != "PUNCT"
    says = goes_on and (par.tokens[phrase.first].text in SAYING or par.tokens[phrase.first].flag == "uj")
    while len(kept) > 1 and (
        (says and kept[-1].text in RECORDS)
        or (goes_on and kept[-1].text.endswith(TOLD))
        or (tool and kept[-1].flag in ("v", "vn"))
    ):
        kept.pop()
    return tuple(kept)
