"""The word table of how far a time reaches (reach_words.yaml), ready for matching."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from suyuan.language import alternatives, language_table


@dataclass(frozen=True)
class ReachWords:
    """reach_words.yaml."""

    no_place: tuple[str, ...]
    source: re.Pattern[str]  # right after a year: when something was told
    cited: re.Pattern[str]  # another source tells
    cites: re.Pattern[str]  # right after a year: what was told in it, and that it tells
    consequence: re.Pattern[str]  # opens a clause
    aspect: re.Pattern[str]
    accumulated: re.Pattern[str]
    changed: re.Pattern[str]
    others: re.Pattern[str]  # at the head of a sentence: others found
    present: re.Pattern[str]  # in a sentence: what there is
    there_already: re.Pattern[str]  # in a plan: what there is before it
    to_be_done: re.Pattern[str]  # in a plan, behind such a word: what is planned all the same
    aims_in_passing: tuple[str, ...]
    for_each_step: re.Pattern[str]  # 指数每提高|1%
    normal: re.Pattern[str]  # before a number: a mean of many years


@cache
def reach_words() -> ReachWords:
    """The word table of the package."""
    table = language_table("reach_words.yaml")
    any_of = {key: f"(?:{alternatives(words)})" for key, words in table.items()}
    return ReachWords(
        no_place=tuple(table["no_place"]),
        source=re.compile(f"的?(?:年度)?{any_of['sources']}"),
        cited=re.compile(f"(?:根据|据|依据)?《[^》]{{2,40}}》[^，。；]{{0,12}}?{any_of['telling']}"),
        cites=re.compile(f"的?(?:年度)?{any_of['sources']}[^，。；]{{0,8}}?{any_of['telling']}"),
        consequence=re.compile(f"，{any_of['consequences']}"),
        aspect=re.compile(f"[^，。；：]{{1,8}}{any_of['aspects']}，"),
        accumulated=re.compile(any_of["accumulated"]),
        changed=re.compile(f"[并且也还，]{{0,2}}{any_of['changed']}"),
        others=re.compile(
            f"(?:但|而|然而|不过|同时|此外)?，?(?:{any_of['others_found']}|[A-Z][a-z]+等(?!元素|重?金属|离子|软件|系统|指标|污染|营养|化合|工具|平台))"
        ),
        present=re.compile(any_of["present"]),
        there_already=re.compile(any_of["there_already"]),
        to_be_done=re.compile(any_of["to_be_done"]),
        aims_in_passing=tuple(table["aims_in_passing"]),
        for_each_step=re.compile(rf"每{any_of['steps']}[^，。；\d]{{0,3}}[\d一]"),
        normal=re.compile(rf"(?:{any_of['normals']}|近\d+年平均)[^，。；\d偏多少增减高低（]{{0,12}}（?$"),
    )
