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
from dataclasses import replace
from fractions import Fraction

from suyuan.quantities.numeral import Numeral
from suyuan.quantities.numerals import (
    FORMAL,
    HAN,
    LONGEST,
    MULTIPLIER,
    MULTIPLIERS,
    Reading,
    decimals_by_blank,
    read_arabic,
)
from suyuan.quantities.scan_chinese import chinese_run
from suyuan.quantities.tables import unit_symbols, unit_words
from suyuan.quantities.words import shielding_word

LONE_POWER = re.compile("[百千万亿零〇]")
Span = tuple[int, int]

FORMAL_RUN = f"[{''.join(FORMAL)}](?:[{''.join(FORMAL)}零万亿]+|(?=[元角分]))"
HALF = r"一半|半数|(?<=过)半(?![年天月])|半(?=年|个|天(?!然)|小时|月(?![刊报]))"
CIRCLED = "①-⑳⓪❶-❿㊀-㊉"
RUN = re.compile(
    rf"(?=[0-9{CIRCLED}半{''.join(FORMAL)}{HAN}])(?:[0-9]|[{CIRCLED}]|{HALF}|{FORMAL_RUN}|[{HAN}]+)"
)
ARABIC = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?", re.ASCII)
BLANK_GROUPS = re.compile(r"\d{1,3}(?: \d{3})+(?:\.\d+)?(?![\d.])", re.ASCII)
POWER = re.compile("[23]?(?![A-Za-z0-9])")  # hm|2
ONE_MULTIPLIER = re.compile(MULTIPLIER)
# The exponent may have lost its place above the line in print: 3.2×10-3, 5×105 (a lone digit after 10).
SCIENTIFIC = re.compile(
    r"[×x]10(?:\^(-?\d+)|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|(-\d{1,2}|[3-9]|1[0-5](?= ?[/A-Za-z个]))(?!\d))",
    re.ASCII,
)
SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
GROUPS_BEGIN = ("、", "（", "：", "∶", "~")  # what may stand before a member whose thousands a blank groups
GROUPS_END = ("、", "和", "与", "及", "/", "（", "）", "~", "，", "。", "；", "±", "℃", "°", "μ", "Ω", "‰")
QUARTILES = re.compile(
    r"(?<![\d.,])(?P<median>\d{1,3})（(\d{1,3})[,，](\d{3})）", re.ASCII
)  # 387（|241，512）: no thousands
LATIN_MULTIPLIERS = {"million": 10**6, "billion": 10**9, "trillion": 10**12, "thousand": 1000}
LATIN_MULTIPLIER = re.compile(r" ?(million|billion|trillion|thousand)\b")


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
            at = chinese_run(text, start, match.end(), found)
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


def _is_unit(text: str, start: int) -> bool:
    """Whether the symbol of a unit stands at ``start``, and no other letter or digit goes on with it."""
    for symbol in unit_symbols().get(text[start], ()):
        if text.startswith(symbol.text, start) and POWER.match(text, start + len(symbol.text)):
            return True
    return False


def _groups_by_blank(text: str, match: re.Match[str]) -> bool:
    """A blank groups thousands when the first group is no year-like tail and a unit word or the end of the clause follows."""
    after = text[match.end() : match.end() + 1]
    before = text[match.start() - 1 : match.start()]
    if before == "-" and not text[match.start() - 2 : match.start() - 1].isascii():
        before = text[match.start() - 2]  # 变化率为-|2 160万t: a minus
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
    if after.isalpha() and after.isascii() and "\u4e00" <= before <= "\u9fff":
        return _is_unit(text, match.end())  # 净增|2 331hm2
    if after in ("", "，", "。", "；", "（", "）", "、", "/", "±", "~") and "\u4e00" <= before <= "\u9fff":
        return True
    return (
        bool(after)
        and (after in "%‰℃°μΩ±余多" or "\u4e00" <= after <= "\u9fff")
        and before not in (".", "-", "/")
    )
