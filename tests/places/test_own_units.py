"""The place that a report is of by its title or its first lines, where no table names it."""

import pytest

from suyuan.places import Gazetteer
from suyuan.places.own_units import own_unit, with_own_unit


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("titles", "lines", "wanted"),
    [
        (["2019年云岭县国民经济和社会发展统计公报"], [], "云岭县"),
        (["云岭市2022年政府工作报告"], [], "云岭"),
        (["某湖自治县生态环境状况公报"], [], None),  # 某: no name
        (["云岭县脱贫攻坚取得成就"], [], "云岭县"),
        (["百强县发展报告"], [], None),
        (["贫困县退出情况"], [], None),
        (["云岭市的夜晚"], [], None),  # only the title of a report makes a city
        (["浙江省2022年统计公报"], ["在云岭县第十七届人民代表大会第三次会议上"], None),
        (["政府工作报告"], ["——2018年12月25日在云岭县第十七届人民代表大会第三次会议上"], "云岭县"),
        (["政府工作报告"], ["现在，我代表澄湖市人民政府，向大会报告工作"], "澄湖"),
        (["政府工作报告"], ["在湖北省第十四届人民代表大会上"], None),
        ([], [], None),
        (["2021年云岭区统计公报"], [], "云岭区"),
        (["云岭区人民政府2022年工作报告"], [], "云岭区"),
        (["云岭区生态环境规划"], [], None),  # nothing beside it shows that it is a district
        (["保护区生态环境规划"], [], None),
        (["2020年保护区生态环境公报"], [], None),
        (["扶持山区生态发展方案"], [], None),
        (["关于帮助革命老区发展的意见"], [], None),
        (["重点流域县生态规划"], [], None),
        (["海洋牧场县经济社会发展规划"], [], None),
        (["林业大县发展报告"], [], None),
        # a name that the dictionary lacks, where its own office signs
        (["2023年澄沅市生态环境状况公报"], ["澄沅市生态环境局"], "澄沅"),
        (["2023年澄沅市生态环境状况公报"], ["江苏省生态环境厅"], None),
        (["岭沅苗族自治县国民经济和社会发展规划"], ["岭沅苗族自治县人民政府"], "岭沅县"),
        (["2022年云新区统计公报"], [], "云新区"),
        # the place that a study is of
        (["教师数字素养研究", "基于云岭县12所学校的问卷调查"], [], "云岭县"),
        (["农户收入研究--以云岭县为例"], [], "云岭县"),
        (["基于全市样本的调查"], [], None),
        (["以特大城市为例的研究"], [], None),
    ],
)
def test_own_unit(gazetteer, titles, lines, wanted):
    place = own_unit(titles, gazetteer, lines)
    assert (place.name if place else None) == wanted


def test_the_own_unit_is_found_in_the_text(gazetteer):
    more = with_own_unit(gazetteer, ["2019年云岭县统计公报"])
    assert [mention.name for mention in more.find("云岭县企业300家，云岭经济增长5%。")] == [
        "云岭县",
        "云岭县",
    ]
    assert with_own_unit(gazetteer, ["统计公报"]) is gazetteer
