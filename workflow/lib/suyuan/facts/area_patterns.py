"""The word tables on how a place relates to a number (area_groups.yaml, bodies.yaml), ready for matching."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from suyuan.language import alternatives, any_of
from suyuan.places.tables import package_yaml

FIRST_OF_ALL = re.compile(  # 以|甘肃省|（37.8%）和吉林省（35.1%）较高
    "(?:[省市县区州]?[、和及与][一-龥]{2,8}|[和及与、]?（[^（）]*）|[省市县区州])*"
    "(?:为?(?:最|较|更)(?:为|加)?[一-龥]{1,2}(?=[，。；（：、]|[达为是]|$)|居[首前末]位?(?![一-龥])|为首|为最(?![一-龥])|领先|次之|垫底)"
)


@dataclass(frozen=True)
class Patterns:
    """Word tables on how a place relates to a number, as expressions."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    oblique: re.Pattern[str]
    relation: re.Pattern[str]
    reporting: re.Pattern[str]
    new_source: re.Pattern[str]
    among: re.Pattern[str]
    attribute: re.Pattern[str]
    telling: re.Pattern[str]


@cache
def patterns() -> Patterns:
    """The expressions of the package's word tables."""
    table = package_yaml("area_groups.yaml")
    rank = (
        r"第[一二三四五六七八九十\d]"
        r"|前(?:[一二三四五六七八九十]+|\d+)(?![一二三四五六七八九十\d]|时|阶段|期|年|季|个月|个季)"  # 中国前一时段仅有397篇
    )
    whole = r"[^，。；、\d]{0,4}(?:的?比重|的?比例|占比|份额|占有率|市占率)"
    return Patterns(
        re.compile(f"{any_of(table['scope_before'])}$"),
        re.compile(f"(?:{alternatives(table['scope_after'])}|{rank}|{whole})"),
        re.compile(f"{any_of(table['oblique'])}$"),
        re.compile(f"{any_of(table['relations'])}$"),
        re.compile(alternatives(package_yaml("bodies.yaml")["reporting"])),
        re.compile(f"[^，。；]{{0,4}}{any_of(table['new_source'])}，?|{any_of(table['own_work'])}"),
        re.compile(f"[均都也]?{any_of(table['among'])}"),
        re.compile(f"[一-龥]{{0,3}}{any_of(table['attribute_after'])}"),
        re.compile(f"[初据经已]?{any_of(package_yaml('bodies.yaml')['only_tells'])}"),
    )
