"""Rows in a list behind their magnitude, rows told by order, another row's levels in a bracket, extremes of a course."""

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]

# text; of each fact: measure, and a value that its breakdown must hold
TOLD = [
    # a list of rows with a level each
    (
        "平均胸径随密度增大而减小，上、中、下坡位依次为16.8 cm、14.9 cm和12.7 cm。",
        [("平均胸径", "上坡位"), ("平均胸径", "中坡位"), ("平均胸径", "下坡位")],
    ),
    (
        "平均商品薯率，黑膜、白膜和露地依次为83.4%、80.9%和72.6%。",
        [("商品薯率", "黑膜"), ("商品薯率", "白膜"), ("商品薯率", "露地")],
    ),
    (
        "近视检出率依次为33.6%和29.8%；女生各期为40.9%和36.7%。",
        [("近视检出率", ""), ("近视检出率", ""), ("近视检出率", ""), ("近视检出率", "")],
    ),
    # told by their order
    (
        "满意度由高到低前三位是书房（4.41分）、研讨间（4.26分）和茶座（4.13分）。",
        [("满意度", "书房"), ("满意度", "研讨间"), ("满意度", "茶座")],
    ),
    ("企业按规模由大到小依次为甲厂（120亿元）、乙厂（80亿元）。", [("规模", "甲厂"), ("规模", "乙厂")]),
    (
        "指标权重从大到小依次为气候（0.42）、土壤（0.31）、地形（0.15）。",
        [("权重", "气候"), ("权重", "土壤"), ("权重", "地形")],
    ),
    # rows that are ranked behind the rate of another
    (
        "大型企业检出率为2.17%；制鞋业最高（6.73%），其次为印刷业（5.12%），电子业最低（2.05%）。",
        [("检出率", ""), ("检出率", "制鞋业"), ("检出率", "印刷业"), ("检出率", "电子业")],
    ),
    # another row's levels, in the same order
    (
        "复水比为5.37，色差ΔE为8.92，感官评分87.3分，均优于热风组（4.18、14.65、74.1分）。",
        [
            ("复水比", ""), ("色差", ""), ("感官评分", ""),
            ("复水比", "热风组"), ("色差", "热风组"), ("感官评分", "热风组"),
        ],
    ),
    (
        "观察组用时为4.2 d，疼痛评分为2.4分，均优于对照组（5.7 d、3.8分）。",
        [("用时", ""), ("疼痛评分", ""), ("用时", "对照组"), ("疼痛评分", "对照组")],
    ),
    (
        "舒适组带管时间为(4.2±1.1)d，疼痛评分为(2.4±0.7)分，常规组依次为(5.7±1.4)d、(3.8±0.9)分。",
        [("带管时间", ""), ("疼痛评分", ""), ("带管时间", "常规组"), ("疼痛评分", "常规组")],
    ),
    # the extreme of what rises and falls
    ("硬度随时效时间先升后降，在峰值131 HV处最大。", [("硬度", "")]),
    ("气温先升高后降低，达到峰值36.2 ℃。", [("气温峰值", "")]),
    # what was counted before
    (
        "养老机构由46家增至131家。泰和县由12家增至43家。",
        [("养老机构数量", ""), ("养老机构数量", ""), ("养老机构数量", ""), ("养老机构数量", "")],
    ),
    # drugs without what is done with them
    ("西药组口服氯雷他定片，每次10 mg，每日1次。", [("每次氯雷他定片剂量", ""), ("每日氯雷他定片次数", "")]),
    # no rows of a magnitude
    ("鸡、鸭和鹅分别为31只、28只和12只。", [("鸡", ""), ("鸭", ""), ("鹅", "")]),
    ("死亡率为2%，发病率、治愈率分别为8%和74%。", [("死亡率", ""), ("发病率", ""), ("治愈率", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_measures(read: Read, text: str, told: list[tuple[str, str]]) -> None:
    facts = read(text).facts
    assert [fact.measure for fact in facts if fact.measure is None] == []
    assert len(facts) == len(told)
    for fact, (measure, row) in zip(facts, told, strict=True):
        assert measure in (fact.measure or "")
        assert not row or row in fact.breakdown.values() or row in (fact.measure or "")
