"""Numbers with a multiplier and no classifier: what they count, sums of money that count nothing, and letters of names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from suyuan.quantities import Mention

Found = Callable[[str], list[tuple[str, Mention]]]

COUNTS = [
    ("为800万流动人口服务", "人"),
    ("安置2.5万山洪灾害受灾群众", "人"),
    ("近70万老年人享受护理补贴", "人"),
    ("新发30万感染病例", "例"),
    ("新增1200万就业岗位", "个"),
    ("以1200万农村人口为样本", "人"),
]
OF_THE_HEAD = [
    # the word of number before the figure ends with its classifier
    ("参观人次6217.9万，同比增长", "人次"),
    ("图书外借册次达到850万，", "册次"),
    ("货运车次约1.5万；", "车次"),
    ("起降架次2.3万。", "架次"),
    ("受访户数1200，", "户"),
    ("样本人数为36。", "人"),
    ("观察例数12，", "例"),
    # a unit of its own, a ratio, and words that count nothing
    ("接待人次收入3.5亿元。", "CNY"),
    ("参与人次占比12%。", "%"),
    ("人次均值2.36，", None),
    ("参观规模6217.9万，", None),
]
SUMS = [
    # a verb between the number and the noun has the noun for its object
    ("花费2000万修建学校", "2000万"),
    ("以2亿建成学校", "2亿"),
    ("花了300万装修门店", "300万"),
    ("另有5000万购置车辆", "5000万"),
    ("剩下80万改造住房", "80万"),
    # a verb of paying right before the number
    ("捐了500万学校才动工", "500万"),
    ("被罚30万用户不服", "30万"),
    # the name of a sum
    ("造价3000万学校一所", "3000万"),
    ("营收2亿企业获奖", "2亿"),
    ("市值超过10亿公司落户", "超过10亿"),
    # the next word begins with the character of a classifier
    ("花800万重修校舍", "800万"),
    ("以2000万拍得地块", "2000万"),
]
LETTERS = ["开通5g基站", "开通5g网络", "购置42U机柜", "购置42U服务器", "转播84K超高清节目"]
UNITS = [("加盐25g拌匀", "g"), ("温度升至300K附近", "K"), ("酶活性42U左右", "U"), ("电流达16A以上", "A")]


@pytest.mark.parametrize(("text", "unit"), COUNTS)
def test_noun_gives_the_classifier(mentions: Found, text: str, unit: str) -> None:
    assert [m.unit for _, m in mentions(text)] == [unit]


@pytest.mark.parametrize(("text", "unit"), OF_THE_HEAD)
def test_word_of_number_gives_the_classifier(mentions: Found, text: str, unit: str | None) -> None:
    assert [m.unit for _, m in mentions(text)] == [unit]


@pytest.mark.parametrize(("text", "surface"), SUMS)
def test_a_sum_of_money_counts_nothing(mentions: Found, text: str, surface: str) -> None:
    assert [(words, m.unit) for words, m in mentions(text) if "万" in words or "亿" in words] == [
        (surface, None)
    ]


@pytest.mark.parametrize("text", LETTERS)
def test_letter_of_a_name_is_no_unit(mentions: Found, text: str) -> None:
    assert not [m for _, m in mentions(text) if m.unit is not None]


@pytest.mark.parametrize(("text", "unit"), UNITS)
def test_letter_of_a_unit(mentions: Found, text: str, unit: str) -> None:
    assert [m.unit for _, m in mentions(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("时速350公里", "km/小时"),
        ("时速可达120千米", "km/小时"),
        ("时速较快，全长350公里", "km"),
        ("行驶350公里", "km"),
    ],
)
def test_a_distance_in_the_hour_is_a_speed(mentions: Found, text: str, unit: str) -> None:
    assert [m.unit for _, m in mentions(text)] == [unit]


@pytest.mark.parametrize("text", ["工程覆盖三省四区", "服务五省八区百姓"])
def test_districts_of_several_provinces_are_counted(mentions: Found, text: str) -> None:
    assert [m.unit for _, m in mentions(text)][-1:] == ["区"]
