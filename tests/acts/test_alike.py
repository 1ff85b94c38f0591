"""When titles, verbs and objects may be names of one thing. The names are made up."""

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.acts.alike import alike, alike_titles, dice, place_names, plain, same_object, same_verb
from suyuan.places import Gazetteer, Place


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("两市质量发展合作框架协议", "两市高质量发展合作框架协议", True),
        ("两市合作协议", "两市合作 协议", True),
        ("国家用水体系建设发展规划", "用水体系建设发展规划", True),
        ("两市水源保护合作协议", "两市水源保护合作协议（修订）", False),  # another document
        ("两市水源保护合作协议", "两市水源保护合作协议实施细则", False),
        ("某市2023年重点工作计划安排", "某市2024年重点工作计划安排", False),
        ("某市重点建设计划安排表", "某市重点建设计划安排表第2号", False),
        ("两市安全标准合作框架协议", "两市信用标准合作框架协议", False),
        ("协议", "两市高质量发展合作框架协议", False),  # in it, and too short
        # places tell agreements apart
        ("京津合作框架协议", "京津冀合作框架协议", False),
        ("中韩标准合作备忘录", "中日韩标准合作备忘录", False),
        ("沪苏浙水源保护合作协议", "沪苏浙皖水源保护合作协议", False),
        ("水源联合保护与治理合作协议", "河北水源联合保护与治理合作协议", False),
        # plans of different names
        ("两市交通建设发展规划", "两市交通建设发展规划纲要", False),
        ("某某新区建设规划方案", "某某新区建设总体规划方案", False),
        ("某某新区建设近期规划方案", "某某新区建设规划方案", False),
        ("某某新区建设专项规划方案", "某某新区建设规划方案", False),
    ],
)
def test_titles_of_one_document(a, b, same):
    assert alike(a, b) is alike(b, a) is same


def test_a_place_of_the_subject_tells_titles_apart():
    own = place_names(Gazetteer.of([Place("某甲", "某甲县", "county")]))
    titles = "两地水源联合保护与治理合作协议", "两地某甲水源联合保护与治理合作协议"
    assert alike(*titles) and not alike(*titles, own)


def test_dice_worked_by_hand():
    assert dice("甲乙丙丁", "乙丙丁戊") == Fraction(2 * 2, 3 + 3)
    assert dice("甲", "甲乙") == 0


@pytest.mark.parametrize(
    ("a", "b", "same"), [("联合印发", "印发", True), ("签订", "签署", True), ("印发", "修订", False)]
)
def test_verbs_of_one_meaning(a, b, same):
    assert same_verb(a, b) is same_verb(b, a) is same


@pytest.mark.parametrize(
    ("a", "b", "of_one_day", "of_one_month"),
    [
        ("全国用水会议", "全国用水会议", True, True),
        ("了全国用水会议", "全国用水会议", True, True),
        ("全国用水工作大会", "全国用水大会", False, False),  # 工作 tells two documents apart
        ("座谈会", "全国用水座谈会", True, False),
        ("", "全国用水座谈会", True, False),
        ("", "", True, False),
        ("全国经济会议", "全国教育会议", False, False),
        ("第一次会议", "第二次会议", False, False),
        ("“三点意见”", "关于用水的“三点意见”之后", True, True),
        ("“三点意见”", "“四项任务”", False, False),
    ],
)
def test_objects_of_one_verb(a, b, of_one_day, of_one_month):
    assert same_object(a, b, True) is same_object(b, a, True) is of_one_day
    assert same_object(a, b, False) is same_object(b, a, False) is of_one_month


WORDS = ["两市", "高", "质量", "发展", "合作", "框架", "2014年", "京津", "冀", "规划", "修订", "协议"]


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=8).map("".join), max_size=12))
def test_the_pairs_of_titles_are_those_of_comparing_each_with_each(titles):
    names = place_names()
    known = sorted({plain(title) for title in titles})
    found = sorted(tuple(sorted(pair)) for pair in alike_titles(known, names))
    assert found == [(a, b) for n, a in enumerate(known) for b in known[n + 1 :] if alike(a, b, names)]


def test_many_titles_are_not_compared_each_with_each():
    seeded = random.Random(1)
    titles = {"".join(chr(0x4E00 + seeded.randrange(500)) for _ in range(12)) for _ in range(3000)}
    longer = sorted(titles)[0] + "案"
    assert list(alike_titles({*titles, longer}, lambda words: False)) == [(longer[:-1], longer)]
