"""Evidence beside the likeness of phrases: head words, the sentence, areas."""

import pytest

from factories import make_fact, make_measure
from suyuan.reconcile.catalogue import Measure, by_id
from suyuan.reconcile.context import said_before, said_share, says_nothing
from suyuan.reconcile.score import candidates

LEVEL = {"unit": "%", "unit_aliases": [], "kind": "share", "phrases": ["使用率", "雨水回收系统使用率"]}


def best(fact, **measure):
    found = candidates(fact, by_id([make_measure("m", **(LEVEL | measure))]))
    return found[0].score if found else None


def share(phrase, sentence="占76%。", **given):
    return make_fact(unit="%", surface="76%", measure=phrase, sentence=sentence, **given)


def test_a_phrase_that_ends_in_a_head_word_is_about_the_measure():
    fact = share("沿江各镇的中水使用率")
    assert best(fact, heads=["使用率"]) > 0.8 > best(fact)
    assert best(share("使用率的降幅"), heads=["使用率"]) < 0.8
    assert best(fact, heads=["使用率"], must_not=["中水"]) is None


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        (None, True),
        ("占比", True),
        ("累计数量", True),
        ("方案的目标占比", True),
        ("使用率", False),
        ("累计合同金额", False),
    ],
)
def test_phrases_that_name_no_measure(phrase, expected):
    assert says_nothing(phrase) is expected


SENTENCE = "雨水回收系统的使用率又高了一截，去年是76%，今年未统计。"


def test_the_sentence_up_to_the_number_speaks_for_a_phrase_that_says_nothing():
    assert best(share(None, SENTENCE)) == 0.9
    assert best(share("占比", SENTENCE)) == 0.9
    assert best(share("合格率", SENTENCE)) is None  # it has a measure of its own
    assert best(share(None, "去年是76%，今年要看雨水回收系统的使用率。")) is None  # said after the number
    assert best(share(None, SENTENCE), must=["停车"]) is None


def test_the_text_before_the_number():
    assert said_before(share(None, "甲有，乙是76%左右，丙是三成。")) == "甲有，乙是 左右"
    assert said_before(share(None, "甲是76%，乙是76%。")) == "甲是 ，乙是 。"  # which of the two is not known


def test_a_spelling_is_looked_for_within_clauses_and_only_if_it_is_long_enough():
    assert said_share("雨水回收系统使用率", "雨水回收系统的使用率") == 1
    assert said_share("使用率", "使用率") == 0
    assert said_share("雨水回收系统", "雨水，回收，系统") < 1


def test_an_area_that_a_measure_is_never_stated_for_shuts_the_gate():
    fact = share("使用率", area=("天津",))
    assert best(fact, areas=["京津冀"]) == 0.85
    assert best(fact, areas=["京津冀"], areas_only=True) is None
    assert best(share("使用率", area=()), areas=["京津冀"]) == 0.95


def test_a_measure_may_take_a_bare_number():
    measure = make_measure("n", unit="份", unit_aliases=[None], phrases=["样本量"])
    assert measure.takes_unit(None)
    assert not make_measure("n").takes_unit(None)


def test_areas_only_needs_areas():
    with pytest.raises(ValueError, match="areas_only without areas"):
        Measure.model_validate(make_measure("m").model_dump() | {"areas_only": True})
