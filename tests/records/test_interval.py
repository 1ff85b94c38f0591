"""Interval arithmetic: laws on random intervals and the ends that decide a check."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.records.interval import Interval, total

numbers = st.fractions(min_value=0, max_value=10**6, max_denominator=1000)


@st.composite
def intervals(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """An interval and a value inside it."""
    inside = draw(numbers)
    low = draw(st.none() | st.fractions(min_value=0, max_value=inside, max_denominator=1000))
    high = draw(st.none() | st.fractions(min_value=inside, max_value=2 * 10**6, max_denominator=1000))
    return Interval(low, high, low is not None and low < inside, high is not None and high > inside), inside


@given(intervals(), intervals())
def test_a_sum_of_inside_values_is_inside_the_sum(a, b):
    assert a[1] + b[1] in a[0] + b[0]


@given(intervals(), intervals())
def test_a_quotient_of_inside_values_is_inside_the_quotient(a, b):
    if a[0].low is None or b[0].low is None or (b[0].low == 0 and not b[0].low_open) or b[1] == 0:
        return
    assert a[1] / b[1] in a[0] / b[0]


@given(intervals(), intervals())
def test_meeting_is_symmetric(a, b):
    assert a[0].meets(b[0]) == b[0].meets(a[0])


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        (Interval(Fraction(0), Fraction(70)), Interval(Fraction(70), None), True),
        (Interval(Fraction(0), Fraction(70)), Interval(Fraction(70), None, low_open=True), False),
        (Interval(Fraction(0), Fraction(70), high_open=True), Interval(Fraction(70), None), False),
        (Interval(None, None), Interval.exactly(3), True),
        (Interval(Fraction(1), Fraction(2)), Interval(Fraction(3), Fraction(4)), False),
    ],
)
def test_open_ends_exclude_their_own_number(a, b, meet):
    assert a.meets(b) is meet


def test_total_of_nothing_is_zero():
    assert total([]) == Interval.exactly(0)


@pytest.mark.parametrize(
    "bad", [lambda: Interval(Fraction(2), Fraction(1)), lambda: Interval.exactly(1).scaled(0)]
)
def test_impossible_intervals_are_refused(bad):
    with pytest.raises(ValueError):
        bad()


@given(intervals(), intervals())
def test_an_interval_that_holds_another_meets_it_and_both_hold_each_other_only_if_equal(a, b):
    if a[0].holds(b[0]):
        assert a[0].meets(b[0]) and b[1] in a[0]
        assert (a[0] == b[0]) == b[0].holds(a[0]) or _ends(a[0]) == _ends(b[0])


def _ends(interval):
    """Ends without the openness of an end that is not there."""
    return (interval.low, interval.high, interval.low is not None and interval.low_open,
            interval.high is not None and interval.high_open)  # fmt: skip
