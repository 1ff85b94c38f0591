"""Tail probabilities against published tables of critical values, and laws that they keep."""

from math import exp
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.methods.surveys.distributions import (
    incomplete_beta,
    p_of_chi2,
    p_of_f,
    p_of_r,
    p_of_t,
    p_of_z,
    upper_gamma,
)

# Critical values as tables print them: a step of the last digit either side must hold the stated probability.
# fmt: off
T = [(1, 12.706, 0.05), (5, 2.571, 0.05), (10, 2.228, 0.05), (30, 2.042, 0.05), (120, 1.980, 0.05),
     (10, 3.169, 0.01), (60, 2.660, 0.01)]
CHI2 = [(1, 3.841, 0.05), (2, 5.991, 0.05), (10, 18.307, 0.05), (30, 43.773, 0.05),
        (1, 6.635, 0.01), (5, 15.086, 0.01), (100, 124.342, 0.05)]
F = [(1, 10, 4.96, 0.05), (2, 20, 3.49, 0.05), (4, 120, 2.45, 0.05), (5, 60, 2.37, 0.05), (3, 12, 5.95, 0.01)]
R = [(8, 0.632, 0.05), (20, 0.423, 0.05), (100, 0.195, 0.05), (10, 0.708, 0.01)]
# fmt: on


@pytest.mark.parametrize(("df", "value", "p"), T)
def test_t(df, value, p):
    assert p_of_t(value + 0.0005, df) <= p <= p_of_t(value - 0.0005, df)
    assert p_of_t(-value, df) == p_of_t(value, df)


@pytest.mark.parametrize(("df", "value", "p"), CHI2)
def test_chi2(df, value, p):
    assert p_of_chi2(value + 0.0005, df) <= p <= p_of_chi2(value - 0.0005, df)


@pytest.mark.parametrize(("df1", "df2", "value", "p"), F)
def test_f(df1, df2, value, p):
    assert p_of_f(value + 0.005, df1, df2) <= p <= p_of_f(value - 0.005, df1, df2)


@pytest.mark.parametrize(("df", "value", "p"), R)
def test_r(df, value, p):
    assert p_of_r(value + 0.0005, df) <= p <= p_of_r(value - 0.0005, df)


def test_z():
    assert p_of_z(1.959964) == pytest.approx(0.05, abs=1e-7)
    assert p_of_z(0) == 1


def test_ends():
    assert p_of_t(0, 5) == p_of_chi2(0, 3) == p_of_f(0, 2, 3) == 1
    assert p_of_r(1, 5) == 0
    assert upper_gamma(0.5, 2000) == pytest.approx(0, abs=1e-300)


@pytest.mark.parametrize(
    "wrong",
    [lambda: incomplete_beta(0, 1, 0.5), lambda: incomplete_beta(1, 1, 2), lambda: upper_gamma(1, -1)],
)
def test_outside_their_range(wrong):
    with pytest.raises(ValueError, match="incomplete"):
        wrong()


@given(st.floats(0.1, 300), st.floats(0.1, 300), st.integers(0, 1024))
def test_beta_is_symmetric(a, b, part):
    x = part / 1024  # so that 1 - x is exact
    assert incomplete_beta(a, b, x) + incomplete_beta(b, a, 1 - x) == pytest.approx(1, abs=1e-8)


@given(st.floats(0, 40), st.integers(1, 500))
def test_t_squared_is_f(t, df):
    assert p_of_t(t, df) == pytest.approx(p_of_f(t * t, 1, df), abs=1e-9)


@given(st.floats(0, 200))
def test_chi2_of_two_degrees_is_exponential(x):
    assert p_of_chi2(x, 2) == pytest.approx(exp(-x / 2), abs=1e-12)


@given(st.floats(0.01, 30), st.floats(0.01, 30), st.integers(1, 100))
def test_p_falls_as_the_statistic_grows(a, b, df):
    low, high = sorted((a, b))
    assert p_of_t(high, df) <= p_of_t(low, df) + 1e-12
    assert p_of_chi2(high, df) <= p_of_chi2(low, df) + 1e-12


def test_the_same_as_scipy_on_random_values():
    stats = pytest.importorskip(
        "scipy.stats", reason="scipy is not installed; published tables are tested anyway"
    )
    random = Random(1)
    for _ in range(300):
        df, other = random.randint(1, 3000), random.randint(1, 3000)
        t, f, chi2 = random.uniform(0, 8), random.uniform(0, 6), random.uniform(0, 2 * df)
        assert p_of_t(t, df) == pytest.approx(2 * stats.t.sf(t, df), abs=1e-10)
        assert p_of_f(f, df, other) == pytest.approx(stats.f.sf(f, df, other), abs=1e-10)
        assert p_of_chi2(chi2, df) == pytest.approx(stats.chi2.sf(chi2, df), abs=1e-10)
