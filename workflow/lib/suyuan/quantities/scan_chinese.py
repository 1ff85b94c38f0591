"""Stage 1: the numerals in a run of 零〇一二两三四五六七八九十百千万亿, less those inside ordinary words (一体化, 千米)."""

from __future__ import annotations

import re
from fractions import Fraction

from suyuan.quantities.numeral import Numeral
from suyuan.quantities.numerals import FORMAL_TO_PLAIN, HAN, MULTIPLIERS, Reading, read_chinese
from suyuan.quantities.tables import numerals_table
from suyuan.quantities.words import shielding_word

# 降至|零, 接近于|零: the level that a fall ends at
NOTHING = re.compile(
    r"(?:[降减缩压跌落](?:少|低|小)?[至到为]|[接趋逼]近于?|趋于|几乎为|仍为|均为|都为|保持为)$"
)
ENDS = re.compile("[，。；、）！？]|$")
CHINESE_POINT = re.compile(rf"点[{HAN[:12]}]+")
LICENCES = tuple(sorted(numerals_table()["licence_before"], key=len, reverse=True))
VAGUE = tuple(numerals_table()["vague"])
OVER_ONE_UNIT = re.compile("[辆人家台元吨亩户件株座名头只个]以[上下内]")  # 重回千|辆以上
VAGUE_WHOLE = frozenset(numerals_table()["vague_whole"])
BARE_POWER = re.compile(r"[百千万亿]+")
APPROXIMATE = re.compile(rf"(十?)([{HAN[2:12]}])([{HAN[2:12]}])([十百千万亿]*)")


def chinese_run(text: str, start: int, end: int, found: list[Numeral]) -> int:
    """Adds the numerals of one run of Chinese numeral characters to ``found``; returns where to go on."""
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
