"""How far the area of a number and the places of a clause reach within their sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from suyuan.facts.area_patterns import patterns
from suyuan.facts.area_record import Area
from suyuan.facts.paragraph import AreaWord, Paragraph
from suyuan.facts.tokens import Token
from suyuan.places.tables import package_yaml

VALUE = re.compile(
    "[，；]?(?:[12]\\d{3}年)?(?:均|共|已|约|仅|只|高|多)?(?:达到?|为|有|是|占)|[，；]?(?:仅|只|共)"
)


def carries_on(par: Paragraph, i: int, found: Sequence[Area]) -> bool:
    """The area of the number before in the sentence may hold for this one too.

    One that holds for its own number alone goes on only into a clause without subject (…，增长5%), and none leaves its
    brackets.
    """
    if not same_sentence(par, i) or not found[i - 1].names or found[i - 1].rule == "whole_country":
        return False
    before, mention = par.mentions[i - 1], par.mentions[i]
    between = par.text[before.end : mention.start]
    if found[i - 1].rule in ("clause", "row") and between.count("）") > between.count("（"):
        return False
    if found[i - 1].lasts:
        return True
    start = par.clause(mention.start).start
    return without_subject(par, start) and all(
        without_subject(par, low) for low, high in clauses_before(par, par.clause(before.start).end, start)
    )


def opens_source(par: Paragraph, k: int) -> bool:
    """研究显示，…; 笔者…: sentence ``k`` tells what somebody else found, or the own work; the topic before does not reach
    into it."""
    return patterns().new_source.match(par.text, par.sentences[k].start) is not None


def same_sentence(par: Paragraph, i: int) -> bool:
    """Quantity ``i`` stands in the sentence of the quantity before it."""
    return i > 0 and par.sentence_of(i - 1) == par.sentence_of(i)


def without_subject(par: Paragraph, start: int) -> bool:
    """The clause opens with a verb: its subject is that of the clause before."""
    token = _first_word(par, start)
    if token is None:
        return False
    return token.flag == "v" or token.text.endswith("有") or token.text in _relational_heads()  # 现有


def _first_word(par: Paragraph, start: int) -> Token | None:
    """The first token from ``start`` on that is no time, adverb or conjunction."""
    tokens = par.tokens
    at = par.first_token(start)
    while at < len(tokens) and tokens[at].flag in ("c", "d", "TIME"):
        at += 1
    return tokens[at] if at < len(tokens) else None


@cache
def _relational_heads() -> frozenset[str]:
    return frozenset(package_yaml("area_groups.yaml")["relational_heads"])


def says_the_value(par: Paragraph, start: int, number: int) -> bool:
    """云岭县比率最高，|达|94%: nothing but the verb that gives the value stands between the mark and the number."""
    return VALUE.fullmatch(par.text, start, number) is not None


def begins_with_action(par: Paragraph, start: int) -> bool:
    """全年|选拔640名, 累计|培训300人: times and adverbs, then a verb or the noun of an action."""
    token = _first_word(par, start)
    return token is not None and token.flag[0] == "v"


def first_list(par: Paragraph, words: Sequence[AreaWord]) -> list[AreaWord]:
    """Of an earlier sentence: the first list of places, which is its subject."""
    run = [words[0]]
    for word in words[1:]:
        if word.start - run[-1].end > 1:
            break
        run.append(word)
    return run


def clauses_before(par: Paragraph, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Clauses of a sentence between two positions, the nearest first."""
    at = end
    while at > start:
        if par.text[at - 1] in "，；：":
            at -= 1
            continue
        clause = par.clause(at - 1)
        yield max(clause.start, start), min(clause.end, end)
        at = max(clause.start, start)


def right_before(par: Paragraph, start: int, clause: int) -> tuple[int, int]:
    """The clause that one mark parts from the clause that begins at ``clause``, in the sentence from ``start`` on; an empty span
    where none does (a sentence that begins with a comma, two marks in a row)."""
    begin, end = next(clauses_before(par, start, clause), (clause, clause))
    return (begin, end) if end + 1 >= clause else (clause, clause)
