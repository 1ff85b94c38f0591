"""Which means, shares and standard deviations can come from whole numbers: GRIM, GRIMMER, and the range of a scale.

A share is a count of people over their number, a mean of whole scores a sum over it. Sources: GRIM, Brown and Heathers
(2017); GRIMMER, Anaya (2016), in the form of Allard (2018). All is exact (Fraction), on the interval that the print allows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, lcm

from suyuan.records.interval import Interval

AROUND = (
    40  # printable deviations to either side of a printed one, over which the power of GRIMMER is counted
)
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


def grimmer(mean: Interval, sd: Interval, n: int, *scales: tuple[int, int] | None) -> Granular:
    """Whether ``n`` whole scores (on one of ``scales``, where any is known) can have both a mean and a standard deviation.

    For each possible sum S of scores: is there a sum of squares Q, of the parity of S, between the least and the greatest that
    S allows, with √((Q - S²/n) / d) in the interval? Both divisors d, n - 1 and n, are tried, since a text seldom says which.
    The power is counted: the share of the printable deviations around the printed one (``AROUND`` to either side, not below
    0 nor above what the scales allow) that fail. ValueError where a number is not bounded or a mean allows too many sums.
    """
    if sd.low is None or sd.high is None or n < 2:
        raise ValueError("a bounded standard deviation of two scores or more is needed")
    found = whole(mean, Fraction(1, n))
    if found is None:
        return Granular(False, Fraction(1))
    if found[1] - found[0] >= MOST_SUMS:
        raise ValueError("the mean is printed too coarsely for so many scores")
    sums = range(found[0], found[1] + 1)
    bounds = [(s, least, most) for s in sums for least, most in _bounds(s, n, scales)]
    one = lcm(sd.low.denominator, sd.high.denominator)  # of the last digit, in whole numbers
    low, high = int(sd.low * one), int(sd.high * one)
    possible = _square_fits(low, high, one, n, bounds)
    limits = [most * n - s * s for s, _, most in bounds if most is not None]
    limit = max(limits) if limits and len(limits) == len(bounds) else None
    tried = failed = 0
    for step in range(-AROUND, AROUND + 1):
        a, b = low + step * (high - low), high + step * (high - low)
        beyond = limit is not None and a > 0 and a * a * n * (n - 1) > limit * one * one
        if step == 0 or (b > 0 and not beyond):
            tried += 1
            failed += not _square_fits(a, b, one, n, bounds)
    return Granular(possible, Fraction(failed, tried))


def _bounds(total: int, n: int, scales: Sequence[tuple[int, int] | None]) -> Iterator[tuple[int, int | None]]:
    """Least and greatest sum of squares of a sum on each scale that allows it."""
    for scale in scales or (None,):
        least, most = _squares(total, n, scale)
        if most is None or least <= most:
            yield least, most


def _square_fits(
    low: int, high: int, one: int, n: int, bounds: Sequence[tuple[int, int, int | None]]
) -> bool:
    """Whether some sum of squares gives a standard deviation from ``low / one`` to ``high / one``.

    n Q = n d s² + S² for a deviation s with divisor d, all in whole numbers times ``one`` squared.
    """
    square = n * one * one
    low = max(low, 0)
    for total, least, most in bounds:
        centre = total * total * one * one
        for divisor in (n - 1, n):
            first = max(-(-(low * low * divisor * n + centre) // square), least)
            last = (high * high * divisor * n + centre) // square
            if most is not None:
                last = min(last, most)
            if first + (first - total) % 2 <= last:  # x² and x are both odd or both even
                return True
    return False


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
