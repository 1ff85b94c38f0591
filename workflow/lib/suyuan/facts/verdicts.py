"""How those treated fared, as rows of one count: 观察组|显效|27例，|有效|15例；对照组依次为|21、17例|; |优|12例，|良|5例."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import BLANKS, Column
from suyuan.facts.rows_of_told import ROW
from suyuan.facts.rules_statistics import GROUP, GROUP_BEFORE
from suyuan.facts.study_words import study_words
from suyuan.language import any_of
from suyuan.quantities.mention import Mention

CASES, NUMBER_OF_CASES, OUTCOME = "例", "例数", "疗效"


def verdict_told(par: Paragraph, i: int, found: Sequence[Column]) -> Column | None:
    """观察组|优|12例，|良|5例: a verdict of one character, which no noun is read from; None for any other.

    One of them says nothing alone (差|3例): a group stands before it, or another verdict beside it.
    """
    mention = par.mentions[i]
    if mention.unit != CASES:
        return None
    lead = BLANKS.sub("", par.text[par.clause(mention.start).start : mention.start])
    match = _told().fullmatch(lead)
    if match is None or not (match["group"] or _beside(par, i, found)):
        return None
    group = {GROUP: match["group"]} if match["group"] else {}
    return Column(NUMBER_OF_CASES, match["verdict"], ROW, breakdown={OUTCOME: match["verdict"]} | group)


def verdict_of_care(column: Column, mention: Mention) -> Column | None:
    """观察组|显效|27例，有效15例: a verdict that was read as a noun; None for any other column."""
    stem = column.stem or ""
    group = GROUP_BEFORE.match(stem)
    verdict = stem[group.end() :] if group is not None else stem
    if mention.unit != CASES or len(verdict) == 1 or verdict not in study_words().verdicts_of_care:
        return None
    breakdown = {**column.breakdown, OUTCOME: verdict} | (
        {GROUP: group["group"]} if group is not None else {}
    )
    return replace(column, measure=NUMBER_OF_CASES, breakdown=breakdown, topic=None)


def fared_in_turn(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column | None:
    """显效27例，有效15例；对照组依次为|21、17例|: the same outcomes again, of another group."""
    run = par.run_of(i)
    first = run[0] - len(run)
    if len(run) < 2 or first < 0 or par.mentions[i].unit != CASES:
        return None
    outcomes = [found[k].breakdown.get(OUTCOME) for k in range(first, run[0])]
    if not all(outcomes):
        return None
    head = column if i == run[0] else found[run[0]]
    group = head.owner if head.dimension == GROUP else head.breakdown.get(GROUP)
    breakdown = {OUTCOME: outcomes[i - run[0]] or ""} | ({GROUP: group} if group else {})
    return Column(NUMBER_OF_CASES, found[first].stem, ROW, breakdown=breakdown)


def _beside(par: Paragraph, i: int, found: Sequence[Column]) -> bool:
    """Whether the quantity before is that of a verdict, or a verdict opens the next clause."""
    sentence = par.sentence_at(par.mentions[i].start)
    before = any(
        OUTCOME in found[k].breakdown and par.sentence_at(par.mentions[k].start) == sentence
        for k in range(max(0, i - 2), i)  # a share in brackets may stand between
    )
    return before or _next().match(par.text, par.mentions[i].end) is not None


@cache
def _told() -> re.Pattern[str]:
    short = [word for word in study_words().verdicts_of_care if len(word) == 1]
    group = "(?![两三四二各]组)(?:(?![较比于与和及、])[一-龥A-Za-z]){1,8}组"  # 与对照组|差3例 compares
    of_whom = rf"(?:其中)?(?:(?P<group>{group})(?!中))?(?:患者(?!中))?"  # 治疗组中|3例 are so many of it
    return re.compile(rf"{of_whom}(?P<verdict>{any_of(short)})者?")


@cache
def _next() -> re.Pattern[str]:
    return re.compile(rf"(?:（[^（）]{{1,12}}）)?[，、；]{any_of(study_words().verdicts_of_care)}者?\d")
