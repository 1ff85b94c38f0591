"""What a paper tells of others: authors whose work it reviews, and the state whose plans it cites."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction
from suyuan.facts.others_work import tells_of_the_state, tells_others_work, tells_reliability

Read = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("周砚秋等把形状与纹理合用，平均准确率", True),
        ("随后陶欧等从药材图像里算出", True),
        ("Chen等[4]对一台样机做了测试，效率", True),
        ("Liang和Wu等[6]在高寒草甸的试验中，碳增加", True),
        ("一项Meta分析表明，碳平均下降", True),
        ("高校等对设备的投入为", False),
        ("金融等从业人员", False),
        ("山东等从外地调入", False),
        ("本文把两类特征合用，准确率", False),
        ("Pb等重金属的超标率为", False),
        ("其中Cd等元素超标的点位占", False),
        ("Excel等软件处理后误差为", False),
    ],
)
def test_others_work(text: str, wanted: bool) -> None:
    assert tells_others_work(text, 0, len(text)) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("八部门联合印发的方案要求，小学生近视率降至", True),
        ("参照《国家公共卫生规范》，随访不少于", True),
        ("国家层面的监测表明，总体近视率为", True),
        ("按照“十四五”规划，到2025年要达到", True),
        ("该部门联合学校开展筛查，共", False),
        ("本市检出近视", False),
        ("按照《中国药典》方法测定，水分含量为", False),
        ("根据《全国土壤评价规定》评价，超标率为", False),
        ("县两部门联合印发通知", False),
    ],
)
def test_what_the_state_says(text: str, wanted: bool) -> None:
    assert tells_of_the_state(text, 0, len(text)) is wanted


def test_statistics_of_a_scale() -> None:
    assert tells_reliability("量表的α系数为", 0, 8)
    assert not tells_reliability("量表共设题", 0, 5)


ABSTRACT = ("abstract", "摘要：了解中学生视力现况，在全市抽取24所学校。")


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("有效率为96.86%。", ("某市",)),
        ("六部门印发的方案要求，近视率降至38%以下。", ("中国",)),
        ("周砚秋等对学生作了筛查，近视率为52%。", ()),
        ("周砚秋等在青海省作了筛查，近视率为52%。", ("青海",)),
    ],
)
def test_areas_of_a_study(read: Read, sentence: str, wanted: tuple[str, ...]) -> None:
    facts = read(ABSTRACT, ("paragraph", sentence), title="某市中学生视力现况调查").facts
    assert facts[-1].area == wanted


@pytest.mark.parametrize(
    ("paragraphs", "wanted"),
    [
        # the site by an experiment of the abstract, and by the paragraph on the sample where there is no abstract
        (("摘要：依托青海省海北州的试验平台，设置4个处理。",), ("海北州",)),
        (("摘要：在华北某数据中心改造了一套系统，年均能耗为1.13。",), ("华北",)),
        (("我科现有床位18张。",), ("我科",)),
        (("我科室建设不断加强，开放床位18张。",), ()),
    ],
)
def test_site(read: Read, paragraphs: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    facts = read(("title", "系统能效的测试"), *(("abstract" if "摘要" in p else "paragraph", p) for p in paragraphs),
                 ("paragraph", "平均使用率为85%。")).facts  # fmt: skip
    assert facts[-1].area == wanted


def test_title_of_a_study_at_the_head(read: Read) -> None:
    facts = read(("note", "学生返乡意愿的分析--以B大学为例"), ("paragraph", "有效率为91.46%。")).facts
    assert facts[-1].area == ("B大学",)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("上海454公里，北京372公里，后者将再添70公里。", [("上海",), ("北京",), ("北京",)]),
        ("上海454公里，北京372公里；前者将再添70公里。", [("上海",), ("北京",), ("上海",)]),
        ("我国集中度为33%，低于美国的71%和日本的78%。", [("中国",), ("美国",), ("日本",)]),
        ("研究中中国11项，日本4项。样本量为68例。", [("中国",), ("日本",), ()]),
        ("草地占我国国土面积的40%。", [("中国",)]),
        ("山东种玉米5万亩，在全国玉米面积里占37%。", [("山东",), ("山东",)]),
        ("河南两市、江苏两市参加；其中皖北两市增长9.2%。", [("皖北",)]),
        ("发达国家普遍在80%以上。", [("发达国家",)]),
    ],
)
def test_areas(read: Read, text: str, wanted: list[tuple[str, ...]]) -> None:
    found = [fact.area for fact in read(("paragraph", text)).facts if fact.unit != "市"]
    assert found == wanted


def test_paper_on_a_trade(read: Read) -> None:
    facts = read(("note", "证券研究报告|行业深度"), ("paragraph", "2024年市场规模达1586亿元。")).facts
    assert facts[-1].area == ("中国",)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("文献[1]以江苏为样本，测得0.9%；文献[2]利用284个样本，仅得0.4%。", [("江苏",), (), ()]),
        ("文献[5]走访21所乡镇学校，其中17所达标。", [(), ()]),
        ("其中文献[5]随访浙江患者21例，好转17例。", [("浙江",), ("浙江",)]),
        ("按文献[5]走访21所乡镇学校，其中17所达标。", [("洛阳",), ("洛阳",)]),  # a method that is taken
    ],
)
def test_works_by_their_mark(read: Read, text: str, wanted: list[tuple[str, ...]]) -> None:
    blocks = (("abstract", "摘要：本文以洛阳市为例。"), text, ("heading", "2 结果"), "样本均有效。")
    assert [fact.area for fact in read(*blocks, title="洛阳市学校的调查研究").facts] == wanted
