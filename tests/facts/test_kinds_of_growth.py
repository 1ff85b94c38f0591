"""Growths of one magnitude are told apart: against what, and in which prices; against the year before is the default."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        (
            "人均收入3.9万元，比上年名义增长6.6%，扣除价格因素实际增长6.3%。",
            ["人均收入", "人均收入名义增速", "人均收入实际增速"],
        ),
        ("发电量环比增长3.2%，同比增长4.8%。", ["发电量环比增速", "发电量增速"]),
        ("出厂价格同比下降0.3%，环比上涨0.5%。", ["出厂价格降幅", "出厂价格环比涨幅"]),
        ("基金支出当月增长5%，累计增长8%。", ["基金支出当月增速", "基金支出累计增速"]),
        ("发电量同比、环比分别增长4.8%和3.2%。", ["发电量增速", "发电量环比增速"]),
        ("零售额增长12.5%，两年平均增长3.9%。", ["零售额增速", None, "零售额两年平均增速"]),
        ("工业增加值增长6.8%，比上月加快0.2个百分点。", ["工业增加值增速", "工业增加值增速加快幅度"]),
        ("出口额增长5%，增速较上月回落1.2个百分点。", ["出口额增速", "出口额增速降幅"]),
        # words of another meaning
        ("实际利用外资12亿元，同比增长8%。", ["实际利用外资", "实际利用外资增速"]),
        ("实际完成投资比上年增长5%。", ["实际完成投资增速"]),
        ("产值同比增长5%，增速居第3位。", ["产值增速", None]),
    ],
)
def test_kinds_of_growth(read: Read, text: str, measures: list[str | None]) -> None:
    got = [fact.measure for fact in read(text).facts]
    assert [g if wanted else None for g, wanted in zip(got, measures, strict=True)] == measures
