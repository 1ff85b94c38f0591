"""Constants of a method and lasting properties of what is studied: 间距80 m, 每10 d收虫1次, 18岁及以上居民, 小于30 mm的报警值.

They are of no time, whatever date stands beside them. Whether a number is one is read from the words right around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from suyuan.language import any_of, language_table
from suyuan.time.study_reach import Place
from suyuan.time.study_sections import Section

IS = "(?:均|各|约|分别|大约|一般|统一)?(?:为|是|取|设为|设定为|选用|采用|固定为|控制在|维持在|达|达到|约|≥|≤|>|<|≈|=|（)?约?"
AREA = re.compile(r"\d\s?(?:c|m|k)?m\s?[×xX]\s?\d")  # 20 m×30 m
THRESHOLD = re.compile("[≥≤＞＜><]")
AGES = re.compile("岁(?:及|或)?(?:以[上下])?$")
GROUP = re.compile("(?:及|或)?(?:以[上下])?的?(?!组|时|后|前|者占)[\u4e00-\u9fff]")  # 18岁及以上|居民
SIDE = re.compile(r"\s?[×xX]\s?\d")  # 20 m|×30 m
OFTEN = re.compile("每[^，。；]{0,16}$|(?:重复|连续测量|测量|测定|重测|检测)$")  # 每10 d收虫|1次
AGED = re.compile("年龄[^，。；]{0,6}$|均[^，。；]{0,4}$")  # 受访者年龄|19至47岁
DEPTH = re.compile("的?(?:土层|土壤|土样|剖面|耕层|深度|深处|表层)")
LAYER = re.compile(r"^[≤<]?\d+(?:\.\d+)?\s?(?:cm|m|mm)?\s?[~-]\s?\d+(?:\.\d+)?\s?(?:cm|mm|m)$")
TAILS = re.compile("(?:上下|首尾|前后|两端|双侧|左右)[各的]?$")
LEVELS = re.compile(r"(?:[、和与及]\s?\d+(?:\.\d+)?%){0,2}")
USUAL = re.compile(r"0\.1%|[15]%|10%")
AT = re.compile(
    r"(?:(?<![定持制处落])在|显著于)(?:\d+(?:\.\d+)?%[、和与及])*$"
)  # 稳定在|5%的水平 is a finding
INTERVAL = re.compile("每隔?$")  # 每|10 d收虫1次
OPTIMUM = re.compile("[^。；]{0,30}条件下")  # 填充率|30%、回流比200%的条件下: what the study found best
BESIDE = "methods", "definitions", "abstract", "background", "title"
SET = "methods", "definitions"  # sections that tell instruments, and when they were used


@dataclass(frozen=True)
class ConstantWords:
    """constant_words.yaml, ready for matching."""

    before: re.Pattern[str]  # at the end of what stands before a number
    properties: re.Pattern[str]  # the same
    limits: re.Pattern[str]  # right behind a number
    limits_before: re.Pattern[str]  # at the end of what stands before it
    items: re.Pattern[str]  # right behind a number
    counted: tuple[str, ...]  # units
    statistical: re.Pattern[str]  # right behind a number
    levels: re.Pattern[str]  # the same: 水平, with what makes it one of statistics


@cache
def constant_words() -> ConstantWords:
    """The word table of the package."""
    table = language_table("constant_words.yaml")
    words = {key: any_of(value) for key, value in table.items()}
    return ConstantWords(
        before=re.compile(f"{words['layout']}{IS}$"),
        properties=re.compile(f"{words['properties']}{IS}$"),
        limits=re.compile(
            f"的?(?:(?!{words['compared_with_limit']})[^，。；、）\\d]){{0,6}}?{words['limits']}"
        ),
        limits_before=re.compile(
            f"{words['limits_before']}{IS}$|{words['requires']}[^，。；]{{0,6}}{words['required']}$"
        ),
        items=re.compile(f"{words['items']}(?={words['ends_item']}|[^\u4e00-\u9fff]|$)"),
        counted=tuple(table["counted"]),
        statistical=re.compile(words["statistical"]),
        levels=re.compile(f"的?水平[上下]?的?[^，。；\\d]{{0,4}}{words['of_statistics']}"),
    )


OF_NATION = re.compile("全国|我国|全球|世界")


def is_constant(text: str, place: Place, section: Section, dated: bool = False) -> bool:
    """Whether a number is a constant of the method or a lasting property of the object.

    ``dated``: its own clause has a date for it, as that of a finding that looks like a limit or an item has.
    """
    words = constant_words()
    if dated and OF_NATION.search(text, place.clause[0], place.start):
        return False  # 2021年全国装机容量达|3.31亿kW
    low = max(place.clause[0], place.start - 30)
    before, surface = text[low : place.start], text[place.start : place.end]
    behind = text[place.end : place.end + 24]
    if _is_level(text, place, before, behind, words):
        return True
    if words.items.match(behind) and (not dated or section.kind in SET):
        return True
    limit = words.limits.match(behind) and not surface.endswith(words.counted)
    if not dated and (limit or words.limits_before.search(before)):
        return True
    if (
        AGES.search(surface)
        and (GROUP.match(behind) or THRESHOLD.search(surface))
        and AGED.search(before) is None
    ):
        return True
    if (
        AREA.search(surface)
        or SIDE.match(behind)
        or before.endswith(("×", "x", "X"))
        or (LAYER.match(surface) and DEPTH.match(behind))
    ):
        return True
    if section.kind not in BESIDE or OPTIMUM.match(text, place.end):
        return False
    if surface.endswith("次") and OFTEN.search(before):
        return True
    if THRESHOLD.search(surface) or before.endswith(("≥", "≤", ">", "<")):
        return True
    return any(rule.search(before) for rule in (words.before, words.properties, INTERVAL))


def _is_level(text: str, place: Place, before: str, behind: str, words: ConstantWords) -> bool:
    """在1%、5%|水平上显著, 上下|1%缩尾, 上下|1%分位."""
    if not text[place.start : place.end].endswith("%"):
        return False
    row = LEVELS.match(behind)
    rest = behind[row.end() :] if row else behind
    if TAILS.search(before) or words.statistical.match(rest) or words.levels.match(rest):
        return True
    usual = USUAL.fullmatch(text, place.start, place.end) and AT.search(before)
    return usual is not None and rest.startswith(("水平", "的水平"))
