"""Columns of the members of a ratio that adds up to a whole: 三次产业结构由8:42:50调整为7:41:52."""

from __future__ import annotations

from suyuan.facts.clauses import clauses_before, subject_of, tokens_in
from suyuan.facts.left import left_phrase
from suyuan.facts.list_names import in_full, listed
from suyuan.facts.once import once
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.preconditions import needs
from suyuan.facts.reading import Column, counted, empty, is_share, words_of
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

COLONS = frozenset({"：", ":", "∶"})
CLAUSES_BACK = 2


@needs(*COLONS, of=["share"])
def structure(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """三次产业比例为8：42：50: each member is the share of one of the wholes that the name puts in order.

    After 由…调整为 the second ratio is of the same. The members have no rows where the name says none, or another number of
    them.
    """
    i = par.tokens[index].ref
    run = _ratio_of(par, i)
    if len(run) < 2 or not is_share(mention):
        return None
    stem = _subject(par, run)
    if not stem:
        return None
    words = column_words()
    for dimension, order in words.wholes_in_order.items():
        name = next((name for name in order["names"] if stem.startswith(name)), "")
        if name and len(order["values"]) == len(run):
            bare = order["called"] + stem.removeprefix(name)
            row = order["values"][i - run[0]]
            return Column(counted(bare, mention), bare, "structure", owner=row, dimension=dimension)
    head = max((h for h in words.bare_shares if stem.endswith(h)), key=len, default="")
    names = listed(stem.removesuffix(head), len(run)) if head else None
    if names is not None and all(names):
        name = in_full(names)[i - run[0]] + head  # each is a column of its own, as in lists
        return Column(name, name, "structure")
    return Column(counted(stem, mention), stem, "structure")


@once
def _ratio_of(par: Paragraph, i: int) -> range:
    """Quantities between colons with quantity ``i``."""
    first = last = i
    while first > 0 and _joined(par, first):
        first -= 1
    while last + 1 < len(par.mentions) and _joined(par, last + 1):
        last += 1
    return range(first, last + 1)


def _joined(par: Paragraph, i: int) -> bool:
    return par.text[par.mentions[i - 1].end : par.mentions[i].start].strip() in COLONS


def _subject(par: Paragraph, run: range) -> str:
    """What the ratio is of: the words before it, or before the ratio that it was before; or of a clause before it."""
    first = run[0]
    sentence = par.sentence_at(par.mentions[first].start)
    while first > 0 and par.sentence_at(par.mentions[first - 1].start) == sentence:
        earlier = _ratio_of(par, first - 1)
        if len(earlier) != len(run):
            break
        first = earlier[0]
    index = par.token_of.get(first)
    if index is None:
        return ""
    phrase = left_phrase(par, index)
    if not empty(phrase):
        return words_of(phrase.tokens)
    for back, clause in enumerate(clauses_before(par, par.mentions[first].start)):
        subject = subject_of(par, tokens_in(par, clause))
        if subject or back == CLAUSES_BACK:
            return subject
    return ""
