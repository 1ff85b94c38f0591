"""全国 that only opens the name of a class or an honour: 公司是|全国|农业产业化龙头企业, 获评|全国|文明单位. It is no area."""

from __future__ import annotations

import re
from functools import cache

from suyuan.facts.paragraph import AreaWord, Paragraph
from suyuan.language import any_of
from suyuan.places.tables import package_yaml

REACH = 12  # characters before the place in which its verb stands
CLOSES = "(?=[，。；、：）”’》]|$|的(?=[一-龥])|等|之一|称号|荣誉|行列|名单|榜单|和|及|并|后)"


def is_honour(par: Paragraph, word: AreaWord) -> bool:
    """Whether a place opens what somebody is or was named: a verb of being or of an award right before it, and behind it a class
    (单位, 企业, 村镇 …) that closes the clause; not 样本为全国上市公司, which says where the sample is from."""
    led, closed, of_sample = _shapes()
    before = par.text[max(par.clause(word.start).start, word.start - REACH) : word.start]
    if led.search(before) is None or of_sample.search(before) is not None:
        return False
    return closed.match(par.text, word.end) is not None


@cache
def _shapes() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands before the place, what behind it, and what tells where a sample is from."""
    table = package_yaml("area_groups.yaml")["honours"]
    led, kinds, samples = (any_of(table[key]) for key in ("led", "kinds", "not_of"))
    return (
        re.compile(rf"{led}了?(?:首批|第[一二三四五六七八九十]批)?[“‘《]?$"),
        re.compile(
            rf"[“‘《]?(?:[^，。；：、\d（）]|\d+(?=强)){{1,20}}?{kinds}[”’》]?(?:（[^（）]*）)?{CLOSES}"
        ),
        re.compile(rf"{samples}(?:均|都|主要)?(?:是|为)[“‘《]?$"),
    )
