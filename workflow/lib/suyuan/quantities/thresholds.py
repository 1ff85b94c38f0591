"""Sums that are thresholds: 迈上6万亿元台阶 is at least that sum; the 万亿元 of 3个万亿元台阶 says how high a step is;
没有一家超过500万元 is a bound that nothing passes; 超过5%的限值 tells of a limit of 5%."""

from __future__ import annotations

import re
from dataclasses import replace

from suyuan.language import any_of
from suyuan.quantities.phrase import Phrase
from suyuan.quantities.tables import Qualifier, numerals_table
from suyuan.records.fact import Comparator

TABLE = numerals_table()
CLIMBING = {
    word: comparator for comparator, words in TABLE["climbing"].items() for word in words
}  # all of two characters
STEP = re.compile(f"的?新?{any_of(TABLE['steps'])}")
COUNTED_STEPS = frozenset(TABLE["step_classifiers"])
COUNTED = re.compile(r"[\d一二两三四五六七八九十百]个$")
DENIED = re.compile(
    f"(?:(?:没有|并无|尚无|从未有)(?:(?:任何|哪)一?|一){any_of(TABLE['each_of_none'])}|(?<![有独])无一(?!例外|遗漏))[^，。；：、]{{0,16}}$"
)
BEYOND = frozenset({"超过", "超", "超出", "高于", "低于", "大于", "小于", "少于", "多于", "未达", "未达到"})
NORM = re.compile(
    "的[一-龥]{0,4}?(?:限值|限量|目标|阈值|红线|警戒线|警戒值|上限|下限|门槛|临界值|标准|合格线)"
)
PARTED_BOUNDS: dict[str, Comparator] = {"至少": ">=", "最少": ">=", "起码": ">=", "至多": "<=", "最多": "<="}
PARTED = re.compile(f"(?P<bound>{'|'.join(PARTED_BOUNDS)})(?![一-龥]{{0,3}}[的是为达])[一-龥]{{1,4}}$")
REACHING = ("达到", "达", "高达", "超过", "低于", "高于", "多于", "少于", "突破")


def climbed(text: str, phrase: Phrase) -> Phrase:
    """跃上5000亿元新台阶, 跨上10 GB区间: the verb before a step says that it was reached, or passed."""
    if phrase.rank or phrase.second is not None or STEP.match(text, phrase.end) is None:
        return phrase
    if phrase.unit is None and phrase.numeral.factor == 1:
        return phrase  # 跻身前10行列
    if phrase.unit is not None and phrase.unit.unit in COUNTED_STEPS:
        return phrase
    for word, comparator in CLIMBING.items():
        for at in (phrase.start - len(word), phrase.numeral.start - len(word)):  # 迈|上万亿元 is 迈上|万亿元
            if at >= 0 and text.startswith(word, at) and phrase.comparator in ("=", ">=", ">"):
                return replace(phrase, before=Qualifier(word, "before", comparator, ""), start=at)
    return phrase


def of_a_norm(text: str, phrase: Phrase) -> Phrase:
    """超过|5%的限值, 低于|4.5%的控制目标: the number is that of the norm, what stands before compares something with it."""
    if phrase.before is None or phrase.before.text not in BEYOND or NORM.match(text, phrase.end) is None:
        return phrase
    return replace(phrase, before=None, start=phrase.numeral.start)


def at_least(text: str, phrase: Phrase) -> Phrase:
    """每班|至少评估1次, 每人最多选择3项: a bound that a verb parts from its number."""
    if phrase.before is not None or phrase.after is not None or phrase.rank or phrase.second is not None:
        return phrase
    match = PARTED.search(text, max(0, phrase.start - 10), phrase.start)
    if match is None or phrase.unit is None or phrase.more:
        return phrase
    comparator = PARTED_BOUNDS[match["bound"]]
    return replace(phrase, before=Qualifier(match["bound"], "before", comparator, ""))


def is_size_of_what_is_counted(text: str, phrase: Phrase) -> bool:
    """Whether a bare 万亿元 stands right behind 3个: three steps or works of that size, and no sum."""
    bare = phrase.numeral.bare_power and phrase.before is None and not phrase.more
    money = phrase.unit is not None and phrase.unit.kind == "money"
    return bare and money and COUNTED.search(text, max(0, phrase.start - 3), phrase.start) is not None


def passed_by_none(text: str, phrase: Phrase) -> bool:
    """没有一家门店面积超过300平方米, 无一人低于60分: no such thing is there, so the bound is a quantity of nothing.

    没有一所小学的村超过30个 counts villages: behind 的 the bound must be one of a magnitude.
    """
    if phrase.comparator == "=" and not text.endswith(REACHING, 0, phrase.start):
        return False
    denied = DENIED.search(text, max(0, phrase.start - 30), phrase.start)
    if denied is None or phrase.rank:
        return False
    counts = phrase.unit is None or phrase.unit.kind in ("count", "noun")
    return not (counts and "的" in denied.group())
