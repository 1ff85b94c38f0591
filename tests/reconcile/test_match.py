from fractions import Fraction
from pathlib import Path

import pytest

from factories import make_fact, make_measure
from suyuan.places import Gazetteer
from suyuan.reconcile import area_names, read_catalogue, reconcile
from suyuan.reconcile.agreement import measured_area
from suyuan.reconcile.catalogue import by_id
from suyuan.reconcile.decisions import Decision
from suyuan.reconcile.match import doubt
from suyuan.reconcile.score import Candidate, candidates
from suyuan.records.interval import Interval
from suyuan.sources.collected import read_collected

ROOT = Path(__file__).parents[2]
TOTAL = make_measure(
    "total", must=["协同"], must_not=["牵头", "占比"], areas=["京津冀", "长三角"], dimensions=["领域"]
)
LED = make_measure(
    "led", phrases=["牵头制定标准", "制定的协同标准"], areas=["北京", "天津", "河北"], dimensions=["牵头部门"]
)
SHARE = make_measure(
    "share", unit="%", unit_aliases=[], kind="share", phrases=["制定的协同标准占比"], must=["占比"]
)
SALES = make_measure("sales", unit="辆", unit_aliases=[], kind="flow", phrases=["新能源汽车销量"])
CATALOGUE = by_id([TOTAL, LED, SHARE, SALES])


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "total"),
        ({"measure": "发布的区域协同地方标准"}, "total"),
        ({"measure": "京津冀区域协同地方标准数量"}, "total"),
        ({"unit": "个"}, "total"),
        ({"unit": "%"}, None),
        ({"unit": None}, None),
        ({"measure": "制定的协同标准", "area": ("北京",)}, "led"),
        ({"measure": "牵头制定标准数量", "breakdown": {"牵头部门": "住建"}}, "led"),
        ({"measure": "制定的协同标准占比", "unit": "%", "area": ("北京",)}, "share"),
        ({"measure": "新能源汽车销量", "unit": "辆", "area": ("中国",), "time_kind": "during"}, "sales"),
        ({"measure": "参会人数"}, None),
        ({"measure": None, "sentence": "参会75项。"}, None),
        ({"measure": None}, "total"),
        ({"breakdown": {"领域": "交通"}}, "total"),
    ],
)
def test_a_fact_gets_the_measure_that_fits(given, expected):
    fact = reconcile([make_fact(**given)], CATALOGUE).facts[0]
    assert fact.measure_id == expected
    assert (fact.measure_score is None) == (expected is None)


def test_a_word_that_must_not_stand_is_a_veto():
    found = candidates(make_fact(measure="牵头制定的区域协同地方标准"), CATALOGUE)
    assert "total" not in [candidate.measure_id for candidate in found]


def test_the_reason_names_what_disagrees():
    found = candidates(make_fact(area=("海南",), breakdown={"季度": "一"}, time_kind="during"), CATALOGUE)
    assert found[0].measure_id == "total"
    for words in ("area 海南 is not usual", "not usually by 季度", "a stock said during"):
        assert words in found[0].reason


def test_what_the_name_of_a_measure_says_is_no_breakdown():
    measure = make_measure("total", implies={"标准类别": "区域协同地方标准"})
    plain, told = make_fact("f1"), make_fact("f2", breakdown={"标准类别": "区域协同地方标准"}, start=90)
    other = make_fact("f3", breakdown={"标准类别": "团体标准"}, start=190)
    facts = reconcile([plain, told, other], by_id([measure])).facts
    assert facts[0].same_as == ("f2",)
    assert facts[1].breakdown == {"标准类别": "区域协同地方标准"}  # the fact keeps what was read
    assert facts[2].same_as == ()


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ((), None),
        ((0.4,), None),
        ((0.6,), "unsure"),
        ((0.9,), None),
        ((0.9, 0.88), "close"),
        ((0.9, 0.8), None),
    ],
)
def test_when_a_person_has_to_decide(scores, expected):
    assert doubt([Candidate(f"m{i}", score, "") for i, score in enumerate(scores)]) == expected


def test_an_unsure_fact_is_kept_without_a_measure_and_listed():
    result = reconcile([make_fact(measure="商会团体协同地方标准")], CATALOGUE)
    assert result.facts[0].measure_id is None
    assert result.review[0].why == "unsure"
    assert (result.review[0].candidate_1, result.review[0].fact_id) == ("total", "f1")
    assert result.counts == {
        "facts": 1,
        "with_measure": 0,
        "without_measure": 1,
        "in_review": 1,
        "decided": 0,
    }


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"measure": "参会单位"}, "unknown"),
        ({"measure": None, "sentence": "有75项。"}, "no_phrase"),
        ({"measure": "商会团体协同地方标准"}, "unsure"),
    ],
)
def test_every_fact_without_a_measure_is_listed_with_the_reason(given, why):
    result = reconcile([make_fact(**given)], CATALOGUE)
    assert [(row.fact_id, row.why) for row in result.review] == [("f1", why)]
    assert reconcile([make_fact(**given)], CATALOGUE, [decision(fact_id="f1")]).review == []


def decision(**given):
    fields = dict.fromkeys(
        ("fact_id", "source_id", "edition", "surface", "quote", "measure_id", "breakdown"), ""
    )
    return Decision(**(fields | {"line": 2, "who": "n.n.", "when": "2026-01-01", "reason": "test"} | given))


def test_a_decision_settles_the_measure_by_id_or_by_quote():
    unsure = make_fact(measure="标准")
    by_quote = decision(source_id="s1", surface="75项", quote="协同地方标准75项", measure_id="total")
    for chosen in (decision(fact_id="f1", measure_id="total"), by_quote):
        result = reconcile([unsure], CATALOGUE, [chosen])
        assert (result.facts[0].measure_id, result.facts[0].measure_score) == ("total", 1.0)
        assert (result.review, result.problems) == ([], [])


def test_a_decision_can_name_the_part_that_a_number_is_about():
    facts = [make_fact("f1", 87), make_fact("f2", 10, start=90)]
    part = decision(fact_id="f2", measure_id="total", breakdown="领域=交通")
    result = reconcile(facts, CATALOGUE, [part])
    assert [fact.breakdown for fact in result.facts] == [{}, {"领域": "交通"}]
    assert result.review == []


def test_a_decision_can_take_a_measure_away():
    assert reconcile([make_fact()], CATALOGUE, [decision(fact_id="f1")]).facts[0].measure_id is None


def test_a_decision_that_selects_nothing_or_too_much_is_a_problem():
    facts = [make_fact("f1"), make_fact("f2", start=90)]
    quote = decision(surface="75项", quote="75项", measure_id="total")
    for lost, what in ((decision(fact_id="f9"), "selects no fact"), (quote, "several facts")):
        problems = reconcile(facts, CATALOGUE, [lost]).problems
        assert what in problems[0].what
        assert problems[0].where == "line 2"


def test_a_decision_for_an_edition_that_was_not_read_rests_with_a_note():
    lost = decision(source_id="s1", edition="original", surface="9项", quote="9项", measure_id="total")
    (note,) = reconcile([make_fact()], CATALOGUE, [lost]).problems
    assert (note.severity, note.what) == (
        "note",
        "the original of s1 is not read in this build; the decision rests",
    )


def test_a_second_decision_for_one_fact_is_not_applied():
    fact = make_fact()
    first = decision(fact_id=fact.fact_id, measure_id="")
    result = reconcile([fact], CATALOGUE, [first, decision(fact_id=fact.fact_id, measure_id="total", line=3)])
    assert [(p.where, p.what) for p in result.problems] == [
        ("line 3", f"line 2 decides the same fact {fact.fact_id}")
    ]
    assert result.facts[0].measure_id is None


def test_restatements_are_joined_in_one_document_and_over_editions():
    facts = [
        make_fact("f1"),
        make_fact("f2", 70, comparator=">", start=90),
        make_fact("f3", edition="text", start=20),
        make_fact("f4", 41, time="2018", source_id="s2"),
        make_fact("f5", time="2022", source_id="s3"),
        make_fact("f6", breakdown={"领域": "交通"}, start=300),
    ]
    same = {fact.fact_id: fact.same_as for fact in reconcile(facts, CATALOGUE).facts}
    assert same["f1"] == ("f2", "f3", "f5")
    assert same["f4"] == same["f6"] == ()


def test_two_numbers_of_one_document_for_the_same_thing_go_to_the_review_list():
    review = reconcile([make_fact("f1", 87), make_fact("f2", 10, start=90)], CATALOGUE).review
    assert [(row.fact_id, row.why) for row in review] == [("f1", "clash"), ("f2", "clash")]
    assert "10项 (f2)" in review[0].reason_1


@pytest.mark.parametrize("time", [None, "XXXX-05-16", "2018/..", "../2018"])
def test_facts_without_a_place_on_the_time_axis_agree_within_their_source_only(time):
    facts = [
        make_fact("f1", time=time),
        make_fact("f2", time=time, start=90),
        make_fact("f3", time=time, source_id="s2"),
    ]
    assert [fact.same_as for fact in reconcile(facts, CATALOGUE).facts] == [("f2",), ("f1",), ()]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, Interval(Fraction(75), Fraction(75))),
        ({"comparator": ">"}, Interval(Fraction(75), None, True)),
        ({"comparator": "<="}, Interval(None, Fraction(75))),
        ({"comparator": "~"}, Interval(None, None)),
        ({"comparator": "~", "low": 70, "high": 80}, Interval(Fraction(70), Fraction(80))),
        (
            {"value": None, "comparator": "range", "value_min": 20, "value_max": 30},
            Interval(Fraction(20), Fraction(30)),
        ),
    ],
)
def test_bounds_of_a_fact(given, expected):
    assert Interval.of_fact(make_fact(surface="75项", **given)) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (Interval(Fraction(70), None, True), Interval(Fraction(75), Fraction(75)), True),
        (Interval(Fraction(75), None, True), Interval(Fraction(75), Fraction(75)), False),
        (Interval(Fraction(75), None), Interval(Fraction(75), Fraction(75)), True),
        (Interval(None, Fraction(40), False, True), Interval(Fraction(40), None), False),
        (Interval(None, None), Interval(Fraction(1), Fraction(2)), True),
    ],
)
def test_overlap(a, b, expected):
    assert a.meets(b) is b.meets(a) is expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"area": ("北京", "天津", "河北")}, "京津冀"),
        ({"area": ("河北", "北京", "天津")}, "京津冀"),
        ({"area": ("全国",)}, "中国"),
        ({"area": ("京津冀", "ISO")}, "京津冀"),
        ({"area": ("北京", "海南")}, "北京+海南"),
        ({"area": (), "body": "某委员会"}, "某委员会"),
        ({"area": ("某委员会", "北京"), "body": "某委员会"}, "北京"),
        ({"area": ("北京", "天津"), "ref_area": "天津"}, "天津"),
        ({"area": ()}, None),
    ],
)
def test_the_area_that_is_measured(given, expected):
    assert measured_area(make_fact(**given), area_names(Gazetteer.load())) == expected


def test_every_collected_number_has_a_measure():
    catalogue, _ = read_catalogue(ROOT / "config/measures.yaml", ROOT / "config/dimensions.yaml")
    facts, _ = read_collected(ROOT / "raw/collected.csv")
    result = reconcile(facts, catalogue, (), area_names(Gazetteer.load(ROOT / "config/areas.csv")))
    assert [fact.fact_id for fact in result.facts if fact.measure_id is None] == []
    assert result.review == []
