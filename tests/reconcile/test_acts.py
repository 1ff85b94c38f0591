"""Which tellings of several sources are joined to one act, and what they disagree on."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.reconcile.acts import joined_acts, with_mentions
from suyuan.records import Act, TextLocator

HERE = TextLocator(start=0, end=4, context_hash="0" * 12)
QUALITY, HIGH = "两市质量发展合作框架协议", "两市高质量发展合作框架协议"


def act(name, source="a", title=None, date="2014", verb="签署", actors=("甲市", "乙市"), **more):
    given = {
        "act_id": name, "source_id": source, "edition": "text", "locator": HERE, "start": 0, "end": 4,
        "sentence": "甲市与乙市签署协议。", "date": date, "title": title, "act": verb, "actors": actors, "method": "act_sign",
    }  # fmt: skip
    return Act(**(given | more))


def joined(*acts):
    return joined_acts(with_mentions(acts))


def groups(*acts):
    return [tuple(m.act_id for m in each.mentions) for each in joined(*acts)]


def together(*acts):
    return sorted("".join(sorted(group)) for group in groups(*acts))


def test_one_act_under_two_titles_shows_what_differs():
    first, second = act("x", "a", QUALITY, "2014-09"), act("y", "b", HIGH, "2014")
    (found,) = joined(second, first)
    assert found.first.act_id == "x"  # the finer date
    assert found.disagreements == ("title", "date")
    assert found.values("title") == (first.title, second.title)


@pytest.mark.parametrize(
    "other",
    [
        {"source": "a"},  # one source that gives two titles means two documents
        {"date": "2015"},
        {"date": None},
        {"actors": ("丙市",)},
        {"verb": "修订"},
        {"level": "省级"},
    ],
)
def test_another_act(other):
    given = {"source": "b"} | other
    assert groups(act("x", "a", QUALITY, level="城际"), act("y", title=HIGH, **given)) == [("x",), ("y",)]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        # what parties sign has the same parties
        ({"actors": ("甲市", "乙市")}, {"actors": ("甲市", "乙市")}, True),
        ({"actors": ("甲市", "乙市")}, {"actors": ("甲市", "乙市", "丙市")}, False),
        (
            {"actors": ("甲市", "乙市"), "sentence": "甲市、乙市等三地签署协议。"},
            {"actors": ("甲市", "乙市", "丙市")},
            True,
        ),
        (
            {"actors": ("甲市", "乙市"), "sentence": "甲市与乙市签署信用等协议。"},
            {"actors": ("甲市", "乙市", "丙市")},
            False,
        ),
        (
            {"actors": ("甲市", "乙市"), "sentence": "甲市、乙市等三地签署协议。"},
            {"actors": ("甲市", "丙市")},
            False,
        ),
        (
            {"actors": ("三市",), "areas": ("甲市", "乙市")},
            {"actors": ("三市", "省政府"), "areas": ("甲市", "乙市")},
            True,
        ),
        ({"actors": ()}, {"actors": ("甲市", "乙市")}, True),
        # what one issues may be told in part
        ({"verb": "印发", "actors": ("甲市",)}, {"verb": "印发", "actors": ("甲市", "乙市")}, True),
    ],
)
def test_parties(first, second, same):
    acts = act("x", "a", QUALITY, **first), act("y", "b", QUALITY, **second)
    assert len(groups(*acts)) == (1 if same else 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("京津合作框架协议", "京津冀合作框架协议"),
        ("中韩标准合作备忘录", "中日韩标准合作备忘录"),
        ("两市交通建设发展规划", "两市交通建设发展规划纲要"),
        ("某某新区建设规划方案", "某某新区建设总体规划方案"),
    ],
)
def test_documents_of_other_names_stay_apart(one, other):
    told = [act("x", "a", one, "2014", "印发"), act("y", "b", other, "2014-08", "印发")]
    assert groups(*told) == [("x",), ("y",)]


CHAINS = [
    # a vague date fits two months
    (
        [("p", QUALITY, "2014", ()), ("q", QUALITY, "2014-03", ()), ("r", QUALITY, "2014-09", ())],
        ["a", "b", "c"],
    ),
    (
        [("p", QUALITY, "2014-03", ()), ("p", QUALITY, "2014-09", ()), ("q", QUALITY, "2014", ())],
        ["a", "b", "c"],
    ),
    ([("p", QUALITY, "2014", ()), ("q", QUALITY, "2014-03", ()), ("r", QUALITY, "2014-03-05", ())], ["abc"]),
    # an act without actors fits two bodies
    (
        [("p", QUALITY, "2014", ("甲",)), ("q", QUALITY, "2014", ()), ("r", QUALITY, "2014", ("乙",))],
        ["a", "b", "c"],
    ),
    ([("p", QUALITY, "2014", ("甲",)), ("q", QUALITY, "2014", ()), ("r", QUALITY, "2014", ("甲",))], ["abc"]),
    # two titles of one source, told again by others
    (
        [
            ("p", QUALITY, "2014", ()),
            ("p", HIGH, "2014", ()),
            ("q", QUALITY, "2014", ()),
            ("r", HIGH, "2014", ()),
        ],
        ["ac", "bd"],
    ),
    # a title like two documents of another source
    (
        [
            ("p", QUALITY, "2014", ()),
            ("q", HIGH, "2014", ()),
            ("q", "两市质量大发展合作框架协议", "2014", ()),
        ],
        ["a", "b", "c"],
    ),
    # what a source tells of its own act counts first
    (
        [("p", QUALITY, "2014", ()), ("p", QUALITY, "2014-09", ()), ("q", QUALITY, "2014-03", ())],
        ["ab", "c"],
    ),
    # one source twice and another once
    ([("p", QUALITY, "2014", ()), ("p", QUALITY, "2014-03", ()), ("q", HIGH, "2014", ())], ["abc"]),
]


@pytest.mark.parametrize(("told", "wanted"), CHAINS)
def test_what_excludes_one_another_is_not_joined_by_a_third(told, wanted):
    acts = [
        act(n, source, title, date, "印发", who)
        for n, (source, title, date, who) in zip("abcd", told, strict=False)
    ]
    for order in permutations(acts):
        assert together(*order) == wanted


def test_two_editions_of_a_source_tell_one_act():
    acts = [act("x", "a", QUALITY), act("y", "a", QUALITY, edition="digest"), act("z", "b", QUALITY)]
    assert groups(*acts) == [("x", "y", "z")]


def test_nothing_told_is_no_disagreement():
    (found,) = joined(act("x", "a", "两市合作协议", actors=()), act("y", "b", "两市合作协议"))
    assert found.disagreements == ()


def test_mentions_are_those_of_the_joined_act():
    acts = [act("x", "a", "两市合作协议"), act("y", "b", "两市合作协议"), act("z", "b", "别的协议")]
    assert [a.mentions for a in with_mentions(acts)] == [("y",), ("x",), ()]


def test_a_table_of_some_acts_joins_what_a_table_of_all_does():
    acts = with_mentions(
        [act("x", "p", QUALITY), act("y", "q", HIGH), act("z", "q", "两市质量大发展合作框架协议")]
    )
    assert [each.mentions for each in joined_acts(acts[:2])] == [(acts[0],), (acts[1],)]


GIVEN = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.sampled_from([QUALITY, HIGH, None]),
        st.sampled_from(["2014", "2014-03", "2014-09", None]),
        st.sampled_from([(), ("甲市",), ("乙市",)]),
    ),
    max_size=8,
)


@given(GIVEN)
def test_each_act_is_in_one_joined_act_whatever_their_order(given_acts):
    acts = [act(str(n), *each[:3], "印发", each[3]) for n, each in enumerate(given_acts)]
    found = joined(*acts)
    assert sorted(m.act_id for each in found for m in each.mentions) == [a.act_id for a in acts]
    assert together(*acts) == together(*acts[::-1])
    again = joined_acts(with_mentions(with_mentions(acts)))
    assert {frozenset(m.act_id for m in e.mentions) for e in again} == {
        frozenset(m.act_id for m in e.mentions) for e in found
    }


@given(GIVEN)
def test_no_two_tellings_of_an_act_exclude_one_another(given_acts):
    acts = [act(str(n), *each[:3], "印发", each[3]) for n, each in enumerate(given_acts)]
    for each in joined(*acts):
        for a in each.mentions:
            for b in each.mentions:
                assert a.source_id != b.source_id or a.title == b.title
                assert {a.date, b.date} != {"2014-03", "2014-09"}
                assert a.source_id == b.source_id or not a.actors or not b.actors or a.actors == b.actors
