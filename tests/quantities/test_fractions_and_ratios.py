"""Fractions of one with a large number below the stroke, ratios that look like clock times, and letters of generations."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from suyuan.quantities import Mention, Quantities

Mentions = Callable[[str], list[tuple[str, Mention]]]

FRACTIONS = [
    ("设计洪水频率为1/100", "1", "%", "="),
    ("误差不超过1/1000。", "0.1", "%", "<="),
    ("坡比1/500，路基宽度不变", "0.2", "%", "="),
    ("层间位移角限值为1/400。", "0.25", "%", "="),
    # so many of a population
    ("儿童死亡率为1/1000", "1", "/1000", "="),
    ("孕产妇死亡率为15.1/10万", "15.1", "/10万", "="),
    ("某病发病率为3/1000", "3", "/1000", "="),
]


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparator"), FRACTIONS, ids=[row[0] for row in FRACTIONS]
)
def test_fractions_of_one(mentions: Mentions, text: str, value: str, unit: str, comparator: str) -> None:
    ((_, mention),) = mentions(text)
    assert (mention.value, mention.unit, mention.comparator) == (Fraction(value), unit, comparator)


@pytest.mark.parametrize("text", ["图幅编号1/500A", "刊期1/120"])
def test_codes_are_no_fractions(mentions: Mentions, text: str) -> None:
    assert all(mention.unit != "%" for _, mention in mentions(text))


RATIOS = [
    ("产业结构为8:42:50", ["8", "42", "50"]),
    ("产业结构由9：43：48调整为8：42：50", ["9", "43", "48", "8", "42", "50"]),
    ("城乡、工矿用地比例为30:20:50", ["30", "20", "50"]),
    ("男女比例为12:10", ["12:10"]),
    ("水泥与砂之比为10:25", ["10:25"]),
]


@pytest.mark.parametrize(("text", "surfaces"), RATIOS, ids=[row[0] for row in RATIOS])
def test_ratios_that_look_like_clock_times(mentions: Mentions, text: str, surfaces: list[str]) -> None:
    assert [surface.replace("：", ":") for surface, _ in mentions(text)] == surfaces


@pytest.mark.parametrize(
    "text", ["开盘时间为8:42:50", "比赛于10:30开始", "列车8:15发车", "与上年同比，10:30开市"]
)
def test_clock_times_stay_dates(find: Callable[..., Quantities], text: str) -> None:
    found = find(text)
    assert found.mentions == []
    assert {entry.numeral_class for entry in found.ledger} == {"date"}


def test_ratios_that_add_to_nothing_are_no_dates(find: Callable[..., Quantities]) -> None:
    found = find("氮磷钾比例为15:15:15")
    assert found.mentions == []
    assert {entry.numeral_class for entry in found.ledger} == {"unread"}


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("称取5g芯片粉末", ["5g"]),
        ("加入3g应用样品", ["3g"]),
        ("取样12g技术", ["12g"]),
        ("取样2.5g网络状纤维", ["2.5g"]),
        ("推广5g网络", []),
        ("4g手机普及", []),
    ],
)
def test_generations_and_grams(mentions: Mentions, text: str, surfaces: list[str]) -> None:
    assert [surface for surface, _ in mentions(text)] == surfaces
