"""As many places as numbers, each in a list of its own: each place has its number, though no 分别 says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]
BOTH = ("嘉兴", "湖州")


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("嘉兴、湖州专利授权量达到3.2万件和1.8万件。", [("嘉兴",), ("湖州",)]),
        ("南京、无锡、常州粮食产量达330万吨、120万吨、80万吨。", [("南京",), ("无锡",), ("常州",)]),
        ("广东和江苏患病率为1.9%和2.8%。", [("广东",), ("江苏",)]),
        ("嘉兴、湖州专利授权量达到3.2万件和1.8万件，增长5%和8%。", [("嘉兴",), ("湖州",)] * 2),
        ("嘉兴、湖州专利授权量达到3.2万件。", [BOTH]),
        ("嘉兴、湖州合计授权专利3.2万件和登记商标1.8万件。", [BOTH, BOTH]),
        ("嘉兴、湖州专利授权量和商标注册量达到3.2万件和1.8万件。", [BOTH, BOTH]),
        ("嘉兴、湖州专利授权量由3.2万件增至4万件和5万件。", [BOTH, BOTH, BOTH]),
        ("嘉兴、湖州2022年和2023年产值为1.9万亿元和2.0万亿元。", [BOTH, BOTH]),
        ("嘉兴、湖州实现营收300亿元和出口20万吨。", [BOTH, BOTH]),
    ],
)
def test_places_in_two_lists(read: Read, text: str, areas: list[tuple[str, ...]]) -> None:
    assert [fact.area for fact in read(text).facts] == areas
