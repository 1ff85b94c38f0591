"""t, F, χ² and p from what is printed, worked by hand; what is true lies within."""

from fractions import Fraction
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.methods.surveys.distributions import p_of_t
from suyuan.methods.surveys.readings import by_digits
from suyuan.methods.surveys.recompute import (
    Group,
    chi2_of_counts,
    chi2_of_fractions,
    f_of_groups,
    magnitude,
    p_interval,
    t_of_groups,
)
from suyuan.records.interval import Interval

EXACT = Interval.exactly


def group(n, mean, sd):
    return Group(n, EXACT(Fraction(str(mean))), EXACT(Fraction(str(sd))))


def test_t_of_two_groups():
    # difference 2, pooled variance 4, standard error √(4 · 2/10) = 0.894
    found = t_of_groups(group(10, 10, 2), group(10, 8, 2))
    assert float(found.low) == pytest.approx(sqrt(5)) == pytest.approx(float(found.high))
    # Welch: √(4/10 + 1/40)
    found = t_of_groups(group(10, 10, 2), group(40, 8, 1), pooled=False)
    assert float(found.low) == pytest.approx(2 / sqrt(0.4 + 0.025))


def test_f_of_two_groups_is_t_squared():
    found = f_of_groups([group(10, 10, 2), group(10, 8, 2)])
    assert float(found.low) == pytest.approx(5) == pytest.approx(float(found.high))


def test_f_of_three_groups():
    # means 1, 2, 3 of 5 each: SSB = 5 (1 + 0 + 1) = 10, MSB = 5, MSW = 1
    found = f_of_groups([group(5, m, 1) for m in (1, 2, 3)])
    assert float(found.low) == pytest.approx(5) == pytest.approx(float(found.high))


def test_equal_means_can_give_an_f_of_0():
    groups = [Group(20, by_digits(m), by_digits("1.0")) for m in ("2.0", "2.1", "2.0")]
    assert f_of_groups(groups).low == 0


def test_chi2_of_counts():
    assert chi2_of_counts([[10, 20], [20, 10]]) == pytest.approx((20 / 3, 1))
    # Yates: |10 - 15| - 0.5 = 4.5 in each cell, 4 · 4.5² / 15
    assert chi2_of_counts([[10, 20], [20, 10]], corrected=True) == pytest.approx((5.4, 1))
    assert chi2_of_counts([[5, 5], [5, 5]], corrected=True) == (0, 1)
    assert [float(x.low) for x in chi2_of_fractions([(10, 30), (20, 30)])] == pytest.approx([20 / 3, 5.4])
    assert len(chi2_of_fractions([(10, 30), (20, 30), (15, 30)])) == 1
    assert chi2_of_fractions([(0, 30), (0, 30)]) == chi2_of_fractions([(1, 2)]) == []
    with pytest.raises(ValueError, match="empty"):
        chi2_of_counts([[0, 0], [1, 2]])


@pytest.mark.parametrize(
    ("kind", "printed", "df", "p", "fits"),
    [
        ("t", "2.45", (118,), "0.016", True),
        ("t", "-2.45", (118,), "0.016", True),
        ("t", "2.45", (118,), "0.160", False),
        ("F", "4.12", (2, 453), "0.017", True),
        ("chi2", "5.99", (2,), "0.050", True),
        ("chi2", "5.99", (1,), "0.050", False),
        ("r", "0.63", (8,), "0.05", True),
        ("z", "1.96", (), "0.05", True),
    ],
)
def test_p(kind, printed, df, p, fits):
    assert p_interval(kind, by_digits(printed), df).meets(by_digits(p)) is fits


def test_p_needs_its_degrees_of_freedom():
    with pytest.raises(ValueError, match="0 degrees"):
        p_interval("t", by_digits("2.45"), ())


def test_magnitude():
    assert magnitude(Interval(Fraction(-3), Fraction(-2))) == Interval(Fraction(2), Fraction(3))
    assert magnitude(Interval(Fraction(-3), Fraction(2))) == Interval(Fraction(0), Fraction(3))


@given(st.floats(-20, 20), st.integers(1, 400))
def test_the_true_p_lies_within(t, df):
    printed = by_digits(f"{t:.2f}")
    assert Fraction(p_of_t(t, df)) in p_interval("t", printed, (df,))


@given(st.lists(st.tuples(st.integers(2, 50), st.floats(1, 5), st.floats(0.3, 2)), min_size=2, max_size=4))
def test_true_statistics_of_groups_lie_within(given_groups):
    true = [Group(n, EXACT(Fraction(m)), EXACT(Fraction(s))) for n, m, s in given_groups]
    printed = [Group(n, by_digits(f"{m:.2f}"), by_digits(f"{s:.2f}")) for n, m, s in given_groups]
    assert f_of_groups(printed).meets(f_of_groups(true))
    assert f_of_groups(printed).low <= f_of_groups(true).high
    for pooled in (True, False):
        assert t_of_groups(*printed[:2], pooled).meets(t_of_groups(*true[:2], pooled))
