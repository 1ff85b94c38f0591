"""Exact numbers: stated values are never binary floats.

Every value is a :class:`fractions.Fraction`, which holds each printed decimal and each printed fraction
(三分之一) exactly. In files it is written as a plain decimal where it terminates, else as ``n/d``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

PATTERN = r"^-?\d+(\.\d+)?(/\d+)?$"  # as it stands in JSON Schemas
NUMBER = re.compile(
    r"-?[0-9]{1,400}(\.[0-9]{1,400}|/[0-9]{1,400})?"
)  # neither 1e5 nor ٣, which Fraction takes

ROUNDED = 12  # digits of a JSON number that stands for a repeating fraction


def exact(value: Any) -> Fraction:
    """Fraction of an int, Decimal, Fraction or a string such as ``"31.6"`` or ``"100/3"``.

    A float is refused (TypeError): by then the printed decimals are lost. ValueError for other text.
    """
    if isinstance(value, Fraction):
        return value
    if isinstance(value, bool | float):
        raise TypeError(f"{value!r} is not exact: give an int, a Decimal or a string")
    if isinstance(value, str) and not NUMBER.fullmatch(value):
        raise ValueError(f"{value[:40]!r} is no number; write digits such as 31.6 or 100/3")
    if isinstance(value, int | Decimal | str):
        return Fraction(value)
    raise TypeError(f"{value!r} is not a number")


def exact_text(value: Fraction) -> str:
    """``"31.6"`` for 158/5, ``"100/3"`` for 100/3: a decimal where it terminates, else the fraction."""
    denominator = value.denominator
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    if denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    places = max(twos, fives)
    sign = "-" if value < 0 else ""
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def as_number(value: Fraction | None) -> int | float | None:
    """The nearest JSON number, for programs that read our JSON lines; arithmetic never uses it, and nothing reads it back.

    A value that no decimal ends is rounded to twelve digits: 33.3333333333 for 100/3.
    """
    if value is None:
        return None
    if value.denominator == 1:
        return value.numerator
    return float(value) if "/" not in exact_text(value) else float(f"{float(value):.{ROUNDED}g}")


Exact = Annotated[
    Fraction,
    BeforeValidator(exact),
    PlainSerializer(exact_text, return_type=str),
    WithJsonSchema({"type": "string", "pattern": PATTERN, "examples": ["31.6", "100/3"]}),
]
