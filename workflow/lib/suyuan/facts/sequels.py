"""Columns that go on from the number before: 计划建泵站90座，实际只建成58座; 国有博物馆30家、非国有15家."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from suyuan.facts.actors import ROW
from suyuan.facts.left import left_phrase
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import Column, counted, empty, words_of
from suyuan.language import any_of, language_table

NOT = "非"
LINKS = ("、", "，", "和", "与")
ENDS = ("，", "。", "；", "、", "）", "和", "与")
KIND = "kind_of_noun"
CLAUSE_END = "[，；,;。]"
OF_NOUNS = ("noun_before_number", "number_before_noun", KIND)


@cache
def _outcome() -> re.Pattern[str]:
    """The clause up to a number that says what a plan came to: beside words, a word of outcome, at most a verb."""
    table = language_table("sequel_words.yaml")
    beside = any_of(table["outcome_beside"])
    return re.compile(
        f"{beside}*{any_of(table['outcome'])}(?:{beside}|{any_of(table['outcome'])})*(?P<verb>[一-龥]{{0,3}}?)[了过]?$"
    )


@cache
def _outcome_verbs() -> frozenset[str]:
    return frozenset(language_table("sequel_words.yaml")["outcome_verbs"])


@cache
def _kinds() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(kinds) for kinds in language_table("sequel_words.yaml")["kinds"])


def outcome_of_plan(par: Paragraph, i: int, found: Sequence[Column]) -> Column | None:
    """计划建泵站90座，|实际只建成|58座: the column of the number before, of the same unit, where the clause has no noun
    of its own and its verb is that of the plan or one of carrying out."""
    mention = par.mentions[i]
    back = next(iter(par.before_in_sentence(i)), None)
    if back is None or par.mentions[back].unit != mention.unit or found[back].measure is None:
        return None
    if not par.text.startswith(ENDS, mention.end):
        return None
    clause = par.clause(mention.start)
    said = _outcome().fullmatch(par.text[clause.start : mention.start])
    between = par.text[par.mentions[back].end : clause.start]
    if said is None or not between or len(re.findall(CLAUSE_END, between)) > 1:
        return None
    verb = said["verb"]
    verbs = _outcome_verbs()
    told = par.text[par.clause(par.mentions[back].start).start : par.mentions[back].end]
    if verb and verb not in verbs and verb not in told:
        return None
    return replace(found[back], rule="outcome_of_plan", each=(), owners=())


def kind_of_noun(par: Paragraph, i: int, index: int, found: Sequence[Column]) -> Column | None:
    """国有博物馆30家、|非国有|15家: a bare kind takes the noun of the number before, and is a row of it."""
    mention = par.mentions[i]
    back = next(iter(par.before_in_sentence(i)), None)
    if back is None or par.mentions[back].unit != mention.unit or not par.text.startswith(ENDS, mention.end):
        return None
    first = found[back]
    if first.stem is None or not first.level or first.rule not in OF_NOUNS:
        return None
    phrase = left_phrase(par, index)
    if empty(phrase):
        return None
    label = words_of(phrase.tokens)
    between = par.text[par.mentions[back].end : mention.start]
    if between not in [link + label for link in LINKS]:
        return None
    known = first.owner or _kind(first.stem, label)
    noun = first.stem.removeprefix(known)
    if not noun or not _parted(known, label):
        return None
    return Column(counted(noun, mention), noun, KIND, owner=label, dimension=ROW)


def part_before(column: Column, before: Column) -> Column:
    """The column before a bare kind, as a row of the same noun: 国有博物馆数量 → 博物馆数量 of 国有; one that is a row stays."""
    if before.owner is not None or not column.stem:
        return before
    known = (before.stem or "").removesuffix(column.stem)
    return replace(before, measure=column.measure, stem=column.stem, owner=known, dimension=ROW)


def _kind(stem: str, label: str) -> str:
    """The kind that ``stem`` begins with, where ``label`` is another one beside it; else ""."""
    words = {word for kinds in _kinds() if label in kinds for word in kinds} | {
        label.removeprefix(NOT),
        NOT + label,
    }
    return max((word for word in words if word != label and stem.startswith(word)), key=len, default="")


def _parted(known: str, label: str) -> bool:
    opposite = known == NOT + label or label == NOT + known
    return opposite or any(known in kinds and label in kinds for kinds in _kinds() if known != label)
