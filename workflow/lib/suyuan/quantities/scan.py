"""Stage 1: find every numeral of a flow.

What a numeral is here, precisely:

- every run of ASCII digits, with its thousands separators and decimals, a multiplier (1.8万, 3200余万) and, in a
  falling chain, more of the same (2万5千, 1亿2000万); a blank groups thousands only in groups of three digits before a
  word that can be a unit, or after ``=``;
- every run of 零〇一二两三四五六七八九十百千万亿 outside ordinary words (``words.py``), except a lone 零 or 〇, and a lone
  百 千 万 亿 (or 亿万) that nothing licenses: a qualifier before it (超百家, 上千人, 过万) or 余 多 after it (百余家);
- 半 in 一半, 半数, 过半, and 半 before 年 个 天 小时 月 (half a year); 半 elsewhere is part of a word;
- a circled digit (①), which is always a list marker;
- 几, 数, 多 state no value: no numerals, but they mark the numeral beside them as vague (数十, 几百).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from suyuan.quantities.numerals import (
    FORMAL,
    FORMAL_TO_PLAIN,
    HAN,
    LONGEST,
    MULTIPLIER,
    MULTIPLIERS,
    Reading,
    decimals_by_blank,
    read_arabic,
    read_chinese,
)
from suyuan.quantities.tables import numerals_table, unit_symbols, unit_words
from suyuan.quantities.words import shielding_word

LONE_POWER = re.compile("[百千万亿零〇]")
Span = tuple[int, int]
Kind = Literal["arabic", "chinese", "half", "circled"]

FORMAL_RUN = f"[{''.join(FORMAL)}](?:[{''.join(FORMAL)}零万亿]+|(?=[元角分]))"
HALF = r"一半|半数|(?<=过)半(?![年天月])|半(?=年|个|天(?!然)|小时|月(?![刊报]))"
CIRCLED = "①-⑳⓪❶-❿㊀-㊉"
RUN = re.compile(
    rf"(?=[0-9{CIRCLED}半{''.join(FORMAL)}{HAN}])(?:[0-9]|[{CIRCLED}]|{HALF}|{FORMAL_RUN}|[{HAN}]+)"
)
ARABIC = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?", re.ASCII)
BLANK_GROUPS = re.compile(r"\d{1,3}(?: \d{3})+(?:\.\d+)?(?![\d.])", re.ASCII)
ONE_MULTIPLIER = re.compile(MULTIPLIER)
# The exponent may have lost its place above the line in print: 3.2×10-3, 5×105 (a lone digit after 10).
SCIENTIFIC = re.compile(
    r"[×x]10(?:\^(-?\d+)|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|(-\d{1,2}|[3-9]|1[0-5](?= ?[/A-Za-z个]))(?!\d))",
    re.ASCII,
)
SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
# 降至|零, 接近于|零: the level that a fall ends at
NOTHING = re.compile(
    r"(?:[降减缩压跌落](?:少|低|小)?[至到为]|[接趋逼]近于?|趋于|几乎为|仍为|均为|都为|保持为)$"
)
ENDS = re.compile("[，。；、）！？]|$")
GROUPS_BEGIN = ("、", "（", "：", "∶", "~")  # what may stand before a member whose thousands a blank groups
GROUPS_END = ("、", "和", "与", "及", "/", "（", "）", "~", "，", "。", "；", "±", "℃", "°", "μ", "Ω", "‰")
CHINESE_POINT = re.compile(rf"点[{HAN[:12]}]+")
LICENCES = tuple(sorted(numerals_table()["licence_before"], key=len, reverse=True))
QUARTILES = re.compile(
    r"(?<![\d.,])(?P<median>\d{1,3})（(\d{1,3})[,，](\d{3})）", re.ASCII
)  # 387（|241，512）: no thousands
VAGUE = tuple(numerals_table()["vague"])
OVER_ONE_UNIT = re.compile("[辆人家台元吨亩户件株座名头只个]以[上下内]")  # 重回千|辆以上
VAGUE_WHOLE = frozenset(numerals_table()["vague_whole"])
BARE_POWER = re.compile(r"[百千万亿]+")
APPROXIMATE = re.compile(rf"(十?)([{HAN[2:12]}])([{HAN[2:12]}])([十百千万亿]*)")
LATIN_MULTIPLIERS = {"million": 10**6, "billion": 10**9, "trillion": 10**12, "thousand": 1000}
LATIN_MULTIPLIER = re.compile(r" ?(million|billion|trillion|thousand)\b")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral of a flow, with its multiplier. Positions count characters of ``Flow.text``."""

    start: int
    digits_end: int  # after the digits
    end: int  # after the multiplier, and 余 or 多 before it
    kind: Kind
    reading: Reading | None  # with the multiplier; None when the characters form no number (三五)
    factor: Fraction = Fraction(1)  # the multiplier
    multiplier: str = ""
    more: bool = False  # 余 or 多 stands inside (3200余万)
    vague: bool = False  # 数十, 几百
    approximate: tuple[int, int] | None = (
        None  # 三五(个), 两三(百): two digits side by side, least and greatest
    )
    bare_power: bool = False  # 百万, 千亿 without a digit


def find_numerals(text: str) -> list[Numeral]:
    """All numerals of a normalised text, in order, not overlapping."""
    found: list[Numeral] = []
    at = 0
    while match := RUN.search(text, at):
        start = match.start()
        char = text[start]
        if char in "0123456789":
            numeral = _arabic(text, start)
            found.append(numeral)
            at = numeral.end
        elif unicodedata.decomposition(char).startswith("<circle>") or "❶" <= char <= "❿":
            found.append(Numeral(start, start + 1, start + 1, "circled", None))
            at = start + 1
        elif char == "半" or match.group() in ("一半", "半数"):
            half = Reading(Fraction(1, 2), Fraction(1, 6), Fraction(1, 6))  # down to a third: see bounds.py
            found.append(Numeral(start, match.end(), match.end(), "half", half))
            at = match.end()
        else:
            at = _chinese_run(text, start, match.end(), found)
    return found


def find_lone_powers(text: str, numerals: list[Numeral]) -> list[Span]:
    """Spans of 百 千 万 亿 and 零 that stand in no word of the table and in none of ``numerals``: they count nothing.

    千行百业, 零基预算, 单位：万元.
    """
    held = {at for numeral in numerals for at in range(numeral.start, numeral.end)}
    return [
        match.span()
        for match in LONE_POWER.finditer(text)
        if match.start() not in held and shielding_word(text, match.start()) is None
    ]


def power_of_ten(text: str, numeral: Numeral) -> Fraction:
    """The power of ten that a numeral is printed with (10⁹ of 6.8×10⁹); 1 without one."""
    science = SCIENTIFIC.search(text, numeral.start, numeral.end)
    return ten_to(science) if science else Fraction(1)


def ten_to(science: re.Match[str]) -> Fraction:
    """The power of ten of a match of SCIENTIFIC; 1 where it is beyond all measure."""
    power = int((science.group(1) or science.group(2) or science.group(3)).translate(SUPERSCRIPT))
    return Fraction(10) ** power if abs(power) <= 30 else Fraction(1)


def _arabic(text: str, start: int, depth: int = 0) -> Numeral:
    match = BLANK_GROUPS.match(text, start)
    if match is None or not _groups_by_blank(text, match):
        match = decimals_by_blank(text, start) or ARABIC.match(text, start)
    assert match is not None
    end = match.end()
    if text[start - 1 : start] == "（" and (two := QUARTILES.search(text, max(0, start - 4), end + 1)):
        low, high = int(two[2]), int(two[3])
        if low < int(two["median"]) < high <= 10 * low:  # but 45（1,234）
            end = two.end(2)
            return Numeral(start, end, end, "arabic", read_arabic(two[2]))
    if end - start > LONGEST:
        return Numeral(start, end, end, "arabic", None)
    reading = read_arabic(match.group())
    science = SCIENTIFIC.match(text, end)
    if science:
        power = int((science.group(1) or science.group(2) or science.group(3)).translate(SUPERSCRIPT))
        if abs(power) <= 30:
            return Numeral(
                start, science.end(), science.end(), "arabic", reading.times(Fraction(10) ** power)
            )
    latin = LATIN_MULTIPLIER.match(text, end)
    if latin:
        thousands = LATIN_MULTIPLIERS[latin.group(1)]
        return Numeral(
            start, end, latin.end(), "arabic", reading.times(thousands), Fraction(thousands), latin.group(1)
        )
    more = text[end : end + 1] in ("余", "多")
    stop, factor = _multipliers(text, end + 1 if more else end)
    if factor == 1:
        return Numeral(start, end, end, "arabic", reading)
    multiplier = text[end + 1 if more else end : stop]
    return _longer_chain(
        text,
        Numeral(start, end, stop, "arabic", reading.times(factor), Fraction(factor), multiplier, more),
        depth,
    )


def _multipliers(text: str, at: int) -> tuple[int, int]:
    """End and product of the multipliers from ``at``; the 千 of 千瓦, 千米 and the like belongs to the unit."""
    factor = 1
    while True:
        word = ONE_MULTIPLIER.match(text, at)
        if word is None:
            return at, factor
        if any(text.startswith(unit.text, at) for unit in unit_words().get(text[at], ())):
            return at, factor
        factor *= MULTIPLIERS[word.group()]
        at = word.end()


def _longer_chain(text: str, head: Numeral, depth: int) -> Numeral:
    """1亿2000万, 2万5千: a second numeral straight after the multiplier counts below it."""
    if head.end >= len(text) or text[head.end] not in "0123456789" or head.more or depth > 3:
        return head
    tail = _arabic(text, head.end, depth + 1)
    assert head.reading is not None
    if tail.reading is None or tail.multiplier == "" or tail.reading.value >= head.factor:
        return head
    joined = Reading(head.reading.value + tail.reading.value, tail.reading.step, tail.reading.coarse)
    return replace(tail, start=head.start, reading=joined)


def _groups_by_blank(text: str, match: re.Match[str]) -> bool:
    """A blank groups thousands when the first group is no year-like tail and a unit word or the end of the clause follows."""
    after = text[match.end() : match.end() + 1]
    before = text[match.start() - 1 : match.start()]
    if before in ("=", "<", ">", "≥", "≤"):
        return True
    if after in GROUPS_END and (before in GROUPS_BEGIN or (before in ("/", "，") and after == "）")):
        return True  # 4 862、7 935和8 926; （1 003/1 862）
    if (
        after == " "
        and unit_symbols().get(text[match.end() + 1 : match.end() + 2])
        and (not before.isascii() or before == "~")
    ):
        return True
    if after in ("", "，", "。", "；", "（", "）", "、", "/", "±", "~") and "\u4e00" <= before <= "\u9fff":
        return True
    return (
        bool(after)
        and (after in "%‰℃°μΩ±余多" or "\u4e00" <= after <= "\u9fff")
        and before not in (".", "-", "/")
    )


def _chinese_run(text: str, start: int, end: int, found: list[Numeral]) -> int:
    """Numerals of one run of Chinese numeral characters; returns where to go on."""
    at, floor = start, 0
    while at < end:
        word = shielding_word(text, at, at, floor)
        if word is not None:
            at = floor = max(word[1], at + 1)
            continue
        stop = at + 1
        while stop < end and shielding_word(text, stop, None, at + 1) is None:
            stop += 1
        numeral = _chinese(text, at, stop)
        if numeral is not None:
            found.append(numeral)
            at = max(stop, numeral.end)
        else:
            at = stop
    return max(at, end)


def _chinese(text: str, start: int, end: int) -> Numeral | None:
    """Numeral of the characters ``text[start:end]``; None when they are part of a word after all."""
    run = text[start:end]
    if run == "零" and NOTHING.search(text, max(0, start - 6), start) and ENDS.match(text, end):
        return Numeral(start, end, end, "chinese", Reading(Fraction(0), Fraction(1), Fraction(1)))
    if run in ("零", "〇") or run.translate(FORMAL_TO_PLAIN) == "亿万":
        return None
    bare = BARE_POWER.fullmatch(run) is not None
    vague = (text.endswith(VAGUE, 0, start) and run[0] in "十百千万亿") or run in VAGUE_WHOLE
    after = text[end : end + 1]
    if bare and (text.startswith("分之", end) or text.endswith("分之", 0, start)):
        bare = False  # 百分之五, 百分之百: the base of a fraction, or all of it
    counts = vague or after in ("余", "多") or OVER_ONE_UNIT.match(text, end) is not None
    if bare and len(run) == 1 and not counts and not _licensed(text, start):
        return None
    point = CHINESE_POINT.match(text, end)
    if point and not bare:
        end = point.end()
        run = text[start:end]
    stop, more, multiplier = end, False, ""
    if after in ("余", "多"):
        chain = re.compile(r"[余多]([万亿]+)").match(text, end)
        if chain:
            stop, more, multiplier = chain.end(), True, chain.group(1)
    factor = Fraction(1)
    for char in multiplier:
        factor *= MULTIPLIERS[char]
    approximate = _approximate(run)
    try:
        reading = None if approximate else read_chinese(run).times(factor)
    except ValueError:
        reading = None
    return Numeral(start, end, stop, "chinese", reading, factor, multiplier, more, vague, approximate, bare)


def _approximate(run: str) -> tuple[int, int] | None:
    """Least and greatest of two neighbouring digits side by side: 三五(3, 5), 两三百 (200, 300), 十七八 (17, 18)."""
    match = APPROXIMATE.fullmatch(run)
    if match is None or not (match.group(1) == "" or match.group(4) == ""):
        return None
    low, high = (int(read_chinese(match.group(i)).value) for i in (2, 3))
    if not (high == low + 1 or (low, high) == (3, 5)):
        return None
    tens = 10 if match.group(1) else 0
    factor = int(read_chinese(match.group(4)).value) if match.group(4) else 1
    return (tens + low) * factor, (tens + high) * factor


def _licensed(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start]
    return any(before.endswith(word) for word in LICENCES)
