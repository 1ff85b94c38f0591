"""TF-IDF and TextRank worked by hand."""

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.methods.terms.keywords import highest, textrank, tf_idf


def test_tf_idf_worked_by_hand():
    # 4 terms in the document; 3 documents: one, two and all of them hold the term
    found = tf_idf({"甲": 1, "乙": 2, "丙": 1}, {"甲": 1, "乙": 2, "丙": 3}, 3)
    assert found == pytest.approx({"甲": log(4 / 2) / 4, "乙": 2 * log(4 / 3) / 4, "丙": 0.0})
    assert highest(found, 9) == [("甲", found["甲"]), ("乙", found["乙"])]


def test_a_single_document_has_no_keyword_by_tf_idf():
    assert highest(tf_idf({"甲": 3}, {"甲": 1}, 1), 5) == []


@pytest.mark.parametrize(
    ("sentences", "window", "shares"),
    [
        # a path 甲-乙-丙: s(乙) = 0.05 + 0.85 * 2 s(甲), s(甲) = 0.05 + 0.85 s(乙) / 2
        ([["甲", "乙", "丙"]], 2, {"甲": 0.05 + 0.425 * 0.135 / 0.2775, "乙": 0.135 / 0.2775}),
        ([["甲", "乙", "丙"]], 3, {"甲": 1 / 3, "乙": 1 / 3, "丙": 1 / 3}),  # each joined with each
        ([["甲", "乙"], ["甲", "乙"], ["丙", "丁"]], 2, dict.fromkeys("甲乙丙丁", 1 / 4)),
        ([["甲"], ["甲", "甲"]], 2, {"甲": 1.0}),  # joined with none
        ([], 2, {}),
    ],
)
def test_textrank_worked_by_hand(sentences, window, shares):
    found = textrank(sentences, window)
    assert {term: found[term] for term in shares} == pytest.approx(shares, abs=1e-9)


def test_textrank_follows_weights():
    # 乙 and 丙 are joined with 甲, 乙 three times: it gets three quarters of what 甲 gives
    found = textrank([["甲", "乙"]] * 3 + [["甲", "丙"]], 2)
    assert found["乙"] - 0.05 == pytest.approx(3 * (found["丙"] - 0.05), abs=1e-9)


@given(st.lists(st.lists(st.sampled_from("甲乙丙丁戊"), max_size=6), max_size=6), st.integers(2, 5))
def test_shares_of_a_walk_sum_to_1(sentences, window):
    found = textrank(sentences, window)
    assert set(found) == {term for sentence in sentences for term in sentence}
    assert sum(found.values()) == pytest.approx(1 if found else 0, abs=1e-9)


def test_equal_scores_stand_in_the_order_of_their_characters():
    assert highest({"乙": 0.5, "甲": 0.5 + 1e-12, "丙": 0.7}, 2) == [("丙", 0.7), ("乙", 0.5)]
