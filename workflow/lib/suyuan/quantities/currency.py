"""Signs and codes of currencies before a number, and the short Latin scales behind it: HK$2.3bn, €4.5m, RMB 3亿元."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from suyuan.quantities.tables import numerals_table
from suyuan.quantities.units import Unit, rate_at, unit_at

# right behind the number, or mn, bn, tn a blank after it; not T恤 and B超
AFTER = r"(?![A-Za-z0-9²³恤超型级类股座])"
RANGE = re.compile(r" ?[-~至到] ?\d[\d.,]*")  # $5-6bn
UNKNOWN = "sign of a currency that is not known"


class Money(NamedTuple):
    """What stands around a number of money; ``start`` and ``end`` are those of the whole."""

    start: int
    end: int
    unit: Unit
    scale: Fraction


@cache
def _signs() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    """Currencies by sign, the expression of a sign that ends before a number, and that of a scale behind it."""
    table = numerals_table()
    signs: dict[str, str] = dict(table["currency_signs"])
    codes: list[str] = table["currency_codes"]
    signs |= {code: code for code in codes}
    signs |= {"RMB": "CNY"}
    words = sorted(signs, key=lambda sign: (-len(sign), sign))
    one_of = "|".join(re.escape(sign) + (" ?" if sign.isalpha() else "") for sign in words)
    scales = sorted(table["currency_scales"], key=lambda scale: (-len(scale), scale))
    long = "|".join(scale for scale in scales if len(scale) > 1)
    short = "|".join(scale for scale in scales if len(scale) == 1)
    return (
        signs,
        re.compile(rf"(?<![A-Za-z])(?:{one_of})$"),
        re.compile(rf"(?: ?(?P<long>{long})|(?P<short>{short})){AFTER}"),
    )


FAR_SCALE = "range of money whose scale stands behind its upper end"
LONGEST_SIGN = 6


def money_at(text: str, start: int, end: int) -> Money | str | None:
    """The money that the number ``text[start:end]`` is, by the sign or code before it; None where there is none.

    A text says why a sign is not read: a letter before it makes it that of another currency (R$5).
    """
    if not start or not (text[start - 1] in "$€£¥ " or text[start - 1].isalpha()):
        return None
    signs, before, behind = _signs()
    sign = before.search(text, max(0, start - LONGEST_SIGN), start)
    if sign is None:
        return UNKNOWN if text[start - 1] in "$€£¥" else None
    low = sign.start()
    if low and text[low - 1].isascii() and text[low - 1].isalpha():
        return UNKNOWN if text[start - 1] in "$€£¥" else None
    currency = signs[sign.group().strip()]
    unit = Unit(low, sign.end(), currency, "money")
    scale = behind.match(text, end)
    if scale is not None:
        factor = Fraction(numerals_table()["currency_scales"][scale["long"] or scale["short"]])
        return Money(low, scale.end(), unit, factor)
    upper = RANGE.match(text, end)
    if upper is not None and behind.match(text, upper.end()):
        return FAR_SCALE
    rate = rate_at(text, end)  # $3.5/kg
    if rate is not None:
        return Money(low, rate.end, unit._replace(unit=currency + rate.unit), Fraction(1))
    word = unit_at(text, end)  # HK$3亿|元, $3亿|美元
    if word is not None and word.kind == "money":
        base, stroke, below = word.unit.partition("/")
        if base in (currency, "CNY"):
            return Money(low, word.end, unit._replace(unit=currency + stroke + below), Fraction(1))
    return Money(low, end, unit, Fraction(1))
