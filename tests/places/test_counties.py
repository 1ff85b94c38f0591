"""The table of counties: codes, parents, short names, and what is refused."""

import re

import pytest

from suyuan.places.counties import counties, is_in_base, is_ordinary, parse_counties, unique
from suyuan.places.tables import base_places

HEADER = "name,short,parent,code,status\n"


def test_every_parent_is_a_province_or_prefecture_of_the_base_table():
    places = {place.name: place.kind for place in base_places()}
    assert {
        c.parent for c in counties().rows if places.get(c.parent) not in ("province", "prefecture")
    } == set()


def test_codes_lie_in_the_province_of_the_parent():
    """The first two digits are the province's: all units of a province share them, and no other has them."""
    province = {p.name: p.parent for p in base_places() if p.kind == "prefecture"}
    pairs = {(c.code[:2], province.get(c.parent) or c.parent) for c in counties().rows}
    assert len(pairs) == len({code for code, _ in pairs}) == len({name for _, name in pairs}) == 31


def test_names_are_unique_below_a_parent():
    rows = counties().rows
    assert len({(c.full_name, c.parent) for c in rows}) == len(rows)
    assert 2800 < sum(not c.former for c in rows) < 2900


def test_all_are_counties_cities_districts_or_banners():
    assert [c.full_name for c in counties().rows if not re.fullmatch("[一-龥]+[县市区旗]", c.full_name)] == []


def test_units_of_the_base_table_have_the_names_of_the_others():
    names = {(place.full_name, place.parent): place.name for place in base_places()}
    both = [c for c in counties().rows if is_in_base(c) and c.short != "浦东"]  # known by that name
    assert len(both) > 80
    assert [c for c in both if names[c.full_name, c.parent] not in (c.name, "神农架")] == []


def test_no_other_county_has_the_name_of_a_place_of_the_base_table_but_districts():
    names = {place.name for place in base_places()}
    same = [c for c in counties().rows if c.name in names and not is_in_base(c)]
    assert {c.name[-1] for c in same} <= {"区"}


@pytest.mark.parametrize(
    ("full_name", "name", "parent"),
    [
        ("云梦县", "云梦县", "孝感"),
        ("敦煌市", "敦煌", "酒泉"),
        ("关岭布依族苗族自治县", "关岭县", "安顺"),
        ("土默特左旗", "土默特左旗", "呼和浩特"),
        ("埇桥区", "埇桥区", "宿州"),
        ("涉县", "涉县", "邯郸"),
        ("大理市", "大理市", "大理州"),  # 大理 is the prefecture
        ("平果县", "平果", "百色"),  # of the past
        ("琼海市", "琼海", "海南"),
    ],
)
def test_short_names(full_name, name, parent):
    county = unique(full_name)
    assert county is not None and (county.name, county.parent) == (name, parent)


@pytest.mark.parametrize("full_name", ["城关区", "鼓楼区", "朝阳区", "云岭县"])
def test_not_unique_or_not_there(full_name):
    assert unique(full_name) is None


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("会同", True),
        ("富裕", True),
        ("和县", True),
        ("巢湖", True),
        ("云梦", False),
        ("涉县", False),
        ("五原", False),
    ],
)
def test_ordinary_words_are_no_names_by_themselves(name, wanted):
    assert is_ordinary(name) is wanted


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("云岭县,云岭,江苏,32090,\n", "line 2: code '32090' has not six digits"),
        ("云岭县,云岭,江苏,320999,\n澄湖县,澄湖,江苏,320999,\n", "line 3: code '320999'"),
        ("云岭县,,江苏,320999,\n", "line 2: name, short or parent is empty"),
        ("云岭县,云岭,江苏,320999,old\n", "line 2: unknown status 'old'"),
        ("云岭县,云岭\n", "line 2: the number of fields is 2"),
    ],
)
def test_faults(rows, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        parse_counties(HEADER + rows, "table.csv")


def test_a_good_table():
    assert parse_counties(HEADER + "云岭县,云岭,江苏,320999,former\n", "table.csv")[0].former
