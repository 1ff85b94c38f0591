"""Bounds that a verb parts from the number, numbers of norms, lists of ranges, and words that lead to a level."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from suyuan.quantities.mention import Mention

Found = Callable[[str], list[tuple[str, Mention]]]


@pytest.mark.parametrize(
    ("text", "words", "comparator", "unit"),
    [
        ("质量损失率已超过5%的限值。", "5%", "=", "%"),
        ("失业率低于4.5%的控制目标。", "4.5%", "=", "%"),
        ("失业率低于4.5%的地区较多。", "低于4.5%", "<", "%"),
        ("取代率不宜大于50%。", "不宜大于50%", "<=", "%"),
        ("间距不应小于30 cm。", "不应小于30 cm", ">=", "cm"),
        ("功耗攀升到700 W甚至更高。", "700 W甚至更高", ">=", "W"),
        ("每班至少评估1次。", "1次", ">=", "次"),
        ("每人最多选择3项。", "3项", "<=", "项"),
        ("人数最多的达3个。", "3个", "=", "个"),
        # a norm ends its clause; a share of norms or of others keeps its bound
        ("裂缝占比已超过5%的规定限值。", "5%", "=", "%"),
        ("裂缝占比已超过5%的国家标准。", "5%", "=", "%"),
        ("增速，低于4.5%的控制目标。", "4.5%", "=", "%"),
        ("超过80%的学校达到标准。", "超过80%", ">", "%"),
        ("超过90%的国家标准已公开。", "超过90%", ">", "%"),
        ("已公开超过90%的国家标准。", "超过90%", ">", "%"),
        ("全年完成了超过90%的目标。", "超过90%", ">", "%"),
        ("低于60%的城市设定目标。", "低于60%", "<", "%"),
        ("投资超过5亿元的目标企业。", "超过5亿元", ">", "CNY"),
        # a superlative is no bound, a verb in a norm or 至少 is
        ("景区最多时3000人。", "3000人", "=", "人"),
        ("以最多票数获得12项。", "12项", "=", "项"),
        ("该校最少班级12人。", "12人", "=", "人"),
        ("单日最多接待5万人。", "5万人", "=", "人"),
        ("景区每日最多接待5万人。", "5万人", "<=", "人"),
        ("考生最多可填报6项。", "6项", "<=", "项"),
        ("学员须最少参加4次。", "4次", ">=", "次"),
        ("患者至少复查2次。", "2次", ">=", "次"),
        ("生均借阅量已跌破5册。", "跌破5册", "<", "册"),
        ("未利用的图书约合720万元。", "约合720万元", "~", "CNY"),
        ("提供岗位11.2万个次。", "11.2万个次", "=", "个次"),
        ("得分从2.1分升至更高。", "2.1分", "=", "分"),
        ("疗程为14 d。", "14 d", "=", "d"),
        ("处理能力120 m3/d。", "120 m3/d", "=", "m3/d"),
    ],
)
def test_bounds_and_units(mentions: Found, text: str, words: str, comparator: str, unit: str) -> None:
    found = [(surface, m.comparator, m.unit) for surface, m in mentions(text)]
    assert found == [(words, comparator, unit)]


def test_list_of_ranges(mentions: Found) -> None:
    found = [(m.value_min, m.value_max, m.unit) for _, m in mentions("采集0~10、10~20和20~40 cm土层样品。")]
    assert found == [(0, 10, "cm"), (10, 20, "cm"), (20, 40, "cm")]


def test_interval_of_whole_numbers(mentions: Found) -> None:
    found = [(m.value_min, m.value_max) for _, m in mentions("诊断比值比的95%CI:16~37。")]
    assert (16, 37) in found


def test_level_of_a_row(mentions: Found) -> None:
    found = [m.value for _, m in mentions("指数由对照组的4.87降至3.92。")]
    assert found == [Fraction("4.87"), Fraction("3.92")]


@pytest.mark.parametrize(
    "text",
    [
        "采用十折交叉验证。",
        "作10折交叉验证。",
        "模型1只纳入年龄。",
        "有效率=有效例数/总例数×100%。",
        "两组均连续治疗。",
    ],
)
def test_no_quantity(mentions: Found, text: str) -> None:
    assert mentions(text) == []
