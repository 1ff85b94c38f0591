"""Degrees of freedom that groups allow: worked by hand, and the law that the true ones of Welch's test lie within the print's."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.methods.surveys.freedom import any_p_of_t, of_groups, plain, welch
from suyuan.methods.surveys.readings import by_digits
from suyuan.methods.surveys.recompute import Group
from suyuan.records.interval import Interval

ONE = Interval.exactly(1)


def group(n, sd="1.00"):
    return Group(n, ONE, by_digits(sd))


@pytest.mark.parametrize(
    ("kind", "sizes", "named", "expected"),
    [
        ("t", (20, 30), None, ["pooled", "welch"]),
        ("t", (20, 20), None, ["pooled", "welch", "paired"]),
        ("t", (20, 20), "independent", ["pooled", "welch"]),
        ("t", (20, 20), "welch", ["welch"]),
        ("t", (20, 20), "paired", ["paired"]),
        ("t", (20, 30), "paired", []),
        ("t", (20, 20, 20), None, []),
        ("F", (20, 20, 20), None, ["one-way", "repeated"]),
        ("F", (20, 21, 20), None, ["one-way"]),
        ("r", (20, 20), None, []),
        ("t", (1, 20), None, []),
    ],
)
def test_tests_that_groups_can_have_had(kind, sizes, named, expected):
    assert [f.test for f in of_groups(kind, [group(n) for n in sizes], named)] == expected


def test_numbers_of_each_test():
    found = {f.test: f.middle for f in of_groups("t", [group(20), group(20)])}
    assert found["pooled"] == (38,) and found["paired"] == (19,)
    found = {f.test: f.middle for f in of_groups("F", [group(20)] * 3)}
    assert found == {"one-way": (2, 57), "repeated": (2, 38)}


def test_welch_worked_by_hand():
    # 25/8 = 3.125 and 1/60: 3.1417² / (3.125²/7 + 0.0167²/59) = 7.07
    found = welch(group(8, "5.00"), group(60, "1.00"))
    assert float(found.least[0]) == pytest.approx(7.07, abs=0.01)
    assert float(found.most[0]) == pytest.approx(7.08, abs=0.01)
    assert found.middle == (Fraction("7.1"),)
    even = welch(group(20), group(20))  # equal deviations give the pooled number, which is the greatest
    assert even.most == (38,) and even.least[0] < 38


@given(st.integers(2, 200), st.integers(2, 200), st.integers(1, 900), st.integers(1, 900), st.integers(0, 9))
def test_the_true_number_lies_within(m, n, a, b, digit):
    first, second = (Fraction(10 * x + digit - 5, 1000) for x in (a, b))  # rounded to a / 100, b / 100
    va, vb = first**2 / m, second**2 / n
    true = (va + vb) ** 2 / (va**2 / (m - 1) + vb**2 / (n - 1))
    found = welch(group(m, f"{a / 100:.2f}"), group(n, f"{b / 100:.2f}"))
    assert found.least[0] <= true <= found.most[0] <= m + n - 2
    assert found.least[0] >= min(m, n) - 1


def test_p_over_an_interval_of_degrees_of_freedom():
    low, high = (plain("x", d).p("t", by_digits("2.26")) for d in (7, 8))
    both = welch(group(8, "5.0"), group(60, "1.0")).p("t", by_digits("2.26"))
    assert high.low < both.low < both.high < low.high
    every = any_p_of_t(by_digits("2.68"), 236)
    assert every.low < Fraction("0.008") and every.high < Fraction("0.24")
