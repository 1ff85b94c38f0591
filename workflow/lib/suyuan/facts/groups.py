"""Groups that a study compares: the group of a number is its row, whichever words name it (观察组总有效率, 对照组40例患者)."""

from __future__ import annotations

import re
from dataclasses import replace

from suyuan.facts.left import left_phrase
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import Column, words_of
from suyuan.facts.rules_statistics import GROUP, GROUP_BEFORE, MEMBERS
from suyuan.facts.words import column_words

LABEL = re.compile("[一-龥A-Za-z0-9]{1,3}组")
LONGEST_GROUP = 8
NO_LABEL = frozenset("两二三四五六各每该本此多一几同全机小")  # 两组, 每组: no name of a group
BETWEEN = ("", "有", "共", "共有", "各", "为", "纳入")
COMPARING = ("较", "比", "于", "同", "与")
STATISTIC = "statistic"  # it compares the groups, and is of none


def with_group(par: Paragraph, i: int, column: Column) -> Column:
    """The column of quantity ``i`` with the group that it is of as its row, and the measure without the group's name.

    A group is one of several that the paragraph names, or has the name of a group of comparison (对照组). The column as it is
    where it has such a row already, is a statistic, or names no group.
    """
    named = column.dimension == GROUP or GROUP in column.breakdown or column.owner is not None
    if column.measure is None or named or column.rule == STATISTIC:
        return column
    match = GROUP_BEFORE.match(column.measure)
    if match is not None and _compared(par, match["group"]):
        group, rest = match["group"], column.measure[match.end() :]
        if rest in column_words().bare_heads:
            rest = column.measure[len(group) :].removeprefix("的")  # 对照组|患者数量
        return replace(column, measure=rest, breakdown={**column.breakdown, GROUP: group})
    group = "" if column.change else _group_before(par, i)
    if group and group not in column.measure and _compared(par, group):
        return replace(column, breakdown={**column.breakdown, GROUP: group})
    return column


def _group_before(par: Paragraph, i: int) -> str:
    """对照组|40例患者: the words right before quantity ``i``, if they are not what another thing is compared with."""
    index = par.token_of.get(i)
    if index is None:
        return ""
    tokens = left_phrase(par, index).tokens
    if not tokens or par.text[tokens[-1].end : par.tokens[index].start] not in BETWEEN:
        return ""
    words = words_of(tokens)
    compared = par.text[: tokens[0].start].endswith(COMPARING)
    return "" if compared or len(words) > LONGEST_GROUP else words


def _compared(par: Paragraph, group: str) -> bool:
    """Has the name of a group of comparison, or the paragraph names another group besides."""
    words = column_words()
    if not group.endswith(words.group_endings) or group.endswith(words.no_groups) or MEMBERS.search(group):
        return False
    labels = {m.group() for m in LABEL.finditer(par.text)}
    several = {
        label
        for label in labels
        if not label.endswith(words.no_groups)
        and label[-2] not in NO_LABEL
        and not any(label.endswith(other) for other in labels - {label})  # 于|对照组
    }
    return group in words.compared_groups or len(several) > 1
