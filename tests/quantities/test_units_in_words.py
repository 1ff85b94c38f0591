"""Rates in words (12米每秒, 时速350公里), counted courses, and the unit at the end of a list."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from suyuan.quantities import Mention

Mentions = Callable[[str], list[tuple[str, Mention]]]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("风速达到12米每秒", ["m/秒"]),
        ("车速为60公里每小时", ["km/小时"]),
        ("投喂5公斤每天两次", ["kg", "次"]),  # 每天 belongs to what follows
        ("列车时速由250公里提高到350公里", ["km/小时"] * 2),
        ("航速从时速20公里降至15公里", ["km/小时"] * 2),
        ("时速120公里，线路长30公里", ["km/小时", "km"]),
        ("开设8门课程", ["门"]),
        ("开设3门课，培训50人", ["门课", "人"]),
        ("酸度、温度、湿度分别为7.2、25℃和60%", [None, "°C", "%"]),
        ("甲、乙、丙地分别为72、25和60公里", ["km"] * 3),
        ("甲地降水72、25和60毫米", ["毫米"] * 3),
    ],
)
def test_units(mentions: Mentions, text: str, units: list[str | None]) -> None:
    assert [mention.unit for _, mention in mentions(text)] == units
