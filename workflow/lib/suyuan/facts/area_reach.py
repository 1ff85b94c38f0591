"""How far the area of a number and the places of a clause reach within their sentence."""

from __future__ import annotations

from collections.abc import Sequence

from suyuan.facts.area_record import Area
from suyuan.facts.area_words import patterns
from suyuan.facts.paragraph import AreaWord, Paragraph
from suyuan.quantities.mention import Mention


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


def new_source(par: Paragraph, mention: Mention) -> bool:
    """研究显示，…: the sentence tells what somebody else found; the topic of the one before does not reach into it."""
    sentence = par.sentences[par.sentence_at(mention.start)]
    return patterns().new_source.match(par.text, sentence.start) is not None


def same_sentence(par: Paragraph, i: int) -> bool:
    return i > 0 and par.sentence_at(par.mentions[i - 1].start) == par.sentence_at(par.mentions[i].start)


def without_subject(par: Paragraph, start: int) -> bool:
    """The clause opens with a verb: its subject is that of the clause before."""
    for token in par.tokens:
        if token.start >= start and token.flag not in ("c", "d", "TIME"):
            return token.flag == "v" or token.text.endswith("有")  # 现有
    return False


def begins_with_action(par: Paragraph, start: int) -> bool:
    """全年|选拔640名, 累计|培训300人: times and adverbs, then a verb or the noun of an action."""
    token = next((t for t in par.tokens if t.start >= start and t.flag not in ("c", "d", "TIME")), None)
    return token is not None and token.flag[0] == "v"


def first_list(par: Paragraph, words: Sequence[AreaWord]) -> list[AreaWord]:
    """Of an earlier sentence: the first list of places, which is its subject."""
    run = [words[0]]
    for word in words[1:]:
        if word.start - run[-1].end > 1:
            break
        run.append(word)
    return run


def clauses_before(par: Paragraph, start: int, end: int) -> list[tuple[int, int]]:
    """Clauses of a sentence between two positions, the nearest first."""
    out: list[tuple[int, int]] = []
    at = end
    while at > start:
        if par.text[at - 1] in "，；：":
            at -= 1
            continue
        clause = par.clause(at - 1)
        out.append((max(clause.start, start), min(clause.end, end)))
        at = max(clause.start, start)
    return out
