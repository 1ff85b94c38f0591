"""Cohen's kappa: agreement of two coders beyond what chance would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from fractions import Fraction
from typing import NamedTuple


class Agreement(NamedTuple):
    """Agreement of two codings of the same units."""

    units: int
    observed: Fraction  # share of units that both code alike
    expected: Fraction  # share that coders with these frequencies would code alike by chance
    kappa: Fraction | None  # None where chance alone gives full agreement: both use one and the same category


def cohen(first: Sequence[Hashable], second: Sequence[Hashable]) -> Agreement:
    """Kappa of two codings, unit by unit, in nominal categories.

    kappa = (po - pe) / (1 - pe), with po the share of units coded alike and pe = sum over categories k of n1k n2k / N²
    (Cohen 1960, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20(1), 37-46).
    Raises ValueError for codings of different length or of no units.
    """
    if len(first) != len(second) or not first:
        raise ValueError(f"codings of {len(first)} and {len(second)} units cannot be compared")
    units = len(first)
    observed = Fraction(sum(a == b for a, b in zip(first, second, strict=True)), units)
    one, two = Counter(first), Counter(second)
    expected = Fraction(sum(one[category] * two[category] for category in one), units * units)
    kappa = None if expected == 1 else (observed - expected) / (1 - expected)
    return Agreement(units, observed, expected, kappa)
