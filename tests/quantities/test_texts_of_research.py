"""Quantities of reports of research: units with powers, counts over totals, quartiles, statistics, points, nought."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from suyuan.quantities import Mention, Quantities

Found = Callable[[str], list[tuple[str, Mention]]]

UNITS = [
    ("基本苗240万株·hm-2", [("240万株·hm-2", "株·hm-2", "2400000")]),
    (
        "穗数598万·hm-2，另一处为612万/hm2",
        [("598万·hm-2", "hm-2", "5980000"), ("612万/hm2", "/hm2", "6120000")],
    ),
    ("尿素2.6元·kg-1", [("2.6元·kg-1", "CNY/kg", "2.6")]),
    ("净收益1.46万元·hm-2", [("1.46万元·hm-2", "CNY/hm2", "14600")]),
    ("积温1 820 ℃·d", [("1 820°C·d", "°C·d", "1820")]),
    ("呼吸18次·min-1", [("18次·min-1", "次·min-1", "18")]),
    ("施氮150 kg N·hm-2", [("150 kg N·hm-2", "kg N·hm-2", "150")]),
    ("排放3.2 kg N2O-N·hm-2", [("3.2 kg N2O-N·hm-2", "kg N2O-N·hm-2", "3.2")]),
    ("光合速率18.3 μmol CO2·m-2·s-1", [("18.3μmol CO2·m-2·s-1", "μmol CO2·m-2·s-1", "18.3")]),
    ("产量7 500 kg ha-1，", [("7 500 kg ha-1", "kg·ha-1", "7500")]),
    ("剂量10 mg·kg-1·d-1", [("10 mg·kg-1·d-1", "mg·kg-1·d-1", "10")]),
    ("剂量5 mg/(kg·d)", [("5 mg/（kg·d）", "mg/(kg·d)", "5")]),
    ("产量7.2 t·hm-2", [("7.2 t·hm-2", "t·hm-2", "7.2")]),
    ("夜间54.3 dB(A)", [("54.3 dB（A）", "dB(A)", "54.3")]),
    ("剂量率为62~104纳戈瑞/小时", [("62~104纳戈瑞/小时", "纳戈瑞/小时", None)]),
    ("eGFR<60 mL/(min·1.73 m2)", [("<60 mL/（min·1.73 m2）", "mL/(min·1.73m2)", "60")]),
    ("衍射角为25.3°和37.8°", [("25.3°", "°", "25.3"), ("37.8°", "°", "37.8")]),
    ("电压为5 V、10 Hz", [("5 V", "V", "5"), ("10 Hz", "Hz", "10")]),
    ("每穴灸2壮，", [("2壮", "壮", "2")]),
    ("用量为180 kg/hm² 3次施入", [("180 kg/hm²", "kg/hm2", "180"), ("3次", "次", "3")]),
    ("施用40 t/hm²2年后", [("40 t/hm²", "吨/hm2", "40"), ("2年", "年", "2")]),
    ("浊度5 NTU，盐度32 psu", [("5 NTU", "NTU", "5"), ("32 psu", "psu", "32")]),
]


@pytest.mark.parametrize(("text", "expected"), UNITS, ids=[row[0] for row in UNITS])
def test_units(mentions: Found, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = [(words, m.unit, m.value) for words, m in mentions(text)]
    assert found == [
        (words, unit, None if value is None else Fraction(value)) for words, unit, value in expected
    ]


NUMBERS = [
    ("产量依次为4 862、7 935和8 926 kg·hm-2", [(4862, "kg·hm-2"), (7935, "kg·hm-2"), (8926, "kg·hm-2")]),
    ("海拔1 250~1 380 m", [((1250, 1380), "m")]),
    ("室内温度（23±2）℃", [((21, 25), "°C")]),
    ("在20±2℃下养护", [((18, 22), "°C")]),
    ("平均体温（36.5±0.4）℃", [("36.5", "°C")]),
    ("环境温度(23±2)℃", [((21, 25), "°C")]),
    ("大鼠饲养于温度（23±2）℃的动物房", [((21, 25), "°C")]),
    ("水浴温度控制在37±1℃", [((36, 38), "°C")]),
    ("治疗后皮肤温度为(33.2±0.8)℃", [("33.2", "°C")]),
    ("皮肤温度(33.2±0.8)℃", [("33.2", "°C")]),
    ("水温为(18.2±0.6)℃", [("18.2", "°C")]),
    ("土壤温度为15.3±2.1℃，下降明显", [("15.3", "°C")]),
    ("土壤温度为15.3±2.1℃，保持稳定", [("15.3", "°C")]),
    ("饲养池测得水温18.2±0.6℃", [("18.2", "°C")]),
    ("达标率为91.80%（56/61），", [("91.8", "%"), (56, None), (61, None)]),
    ("有效率为91.80%（56/61），", [("91.8", "%"), (56, "例"), (61, "例")]),
    ("合并高血压者占39.5%（17/43）", [("39.5", "%"), (17, "例"), (43, "例")]),
    ("共61例，有效率91.80%（56/61）", [(61, "例"), ("91.8", "%"), (56, "例"), (61, "例")]),
    ("检出率为53.9%（1 003/1 862）", [("53.9", "%"), (1003, None), (1862, None)]),
    ("复发3例（5.0%，3/60）", [(3, "例"), (5, "%"), (3, "例"), (60, "例")]),
    ("有效率90.0%（9/10）", [(90, "%"), (9, "例"), (10, "例")]),
    ("有效率71.0%（9/10）", [(71, "%")]),  # no share of the two
    ("中位数为12（8，20）分", [(12, "分"), ((8, 20), "分")]),
    ("年龄65（58~72）岁", [(65, "岁"), ((58, 72), "岁")]),
    ("HR为1.52（1.06，2.18）", [("1.52", None), (("1.06", "2.18"), None)]),
    ("F（1，58）=4.2，", [("4.2", None)]),
    ("处理T2（1，58）较好", []),
    ("年龄56.3（±8.2）岁", [("56.3", "岁")]),
    ("均数差1.13分（95%CI：0.86~1.40）", [("1.13", "分"), (("0.86", "1.4"), "分")]),
    ("患病率12.3%（95%CI 10.1~14.5）", [("12.3", "%"), (("10.1", "14.5"), "%")]),
    ("OR=1.52（95%CI：1.06~2.18）", [("1.52", None), (("1.06", "2.18"), None)]),
    ("HR 0.72，AUC 0.83", [("0.72", None), ("0.83", None)]),
    ("水样pH=7.4，", [("7.4", None)]),
    ("质量指数（EQI）63.81，", [("63.81", None)]),
    ("城区均分3.74，县镇3.63，乡村3.44", [("3.74", "分"), ("3.63", "分"), ("3.44", "分")]),
    ("甲组得分最高（3.81），乙组最低（3.29）", [("3.81", "分"), ("3.29", "分")]),
    ("关联度（0.85）", [("0.85", None)]),
    ("详见结果（2.1）", []),  # may be a section
    ("落后于意识维度0.67分", [("0.67", "分")]),
    ("SpO2 95%", [(95, "%")]),
    ("发生率由9.8%降至零，", [("9.8", "%"), (0, "%")]),
    ("漏检率从3.2%下降到0，", [("3.2", "%"), (0, "%")]),
    ("系数显著不为零，", []),
    ("随访3个月的复发率为8.9%", [(3, "月"), ("8.9", "%")]),
    ("臭氧日最大8小时平均浓度", []),
    ("评定前5年至前2年的系数", []),
    ("raised it per 10,000 people by 5%", [(5, "%")]),
    ("in 282 Chinese cities", [(282, None)]),
    ("In 2019 Chinese cities", []),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS, ids=[row[0] for row in NUMBERS])
def test_numbers(mentions: Found, text: str, expected: list[tuple[object, str | None]]) -> None:
    def of(m: Mention) -> object:
        return m.value if m.value is not None else (m.value_min, m.value_max)

    def wanted(value: object) -> object:
        return tuple(map(Fraction, value)) if isinstance(value, tuple) else Fraction(str(value))

    assert [(of(m), m.unit) for _, m in mentions(text)] == [(wanted(value), unit) for value, unit in expected]


ABOUT = [("系数在0附近波动", "0附近", "~"), ("最小值接近于0，", "接近于0", "~"), ("均P<0.05）", "<0.05", "<")]


@pytest.mark.parametrize(("text", "surface", "comparator"), ABOUT)
def test_comparators(mentions: Found, text: str, surface: str, comparator: str) -> None:
    assert [(words, m.comparator) for words, m in mentions(text)] == [(surface, comparator)]


NAMES = [
    ("30岁及以下337人", "30", "label of an age group"),
    ("51岁及以上教师", "51", "label of an age group"),
    ("比较两组评分", "两", "points back"),
    ("两组差异不显著", "两", "points back"),
    ("5日均线", "5", "span of a moving mean"),
]


@pytest.mark.parametrize(("text", "numeral", "reason"), NAMES, ids=[row[0] for row in NAMES])
def test_what_is_no_quantity(find: Callable[[str], Quantities], text: str, numeral: str, reason: str) -> None:
    rows = {text[row.start : row.end]: row.reason for row in find(text).ledger}
    assert rows[numeral] == reason


@pytest.mark.parametrize("text", ["分为两组", "设两组试验", "采用两组数据"])
def test_groups_that_are_formed_are_counted(mentions: Found, text: str) -> None:
    assert [words for words, _ in mentions(text)] == ["两组"]
