"""Areas of quantities."""

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("四川省有企业75家。", [("四川",)]),
        ("数据库纳入标准6800项，其中北京市1873项、天津市989项。", [(), ("北京",), ("天津",)]),
        ("由北京市、天津市、河北省制定的标准分别有57、14和4项。", [("北京",), ("天津",), ("河北",)]),
        ("京津两市的产值分别为1.67亿元和1.64亿元，而河北仅为0.19亿元。", [("北京",), ("天津",), ("河北",)]),
        ("截至年底，京津冀三地制定地方标准75项。", [("京津冀",)]),
        ("江苏的产值为3亿元，比全国高2%，增长5%。", [("江苏",), ("江苏",), ("江苏",)]),
        ("广东销售额占全国的23%。", [("广东",)]),
        ("项目设在湖南，成为全国首个试点，投资3亿元。", [("湖南",)]),
        ("天津市修订办法，2021年资助69个项目。", [("天津",)]),
        ("河北省培育市场标准，发布标准776项。", [("河北",)]),
        ("政策见《北京市标准化办法》，资助69个项目。", [()]),
        ("东城区、西城区等202个县级单元。", [()]),
        ("河北保定、廊坊等六市与北京合作。", [("河北",)]),
        ("河北的保定、廊坊等六市与北京组建协作区。", [("河北",)]),
        ("393家企业在天津设立分支机构，北京有2所。", [("天津",), ("北京",)]),
        ("东城区、西城区都在其中的202个县级单元。", [()]),
        ("标准握在ISO、ITU等十余个国际组织手里。", [()]),
        ("调查了北京、天津以及河北的11个城市。", [("河北",)]),
        ("清华大学在河北的合作项目，则有160个。", [("清华大学", "河北")]),
        ("落户河北的有476家，而某某电器在天津设了机构，网点共3家。", [("河北",), ("天津",)]),
        ("世界银行研究表明，企业支出增加15%。", [()]),
        ("31个省（自治区、直辖市）参加。", [("中国",)]),
        ("获“全国先进集体”称号的单位有12家。", [()]),
        ("北大与天津合作项目170个。", [("北京大学", "天津")]),
        ("河北工业大学招收学生300人。", [("河北工业大学",)]),
        ("合肥市统计局公布，企业有300家。", [("合肥",)]),
    ],
)
def test_area_in_the_sentence(read: Read, text: str, areas: list[tuple[str, ...]]) -> None:
    assert [fact.area for fact in read(text).facts] == areas


def test_area_from_outside_the_sentence(read: Read) -> None:
    facts = read("经济保持增长。产值达到3亿元。", title="2024年合肥市统计公报").facts
    assert [fact.area for fact in facts] == [("合肥",)]
    facts = read("云南的基础较好。产值达到3亿元。").facts
    assert [fact.area for fact in facts] == [("云南",)]
    facts = read("企业主要分布在云南。产值达到3亿元。", title="合肥市报告").facts
    assert [fact.area for fact in facts] == [("合肥",)]
    facts = read("总量扩大。昆明机场吞吐量近5000万人次。装机超1亿千瓦。", title="云南省报告").facts
    assert [fact.area for fact in facts] == [("昆明",), ("云南",)]
    facts = read("产值达到3亿元。", title="《京津冀协同》（摘编）").facts
    assert [fact.area for fact in facts] == [("京津冀",)]
    facts = read("合肥市统计局", "产值达到3亿元，全市企业有300家。").facts
    assert [fact.area for fact in facts] == [("合肥",), ("合肥",)]


REPORT = "湖北省政府工作报告"


@pytest.mark.parametrize(
    ("text", "title", "areas"),
    [
        # in a report on a province another place counts where it owns the number
        ("武汉市地区生产总值达到2万亿元，增长5%。", REPORT, ["武汉", "武汉"]),
        ("武汉市地区生产总值达到2万亿元，企业有300家。", REPORT, ["武汉", "湖北"]),
        ("襄阳、宜昌等10个县市获批试点。", REPORT, ["湖北"]),
        ("襄阳成为枢纽，新增荆州、孝感、黄冈3个城市。", REPORT, ["湖北"]),
        ("支持武汉打造枢纽，新开航线44条。", REPORT, ["湖北"]),
        ("武汉具有影响力的中心加快建设，实验室达到45家。", REPORT, ["湖北"]),
        ("武汉成为枢纽。新开航线44条。", REPORT, ["湖北"]),
        ("建设成都科技岛和11个分岛。", "四川省工作报告", ["四川"]),
        ("浙江省投入资金3亿元、实施项目20个。", "四川省工作报告", ["浙江", "浙江"]),
        # no place that only describes what is counted, or that an earlier author wrote about
        ("收集3325条云南餐馆评论，准确率达到75%。模型有4层网络。", None, ["云南", "", ""]),
        ("产能较大（云南基地5吨），客户有30家。", None, ["云南", ""]),
        ("我国患病率上升。研究显示，死亡率下降40%。", None, [""]),
        ("全国重点文物保护单位10处。", "洛阳市公报", ["洛阳"]),
        ("20个国考断面达标，31个省考断面达标。", "合肥市公报", ["合肥", "合肥"]),
        ("川东北经济区有企业30家。", "四川省报告", ["四川"]),
        # a body stays the subject of sentences that have none, and is named again by its last word
        ("澄湖城市水务集团在云南成立。集团有职工300人。", None, ["澄湖城市水务集团"]),
        ("长江航道工程学会成立于1990年。现有会员单位41家。", None, ["长江航道工程学会"]),
        (
            "长江航道工程学会吸收了林草局、农业局和气象局这3个部门，加上云南省的各县，共有41家成员单位。",
            None,
            ["长江航道工程学会", "长江航道工程学会"],
        ),
    ],
)
def test_a_place_counts_where_it_owns_the_number(
    read: Read, text: str, title: str | None, areas: list[str]
) -> None:
    assert ["、".join(fact.area) for fact in read(text, title=title).facts] == areas


def test_a_whole_country_in_a_document_about_a_place_is_a_scope(read: Read) -> None:
    text = "服务全国统一大市场，企业有300家，指标保持全国省级最优，产值3亿元。"
    assert {fact.area for fact in read(text, title="合肥市报告").facts} == {("合肥",)}


def test_roles(read: Read) -> None:
    pair, single, body = (
        read("四川与云南签署协议5项。").facts[0],
        read("四川发布标准5项。").facts[0],
        read("河北工业大学在天津设立基地5个。").facts[0],
    )
    assert (pair.area, pair.ref_area, pair.counterpart_area) == (("四川", "云南"), "四川", "云南")
    assert (single.ref_area, single.counterpart_area, single.body) == ("四川", None, None)
    assert (body.ref_area, body.body) == ("天津", "河北工业大学")
    listed = read("北京市、天津市、河北省签署协议5项。").facts[0]
    assert (listed.area, listed.ref_area) == (("京津冀",), "京津冀")


def test_the_other_side_of_counted_places_is_the_counterpart(read: Read) -> None:
    (fact,) = read("河北的保定、廊坊等六市与北京组建协作区。").facts
    assert (fact.ref_area, fact.counterpart_area) == ("河北", "北京")
