"""A numeral of a flow: where it stands and what it reads as."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from suyuan.quantities.numerals import Reading
from suyuan.values import value

Kind = Literal["arabic", "chinese", "half", "circled"]


@value
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
