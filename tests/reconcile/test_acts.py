"""When two tellings are of one act, and what they disagree on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.reconcile.acts import alike, dice, joined_acts, same_verb, with_mentions
from suyuan.records import Act, TextLocator

HERE = TextLocator(start=0, end=4, context_hash="0" * 12)


def act(name, source="a", title=None, date="2014", verb="签署", actors=("甲市", "乙市"), **more):
    given = {
        "act_id": name, "source_id": source, "edition": "text", "locator": HERE, "start": 0, "end": 4,
        "sentence": "甲市与乙市签署协议。", "date": date, "title": title, "act": verb, "actors": actors, "method": "act_sign",
    }  # fmt: skip
    return Act(**(given | more))


def groups(*acts):
    return [tuple(m.act_id for m in joined.mentions) for joined in joined_acts(acts)]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("两市质量发展合作框架协议", "两市高质量发展合作框架协议", True),
        ("两市合作协议", "两市合作 协议", True),
        ("两市水源保护合作协议", "两市水源保护合作协议（修订）", False),  # another document
        ("两市水源保护合作协议", "两市水源保护合作协议实施细则", False),
        ("某市2023年重点工作计划安排", "某市2024年重点工作计划安排", False),
        ("某市重点建设计划安排表", "某市重点建设计划安排表第2号", False),
        ("两市安全标准合作框架协议", "两市信用标准合作框架协议", False),
        ("协议", "两市高质量发展合作框架协议", False),  # in it, and too short
    ],
)
def test_titles_of_one_document(a, b, same):
    assert alike(a, b) is alike(b, a) is same


def test_dice_worked_by_hand():
    assert dice("甲乙丙丁", "乙丙丁戊") == 2 * 2 / (3 + 3)
    assert dice("甲", "甲乙") == 0.0


@pytest.mark.parametrize(
    ("a", "b", "same"), [("联合印发", "印发", True), ("签订", "签署", True), ("印发", "修订", False)]
)
def test_verbs_of_one_meaning(a, b, same):
    assert same_verb(a, b) is same_verb(b, a) is same


def test_one_act_under_two_titles_shows_what_differs():
    first = act("x", "a", "两市质量发展合作框架协议", "2014-09")
    second = act("y", "b", "两市高质量发展合作框架协议", "2014")
    (joined,) = joined_acts([second, first])
    assert joined.first is first  # the finer date
    assert joined.disagreements == ("title", "date")
    assert joined.values("title") == (first.title, second.title)


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
    first = act("x", "a", "两市质量发展合作框架协议", level="城际")
    assert groups(first, act("y", title="两市高质量发展合作框架协议", **given)) == [("x",), ("y",)]


def test_a_title_like_two_documents_of_another_source_is_left_alone():
    one = act("x", "a", "两市质量发展合作框架协议")
    two, three = (
        act(n, "b", t) for n, t in (("y", "两市高质量发展合作框架协议"), ("z", "两市质量大发展合作框架协议"))
    )
    assert groups(one, two, three) == [("x",), ("y",), ("z",)]


def test_nothing_told_is_no_disagreement():
    first = act("x", "a", "两市合作协议", actors=())
    (joined,) = joined_acts([first, act("y", "b", "两市合作协议")])
    assert joined.disagreements == ()


def test_mentions_are_those_of_the_joined_act():
    acts = [act("x", "a", "两市合作协议"), act("y", "b", "两市合作协议"), act("z", "b", "别的协议")]
    assert [a.mentions for a in with_mentions(acts)] == [("y",), ("x",), ()]


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc"),
            st.sampled_from(["两市质量合作框架协议", "两市高质量合作框架协议", None]),
            st.sampled_from(["2014", "2014-09", None]),
        ),
        max_size=8,
    )
)
def test_each_act_is_in_one_joined_act_whatever_their_order(given_acts):
    acts = [act(str(n), source, title, date) for n, (source, title, date) in enumerate(given_acts)]
    found = joined_acts(acts)
    assert sorted(m.act_id for joined in found for m in joined.mentions) == [a.act_id for a in acts]
    turned = joined_acts(acts[::-1])
    assert {frozenset(m.act_id for m in j.mentions) for j in found} == {
        frozenset(m.act_id for m in j.mentions) for j in turned
    }
