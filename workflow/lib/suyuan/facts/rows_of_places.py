"""Rows that are places, without their magnitude: 生均经费差距不小。河北2.46万元，山东仅1.83万元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import Column, counted
from suyuan.facts.rows_of_study import ROW, magnitude_told
from suyuan.facts.subjects_told import sentence_before
from suyuan.facts.told import level_told, measurable
from suyuan.quantities.mention import Mention

UNNAMED = "nothing_names_it"
LEAD = re.compile("[，；：]?(?:其中|而|但)?")
VERB = re.compile("则?(?:最[高低大小多少])?，?(?:为|达到?|是|有|仅|只有?|约|高达)*")


def row_of_place(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column | None:
    """The magnitude that the sentence, or the one before it, told, for a number that only a place stands before."""
    mention = par.mentions[i]
    if column.rule != UNNAMED or not _only_a_place(par, mention):
        return None
    before = sentence_before(par, mention)  # 总额5.1万亿元。人均消费差距较大。|广州|4.2万元
    in_sentence = level_told(par, i, found)
    if before and in_sentence is None:
        return Column(counted(before, mention), before, ROW, unit=mention.unit)
    told = magnitude_told(par, i, found, par.clause(mention.start).start)
    if told is None or not measurable(mention, told):
        return None
    return replace(told, rule=ROW, owner=None, each=(), owners=())


def _only_a_place(par: Paragraph, mention: Mention) -> bool:
    """Nothing but a verb stands between the number and the place that opens its clause."""
    start = par.clause(mention.start).start
    words = par.areas_in(start, mention.start)
    return (
        len(words) == 1
        and LEAD.fullmatch(par.text, start, words[0].start) is not None
        and VERB.fullmatch(par.text, words[0].end, mention.start) is not None
    )
