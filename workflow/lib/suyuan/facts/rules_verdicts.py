"""Levels whose name the clause before judges: 去除率最高，达到96.4%; 残留量以N270最大，为146.7 kg; 两组评分接近，分别为…."""

from __future__ import annotations

import re
from functools import cache

from suyuan.facts.actors import row_dimension
from suyuan.facts.clauses import clauses_before
from suyuan.facts.left import left_phrase
from suyuan.facts.magnitudes import names_magnitude
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import BLANKS, Column, counted, empty, is_duration
from suyuan.facts.right import right_phrase
from suyuan.facts.rules_statistics import GROUP, GROUP_BEFORE
from suyuan.facts.study_words import study_words
from suyuan.facts.words import column_words
from suyuan.language import any_of
from suyuan.quantities.mention import Mention

SHORTEST = 2
SAMPLE = "编号"
CONTRIBUTES = re.compile("(?P<row>.{2,10}?)对(?P<what>.{2,12}?)的?贡献(?:率|度|占比)?")
SEVERAL = "[、和与及]"


@cache
def _verdict() -> re.Pattern[str]:
    words = study_words()
    return re.compile(
        rf"(?:[^，。；：]{{0,12}}?[前后时中]，?)?(?:[两二三四]组|各组|三者|二者|两者)?"
        rf"(?P<what>[^，。；：]{{2,24}}?)(?:以(?P<row>[^，。；：]{{1,12}}?))?"
        rf"{any_of(words.degrees)}*{any_of(words.verdicts)}"
    )


def level_of_verdict(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """籽粒产量以N225最高，为|8674 kg|: the magnitude that the clause before judges, of the row that it names after 以."""
    phrase = left_phrase(par, index)
    if mention.rank or is_duration(mention) or not phrase.predicates or not empty(phrase):
        return None
    at = phrase.first
    if at < 1 or par.tokens[at].text != "，" or not empty(right_phrase(par, index)):
        return None
    if set(study_words().leading).isdisjoint(phrase.predicates):
        return None
    clause = next(clauses_before(par, mention.start), None)
    if clause is None or _counts(par, clause.start, clause.end):
        return None
    match = _verdict().fullmatch(par.text[clause.start : clause.end].rstrip("，"))
    if match is None:
        return None
    what = BLANKS.sub("", match["what"]).strip("的")
    group = GROUP_BEFORE.match(what)
    owner = match["row"] or (group["group"] if group is not None else None)
    if group is not None:
        what = what[group.end() :]
    share_of = CONTRIBUTES.fullmatch(what) if mention.unit == "%" else None
    if share_of is not None:  # 缺氧区对总氮去除的贡献最大，为|58%
        what = f"{share_of['what']}贡献率"
        row = share_of["row"]
        return Column(what, what, "level_of_verdict", owner=row, dimension=row_dimension(row))
    if len(what) < SHORTEST or not names_magnitude(what) or re.search(SEVERAL, what):
        return None
    dimension = (GROUP if (owner or "").endswith(column_words().group_endings) else SAMPLE) if owner else None
    return Column(counted(what, mention), what, "level_of_verdict", owner=owner, dimension=dimension)


def _counts(par: Paragraph, start: int, end: int) -> bool:
    """A quantity of the clause is a level of its own (两组 is none)."""
    return any(par.mentions[k].unit != "组" for k in par.mentions_in(start, end))
