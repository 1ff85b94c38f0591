"""Ranks and steps between them: 西安由2018年的|第21位|升至2022年的|第15位|, 前进|6位|, which are no persons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.left import collect_left
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.preconditions import needs
from suyuan.facts.reading import BLANKS, PERSONS, Column, words_of
from suyuan.facts.told import is_magnitude

RANKS = "steps_of_ranks"
RANKING = "排名"
RESPECT = "方面排名"
RISES = "上升|前进|前移|提升|提高|跃升|攀升|上移|晋升"
FALLS = "下降|后退|后移|下滑|下移|退后|跌落|下跌|降低|滑落|回落"
STEP = re.compile(rf"(?:(?P<rise>{RISES})|(?P<fall>{FALLS}))了?$")
ALWAYS = ("前进", "前移", "后退", "后移", "上移", "下移", "退后")  # with a number of places they are of ranks
STEPS = frozenset({"位", "名", "位次"})
OF_RANKS = re.compile(r"第\d+[位名]|排名|位次|名次|位列|位居|前[\d一二三四五六七八九十]+[位名强]")
NAMED = re.compile(
    r"(?:在|从)?(?P<what>[一-龥]{2,14}?)(?:的?(?:全国|全球|世界|全省)?(?:综合)?(?:排名|位次|名次)(?:方面|中|上)?|方面|中|上)(?=，|$)"
)
NO_RANKING = re.compile("(?:方面的?)?(?:的)?(?:综合)?(?:排名|位次|名次)?$")
MADE_UP = re.compile(r"第[\d一二三四五六七八九十]|[人位名]数|^[位名次]*排名$|(?:" + RISES + "|" + FALLS + ")")
LEAD = re.compile("(?:[由从自较比]|与)$")


@needs("位", "名", of=["count"])
def step_of_rank(par: Paragraph, i: int, read: Column, found: Sequence[Column]) -> Column | None:
    """The column of a rank that its own words do not name, and of a step from rank to rank; None for any other number."""
    mention = par.mentions[i]
    if mention.rank:
        named = read.measure is not None and not MADE_UP.search(read.stem or read.measure)
        if mention.unit not in STEPS or (named and RESPECT not in (read.measure or "")):
            return None
        name = (read.measure or "").replace(RESPECT, RANKING) if named else _ranking(par, i, found)
        stem = name.removesuffix(RANKING) or None
        return replace(read, measure=name, stem=stem, rule=RANKS, owner=None, level=False, change=False)
    step = STEP.search(par.text, max(0, mention.start - 4), mention.start)
    if step is None or mention.unit not in STEPS or (read.measure or "").endswith("排名提升量"):
        return None
    told = OF_RANKS.search(par.text, par.sentences[max(0, par.sentence_at(mention.start) - 1)].start)
    subject = _subject(par, step.start())
    if subject.endswith(PERSONS):
        return None  # 报名考生|下降12名
    if mention.unit == "名" and told is None and not step.group().startswith(ALWAYS):
        return None
    name = _ranking(par, i, found) + ("上升量" if step["rise"] else "下降量")
    return Column(name, None, RANKS, level=False, change=True, unit=mention.unit)


def _ranking(par: Paragraph, i: int, found: Sequence[Column]) -> str:
    """What the ranking is of: what the clause, the sentence or the rank before names; 排名 where none does."""
    mention = par.mentions[i]
    for k in range(i - 1, -1, -1):
        if found[k].measure and (par.mentions[k].rank or found[k].rule == RANKS):
            name = (found[k].measure or "").removesuffix("上升量").removesuffix("下降量")
            if name.endswith(RANKING) and not MADE_UP.search(name.removesuffix(RANKING) or "一"):
                return name
    subject = NO_RANKING.sub("", _subject(par, mention.start))
    if is_magnitude(subject):
        return subject + RANKING
    sentence = par.sentences[par.sentence_at(mention.start)].start
    clauses = BLANKS.sub("", par.text[sentence : mention.start]).split("，")[:-1]
    named = next((m["what"] for clause in reversed(clauses) if (m := NAMED.fullmatch(clause))), subject)
    return (named if is_magnitude(named) else "") + RANKING


def _subject(par: Paragraph, end: int) -> str:
    """竞争力 of 竞争力由2018年的|第5位|升至…: the first words of the clause, up to a time, a preposition or a verb."""
    clause = par.clause(end - 1).start
    tokens = par.tokens_between(clause, end)
    at = next(
        (k for k, t in enumerate(tokens) if t.flag in ("TIME", "p", "QTY", "d") or STEP.match(t.text)),
        len(tokens),
    )
    if not at:
        return ""
    return words_of(collect_left(par, par.first_token(tokens[at - 1].start)).tokens)
