"""比 that ends a noun and 比 that compares, and names whose first character is no preposition."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("水胶比由0.45降低到0.38。", ["水胶比"] * 2),
        ("城乡居民收入比由2.5缩小到2.3。", ["城乡居民收入比"] * 2),
        ("流动比从1.2提高到1.5。", ["流动比"] * 2),
        ("城乡居民收入比为2.5。", ["城乡居民收入比"]),
        ("汽车产量比2020年增长5%。", ["汽车产量增速"]),
        ("粮食产量比上年增长5%。", ["粮食产量增速"]),
        ("占比2020年为5%。", ["占比"]),
        ("用时由30缩短为10分钟。", ["用时"] * 2),
        ("预计负债余额3亿元。", ["预计负债余额"]),
    ],
)
def test_measures(read: Read, text: str, measures: list[str]) -> None:
    assert [fact.measure for fact in read(text).facts] == measures


def test_a_number_without_unit_keeps_none_in_a_list_of_several_units(read: Read) -> None:
    found = read("pH、温度、湿度分别为7.2、25℃和60%。").facts
    assert [(fact.measure, fact.unit) for fact in found] == [("pH", None), ("温度", "°C"), ("湿度", "%")]


@pytest.mark.parametrize(
    "text", ["试验组、对照组各60例。", "试验组和对照组各60例。", "观察组患者与对照组各30人。"]
)
def test_two_groups_are_no_category(read: Read, text: str) -> None:
    (fact,) = read(text).facts
    assert fact.breakdown == {}
    assert fact.measure is None or not fact.measure.startswith(("、", "和", "与"))
