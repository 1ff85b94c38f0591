"""One statement of a source told twice, once with a coarser key, is one observation; near misses stay apart."""

from __future__ import annotations

import pytest

from factories import make_fact, make_measure
from suyuan.observe import observe, statements
from suyuan.places import Gazetteer
from suyuan.reconcile import area_holds
from suyuan.reconcile.catalogue import by_id

CATALOGUE = by_id([make_measure("standards"), make_measure("projects"), make_measure("firms")])
HOLDS = area_holds(Gazetteer.load())
DISTRICT = {"片区": "甲区"}


def stated(fact_id, value=75, **given):
    return make_fact(fact_id, value, **({"measure_id": "standards", "time": None} | given))


def observed(*facts):
    return observe(facts, CATALOGUE, holds=HOLDS)


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ({"area": ("川渝",), "breakdown": DISTRICT}, {"area": ("四川",), "breakdown": DISTRICT}),
        ({"area": ("川渝",)}, {"area": ("成都",)}),
        ({"area": ("四川",)}, {"area": ("成都",)}),
        ({"area": ("成渝",)}, {"area": ("川渝",)}),
        ({"area": ("川渝",)}, {"area": ("重庆",), "breakdown": DISTRICT}),
        ({}, {"breakdown": DISTRICT}),
        ({"breakdown": DISTRICT}, {"breakdown": {**DISTRICT, "题项": "需求"}}),
        ({}, {"time": "2022"}),
        ({"time": "2022", "area": ("川渝",)}, {"time": "2022", "area": ("四川",)}),
        ({"measure_score": 1.0}, {"measure_score": 0.7, "breakdown": DISTRICT}),
    ],
)
def test_a_statement_told_with_less_joins_the_one_told_with_more(less, more):
    a, b = stated("f1", **less), stated("f2", **more, start=50)
    for facts in ((a, b), (b, a)):
        found = observed(*facts)
        (one,) = found.observations
        assert one.observation_id == observed(b).observations[0].observation_id
        assert (one.fact_ids, one.choice_rule, found.retold) == (("f2", "f1"), "key", {"f1"})
        rows = statements(found.observations, facts, retold=found.retold)
        assert [(row.fact_id, row.agreement, row.lost_by) for row in rows] == [
            ("f2", "chosen", None),
            ("f1", "coarser", "key"),
        ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            {"breakdown": {"部门": "甲局"}},
            {"breakdown": {"部门": "乙局"}},
        ),  # two departments with equal values
        ({"area": ("四川",)}, {"area": ("重庆",)}),
        ({"area": ("川渝",)}, {"area": ("北京",)}),
        ({"area": ("中国",)}, {"area": ("四川",)}),  # every place lies in its country
        ({"area": ("北京",)}, {"area": ("北京",), "measure_id": "projects"}),
        ({"breakdown": DISTRICT, "area": ("川渝",)}, {"area": ("四川",)}),  # each says more in one respect
        ({"time": "2022"}, {"breakdown": DISTRICT}),
        ({"time": "2021"}, {"time": "2022", "breakdown": DISTRICT}),
        ({"nature": "target"}, {"breakdown": DISTRICT}),
        ({"source_id": "s2"}, {"breakdown": DISTRICT}),
        ({"value": 76}, {"breakdown": DISTRICT}),
        ({"comparator": ">"}, {"breakdown": DISTRICT}),
        ({"comparator": "~"}, {"breakdown": DISTRICT}),
    ],
)
def test_near_misses_stay_apart(first, second):
    found = observed(stated("f1", **first), stated("f2", **second, start=50))
    assert (len(found.observations), found.retold) == (2, frozenset())


def test_it_is_not_guessed_which_of_two_districts_with_one_value_is_meant():
    facts = [stated("f0"), stated("f1", breakdown={"片区": "甲区"}), stated("f2", breakdown={"片区": "乙区"})]
    assert len(observed(*facts).observations) == 3


def test_three_tellings_end_in_the_fullest():
    facts = [
        stated("f0", area=("川渝",)),
        stated("f1", area=("四川",)),
        stated("f2", area=("四川",), breakdown=DISTRICT),
    ]
    (one,) = observed(*facts).observations
    assert (one.ref_area, one.breakdown, sorted(one.fact_ids)) == ("四川", DISTRICT, ["f0", "f1", "f2"])


def test_what_another_source_states_too_keeps_its_own_observation():
    facts = [
        stated("f0", time="2022"),
        stated("f1", time="2022", source_id="s2"),
        stated("f2", time="2022", breakdown=DISTRICT),
    ]
    assert len(observed(*facts).observations) == 2
