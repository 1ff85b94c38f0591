"""Groups in which every two fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.acts.groups import whole_groups


def both_ways(pairs):
    fits = {}
    for a, b in pairs:
        fits.setdefault(a, set()).add(b)
        fits.setdefault(b, set()).add(a)
    return fits


@pytest.mark.parametrize(
    ("pairs", "groups"),
    [
        ([], [[0], [1], [2], [3]]),
        ([(0, 1)], [[0, 1], [2], [3]]),
        ([(0, 1), (1, 2)], [[0], [1], [2], [3]]),  # 1 fits two that exclude one another
        ([(0, 1), (1, 2), (0, 2)], [[0, 1, 2], [3]]),
        ([(0, 1), (1, 2), (0, 2), (2, 3)], [[0, 1], [2], [3]]),
    ],
)
def test_worked_by_hand(pairs, groups):
    assert whole_groups(both_ways(pairs), 4) == groups


@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] < pair[1])))
def test_every_two_of_a_group_fit_and_groups_of_equal_neighbours_are_whole(pairs):
    fits = both_ways(pairs)
    groups = whole_groups(fits, 7)
    assert sorted(n for group in groups for n in group) == list(range(7))
    for group in groups:
        assert all(b in fits.get(a, ()) for a in group for b in group if a != b)
    group_of = {n: i for i, group in enumerate(groups) for n in group}
    alike = [(a, b) for a, b in pairs if fits[a] | {a} == fits[b] | {b}]
    assert all(group_of[a] == group_of[b] for a, b in alike)
