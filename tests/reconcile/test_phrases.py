import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.reconcile.phrases import dice, names_counted, normal_phrase


@pytest.mark.parametrize(
    ("phrase", "areas", "expected"),
    [
        ("区域协同地方标准数量", (), "区域协同地方标准"),
        ("标准化项目数", (), "标准化项目"),
        ("京津冀的“地方标准”", ("京津冀",), "地方标准"),
        ("京津冀", ("京津冀",), "京津冀"),  # never emptied
        ("天津市 标准", ("天津", "天津市"), "标准"),
        ("数量", (), "数量"),
        ("ＩＳＯ标准", (), "iso标准"),
    ],
)
def test_normal_form(phrase, areas, expected):
    assert normal_phrase(phrase, areas) == expected


@pytest.mark.parametrize(
    ("a", "b", "least", "most"),
    [
        ("地方标准", "地方标准", 1, 1),
        ("协同地方标准", "地方标准", 0.7, 0.8),
        ("地方标准", "渗透率", 0, 0),
        ("", "", 1, 1),
        ("标", "准", 0, 0),
    ],
)
def test_likeness(a, b, least, most):
    assert least <= dice(a, b) <= most


@given(st.text("区域协同地方标准数", max_size=12), st.text("区域协同地方标准数", max_size=12))
def test_likeness_is_symmetric_and_bounded(a, b):
    assert dice(a, b) == dice(b, a)
    assert 0 <= dice(a, b) <= 1


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("设立分支机构的企业数量", "企业数", True),
        ("企业设立的分支机构数量", "机构数", True),
        ("企业设立的分支机构数量", "企业数", False),  # not what is counted
        ("新制定国家标准和行业标准数量", "行业标准", False),  # one of two that are counted
        ("国家标准、行业标准数量", "行业标准", False),
        ("行政单元数量", "县级", False),
        ("合作项目数量", "甲大学", False),
    ],
)
def test_a_breakdown_that_only_names_the_things_counted(name, value, expected):
    assert names_counted(name, value) is expected
