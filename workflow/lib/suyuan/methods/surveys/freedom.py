"""Degrees of freedom that a test of groups can have, where the print does not give them, and the p that they allow.

Nothing says which test was made: t of two groups is pooled (n1 + n2 - 2), after Welch, or of pairs (n - 1, groups of one size);
F is one-way or of the same people measured again. Source of Welch's degrees of freedom: Satterthwaite (1946), Welch (1947).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from suyuan.methods.surveys.recompute import Group, p_interval
from suyuan.records.interval import Interval


@dataclass(frozen=True, slots=True)
class Freedom:
    """Degrees of freedom of one test. ``least`` and ``most``: of each number; they differ where deviations are rounded."""

    test: str  # printed, pooled, welch, paired, one-way, repeated, counts
    least: tuple[Fraction, ...]
    most: tuple[Fraction, ...]

    @property
    def middle(self) -> tuple[Fraction, ...]:
        """For tables: as they are, or to one decimal between both ends."""
        return tuple(
            a if a == b else Fraction(round(5 * (a + b)), 10)
            for a, b in zip(self.least, self.most, strict=True)
        )

    def p(self, kind: str, statistic: Interval) -> Interval:
        """p over all that the print of the statistic and the degrees of freedom allow. ValueError as ``p_interval``."""
        ends = [
            p_interval(kind, statistic, [float(d) for d in df])
            for df in dict.fromkeys((self.least, self.most))
        ]
        lows, highs = [e.low for e in ends if e.low is not None], [e.high for e in ends if e.high is not None]
        return Interval(min(lows), max(highs))


def plain(test: str, *df: Fraction | int) -> Freedom:
    """Degrees of freedom that are known."""
    known = tuple(Fraction(d) for d in df)
    return Freedom(test, known, known)


def of_groups(kind: str, groups: Sequence[Group], named: str | None = None) -> list[Freedom]:
    """All that a t or F of these groups can have; of ``named`` (independent, welch, paired) that kind of test only."""
    sizes = [g.n for g in groups]
    same = len(set(sizes)) == 1
    n, k = sum(sizes), len(sizes)
    if min(sizes, default=0) < 2:
        return []
    if kind == "t" and k == 2:
        found = [plain("pooled", n - 2), welch(groups[0], groups[1])]
        found += [plain("paired", sizes[0] - 1)] if same else []
    elif kind == "F" and k >= 2:
        found = [plain("one-way", k - 1, n - k)]
        found += [plain("repeated", k - 1, (k - 1) * (sizes[0] - 1))] if same else []
    else:
        return []
    wanted = {
        "independent": ("pooled", "welch", "one-way"),
        "welch": ("welch",) if kind == "t" else (),
        "paired": ("paired", "repeated"),
    }.get(named or "")
    return [f for f in found if wanted is None or f.test in wanted]


def welch(a: Group, b: Group) -> Freedom:
    """Welch's degrees of freedom, (va + vb)² / (va² / (na - 1) + vb² / (nb - 1)) with v = s² / n, over the printed deviations.

    With u = va / (va + vb) it is 1 / (u² / (na - 1) + (1 - u)² / (nb - 1)), greatest at u = (na - 1) / (na + nb - 2), where it is
    na + nb - 2. ValueError where a deviation is not bounded.
    """
    lows, highs = zip(*(_squares(g) for g in (a, b)), strict=True)
    least = _part(lows[0], highs[1])
    most = _part(highs[0], lows[1])
    top = Fraction(a.n - 1, a.n + b.n - 2)

    def df(u: Fraction) -> Fraction:
        return 1 / (u**2 / (a.n - 1) + (1 - u) ** 2 / (b.n - 1))

    return Freedom("welch", (min(df(least), df(most)),), (df(min(max(top, least), most)),))


def _squares(group: Group) -> tuple[Fraction, Fraction]:
    """Least and greatest square of the standard error of a mean. ValueError where the deviation is not bounded."""
    if group.sd.low is None or group.sd.high is None:
        raise ValueError("a standard deviation is not bounded")
    return max(group.sd.low, Fraction(0)) ** 2 / group.n, group.sd.high**2 / group.n


def _part(own: Fraction, other: Fraction) -> Fraction:
    return own / (own + other) if own + other else Fraction(1, 2)


def any_p_of_t(statistic: Interval, most: int) -> Interval:
    """p of a t with any degrees of freedom from 1 to ``most``: what no test of so many people can pass."""
    return Freedom("any", (Fraction(1),), (Fraction(most),)).p("t", statistic)
