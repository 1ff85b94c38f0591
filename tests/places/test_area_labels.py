from collections import Counter
from pathlib import Path

import pytest

from suyuan.places import Gazetteer, Place, area_label
from suyuan.places.tables import parse_places

ROOT = Path(__file__).resolve().parents[2]
GAZETTEER = Gazetteer.load(ROOT / "config/areas.csv")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("呼和浩特", "Hohhot"),
        ("乌鲁木齐", "Ürümqi"),
        ("拉萨", "Lhasa"),
        ("哈尔滨", "Harbin"),
        ("内蒙古", "Inner Mongolia"),
        ("陕西", "Shaanxi"),
        ("山西", "Shanxi"),
        ("长治", "Changzhi"),
        ("漯河", "Luohe"),
        ("朝阳区", "Chaoyang District"),
        ("亳州", "Bozhou"),
        ("西安", "Xi'an"),
        ("全国", "China"),  # another spelling
        ("北京+天津", "Beijing, Tianjin"),
        ("京津冀", "Beijing-Tianjin-Hebei"),
        ("某地", "某地"),
    ],
)
def test_a_place_in_english(name, expected):
    assert area_label(GAZETTEER, name, "en") == expected


def test_a_place_in_chinese_stays_as_it_is_written():
    assert area_label(GAZETTEER, "全国", "zh") == "全国"
    assert area_label(GAZETTEER, "北京+天津", "zh") == "北京、天津"


def test_the_column_may_be_left_out():
    head = "name,full_name,kind,parent,members,aliases"
    assert parse_places(f"{head}\n甲,甲市,prefecture,,,\n", "t.csv")[0].name_en is None
    assert parse_places(f"{head},name_en\n甲,甲市,prefecture,,,,A\n", "t.csv")[0].name_en == "A"


def test_every_place_has_an_english_name_of_its_own():
    places = [place for place in GAZETTEER.places.values() if place.kind != "body"]
    assert [place.name for place in places if not place.name_en] == []
    twice = [name for name, count in Counter(place.name_en for place in places).items() if count > 1]
    assert twice == []


def superiors(place: Place) -> list[str]:
    """Kinds of the places above one, the nearest first."""
    kinds = []
    while place.parent is not None:
        place = GAZETTEER.places[place.parent]
        kinds.append(place.kind)
    return kinds


def test_the_chain_of_parents_of_every_unit_is_complete():
    places = GAZETTEER.places.values()
    assert {tuple(superiors(place)) for place in places if place.kind == "province"} == {("country",)}
    assert {tuple(superiors(place)) for place in places if place.kind == "prefecture"} == {
        ("province", "country")
    }
    assert {tuple(superiors(place)) for place in places if place.kind == "county"} == {
        ("province", "country"),  # a district of a municipality
        ("prefecture", "province", "country"),
    }


def test_members_are_places_of_the_table_and_entries_of_the_subject_say_their_source():
    places = GAZETTEER.places
    assert [name for place in places.values() for name in place.members if name not in places] == []
    own = parse_places((ROOT / "config/areas.csv").read_text(encoding="utf-8"), "areas.csv")
    assert [place.name for place in own if not place.source] == []
