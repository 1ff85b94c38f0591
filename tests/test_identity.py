"""Identities are stable, depend on every part, and survive a better reading of the white space."""

from hypothesis import given
from hypothesis import strategies as st

from suyuan.identity import stable_id, surroundings


def test_id_is_fixed_for_ever():
    assert stable_id("act-x", "a", "b") == "act-x-f04cdced97"


def test_parts_do_not_run_together():
    assert stable_id("f", "a", "bc") != stable_id("f", "ab", "c")


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_equal_parts_give_equal_ids(parts):
    assert stable_id("f", *parts) == stable_id("f", *parts)


def test_surroundings_ignore_line_breaks():
    before, after = "本市制定标准75项，其中", "本市制\n\n定标准 75项，其\n中"
    assert surroundings(before, 6, 9) == surroundings(after, 9, 12)
