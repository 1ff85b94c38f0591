"""Wilson's interval, worked by hand and against what Newcombe (1998) prints, and its laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.methods.surveys.readings import by_digits
from suyuan.methods.surveys.wilson import wilson, wilson_of_print


@pytest.mark.parametrize(
    ("count", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)  # Newcombe (1998), table I, method 3
def test_published_intervals(count, n, low, high):
    assert wilson(count, n) == pytest.approx((low, high), abs=5e-5)


def test_a_printed_share_has_the_ends_of_all_its_counts():
    low, high = wilson_of_print(by_digits("65.7"), 2406)
    assert low == pytest.approx(100 * wilson(1580, 2406)[0])
    assert high == pytest.approx(100 * wilson(1581, 2406)[1])
    assert (round(low, 1), round(high, 1)) == (63.7, 67.6)
    assert wilson_of_print(by_digits("65.7"), 456) is None  # no count gives it


@given(st.integers(1, 5000), st.data())
def test_the_interval_holds_the_share_and_mirrors(n, data):
    count = data.draw(st.integers(0, n))
    low, high = wilson(count, n)
    assert 0 <= low <= count / n <= high <= 1
    other = wilson(n - count, n)
    assert (1 - high, 1 - low) == pytest.approx(other, abs=1e-9)


def test_no_share_of_nobody():
    with pytest.raises(ValueError, match="3 of 2"):
        wilson(3, 2)
