import pytest

from factories import make_fact
from suyuan.audit.editions import compare_editions, compare_figures, shown_value


def outcomes(*facts):
    return [(row.outcome, row.fact_a, row.fact_b, row.differs) for row in compare_editions(facts)]


def test_equal_statements_are_the_same_whatever_their_place():
    facts = [make_fact("o1", edition="original", start=500), make_fact("d1", start=10)]
    assert outcomes(*facts) == [("same", "o1", "d1", ())]
    assert outcomes(*reversed(facts)) == [("same", "o1", "d1", ())]


@pytest.mark.parametrize(
    ("given", "differs"),
    [
        ({"time": "2022"}, ("time",)),
        ({"comparator": ">"}, ("comparator",)),
        ({"area": ("北京", "天津")}, ("area",)),
        ({"value": 76}, ("value",)),
        ({"breakdown": {"领域": "交通"}, "nature": "target"}, ("breakdown", "nature")),
    ],
)
def test_what_differs_is_named(given, differs):
    facts = [make_fact("o1", edition="original"), make_fact("d1", **given)]
    assert outcomes(*facts) == [("differs", "o1", "d1", differs)]


def test_what_stands_in_one_edition_only():
    facts = [
        make_fact("o1", edition="original"),
        make_fact("o2", 41, edition="original", start=90, time="2018", measure="成员单位数量", unit="家"),
        make_fact("d1"),
        make_fact("d2", 999, start=120, time="2001", measure="里程", unit="公里", area=()),
    ]
    assert outcomes(*facts) == [
        ("same", "o1", "d1", ()),
        ("only_a", "o2", None, ()),
        ("only_b", None, "d2", ()),
    ]


def test_equal_numbers_are_paired_by_what_they_are_about():
    facts = [
        make_fact("o1", 14, edition="original", area=("北京",)),
        make_fact("o2", 14, edition="original", area=("天津",), start=30),
        make_fact("d1", 14, area=("天津",)),
        make_fact("d2", 14, area=("北京",), start=30),
    ]
    assert outcomes(*facts) == [("same", "o1", "d2", ()), ("same", "o2", "d1", ())]


def test_three_editions_give_three_comparisons_and_sources_stay_apart():
    facts = [make_fact(e, edition=e) for e in ("original", "text", "digest")] + [
        make_fact("x", source_id="s2")
    ]
    assert [(r.edition_a, r.edition_b) for r in compare_editions(facts)] == [
        ("original", "text"),
        ("original", "digest"),
        ("text", "digest"),
    ]


def test_collected_rows_are_an_edition_of_a_document_and_nothing_by_themselves():
    row = make_fact("c", grade="mirror")
    assert outcomes(row, make_fact("d")) == [("same", "d", "c", ())]
    assert outcomes(row, make_fact("d", source_id="s2")) == []


def test_values_are_shown_with_their_comparator():
    assert shown_value(make_fact(comparator=">", value=70)) == ">70"
    assert shown_value(make_fact(value=None, value_min=2, value_max=3, comparator="range")) == "2..3"


def figures(*facts):
    """What only the first, only the second of two editions states; the digest is the second."""
    result = compare_figures(
        [fact for fact in facts if fact.edition == "text"],
        [fact for fact in facts if fact.edition == "digest"],
    )
    assert set(result.same).isdisjoint(result.only_first)
    return (
        [facts[0].fact_id for facts in result.only_first.values()],
        [facts[0].fact_id for facts in result.only_second.values()],
    )


@pytest.mark.parametrize(
    ("given", "digest", "expected"),
    [
        ({}, {}, ([], [])),
        ({}, {"measure": "里程", "time": "1999", "area": ()}, ([], [])),  # whatever it is about
        ({}, {"value": 76}, (["p"], ["d"])),
        ({}, {"comparator": ">"}, (["p"], ["d"])),
        ({}, {"unit": "家"}, (["p"], ["d"])),
        ({}, {"unit": None}, ([], [])),  # English, a cell
        ({"unit": "大类"}, {"unit": "类"}, ([], [])),
    ],
)
def test_figures_of_two_editions(given, digest, expected):
    assert figures(make_fact("p", edition="text", **given), make_fact("d", **digest)) == expected


def test_a_figure_told_again_is_no_other_figure():
    paper = [make_fact("p", edition="text"), make_fact("p2", edition="text", start=90)]
    assert figures(*paper, make_fact("d")) == ([], [])
    assert figures(paper[0], make_fact("d"), make_fact("d2", start=80)) == ([], [])
