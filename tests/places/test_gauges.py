"""Stations of rivers and of the weather whose records a study uses."""

from __future__ import annotations

import pytest

from suyuan.places.gauges import gauges


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "利用清江武胜站和北碚站1965—2014年输沙资料分析。结果表明，武胜站、北碚站年均输沙量减少。武胜站汛期占九成。",
            ["武胜站", "北碚站"],
        ),
        ("采用拉萨站、林芝站的气温资料。其中，拉萨站升温最快，林芝站次之。", ["拉萨站", "林芝站"]),
        ("根据青溪水文站的径流资料，青溪水文站径流减少。", ["青溪水文站"]),
        ("根据青溪水文站的径流资料，青溪站径流减少。", ["青溪站"]),
        # sorts, other stations, a station that no record is of, one that is named once
        ("选取各水文站、代表站的径流资料，两站、各站、代表站均减少。", []),
        ("列车在青溪站、南岭站停靠，青溪站客流最多，南岭站次之。", []),
        ("利用青溪站的径流资料。", []),
        # sorts that everyday words name, with what leads to them
        ("在收费站和公交站统计流量。在收费站的流量较大，公交站流量较小。", []),
        ("在加压站、提升泵站记录流量。在加压站压力较大，提升泵站能耗较高。", []),
        ("选取城市站和郊区站的气温资料。城市站高于郊区站。", []),
        ("由雷达站、区域站的降水资料推算，雷达站偏高，区域站偏低。", []),
        ("在线监测站的水位数据。在线监测站共12个。", []),
        ("由螺山站、汉口站的流量推算，螺山站较小，汉口站较大。", ["螺山站", "汉口站"]),
    ],
)
def test_gauges(text: str, wanted: list[str]) -> None:
    assert sorted(place.name for place in gauges([text])) == sorted(wanted)


def test_a_station_goes_by_both_forms_of_its_name() -> None:
    (place,) = gauges(["根据青溪水文站的径流资料，青溪站径流减少。"])
    assert "青溪水文站" in place.aliases
