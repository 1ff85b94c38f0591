"""Rows of a 分别 list: the place that stands where the number stands (北京、天津、河北分别有57、14和4项)."""

from __future__ import annotations

from collections.abc import Sequence

from suyuan.facts.paragraph import LINKS, AreaWord, Paragraph
from suyuan.places import Gazetteer
from suyuan.places.records import GEOGRAPHIC

RESPECTIVELY = "分别"
BODY_KINDS = frozenset({"body", "organisation"})
NAMED = GEOGRAPHIC | BODY_KINDS | {"anaphor"}


def row_owner(par: Paragraph, i: int, gazetteer: Gazetteer) -> tuple[AreaWord, str] | None:
    """The place or body at the number's place in the list, with the first word of the list; None without such a list.

    Looked for among all places of the clause, then in its lists, then in the lists of the sentence before it (美国、日本、中国
    优势明显，总份额分别为31%、23%、20%), the nearest first.
    """
    members = par.run_of(i)
    if len(members) < 2:
        return None
    first = par.mentions[members[0]].start
    clause = par.clause(first)
    if RESPECTIVELY not in par.text[clause.start : first]:
        return None
    here = _named(par, clause.start, first)
    places = [word for word in here if word.kind not in BODY_KINDS]
    before = _named(par, par.sentences[par.sentence_at(first)].start, clause.start)
    listed = [
        run for run in _lists(par, before) if len(run) > 1
    ]  # of a group before the clause other things are the rows
    for words in (places, here, *reversed(_lists(par, here)), *reversed(listed)):
        rows = gazetteer.expand(name for word in words for name in word.names)
        if len(rows) == len(members):
            return words[0], rows[i - members[0]]
    return None


def _named(par: Paragraph, start: int, end: int) -> list[AreaWord]:
    return [word for word in par.areas_in(start, end) if word.kind in NAMED]


def _lists(par: Paragraph, words: Sequence[AreaWord]) -> list[list[AreaWord]]:
    """Words joined by 、 和 or the like."""
    runs: list[list[AreaWord]] = []
    for word in words:
        if runs and par.text[runs[-1][-1].end : word.start] in LINKS - {"，"}:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs
