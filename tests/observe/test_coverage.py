"""Coverage: what is stated for a measure, an area and a year."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import make_fact, make_measure
from suyuan.observe import coverage, observe
from suyuan.observe.coverage import best_status
from suyuan.reconcile.catalogue import by_id

CATALOGUE = by_id(
    [
        make_measure("standards"),
        make_measure("trains", kind="flow", freq="A"),
        make_measure("growth", unit="%", kind="growth", freq="A"),
    ]
)


def observations(*given):
    facts = [
        make_fact(f"f{number}", start=10 * number, **({"measure_id": "standards"} | attributes))
        for number, attributes in enumerate(given, 1)
    ]
    return observe(facts, CATALOGUE).observations


def statuses(*given, **more):
    return {row.year: row.status for row in coverage(observations(*given), **more)}


FLOW = {"measure_id": "trains", "time_kind": "during"}


@pytest.mark.parametrize(
    ("given", "year", "status"),
    [
        ([{"time": "2022-12"}], 2022, "stated"),
        ([{"time": "2022"}], 2022, "stated"),
        ([{"value": 75}, {"value": 80, "source_id": "s2"}], 2022, "conflicting"),
        ([{"breakdown": {"领域": "交通"}}], 2022, "partial"),
        ([{"breakdown": {"领域": "交通"}}, {"time": "2022-06"}], 2022, "stated"),
        ([{"value": v, "breakdown": {"领域": "交通"}, "source_id": s} for v, s in ((1, "a"), (2, "b"))], 2022, "conflicting"),
        ([{**FLOW, "time": "2023"}], 2023, "stated"),
        ([{**FLOW, "time": "2023-01/2023-12"}], 2023, "stated"),
        ([{**FLOW, "time": "2023-01/2023-11"}], 2023, "partial"),
        ([{**FLOW, "time": "2023-07"}], 2023, "partial"),
        ([{**FLOW, "time": "2023-33"}], 2023, "partial"),
        ([{**FLOW, "time": "2023-11", "time_kind": "as_of"}], 2023, "partial"),
        ([{**FLOW, "time": "2014/2016"}], 2015, "period"),
        ([{"measure_id": "growth", "unit": "%", "time": "2016/2023", "time_kind": "during"}], 2019, "period"),
        ([{"nature": "target", "time": "2025"}], 2025, "target"),
        ([{"nature": "forecast", "time": "2025"}], 2025, "forecast"),
        ([{"nature": "forecast", "time": "2025"}, {"nature": "target", "time": "2025"}], 2025, "forecast"),
        ([{"nature": "target", "time": "2025"}, {"time": "2025"}], 2025, "stated"),
        ([{"nature": "target", "time": "2021/2025"}], 2022, "target"),
    ],
)  # fmt: skip
def test_what_is_known_of_a_year(given, year, status):
    assert statuses(*given)[year] == status


def test_years_between_are_missing_and_every_pair_has_all_years():
    rows = coverage(
        observations(
            {"time": "2020"}, {"time": "2023"}, {"area": ("川渝",), "time": "2021", "source_id": "x"}
        )
    )
    assert [(row.ref_area, row.year, row.status) for row in rows] == [
        ("京津冀", 2020, "stated"), ("京津冀", 2021, "missing"), ("京津冀", 2022, "missing"), ("京津冀", 2023, "stated"),
        ("川渝", 2020, "missing"), ("川渝", 2021, "stated"), ("川渝", 2022, "missing"), ("川渝", 2023, "missing"),
    ]  # fmt: skip
    assert all(bool(row.observation_ids) == (row.status != "missing") for row in rows)


def test_without_a_year_it_is_neither_a_year_nor_a_gap():
    found = statuses({"time": "XXXX-05-16"}, {"time": "2022"}, {"time": "2018/..", "source_id": "x"})
    assert found == {2022: "stated", None: "stated"}
    assert statuses({"time": None, "breakdown": {"领域": "交通"}}) == {None: "partial"}
    assert statuses({**FLOW, "time": None}) == {None: "stated"}


def test_years_can_be_given():
    assert statuses({"time": "2022"}, years=[2023, 2021, 2022]) == {
        2021: "missing",
        2022: "stated",
        2023: "missing",
    }


def test_nothing_is_covered_by_nothing():
    assert coverage([]) == []
    assert best_status([]) == best_status(["missing"]) == "missing"


@given(
    st.lists(st.sampled_from(["2019", "2020-03", "2021/2023", "XXXX", "2022-12-31"]), min_size=1, max_size=6)
)
def test_every_observation_is_in_a_cell_and_no_cell_is_told_twice(times):
    made = observations(*({"time": time, "source_id": f"s{i}"} for i, time in enumerate(times)))
    rows = coverage(made)
    assert {name for row in rows for name in row.observation_ids} == {o.observation_id for o in made}
    cells = [(row.measure_id, row.ref_area, row.year) for row in rows]
    assert len(cells) == len(set(cells))
