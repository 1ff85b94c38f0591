"""The place scanner: longest match, traps, paths, abbreviations, bodies."""

import time
from itertools import pairwise
from pathlib import Path

import pytest

from suyuan.places import Gazetteer

SUBJECT = """name,full_name,kind,parent,members,aliases,seat,source
澄湖,澄湖市,prefecture,江苏,,澄湖新城,,invented
三镇,三镇地区,group,,澄湖;苏州;无锡,,,invented
量子港,量子港产业园,scheme,江苏,,,澄湖,invented
"""


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("四川盆地的降水", ["四川"]),
        ("上海南部与海南", ["上海", "海南"]),
        ("黄河北岸的村庄", []),
        ("泰山东麓", []),
        ("吉林省吉林市的企业", ["吉林市"]),
        ("吉林的企业", ["吉林"]),
        ("重大理论问题", []),
        ("大理的游客", []),
        ("大理州的游客", ["大理州"]),
        ("云南大理的游客", ["大理州"]),
        ("日照时数偏多", []),
        ("日照市与青岛市", ["日照", "青岛"]),
        ("大兴安岭", ["大兴安岭"]),
        ("发展中国家与中国", ["发展中国家", "中国"]),
        ("全国与我国", ["中国", "中国"]),
        ("国内生产总值", []),
        ("北京市通州区", ["通州区"]),
        ("河北保定、廊坊等地", ["保定", "廊坊"]),
        ("河北省涉县", ["涉县"]),
        ("河北省各县市", ["河北"]),
        ("河北省培育市场标准", ["河北"]),
        ("京津冀协同发展", ["京津冀"]),
        ("京津冀三地与长三角", ["京津冀", "长三角"]),
        ("京-冀、京-津之间", ["北京", "河北", "北京", "天津"]),
        ("在京、津两市", ["北京", "天津"]),
        ("苏浙皖的企业", ["江苏", "浙江", "安徽"]),
        ("东京、大阪", ["东京", "大阪"]),
        ("京剧与川菜", []),
        ("其中卫生技术人员1300万人", []),
        ("其中国有企业86个，其中中国企业12家", ["中国"]),
        ("其中北京1873项、其中山东5项", ["北京", "山东"]),
        ("外商及港澳台商投资企业", []),
        ("西北四环的道路", []),
        ("世界贸易组织与ISO", ["WTO", "ISO"]),
        ("世界人口与全球市场", ["全球", "全球"]),
        ("现实世界的世界观，世界遗产与全球变暖", []),
        ("31个省份和新疆生产建设兵团", []),
        ("新疆生产建设兵团农场", ["新疆"]),
        ("ISOLATED and EU", ["欧盟"]),
        ("成渝地区双城经济圈与川渝两地", ["成渝", "川渝"]),
        ("北大与清华", ["北京大学", "清华大学"]),
    ],
)
def test_names_in_order(gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    assert [mention.name for mention in gazetteer.find(text)] == names


@pytest.mark.parametrize(
    ("text", "name", "seat", "organ"),
    [
        ("中国标准化研究院的专家", "中国标准化研究院", "中国", False),
        ("由河北工业大学主办", "河北工业大学", "河北", False),
        ("河北省市场监督管理局印发", "河北省市场监督管理局", "河北", True),
        ("国务院批准广西北部湾银行", "广西北部湾银行", "广西", False),
        ("天津市工商联标准化工作委员会成立", "天津市工商联标准化工作委员会", "天津", True),
        ("首都标准化委员会纳入", "首都标准化委员会", None, False),
        ("国家发展和改革委员会", "国家发展改革委", "中国", False),
        ("欧盟委员会评估", "欧盟委员会", "欧盟", True),
    ],
)
def test_bodies_swallow_the_places_in_their_names(
    gazetteer: Gazetteer, text: str, name: str, seat: str | None, organ: bool
) -> None:
    body = gazetteer.find(text)[-1]
    assert (body.name, body.kind, body.seat, body.organ) == (name, "body", seat, organ)


@pytest.mark.parametrize("text", ["上市公司", "各商业银行", "教育部门", "开放大学", "这些集团", "市场格局"])
def test_sorts_of_bodies_are_no_bodies(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.find(text) == []


def test_groups_carry_their_members(gazetteer: Gazetteer) -> None:
    mention = gazetteer.find("长三角")[0]
    assert (mention.kind, mention.members) == ("group", ("上海", "江苏", "浙江", "安徽"))
    assert gazetteer.expand(["京津冀", "上海", "北京"]) == ("北京", "天津", "河北", "上海")
    assert gazetteer.group_of(["河北", "北京", "天津"]) == "京津冀"
    assert gazetteer.group_of(["河北", "上海"]) is None


def test_mentions_never_overlap_and_lie_in_the_text(gazetteer: Gazetteer) -> None:
    text = (
        "北京市通州区、天津市武清区和河北省廊坊市联合首都医科大学与中国标准化研究院，京津冀三地、沪苏浙皖，ISO/IEC。"
        * 3
    )
    mentions = gazetteer.find(text)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert mentions == gazetteer.find(text)


def test_base_table_has_all_provinces_and_prefectures(gazetteer: Gazetteer) -> None:
    kinds = [place.kind for place in gazetteer.places.values()]
    assert kinds.count("province") == 34
    assert kinds.count("prefecture") >= 333
    parents = {place.parent for place in gazetteer.places.values() if place.parent}
    assert parents <= set(gazetteer.places)


def test_subject_entries_extend_the_base(tmp_path: Path) -> None:
    table = tmp_path / "areas.csv"
    table.write_text(SUBJECT, encoding="utf-8")
    gazetteer = Gazetteer.load(table)
    found = gazetteer.find("澄湖新城与量子港")
    assert [(m.name, m.kind, m.seat) for m in found] == [
        ("澄湖", "prefecture", None),
        ("量子港", "scheme", "澄湖"),
    ]
    assert gazetteer.group_of(["苏州", "澄湖", "无锡"]) == "三镇"
    assert gazetteer.find("江苏省澄湖市")[0].name == "澄湖"


def test_what_a_spreadsheet_adds_does_no_harm(tmp_path: Path) -> None:
    table = tmp_path / "areas.csv"
    rows = [line + ",," for line in SUBJECT.splitlines()]
    table.write_bytes(("\ufeff" + "\r\n".join([*rows, ",,,,,,,,,", ""])).encode("utf-8"))
    assert Gazetteer.load(table).find("澄湖新城")[0].name == "澄湖"


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("name,full_name,kind\n", "line 1: column 'parent'.* is missing"),
        ("name,full_name,kind,parent,members,aliases,colour\n", "unknown column 'colour'"),
        ("name,full_name,kind,parent,members,aliases\n甲,甲,town,,,\n", "line 2: unknown kind 'town'"),
        ("name,full_name,kind,parent,members,aliases\n,甲,county,,,\n", "line 2: no name"),
        ("name,full_name,kind,parent,members,aliases\n甲,county\n", "line 2: the number of fields is 2"),
        (
            "name,full_name,kind,parent,members,aliases\n甲,,county,乙,,\n乙,,county,甲,,\n",
            "areas.csv, line 3: 乙 would lie inside itself \\(乙 in 甲 in 乙\\)",
        ),
        (
            "name,full_name,kind,parent,members,aliases\n甲,,group,,乙,\n乙,,group,,甲,\n",
            "line 3: 乙 would lie inside itself",
        ),
        (
            "name,full_name,kind,parent,members,aliases\n甲,,county,甲,,\n",
            "line 2: 甲 would lie inside itself",
        ),
        (
            "name,full_name,kind,parent,members,aliases\n中国,,country,北京,,\n",
            "line 2: .*中国 in 北京|北京 in 中国",
        ),
    ],
)
def test_a_wrong_table_is_named_with_its_line(tmp_path: Path, table: str, message: str) -> None:
    path = tmp_path / "areas.csv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        Gazetteer.load(path)


@pytest.mark.parametrize(
    ("definition", "text", "names"),
    [
        ("苏州市、无锡市和常州市（简称“苏锡常”）", "苏锡常三市", ["苏锡常"]),
        ("成都市（以下简称“蓉城”）", "蓉城的企业", ["成都"]),
        ("大型企业（简称“大企”）", "大企", []),
    ],
)
def test_a_text_defines_short_names(
    gazetteer: Gazetteer, definition: str, text: str, names: list[str]
) -> None:
    assert [m.name for m in gazetteer.with_definitions([definition]).find(text)] == names


def test_scanning_is_linear(gazetteer: Gazetteer) -> None:
    text = "北京市与河北省的企业在天津滨海新区开展合作，累计签署协议若干项，国家发展改革委予以支持。" * 2500
    start = time.process_time()
    gazetteer.find(text)
    assert time.process_time() - start < 2.0  # 110,000 characters; a tenth of it on an idle machine
