"""Levels whose own words are a time, a verdict or a statistic alone: the sentence opens with their magnitude."""

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]

# text, and measures of its facts
MEASURES = [
    ("产量均以甲处理最高，2021年为9.1 t/hm2，2022年为8.7 t/hm2。", ["产量", "产量"]),
    ("总磷8月最高，平均0.41 mg/L，次年2月最低，平均0.12 mg/L。", ["总磷", "总磷"]),
    ("格尔木市升温最显著，达0.51 ℃。", ["升温"]),
    ("换热终温逐年走低，2021年平均只有281 ℃。", ["换热终温"]),
    ("就诊人次冬季最多，达3212人次。", ["就诊人次"]),
    ("地上生物量存在明显的年际差异。2019年最高，为1312 g/m2。", ["地上生物量"]),
    ("死亡率先升后降，2010年最高，为8.1%，2019年降到最低的2.3%。", ["死亡率", "死亡率"]),
    ("宜昌市患龋率最低（60.1%），荆州市最高（74.8%）。", ["患龋率", "患龋率"]),
    ("坑外地表沉降逐日增大，最大38.5 mm。", ["坑外地表沉降"]),
    # a name of its own stays
    ("反应温度设为80 ℃，夏季最高气温达35 ℃。", ["反应温度", "夏季最高气温"]),
    ("样本均值0.27，标准差0.11。", ["样本均值", "样本标准差"]),
    ("坑外地表沉降最大26 mm。", ["坑外地表沉降最大"]),
]

# text, and of its last fact: measure and row
ROWS = [
    ("水分利用效率两年均值达到1.9 kg/m3，而充分灌溉条件下为1.5 kg/m3。", "水分利用效率", "充分灌溉"),
    ("栖息密度夏季最高，达312 个/m2，夜间为19 个/m2。", "栖息密度", "夜间"),
    ("中转开腹在早期组占15.5%，延期组只有6.0%。", "中转开腹占比", "延期组"),
    ("患病率随年龄增长而上升，40~49岁组仅为3.4%。", "患病率", "40~49岁组"),
]


@pytest.mark.parametrize(("text", "measures"), MEASURES)
def test_measures(read: Read, text: str, measures: list[str]) -> None:
    assert [fact.measure for fact in read(text).facts] == measures


@pytest.mark.parametrize(("text", "measure", "row"), ROWS)
def test_rows(read: Read, text: str, measure: str, row: str) -> None:
    fact = read(text).facts[-1]
    assert (fact.measure, row in dict(fact.breakdown).values()) == (measure, True)
