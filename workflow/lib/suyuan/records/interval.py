"""Interval arithmetic on what the print allows: the ground on which every check of stated arithmetic stands.

A stated number is an interval: 76 % is 75.5 to 76.5, 6800余 is above 6800 and below the next step of
its words, 超70 is above 70. Two statements agree where their intervals meet; a tolerance in percent is never used.
The method is that of statcheck (a reported value with d decimals means ± half a unit of the last digit), with open
ends for words that exclude their own number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from suyuan.records.fact import Fact


@dataclass(frozen=True, slots=True)
class Interval:
    """All values between ``low`` and ``high``; None is unbounded; an open end excludes the number itself."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"empty interval: {self.low} above {self.high}")

    @classmethod
    def exactly(cls, value: Fraction | int) -> Interval:
        """The interval that holds one value only."""
        return cls(Fraction(value), Fraction(value))

    @classmethod
    def of_fact(cls, fact: Fact) -> Interval:
        """What the print of a fact allows, in its base unit; where no rule gave bounds, what its comparator says.

        Unbounded on a side for which the fact says nothing; a number said to be about so much (``~``) without bounds
        allows anything, because its rule did not say how much.
        """
        if fact.low is not None or fact.high is not None:
            return cls(fact.low, fact.high, fact.low_open, fact.high_open)
        if fact.value_min is not None and fact.value_max is not None:
            return cls(min(fact.value_min, fact.value_max), max(fact.value_min, fact.value_max))
        plain = {
            "=": cls(fact.value, fact.value),
            ">": cls(fact.value, None, low_open=True),
            ">=": cls(fact.value, None),
            "<": cls(None, fact.value, high_open=True),
            "<=": cls(None, fact.value),
        }
        return plain.get(fact.comparator, cls(None, None))

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def scaled(self, factor: Fraction | int) -> Interval:
        """The interval times a positive constant (ValueError otherwise)."""
        if factor <= 0:
            raise ValueError(f"factor {factor} is not positive")
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return Interval(low, high, self.low_open, self.high_open)

    def __truediv__(self, other: Interval) -> Interval:
        """Quotient of two non-negative intervals. ValueError where the divisor may be zero or either may be negative."""
        if self.low is None or self.low < 0 or other.low is None or other.low < 0:
            raise ValueError("quotients are defined for intervals that are not negative")
        if other.low == 0 and not other.low_open:
            raise ValueError("the divisor may be zero")
        low = Fraction(0) if other.high is None else self.low / other.high
        high = None if self.high is None or other.low == 0 else self.high / other.low
        return Interval(
            low,
            high,
            self.low_open or (self.low != 0 and (other.high is None or other.high_open)),
            self.high_open or (self.high != 0 and other.low_open),  # 0 divided by anything is 0
        )

    def power(self, exponent: int) -> Interval:
        """The interval of ``x ** exponent`` for non-negative x and a positive exponent."""
        if exponent < 1 or self.low is None or self.low < 0:
            raise ValueError("powers are defined for positive exponents and intervals that are not negative")
        high = None if self.high is None else self.high**exponent
        return Interval(self.low**exponent, high, self.low_open, self.high_open)

    def meets(self, other: Interval) -> bool:
        """True where some value lies in both."""
        return self._ends_below(other) and other._ends_below(self)

    def holds(self, other: Interval) -> bool:
        """True where every value of ``other`` lies in this interval."""
        above = self.low is None or (
            other.low is not None
            and (self.low < other.low or (self.low == other.low and (other.low_open or not self.low_open)))
        )
        below = self.high is None or (
            other.high is not None
            and (
                other.high < self.high
                or (self.high == other.high and (other.high_open or not self.high_open))
            )
        )
        return above and below

    def _ends_below(self, other: Interval) -> bool:
        """This interval does not begin above the end of the other."""
        if self.low is None or other.high is None or self.low < other.high:
            return True
        return self.low == other.high and not (self.low_open or other.high_open)

    def __contains__(self, value: Fraction | int) -> bool:
        return self.meets(Interval.exactly(value))


def total(parts: Iterable[Interval]) -> Interval:
    """Sum of intervals; exactly 0 for none."""
    return reduce(lambda a, b: a + b, parts, Interval.exactly(0))
