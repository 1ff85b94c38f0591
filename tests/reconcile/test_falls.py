"""Falls are negative values of a growth: one series holds rises and falls."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import make_fact, make_measure
from suyuan.observe import observe
from suyuan.reconcile import reconcile
from suyuan.reconcile.catalogue import by_id
from suyuan.reconcile.falls import as_growth, as_rise

EXPORTS = make_measure(
    "exports_growth", unit="%", unit_aliases=[], kind="growth", phrases=["出口增速"], areas=[]
)
POLLUTION = make_measure(
    "pollution_fall", unit="%", unit_aliases=[], kind="growth", phrases=["浓度降幅"], areas=[]
)
SALES = make_measure("sales", unit="辆", unit_aliases=[], kind="flow", phrases=["汽车销量"], areas=[])
CATALOGUE = by_id([EXPORTS, POLLUTION, SALES])


def fall(value=Fraction(32, 10), measure="出口降幅", **given):
    bounds = {"surface": "3.2%", "low": Fraction(315, 100), "high": Fraction(325, 100)}
    return make_fact("f1", value, unit="%", measure=measure, **(bounds | given))


@pytest.mark.parametrize(
    ("phrase", "rise"),
    [
        ("出口降幅", "出口增速"),
        ("工业用水量下降幅度", "工业用水量增速"),
        ("从业人员减少量", "从业人员增加量"),
        ("出口增速", None),
        ("下降趋势", None),
        ("减少量化考核数量", None),
    ],
)
def test_a_fall_has_the_name_of_the_same_change_as_a_rise(phrase, rise):
    assert as_rise(phrase) == rise


@pytest.mark.parametrize(
    ("comparator", "turned"), [("=", "="), ("~", "~"), (">", "<"), (">=", "<="), ("<", ">"), ("<=", ">=")]
)
def test_a_fall_of_more_than_3_is_a_growth_of_less_than_minus_3(comparator, turned):
    stated = as_growth(fall(comparator=comparator, low=Fraction(3), high=None, low_open=True), EXPORTS)
    assert (stated.value, stated.comparator) == (Fraction(-32, 10), turned)
    assert (stated.low, stated.high, stated.low_open, stated.high_open) == (None, Fraction(-3), False, True)


def test_a_range_keeps_its_order():
    stated = as_growth(fall(None, comparator="range", value_min=2, value_max=5, low=2, high=5), EXPORTS)
    assert (stated.value_min, stated.value_max, stated.low, stated.high) == (-5, -2, -5, -2)


@pytest.mark.parametrize(
    ("fact", "measure"),
    [
        (fall(measure="浓度降幅"), POLLUTION),  # the catalogue counts the fall itself
        (fall(measure="出口增速"), EXPORTS),
        (fall(Fraction(-3), low=None, high=None), EXPORTS),  # which of the two signs is meant?
        (fall(measure="汽车销量减少量"), SALES),  # no growth
        (fall(), None),
    ],
)
def test_all_else_stays_as_it_is(fact, measure):
    assert as_growth(fact, measure) is fact


@given(st.fractions(0, 100), st.fractions(0, 100))
def test_turning_keeps_the_bounds_around_the_value_and_does_it_once(value, width):
    stated = as_growth(fall(value, low=value - width, high=value + width), EXPORTS)
    assert stated.low <= stated.value <= stated.high
    assert as_growth(stated, EXPORTS) == stated or value == 0


def test_rise_and_fall_stand_in_one_series():
    rise = make_fact(
        "f2", Fraction(5), unit="%", measure="出口增速", surface="5%", time="2021", sentence="出口增长5%。"
    )
    told = reconcile([fall(time="2022", sentence="出口下降3.2%。"), rise], CATALOGUE)
    assert [fact.measure_id for fact in told.facts] == ["exports_growth", "exports_growth"]
    assert told.facts[0].value == Fraction(32, 10)  # the fact keeps what is printed
    made = observe(told.facts, CATALOGUE).observations
    assert [(o.time_period, o.value) for o in made] == [("2021", Fraction(5)), ("2022", Fraction(-32, 10))]
