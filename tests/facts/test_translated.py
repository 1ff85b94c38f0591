"""An English abstract takes the words of the Chinese abstract that it translates, and of nothing else."""

from __future__ import annotations

import pytest

CHINESE = "2021年四川省标准互认覆盖率为37.5%，有企业1234家。"
ENGLISH = "The coverage was 37.5%, with 1,234 firms and 5 cities."


def told(fact):
    return fact.measure, fact.area, fact.time, fact.unit


def test_an_abstract_in_english_takes_the_words_of_the_chinese_one(read):
    found = read(("abstract", CHINESE), ("abstract", ENGLISH)).facts
    assert [told(f) for f in found[2:4]] == [told(f) for f in found[:2]]
    assert found[4].measure == "cities"


def test_the_chinese_abstract_may_stand_behind_the_english_one(read):
    found = read(("abstract", ENGLISH), ("abstract", CHINESE)).facts
    assert [told(f) for f in found[:2]] == [told(f) for f in found[3:]]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        # one number alone, and one number stated of two things
        ("财政支出增长35.2%。", "The prevalence of gout was 35.2%."),
        ("覆盖率为37.5%，城镇化率为37.5%，企业1234家。", "The coverage was 37.5%."),
        # in another order, in other units, with another comparator
        ("覆盖率为37.5%，城镇化率为61.2%。", "The share of towns was 61.2%, and the coverage was 37.5%."),
        ("覆盖率为37.5%，公路里程25公里。", "The yield was 37.5 mg/L, and the mass was 25 kg."),
        ("覆盖率超过37.5%，有企业1234家。", "The coverage was 37.5%, with nearly 1,234 firms."),
        # statistics and small whole numbers
        ("优于对照组（P<0.05，OR=2.35）。", "It was better (P<0.05, OR=2.35)."),
        ("有企业3家、学校8所。", "There were 3 firms, and 8 schools."),
    ],
)
def test_numbers_that_do_not_go_together_take_nothing(read, chinese, english):
    alone = read(("abstract", english)).facts
    found = read(("abstract", chinese), ("abstract", english)).facts
    assert [told(f) for f in found[-len(alone) :]] == [told(f) for f in alone]


@pytest.mark.parametrize("kind", ["paragraph", "title"])
def test_only_abstracts_are_translations(read, kind):
    alone = read((kind, ENGLISH)).facts
    found = read(("paragraph", CHINESE), (kind, ENGLISH)).facts
    assert [f.measure for f in found[-len(alone) :]] == [f.measure for f in alone]


@pytest.mark.parametrize(
    ("english", "areas", "times"),
    [
        ("In Guangdong, the coverage was 37.5%, with 1,234 firms.", [("广东",)] * 2, [None] * 2),
        ("In 2019, the coverage was 37.5%, with 1,234 firms.", [()] * 2, ["2019"] * 2),
        ("In 2021, the coverage in Sichuan was 37.5%, with 1,234 firms.", [("四川",)] * 2, ["2021"] * 2),
    ],
)
def test_what_the_english_sentence_states_stays(read, english, areas, times):
    found = read(("abstract", CHINESE), ("abstract", english)).facts[2:]
    assert ([f.area for f in found], [f.time for f in found]) == (areas, times)


def test_no_chinese_fact_lends_its_words_twice(read):
    english = "The coverage was 37.5%. A rate of 37.5% was seen in 1,234 firms."
    found = read(("abstract", CHINESE), ("abstract", english)).facts[2:]
    assert [fact.measure for fact in found].count("标准互认覆盖率") == 1
