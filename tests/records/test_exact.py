"""Exact numbers: nothing that was printed is lost on the way to a file and back."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.records import exact, exact_text


@given(st.fractions(max_denominator=10**6))
def test_text_reads_back_as_the_same_number(value):
    assert exact(exact_text(value)) == value


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12), max_value=10**12))
def test_a_printed_decimal_keeps_its_value(value):
    assert exact_text(exact(value)) == exact_text(Fraction(value))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(158, 5), "31.6"),
        (Fraction(100, 3), "100/3"),
        (Fraction(159530000), "159530000"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(0), "0"),
        (Fraction(1, 20), "0.05"),
    ],
)
def test_decimals_where_they_end_fractions_where_not(value, text):
    assert exact_text(value) == text


@pytest.mark.parametrize("bad", [0.1, True, None, [1]])
def test_a_binary_float_is_refused(bad):
    with pytest.raises(TypeError):
        exact(bad)


@pytest.mark.parametrize("good", [3, "3", Decimal("3.0"), Fraction(3)])
def test_exact_kinds_are_taken(good):
    assert exact(good) == 3


@pytest.mark.parametrize("bad", ["", "1e5", "٣", "1_000", "1.5/2", "9" * 5000, "五", "nan", " 1"])
def test_text_that_is_no_plain_number_is_refused(bad):
    with pytest.raises(ValueError, match="is no number"):
        exact(bad)
