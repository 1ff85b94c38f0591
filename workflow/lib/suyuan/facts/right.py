"""The noun phrase to the right of a number, and what the things so counted do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from suyuan.facts.compounds import AND, LISTS, clause_rest, compound_before_verb, inside_compound
from suyuan.facts.once import once
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import CLAUSE_MARKS, Phrase
from suyuan.facts.reading import is_count, is_money
from suyuan.facts.study_words import study_words
from suyuan.facts.tokens import Token
from suyuan.facts.words import column_words

ENDING = frozenset({"QTY", "TIME", "d", "p", "y", "m"})
FRESHLY = frozenset({"新", "再", "又", "正"})  # before the verb of what is counted: 5个城市|新|获评
NOTES = frozenset("〔〕")  # brackets of a reference
SIZES = frozenset({"十亿", "百亿", "千亿", "万亿", "亿元", "千万", "百万", "万吨"})
OVER = frozenset({"过", "超"})
LEVEL_VERBS = column_words().level_verbs
COMPARES = frozenset(study_words().compares)
LONGEST_PREDICATE = 16
LONGEST_RELATIVE = 14  # words
LONGEST_NAME = 7  # words of a name that begins with a verb
# 3个|千亿元|产业集群; 2156名|60岁及以上|老年人
SIZE = re.compile(
    r"[百千万亿]+元(?=[一-龥])|(?:年龄)?\d{1,3}(?:[-~]\d{1,3})? ?(?:周?岁|月龄)(?:及?以[上下])?(?=的?[一-龥])"
)
OTHER_FORM = 3  # characters of a bracket with another form of a word


@once
def right_phrase(par: Paragraph, index: int) -> Phrase:
    """Noun phrase right after token ``index``: 15项|工作任务, 8个|涉及产业协同内容的政策事件.

    It ends at punctuation but 、 in a list of nouns, at verbs, adverbs, prepositions, times and quantities, and at a
    的 after a noun (15个城市|的居民).
    """
    tokens = par.tokens
    got: list[Token] = []
    at = index + 1
    size = SIZE.match(par.text, tokens[index].end)
    while size is not None and at < len(tokens) and tokens[at].end <= size.end() and tokens[at].flag != "QTY":
        got.append(tokens[at])
        at += 1
    relative = _relative_end(par, at)
    while at < len(tokens):
        token = tokens[at]
        if at == index + 1 and token.text + tokens[min(at + 1, len(tokens) - 1)].text in LEVEL_VERBS:
            break  # 床位由500|发展|到800张
        if at == index + 1 > relative and token.text in COMPARES:
            break  # 死亡组乳酸4.1|高于|存活组
        if at <= relative:
            got.append(token)
        elif token.flag == "uj" and not got:
            pass
        elif (closing := _inside_word(par, at, got)) is not None:
            got.extend(
                tokens[at : closing + 1] if closing + 1 >= len(tokens) or _apart(tokens[closing + 1]) else ()
            )
            at = closing
        elif _belongs(par, at, got):
            got.append(token)
        else:
            break
        at += 1
    while got and (got[-1].flag in ("c", "p", "uj", "PUNCT", "f", "d") or got[-1].text in FRESHLY):
        if got[-1].text in "”’」）":
            break
        got.pop()
    if len(got) > 1 and tokens[index + 1].flag == "uj" and got[0].text in column_words().sizes:
        got = got[1:]  # 70℃|的|巨大|温差
    if got and got[-1].flag == "s" and got[-1].text.endswith("里"):  # 31个|省里
        got[-1] = got[-1]._replace(text=got[-1].text[:-1], flag="n", end=got[-1].end - 1)
    return Phrase(tuple(got), first=at)


def _inside_word(par: Paragraph, at: int, got: list[Token]) -> int | None:
    """村|（居）|委会, 村|（社区）: index of the end of a bracket with another form of the one-character word before it."""
    tokens = par.tokens
    if (
        tokens[at].text != "（"
        or not got
        or len(got[-1].text) != 1
        or (got[-1].text in column_words().levels_of_units and not _goes_on_behind(par, at))
    ):
        return None
    closing = at + 2
    if closing >= len(tokens) or tokens[closing].text != "）" or len(tokens[at + 1].text) > OTHER_FORM:
        return None
    return closing


def _goes_on_behind(par: Paragraph, at: int) -> bool:
    """村|（居）|委会: a noun stands right behind the bracket that opens at ``at``, so that it is a part of the word around it."""
    closing = at + 2
    if closing + 1 >= len(par.tokens) or par.tokens[closing].text != "）":
        return False
    behind = par.tokens[closing + 1]
    return behind.start == par.tokens[closing].end and behind.flag[0] == "n"


def _apart(token: Token) -> bool:
    """Goes not on with the word before a bracket."""
    return token.flag[0] not in "nj"


def of_other_size(par: Paragraph, phrase: Phrase) -> Phrase:
    """培育3个|万亿级|和7个千亿级|产业集群: a size without its noun takes the noun of the next number; else the phrase."""
    at = phrase.first
    if not phrase.tokens or not phrase.tokens[-1].text.endswith("级") or at >= len(par.tokens):
        return phrase
    if par.tokens[at].text == "、" and at + 1 < len(par.tokens):
        at += 1
    if par.tokens[at].flag != "QTY" or par.tokens[at - 1].text not in LISTS:
        return phrase
    other = right_phrase(par, at).tokens
    size = next((i for i, token in enumerate(other) if token.text.endswith("级")), None)
    return phrase if size is None else replace(phrase, tokens=(*phrase.tokens, *other[size + 1 :]))


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


def _belongs(par: Paragraph, at: int, got: list[Token]) -> bool:
    words = column_words()
    token = par.tokens[at]
    if token.text in AND:
        return bool(got)
    if token.flag == "PUNCT":
        if token.text in "、/-":
            return bool(got) and _nouns_follow(par, at)
        return token.text in "“‘「" or (token.text in "”’」" and bool(got))
    if token.text in NOTES:
        return False
    if _of_size(par, at) or _of_sum(par, at, got) or _and_the_like(par, at, got):
        return True
    if token.flag in ENDING or token.flag == "c":
        return False
    if got and token.flag in ("v", "vn", "vd") and inside_compound(par, at, got):
        return True
    if (
        token.text == "新增"
        and not got
        and at + 1 < len(par.tokens)
        and par.tokens[at + 1].flag[0] in "nbvLj"
    ):
        return True  # 5000万千瓦|新增|机组
    stops = token.text in words.growth_adverbs or token.text in words.right_stops
    if token.text in words.completely and got:
        return at + 1 < len(par.tokens) and par.tokens[at + 1].flag[0] in "nj"
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


def _of_size(par: Paragraph, at: int) -> bool:
    """7个|千亿|级|产业集群: a number with 级 describes the noun."""
    token = par.tokens[at]
    if token.flag == "m" and token.text.endswith("级") and at + 1 < len(par.tokens):
        return par.tokens[at + 1].flag[0] in "nb"  # 3个|一级|指标
    number = token.flag == "m" and at + 1 < len(par.tokens) and par.tokens[at + 1].text == "级"
    return number or (token.text == "级" and at > 0 and par.tokens[at - 1].flag == "m")


def _of_sum(par: Paragraph, at: int, got: list[Token]) -> bool:
    """3个|过百亿元|园区, 4个|千亿|县: right behind the number and before the noun, a sum or size that describes it."""
    tokens = par.tokens
    first = at - bool(got)
    over = tokens[first].text in OVER
    last = first + over
    if at > last or last + 1 >= len(tokens) or tokens[first - 1].flag != "QTY":
        return False
    row = tokens[first - 1 : last + 2]
    apart = any(left.end != right.start for left, right in pairwise(row))
    if apart or not is_count(par.mentions[row[0].ref]) or row[-1].flag[0] != "n":
        return False
    size = tokens[last]
    return size.text in SIZES if size.flag == "m" else size.flag == "QTY" and is_money(par.mentions[size.ref])


def _and_the_like(par: Paragraph, at: int, got: list[Token]) -> bool:
    """416项|审批|等|事项: the noun that sums up those before 等."""
    following = par.tokens[at + 1] if at + 1 < len(par.tokens) else None
    return (
        par.tokens[at].text == "等"
        and bool(got)
        and following is not None
        and (following.flag[0] == "n" or following.text in column_words().noun_verbs)
    )


def _noun_like(par: Paragraph, at: int, got: list[Token]) -> bool:
    """A verb that is part of the noun phrase: 冬奥会|评价|标准, 364个|结对|合作项目."""
    words = column_words()
    token = par.tokens[at]
    if not got and token.text in words.transparent_verbs and _object_follows(par, at):
        return False
    if token.flag == "v" and not got and _modifier(par, at):
        return True
    acts = token.text in words.transparent_verbs or (token.flag == "v" and _does(par, got))
    if got and acts and _object_follows(par, at):
        return False
    if token.flag == "v" and token.text not in words.noun_verbs:
        return bool(got) and compound_before_verb(par, at)
    return not (token.text in words.either_verbs and _governs(par, at, got))


def _does(par: Paragraph, got: list[Token]) -> bool:
    """44个|部委|制定|配套文件: those counted open the clause, and do what follows."""
    first = par.first_token(got[0].start) - 2 if got else -1
    opens = first < 0 or par.tokens[first].flag == "PUNCT"
    return bool(got) and opens and got[-1].text.endswith(column_words().doer_endings)


def _object_follows(par: Paragraph, at: int) -> bool:
    """6家企业|完成|重组: the verb has an object of its own in the clause."""
    return any(token.flag[0] in "nvjL" for token in clause_rest(par, at + 1)[:1])


def _relative_end(par: Paragraph, at: int) -> int:
    """Index of the 的 that ends a relative clause which begins at ``at`` with a verb or preposition, else -1."""
    tokens = par.tokens
    if at >= len(tokens) or tokens[at].flag not in ("v", "p", "vn"):
        return -1
    if _named_by_verb(tokens[at : at + 3]):
        return -1
    for i in range(at + 1, min(at + LONGEST_RELATIVE, len(tokens))):
        if tokens[i].flag == "QTY" or tokens[i].text in CLAUSE_MARKS or tokens[i].text in NOTES:
            return -1
        if tokens[i].flag == "uj" and i + 1 < len(tokens) and tokens[i + 1].flag[0] in "nvajPbL":
            return i
    return -1


def _named_by_verb(tokens: Sequence[Token]) -> bool:
    """调查|问卷|的: a noun that a verb names, and no clause (服务|群众|的平台)."""
    if len(tokens) < 3 or tokens[0].flag != "vn" or tokens[2].flag != "uj":
        return False
    words = column_words()
    return (
        tokens[1].flag == "n"
        and tokens[0].text in words.noun_verbs
        and not tokens[1].text.endswith(words.doer_endings)
    )


def _modifier(par: Paragraph, at: int) -> bool:
    """A verb right after the number, with a short noun behind it that ends the clause."""
    rest = []
    for token in clause_rest(par, at + 1):
        if token.flag == "QTY" or token.text == "、":
            break
        rest.append(token)
    nouns = all(token.flag[0] in "nvbaj" for token in rest)
    if not rest or not nouns or rest[-1].flag[0] != "n":
        return False
    return len(rest) <= 4 or (
        len(rest) <= LONGEST_NAME and rest[-1].text.endswith(column_words().compound_ends)
    )


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
