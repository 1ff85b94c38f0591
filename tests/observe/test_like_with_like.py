"""Only what is alike is joined: in one observation, in one series, as part and whole."""

from __future__ import annotations

import pytest

from factories import make_fact, make_measure
from suyuan.observe import breakdown_rows, observe, series_rows
from suyuan.reconcile.catalogue import by_id

CATALOGUE = by_id(
    [
        make_measure("standards"),
        make_measure("trains", unit="列", unit_aliases=[], kind="flow", freq="A"),
        make_measure("growth", unit="%", unit_aliases=[], kind="growth", freq="A"),
        make_measure("share", unit="%", unit_aliases=[], kind="share", freq="A"),
    ]
)
UNITS = {"standards": "项", "trains": "列", "growth": "%", "share": "%"}


def observations(measure, *given):
    during = "as_of" if measure == "standards" else "during"
    facts = [
        make_fact(
            f"f{number}",
            start=10 * number,
            **({"measure_id": measure, "unit": UNITS[measure], "time_kind": during, "value": number, "source_id": f"s{number}"}
               | attributes),
        )
        for number, attributes in enumerate(given, 1)
    ]  # fmt: skip
    return observe(facts, CATALOGUE).observations


def series(measure, *given):
    """Times of the points of each series."""
    found: dict[str, list[str]] = {}
    for row in series_rows(observations(measure, *given)):
        found.setdefault(row.series_id, []).append(row.observation.time_period)
    return sorted(found.values())


def times(*names):
    return [{"time": name} for name in names]


@pytest.mark.parametrize(
    ("measure", "given", "expected"),
    [
        ("share", times("2015", "2023", "2025-07"), [["2015", "2023"]]),  # a month is no year
        ("share", times("2024-07", "2025-07"), [["2024-07", "2025-07"]]),
        ("trains", times("2016", "2023", "2023-01/2023-11"), [["2016", "2023"]]),
        ("trains", times("2022-01/2022-06", "2023-01/2023-11"), []),
        ("trains", times("2022-01/2022-11", "2023-01/2023-11"), [["2022-01/2022-11", "2023-01/2023-11"]]),
        ("trains", times("2014/2016", "2017/2022"), []),  # 3 years and 6
        ("trains", times("2014/2016", "2017/2019"), [["2014/2016", "2017/2019"]]),
        ("trains", [{"time": t, "time_kind": "as_of"} for t in ("2022-06", "2023-11")], []),
        ("growth", times("2022", "2023", "2016/2023"), [["2022", "2023"]]),  # a mean over 7 years is no yearly growth
        ("growth", times("2011/2015", "2016/2020"), [["2011/2015", "2016/2020"]]),
        ("standards", [{"time": "2022"}, {"time": "2025", "nature": "target"}, {"time": "2023"}], [["2022", "2023"]]),
        ("standards", [{"time": "2022"}, {"time": "2023", "breakdown": {"领域": "交通"}}], []),
        ("standards", times("2018", "2022-12", "2024-05-17"), [["2018", "2022-12", "2024-05-17"]]),
        ("standards", times("2024", "2024-05-25", "2024-11"), [["2024-05-25", "2024-11"]]),  # when in 2024 is not known
        ("standards", times("2014/2022", "2023"), []),  # of nine years together, and of one
        ("standards", [{"time": t, "sentence": f"按{p}计{n}项", "surface": f"{n}项"}
                       for n, (t, p) in enumerate([("2021", "现价"), ("2022", "可比价"), ("2023", "现价")], 1)],
         [["2021", "2023"]]),
    ],
)  # fmt: skip
def test_series_join_only_like_with_like(measure, given, expected):
    assert series(measure, *given) == expected


@pytest.mark.parametrize(
    ("measure", "written", "plain", "freq"),
    [
        ("trains", "2022-01/2022-12", "2022", "A"),
        ("trains", "2022-01-01/2022-12-31", "2022", "A"),
        ("trains", "2023-04/2023-06", "2023-34", "Q"),
        ("trains", "2023-02-01/2023-02-28", "2023-02", "M"),
        ("trains", "2022/2022", "2022", "A"),
        ("trains", "2023-01/2023-11", "2023-01/2023-11", "YTD"),
        ("trains", "2023-05/2023-07", "2023-05/2023-07", "span"),
        ("standards", "2022-12-01/2022-12-31", "2022-12", "point"),
    ],
)
def test_one_period_written_in_two_ways_is_one_period(measure, written, plain, freq):
    made = observations(measure, {"time": written, "value": 5}, {"time": plain, "value": 5})
    assert [(o.time_period, o.freq, len(o.fact_ids)) for o in made] == [(plain, freq, 2)]


def test_numbers_of_one_source_without_any_time_are_no_conflict():
    made = observations("standards", *({"time": None, "value": v, "source_id": "s"} for v in (9, 17, 9)))
    assert sorted((int(o.value), o.obs_status, len(o.fact_ids)) for o in made) == [
        (9, "normal", 2),
        (17, "normal", 1),
    ]
    assert len({o.observation_id for o in made}) == 2
    more = observations("standards", *({"time": None, "value": v, "source_id": "s"} for v in (9, 9, 17, 30)))
    assert {o.observation_id for o in made} < {o.observation_id for o in more}


def test_numbers_of_one_source_on_one_day_of_an_unknown_year_are_a_conflict():
    made = observations("standards", *({"time": "XXXX-05-16", "value": v, "source_id": "s"} for v in (9, 17)))
    assert [o.obs_status for o in made] == ["conflicting"]


@pytest.mark.parametrize("time", [None, "XXXX-05-16", "2018/..", "../2018"])
def test_times_without_a_place_on_the_axis_are_not_joined_over_sources(time):
    assert len(observations("standards", {"time": time, "value": 9}, {"time": time, "value": 9})) == 2


def test_a_part_without_a_year_has_the_whole_of_its_own_source_only():
    part = {"time": None, "breakdown": {"领域": "交通"}, "source_id": "a"}
    made = observations("standards", part, {"time": None, "value": 75, "source_id": "b"})
    sources = {"f1": "a", "f2": "b", "f3": "a"}
    assert [row.total_id for row in breakdown_rows(made, sources)] == [None]
    own = observations(
        "standards", part, {"time": None, "value": 75, "source_id": "b"}, {"time": None, "source_id": "a"}
    )
    whole = next(o for o in own if o.fact_ids == ("f3",))
    assert [row.total_id for row in breakdown_rows(own, sources)] == [whole.observation_id]
    assert [row.total_id for row in breakdown_rows(own)] == [None]


def test_a_part_has_the_whole_of_its_vintage():
    words = {"preliminary": "初步核算为{}项", "final": "最终核实为{}项"}
    given = [
        {"time": "2022", "value": n, "surface": f"{n}项", "sentence": words[v].format(n), "breakdown": b}
        for n, v, b in [
            (70, "preliminary", {}), (72, "final", {}), (9, "preliminary", {"领域": "交通"}), (8, "final", {"领域": "交通"}),
        ]
    ]  # fmt: skip
    made = observations("standards", *given)
    by_id_ = {o.observation_id: o for o in made}
    assert {row.observation.vintage: by_id_[row.total_id].vintage for row in breakdown_rows(made)} == {
        "preliminary": "preliminary",
        "final": "final",
    }
