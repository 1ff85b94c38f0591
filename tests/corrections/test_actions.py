"""Corrections: the four actions."""

from dataclasses import replace
from fractions import Fraction

import pytest

from corrections.correction_material import FACTS, KEY, SEVENTY, TEXT, applied, correction, document, error
from suyuan.corrections import (
    reclassify,
)
from suyuan.corrections.quote import Quote, find_in_document, sentence_at
from suyuan.corrections.revised import amended_fact
from suyuan.problems import problem_line
from suyuan.records import Numeral

AMENDED = [
    ({"time": "2022-12"}, {"time": "2022-12", "time_from": None, "value": 70}),
    ({"time": None}, {"time": None, "time_from": None}),
    ({"measure": "新名"}, {"measure": "新名", "measure_id": None}),
    ({"area": ["丙地"]}, {"area": ("丙地",), "ref_area": None}),
    ({"area": ["丙地"], "ref_area": "丙地"}, {"ref_area": "丙地"}),
    ({"value": 75}, {"value": 75, "low": 75, "high": 75, "step": 1, "bound_rule": "counted"}),
    ({"value": "75.5", "unit": "%"}, {"value": Fraction("75.5"), "low": Fraction("75.45"), "high": Fraction("75.55")}),
    ({"comparator": ">"}, {"comparator": ">", "value": 70, "low": 70, "low_open": True, "high": None}),
    ({"comparator": "~"}, {"low": 60, "high": 80, "bound_rule": "about"}),
    ({"value_min": 70, "value_max": 75},
     {"comparator": "range", "value": None, "low": 70, "high": 75, "bound_rule": "range"}),
    ({"value": "100/3", "unit": "%"}, {"value": Fraction(100, 3), "low": None, "high": None, "bound_rule": None}),
    ({"low": 65}, {"low": 65, "high": 70, "bound_rule": "reviewer"}),
    ({"value": 80, "comparator": ">", "high": 90}, {"low": 80, "high": 90, "bound_rule": "reviewer"}),
    ({"breakdown": {"领域": "交通"}, "nature": "target"}, {"breakdown": {"领域": "交通"}, "nature": "target"}),
]  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), AMENDED)
def test_amend(given, expected):
    found = applied(correction("amend", "70项", set=given))
    (new,) = [new for new in found.facts if new.status == "amended"]
    assert new.fact_id == SEVENTY.fact_id and not found.problems
    assert {name: getattr(new, name) for name in expected} == expected
    assert found.facts[1:] == FACTS[1:]


def test_a_range_amended_to_one_number():
    ranged, _ = amended_fact(SEVENTY, {"value_min": Fraction(70), "value_max": Fraction(75)})
    back, faults = amended_fact(ranged, {"value": Fraction(75)})
    assert not faults and (back.comparator, back.value, back.value_min, back.high) == ("=", 75, None, 75)


def test_an_amendment_that_changes_nothing():
    found = applied(correction("amend", "70项", set={"value": 70, "unit": "项"}))
    assert [problem_line(problem) for problem in found.problems] == [
        "warning: raw/corrections.yaml: amend '70项': changes nothing: the fact was read with these values. "
        "What to do: use confirm, or take the correction out"
    ]


IMPOSSIBLE = [
    ({"low": 80}, "low 80 above high 70: '70项'"),
    ({"comparator": "range"}, "a range has value_min and value_max and no value: '70项'"),
    ({"value": None}, "a fact that is no range has a value and no value_min, value_max: '70项'"),
    ({"value_min": 5}, "a range has value_min and value_max and no value: '70项'"),
    ({"comparator": None}, "set.comparator: None is not one of =, ~, >, >=, <, <=, range"),
]


@pytest.mark.parametrize(("given", "message"), IMPOSSIBLE)
def test_amendments_that_give_no_fact(given, message):
    assert error(correction("amend", "70项", set=given)) == [
        f"raw/corrections.yaml: amend '70项' (one, text): {message}"
    ]


def test_reject_takes_the_fact_out_and_its_numeral_back():
    found = applied(correction("reject", "70项"))
    assert found.facts == FACTS[1:]
    assert found.rejected == {"f6": "rejected by 某人: 为何"}
    numeral = Numeral(
        source_id="one",
        edition="text",
        start=6,
        end=8,
        surface="70",
        numeral_class="fact",
        fact_id="f6",
        block="paragraph",
    )
    other = numeral.model_copy(update={"start": 14, "end": 15, "surface": "5", "fact_id": "f15"})
    assert reclassify([numeral, other], found) == [
        numeral.model_copy(
            update={"numeral_class": "unread", "reason": "rejected by 某人: 为何", "fact_id": None}
        ),
        other,
    ]


def test_add_makes_a_fact_with_its_place():
    given = {"value": "100/3", "unit": "%", "measure": "未定占比", "area": ["丁地"]}
    found = applied(correction("add", "三分之一", "另有", "未定", set=given))
    new = found.facts[-1]
    assert found.facts[:-1] == FACTS
    assert TEXT[new.start : new.end] == new.surface == "三分之一"
    assert (new.status, new.method, new.value, new.unit) == ("added", "correction", Fraction(100, 3), "%")
    assert (new.section, new.block) == ("一、情况 / （一）数量", "paragraph")
    assert new.sentence == "乙地也增加5项，丙地与丁地各2项，另有三分之一未定。"
    assert new.locator == document().locate(new.start, new.end)
    assert new.fact_id.startswith("fact-") and found.facts == applied(
        correction("add", "三分之一", "另有", "未定", set=given)
    ).facts  # fmt: skip
    numeral = Numeral(
        source_id="one", edition="text", start=new.start, end=new.end, surface="三分之一", numeral_class="unread",
        reason="no rule", block="paragraph",
    )  # fmt: skip
    (read,) = reclassify([numeral], found)
    assert (read.numeral_class, read.fact_id, read.reason) == ("fact", new.fact_id, None)
    (elsewhere,) = reclassify([numeral.model_copy(update={"edition": "digest"})], found)
    assert elsewhere.numeral_class == "unread"


ADD = {"value": 5, "unit": "项"}
BAD_ADDS = [
    (correction("add", "9项", set=ADD), "the text has no such passage. The nearest facts: "),
    (correction("add", "增加", set=ADD), "the passage stands 2 times (at 12, 21). Add words before or after"),
    (
        correction("add", "5项", "去年增加", set=ADD),
        "'5项' in “…标准70项，去年增加5项。” (f15) was already read there; use amend",
    ),
    (correction("add", "三分之一", set={"value_min": 5, "value_max": 3}), "low 5 above high 3: '三分之一'"),
]


@pytest.mark.parametrize(("added", "message"), BAD_ADDS)
def test_additions_that_cannot_be(added, message):
    (found,) = error(added)
    assert found.startswith(f"raw/corrections.yaml: add {added.quote.surface!r} (one, text): {message}")


def test_nothing_can_be_added_without_the_text():
    assert error(correction("add", "三分之一", set=ADD), read={KEY: None}) == [
        "raw/corrections.yaml: add '三分之一' (one, text): the text that was read is not at hand, so nothing can be added"
    ]


def test_a_passage_outside_all_blocks():
    bare = replace(document(), blocks=())
    assert error(correction("add", "三分之一", set=ADD), read={KEY: bare}) == [
        "raw/corrections.yaml: add '三分之一' (one, text): the passage stands outside every block that was read"
    ]
    (place,) = find_in_document(bare, Quote(surface="三分之一"))
    assert sentence_at(bare, place) == "三分之一"


def test_an_added_number_across_a_running_head():
    found = applied(correction("add", "增加5项", "乙地也", set={"value": 5, "unit": "项"}), facts=[])
    (new,) = found.facts
    assert (new.surface, new.sentence[:8]) == ("增加\n5项", "乙地也增加5项，")
    assert TEXT[new.start : new.end] == "增加\n某刊 第3页\n5项"


def test_one_number_of_two_places_can_be_added_for_a_third():
    found = applied(correction("add", "2项", "各", set={"value": 2, "unit": "项", "area": ["戊地"]}))
    assert found.facts[-1].area == ("戊地",)
