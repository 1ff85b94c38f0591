"""The statements behind an observation: which is used, how the others stand to it, why they lost."""

from __future__ import annotations

import pytest

from factories import make_fact, make_measure
from suyuan.observe import observe, statements
from suyuan.reconcile.catalogue import by_id

CATALOGUE = by_id([make_measure("standards")])


def stated(fact_id="f1", value=75, **given):
    return make_fact(fact_id, value, **({"measure_id": "standards"} | given))


def rows(*facts, grades=None):
    made = observe(facts, CATALOGUE, grades=grades).observations
    return statements(made, facts, grades)


def test_one_statement_is_chosen_and_lost_by_nothing():
    (row,) = rows(stated())
    assert (row.rank, row.agreement, row.lost_by, row.independent, row.repeats) == (
        1,
        "chosen",
        None,
        True,
        None,
    )


@pytest.mark.parametrize(
    ("chosen", "other", "agreement", "rule"),
    [
        ({}, {"source_id": "s2"}, "agrees", "order"),
        ({"told": "2024"}, {"told": "2023-11", "source_id": "s0"}, "agrees", "told"),
        ({"told": "2024"}, {"source_id": "s0"}, "agrees", "told"),
        ({}, {"value": 80, "grade": "mirror", "source_id": "s2"}, "differs", "grade"),
        ({}, {"value": 70, "comparator": ">", "source_id": "s2"}, "coarser", "comparator"),
        ({}, {"value": 80, "comparator": ">", "source_id": "s2"}, "differs", "comparator"),
        ({}, {"value": None, "value_min": 70, "value_max": 80, "comparator": "range", "source_id": "s2"}, "coarser",
         "comparator"),
        ({}, {"time": "2022", "source_id": "s2"}, "coarser", "time"),
        ({"value": 70, "comparator": ">"}, {"grade": "mirror", "source_id": "s2"}, "finer", "grade"),
        ({"value": 70, "comparator": ">"}, {"grade": "mirror", "time": "2022", "source_id": "s2"}, "agrees", "grade"),
        ({"measure_score": 0.95}, {"measure_score": 0.8, "told": "2025", "source_id": "s2"}, "agrees", "score"),
        ({"edition": "text"}, {"edition": "digest", "source_id": "s2"}, "agrees", "edition"),
    ],
)  # fmt: skip
def test_how_a_loser_stands_to_the_chosen_and_by_which_rule_it_lost(chosen, other, agreement, rule):
    a, b = stated("f1", **chosen), stated("f2", **other)
    for facts in ((a, b), (b, a)):
        first, second = rows(*facts)
        assert (first.fact_id, first.rank, first.lost_by) == ("f1", 1, None)
        assert (second.fact_id, second.rank, second.agreement, second.lost_by) == ("f2", 2, agreement, rule)


def test_each_loser_has_its_own_rule():
    found = rows(
        stated("f1"),
        stated("f2", start=50),
        stated("f3", 70, comparator=">", start=70),
        stated("f4", source_id="s2", grade="mirror"),
    )
    assert [(row.fact_id, row.lost_by) for row in found] == [
        ("f1", None),
        ("f2", "order"),
        ("f3", "comparator"),
        ("f4", "grade"),
    ]


@pytest.mark.parametrize(
    ("other", "independent"),
    [
        ({"start": 50}, False),  # the same source again
        ({"start": 50, "value": 80}, False),
        ({"source_id": "s2"}, True),
        ({"source_id": "s2", "value": 80}, True),
        ({"source_id": "s2", "grade": "mirror"}, False),  # may repeat the first
        ({"source_id": "s2", "grade": "mirror", "value": 80}, True),  # cannot repeat it
    ],
)
def test_what_may_only_repeat_is_no_independent_evidence(other, independent):
    _, second = rows(stated("f1"), stated("f2", **({"value": 75} | other)))
    assert (second.independent, second.repeats) == (independent, None if independent else "f1")


def test_two_reposts_that_agree_are_one_piece_of_evidence_beside_a_primary_that_differs():
    found = rows(
        stated("f1", 80),
        stated("f2", source_id="s2", grade="repost"),
        stated("f3", source_id="s3", grade="mirror"),
    )
    assert [(row.fact_id, row.agreement, row.independent, row.repeats) for row in found] == [
        ("f1", "chosen", True, None),
        ("f2", "differs", True, None),
        ("f3", "differs", False, "f2"),
    ]


def test_grades_of_sources_come_from_outside():
    found = rows(stated("f1"), stated("f2", source_id="s2"), grades={"s1": "mirror"})
    assert [(row.fact_id, row.grade) for row in found] == [("f2", "primary"), ("f1", "mirror")]


def test_every_fact_of_every_observation_has_one_row():
    facts = [stated(f"f{n}", 70 + n % 2, source_id=f"s{n}", time=f"202{n % 3}") for n in range(9)]
    made = observe(facts, CATALOGUE).observations
    found = statements(made, facts)
    assert sorted(row.fact_id for row in found) == sorted(fact.fact_id for fact in facts)
    assert [row.fact_id for row in found if row.rank == 1] == [o.fact_ids[0] for o in made]
