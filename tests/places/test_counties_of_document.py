"""A county named once in full is known by its short name in the rest of a document."""

import pytest

from suyuan.places import Gazetteer
from suyuan.places.counties_of_document import with_counties_of


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("texts", "text", "names"),
    [
        (["湖北省云梦县的农户"], "云梦的收入", ["云梦县"]),
        (["湖北云梦的农户"], "云梦的收入", ["云梦县"]),
        (["湖北省黄石市的农户"], "云梦的收入", []),
        (["呼和浩特市新城区和土默特左旗"], "新城区（61.2%）高于土默特左旗", ["新城区", "土默特左旗"]),
        (["新城区的道路"], "新城区（61.2%）", []),
        (["河北省涉县"], "涉县的核桃", ["涉县"]),
        (["迁安市恒岳机械有限公司"], "迁安某钢厂", ["迁安"]),  # in the name of a body
        (["恒岳机械有限公司"], "迁安某钢厂", []),
        (["贵州省脱贫县的儿童"], "脱贫县的儿童", []),
        (["甘肃省国定贫困县、产粮县"], "产粮县的农户", []),
        (["湖南省会同县"], "会同县教育局印发", ["会同县"]),
        (["湖南省会同县"], "会同有关部门", []),
        (["湖南省会同县"], "会同县的人口", ["会同县"]),
        (["安徽省和县"], "市和县的财政", []),
        (["安徽省巢湖市"], "巢湖的水质", []),  # the lake
        (["兰州市城关区", "拉萨市城关区"], "城关区的人口", []),
        (["长春市朝阳区"], "朝阳区的人口", ["朝阳区"]),
        (["广西平果县"], "平果市与平果", ["平果", "平果"]),
        (["关岭布依族苗族自治县"], "关岭的火龙果", ["关岭县"]),
        (["吉林省柳河县"], "柳河镇的人口", []),
        (["吉林省柳河县"], "柳河镇江的", ["柳河县"]),
        (["湖北省云梦县"], "云梦乡村振兴", ["云梦县"]),
        (["河北省三河市"], "三河市场交易额", []),
        (["四川省理县"], "治理县道630公里", []),
        (["浙江省长兴县"], "德清、长兴、安吉分别为", ["德清县", "长兴县", "安吉县"]),
        (["浙江省长兴县"], "德清、安吉分别为", []),
        # two of one name, each with its parent
        (["南京市鼓楼区与福州市鼓楼区"], "江苏省南京市鼓楼区和福州鼓楼区", ["南京鼓楼区", "福州鼓楼区"]),
        (["南京市鼓楼区与福州市鼓楼区"], "鼓楼区的人口", []),
        (["南京市鼓楼区"], "南京市鼓楼区", ["鼓楼区"]),
        (["北京市朝阳区", "长春市朝阳区"], "北京市朝阳区与长春市朝阳区", ["北京朝阳区", "长春朝阳区"]),
    ],
)
def test_known_in_the_rest(gazetteer, texts, text, names):
    found = with_counties_of(gazetteer, texts).find(text)
    assert [m.name for m in found if m.kind == "county"] == names


@pytest.mark.parametrize(
    ("texts", "parent"),
    [(["长春市朝阳区"], "长春"), (["长春市朝阳区", "北京市朝阳区"], "北京"), (["北京市朝阳区"], "北京")],
)
def test_one_name_two_places(gazetteer, texts, parent):
    assert with_counties_of(gazetteer, texts).places["朝阳区"].parent == parent


@pytest.mark.parametrize(
    "texts", [[], [""], ["全国与江苏省的企业"], ["市和县、市区与山区"], ["北京市丰台区"]]
)
def test_the_same_where_none_is_named(gazetteer, texts):
    assert with_counties_of(gazetteer, texts) is gazetteer


def test_what_it_lies_in_is_known(gazetteer):
    known = with_counties_of(gazetteer, ["湖北省云梦县"])
    assert known.places["云梦县"].parent == "孝感" and "云梦县" not in gazetteer.places
