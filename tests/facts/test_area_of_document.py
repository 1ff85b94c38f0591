"""The area that a document is about, by its own words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facts.fact_documents import make_document
from suyuan.facts import Extraction, Knowledge
from suyuan.facts.outline import document_area
from suyuan.flow import make_flow
from suyuan.places.counties_of_document import with_counties_of

COUNTY = "全县修路。全县植树。全县治水。全县办医。全县办学。"


@pytest.mark.parametrize(
    ("text", "area"),
    [
        (COUNTY + "湖北云梦增收。", ("云梦县",)),
        # a text on a province or the country that names a county once, in passing
        (COUNTY + "全省办学。湖北云梦增收。", ()),
        (COUNTY + "全国办学。湖北云梦增收。", ()),
        # named again, or in full: its own report
        (COUNTY + "全省办学。湖北云梦增收。云梦减支。", ("云梦县",)),
        (COUNTY + "全省办学。湖北省云梦县增收。", ("云梦县",)),
    ],
)
def test_a_county_named_in_passing(knowledge: Knowledge, text: str, area: tuple[str, ...]) -> None:
    document = make_document(text)
    flows = [make_flow(document.text, block) for block in document.blocks]
    known = with_counties_of(knowledge.gazetteer, [flow.text for flow in flows])
    assert document_area(document, flows, known) == area


@pytest.mark.parametrize(
    ("title", "area"),
    [
        ("国务院办公厅关于推进托养服务发展的意见", ("中国",)),
        ("农业农村部办公厅、财政部办公厅关于做好轮作休耕工作的通知", ("中国",)),
        ("教育部等四部门印发校园足球方案", ("中国",)),
        ("水利部：前5个月完成投资4000亿元", ("中国",)),
        ("国家邮政局关于快递包装治理情况的通报", ("中国",)),
        ("“十四五”国家消防工作规划", ("中国",)),
        ("国家综合交通枢纽发展报告", ("中国",)),
        # one case, one place, the organ itself, or 国家 in a name
        ("教育部关于同意设立乙职业大学的批复", ()),
        ("国务院关于印发《河北雄安新区建设方案》的通知", ("河北",)),
        ("财政部关于2023年政府信息公开工作的报告", ()),
        ("国家公园管理局关于做好巡护工作的通知", ()),
        ("国家级高新区发展报告", ()),
        ("国家管网集团发展计划", ()),
        ("国家卫生县城创建工作方案", ()),
        ("国家乡村振兴重点帮扶县发展规划", ()),
        ("国家南繁育种基地建设规划", ()),
        ("“十四五”国家区域发展与城镇化规划", ("中国",)),
        ("教育部直属高校产业报告", ()),
        # 某部 as what a title only speaks of
        ("对标水利部要求推进工作方案", ()),
    ],
)
def test_papers_of_the_state(knowledge: Knowledge, title: str, area: tuple[str, ...]) -> None:
    document = make_document(("title", title), "完成投资3亿元。")
    flows = [make_flow(document.text, block) for block in document.blocks]
    found = document_area(document, flows, knowledge.gazetteer)
    assert found == area or (area == ("河北",) and found != ("中国",))


@pytest.mark.parametrize(
    ("sentence", "area"),
    [
        ("船寮镇最多，有12家。", ("船寮镇",)),
        # sorts of towns and deeds
        ("民族乡有2个。", ("青田县",)),
        ("特色小镇有5个。", ("青田县",)),
        ("卫生镇占60%。", ("青田县",)),
        ("送戏下乡120场。", ("青田县",)),
        ("农民工返乡1800人。", ("青田县",)),
    ],
)
def test_towns_of_the_county_of_a_report(
    read: Callable[..., Extraction], sentence: str, area: tuple[str, ...]
) -> None:
    facts = read(f"全县植树造林。{sentence}", title="青田县2024年政府工作报告").facts
    assert facts[-1].area == area
