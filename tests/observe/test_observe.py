import itertools
from fractions import Fraction

import pytest

from factories import make_fact, make_measure
from suyuan.observe import breakdown_rows, observe, series_rows, undated
from suyuan.observe.choose import choose, rank
from suyuan.reconcile.catalogue import by_id

STOCK = make_measure("standards")
FLOW = make_measure("trains", unit="列", unit_aliases=[], kind="flow", freq="A")
CATALOGUE = by_id([STOCK, FLOW])


def stated(fact_id="f1", value=75, **given):
    return make_fact(fact_id, value, **({"measure_id": "standards"} | given))


def observations(*facts, **given):
    return observe(facts, CATALOGUE, **given).observations


def five_points():
    """The region-wide total of co-ordinated standards, as five sources state it, with parts that must stay out of it."""
    return [
        stated("f1", 9, time="2017-10-04", source_id="a", grade="repost"),
        stated("f2", 41, time="2018", source_id="b", grade="mirror"),
        stated("f3", 75, time="2022-12", source_id="c"),
        stated("f4", 86, time="2024-04", source_id="d", grade="mirror"),
        stated("f5", 86, time="2024-05-17", source_id="e", grade="mirror"),
        stated("f6", 87, time="2024-08-14", source_id="f"),
        stated("p1", 14, time="2024-04", source_id="d", grade="mirror", breakdown={"领域": "安全生产"}),
        stated("p2", 57, time="2022-12", source_id="c", area=("北京",), start=50),
        stated("p3", 23, time="2024-03", source_id="g", area=("长三角",)),
        stated("p4", 100, time="2025", source_id="c", nature="target", start=70),
        stated("p5", 17, time="XXXX-11-28", source_id="h"),
    ]


def test_the_series_of_the_region_joins_days_months_and_years_and_nothing_else():
    rows = series_rows(observations(*five_points()))
    assert [(row.position, row.observation.time_period, int(row.observation.value)) for row in rows] == [
        (1, "2017-10-04", 9),
        (2, "2018", 41),
        (3, "2022-12", 75),
        (4, "2024-04", 86),
        (5, "2024-05-17", 86),
        (6, "2024-08-14", 87),
    ]
    assert len({row.series_id for row in rows}) == 1


def test_neither_order_of_facts_nor_process_changes_anything():
    facts = five_points()
    expected = observations(*facts)
    assert observations(*reversed(facts)) == expected
    assert expected[0].observation_id == observations(*facts[:1])[0].observation_id


def test_unknown_years_are_kept_and_counted_but_in_no_series():
    found = observations(*five_points())
    assert [o.time_period for o in undated(found)] == ["XXXX-11-28"]


def test_breakdowns_name_their_total():
    found = observations(*five_points())
    (row,) = breakdown_rows(found)
    assert (row.dimension, row.value, row.others) == ("领域", "安全生产", ())
    total = next(o for o in found if o.observation_id == row.total_id)
    assert (total.value, total.time_period) == (86, "2024-04")


def test_an_observation_by_two_dimensions_has_two_rows():
    rows = breakdown_rows(observations(stated(breakdown={"领域": "交通", "部门": "住建"})))
    assert [(row.dimension, row.value, row.others) for row in rows] == [
        ("部门", "住建", (("领域", "交通"),)),
        ("领域", "交通", (("部门", "住建"),)),
    ]
    assert rows[0].total_id is None


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        ({"grade": "repost"}, {"grade": "mirror"}, "grade"),
        ({}, {"grade": "abstract"}, "grade"),
        ({"edition": "original"}, {"edition": "digest"}, "edition"),
        ({"edition": "text"}, {"edition": "digest", "comparator": "~"}, "edition"),
        ({}, {"comparator": ">", "value": 70}, "comparator"),
        ({"comparator": "~"}, {"comparator": ">", "value": 70}, "comparator"),
        ({"time": "2022-12"}, {"time": "2022"}, "time"),
        ({"measure_score": 0.95}, {"measure_score": 0.8}, "score"),
        ({"start": 5}, {"start": 50}, "order"),
    ],
)
def test_the_rule_that_chooses(first, second, rule):
    a, b = stated("z", **first), stated("a", **second)
    for facts in ([a, b], [b, a]):
        ordered, found = choose(facts)
        assert ([fact.fact_id for fact in ordered], found) == (["z", "a"], rule)


def test_choosing_from_one_and_from_none():
    assert choose([stated()])[1] == "only"
    with pytest.raises(ValueError, match="no statement"):
        choose([])


def test_the_order_of_preference_is_total():
    facts = [stated(i, grade=g, comparator=c) for i, (g, c) in enumerate(itertools.product(["mirror", "repost"], "=~"), 1)
             for i in [f"f{i}"]]  # fmt: skip
    assert len({rank(fact) for fact in facts}) == len(facts)


def test_grades_of_sources_come_from_outside():
    (found,) = observations(stated("f1"), stated("f2", source_id="s2"), grades={"s1": "mirror"})
    assert (found.fact_ids, found.grade, found.choice_rule) == (("f2", "f1"), "primary", "grade")


def test_statements_that_agree_are_one_observation_with_all_its_facts():
    (found,) = observations(stated("f1"), stated("f2", 70, comparator=">", start=90))
    assert (found.value, found.comparator, found.obs_status) == (75, "=", "normal")
    assert found.fact_ids == ("f1", "f2")


def test_statements_that_contradict_are_marked():
    (found,) = observations(stated("f1"), stated("f2", 80, source_id="s2", grade="mirror"))
    assert (found.value, found.obs_status) == (75, "conflicting")


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"comparator": ">"}, "lower_bound"),
        ({"comparator": "<="}, "upper_bound"),
        ({"comparator": "~"}, "approximate"),
        ({"value": None, "value_min": 20, "value_max": 30, "comparator": "range"}, "interval"),
    ],
)
def test_status_of_one_statement(given, status):
    (found,) = observations(stated(surface="75项", **given))
    assert found.obs_status == status


def test_a_coarser_time_joins_the_one_finer_time_that_it_restates():
    (found,) = observations(stated("f1"), stated("f2", time="2022", source_id="s2"))
    assert (found.time_period, found.fact_ids) == ("2022-12", ("f1", "f2"))


def test_a_coarser_time_stays_alone_where_it_could_mean_several_or_another():
    several = [
        stated("f1", 75, time="2022-03"),
        stated("f2", 75, time="2022-12"),
        stated("f3", 75, time="2022"),
    ]
    assert len(observations(*several)) == 3
    other = [stated("f1", 30, time="2018-06"), stated("f2", 41, time="2018")]
    assert [o.obs_status for o in observations(*other)] == ["normal", "normal"]


def test_flows_of_different_periods_are_never_joined():
    given = {"measure_id": "trains", "unit": "列", "time_kind": "during"}
    facts = [
        stated("f1", 17000, time="2023", **given),
        stated("f2", 16145, time="2023-01/2023-11", **given),
        stated("f3", 1702, time="2016", **given),
    ]
    found = observations(*facts)
    assert sorted((o.freq, o.time_period) for o in found) == [
        ("A", "2016"),
        ("A", "2023"),
        ("YTD", "2023-01/2023-11"),
    ]
    assert {row.observation.freq for row in series_rows(found)} == {"A"}


def test_facts_without_time_are_not_joined_over_sources():
    found = observations(stated("f1", time=None), stated("f2", 80, time=None, source_id="s2"))
    assert [(o.time_period, o.obs_status) for o in found] == [("XXXX", "normal")] * 2
    assert len({o.observation_id for o in found}) == 2


@pytest.mark.parametrize(
    ("sentence", "basis", "vintage"),
    [
        ("按可比价计算，产值75项，按现价为80。", "unsaid", None),
        ("产值按可比价计算75项，另行说明。", "comparable", None),
        ("按不变价格75项。", "constant", None),
        ("初步核算为75项。", "unsaid", "preliminary"),
        ("产值75项。", "unsaid", None),
    ],
)
def test_basis_and_vintage_are_read_in_the_clause_of_the_number(sentence, basis, vintage):
    (found,) = observations(stated(sentence=sentence))
    assert (found.basis, found.vintage) == (basis, vintage)


def test_different_bases_are_different_observations():
    found = observations(
        stated("f1", sentence="按现价75项"), stated("f2", 70, sentence="按可比价70项", start=90)
    )
    assert sorted(o.basis for o in found) == ["comparable", "current"]


def test_the_date_told_is_the_vintage_where_no_word_says_more():
    assert observations(stated(told="2023-11"))[0].vintage == "2023-11"


def test_facts_that_become_no_observation_are_listed_with_the_reason():
    result = observe(
        [stated("f1", measure_id=None), stated("f2", area=()), stated("f3", measure_id="gone")], CATALOGUE
    )
    assert result.observations == []
    assert [(row.fact_id, row.reason) for row in result.left_out] == [
        ("f1", "no measure"),
        ("f2", "no area"),
        ("f3", "no measure"),
    ]


def test_unit_and_exact_value_come_through():
    (found,) = observations(stated(value="31.6", unit="个"))
    assert (found.value, found.unit_measure) == (Fraction("31.6"), "项")


def test_a_series_has_one_point_a_period_the_most_final_one():
    told = [
        ("f1", 70, "2022", "初步核算为70项"),
        ("f2", 72, "2022", "最终核实为72项"),
        ("f3", 75, "2023", "初步核算为75项"),
    ]
    found = observations(
        *(
            stated(name, value, time=time, sentence=words, surface=f"{value}项")
            for name, value, time, words in told
        )
    )
    assert sorted(str(o.vintage) for o in found) == ["final", "preliminary", "preliminary"]
    assert [(r.observation.time_period, int(r.observation.value)) for r in series_rows(found)] == [
        ("2022", 72), ("2023", 75),
    ]  # fmt: skip
