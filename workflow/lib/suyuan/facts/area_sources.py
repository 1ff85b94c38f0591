"""Places that something comes from: 保定市承接|京津|转移项目136个. The number is of the place that receives."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from suyuan.facts.paragraph import AreaWord, Paragraph
from suyuan.language import any_of
from suyuan.places.records import GEOGRAPHIC
from suyuan.places.tables import package_yaml

# behind a place: who comes from it and is ranked among others, 四川|人最多，达32万人
RANKED_BY_ORIGIN = re.compile(
    "(?:省|市)?(?:籍[一-龥]{0,4}|人|游客|客源|客商|订单|移民|留学生|老乡|牌照[一-龥]{0,3})(?:数量?|人数)?(?:也|均|仍)?(?:最多|最少|居多|居首|次之|为主|为多|居第[一二三])"
)
JOINED = ("", "、", "和", "与", "及")


class _Taken(NamedTuple):
    """What stands before and behind a place, or a list of places, that something is taken from."""

    verb: re.Pattern[str]
    noun: re.Pattern[str]


def is_source(par: Paragraph, word: AreaWord) -> bool:
    """承接|京津|转移项目136个, 来自|上海|、|江苏|的企业57家, 四川|人最多，达32万人: a place that projects, firms or people come
    from, before their number; not 87%来自|甲区|企业, whose number stands before."""
    if word.kind not in GEOGRAPHIC and word.kind != "group":
        return False
    clause = par.clause(word.start)
    if word.start == clause.start and RANKED_BY_ORIGIN.match(par.text, word.end):
        return True
    if not par.mentions_in(word.end, clause.end):
        return False
    low, high = _row(par, word, clause.start, clause.end)
    return (
        _taken().verb.search(par.text, clause.start, low) is not None
        and not par.mentions_in(clause.start, low)
        and _taken().noun.match(par.text, high, clause.end) is not None
    )


def _row(par: Paragraph, word: AreaWord, start: int, end: int) -> tuple[int, int]:
    """Where the row of places that a place stands in begins and ends, between two positions: 沪|苏|浙, 上海、江苏."""
    low, high = word.start, word.end
    for before in reversed(par.areas_in(start, low)):
        if par.text[before.end : low] not in JOINED:
            break
        low = before.start
    for after in par.areas_in(high, end):
        if par.text[high : after.start] not in JOINED:
            break
        high = after.end
    return low, high


@cache
def _taken() -> _Taken:
    words = package_yaml("area_groups.yaml")["taken_from"]
    name = "[一-龥]{2,6}"
    return _Taken(
        re.compile(f"{any_of(words['verbs'])}(?:了|的)?(?:来自)?(?:{name}[、和与及])*$"),
        re.compile(
            rf"[省市县区州]?(?:[、和与及]{name}?){{0,5}}?(?:等[地省市]{{0,2}})?的?[^，。；：\d、]{{0,6}}?{any_of(words['nouns'])}"
        ),
    )
