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
    "的(?P<kind>控制|预期|规定|考核|国家|行业)?"
    "(?P<norm>限值|限量|目标|阈值|红线|警戒线|警戒值|上限|下限|门槛|临界值|标准|合格线)(?=[，。；、）！？]|$)"
)
COUNTABLE = frozenset({"目标", "标准"})  # of which a share may be told: 已公开超过90%的国家标准
SET = frozenset({"控制", "预期", "规定", "考核"})
SHARED = re.compile(f"{any_of(TABLE['done_to_norms'])}[了过]?(?:已|均|都|仍|却)?$")
PARTED_BOUNDS: dict[str, Comparator] = {"至少": ">=", "最少": ">=", "起码": ">=", "至多": "<=", "最多": "<="}
PARTED = re.compile(
    f"(?P<bound>{'|'.join(PARTED_BOUNDS)})(?![一-龥]{{0,3}}[的是为达])(?P<between>[一-龥]{{1,4}})$"
)
ADVERBS = frozenset({"至少", "至多", "起码"})  # never superlatives: 景区最多时3000人
BOUND_VERB = re.compile(f"(?:可以?|应|须|能|再)?{any_of(TABLE['bound_verbs'])}[了过]?")
NORMATIVE = re.compile("每|(?<!许)可|须|不得|要求|(?<![供反响适对相感效])应(?![用对急付答])")
CLAUSE = re.compile("[，。；：！？]")
NEAR = 40  # characters looked at before a number
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
    if phrase.before is None or phrase.before.text not in BEYOND:
        return phrase
    match = NORM.match(text, phrase.end)
    if match is None or (match["norm"] in COUNTABLE and _is_share_of_norms(text, phrase, match["kind"])):
        return phrase
    return replace(phrase, before=None, start=phrase.numeral.start)


def _is_share_of_norms(text: str, phrase: Phrase, kind: str | None) -> bool:
    """已公开|超过90%的国家标准, and 超过90%的国家标准 that opens its sentence: so many of the standards, no level of one."""
    lead = text[max(0, phrase.start - NEAR) : phrase.start]
    opens = not lead or lead[-1] in "。；！？"
    return SHARED.search(lead) is not None or (opens and kind not in SET)


def at_least(text: str, phrase: Phrase) -> Phrase:
    """每班|至少评估1次, 每人最多选择3项: a bound that a verb parts from its number; 以最多票数获得|12项 is a superlative."""
    if phrase.before is not None or phrase.after is not None or phrase.rank or phrase.second is not None:
        return phrase
    match = PARTED.search(text, max(0, phrase.start - 10), phrase.start)
    if match is None or phrase.unit is None or phrase.more:
        return phrase
    if match["bound"] not in ADVERBS:
        clause = CLAUSE.split(text[max(0, phrase.start - NEAR) : phrase.start])[-1]
        if not BOUND_VERB.fullmatch(match["between"]) or not NORMATIVE.search(clause):
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
