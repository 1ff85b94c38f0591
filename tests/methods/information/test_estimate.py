"""Mutual information against its definition over the joint table, and numbers worked by hand."""

from math import log2

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.methods.information.estimate import bias, information, parts

COUNTS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=12).filter(
    lambda rows: any(a for a, _ in rows) and any(b for _, b in rows)
)


def joint(a, b):
    """I(T;D) = sum p(t,d) log2( p(t,d) / (p(t) p(d)) ) over the joint table with p(d) = 1/2, term by term."""
    table = [[count / sum(own) / 2 for count in own] for own in (a, b)]
    terms = [sum(column) for column in zip(*table, strict=True)]
    return sum(p * log2(p / (terms[t] * 0.5)) for own in table for t, p in enumerate(own) if p > 0)


def counts(rows):
    return tuple(np.array(column, dtype=float) for column in zip(*rows, strict=True))


@given(COUNTS)
def test_it_is_the_information_of_the_joint_table(rows):
    a, b = counts(rows)
    assert information(a, b) == pytest.approx(joint(a, b), abs=1e-12)


@given(COUNTS)
def test_it_lies_between_0_and_1_and_does_not_care_which_text_is_first(rows):
    a, b = counts(rows)
    assert 0 <= information(a, b) <= 1 + 1e-12
    assert information(a, b) == pytest.approx(information(b, a), abs=1e-12)
    assert information(a, 3 * a + 0.0) == pytest.approx(0, abs=1e-9) if a.sum() else True


@given(COUNTS)
def test_what_terms_add_sums_to_information_and_similarity(rows):
    apart, common = parts(*counts(rows))
    assert apart.sum() == pytest.approx(information(*counts(rows)), abs=1e-12)
    assert apart.sum() + common.sum() == pytest.approx(1, abs=1e-12)
    assert (apart >= 0).all() and (common >= 0).all()


@pytest.mark.parametrize(
    ("a", "b", "bits"),
    [
        ([1, 1], [1, 1], 0.0),
        ([1, 0], [0, 5], 1.0),  # nothing in common
        ([3, 1], [1, 3], 0.18872187554086717),  # H(1/2) - H(3/4) = 1 - 0.811278
        ([1, 1], [1, 0], 0.31127812445913283),  # H(3/4) - H(1/2)/2 = 0.811278 - 0.5
        # half of either text is the same words in the same shares: similarity 1/2
        ([2, 2, 4, 0], [1, 1, 0, 2], 0.5),
        # three quarters of either
        ([3, 3, 2, 0], [6, 6, 0, 4], 0.25),
    ],
)
def test_numbers_worked_by_hand(a, b, bits):
    assert information(np.array(a, float), np.array(b, float)) == pytest.approx(bits, abs=1e-12)


@pytest.mark.parametrize(
    ("a", "b", "nats"),
    [
        ([5, 5], [5, 5], 1 / 40),  # equal shares: (K - 1) / (4n), K = 2, n = 10
        ([4, 4, 4, 4], [4, 4, 4, 4], 3 / 64),
        ([5, 0], [0, 5], 0.0),  # nothing in common: nothing is known to be too high
        # equal lengths: (common terms - sum 2pq/(p+q)) / (4n) = (2 - 2*2*(3/16)) / 16
        ([3, 1], [1, 3], (2 - 0.75) / 16),
        # p = (1/2, 1/2), n = 2; q = (1, 0), n = 4: (1/2 * 2/3) / 2 / 4 + 0
        ([1, 1], [4, 0], 1 / 24),
    ],
)
def test_the_correction_worked_by_hand(a, b, nats):
    assert bias(np.array(a, float), np.array(b, float)) == pytest.approx(nats / np.log(2), abs=1e-12)


@pytest.mark.parametrize(("n_a", "n_b"), [(400, 400), (300, 900)])
def test_the_correction_takes_off_what_finite_texts_add(n_a, n_b):
    random = np.random.default_rng(7)
    p, q = (random.dirichlet(np.full(20, 4.0)) for _ in range(2))
    true = float(information(p, q))
    drawn = [(random.multinomial(n_a, p) + 0.0, random.multinomial(n_b, q) + 0.0) for _ in range(600)]
    plain = np.mean([information(a, b) for a, b in drawn]) - true
    corrected = np.mean([information(a, b) - bias(a, b) for a, b in drawn]) - true
    assert plain > 0.003
    assert abs(corrected) < plain / 8


def test_it_is_the_square_of_the_distance_of_scipy():
    distance = pytest.importorskip(
        "scipy.spatial.distance", reason="scipy is not installed; it is no dependency"
    )
    random = np.random.default_rng(3)
    for _ in range(200):
        a, b = random.integers(0, 9, (2, 40)) + 0.0
        assert information(a, b) == pytest.approx(distance.jensenshannon(a, b, 2) ** 2, abs=1e-12)
