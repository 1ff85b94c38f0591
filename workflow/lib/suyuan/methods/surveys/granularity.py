"""Which means, shares and standard deviations can come from whole numbers: GRIM, GRIMMER, and the range of a scale.

A share is a count of people over their number, a mean of whole scores a sum over it. Sources: GRIM, Brown and Heathers
(2017); GRIMMER, Anaya (2016), in the form of Allard (2018). All is exact (Fraction), on the interval that the print allows.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from suyuan.records.interval import Interval

MOST_SUMS = 2000  # sums of scores that are tried one by one; with so many the test has no power anyway


@dataclass(frozen=True, slots=True)
class Granular:
    """Outcome of a test of granularity."""

    possible: bool
    power: (
        Fraction  # share of the values that could be printed which the test would reject; 0: it cannot fail
    )


def whole(interval: Interval, unit: Fraction) -> tuple[int, int] | None:
    """Least and greatest whole k with k * unit in a bounded interval; None where there is none. ValueError if unbounded."""
    if interval.low is None or interval.high is None:
        raise ValueError("the interval is not bounded")
    low, high = interval.low / unit, interval.high / unit
    least, greatest = ceil(low), floor(high)
    if interval.low_open and least == low:
        least += 1
    if interval.high_open and greatest == high:
        greatest -= 1
    return (least, greatest) if least <= greatest else None


def counts(share: Interval, n: int) -> tuple[int, int] | None:
    """Least and greatest count of ``n`` people whose share, in percent, lies in the interval; None where there is none."""
    found = whole(share, Fraction(100, n))
    if found is None:
        return None
    least, greatest = max(found[0], 0), min(found[1], n)
    return (least, greatest) if least <= greatest else None


def grim_share(share: Interval, n: int) -> Granular:
    """Whether some count of ``n`` people gives a share in percent. Power: 1 - n w / 100, w the width of the interval."""
    return Granular(counts(share, n) is not None, _power(share, Fraction(n, 100)))


def grim_mean(mean: Interval, n: int, items: int = 1) -> Granular:
    """Whether some sum of ``n * items`` whole scores gives a mean. Power: 1 - n items w, w the width of the interval."""
    return Granular(whole(mean, Fraction(1, n * items)) is not None, _power(mean, Fraction(n * items)))


def _power(interval: Interval, per_unit: Fraction) -> Fraction:
    if interval.low is None or interval.high is None:
        return Fraction(0)
    return max(Fraction(0), 1 - (interval.high - interval.low) * per_unit)


def variance_bounds(mean: Interval, n: int, least: Fraction, greatest: Fraction) -> Interval:
    """Variances (divisor n - 1) that ``n`` scores from ``least`` to ``greatest`` can have with a mean in the interval.

    At most (m - least)(greatest - m) n / (n - 1), all scores at the ends (Bhatia and Davis 2000); at least 0.
    ValueError where no such mean lies on the scale, or n < 2.
    """
    if n < 2 or mean.low is None or mean.high is None:
        raise ValueError("two scores or more, and a bounded mean, are needed")
    low, high = max(mean.low, least), min(mean.high, greatest)
    if low > high:
        raise ValueError("the mean lies outside the scale")
    middle = min(max((least + greatest) / 2, low), high)  # where the product is greatest
    return Interval(Fraction(0), (middle - least) * (greatest - middle) * Fraction(n, n - 1))


def grimmer(mean: Interval, sd: Interval, n: int, scale: tuple[int, int] | None = None) -> Granular:
    """Whether ``n`` whole scores (on ``scale``, where it is known) can have both a mean and a standard deviation.

    For each possible sum S of scores: is there a sum of squares Q, of the parity of S, between the least and the greatest that
    S allows, with √((Q - S²/n) / d) in the interval? Both divisors d, n - 1 and n, are tried, since a text seldom says which.
    Power 0 where the interval of Q holds two numbers or more for each sum: then only the range of the scale can fail it.
    """
    if sd.low is None or sd.high is None or n < 2:
        raise ValueError("a bounded standard deviation of two scores or more is needed")
    sums = whole(mean, Fraction(1, n))
    if sums is None:
        return Granular(False, Fraction(1))
    if sums[1] - sums[0] >= MOST_SUMS:
        raise ValueError("the mean is printed too coarsely for so many scores")
    low, high = max(sd.low, Fraction(0)) ** 2, sd.high**2
    width = (high - low) * (n - 1)
    power = max(Fraction(0), 1 - width / 2) if sums[0] == sums[1] else Fraction(0)
    fits = any(
        _square_fits(total, n, divisor, (low, high), scale)
        for total in range(sums[0], sums[1] + 1)
        for divisor in (n - 1, n)
    )
    return Granular(fits, power)


def _square_fits(
    total: int, n: int, divisor: int, variance: tuple[Fraction, Fraction], scale: tuple[int, int] | None
) -> bool:
    least, greatest = _squares(total, n, scale)
    if greatest is not None and least > greatest:
        return False
    centre = Fraction(total * total, n)
    first = max(ceil(variance[0] * divisor + centre), least)
    last = floor(variance[1] * divisor + centre)
    if greatest is not None:
        last = min(last, greatest)
    first += (first - total) % 2  # x² and x are both odd or both even
    return first <= last


def _squares(total: int, n: int, scale: tuple[int, int] | None) -> tuple[int, int | None]:
    """Least and greatest sum of squares of n whole scores with a sum; the greatest is None without a scale."""
    below, over = divmod(total, n)
    least = (n - over) * below**2 + over * (below + 1) ** 2
    if scale is None:
        return least, None
    bottom, top = scale
    if not n * bottom <= total <= n * top:
        return 1, 0
    at_top, rest = divmod(total - n * bottom, top - bottom)
    if at_top == n:
        return least, n * top**2
    return least, at_top * top**2 + (bottom + rest) ** 2 + (n - at_top - 1) * bottom**2
