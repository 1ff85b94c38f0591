"""A government's own budget (市本级) is a row of the whole, and what its sentence tells next is of that row too."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]
CITY, COUNTIES = {"行政级别": "市本级"}, {"行政级别": "县级"}
INCOME = "一般公共预算收入"


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        (
            "全市一般公共预算收入12亿元。市本级一般公共预算收入4亿元，增长3%。",
            [(INCOME, {}), (INCOME, CITY), (INCOME + "增速", CITY)],
        ),
        (
            "全市一般公共预算收入完成23亿元，下降4%。分级次看，市本级完成6亿元，县级完成17亿元。",
            [(INCOME, {}), (INCOME + "降幅", {}), (INCOME, CITY), (INCOME, COUNTIES)],
        ),
        (
            "全市债务余额23亿元，其中市本级11亿元，县级12亿元。",
            [("债务余额", {}), ("债务余额", CITY), ("债务余额", COUNTIES)],
        ),
        (
            "省本级医保基金收入32亿元，支出29亿元。",
            [("医保基金收入", {"行政级别": "省本级"}), ("医保基金支出", {"行政级别": "省本级"})],
        ),
        ("市本级政府性基金收入4亿元，全市债务余额9亿元。", [("政府性基金收入", CITY), ("债务余额", {})]),
        # the sums of one account
        ("工会经费收入12万元，支出9万元。", [("工会经费收入", {}), ("工会经费支出", {})]),
        ("新开工住房74万套，基本建成51万套。", [("新开工住房数量", {}), ("基本建成住房数量", {})]),
    ],
)
def test_levels_of_government(read: Read, text: str, columns: list[tuple[str, dict[str, str]]]) -> None:
    assert [(fact.measure, dict(fact.breakdown)) for fact in read(text).facts] == columns
