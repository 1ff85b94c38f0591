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

RULE = "benchmark"
COMPARED = re.compile("(?:[高低大小多少快慢优好差长短]于|超过?|比|较|不及|相当于)(?:全国|国内|同期|同)?的?$")
STANDARD = r"GB/?T?\s?\d{3,5}(?:[.—–-]\d+)*"
NEAR = 2  # characters between a place and 行业平均 that make it the mean of that place (全国|的行业平均)


def of_benchmark(par: Paragraph, i: int, _: Sequence[Area], context: AreaContext) -> Area | None:
    """行业平均为|5.63次, 低于GB 2762规定的|0.3 mg/kg, 一般认为以|0.8次为宜: a level that holds anywhere; None for any other
    number, and for a difference to such a level (高于行业均值|3.2个百分点)."""
    if not context.study:
        return None
    mention = par.mentions[i]
    clause = par.clause(mention.start)
    low = max(clause.start, par.mentions[i - 1].end if i else 0)
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
