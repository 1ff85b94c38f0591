"""Test statistics as sentences print them."""

from fractions import Fraction

import pytest

from suyuan.methods.surveys.reports import fractions_in, reports_in

F_ = Fraction


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("差异显著（t（118）=2.45，P<0.05）。", [("t", "2.45", ["118"], "<", "0.05")]),
        ("差异显著（t=2.45，df=118，p=0.016）", [("t", "2.45", ["118"], "=", "0.016")]),
        ("有差异（F（2,453）=4.12，p<.05）", [("F", "4.12", ["2", "453"], "<", ".05")]),
        ("（F（2，453）=4.12）", [("F", "4.12", ["2", "453"], None, None)]),
        ("（χ²=3.21，自由度为2，P=0.201）", [("chi2", "3.21", ["2"], "=", "0.201")]),
        ("（χ2=3.21，P>0.05）", [("chi2", "3.21", [], ">", "0.05")]),
        ("χ²（1，N=90）=0.89，p=0.35", [("chi2", "0.89", ["1"], "=", "0.35")]),
        ("t=2.1，P<0.05；Z=-1.3，P=0.19", [("t", "2.1", [], "<", "0.05"), ("z", "-1.3", [], "=", "0.19")]),
        ("t=2.1，t=3.4，P<0.01", [("t", "2.1", [], None, None), ("t", "3.4", [], "<", "0.01")]),
        ("设t<3，增长P=12。", []),
        ("t=1,234.5，P=0.05%", [("t", "1234.5", [], None, None)]),
        ("t=2.1，P=1e-5", [("t", "2.1", [], None, None)]),
        ("t=2.1，P=3.2×10-4", [("t", "2.1", [], None, None)]),
        ("t=2.1，P=0.001,95%CI", [("t", "2.1", [], "=", "0.001")]),
        ("cost=3，GDP=5", []),
        ("t=50%", []),
    ],
)
def test_reports(text, expected):
    found = [(r.kind, r.value, list(r.df), r.relation, r.p) for r in reports_in(text)]
    assert found == [
        (k, F_(v), [F_(d) for d in df], rel, F_(p) if p else None) for k, v, df, rel, p in expected
    ]


def test_what_the_print_allows():
    (found,) = reports_in("t（9）=2.1，P<0.05")
    assert (found.interval.low, found.interval.high) == (F_("2.05"), F_("2.15"))
    assert F_(0) in found.p_interval and F_("0.05") not in found.p_interval


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲组有效率为80.0%（96/120），乙组60.2%（71/118）", [(96, 120), (71, 118)]),
        ("2024/5/1至2024/6", []), ("血压130/80", []), ("1/1", []),
        ("近1/3的人，男性（60/100），女性75/100", [(60, 100), (75, 100)]),
        ("约20/30的人", []), ("1/3的人", []), ("甲组（50.0%，3/6）", [(3, 6)]), ("（n=9）占1/3", []),
    ],
)  # fmt: skip
def test_counts_over_sizes(text, expected):
    assert fractions_in(text) == expected
