"""What a printed figure allows: the rules of suyuan.quantities.bounds, and the reviewer's cases decided from them."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from suyuan.quantities import Mention

Found = Callable[[str], list[tuple[str, Mention]]]

# (text, low, high, low_open, high_open, rule, step, step_ambiguous); None is unbounded
BOUNDS = [
    ("75项", "75", "75", False, False, "counted", "1", False),
    ("1200家", "1200", "1200", False, False, "counted", "1", False),
    ("三个", "3", "3", False, False, "counted", "1", False),
    ("历时32年", "32", "32", False, False, "counted", "1", False),
    ("平均4年", "3.5", "4.5", False, False, "printed_digits", "1", False),
    ("平均每年5个", "4.5", "5.5", False, False, "printed_digits", "1", False),
    ("占76%", "75.5", "76.5", False, False, "printed_digits", "1", False),
    ("占40%", "39.5", "40.5", False, False, "printed_digits", "1", False),
    ("占23%", "22.5", "23.5", False, False, "printed_digits", "1", False),
    ("增长39.5%", "39.45", "39.55", False, False, "printed_digits", "0.1", False),
    ("增长5.0%", "4.95", "5.05", False, False, "printed_digits", "0.1", False),
    ("8成", "75", "85", False, False, "printed_digits", "10", False),
    ("一成半", "12.5", "17.5", False, False, "printed_digits", "5", False),
    ("1成5", "14.5", "15.5", False, False, "printed_digits", "1", False),
    ("超六成半", "65", None, True, False, "more_than", "5", False),
    ("三成五", "34.5", "35.5", False, False, "printed_digits", "1", False),
    ("百分之五", "4.5", "5.5", False, False, "printed_digits", "1", False),
    ("15,953万元", "159525000", "159535000", False, False, "printed_digits", "10000", False),
    ("13507.69亿元", "1350768500000", "1350769500000", False, False, "printed_digits", "1000000", False),
    ("1.80万人", "17950", "18050", False, False, "printed_digits", "100", False),
    ("500亿元", "45000000000", "55000000000", False, False, "printed_digits", "100000000", True),
    ("3000元", "2500", "3500", False, False, "printed_digits", "1", True),
    ("120万人", "1150000", "1250000", False, False, "printed_digits", "10000", True),
    ("超70项", "70", None, True, False, "more_than", "1", False),
    ("超1.7万项", "17000", None, True, False, "more_than", "1000", False),
    ("超7成", "70", None, True, False, "more_than", "10", False),
    ("6800余项", "6800", "6900", True, True, "and_more", "1", False),
    ("1.8万余项", "18000", "19000", True, True, "and_more", "1000", False),
    ("3200余万元", "32000000", "33000000", True, True, "and_more", "10000", True),
    ("100多个", "100", "200", True, True, "and_more", "1", False),
    ("三千多人", "3000", "4000", True, True, "and_more", "1000", False),
    ("十余个", "10", "20", True, True, "and_more", "10", False),
    ("170余个", "170", "180", True, True, "and_more", "1", False),
    ("近8成", "75", "80", False, True, "nearly", "10", False),
    ("近3000家", "2500", "3000", False, True, "nearly", "1", True),
    ("接近1.8万人", "17500", "18000", False, True, "nearly", "1000", False),
    ("近7.8%", "7.75", "7.8", False, True, "nearly", "0.1", False),
    ("近3个月", "2.5", "3.5", False, False, "recent_period", "1", False),
    ("近十年", "9.5", "10.5", False, False, "recent_period", "10", False),
    ("约300家", "200", "400", False, False, "about", "1", True),
    ("5.5%左右", "5.4", "5.6", False, False, "about", "0.1", False),
    ("约占三分之一", "25", "125/3", False, False, "about", "25/3", False),
    ("1200家以上", "1200", None, False, False, "at_least", "1", False),
    ("不少于3次", "3", None, False, False, "at_least", "1", False),
    ("3.5%以下", None, "3.5", False, False, "at_most", "0.1", False),
    ("不超过20人", None, "20", False, False, "at_most", "1", False),
    ("不足40%", None, "40", False, True, "less_than", "1", False),
    ("15%~20%", "15", "20", False, False, "stated_range", "1", False),
    ("两三个", "2", "3", False, False, "two_digits", "1", False),
    ("25±2℃", "23", "27", False, False, "plus_minus", "1", False),
    ("一半", "50", "50", False, False, "share_of_words", "50/3", False),
    ("三分之二", "200/3", "200/3", False, False, "share_of_words", "50/3", False),
    ("位列第四", "4", "4", False, False, "rank", "1", False),
    ("位列全国前8位", "1", "8", False, False, "rank", "1", False),
    ("跻身全球港口前五位，", "1", "5", False, False, "rank", "1", False),
    ("三省排名我国仓储规模前三位，", "1", "3", False, False, "rank", "1", False),
    ("位居我国服务市场前五名。", "1", "5", False, False, "rank", "1", False),
]  # fmt: skip


def number(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


@pytest.mark.parametrize("row", BOUNDS, ids=[row[0] for row in BOUNDS])
def test_bounds(mentions: Found, row: tuple[str, str | None, str | None, bool, bool, str, str, bool]) -> None:
    text, low, high, low_open, high_open, rule, step, ambiguous = row
    ((_, m),) = mentions(text)
    assert (m.bound_rule, m.low, m.high) == (rule, number(low), number(high))
    assert (m.low_open, m.high_open) == (low_open, high_open)
    assert (m.step, m.step_ambiguous) == (Fraction(step), ambiguous)


def inside(value: Fraction, m: Mention) -> bool:
    """Whether the print allows the value."""
    low = m.low is None or (value > m.low if m.low_open else value >= m.low)
    high = m.high is None or (value < m.high if m.high_open else value <= m.high)
    return low and high


def test_parts_add_up(mentions: Found) -> None:
    parts = [m for _, m in mentions("分别有57、14和4项")]
    ((_, whole),) = mentions("共75项")
    assert sum(m.low or 0 for m in parts) == whole.low == whole.high == sum(m.high or 0 for m in parts)


def test_sum_within_and_more(mentions: Found) -> None:
    ((_, whole),) = mentions("6800余项标准")
    assert inside(Fraction(1873 + 989 + 3970), whole)
    assert not inside(Fraction(1873 + 989 + 3970 + 75), whole)  # 6907 would be 6900余
    assert not inside(Fraction(6800), whole)


def test_share_of_counts(mentions: Found) -> None:
    ((_, share),) = mentions("占23%")
    assert inside(Fraction(100 * 47, 202), share)
    assert not inside(Fraction(100 * 48, 202), share)


def test_share_within_nearly(mentions: Found) -> None:
    ((_, share),) = mentions("占比近8成")
    assert inside(Fraction(100 * 58, 75), share)
    assert not inside(Fraction(80), share)


def test_share_within_more_than(mentions: Found) -> None:
    ((_, share),) = mentions("占比超7成")
    assert inside(Fraction(100 * 57, 75), share)


def test_years_for_each(mentions: Found) -> None:
    ((_, years), (_, events)) = mentions("在32年间出台8个政策")
    ((_, mean),) = mentions("平均4年出一个")
    assert years.value is not None and events.value is not None
    assert inside(years.value / events.value, mean)
    assert not inside(Fraction(5), mean)


def test_mean_growth_of_a_lower_bound(mentions: Found) -> None:
    ((_, first), (_, last)) = mentions("从1702项增加到超1.7万项")
    ((_, rate),) = mentions("年均增长39.5%")
    assert first.low is not None and last.low is not None and last.high is None and rate.high is not None
    least = last.low / first.low  # growth in seven years is above this; nothing printed bounds it from above
    assert (1 + rate.high / 100) ** 7 > least  # the stated rate can hold
    assert (1 + (rate.low or 0) / 100) ** 7 > least


def test_thousands_and_multiplier(mentions: Found) -> None:
    ((_, m),) = mentions("15,953万元")
    assert inside(Fraction(159_530_000), m) and not inside(Fraction(159_536_000), m)
