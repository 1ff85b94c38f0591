"""find_links: constructions that tie two places. The phrases are made up."""

import pytest

from suyuan.document import Block, Document, Span
from suyuan.flow import make_flows
from suyuan.links import find_links
from suyuan.places import Gazetteer

AREAS = """name,full_name,kind,parent,members,aliases,seat,source
甲钢,甲钢集团,body,北京,,,北京,test
丙大学,丙大学,body,北京,,,北京,test
丁园,丁园示范区,scheme,北京,,,北京,test
"""


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory):
    path = tmp_path_factory.mktemp("areas") / "areas.csv"
    path.write_text(AREAS, encoding="utf-8")
    return Gazetteer.load(path)


def links(gazetteer, *paragraphs):
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", (Span(len(text), len(text) + len(paragraph)),)))
        text += paragraph + "\n"
    doc = Document("s", "text", "s.txt", "0" * 64, "text", text, tuple(blocks))
    return find_links(doc, make_flows(doc), gazetteer)


CASES = [
    ("丁园与唐山共建科技产业园", {("北京", "唐山", "cooperation")}),
    ("丁园与唐山、沧州和保定共建园区", {("北京", name, "cooperation") for name in ("唐山", "沧州", "保定")}),
    ("河北保定、廊坊等六市就与北京组建了协作区", {(name, "北京", "cooperation") for name in ("保定", "廊坊")}),
    ("丙大学与天津合作项目170个，与唐山共建研究院", {("北京", "天津", "cooperation"), ("北京", "唐山", "cooperation")}),
    ("丁园企业在天津设立分支机构", {("北京", "天津", "branch")}),
    ("丁园企业在天津有合作关系，300家企业在河北设立5家分支机构", {
        ("北京", "天津", "cooperation"), ("北京", "河北", "branch"),
    }),
    ("丙大学的秦皇岛科技产业园", {("北京", "秦皇岛", "cooperation")}),
    ("“研发在北京，转化在天津，生产在河北”", {
        ("北京", "天津", "cooperation"), ("北京", "河北", "cooperation"), ("天津", "河北", "cooperation"),
    }),
    ("“总部在北京，生产在河北”、“研发在天津，制造在唐山”", {
        ("北京", "河北", "cooperation"), ("天津", "唐山", "cooperation"),
    }),
    ("北京的甲钢、批发市场分别搬迁到唐山和沧州", {("北京", "唐山", "transfer"), ("北京", "沧州", "transfer")}),
    ("北京要向河北、天津疏解非首都功能", {("北京", "河北", "transfer"), ("北京", "天津", "transfer")}),
    ("对转移到河北省的北京企业实行优惠", {("北京", "河北", "transfer")}),
    ("唐山市因甲钢搬迁出台政策", {("北京", "唐山", "transfer")}),
    ("天津由于丙大学的迁入出台政策", {("北京", "天津", "transfer")}),
    ("天津与河北的合作加快，鼓励项目向河北省转移", {("天津", "河北", "transfer"), ("天津", "河北", "cooperation")}),
    ("天津市与北京市、河北省健全协同工作机制", {("天津", "北京", "cooperation"), ("天津", "河北", "cooperation")}),
    ("2013年签订《北京市天津市合作协议》", {("北京", "天津", "agreement")}),
    ("北京地位特殊，要向河北、天津疏解功能", {("北京", "河北", "transfer"), ("北京", "天津", "transfer")}),
    ("丁园与天津有合作关系，另有30家企业在天津设立分公司", {("北京", "天津", "cooperation"), ("北京", "天津", "branch")}),
    ("京雄科创走廊加快形成", {("北京", "雄安新区", "platform")}),
    # letters of two neighbours of any province, of a city beside a municipality, and of a special region
    ("成德同城化发展", {("成都", "德阳", "cooperation")}),
    ("推进郑开科创走廊", {("郑州", "开封", "platform")}),
    ("深化广佛一体化", {("广州", "佛山", "cooperation")}),
    ("深中合作不断加强", {("深圳", "中山", "cooperation")}),
    ("甬舟一体化", {("宁波", "舟山", "cooperation")}),
    ("推进昌九产业走廊", {("南昌", "九江", "platform")}),
    ("沪杭科创走廊", {("上海", "杭州", "platform")}),
    ("沪宁合作", {("上海", "南京", "cooperation")}),  # 宁 is 南京 here and not the first letter of 宁波
    ("京承生态示范区", {("北京", "承德", "platform")}),
    ("珠澳合作", {("珠海", "澳门", "cooperation")}),
    ("深汕特别合作区", {("深圳", "汕尾", "platform")}),
    ("长株潭一体化", set()),  # three
    ("呼包鄂一体化", set()),
    ("济泰一体化", set()),  # 济南 or 济宁
    ("合淮合作", set()),  # 淮南 or 淮北
    ("京德合作", set()),  # no city of 河北 begins so
    ("平安示范区", set()),  # a word, and not 平顶山 and 安阳
    ("南北合作", set()),
    ("东西部协作", set()),
    ("完成德阳合作", set()),
    ("川渝一体化步伐加快", {("四川", "重庆", "cooperation")}),
    ("浙川协作取得成效", {("浙江", "四川", "cooperation")}),
    ("北京-雄安人才走廊", {("北京", "雄安新区", "platform")}),
    ("京雄高铁通车", set()),  # a railway is there without any act of the two
    ("携手港澳深化合作", set()),  # the two are the other side
    ("鲁港澳创新联盟", set()),  # three
    ("沪苏浙合作", set()),
    ("未开展京津合作", set()),
    ("通州区与廊坊市一体化示范区", {("通州区", "廊坊", "cooperation")}),
    ("雄安丁园科技园", {("北京", "雄安新区", "cooperation")}),
    ("促进京津资源向河北延伸", {("北京", "河北", "transfer"), ("天津", "河北", "transfer")}),
    ("清华大学的秦皇岛科技园", {("北京", "秦皇岛", "cooperation")}),
    # parties that a title names go before what 双方 would stand for, for all titles of the row
    ("天津和河北都在。双方签署《北京市河北省甲协议》", {("北京", "河北", "agreement")}),
    ("天津和河北都在。双方签署《北京市、河北省甲备忘录》《关于河北省的意见》", {("北京", "河北", "agreement")}),
    ("天津和河北都在。双方签署《甲协议》", {("天津", "河北", "agreement")}),
    # no links
    ("落户河北的企业有5家，而某某软件等企业在天津设立分支机构", set()),
    ("丁园很大，而某某软件等企业在天津设立分支机构", set()),
    ("企业要向河北、天津疏解功能", set()),
    ("北京、天津和河北共建园区", set()),
    ("2014年，京津冀签署《甲协议》", set()),
    ("北京与河北的差距依然很大", set()),
    ("丁园与唐山没有共建园区", set()),
    ("北京市拟向河北省转移产业", set()),
    ("甲钢总部在石景山", set()),
    ("财政部与河北共建园区", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_links(gazetteer, text, wanted):
    assert {(link.a, link.b, link.kind) for link in links(gazetteer, text + "。")} == wanted


def test_attributes(gazetteer):
    (link,) = links(gazetteer, "2014年，丁园与唐山共建科技产业园〔原文3〕。")
    assert (link.date, link.what, link.directed, link.cited_at) == ("2014", "共建科技产业园", False, "3")
    assert link.method == "link_sides"


def test_aligned_transfer_says_what_moved(gazetteer):
    found = links(gazetteer, "北京的甲钢、批发市场分别搬迁到唐山和沧州。")
    assert {(link.b, link.what, link.directed) for link in found} == {
        ("唐山", "甲钢", True),
        ("沧州", "批发市场", True),
    }


def test_ids_are_stable_and_distinct(gazetteer):
    text = "在这一段的开头先说一句别的话。丁园与唐山、沧州共建园区。"
    first, again = links(gazetteer, text), links(gazetteer, "前一段。", text)
    assert [link.link_id for link in first] == [link.link_id for link in again]
    assert len({link.link_id for link in first}) == 2
