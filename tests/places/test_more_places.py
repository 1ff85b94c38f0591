"""Places that a document adds: the same gazetteer as one that had them from the start."""

from __future__ import annotations

import pytest

from suyuan.places import Gazetteer
from suyuan.places.records import Place

LAKE = Place("澄湖", "澄湖市", "prefecture", parent="江苏")
TOWNS = Place("三镇", "三镇地区", "group", members=("澄湖", "苏州"))


@pytest.fixture(scope="module")
def base() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    "text",
    [
        "澄湖市和苏州市新增企业12家",
        "三镇地区与江苏澄湖新增30家",
        "江苏省澄湖市、上海市",
        "澄湖水务集团有限公司",
        "两省12个县",
    ],
)
def test_places_are_added_as_if_they_had_been_there(base: Gazetteer, text: str) -> None:
    added = base.with_places([LAKE]).with_places([TOWNS])
    whole = Gazetteer.of([*base.places.values(), LAKE, TOWNS])
    assert added.find(text) == whole.find(text)
    assert added.spellings == whole.spellings and added.places == whole.places
    assert [m.span() for m in added.traps(text)] == [m.span() for m in whole.traps(text)]


def test_place_of_a_known_name_takes_its_place(base: Gazetteer) -> None:
    known = base.places["苏州"]
    again = Place(
        known.name, known.full_name, known.kind, aliases=(*known.aliases, "姑苏新城"), parent=known.parent
    )
    assert [m.name for m in base.with_places([again]).find("姑苏新城新增12家")] == ["苏州"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("长株潭城市群、环鄱阳湖城市群的专利", ["长株潭", "环鄱阳湖城市群"]),
        ("沿黄河经济带与环太湖城市群", ["沿黄河经济带", "环太湖城市群"]),
        ("环渤海经济圈的港口", ["环渤海"]),  # a table has it
        ("改善环境河湖经济带", []),
        ("建设沿江经济带", []),
    ],
)
def test_regions_around_waters(base: Gazetteer, text: str, wanted: list[str]) -> None:
    assert [mention.name for mention in base.find(text)] == wanted
