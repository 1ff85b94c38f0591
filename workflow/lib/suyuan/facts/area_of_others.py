"""The place of a figure that a study reports of others' work, and of its own beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from suyuan.facts.area_reach import same_sentence
from suyuan.facts.area_record import Area, roles_of
from suyuan.facts.area_words import AreaContext, heads, places_of
from suyuan.facts.others_work import (
    back_to_own,
    named_at_mark,
    named_nearby,
    opens_nearby,
    others_named,
    speaks_for_itself,
    tells_work_there,
)
from suyuan.facts.paragraph import AreaWord, Paragraph
from suyuan.places.groups import NATIONAL
from suyuan.places.records import ADMINISTRATIVE, GEOGRAPHIC

RULE = "others_work"
UNPLACED = "others_work_unplaced"
OF_OTHERS = (RULE, UNPLACED)  # rules of areas that are not of the study itself
AT_HOME = re.compile("国内(?!外)")
PLACE_NAME = "ns"  # jieba's part of speech of a place
AT_PLACE = frozenset({"在", "对", "于", "以"})  # before a place that no table names
LONGEST_NEAR = 4  # characters of 邻近的


def own_beside_others(par: Paragraph, i: int, _: Sequence[Area], context: AreaContext) -> Area | None:
    """李某等报道为61%，本研究为|52%: of the place of the study; None where the clause does not speak of the own work or no other
    place or work stands before it in the sentence."""
    mention = par.mentions[i]
    own = context.document or context.sample
    if not context.study or not own:
        return None
    start = max(par.clause(mention.start).start, par.mentions[i - 1].end if i else 0)
    if not speaks_for_itself(par.text, start, mention.start):
        return None
    sentence = par.sentences[par.sentence_at(mention.start)]
    if others_named(par.text, sentence.start, mention.start, study=True) is None and not any(
        _is_elsewhere(word, context) for word in par.areas_in(sentence.start, start)
    ):
        return None
    return Area(own, own[0] if len(own) == 1 else None, rule="document")


def of_others(par: Paragraph, i: int, _: Sequence[Area], context: AreaContext) -> Area | None:
    """文献[3]对|山东省|某台区的测算, 前人对邻近的|千河|所作估算, 邻近的|平定县|某厂采用: the place that somebody else's work is
    about, none where the sentence tells none; None where it is no sentence on others' work."""
    if not context.study:
        return None
    mention = par.mentions[i]
    sentence = par.sentences[par.sentence_at(mention.start)]
    at = _sign(par, sentence.start, mention.start)
    if back_to_own(par.text, sentence.start if at is None else at, mention.start):
        return None
    if at is None:
        return _nearby(par, sentence.start, mention.start, context) or _work_there(par, i, context)
    low = (
        par.mentions[i - 1].end if same_sentence(par, i) and at >= par.mentions[i - 1].end else sentence.start
    )
    low = max(low, par.text.rfind("；", sentence.start, at) + 1)  # 文献[1]以甲省…；文献[2]测得
    words = _places(par, at, mention.start) or _places(par, low, at)
    if words:
        return roles_of(words, RULE)
    near = named_nearby(par.text, at, mention.start)
    if near is not None:
        return _of(near[1])
    if AT_HOME.search(par.text, at, mention.start) is not None:
        return _of(NATIONAL)
    tokens = par.tokens_between(at, mention.start)
    unlisted = [
        t.text
        for before, t in pairwise(tokens)
        if t.flag == PLACE_NAME and len(t.text) > 1 and before.text in AT_PLACE
    ]
    return _of(unlisted[-1]) if unlisted else Area(rule=UNPLACED)


def _is_elsewhere(word: AreaWord, context: AreaContext) -> bool:
    return word.kind in GEOGRAPHIC and not set(word.names) & {*context.document, *context.sample}


def _sign(par: Paragraph, start: int, number: int) -> int | None:
    """Where the last sign of others' work stands before a number: words, or a reference mark behind a name."""
    marks = [mark.at for mark in par.flow.marks if start < mark.at < number]
    signs = [at for at in marks if named_at_mark(par.text, start, at)]
    told = others_named(par.text, start, number, study=True)
    return max([*signs, *([told] if told is not None else [])], default=None)


def _of(name: str) -> Area:
    return Area((name,), name, rule=RULE)


def _nearby(par: Paragraph, start: int, number: int, context: AreaContext) -> Area | None:
    at = opens_nearby(par.text, start, number)
    if at is None:
        return None
    words = [word for word in par.areas_in(at, number) if word.start == at or word.kind in ADMINISTRATIVE]
    if words:
        return roles_of(words[:1], RULE) if words[0].names != context.document else None
    near = named_nearby(par.text, at - LONGEST_NEAR, number)
    return _of(near[1]) if near is not None and near[0] == at else None


def _work_there(par: Paragraph, i: int, context: AreaContext) -> Area | None:
    """上海|62个基坑的统计表明, 英国|一项调查显示，…: the place at which a work was made that the sentence names before the
    number, or in the clause that it opens with; none where the number's own clause has a place."""
    mention = par.mentions[i]
    start = par.sentences[par.sentence_at(mention.start)].start
    head = par.clause(start)
    clause = par.clause(mention.start)
    named = places_of(par, start, mention.start, context)
    for word in par.areas_in(start, mention.start):
        opens = word.end <= head.end and heads(par, word, start)
        if not _is_elsewhere(word, context) or not (opens or word in named):
            continue
        end = max(head.end, mention.start) if opens else mention.start
        if tells_work_there(par.text, word.end, end):
            here = par.areas_in(clause.start, mention.start)
            return roles_of([word], RULE) if clause == par.clause(word.start) or not here else None
    return None


def _told_of(word: AreaWord) -> AreaWord:
    """The province of 山东省|某台区."""
    parent = word.mention.parent if word.mention is not None else None
    return replace(word, names=(parent,)) if parent and word.names[-1].startswith("某") else word


def _places(par: Paragraph, start: int, end: int) -> list[AreaWord]:
    """The last places named between two positions: one, or a list of them."""
    words = [_told_of(word) for word in par.areas_in(start, end) if word.kind in GEOGRAPHIC]
    words = [word for word in words if not word.names[-1].startswith("某")]
    run = words[-1:]
    for word in reversed(words[:-1]):
        if par.text[word.end : run[0].start] not in ("、", "和", "与", "及"):
            break
        run.insert(0, word)
    return run
