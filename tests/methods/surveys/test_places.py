"""What a number is about: the name before it in its sentence, options in their order, and nothing that is not certain."""

import pytest

from survey_texts import own_corpus
from suyuan.methods.surveys.declared import Option
from suyuan.methods.surveys.places import aligned, last_said, nearest_said, places_of, runs

A, B, C = (Option(label={"zh": name}, words=(name,)) for name in ("座位", "光线", "安静"))
LONG = Option(label={"zh": "长"}, words=("靠窗的座位",))


def place_of(text):
    corpus = own_corpus(text)
    return next(p for p in places_of(corpus.documents[0], corpus.facts) if p.facts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("选择座位和光线的分别占69%和65.7%。", [A, B]),
        ("选择光线和座位的分别占69%和65.7%。", [B, A]),
        ("不问安静，选择座位、光线的分别占69%、65.7%。", [A, B]),
        ("座位好，光线好，座位的占69%。", [A]),
        ("选择座位的分别占69%和65.7%。", [None, None]),  # two numbers, one name
    ],
)
def test_options_of_a_run(text, expected):
    place = place_of(text + "\n")
    (run,) = runs(place, [f for f in place.facts if f.unit == "%"])
    assert aligned(place, run, [A, B, C]) == expected


def test_numbers_apart_are_runs_of_their_own():
    place = place_of("选择座位的占69%，选择光线的占65.7%。\n")
    assert [[f.surface for f in run] for run in runs(place, place.facts)] == [["69%"], ["65.7%"]]
    assert [aligned(place, run, [A, B])[0] for run in runs(place, place.facts)] == [A, B]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("谈到座位，占69%；谈到光线再说。", A),
        ("占69%的人谈到光线。", B),
        ("谈到座位。占69%；谈到光线再说。", A),  # a semicolon ends the look ahead
        ("占69%。", None),
    ],
)
def test_nearest_name(text, expected):
    place = place_of(text + "\n")
    fact = next(f for f in place.facts if f.unit == "%")
    assert nearest_said(place, fact, [A, B]) == expected


def test_the_longer_name_wins():
    assert last_said("选择靠窗的座位", [A, LONG]) == LONG
