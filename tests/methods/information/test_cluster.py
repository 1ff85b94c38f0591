"""A tree worked by hand, and its laws."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.methods.information.cluster import Merge, average_linkage, leaves

TABLE = [  # 0 and 2 are nearest; then 3 joins 1; (0,2) to (1,3) is the mean of 0.6, 0.8, 0.7, 0.9
    [0.0, 0.6, 0.1, 0.8],
    [0.6, 0.0, 0.7, 0.3],
    [0.1, 0.7, 0.0, 0.9],
    [0.8, 0.3, 0.9, 0.0],
]


def test_a_tree_worked_by_hand():
    found = average_linkage(TABLE)
    assert found == [Merge(0, 2, 0.1, 2), Merge(1, 3, 0.3, 2), Merge(4, 5, pytest.approx(0.75), 4)]
    assert leaves(found, 4) == [0, 2, 1, 3]


def test_one_item_and_equal_distances():
    assert average_linkage([[0.0]]) == [] and leaves([], 1) == [0]
    assert [(m.left, m.right) for m in average_linkage([[0, 1, 1], [1, 0, 1], [1, 1, 0]])] == [(0, 1), (2, 3)]


@given(st.integers(2, 9).flatmap(lambda n: st.lists(st.floats(0, 1), min_size=n * n, max_size=n * n)))
def test_every_leaf_stands_once_and_heights_grow(values):
    n = int(len(values) ** 0.5)
    table = [[0.0 if i == j else values[min(i, j) * n + max(i, j)] for j in range(n)] for i in range(n)]
    found = average_linkage(table)
    assert sorted(leaves(found, n)) == list(range(n))
    heights = [merge.height for merge in found]
    assert all(a <= b + 1e-9 for a, b in itertools.pairwise(heights))
    assert found[-1].size == n
