"""Reading a numeral: exact value, the unit of its last printed digit, and of its last digit that is not nought.

``parse_numeral`` takes the whole text of a numeral; ``read_arabic`` and ``read_chinese`` serve the scanner.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from suyuan.quantities.tables import numerals_table
from suyuan.values import value

POWERS: dict[str, int] = dict(numerals_table()["powers"])
DIGITS: dict[str, int] = dict(numerals_table()["digits"])
FORMAL: dict[str, str] = dict(numerals_table()["formal"])
MULTIPLIERS: dict[str, int] = {}
for _word in numerals_table()["multipliers"]:
    _value = 1
    for _char in _word:
        _value *= POWERS[_char]
    MULTIPLIERS[_word] = _value
HAN = "".join(DIGITS) + "".join(POWERS)
FORMAL_TO_PLAIN = str.maketrans(FORMAL)

LONGEST = 60  # characters; no figure is longer, and longer rows of digits are damage
MULTIPLIER = "|".join(MULTIPLIERS)
ARABIC = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", re.ASCII)
BLANK_DECIMALS = re.compile(
    r"\d{1,4}\.\d{3}(?: \d{3}){0,2} \d{1,3}(?=[，。；、）和与及±~])", re.ASCII
)  # of a printed row of decimals in groups of three: 0.976 3
BEFORE_DECIMALS = re.compile("[\u4e00-\u9fff=<>≤≥≈-]")
NUMBER = re.compile(rf"([+-]?)({ARABIC.pattern})((?:{MULTIPLIER})*)", re.ASCII)


@value
class Reading:
    """What the digits of a numeral say."""

    value: Fraction
    step: Fraction  # one unit of the last printed digit
    coarse: Fraction  # one unit of the last digit that is not nought (of 500: 100); step for printed decimals

    def times(self, factor: Fraction | int) -> Reading:
        """The reading in units that are ``factor`` times smaller."""
        if factor == 1:
            return self
        return Reading(self.value * factor, self.step * factor, self.coarse * factor)


def decimals_by_blank(text: str, start: int) -> re.Match[str] | None:
    """The decimals that begin at ``start`` and that a blank parts in groups of three: 决定系数为0.976 3; None for any other."""
    match = BLANK_DECIMALS.match(text, start)
    return match if match is not None and start and BEFORE_DECIMALS.match(text, start - 1) else None


@lru_cache(maxsize=4096)
def read_arabic(digits: str) -> Reading:
    """Reading of ASCII digits with thousands separators (comma or blank) and decimals, without a sign."""
    whole, _, decimals = digits.replace(",", "").replace(" ", "").partition(".")
    step = Fraction(1, 10 ** len(decimals))
    value = Fraction(int(whole + decimals), step.denominator)
    if decimals or not value:
        return Reading(value, step, step)
    return Reading(value, step, Fraction(10 ** (len(whole) - len(whole.rstrip("0")))))


@lru_cache(maxsize=4096)
def read_chinese(text: str) -> Reading:
    """Reading of a Chinese numeral: 三十二, 一亿二千万, 二〇二五, 三点五, 一百二 (120). ValueError for anything else."""
    if len(text) > LONGEST:
        raise ValueError(f"a numeral of {len(text)} characters is not read")
    plain = text.translate(FORMAL_TO_PLAIN)
    whole, point, decimals = plain.partition("点")
    if point:
        if not decimals or any(c not in DIGITS for c in decimals):
            raise ValueError(f"{text!r} is not a Chinese numeral: only single digits may follow 点")
        step = Fraction(1, 10 ** len(decimals))
        tail = int("".join(str(DIGITS[c]) for c in decimals))
        return Reading(read_chinese(whole).value + tail * step, step, step)
    if len(plain) > 1 and all(c in DIGITS for c in plain):
        if "两" in plain:
            raise ValueError(f"{text!r} is not a Chinese numeral: 两 does not stand in a row of digits")
        return read_arabic("".join(str(DIGITS[c]) for c in plain))
    value = chinese_integer(plain)
    coarse = Fraction(last_place(value))
    return Reading(Fraction(value), coarse, coarse)


def last_place(value: int) -> int:
    """One unit of the last digit of ``value`` that is not nought: 100 for 1700; 1 for 0."""
    digits = str(value)
    return 10 ** (len(digits) - len(digits.rstrip("0"))) if value else 1


def chinese_integer(text: str) -> int:
    """Value of a Chinese integer with 十 百 千 万 亿. ValueError when the characters do not form one.

    Inside a section the powers must fall (三百二十, not 三十二百); 万 and 亿 multiply what stands before them; a last
    digit straight after 百 千 万 亿 counts the next lower power (一百二 is 120, 三万五 is 35,000).
    """
    wrong = ValueError(f"{text!r} is not a Chinese numeral")
    if not text:
        raise wrong
    above = section = total = 0  # total of 亿, of 万, and the section below 10,000
    digit: int | None = None
    last_power = 10**9  # power read last in this section
    before = ""  # character before
    for char in text:
        if char in DIGITS:
            if digit is not None and before not in "零〇":
                raise wrong
            digit = DIGITS[char]
        elif char in "十百千":
            power = POWERS[char]
            if power >= last_power or (digit == 0 and before not in "零〇"):
                raise wrong
            if digit is None or digit == 0:  # 十二, 零十二; 百万
                digit = 1
            section += digit * power
            digit, last_power = None, power
        elif char in "万亿":
            section += digit or 0
            if not section and not (total or above):
                section = 1  # 万亿, 万
            if char == "万":
                if total and not section:
                    raise wrong
                total = (total + section) * POWERS["万"] if before == "万" else total + section * POWERS["万"]
            else:
                above = (above + total + section) * POWERS["亿"]
                total = 0
            digit, section, last_power = None, 0, 10**9
        else:
            raise wrong
        before = char
    if digit is not None:
        power_before = POWERS.get(text[-2], 0) if len(text) > 1 else 0
        section += digit * (power_before // 10 if power_before >= 100 else 1)
    return above + total + section


def parse_numeral(text: str) -> Fraction:
    """Exact value of a numeral as printed, normalised: ``15,953万`` 159530000, ``三千二百``, ``三分之一`` 1/3, ``一半`` 1/2.

    Shares come back as ratios (百分之五 and 5% are 1/20, 八成 4/5). ValueError when the text is no numeral.
    """
    text = text.strip()
    if text in ("半", "一半", "半数"):
        return Fraction(1, 2)
    if text.endswith("%"):
        return parse_numeral(text[:-1]) / 100
    if text.endswith("‰"):
        return parse_numeral(text[:-1]) / 1000
    if "分之" in text:
        below, _, above = text.partition("分之")
        return parse_numeral(above) / parse_numeral(below)
    if "/" in text:
        upper, _, lower = text.partition("/")
        if not parse_numeral(lower):
            raise ValueError(f"{text!r} divides by nought")
        return parse_numeral(upper) / parse_numeral(lower)
    whole, cheng, rest = text.partition("成")
    if cheng and len(rest) <= 1:
        further = Fraction(1, 20) if rest == "半" else parse_numeral(rest) / 100 if rest else 0
        return parse_numeral(whole) / 10 + further
    match = NUMBER.fullmatch(text)
    if match:
        value = read_arabic(match.group(2)).value
        for word in re.findall(MULTIPLIER, match.group(3)):
            value *= MULTIPLIERS[word]
        return -value if match.group(1) == "-" else value
    if text[:1] == "负":
        return -parse_numeral(text[1:])
    return read_chinese(text).value
