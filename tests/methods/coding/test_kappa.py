"""Cohen's kappa worked by hand."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.methods.coding.kappa import cohen


def test_worked_by_hand():
    # 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no of 50: po = 35/50; pe = (25*30 + 25*20) / 2500 = 1/2
    first = "y" * 25 + "n" * 25
    second = "y" * 20 + "n" * 5 + "y" * 10 + "n" * 15
    found = cohen(first, second)
    assert found == (50, Fraction(7, 10), Fraction(1, 2), Fraction(2, 5))


def test_three_categories_worked_by_hand():
    # alike: the last of 4; pe = (a 2*1 + b 1*2 + c 1*1) / 16 = 5/16; (4/16 - 5/16) / (11/16) = -1/11
    found = cohen("aabc", "bbac")
    assert (found.observed, found.expected, found.kappa) == (
        Fraction(1, 4),
        Fraction(5, 16),
        Fraction(-1, 11),
    )


def test_one_category_alone_has_no_kappa():
    assert cohen("yyy", "yyy").kappa is None


@pytest.mark.parametrize(("a", "b"), [("", ""), ("y", "yn")])
def test_what_cannot_be_compared(a, b):
    with pytest.raises(ValueError, match="cannot be compared"):
        cohen(a, b)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=30))
def test_symmetric_at_most_1_and_1_for_equal_codings(pairs):
    first, second = [a for a, _ in pairs], [b for _, b in pairs]
    found, turned = cohen(first, second), cohen(second, first)
    assert found == turned
    assert found.kappa is None or found.kappa <= 1
    same = cohen(first, first)
    assert same.kappa in (None, 1)
