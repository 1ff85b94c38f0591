"""Names of two characters that stand in longer words: parts of provinces, seas."""

from __future__ import annotations

import pytest

from suyuan.places import Gazetteer

GAZETTEER = Gazetteer.load()


@pytest.mark.parametrize(
    "text", ["淅川中学有学生", "汶川北部有村庄", "陵川西部有煤矿", "闽南语使用者", "黄海波出演"]
)
def test_a_part_of_a_word_is_no_region(text: str) -> None:
    assert not [m for m in GAZETTEER.find(text) if m.kind == "region"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("皖北两市人均产值", "皖北"),
        ("苏南五市产值", "苏南"),
        ("东海海域面积", "东海"),
        ("位于川西高原", "川西"),
    ],
)
def test_a_region_is_found(text: str, name: str) -> None:
    assert name in [m.name for m in GAZETTEER.find(text)]
