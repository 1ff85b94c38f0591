"""Calendar dates that are no quantities, as a guard of the quantity grammar.

The time stage reads dates properly and hands them over as taken spans; this guard only keeps years, months, days and
clock times from being read as durations where no such span was given. A duration stays: 32年间, 2年建设, 近3个月, 3-5年.
"""

from __future__ import annotations

import re

from suyuan.language import alternatives
from suyuan.quantities.tables import numerals_table
from suyuan.quantities.units import unit_at

YEAR = r"(?<![\d.,])(?:1[0-9]|20)\d{2}(?!\d)"
HAN_YEAR = r"(?:[一二][〇零○一二三四五六七八九]{3}|[壹贰][〇零○壹贰叁肆伍陆柒捌玖]{3}(?=年))"
MONTH = r"(?<![\d.])(?:1[0-2]|0?[1-9])(?![\d.])"
DAY = r"(?<![\d.])(?:3[01]|[12]\d|0?[1-9])(?![\d.])"
HAN_MONTH = r"(?<![一二三四五六七八九十百千万])(?:十[一二]?|[一二三四五六七八九])"
HAN_DAY = r"(?:二十[一二三四五六七八九]?|三十一?|十[一二三四五六七八九]?|初?[一二三四五六七八九])"
HALF_DAY = r"(?:凌晨|清晨|早晨|早上|上午|中午|午后|下午|傍晚|晚上|晚间|夜间|深夜|当晚)"
CLASSIFIER = "[个家名人例项次份户座所台套种组处株只头亩条批]"  # 2021年6月3|家医院: no day of that month
OF_MONTH = rf"(?:日|(?!\d| ?{CLASSIFIER}))"
TO = r"(?:-|~|至|到|/|、|和|与|及|或|，|--)"

# what a date can begin with
FIRST = "0-9〇零○一二三四五六七八九十壹贰第前上下正腊冬凌清早中午傍晚夜深当"
NUMBERED = re.compile(
    f"(?=[{FIRST}])(?:"
    + "|".join(
        [
            rf"(?:{YEAR}年?{TO}\s?){{1,30}}{YEAR}年?",  # 2008-2014年, 从1982到2014年, 2015、2018和2020年
            rf"{YEAR}年(?:度)?(?:{MONTH}(?:{TO}{MONTH}){{0,12}}月(?:份|{DAY}(?:{TO}{DAY}){{0,12}}{OF_MONTH})?)?",
            rf"{YEAR}[-/](?:1[0-2]|0?[1-9])(?:[-/]\d{{1,2}})?(?!\d)",
            rf"{YEAR}\.(?:1[0-2]|0?[1-9])\.\d{{1,2}}(?![\d.])",
            rf"{HAN_YEAR}年?(?:{HAN_MONTH}月(?:{HAN_DAY}日)?)?",
            rf"{MONTH}(?:月?{TO}{MONTH}){{0,12}}月(?:份|底|初|末|中旬|上旬|下旬)?(?:{DAY}(?:{TO}{DAY}){{0,12}}日)?",
            rf"{HAN_MONTH}(?:[、至到]{HAN_MONTH}){{0,12}}月(?:份|底|初|末|中旬|上旬|下旬)?(?:{HAN_DAY}日)?",
            rf"{DAY}(?:{TO}{DAY}){{0,12}}日(?!内|以内|游|龄|均|元|之内|后|\d次|[一二两三四]次)",
            r"\d{1,2}世纪(?:\d0年代)?|(?<!\d)\d0(?:-\d0)?年代|(?<!\d)\d{4}年代",
            r"[一二]?十[一二三四五六七八九]?世纪|[二三四五六七八九]十年代|[一二三四五六七八九]零年代",
            r"(?<![A-Za-z\d.])(?:[01]?\d|2[0-4])(?:：[0-5]\d){1,2}(?![\d.：])|(?<![\d.])(?:[01]?\d|2[0-4])时(?:[0-5]?\d分)?(?!间|段|长|期|代|候)",
            rf"{HALF_DAY}(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[点时](?:半|整|钟|[0-5]?\d分?|[一二三四五]?十[一二三四五六七八九]?分)?",
            r"(?<![\d.])(?:[01]?\d|2[0-4])点(?:[0-5]\d分?|半|整|钟)(?![\d.])",
            r"第?[一二三四1-4](?:[、至到-]第?[一二三四1-4]){0,4}季度|前[二两三23]季度|[上下]半年",
            r"(?:正|腊|冬)月(?:初[一二三四五六七八九十]|十[一二三四五六七八九]|廿[一二三四五六七八九])",
            rf"{YEAR}(?=至今|以来|以后|以前|之前|之后)",
            # 22年底, 21年1季度, 22年上半年, 22Q1: years by two digits, as reports on companies write them
            r"(?<![\d.A-Za-z])[0-3]\d年(?=[底末初]|年[底末初]|[上下]半年|第?[一二三四1-4]季|Q[1-4]|H[12]|(?:1[0-2]|[1-9])月(?!龄))",
            r"(?<![\d.A-Za-z])(?:20)?[0-3]\d年?(?:Q[1-4]|H[12])(?![A-Za-z\d])",
        ]
    )
    + ")",
    re.ASCII,
)
DURATION_BEFORE = tuple(numerals_table()["duration_before"])
YEARS_BEFORE = tuple(numerals_table()["years_before"])
BARE_ROW = re.compile(r"\d{4}(?:[^\d年]{1,3}\d{4})+", re.ASCII)
MORE_OF_ROW = re.compile(r"(?:[、和与及][\d.,]+)+", re.ASCII)
OF_YEARS = frozenset("届级版期款号代批")  # 2014、2015届毕业生
RATIO = re.compile(r"\d{1,2}(?:：\d\d){1,2}", re.ASCII)
RATIO_BEFORE = re.compile(
    r"(?:{words})(?:（[^（）]{{1,12}}）)?(?:{links})*(?:\d[\d.]*(?:：\d[\d.]*)*(?:{links})*)?$".format(
        words=alternatives(numerals_table()["ratios"]), links=alternatives(numerals_table()["ratio_links"])
    ),
    re.ASCII,
)
RATIO_REACH = 40  # characters before the numbers in which that word stands
SINGLE_MONTH_OR_DAY = re.compile(r"\d{1,2}[月日]", re.ASCII)
SINGLE_YEAR = re.compile(r"\d{4}年", re.ASCII)


def find_dates(text: str) -> list[tuple[int, int]]:
    """Spans of calendar dates in a normalised text, in order. Durations are left alone."""
    found = NUMBERED.finditer(text)
    return [
        match.span()
        for match in found
        if not (_is_duration(text, match) or _is_counted(text, match) or _is_ratio(text, match))
    ]


def _is_ratio(text: str, match: re.Match[str]) -> bool:
    """产业结构为8：42：50, 男女比例为12：10: no time of the day."""
    if RATIO.fullmatch(match.group()) is None:
        return False
    return RATIO_BEFORE.search(text, max(0, match.start() - RATIO_REACH), match.start()) is not None


def _is_counted(text: str, match: re.Match[str]) -> bool:
    """分别为1500和1800项: a row of numbers as long as years with a unit behind it, and no 年."""
    if BARE_ROW.fullmatch(match.group()) is None:
        return False
    rest = MORE_OF_ROW.match(text, match.end())
    end = rest.end() if rest else match.end()
    while text[end : end + 1] in tuple("百千万亿"):
        end += 1
    unit = unit_at(text, end)
    return unit is not None and unit.kind != "time" and unit.unit not in OF_YEARS


def _is_duration(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 4) : match.start()]
    if SINGLE_MONTH_OR_DAY.fullmatch(match.group()):
        return before.endswith(DURATION_BEFORE)
    if SINGLE_YEAR.fullmatch(match.group()):
        return before.endswith(YEARS_BEFORE) or text.startswith("历史", match.end())
    return False
