"""Regions that a paper is of by its title and that no table names, and places whose name is withheld."""

from __future__ import annotations

import pytest

from suyuan.places.own_regions import own_region, regions_in

NAMED = [
    # title, text, name
    ("土地利用变化对白沙岭流域径流的影响", "白沙岭位于清江上游。", "白沙岭流域"),
    ("玛纳斯河径流变化及其归因", "玛纳斯河流域气温上升。", "玛纳斯河流域"),
    ("玛纳斯河径流变化及其归因", "玛纳斯河全长多少不一。", "玛纳斯河"),
    ("清江流域入湖河流的水质", "清江流域支流众多。", "清江流域"),
    ("淮海经济区城市韧性研究", "淮海经济区地处四省之间。", "淮海经济区"),
    ("岷江上游森林水文效应", "岷江上游降水充沛。", "岷江上游"),
    ("毛乌素沙地植被恢复", "毛乌素沙地风蚀强烈。", "毛乌素沙地"),
    ("某市中学生视力现况", "", "某市"),
    ("某三级综合医院住院费用分析", "", "某三级综合医院"),
    ("高校图书馆借阅的日志分析--以B大学为例", "", "B大学"),
]
NONE = [
    # a sort of region; a name that the text does not know; words with 某 that name no place
    ("放牧强度对典型草原土壤的影响", "典型草原分布广。"),
    ("高原湖泊富营养化", "高原湖泊众多。"),
    ("基于模型的小流域径流模拟", "小流域面积小。"),
    ("城市内河水质评价", "城市内河淤积。"),
    ("白沙岭流域的径流", "径流减少。"),
    ("某型号发动机叶片断裂分析", ""),
    ("某些企业的绩效", ""),
]


@pytest.mark.parametrize(("title", "text", "name"), NAMED)
def test_region_of_a_title(title: str, text: str, name: str) -> None:
    place = own_region([title], [title, text])
    assert place is not None and place.name == name


@pytest.mark.parametrize(("title", "text"), NONE)
def test_no_region(title: str, text: str) -> None:
    assert own_region([title], [title, text]) is None


def test_basin_is_found_by_its_stem() -> None:
    place = own_region(["白沙岭流域的滞时"], ["白沙岭位于清江上游。"])
    assert place is not None and place.aliases == ("白沙岭",) and place.kind == "zone"


def test_longest_of_the_names_that_begin_together() -> None:
    place = own_region(["鄱阳湖南沙湿地的植被"], ["于鄱阳湖南沙湿地布设样带。", "南沙湿地位于鄱阳湖南部。"])
    assert place is not None and place.name == "鄱阳湖南沙湿地" and "南沙湿地" in place.aliases
    place = own_region(["鄱阳湖南沙湿地的植被"], ["鄱阳湖水位下降。"])
    assert place is not None and place.name == "鄱阳湖"


@pytest.mark.parametrize(
    ("title", "names"),
    [
        # what a clause says before a name is no part of it
        ("每断面埋设沉降板", []),
        ("每河段取水样", []),
        ("相邻断面的间距", []),
        ("距断面3米", []),
        ("沿河段布设测点", []),
        ("这条河流域", []),
        ("查明沱江水质", ["沱江"]),
        ("经湘江入洞庭", ["湘江"]),
        ("对湘江流域的调查", ["湘江流域"]),
        ("两江新区的企业", ["两江新区"]),
        ("白沙岭流域的径流", ["白沙岭流域"]),
    ],
)
def test_names_in_a_line(title: str, names: list[str]) -> None:
    assert regions_in(title) == names
