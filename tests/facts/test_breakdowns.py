"""Breakdowns: a category that the words name, and none where two are counted together."""

import pytest

from suyuan.facts.breakdowns import DimensionTable, breakdown_of
from suyuan.facts.reading import Column

TABLE = DimensionTable({"类别": {"甲类": ("甲标准",), "乙类": ("乙标准", "新乙标准")}})


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("甲标准数量", {"类别": "甲类"}),
        ("新乙标准数量", {"类别": "乙类"}),
        ("甲标准和乙标准数量", {}),
        ("乙标准、甲标准数量", {}),
        ("甲标准与新乙标准数量", {}),
        ("甲标准和课题数量", {"类别": "甲类"}),
        ("标准数量", {}),
    ],
)
def test_the_category_of_a_phrase(measure, expected):
    found = breakdown_of(Column(measure), TABLE)
    assert {name: category.value for name, category in found.items()} == expected
