"""Sums that are thresholds: steps that were reached, and sizes of things that are counted."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from suyuan.quantities import Quantities

Find = Callable[..., Quantities]


@pytest.mark.parametrize(
    ("text", "surface", "comparator", "value"),
    [
        ("生产总值迈上6万亿元台阶。", "迈上6万亿元", ">=", 6 * 10**12),
        ("贸易额跃上500亿元新台阶。", "跃上500亿元", ">=", 5 * 10**10),
        ("存款余额跨过千亿元大关。", "跨过千亿元", ">", 10**11),
        ("经济总量迈上万亿元台阶。", "迈上万亿元", ">=", 10**12),
        ("保费突破3亿元门槛。", "突破3亿元", ">", 3 * 10**8),
    ],
)
def test_a_step_is_reached_or_passed(
    find: Find, text: str, surface: str, comparator: str, value: int
) -> None:
    mention = find(text).mentions[-1]
    assert text[mention.start : mention.end] == surface
    assert (mention.comparator, mention.value) == (comparator, Fraction(value))


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("经济总量跨过4个万亿元台阶。", "4个"),
        ("工业产值跨过两个千亿元大关。", "两个"),
        ("建成3个百亿元产业集群。", "3个"),
    ],
)
def test_the_size_of_what_is_counted_is_no_sum(find: Find, text: str, surface: str) -> None:
    assert [text[m.start : m.end] for m in find(text).mentions] == [surface]


@pytest.mark.parametrize(
    ("text", "comparators"),
    [
        ("投资6万亿元。", ["="]),
        ("2个5亿元项目。", ["=", "="]),
        ("离6万亿元大关尚有差距。", ["="]),
        ("该市加入万亿元俱乐部。", []),
    ],
)
def test_other_sums_stay(find: Find, text: str, comparators: list[str]) -> None:
    assert [m.comparator for m in find(text).mentions] == comparators
