"""Levels of no place that a study sets its own beside: the mean of a trade, a norm, what is usually held to be right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from suyuan.facts.area_record import Area
from suyuan.facts.area_words import AreaContext
from suyuan.facts.paragraph import Paragraph
from suyuan.language import any_of
from suyuan.places.tables import package_yaml
from suyuan.quantities.mention import Mention

RULE, NORM = "benchmark", "norm"  # a norm has no time either, but one of its own clause
COMPARED = re.compile("(?:[高低大小多少快慢优好差长短]于|超过?|比|较|不及|相当于)(?:全国|国内|同期|同)?的?$")
STANDARD = r"GB/?T?\s?\d{3,5}(?:[.—–-]\d+)*"
LIMITING = ("不", "应", "须", "≥", "≤", "至少")
COUNTED = frozenset({"项", "个", "家", "份", "件", "条", "人", "户", "所", "起", "例", "座", "处"})
NEAR = 2  # characters between a place and 行业平均 that make it the mean of that place (全国|的行业平均)


def of_benchmark(par: Paragraph, i: int, _: Sequence[Area], context: AreaContext) -> Area | None:
    """行业平均为|5.63次, 低于GB 2762规定的|0.3 mg/kg, 一般认为以|0.8次为宜: a level that holds anywhere; None for any other
    number, and for a difference to such a level (高于行业均值|3.2个百分点)."""
    mention = par.mentions[i]
    clause = par.clause(mention.start)
    low = max(clause.start, par.mentions[i - 1].end if i else 0)
    if _is_norm(par, mention, low):
        return Area(rule=NORM, lasts=False)
    if not context.study:
        return None
    levels, held, norm_behind = _patterns()
    level = levels.search(par.text, low, mention.start)
    if level is not None and not _is_difference(par.text, level.start(), mention.start):
        placed = any(0 <= level.start() - word.end <= NEAR for word in par.areas_in(low, level.start()))
        return None if placed else Area(rule=RULE, lasts=False)
    behind = norm_behind.match(par.text, mention.end, clause.end)
    if behind is not None:
        return Area(rule=RULE, lasts=False)
    opening = held.match(par.text, par.sentences[par.sentence_at(mention.start)].start, mention.start)
    if opening is not None and is_right(par.text, opening.start("what"), mention, clause.end):
        return Area(rule=RULE, lasts=False)
    return None


def _is_norm(par: Paragraph, mention: Mention, low: int) -> bool:
    """国家规定的合格率为|95%, 国家标准要求达标率|不低于90%, 低于规范要求的|3 m: what a norm lays down of the magnitude beside it.
    A norm of the place that is named right before it is that place's; how many things it lays down is none."""
    of_norm, of_level = _norm_told()
    surface = par.text[mention.start : mention.end]
    found = of_norm.search(par.text, low, mention.number_start) or (
        of_level.search(par.text, low, mention.number_start) if mention.unit != "百分点" else None
    )
    if found is None or (mention.unit in COUNTED and not surface.startswith(LIMITING)):
        return False
    return not any(0 <= found.start() - word.end <= NEAR for word in par.areas_in(low, found.start()))


@cache
def _norm_told() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A norm with its magnitude before the number, and one that a level is compared with."""
    table = package_yaml("area_groups.yaml")["benchmarks"]
    givers, lays, told = (any_of(table[key]) for key in ("lawgivers", "lays_down", "told_by"))
    given = f"(?:{givers}|{STANDARD})(?:中|里|所|均|都|已)?{lays}"
    magnitude = r"的?(?!由|从|到|向|对|开展|进行|建设|完成)[^，。；：、（）\d的]{2,14}?"
    return (
        re.compile(f"{given}{magnitude}{told}(?:约|仅|每[年月日天周次])*$"),
        re.compile(f"(?:[高低大小多少长短]于|超过|达到|符合|满足|不及|优于)(?P<norm>{given})的(?:约)?$"),
    )


def norm_compared_with(lead: str) -> str:
    """国家要求 of 低于国家要求的|95%: who lays down the level that the words before a number compare with; "" for none."""
    found = _norm_told()[1].search(lead)
    return found["norm"] if found is not None else ""


def is_right(text: str, what: int, mention: Mention, end: int) -> bool:
    """一般认为周转率|以0.8次为宜: a word beside the number says that it is right; not 普遍认为|有用的农户占68.4%."""
    right = re.compile(any_of(package_yaml("area_groups.yaml")["benchmarks"]["right"]))
    before = text[what : mention.start]
    found = right.search(before) or right.search(text, mention.end, end)
    return found is not None and "占" not in before


def _is_difference(text: str, level: int, number: int) -> bool:
    """高于|行业均值|3.2个百分点: right behind a level that something is compared with."""
    levels = tuple(package_yaml("area_groups.yaml")["benchmarks"]["levels"])
    return text.endswith(levels, 0, number) and COMPARED.search(text[:level]) is not None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What ends before a benchmark, what a sentence or clause opens with that states one, what follows one."""
    table = package_yaml("area_groups.yaml")["benchmarks"]
    levels, norms, held = (any_of(table[key]) for key in ("levels", "norms", "held"))
    of_norm = "(?:的?(?:限值|限量|标准|水平|警戒线)|[A-Z\\dⅠ-Ⅴ一二三]{1,2}[类级]|中)*"
    gives = "(?:约?为|是|（|的|[约仅]|(?:规定|要求|推荐|给出)的?)?(?:[不高低大小多少]{1,2}[于超]过?|不超过|不得?[低高大小]于)?约?"
    return (
        re.compile(
            f"(?:{levels}|(?:{norms}|{STANDARD}){of_norm}){gives}$|{norms}(?:规定|要求)[^，。；、（）]{{2,14}}$"
        ),
        re.compile(f"(?:[^，。；]{{0,6}}，)?{held}(?P<what>[^。；\\d]{{2,24}})$"),
        re.compile(f"的{norms}"),
    )
