"""Wilson's score interval of a share, as if the people asked were a simple random sample."""

from __future__ import annotations

from fractions import Fraction
from math import sqrt
from statistics import NormalDist

from suyuan.methods.surveys.granularity import counts
from suyuan.records.interval import Interval


def wilson(count: int, n: int, confidence: float = 0.95) -> tuple[float, float]:
    """Ends of the interval of ``count / n``, 0 to 1 (Wilson 1927): (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)."""
    if not 0 <= count <= n or n < 1:
        raise ValueError(f"{count} of {n}")
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    p = count / n
    middle = p + z * z / (2 * n)
    half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    scale = 1 + z * z / n
    low = 0.0 if count == 0 else (middle - half) / scale
    high = 1.0 if count == n else (middle + half) / scale
    return low, high


def wilson_of_print(share: Interval, n: int, confidence: float = 0.95) -> tuple[float, float] | None:
    """Ends in percent for a share as printed: from the lower end of its least possible count to the upper end of its greatest.

    None where no count of ``n`` gives the share, or its print does not bound it.
    """
    if share.low is None or share.high is None:
        return None
    found = counts(Interval(max(share.low, Fraction(0)), min(share.high, Fraction(100))), n)
    if found is None:
        return None
    return 100 * wilson(found[0], n, confidence)[0], 100 * wilson(found[1], n, confidence)[1]
