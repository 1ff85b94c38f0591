"""Terms that stand together, worked by hand."""

from math import log2

from suyuan.methods.terms.network import edges_of, groups_of, most_frequent

SENTENCES = [["甲", "乙", "甲"], ["甲", "乙"], ["丙", "丁"], ["丙", "丁"], ["甲"], ["戊"]]


def test_edges_worked_by_hand():
    terms = most_frequent(SENTENCES, 4)
    assert terms == ["甲", "丁", "丙", "乙"]
    first, second = edges_of(SENTENCES, terms, 2)
    assert (first.a, first.b, first.together, first.expected) == ("丁", "丙", 2, 2 * 2 / 6)
    assert (second.a, second.b, second.together, second.expected) == ("乙", "甲", 2, 2 * 3 / 6)
    assert second.pmi == log2(2)


def test_terms_that_meet_as_often_as_independent_ones_are_not_joined():
    # 甲 in all sentences: whatever stands with it tells nothing
    assert list(edges_of([["甲", "乙"], ["甲", "乙"], ["甲"]], ["甲", "乙"], 1)) == []
    assert list(edges_of(SENTENCES, ["甲", "乙"], 3)) == []


def test_groups():
    edges = list(edges_of(SENTENCES, ["甲", "乙", "丙", "丁", "戊"], 2))
    assert groups_of(["甲", "乙", "丙", "丁", "戊"], edges) == {"丁": 1, "丙": 1, "乙": 2, "甲": 2}
    assert groups_of(["甲"], []) == {}
