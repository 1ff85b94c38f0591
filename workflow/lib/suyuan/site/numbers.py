"""Numbers and bounds as a reader sees them; exact, digits grouped."""

from __future__ import annotations

import re
from fractions import Fraction

from suyuan.records import exact_text

WORDS = {
    "=": "",
    "~": "about ",
    ">": "more than ",
    ">=": "at least ",
    "<": "less than ",
    "<=": "at most ",
}  # fmt: skip
GROUP = re.compile(r"(?<=\d)(?=(\d{3})+$)")


def grouped(value: Fraction) -> str:
    """``9,495,000`` or ``31.6``; a number that no decimal ends stays ``100/3``."""
    text = exact_text(value)
    if "/" in text:
        return text
    whole, dot, rest = text.partition(".")
    return f"{GROUP.sub(',', whole)}{dot}{rest}"


def parsed(
    comparator: str,
    value: Fraction | None,
    low: Fraction | None,
    high: Fraction | None,
    unit: str | None,
) -> str | None:
    """``more than 70 项``; a range from its two ends; None where there is no number."""
    if value is not None:
        text = f"{WORDS.get(comparator, '')}{grouped(value)}"
    elif low is not None and high is not None:
        text = f"{grouped(low)} to {grouped(high)}"
    else:
        return None
    return f"{text} {unit}" if unit else text


def bounds(low: Fraction | None, high: Fraction | None, low_open: bool, high_open: bool) -> str | None:
    """``70 < x ≤ 80``; one side only where the other is unbounded; None where both are."""
    if low is None and high is None:
        return None
    if low is not None and low == high:
        return f"exactly {grouped(low)}"
    left = "" if low is None else f"{grouped(low)} {'<' if low_open else '≤'} "
    right = "" if high is None else f" {'<' if high_open else '≤'} {grouped(high)}"
    return f"{left}x{right}"
