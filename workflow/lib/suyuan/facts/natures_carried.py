"""Plans that go on in the clauses behind the one that says so: 计划三年内改造车站40座，|加装电梯210部，惠及居民30万人."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.natures import NatureReading, nature_words
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.plans import Lie, is_done
from suyuan.facts.trace import Stages

INTENDED = "word_of_intention"
CARRIED = "intention_of_the_clause_before"
WEAK = ("要", "应", "须", "需", "预计", "预期")  # they govern their own clause
DONE = re.compile("[，、]?(?:共|已|累计|截至|工程进度|完成|实现|实际|现)")
TURNS = re.compile("[；。：]|但|而|其中|的[^，]{0,3}占|占比|相当于")


def with_carried_plans(par: Paragraph, stages: Sequence[Stages], lies: Sequence[Lie | None]) -> list[Stages]:
    """``stages`` of the quantities of a paragraph with those made targets that a clause of the same sentence plans.

    Not where a clause says what is done (，完成投资12亿元, 已发放), has a time of its own or turns (；, 其中, 而).
    """
    result = list(stages)
    for i in range(1, len(result)):
        before, here = result[i - 1], result[i]
        if before.nature.rule not in (INTENDED, CARRIED) or here.nature.rule != "no_word_of_plan":
            continue
        if before.nature.word in WEAK or par.sentence_of(i - 1) != par.sentence_of(i) or lies[i] == "past":
            continue
        clause = par.clause(here.mention.start)
        own = par.text[clause.start : here.mention.start]
        between = par.text[before.mention.end : here.mention.start]
        if TURNS.search(between) or DONE.match(own) or is_done(par.text[clause.start : clause.end]):
            continue
        dated = here.time.time_from == "clause" and here.time.edtf != before.time.edtf
        if dated or any(word in own for word in nature_words().in_fact):
            continue
        result[i] = replace(here, nature=NatureReading(before.nature.nature, CARRIED, before.nature.word))
    return result
