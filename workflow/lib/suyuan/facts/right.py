"""The noun phrase to the right of a number, and what the things so counted do."""

from __future__ import annotations

from dataclasses import replace

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import CLAUSE_MARKS, Phrase
from suyuan.facts.tokens import Token
from suyuan.facts.words import column_words

ENDING = frozenset({"QTY", "TIME", "d", "p", "y", "m"})
AND = frozenset({"和", "与", "及", "以及", "或"})
LONGEST_PREDICATE = 16
LONGEST_RELATIVE = 14  # words


def right_phrase(par: Paragraph, index: int) -> Phrase:
    """Noun phrase right after token ``index``: 15项|工作任务, 8个|涉及产业协同内容的政策事件.

    It ends at punctuation but 、 in a list of nouns, at verbs, adverbs, prepositions, times and quantities, and at a
    的 after a noun (15个城市|的居民).
    """
    tokens = par.tokens
    relative = _relative_end(par, index + 1)
    got: list[Token] = []
    at = index + 1
    while at < len(tokens):
        token = tokens[at]
        if at <= relative:
            got.append(token)
        elif token.flag == "uj" and not got:
            pass
        elif _belongs(par, at, got):
            got.append(token)
        else:
            break
        at += 1
    while got and got[-1].flag in ("c", "p", "uj", "PUNCT", "f", "d") and got[-1].text not in "”’」":
        got.pop()
    if got and got[-1].flag == "s" and got[-1].text.endswith("里"):  # 31个|省里
        got[-1] = replace(got[-1], text=got[-1].text[:-1], flag="n", end=got[-1].end - 1)
    return Phrase(tuple(got), first=at)


def predicate_after(par: Paragraph, at: int) -> str:
    """What the things just counted do, to the end of the clause, quantities and times left out; "" if long or none.

    393家企业|在天津设立503家分支机构: 在天津设立分支机构.
    """
    if at + 1 < len(par.tokens) and par.tokens[at + 1].flag == "QTY":
        return ""  # 37个行业|有29个保持增长
    got = [token for token in clause_rest(par, at) if token.flag not in ("QTY", "TIME")]
    while got and got[0].flag in ("d", "y"):
        got.pop(0)
    text = "".join(token.text for token in got)
    verbal = bool(got) and got[0].flag in ("p", "v") and any(token.flag[0] == "v" for token in got)
    return text if verbal and 3 <= len(text) <= LONGEST_PREDICATE else ""


def clause_rest(par: Paragraph, at: int) -> list[Token]:
    """Tokens from ``at`` to the next mark that ends a clause or opens a bracket."""
    rest: list[Token] = []
    for token in par.tokens[at:]:
        if token.text in CLAUSE_MARKS:
            break
        rest.append(token)
    return rest


def _belongs(par: Paragraph, at: int, got: list[Token]) -> bool:
    words = column_words()
    token = par.tokens[at]
    if token.text in AND:
        return bool(got)
    if token.flag == "PUNCT":
        if token.text in "、/-":
            return bool(got) and _nouns_follow(par, at)
        return token.text in "“‘「" or (token.text in "”’」" and bool(got))
    if token.flag in ENDING or token.flag == "c":
        return False
    if (
        token.text == "新增"
        and not got
        and at + 1 < len(par.tokens)
        and par.tokens[at + 1].flag[0] in "nbvLj"
    ):
        return True  # 5000万千瓦|新增|机组
    stops = token.text in words.growth_adverbs or token.text in words.right_stops
    if stops or token.text in words.growth or token.text in words.pronouns:
        return False
    if token.flag == "uj":
        return not (got[-1].flag[0] in "nP" and not got[-1].flag.startswith("nr"))
    if token.flag.startswith("u"):
        return False
    if token.flag == "PLACE":
        return not got or (at + 1 < len(par.tokens) and par.tokens[at + 1].flag[0] in "nuvj")
    if token.flag in ("v", "vn"):
        return _noun_like(par, at, got)
    return True


def _noun_like(par: Paragraph, at: int, got: list[Token]) -> bool:
    """A verb that is part of the noun phrase: 冬奥会|评价|标准, 364个|结对|合作项目."""
    words = column_words()
    token = par.tokens[at]
    if token.flag == "v" and not got and _modifier(par, at):
        return True
    if token.flag == "v" and token.text not in words.noun_verbs:
        return bool(got) and _compound(par, at)
    return not (token.text in words.either_verbs and _governs(par, at, got))


def _compound(par: Paragraph, at: int) -> bool:
    """病险水库除险|加固|工程|开工建设: the verb describes the noun behind it, which has a verb of its own."""
    tokens = par.tokens
    head = tokens[at + 1] if at + 2 < len(tokens) else None
    if head is None or head.text not in column_words().compound_heads:
        return False
    return tokens[at + 2].flag in ("v", "d", "vn", "p", "ad")


def _relative_end(par: Paragraph, at: int) -> int:
    """Index of the 的 that ends a relative clause which begins at ``at`` with a verb or preposition, else -1."""
    tokens = par.tokens
    if at >= len(tokens) or tokens[at].flag not in ("v", "p", "vn"):
        return -1
    for i in range(at + 1, min(at + LONGEST_RELATIVE, len(tokens))):
        if tokens[i].flag == "QTY" or tokens[i].text in CLAUSE_MARKS:
            return -1
        if tokens[i].flag == "uj" and i + 1 < len(tokens) and tokens[i + 1].flag[0] in "nvajPbL":
            return i
    return -1


def _modifier(par: Paragraph, at: int) -> bool:
    """A verb right after the number, with a short noun behind it that ends the clause."""
    rest = []
    for token in clause_rest(par, at + 1):
        if token.flag == "QTY" or token.text == "、":
            break
        rest.append(token)
    nouns = all(token.flag[0] in "nvbaj" for token in rest)
    return 1 <= len(rest) <= 4 and nouns and rest[-1].flag[0] == "n"


def _governs(par: Paragraph, at: int, got: list[Token]) -> bool:
    """8项标准|保障|区域内体系的安全: a verb after a noun, with an object of several words."""
    rest = 0
    for token in clause_rest(par, at + 1):
        if token.text == "、" or token.flag == "QTY" or token.text in AND:
            break
        rest += 1
    return bool(got) and got[-1].flag.startswith("n") and rest >= 4


def _nouns_follow(par: Paragraph, at: int) -> bool:
    """The 、 at ``at`` joins nouns, not another quantity."""
    following = par.tokens[at + 1 : at + 4]
    return bool(following) and following[0].flag[0] in "najblL" and all(t.flag != "QTY" for t in following)
