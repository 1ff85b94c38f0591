"""GRIM, GRIMMER and the range of a scale, worked by hand, and the law that true numbers always pass."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.methods.surveys.granularity import counts, grim_mean, grim_share, grimmer, variance_bounds, whole
from suyuan.methods.surveys.readings import by_digits
from suyuan.records.interval import Interval


@pytest.mark.parametrize(
    ("share", "n", "possible"),
    [
        ("65.7", 456, False),  # 299/456 = 65.57, 300/456 = 65.79
        ("65.8", 456, True),
        ("50.0", 2, True),
        ("33.0", 3, False),
        ("33.3", 3, True),
    ],
)
def test_grim_of_shares(share, n, possible):
    assert grim_share(by_digits(share), n).possible is possible


def test_power_of_shares():
    assert grim_share(by_digits("65.7"), 456).power == 1 - Fraction(456, 1000)
    assert grim_share(by_digits("65.7"), 2406).power == 0  # steps of 0.04 in a print of 0.1
    assert grim_share(by_digits("92"), 2406).power == 0


@pytest.mark.parametrize(
    ("mean", "n", "possible"),
    [("5.19", 28, False), ("5.18", 28, True), ("3.45", 25, False), ("3.44", 25, True), ("2.5", 3, False)],
)  # 145/28 = 5.179, 146/28 = 5.214; 86/25 = 3.44, 87/25 = 3.48
def test_grim_of_means(mean, n, possible):
    found = grim_mean(by_digits(mean), n)
    assert found.possible is possible
    assert found.power > 0


def test_several_items_make_a_finer_grain():
    assert not grim_mean(by_digits("3.45"), 25, 1).possible
    assert grim_mean(by_digits("3.45"), 25, 4).possible  # 345 / 100


def test_counts_worked_by_hand():
    assert counts(by_digits("65.7"), 2406) == (1580, 1581)  # 1579.54 to 1581.95
    assert counts(by_digits("92"), 2406) == (2202, 2225)
    assert counts(by_digits("0"), 10) == (0, 0)  # never below none
    assert whole(Interval(Fraction(1), Fraction(2), low_open=True, high_open=True), Fraction(1)) is None


@pytest.mark.parametrize(
    ("mean", "sd", "n", "possible"),
    [
        ("2.00", "1.41", 2, True),  # 1 and 3, divisor n - 1
        ("2.00", "1.00", 2, True),  # 1 and 3, divisor n
        ("2.00", "0.71", 2, False),
        ("2.00", "0.00", 2, True),
        ("2.50", "0.71", 2, True),  # 2 and 3
        ("2.50", "0.00", 2, False),  # no two whole numbers are 2.5
        ("5.19", "1.34", 28, False),  # its mean is impossible
    ],
)
def test_grimmer_worked_by_hand(mean, sd, n, possible):
    assert grimmer(by_digits(mean), by_digits(sd), n).possible is possible


def test_a_scale_bounds_the_deviation():
    assert grimmer(by_digits("2.00"), by_digits("2.83"), 2).possible  # 0 and 4
    assert not grimmer(by_digits("2.00"), by_digits("2.83"), 2, (1, 5)).possible
    assert not grimmer(by_digits("6.00"), by_digits("0.00"), 2, (1, 5)).possible


@pytest.mark.parametrize(
    ("mean", "n", "least", "most"),
    [("3.5", 10, 0.7, 0.9), ("3.45", 20, 0.5, 0.7), ("3.50", 40, 0.25, 0.4), ("3.50", 80, 0.0, 0.0)],
)
def test_power_is_the_share_of_deviations_that_fail(mean, n, least, most):
    power = grimmer(by_digits(mean), by_digits("1.20"), n).power
    tried = [f"{k / 100:.2f}" for k in range(80, 161)]  # 40 to either side
    assert power == Fraction(sum(not grimmer(by_digits(mean), by_digits(s), n).possible for s in tried), 81)
    assert least <= power <= most


def test_power_counts_only_deviations_that_a_scale_allows():
    found = grimmer(by_digits("4.90"), by_digits("0.32"), 10, (1, 5))
    # nine 5 and one 4; deviations of 0 to 1.26 can be printed, of which few fit: 0.30 (divisor n), 0.32 (n - 1) …
    assert found.possible and Fraction(9, 10) < found.power < 1
    assert grimmer(by_digits("3.00"), by_digits("1.41"), 2, (1, 5), (0, 4)).possible
    assert not grimmer(by_digits("6.00"), by_digits("0.00"), 2, (1, 5), (0, 4)).possible


def test_most_variance_on_a_scale():
    three = Interval.exactly(3)
    assert variance_bounds(three, 4, Fraction(1), Fraction(5)).high == Fraction(16, 3)  # 1 1 5 5
    assert variance_bounds(by_digits("5.0"), 4, Fraction(1), Fraction(5)).high == Fraction(1, 20) * Fraction(
        79, 20
    ) * Fraction(4, 3)
    with pytest.raises(ValueError, match="outside the scale"):
        variance_bounds(Interval.exactly(6), 4, Fraction(1), Fraction(5))


def rounded(value, digits):
    return str(Decimal(value).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


@given(st.integers(1, 3000), st.data())
def test_true_shares_pass(n, data):
    count = data.draw(st.integers(0, n))
    digits = data.draw(st.integers(0, 2))
    printed = by_digits(rounded(Decimal(100 * count) / n, digits))
    assert grim_share(printed, n).possible
    least, greatest = counts(printed, n)
    assert least <= count <= greatest


@given(st.lists(st.integers(1, 5), min_size=2, max_size=60), st.integers(1, 2), st.booleans())
def test_true_scores_pass(scores, digits, sample):
    n, total = len(scores), sum(scores)
    square = Fraction(sum(s * s for s in scores)) - Fraction(total**2, n)
    sd = sqrt(square / (n - 1 if sample else n))
    mean, spread = by_digits(rounded(Decimal(total) / n, digits)), by_digits(rounded(sd, digits))
    assert grim_mean(mean, n).possible
    assert grimmer(mean, spread, n, (1, 5)).possible
    assert max(spread.low, 0) ** 2 <= variance_bounds(mean, n, Fraction(1), Fraction(5)).high
