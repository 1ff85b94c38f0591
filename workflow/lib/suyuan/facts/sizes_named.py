"""Lengths whose name is told in passing: |10 mm|厚板 (板厚度), 墙体距路|47 m| (墙体距路距离), 向内偏移|0.9 m| (偏移量)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.preconditions import needs
from suyuan.facts.reading import BLANKS, Column
from suyuan.facts.study_words import study_words
from suyuan.facts.tokens import parts_from
from suyuan.facts.told import is_magnitude

SIZE = "size_in_passing"
BEHIND = frozenset({"number_before_noun", "quantity_before_noun", "nothing_names_it", "carried", "doer"})
LENGTHS = frozenset({"m", "km", "cm", "mm", "μm", "nm", "dm", "里", "丈", "尺"})
EXTENTS = {"厚": "厚度", "长": "长度", "宽": "宽度", "高": "高度", "深": "深度"}
OF_THING = re.compile(
    r" ?(?P<extent>[厚长宽高深])的?(?P<thing>[一-龥A-Za-z]{2,10}?)(?=[上中下内里进表处四周]|[\d，。；、（）]|$)"
)
AWAY = re.compile(
    r"(?P<away>[^，；：（）\d]{0,8}?(?<![间净行株排深焦视轴级段差层跨])距(?!离)[^，；：（）\d至到]{1,12}?(?<!差))"
    r"(?:直线距离|最近处|最近|的距离)?(?:约|仅|只|为|有|小于|大于|不足|超过)*$"
)


@needs(table=lambda: (*EXTENTS, "距", *study_words().deeds_of_moving))
def size_named(par: Paragraph, i: int, read: Column, _found: Sequence[Column]) -> Column | None:
    """The column of a length whose words say of what extent it is; None for any other."""
    mention, stem = par.mentions[i], read.stem or ""
    if mention.unit not in LENGTHS or read.change or mention.rank:
        return None
    thing = OF_THING.match(par.text, mention.end)
    away = AWAY.search(BLANKS.sub("", par.text[par.clause(mention.start).start : mention.start]))
    if thing is not None and read.rule in BEHIND and parts_from(thing["extent"], thing["thing"]):
        name = thing["thing"] + EXTENTS[thing["extent"]]
    elif away is not None and not is_magnitude(stem.removesuffix("里程")):
        name = away["away"] + "距离"
    elif stem.endswith(study_words().deeds_of_moving):
        name = stem + "量"
    else:
        return None
    return Column(name, name, SIZE, unit=mention.unit)
