"""Rows that leave their measure to what stands before: 总有效率观察组为92%, 对照组依次为8、21例, 县镇486人, 这一比例为58%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from suyuan.facts.actors import ROW
from suyuan.facts.category_rows import category_dimension
from suyuan.facts.left import left_phrase
from suyuan.facts.magnitudes import names_magnitude
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import Column, counted, words_of
from suyuan.facts.rules_statistics import GROUP, without_group
from suyuan.facts.study_words import study_words
from suyuan.facts.tokens import tokenise
from suyuan.facts.words import column_words
from suyuan.gated import GatedPattern, gated
from suyuan.language import any_of

IN_TURN = "columns_in_turn"
AGE = re.compile(r"(?:\d{1,3}[-~～—至])?\d{1,3}岁(?:及?以[上下])?|(?:小于|大于|不满|未满|不足)\d{1,3}岁")
AGES = "年龄"
SEX = "性别"
GROUP_LABEL = re.compile(
    "(?!较|比|于|与|和|同|[高低多少大小长短快慢早晚优好差劣强弱]于)[一-龥A-Za-z0-9]{1,5}组"
)
PEOPLE = frozenset({"人", "名", "位", "人次"})
LONGEST_KIND = 6
SHORTEST = 5  # characters of a magnitude with a group
IN_ORDER = frozenset({"依次", "依次为", "分别", "分别为", "依次是", "分别是"})


def in_turn(par: Paragraph, i: int, index: int, found: Sequence[Column]) -> Column | None:
    """显效27例，有效15例，无效5例；对照组|依次为|21、17、14例: the columns of as many numbers before, of the group named now."""
    size = len(par.run_of(i))
    phrase = left_phrase(par, index) if size > 1 else None
    if phrase is None or IN_ORDER.isdisjoint(phrase.predicates):
        return None
    label = words_of(phrase.tokens)
    if not label.endswith(column_words().group_endings):
        return None
    back = list(par.before_in_sentence(i))[:size][::-1]
    if len(back) < size or any(par.mentions[k].unit != par.mentions[i].unit for k in back):
        return None
    columns = [found[k] for k in back]
    names = tuple(without_group(column.measure or "") for column in columns)
    if len(set(names)) < size or not all(names) or any(len(par.run_of(k)) > 1 for k in back):
        return None
    return Column(names[0], columns[0].stem, IN_TURN, owner=label, dimension=GROUP, each=names)


def topic_then_row(par: Paragraph, i: int, column: Column) -> Column | None:
    """总有效率|观察组|为92%: a magnitude as the topic, and the group that the level is of behind it."""
    stem = column.stem or ""
    if column.rule != "noun_before_number" or column.owner is not None or len(stem) < SHORTEST:
        return None
    if not stem.endswith(column_words().group_endings) or stem.endswith(column_words().no_groups):
        return None
    tokens = tokenise(stem, [])
    for at in range(len(tokens) - 1, 0, -1):
        what = "".join(token.text for token in tokens[:at])
        row = "".join(token.text for token in tokens[at:])
        if len(what) > 1 and names_magnitude(what) and GROUP_LABEL.fullmatch(row):
            return replace(
                column, measure=counted(what, par.mentions[i]), stem=what, owner=row, dimension=GROUP
            )
    return None


def people_of_kind(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column | None:
    """城区教师512人，|县镇|486人；|31~40岁|468人: a kind or an age without its noun takes that of the people counted before."""
    stem, mention, words = column.stem or "", par.mentions[i], column_words()
    if (
        column.rule != "noun_before_number"
        or column.owner is not None
        or mention.unit not in words.doer_units
    ):
        return None
    age = AGE.search(par.text, max(0, mention.start - 12), mention.start)
    aged = age is not None and age.end() == mention.start
    dimension = AGES if aged else ROW if stem in study_words().regions else category_dimension(stem)
    people = _people()
    if not aged and stem.endswith(people) and stem not in study_words().regions:
        return None  # 招生166万人，|毕业生|120万人: they name people themselves
    if not dimension or (len(stem) > LONGEST_KIND and not aged):
        return None
    label = age.group() if aged and age is not None else stem
    for k in par.before_in_sentence(i):
        before = found[k]
        if par.mentions[k].unit != mention.unit or not before.level or not before.stem:
            continue
        noun = before.stem if before.rule == KIND else tokenise(before.stem, [])[-1].text
        if (
            len(noun) < 2
            or not noun.endswith(people)
            or noun in words.noun_verbs
            or noun in study_words().regions
            or category_dimension(noun) == SEX
        ):
            return None  # 女生958人；来自农村的|1107人: no women
        told = before.rule in TELLING and noun == before.stem  # 被纳入保障的残疾人100万人，其中|农村|80万人
        whole = before.measure if told else counted(noun, mention)
        return replace(column, measure=whole, stem=noun, rule=KIND, owner=label, dimension=dimension)
    return None


@cache
def _people() -> tuple[str, ...]:
    """Endings of nouns for people."""
    return tuple(end for end in column_words().doer_endings if len(end) > 1 or end in "生员者师工")


KIND = "people_of_kind"
TELLING = frozenset({"subject_of_clause", "pivot", "pivot_of", KIND})  # say what those counted do


def pointed_back(par: Paragraph, i: int, index: int, found: Sequence[Column]) -> Column | None:
    """本地配套率不到35%；去年，|这一比例|已提高到58%: the last column of the same unit, in this sentence or the one before."""
    mention = par.mentions[i]
    lead = par.text[par.clause(mention.start).start : mention.start]
    if _pointer().search(lead) is None:
        return None
    here = par.sentence_at(mention.start)
    for k in range(i - 1, -1, -1):
        if here - par.sentence_at(par.mentions[k].start) > 1:
            return None
        if par.mentions[k].unit == mention.unit and found[k].measure and not found[k].change:
            return replace(found[k], rule="pointed_back", each=(), owners=())
    return None


@cache
def _pointer() -> GatedPattern:
    return gated(
        rf"(?:这一|该|这个|上述|此)(?:项|个)?{any_of(study_words().pointed)}(?=[^，。；：的]{{0,12}}$)",
        ["这一", "该", "这个", "上述", "此"],
    )
