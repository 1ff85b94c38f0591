"""Plans that go on in the clauses behind the one that says so: 计划三年内改造车站40座，|加装电梯210部，惠及居民30万人."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.natures import NatureReading
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.plans import Lie, is_done, plan_words
from suyuan.facts.trace import Stages

INTENDED = "word_of_intention"
CARRIED = "intention_of_the_clause_before"
WEAK = ("要", "应", "须", "需", "预计", "预期")  # they govern their own clause


def with_carried_plans(par: Paragraph, stages: Sequence[Stages], lies: Sequence[Lie | None]) -> list[Stages]:
    """``stages`` of the quantities of a paragraph with those made targets that the clause right before theirs plans.

    Only where their clause opens with what is to be done, and so has no subject of its own (not 该矿储量, 员工320人), and
    neither it nor the rest of the clause before says what is done or dates it.
    """
    result = list(stages)
    for i in range(1, len(result)):
        before, here = result[i - 1], result[i]
        if before.nature.rule not in (INTENDED, CARRIED) or here.nature.rule != "no_word_of_plan":
            continue
        if before.nature.word in WEAK or lies[i] == "past":
            continue
        clause = par.clause(here.mention.start)
        between = par.text[before.mention.end : here.mention.start]
        rest, comma, deed = between.partition("，")
        if not comma or "：" in rest or not plan_words().doing.match(deed):
            continue
        if is_done(par.text[before.mention.end : clause.end]):
            continue
        if here.time.time_from == "clause" and here.time.edtf != before.time.edtf:
            continue
        result[i] = replace(here, nature=NatureReading(before.nature.nature, CARRIED, before.nature.word))
    return result
