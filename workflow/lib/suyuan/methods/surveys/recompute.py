"""Statistics recomputed from what is printed, each as the interval that the print of its ingredients allows.

Intervals of p follow from the printed statistic and its degrees of freedom (the method of statcheck, Nuijten and others 2016);
t and F of independent groups follow from number, mean and standard deviation of each, χ² from counts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import sqrt

from suyuan.methods.surveys.distributions import p_of_chi2, p_of_f, p_of_r, p_of_t, p_of_z
from suyuan.records.interval import Interval

NEEDS = {"t": 1, "F": 2, "chi2": 1, "r": 1, "z": 0}  # degrees of freedom of each statistic
SLACK = Fraction(1, 10**12)  # of floating point
MOST_GROUPS = 10


@dataclass(frozen=True, slots=True)
class Group:
    """What is printed of one group."""

    n: int
    mean: Interval
    sd: Interval


def p_interval(kind: str, statistic: Interval, df: Sequence[float]) -> Interval:
    """Two-sided p of t, r and z, upper tail of F and chi2, over all values of the statistic that its print allows.

    ValueError for an unknown kind, or where degrees of freedom are missing, or the statistic has no bound towards 0 and above.
    """
    if kind not in NEEDS or len(df) != NEEDS[kind] or any(d <= 0 for d in df):
        raise ValueError(f"{kind} with {len(df)} degrees of freedom")
    tail: Callable[[float], float] = {
        "t": lambda x: p_of_t(x, df[0]),
        "F": lambda x: p_of_f(x, df[0], df[1]),
        "chi2": lambda x: p_of_chi2(x, df[0]),
        "r": lambda x: p_of_r(x, df[0]),
        "z": p_of_z,
    }[kind]
    size = magnitude(statistic) if kind in ("t", "r", "z") else statistic
    low = Fraction(0) if size.low is None else size.low
    at_most = Fraction(tail(float(low)))
    at_least = Fraction(0) if size.high is None else Fraction(tail(float(size.high)))
    return _widened(at_least, at_most)


def magnitude(interval: Interval) -> Interval:
    """Absolute values of an interval."""
    low, high = interval.low, interval.high
    if low is not None and low >= 0:
        return interval
    if high is not None and high <= 0:
        return Interval(-high, None if low is None else -low, interval.high_open, interval.low_open)
    far = None if low is None or high is None else max(-low, high)
    return Interval(Fraction(0), far)


def _widened(low: Fraction, high: Fraction) -> Interval:
    return Interval(max(Fraction(0), low - SLACK), high + SLACK)


def t_of_groups(a: Group, b: Group, pooled: bool = True) -> Interval:
    """|t| of two independent groups: difference of means over its standard error, with the pooled variance or Welch's.

    ValueError where a group has fewer than two people or a mean or deviation is not bounded; the upper end is None where a
    standard error of 0 is possible.
    """
    spread = a.mean + Interval(*_minus(b.mean))
    size = magnitude(spread)
    if size.low is None or size.high is None:
        raise ValueError("a mean is not bounded")
    least = _error(a, b, pooled, upper=False)
    most = _error(a, b, pooled, upper=True)
    low = Fraction(float(size.low) / most) if most else Fraction(0)
    return Interval(
        max(Fraction(0), low - SLACK), Fraction(float(size.high) / least) + SLACK if least else None
    )


def _minus(interval: Interval) -> tuple[Fraction | None, Fraction | None]:
    return (
        None if interval.high is None else -interval.high,
        None if interval.low is None else -interval.low,
    )


def _error(a: Group, b: Group, pooled: bool, upper: bool) -> float:
    """Least or greatest standard error of a difference of means."""
    if a.n < 2 or b.n < 2:
        raise ValueError("two people or more in each group are needed")
    first, second = (_end(group.sd, upper) ** 2 for group in (a, b))
    if not pooled:
        return sqrt(first / a.n + second / b.n)
    common = ((a.n - 1) * first + (b.n - 1) * second) / (a.n + b.n - 2)
    return sqrt(common * (1 / a.n + 1 / b.n))


def _end(interval: Interval, upper: bool) -> float:
    end = interval.high if upper else interval.low
    if end is None:
        raise ValueError("a standard deviation is not bounded")
    return max(0.0, float(end))


def f_of_groups(groups: Sequence[Group]) -> Interval:
    """F of a one-way analysis of variance: (SSB / (k - 1)) / (SSW / (N - k)).

    SSB, the weighted spread of the means, is a convex function of them: its greatest value over their intervals is at a corner,
    its least where each mean comes as near to a common one as it can. ValueError for fewer than two or more than 10 groups.
    """
    if not 2 <= len(groups) <= MOST_GROUPS or any(g.n < 2 for g in groups):
        raise ValueError("two to ten groups of two people or more are needed")
    if any(g.mean.low is None or g.mean.high is None for g in groups):
        raise ValueError("a mean is not bounded")
    total = sum(g.n for g in groups)
    within = [sum((g.n - 1) * _end(g.sd, upper) ** 2 for g in groups) for upper in (False, True)]
    ends = [(float(g.mean.low or 0), float(g.mean.high or 0)) for g in groups]
    sizes = [g.n for g in groups]
    most = max(_between(sizes, corner) for corner in product(*ends))
    least = _between(sizes, _nearest(sizes, ends))
    scale = (total - len(groups)) / (len(groups) - 1)
    low = Fraction(least / within[1] * scale) if within[1] else Fraction(0)
    high = Fraction(most / within[0] * scale) + SLACK if within[0] else None
    return Interval(max(Fraction(0), low - SLACK), high)


def _between(sizes: Sequence[int], means: Sequence[float]) -> float:
    grand = sum(n * m for n, m in zip(sizes, means, strict=True)) / sum(sizes)
    return sum(n * (m - grand) ** 2 for n, m in zip(sizes, means, strict=True))


def _nearest(sizes: Sequence[int], ends: Sequence[tuple[float, float]]) -> list[float]:
    """Means within their intervals whose weighted spread is least, by bisection on the common mean."""
    low, high = min(a for a, _ in ends), max(b for _, b in ends)
    for _ in range(200):
        middle = (low + high) / 2
        pull = sum(n * (min(max(middle, a), b) - middle) for n, (a, b) in zip(sizes, ends, strict=True))
        low, high = (middle, high) if pull > 0 else (low, middle)
    return [min(max(low, a), b) for a, b in ends]


def chi2_of_counts(table: Sequence[Sequence[int]], corrected: bool = False) -> tuple[float, int]:
    """Pearson's χ² of a table of counts, and its degrees of freedom (r - 1)(c - 1).

    ``corrected``: with Yates's correction, for two rows and columns only. ValueError for a table with fewer than two rows or
    columns, rows of different length, or an empty row or column.
    """
    if len(table) < 2 or len({len(row) for row in table}) != 1 or len(table[0]) < 2:
        raise ValueError("a table of two rows and two columns or more is needed")
    rows, columns = [sum(row) for row in table], [sum(column) for column in zip(*table, strict=True)]
    if not all(rows) or not all(columns):
        raise ValueError("a row or a column is empty")
    df = (len(rows) - 1) * (len(columns) - 1)
    if corrected and df != 1:
        raise ValueError("the correction is for two rows and two columns")
    total = sum(rows)
    found = 0.0
    for i, row in enumerate(table):
        for j, cell in enumerate(row):
            expected = rows[i] * columns[j] / total
            apart = abs(cell - expected)
            found += (apart - min(0.5, apart) if corrected else apart) ** 2 / expected
    return found, df


def chi2_of_fractions(parts: Sequence[tuple[int, int]]) -> list[Interval]:
    """χ² of groups of which k of n answered so (96/120): as it is, and for two groups with Yates's correction.

    None where χ² is not defined (fewer than two groups; nobody or all in every group).
    """
    table = [[k, n - k] for k, n in parts]
    try:
        values = [
            chi2_of_counts(table, corrected)[0]
            for corrected in ([False, True] if len(table) == 2 else [False])
        ]
    except ValueError:
        return []
    return [Interval(max(Fraction(0), Fraction(v) - SLACK), Fraction(v) + SLACK) for v in values]
