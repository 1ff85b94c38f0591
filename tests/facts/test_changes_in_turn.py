"""分别 with a verb for each change: the name and the time of the level whose turn it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]

CASES = [
    (
        "2023年生猪出栏31.4万头，年末存栏17.1万头，分别增长3.2%和下降2.8%。",
        [("生猪出栏增速", "2023"), ("生猪存栏降幅", "2023-12")],
    ),
    (
        "2023年，旅客运输量4.2亿人，货物运输量8.1亿吨，分别增长31.2%、下降2.6%。",
        [("旅客运输量增速", "2023"), ("货物运输量降幅", "2023")],
    ),
    (
        "2023年，肉类产量51.2万吨，禽蛋产量20.1万吨，分别增长2.1%和下降1.7%。",
        [("肉类产量增速", "2023"), ("禽蛋产量降幅", "2023")],
    ),
    (
        "2023年，产值3亿元，利润2亿元，分别增长3%，下降2%，税收增长1%。",
        [("产值增速", "2023"), ("利润降幅", "2023"), ("税收增速", "2023")],
    ),
    (
        "2023年，客运量4亿人，年末汽车保有量80万辆，分别同比增长3%、同比下降2%。",
        [("客运量增速", "2023"), ("汽车保有量降幅", "2023-12")],
    ),
    # more levels than changes, no 分别: as before, of the last level
    (
        "2023年，产值3亿元，利润2亿元，税收1亿元，分别增长3%和下降2%。",
        [("税收增速", "2023"), ("税收降幅", "2023")],
    ),
    ("2023年，产值3亿元，利润2亿元，增长3%。", [("利润增速", "2023")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_changes_in_turn(read: Read, text: str, wanted: list[tuple[str, str]]) -> None:
    changes = [fact for fact in read(text).facts if fact.unit == "%"]
    assert [(fact.measure, fact.time) for fact in changes] == wanted
