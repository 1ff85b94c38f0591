"""Names of places that only seem to stand in a text: a word runs into them, or they begin the name of a river."""

import pytest

from suyuan.places import Gazetteer


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("促进均衡水平提高", []),
        ("隆重庆祝节日", []),
        ("推广安全生产", []),
        ("健全国有企业制度", []),
        ("打通出海口通道", []),
        ("建设美丽江苏", ["江苏"]),  # what the wrong name took the first character of
        ("黄浦江两岸", []),
        ("首都北京", ["北京"]),
        ("面向全国招生", ["中国"]),
        ("位于海口", ["海口"]),
        ("东南三环的商场", []),
        ("西北各省", ["西北"]),
        ("产业重心向西南转移", []),
        ("由西北向东南递减", []),
        ("产业向西南转移", ["西南"]),  # where it goes to
        ("人口由西南向东南流动", []),  # from one side to another
        ("水汽自西北向西南输送", []),
        ("资金向西北倾斜", ["西北"]),
        ("西北—西南通道", ["西北", "西南"]),
        ("推动广东发展", ["广东"]),
        ("共同打造成渝城市群", ["成渝"]),
    ],
)
def test_places_inside_words(gazetteer, text, names):
    assert [mention.name for mention in gazetteer.find(text)][: len(names) + 1] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("航空客货运输量", []),
        ("拜耳法生产线", []),
        ("亚马逊雨林面积", []),
        ("亚马逊河流量", []),
        ("长安汽车站客流", []),
        ("大众汽车消费需求", []),
        ("上海医药制造业产值", ["上海"]),  # the place at its head stays
        ("农业银行业贷款", []),
        ("百度一下", []),
        ("空客飞机订单", ["空客"]),
        ("拜耳销售额", ["拜耳"]),
        ("长安汽车销售收入", ["长安汽车"]),
        ("大众汽车公司产量", ["大众汽车"]),
        ("上海医药集团收入", ["上海医药"]),
        ("建设银行业务收入", ["建设银行"]),
        ("招商银行与工商银行", ["招商银行", "工商银行"]),
    ],
)
def test_names_of_companies_inside_words(gazetteer, text, names):
    assert [mention.name for mention in gazetteer.find(text)] == names
