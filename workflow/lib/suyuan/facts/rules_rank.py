"""Columns of ranks: 位列第四, 全国第一, 首个."""

from __future__ import annotations

import re

from suyuan.facts.clauses import clauses_before, tokens_in
from suyuan.facts.left import collect_left
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import CLAUSE_MARKS, Phrase, trimmed
from suyuan.facts.reading import Column, empty, is_duration, words_of
from suyuan.facts.right import right_phrase
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

SCOPE_FLAGS = frozenset({"PLACE", "n", "f", "s", "d", "v", "ns", "m", "q", "r", "a", "b", "j", "nz", "uj"})
TOP = re.compile(r"前(?:[一二三四五六七八九十]+|\d+)")  # 跻身|前十
FROM = frozenset({"从", "由"})
RESPECTS = frozenset({"方面", "上"})
REACH = 12  # words between the scope of a ranking and its verb


def rank(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """N位列第四: N排名; N全国第一: N排名; 首个N: N次序."""
    if not mention.rank and (
        mention.unit not in (None, "名", "位") or not TOP.match(par.text, mention.start)
    ):
        return None
    verb = _rank_verb(par, index)
    if not mention.rank and verb < 0:
        return None
    if verb >= 0:
        scope = _magnitude_scope(par, verb)
        phrase = scope if scope is not None else collect_left(par, _before_scope(par, verb))
        stem = words_of(phrase.tokens) if not empty(phrase) else (before.stem if before is not None else None)
        stem = stem or _respect(par, mention)
        if stem in column_words().bare_magnitudes and before is not None and before.stem is not None:
            stem = before.stem  # 按金额排第四
        if stem is not None:
            return Column(stem + "排名", stem, "rank", level=False)
        return None
    elif index > 1 and (
        par.tokens[index - 1].flag == "PLACE" or par.tokens[index - 1].text in column_words().wholes
    ):
        at = _left_of_duration(par, index - 2)
        if par.tokens[at].text in FROM:  # 出口额|从|世界第三位升到第二位
            phrase = collect_left(par, at - 1)
            stem = (
                words_of(phrase.tokens)
                if not empty(phrase)
                else (before.stem if before is not None else None)
            )
            return Column(stem + "排名", stem, "rank", level=False) if stem else None
        phrase = collect_left(par, at)
        if not empty(phrase):
            stem = words_of(phrase.tokens)
            return Column(stem + "排名", stem, "rank", level=False)
    following = right_phrase(par, index)
    if not empty(following):
        return Column(words_of(following.tokens) + "次序", None, "ordinal", level=False)
    return None


def _respect(par: Paragraph, mention: Mention) -> str | None:
    """算力环境方面，甲、乙、丙省位列前三: what a clause before says the ranking is of; None where none says it."""
    for clause in clauses_before(par, mention.start):
        tokens = tokens_in(par, clause)
        while tokens and tokens[-1].flag == "PUNCT":
            tokens = tokens[:-1]
        if len(tokens) > 1 and tokens[-1].text in RESPECTS:
            named = trimmed(par, tokens[:-1])
            return words_of(named[1:] if named and named[0].flag == "p" else named) or None
    return None


def _rank_verb(par: Paragraph, index: int) -> int:
    """Index of 位列, 居 … before the rank and its scope (居全国各城市首位), else -1."""
    verbs = column_words().rank_verbs
    at = index - 1
    while at >= 0 and par.tokens[at].text not in verbs and par.tokens[at].flag in SCOPE_FLAGS:
        at -= 1
    return at if at >= 0 and par.tokens[at].text in verbs else -1


def _magnitude_scope(par: Paragraph, verb: int) -> Phrase | None:
    """某公司在|全球市场占有率|排名第四: what is ranked stands behind 在, where it is a magnitude."""
    phrase = collect_left(par, verb - 1)
    words = column_words()
    heads = (*words.count_heads, *words.share_heads_end)
    behind = phrase.first >= 0 and (
        par.tokens[phrase.first].text == "在" or par.tokens[phrase.first].flag == "PLACE"
    )
    return phrase if behind and not empty(phrase) and words_of(phrase.tokens).endswith(heads) else None


def _before_scope(par: Paragraph, verb: int) -> int:
    """Index left of 在31个省里, the scope of a ranking, if one stands before the verb, and of adverbs."""
    for at in range(verb - 1, max(-1, verb - REACH), -1):
        if par.tokens[at].text in ("在", "在全国"):
            return at - 1
        if par.tokens[at].text in CLAUSE_MARKS and par.tokens[at].text not in "（）":
            break
    at = _left_of_duration(par, verb - 1)
    while at >= 0 and par.tokens[at].flag in ("d", "ul"):
        at -= 1
    return at


def _left_of_duration(par: Paragraph, at: int) -> int:
    """出口额|连续8年|全国第一: index left of a length of time with what leads it, else ``at``."""
    if at < 1 or par.tokens[at].flag != "QTY" or not is_duration(par.mentions[par.tokens[at].ref]):
        return at
    at -= 1
    while at > 0 and par.tokens[at].text in column_words().duration_leads:
        at -= 1
    return at
