"""Columns of rows in a list: 住建委（14项）, 华东36.3%, A2区（M=180）."""

from __future__ import annotations

import re
from dataclasses import replace

from suyuan.facts.left import collect_left, left_phrase
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import CLAUSE_MARKS
from suyuan.facts.preconditions import needs
from suyuan.facts.reading import Column, counted, empty, is_count, words_of
from suyuan.facts.rules_statistics import without_group
from suyuan.facts.tokens import Token
from suyuan.facts.topics import topic_of
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

LIST_HEAD = re.compile(r"(?:分别为|分别是|依次为|依次是|如下)：")
NUMBER_IN_BRACKETS = re.compile(r"（[^（）]{0,12}\d[^（）]{0,12}）")
LONGEST_LABEL = 10
SEVERAL = re.compile(r"[、和与及]")
GROUP = "组别"
CASES, PEOPLE = "例", "患者"
EACH_GROUP = frozenset({"每组", "各组", "两组各", "每个组"})
NEAR = 40  # characters within which another number in brackets makes a list

PARTED_INTO = re.compile("分为|分成|分入|纳入|列为|作为|设为|[、和与及]")


@needs(table=lambda: column_words().group_endings)
def group_row(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """死亡率（干预组为1.5%，对照组为1.2%）: groups compared; the column stands before the bracket, or is that of the sentence."""
    phrase = left_phrase(par, index)
    words = column_words()
    label = words_of(_after_comparison(phrase.tokens))
    if (
        not label.endswith(words.group_endings)
        or label.endswith(words.no_groups)
        or len(label) > LONGEST_LABEL
    ):
        return None
    if label in EACH_GROUP and is_count(mention):
        people = mention.unit == "例"
        return Column(
            f"{label}{'患者例数' if people else counted('', mention)}", None, "group_row", level=False
        )
    at = phrase.first
    if at >= 0 and par.tokens[at].text == "（":
        head = collect_left(par, at - 1)
        if empty(head):
            return None
        stem = SEVERAL.split(words_of(head.tokens))[-1]
        return Column(counted(stem, mention), stem, "group_row", owner=label, dimension=GROUP)
    if mention.unit == "倍":
        return None  # 约为对照组的|1.8倍
    other = before is not None and before.unit != mention.unit and is_count(mention)
    if before is not None and before.dimension == GROUP and before.measure is not None and not other:
        return replace(before, rule="group_row", owner=label)
    if before is None or before.measure is None or before.unit != mention.unit or not before.level:
        return None
    if before.rule == "sex_row" and mention.unit == CASES:  # 男70例，女56例；|对照组|132例
        return Column(f"{PEOPLE}例数", PEOPLE, "group_row", owner=label, dimension=GROUP)
    stem = before.stem and without_group(before.stem)  # 甲组有效率为90%，高于乙组的80%
    return replace(
        before,
        rule="group_row",
        owner=label,
        dimension=GROUP,
        measure=without_group(before.measure),
        stem=stem,
    )


def _after_comparison(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """对照组 of 高于|对照组, 增至|对照组: what comes after the last verb that compares or leads to a level."""
    words = column_words()
    for i in range(len(tokens) - 1, -1, -1):
        text = tokens[i].text
        if text in words.lying or text in words.level_verbs or text in ("较", "比"):
            return tokens[i + 1 :]
    return tokens


@needs("（")
def bracket(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """住建委（14项）: the row stands before the bracket; the column is the topic of the sentence, else the row itself."""
    tokens = par.tokens
    if index == 0 or tokens[index - 1].text != "（" or index + 1 >= len(tokens):
        return None
    if tokens[index + 1].text not in "），；、":
        return None
    near = par.text[max(0, tokens[index].start - NEAR) : tokens[index].end + NEAR]
    topic = topic_of(par, index) if len(NUMBER_IN_BRACKETS.findall(near)) > 1 else None
    row = _row(par, index - 1)
    if topic is not None and topic.measure is not None and row:
        name = counted(topic.measure, mention)
        return Column(name, topic.stem, "row_in_brackets", owner=row, dimension=topic.dimension)
    name = words_of(collect_left(par, index - 2).tokens)
    if len(NUMBER_IN_BRACKETS.findall(near)) > 1 and not name.endswith("的"):
        name = SEVERAL.split(name)[-1]  # “治理”（218次）、“协同”（|174次|）
    if name.endswith(column_words().group_endings):
        name = PARTED_INTO.split(name)[-1]  # 按预后分为死亡组（50例）和存活组（250例）
    return Column(counted(name, mention), name, "head_before_bracket") if name else None


@needs("分别为：", "分别是：", "依次为：", "依次是：", "如下：")
def labelled_row(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """…的比重分别为：华东36.3%；中成药27.0%: the rows of a list after a colon; the column is what stands before it."""
    token = par.tokens[index]
    sentence = par.sentences[par.sentence_at(token.start)]
    phrase = left_phrase(par, index)
    if LIST_HEAD.search(par.text, sentence.start, token.start) is None or empty(phrase) or phrase.predicates:
        return None
    label = words_of(phrase.tokens)
    start = phrase.tokens[0].start
    if len(label) > LONGEST_LABEL or par.text[start - 1 : start] not in "：；、，":
        return None
    topic = topic_of(par, index)
    if topic is None or topic.measure is None:
        return None
    return Column(counted(topic.measure, mention), topic.stem, "labelled_row", owner=label, level=False)


def _row(par: Paragraph, opening: int) -> str:
    """Words of the row before a bracket, back to the last separator: 交通厅/委（9项）."""
    got: list[Token] = []
    for at in range(opening - 1, -1, -1):
        token = par.tokens[at]
        if token.text in CLAUSE_MARKS or token.text == "、" or token.flag in ("QTY", "p"):
            break
        if token.text in column_words().list_openers:
            break
        got.append(token)
    return words_of(tuple(reversed(got)))
