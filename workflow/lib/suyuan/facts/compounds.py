"""Verbs inside a noun to the right of a number (10家概念|验证|中心), and the list that a number stands in."""

from __future__ import annotations

from bisect import bisect_left

from suyuan.facts.once import once
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import CLAUSE_MARKS
from suyuan.facts.tokens import Token
from suyuan.facts.words import column_words
from suyuan.time.clauses import LONGEST_SENTENCE

LISTS = frozenset({"、", "和", "与", "及", "以及"})
AND = frozenset({"和", "与", "及", "以及", "或"})
LONGEST_COMPOUND = 6  # words behind a verb inside a compound


def clause_rest(par: Paragraph, at: int) -> list[Token]:
    """Tokens from ``at`` to the next mark that ends a clause or opens a bracket."""
    ends = _clause_ends(par)
    k = bisect_left(ends, at)
    return list(par.tokens[at : ends[k] if k < len(ends) else len(par.tokens)])


@once
def _clause_ends(par: Paragraph) -> list[int]:
    """Indices of the marks that end a clause, and of each 、 before a number: 25项经验获推广|、83项案例入选; in text without
    marks the ends of what is cut."""
    tokens = par.tokens
    marks = [
        i
        for i, token in enumerate(tokens)
        if token.text in CLAUSE_MARKS
        or (token.text == "、" and i + 1 < len(tokens) and tokens[i + 1].flag == "QTY")
    ]
    cut = [par.first_token(span.end) for span in par.sentences if span.end - span.start >= LONGEST_SENTENCE]
    return sorted({*marks, *cut})


def first_in_list(par: Paragraph, index: int) -> int:
    """Index of the first number of a list joined by 、 or 和 that the number belongs to."""
    while index > 1 and par.tokens[index - 1].text in LISTS:
        at = index - 2
        while at >= 0 and par.tokens[at].flag not in ("QTY", "PUNCT", "TIME", "p"):
            at -= 1
        if at < 0 or par.tokens[at].flag != "QTY":
            break
        index = at
    return index


def inside_compound(par: Paragraph, at: int, got: list[Token]) -> bool:
    """新建10家|省级概念|验证|中心: a verb in the object of the verb before the number describes the noun behind it, which
    ends the member of the list."""
    words = column_words()
    if par.tokens[at].text in words.light_verbs or par.tokens[at].text in words.transparent_verbs:
        return False
    lead = first_in_list(par, par.first_token(got[0].start) - 1) - 1
    while lead >= 0 and par.tokens[lead].flag in ("QTY", "ul", "d", "m", "a"):
        lead -= 1
    if lead < 0 or not _governing(par, lead) or par.tokens[at].text in words.deed_takers:
        return False
    counts_doers = _unit_before(par, got[0].start) in words.doer_units | {"个", "所", None}
    if (
        counts_doers
        and got[-1].text.endswith(words.doer_endings)
        and not any(token.flag == "v" for token in got)
    ):
        return False
    rest = []
    for token in clause_rest(par, at + 1):
        if token.flag == "QTY" or token.text == "、" or token.text in AND:
            break
        rest.append(token)
    nouns = all(token.flag[0] in "nvbjlL" for token in rest)
    if not rest and len(par.tokens[at].text) > 1:
        ends = par.tokens[at].text in words.compound_ends  # 3场|技能培训成果|展示
        return ends or par.tokens[lead].text in words.deed_takers  # 完成20万平方米|住房成套|改造
    return 1 <= len(rest) <= LONGEST_COMPOUND and nouns and rest[-1].text.endswith(words.compound_ends)


def _unit_before(par: Paragraph, start: int) -> str | None:
    """Classifier of the number right before a noun; None where there is none: of 4台|京剧人才|提升计划 no persons are counted."""
    token = par.tokens[par.first_token(start) - 1]
    return par.mentions[token.ref].unit if token.flag == "QTY" else None


def _governing(par: Paragraph, at: int) -> bool:
    """A verb before a number, or 等 after the members of a list that a verb at the head of the clause governs."""
    token = par.tokens[at]
    if token.text == "等":
        first = par.first_token(par.clause(token.start).start)
        return par.tokens[first].flag == "v"
    part_of_noun = token.flag == "vn" and at > 0 and par.tokens[at - 1].flag == "n"
    return token.flag in ("v", "vn") and not part_of_noun


def compound_before_verb(par: Paragraph, at: int) -> bool:
    """病险水库除险|加固|工程|开工建设: the verb describes the noun behind it, which has a verb of its own."""
    tokens, words = par.tokens, column_words()
    for i in range(at + 1, min(at + 1 + LONGEST_COMPOUND, len(tokens) - 1)):
        if tokens[i].text in words.compound_heads and (
            tokens[i + 1].flag in ("v", "d", "vn", "p", "ad") or tokens[i + 1].text in words.completely
        ):
            return tokens[at].text not in words.light_verbs or i == at + 1
        if tokens[i].flag[0] not in "nvbjl" or (
            tokens[i].flag == "v" and tokens[i].text not in words.noun_verbs
        ):
            return False
    return False
