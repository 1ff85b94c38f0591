"""Actual, target, forecast."""

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("新增就业1200万人。", "actual"),
        ("力争新增就业1200万人。", "target"),
        ("今年主要预期目标是：生产总值增长5%；失业率5.5%。", "target"),
        ("到2035年企业达到300家。", "target"),
        ("到2014年企业增加到300家。", "actual"),
        ("预计生产总值增长5%。", "forecast"),
        ("人才培养计划演出4台。", "actual"),
        ("超额完成目标任务，新增就业1200万人。", "actual"),
        ("计划投资30亿元。", "target"),
    ],
)
def test_nature(read: Read, text: str, nature: str) -> None:
    assert {fact.nature for fact in read(text).facts} == {nature}
