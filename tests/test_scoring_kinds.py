"""Kinds of error: each told by the fields and the text alone (benchmarks/error_kinds.py counts them)."""

from types import SimpleNamespace

import pytest

from scoring_kinds import (
    Failure,
    area_kind,
    false_kind,
    kinds,
    largest,
    measure_kind,
    number_kind,
    time_kind,
    unit_kind,
    where,
)

TEXT = "二、２０２１年的情况\n甲市在2023年建成园区12个，乙市建成5个。其中三成在县里；2022年丙市没有。"
FACT = {
    "id": "001", "start": TEXT.index("5个"), "end": TEXT.index("5个") + 2, "surface": "5个", "value": 5,
    "value_min": None, "value_max": None, "unit": "个", "comparator": "=", "time": "2023", "time_kind": "during",
    "area": ["乙市"], "measure": "建成园区数量", "class": "core",
}  # fmt: skip
RANGE = {"value": None, "value_min": 3, "value_max": 5, "comparator": "range"}


@pytest.mark.parametrize(
    "words, place",
    [
        (["乙市"], "in the clause"),
        (["2023"], "in the sentence"),
        (["2022"], "in the paragraph"),
        (["2021"], "elsewhere in the text"),
        (["2019"], "nowhere as such"),
        ([], "nowhere as such"),
        (["2019", "2022"], "in the paragraph"),
    ],
)
def test_the_nearest_place_of_a_word_is_told(words, place):
    assert where(TEXT, FACT["start"], words) == place


@pytest.mark.parametrize(
    "wanted, got, kind",
    [
        ({}, [], "number: not found (classifier)"),
        ({"surface": "三成", "unit": "%"}, [], "number: not found (share or points, in Chinese numerals)"),
        ({"surface": "５", "unit": None}, [], "number: not found (no unit)"),
        ({"unit": "CNY/km2"}, [], "number: not found (compound unit)"),
        ({}, [{"value": 50}], "number: another value"),
        (RANGE, [{"value": 3}], "number: one bound of a range"),
        ({}, [RANGE], "number: a range for one value"),
        (RANGE, [RANGE | {"value_min": 1}], "number: other bounds"),
    ],
)
def test_kinds_of_missed_numbers(wanted, got, kind):
    assert number_kind(FACT | wanted, got) == kind


@pytest.mark.parametrize(
    "got, kind",
    [
        ({}, "number: found twice"),
        ({"value": -5}, "number: found twice"),
        ({"value": 4}, None),
        ({"start": 0, "end": 1, "surface": None}, "number: found though no fact is there (classifier, in Chinese numerals)"),
        ({"start": 2, "end": 6, "surface": "2021"}, "number: found though no fact is there (classifier)"),
    ],
)  # fmt: skip
def test_kinds_of_false_mentions(got, kind):
    assert false_kind(TEXT, FACT | got, [FACT]) == kind


@pytest.mark.parametrize(
    "wanted, got, kind",
    [
        ({"comparator": ">"}, {}, "comparator: = for >"),
        ({"comparator": "~"}, {"comparator": None}, "comparator: = for ~"),
        (RANGE, RANGE | {"comparator": None, "unit": "年"}, "unit: duration for classifier"),
        ({}, {"value": -5}, "sign: a fall for a rise, or the other way round"),
        ({}, {"unit": None}, "unit: none for a classifier"),
        ({"unit": None}, {"unit": "%"}, "unit: a share or points where none is said"),
        ({}, {"unit": "家"}, "unit: another classifier"),
        ({"unit": "CNY"}, {"unit": "USD"}, "unit: another money"),
    ],
)
def test_kinds_of_units(wanted, got, kind):
    assert unit_kind(FACT | wanted, FACT | got) == kind


@pytest.mark.parametrize(
    "wanted, got, kind",
    [
        ("2023", None, "time: none; the right year stands in the sentence"),
        ("2018/2021", None, "time: none; the right year stands elsewhere in the text"),
        ("2023", "2022", "time: another year; the right one stands in the sentence"),
        ("2019", "2023", "time: another year; the right one stands nowhere as such"),
        ("2023", "2023-06", "time: the right year, another precision"),
        ("2021/2023", "2023", "time: a point for a period"),
        ("2023", "../2023", "time: a period for a point"),
        ("2021/2023", "2022/2023", "time: another period; the right one stands in the sentence"),
        (None, "2023", "time: dated though the text does not"),
    ],
)
def test_kinds_of_times(wanted, got, kind):
    assert time_kind(TEXT, FACT | {"time": wanted}, {"time": got}) == kind


def test_where_a_time_too_many_came_from_is_told():
    got = {"time": "2023", "time_from": "heading"}
    assert time_kind(TEXT, FACT | {"time": None}, got).endswith("(from heading)")


@pytest.mark.parametrize(
    "wanted, got, kind",
    [
        (["乙市"], [], "area: none; the right one stands in the clause"),
        (["丙市"], ["乙市"], "area: another; the right one stands in the paragraph"),
        ([], ["乙市"], "area: one where the text names none"),
        (["乙市"], ["甲市", "乙市"], "area: too many"),
        (["甲市", "乙市"], ["乙市"], "area: too few"),
        (["甲市", "乙市"], ["乙市", "丙市"], "area: another; the right one stands in the clause"),
    ],
)
def test_kinds_of_areas(wanted, got, kind):
    assert area_kind(TEXT, FACT | {"area": wanted}, {"area": got}) == kind


def test_areas_are_compared_as_the_scorer_does():
    both = area_kind(
        TEXT,
        FACT | {"area": ["三地"]},
        {"area": ["甲"]},
        lambda names: set("甲乙" if "三地" in names else names),
    )
    assert both == "area: too few"


@pytest.mark.parametrize(
    "wanted, got, kind",
    [
        ("园区数量", None, "measure: none"),
        ("园区数量增速", "园区数量", "measure: growth or fall not said"),
        ("园区数量", "园区增加数量", "measure: growth or fall said where none is meant"),
        ("县里园区占比", "县里园区", "measure: share not said"),
        ("人均耕地面积", "耕地面积", "measure: mean not said"),
        ("产值全国排名", "产值", "measure: rank not said"),
        ("园区数量", "道路里程", "measure: nothing in common, the noun of another clause or other words"),
        ("建成工业园区数量", "建成工业基地", "measure: lacks the head noun"),
        ("工业园区数", "建成的省级工业园区数", "measure: longer than the reader's"),
        ("县里新建成的省级工业园区数", "工业园区", "measure: shorter than the reader's"),
        ("县里建成园区数量", "乙市新增的园区", "measure: head noun right, other words around it"),
    ],
)
def test_kinds_of_measures(wanted, got, kind):
    assert measure_kind(FACT | {"measure": wanted}, FACT | {"measure": got}) == kind


def scorer(stops_at, got, false=(), tier=5):
    """Says of the one fact what a scorer could."""
    detail = [{"gold": "001", "stops_at": stops_at, "got": got}] if stops_at else []
    return SimpleNamespace(
        score=lambda gold, mentions: {"detail": detail, "false": list(false)},
        areas_of=set,
        tier=lambda wanted, row: tier,
    )


@pytest.mark.parametrize(
    "stops_at, got, expected",
    [
        ("missed", [], ("T1", "number: not found (classifier)")),
        ("T1", FACT | {"unit": None}, ("T2", "unit: none for a classifier")),
        ("T2", FACT | {"time": None}, ("T3", "time: none; the right year stands in the sentence")),
        ("T3", FACT | {"area": []}, ("T4", "area: none; the right one stands in the clause")),
        ("T4", FACT | {"measure": None}, ("T5", "measure: none")),
    ],
)
def test_an_error_counts_at_the_tier_at_which_the_fact_fails(stops_at, got, expected):
    mentions = [got] if isinstance(got, dict) else got
    assert [failure[:2] for failure in kinds(scorer(stops_at, got), TEXT, [FACT], mentions)] == [expected]


def test_false_mentions_and_kinds_of_time_count_as_well():
    got = FACT | {"time_kind": "as_of"}
    false = got | {"start": 0, "end": 1, "surface": "二"}
    found = kinds(scorer(None, None, [false]), TEXT, [FACT], [got, false])
    assert [failure.tier for failure in found] == ["T1", "–"]
    assert found[1].kind == "time: as_of for during"
    assert not kinds(scorer(None, None), TEXT, [FACT], [FACT])
    assert not kinds(scorer(None, None, tier=2), TEXT, [FACT], [got])


def test_the_largest_come_first_and_ties_in_one_order():
    failures = [
        Failure(tier, kind, None, FACT) for tier, kind in [("T5", "b"), ("T3", "c"), ("T5", "a"), ("T3", "c")]
    ]
    assert largest(failures) == [(2, "T3", "c"), (1, "T5", "a"), (1, "T5", "b")]
    assert largest(failures, 1) == [(2, "T3", "c")]
