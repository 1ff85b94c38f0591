"""What a clause is about: its subject, or the object of its verb where it has no subject of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from suyuan.document import Span
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import trimmed
from suyuan.facts.reading import words_of
from suyuan.facts.tokens import Token
from suyuan.facts.words import column_words
from suyuan.places.records import GEOGRAPHIC

LEADING = frozenset({"TIME", "d", "c", "y", "f", "r"})  # before the subject
NOMINAL = tuple("nvajlbistLmqzPT")
LONGEST_SUBJECT = 22  # characters
SHORTEST_SUBJECT = 2
THERE_ARE = frozenset({"有", "共有", "已有", "仅有"})
BRACKETS = frozenset("[]［］")  # a picture in the line


def tokens_in(par: Paragraph, span: Span) -> tuple[Token, ...]:
    """Tokens that begin inside a span."""
    return tuple(par.tokens[par.first_token(span.start) : par.first_token(span.end)])


def clauses_before(par: Paragraph, position: int) -> Iterator[Span]:
    """Clauses of the sentence that end before the clause of ``position``, the nearest first."""
    sentence = par.sentences[par.sentence_at(position)]
    at = par.clause(position).start - 1
    while at > sentence.start:
        span = par.clause(at - 1)
        yield span
        at = span.start - 1


def opens_after_comma(par: Paragraph, index: int) -> bool:
    """，有|25项|完成: only an adverb, or a word that says there are (有, 共有), between a comma and the number."""
    at = index - 1
    while at > 0 and (par.tokens[at].flag == "d" or par.tokens[at].text in THERE_ARE):
        at -= 1
    return at >= 0 and par.tokens[at].text == "，"


def subject_of(par: Paragraph, tokens: Sequence[Token]) -> str:
    """全国政务服务平台|已开通…: the noun phrase before the first predicate of a clause; "" if it has none.

    Times, adverbs and places at its head are no part of it; a clause that begins with its verb has no subject.
    """
    got: list[Token] = []
    for i, token in enumerate(tokens):
        if (not got and _leads(par, token)) or token.text in BRACKETS:
            continue
        if _predicate(tokens, i, got):
            break
        if token.flag == "QTY" and i + 1 < len(tokens) and tokens[i + 1].text == "、":
            return ""  # 立项|艺术项目251个、部级项目53个: no predicate stands before the number
        if token.flag == "QTY" and (of := _attribute_end(tokens, i)):
            return subject_of(par, tokens[of:])  # 施氮量240 kg/hm2处理的|产量|最高
        if token.flag in ("QTY", "TIME", "p", "d") or token.text in column_words().pronouns:
            break
        got.append(token)
    else:
        return ""  # no predicate: no subject
    return _named(par, got)


def _attribute_end(tokens: Sequence[Token], i: int) -> int:
    """Index behind the 的 of the attribute that the quantity at ``i`` belongs to, at most a word between; 0 where none is."""
    at = i + 1
    if at < len(tokens) and tokens[at].flag[0] in "nv" and tokens[at].start == tokens[i].end:
        at += 1
    ends = at + 1 < len(tokens) and tokens[at].flag == "uj" and tokens[at + 1].flag[0] == "n"
    return at + 1 if ends else 0


def object_of(par: Paragraph, tokens: Sequence[Token]) -> str:
    """连续提高|企业退休人员基本养老金: the noun phrase after the first verb of a clause without subject and number; else ""."""
    at = next(
        (i for i, token in enumerate(tokens) if not _leads(par, token) and token.flag != "ad"), len(tokens)
    )
    while at < len(tokens) and tokens[at].flag in ("d", "ad", "a", "QTY"):
        at += 1
    if at >= len(tokens) - 1 or tokens[at].flag != "v":
        return ""
    rest = tokens[at + 1 :]
    while rest and rest[0].flag in ("v", "d", "ul", "c", "uj") and len(rest) > 1:
        rest = rest[1:]
    if (
        any(token.flag in ("QTY", "p", "PUNCT") for token in rest)
        or not rest
        or rest[-1].flag[0] not in "nlijvL"
    ):
        return ""
    return _named(par, list(rest))


def presented(par: Paragraph, tokens: Sequence[Token]) -> str:
    """最大的是|落户某地的|零部件基地: the noun at the end of a clause that says which one of several is meant; else ""."""
    at = next((i for i, t in enumerate(tokens) if t.text in ("是", "为") and i > 1), None)
    if at is None or tokens[at - 1].flag != "uj" or not any(t.text.startswith("最") for t in tokens[:at]):
        return ""
    rest = [t for t in tokens[at + 1 :] if t.flag != "PUNCT"]
    if not rest or any(t.flag == "QTY" for t in rest):
        return ""
    of = max((i for i, t in enumerate(rest[:-1]) if t.flag == "uj"), default=-1)
    return _named(par, rest[of + 1 :])


def _leads(par: Paragraph, token: Token) -> bool:
    """May stand before the subject and is no part of it."""
    if token.flag == "PLACE":
        return par.areas[token.ref].kind in (*GEOGRAPHIC, "anaphor")
    return token.flag in LEADING or token.text in column_words().light_verbs


def _predicate(tokens: Sequence[Token], i: int, got: Sequence[Token]) -> bool:
    words = column_words()
    token = tokens[i]
    if token.text in words.predicates or token.text in words.growth or token.text in words.share_verbs:
        return True
    if token.flag == "v" and token.text not in words.noun_verbs:
        return True
    closes = i + 1 == len(tokens) or tokens[i + 1].flag in ("QTY", "ul", "d", "a")
    return token.flag in ("v", "vn") and token.text in words.either_verbs and closes and bool(got)


def _named(par: Paragraph, got: list[Token]) -> str:
    manners = column_words().manners
    while got and (got[-1].flag in ("a", "ad", "d", "z") or (len(got) > 1 and got[-1].text in manners)):
        got.pop()
    if not got or not got[-1].flag.startswith(NOMINAL):
        return ""
    text = words_of(trimmed(par, tuple(got)))
    words = column_words()
    if text in words.bare_heads or text.endswith(words.no_subjects):
        return ""
    return text if SHORTEST_SUBJECT <= len(text) <= LONGEST_SUBJECT else ""
