"""What a printed figure allows: low and high, open or closed, with the name of the rule.

Conventions, and why. ``s`` is one unit of the last printed digit, ``c`` one unit of the last digit that is not nought
(equal after printed decimals, where noughts are significant).

counted           75项, 32年, 三个, 二年六个月: whole things without multiplier: v to v. Counting does not round.
printed_digits    13507.69亿元, 76%, 15,953万元, 8成; a whole number after 平均 人均 年均: v - s/2 to v + s/2. Rounded at the
                  last printed digit; a share keeps its noughts (40% is 39.5 to 40.5), 8成 is 75 to 85.
                  500亿, 3000元 (noughts at the end of a measured or multiplied number): v - c/2 to v + c/2 and
                  step_ambiguous: nobody can see which noughts are rounded, so the widest honest reading.
more_than         超70项, >5 (超 逾 突破 多于): over v, no end. The words say nothing of an upper end.
and_more          6800余项, 100多个, 三千多: over v, under v + c. 余 fills the gap to the next step of its own words:
                  6800余 ends before 6900.
nearly            近8成, 接近3000家, 将近: from v - c/2 to under v. 近 is a little below: 近8成 is 75 to 80.
recent_period     近3个月, 近十年, 最近5年: v - 1/2 to v + 1/2. 近 before a time means the last, not nearly.
about             约 大约 左右 上下: v - c to v + c, one unit of the last digit that is not nought either way.
at_least, at_most 以上 不少于 至少 ≥; 以下 不超过 ≤: from v, up to v, closed: 以上 and 以下 include the number.
less_than         不足40%, 不到, 低于, <: under v, open.
stated_range      15%~20%, 3-5年: least to greatest, closed: the ends are set, not measured.
two_digits        三五个, 十七八岁: least to greatest: two neighbouring digits name a span.
plus_minus        63.7±3.0, 25±2°C: v - d to v + d, the widest that the deviation or tolerance allows.
share_of_words    一半, 三分之一, 翻番, 八折: v to v. A fraction in words states the ratio itself; for 约 and 近 its step
                  leads to the next fraction (三分之一 to 四分之一).
rank              位列第四: v to v; 前五: 1 to v. A place is counted.

An auditor decides with these alone: 57 + 14 + 4 = 75 (counted); 1873 + 989 + 3970 = 6832 lies inside 6800余 (6800 to
6900); 47/202 = 23.27 % lies in 22.5 to 23.5; 58/75 = 77.3 % lies in 75 to 80 (近8成); 32/8 = 4 exactly; 年均39.5% is
39.45 to 39.55 against the growth from 1702 to over 17,000 (超1.7万: no upper end, so only a lower bound of growth is
decided); 15,953万元 is 159,525,000 to 159,535,000.
"""

from __future__ import annotations

from fractions import Fraction

from suyuan.quantities.numerals import Reading
from suyuan.records.fact import Comparator
from suyuan.values import value

HALF = Fraction(1, 2)
WHOLE_KINDS = frozenset({"count", "noun", "arabic", "time", "none"})


@value
class Bounds:
    """Least and greatest value that the print allows; None is unbounded."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool
    high_open: bool
    rule: str
    step_ambiguous: bool = False


def bounds_of(
    reading: Reading,
    comparator: Comparator,
    kind: str,
    *,
    whole: bool,
    more: bool = False,
    word: str = "",
    mean: bool = False,
) -> Bounds:
    """Bounds of a single number.

    ``kind`` is the kind of its unit ("none" without one); ``whole`` says that it is an integer without multiplier;
    ``more`` that 余 or 多 follows; ``word`` is the qualifier; ``mean`` that 平均 or the like stands before it.
    """
    v, coarse = reading.value, reading.coarse
    share = kind == "share"
    ambiguous = reading.coarse != reading.step and not share
    counted = whole and kind in WHOLE_KINDS and not mean
    if comparator == ">" and more:
        return Bounds(v, v + coarse, True, True, "and_more", ambiguous and not counted)
    if comparator == ">":
        return Bounds(v, None, True, False, "more_than", ambiguous and not counted)
    if comparator == ">=":
        return Bounds(v, None, False, False, "at_least", ambiguous and not counted)
    if comparator == "<":
        return Bounds(None, v, False, True, "less_than", ambiguous and not counted)
    if comparator == "<=":
        return Bounds(None, v, False, False, "at_most", ambiguous and not counted)
    if comparator == "~":
        if kind == "time" and word in ("近", "最近"):
            half = min(reading.step, Fraction(1)) * HALF
            return Bounds(v - half, v + half, False, False, "recent_period")
        if word in ("近", "将近", "接近", "逼近", "临近", "几乎", "差不多"):
            return Bounds(v - coarse * HALF, v, False, True, "nearly", ambiguous)
        return Bounds(v - coarse, v + coarse, False, False, "about", ambiguous)
    if counted:
        return Bounds(v, v, False, False, "counted")
    half = (reading.step if share else coarse) * HALF
    return Bounds(v - half, v + half, False, False, "printed_digits", ambiguous)
