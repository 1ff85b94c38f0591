"""Numbers as studies print them: rates of many, brackets with a multiplier, steps of a scale, labels of ages, words of rank."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from suyuan.quantities import Mention, Quantities

Found = Callable[[str], list[tuple[str, Mention]]]

# text, then of each quantity: surface of the flow, comparator, value (or both ends of a range), unit
READ: list[tuple[str, list[tuple[str, str, str, str | None]]]] = [
    ("发病密度为8.14/1 000人年", [("8.14/1 000人年", "=", "8.14", "/1000人年")]),
    (
        "死亡率为5.6/10万人和3/1,000例",
        [("5.6/10万人", "=", "5.6", "/10万人"), ("3/1,000例", "=", "3", "/1000例")],
    ),
    ("热量为28 kcal/(kg·d)", [("28 kcal/（kg·d）", "=", "28", "kcal/(kg·d)")]),
    ("费用为(3.12±0.45)万元", [("（3.12±0.45）万元", "=", "31200", "CNY")]),
    ("计数为(6.2±1.3)×109/L", [("（6.2±1.3）×109/L", "=", "6200000000", "/L")]),
    ("计数为(4.1±0.4)×1012/L", [("（4.1±0.4）×1012/L", "=", "4100000000000", "/L")]),
    (
        "收入为2.4（1.8，3.9）万元",
        [("2.4", "=", "24000", "CNY"), ("（1.8，3.9）万元", "range", "18000 39000", "CNY")],
    ),
    ("pH下降0.37个单位", [("0.37个单位", "=", "0.37", None)]),
    ("施肥后pH降低1个单位", [("1个单位", "=", "1", None)]),
    ("消费指数上升0.24个单位", [("0.24个单位", "=", "0.24", "单位")]),
    ("共有16个单位参加", [("16个", "=", "16", "个")]),
    ("误差缩小2~3个数量级", [("2~3个数量级", "range", "2 3", "数量级")]),
    ("意愿提高0.2个标准差", [("0.2个标准差", "=", "0.2", "标准差")]),
    (
        "密度超过12 kW/柜，单株产量3.4 kg/株",
        [("超过12 kW/柜", ">", "12", "kW/柜"), ("3.4 kg/株", "=", "3.4", "kg/株")],
    ),
    ("产量486 kg/667 m2", [("486 kg/667 m2", "=", "486", "kg/667m2")]),
    ("粉碎后过80目筛", [("80目", "=", "80", "目")]),
    ("除渗液3例外均愈合", [("3例", "=", "3", "例")]),
    ("2022年5月4家医院收治", [("4家", "=", "4", "家")]),
    ("得到有效样本3 126份", [("3 126份", "=", "3126", "份")]),
    ("财务收益-15.2万元", [("-15.2万元", "=", "-152000", "CNY")]),
    ("比2015年的5.41有所下降", [("5.41", "=", "5.41", None)]),
    ("得分在14~52之间", [("14~52", "range", "14 52", None)]),
    ("订单重回千台以上", [("千台以上", ">=", "1000", "台")]),
    ("技能人才总量超320万", [("超320万", ">", "3200000", "人")]),
    ("参保人数分别增加820万和95万", [("820万", "=", "8200000", "人"), ("95万", "=", "950000", "人")]),
    ("到馆人次首次过万", [("过万", ">", "10000", "人次")]),
    ("海洋生产总值突破万亿，", [("突破万亿", ">", "1000000000000", "CNY")]),
    ("Sixteen mixtures were tested", [("Sixteen mixtures", "=", "16", None)]),
    ("in more than twenty-five hospitals", [("more than twenty-five hospitals", ">", "25", None)]),
]
READ += [
    (
        "年输沙量变化率为–2 160万t/10a，净通量为-1 240 t",
        [("-2 160万t/10a", "=", "-21600000", "吨/10年"), ("-1 240 t", "=", "-1240", "吨")],
    ),
    ("隶属19科38属", [("19科", "=", "19", "科"), ("38属", "=", "38", "属")]),
    ("蚤类分5目，6科", [("5目", "=", "5", "目"), ("6科", "=", "6", "科")]),
    (
        "4月密度为792.0 ind./m2，丰度为36 ind/L",
        [("792.0 ind./m2", "=", "792", "ind./m2"), ("36 ind/L", "=", "36", "ind/L")],
    ),
    ("累计作业11 360网次", [("11 360网次", "=", "11360", "网次")]),
    (
        "离子总浓度358.0 μeq·L-1，钠2.1 meq/L",
        [("358.0μeq·L-1", "=", "358", "μeq·L-1"), ("2.1 meq/L", "=", "2.1", "meq/L")],
    ),
    ("通路类型（0.148）和年龄（0.061）有影响", [("0.148", "=", "0.148", None), ("0.061", "=", "0.061", None)]),
    ("基尼系数从0.305逐年下降", [("0.305", "=", "0.305", None)]),
    ("信度由0.71显著提高，", [("0.71", "=", "0.71", None)]),
    ("在2018年达到最低值0.326后略有回升", [("0.326", "=", "0.326", None)]),
    ("土类降为0.31.", [("0.31", "=", "0.31", None)]),
    ("均值是西部（0.187）的2.5倍", [("0.187", "=", "0.187", None), ("2.5倍", "=", "2.5", "倍")]),
    ("道路密度的解释力次之（q=0.438）", [("0.438", "=", "0.438", None)]),
]  # fmt: skip
NO_READINGS = [
    "变化1-2 160万年",
    "见类型（3）",
    "理由0.35下降",
    "见（2.1）和（3）",
    "骨2科护士",
    "2023科博会",
    "由1.0提升为2.0版",
]
RANKS = [
    ("吞吐量蝉联榜首", "榜首"),
    ("患病率居各类人群之首", "之首"),
    ("数量保持全省首位", "首位"),
    ("路网密度居各省区第一，", "第一"),
    ("产量居参试品种第一位，", "第一位"),
    ("借阅量居各分馆第一，", "第一"),
]
# what stands in the ledger and is no quantity
NONE = [
    "20~29岁组", "80岁及以上组", "15岁以下者", "6~12岁学龄儿童", "45岁以上中老年人", "55岁以上及农村教师", "采用五点法取样",
    "SAS 9.4软件", "用SPSS 26.0软件", "进入第三个十年", "1 mmHg=0.133 kPa",
    "1亩=667 m2", "用来表达一个看法", "两组临床资料比较", "the two groups", "three aspects", "居住在第一小区",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text for text, _ in READ])
def test_what_is_read(mentions: Found, text: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    found = mentions(text)
    assert [
        (words, m.comparator, tuple(v for v in (m.value, m.value_min, m.value_max) if v is not None), m.unit)
        for words, m in found
    ] == [
        (words, comparator, tuple(map(Fraction, values.split())), unit)
        for words, comparator, values, unit in expected
    ]


@pytest.mark.parametrize(("text", "words"), RANKS, ids=[text for text, _ in RANKS])
def test_words_of_rank(mentions: Found, text: str, words: str) -> None:
    assert [(printed, m.rank, m.value) for printed, m in mentions(text)] == [(words, True, 1)]


@pytest.mark.parametrize("text", NONE)
def test_labels_names_and_conversions_are_no_quantities(find: Callable[..., Quantities], text: str) -> None:
    assert not find(text).mentions


@pytest.mark.parametrize("text", NO_READINGS)
def test_no_readings(mentions: Found, text: str) -> None:
    assert not mentions(text)
