"""Words beside a number that say how it is meant: 四分之一强, 2小时内, 每秒200 GB, 跨上10 GB区间, 位列…之后的第三位."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from suyuan.quantities import Quantities

Find = Callable[[str], Quantities]

# text, surface, unit, comparator, value
MEANT = [
    ("女生占四分之一强，", "四分之一强", "%", ">", 25),
    ("农户占三成弱；", "三成弱", "%", "<", 30),
    ("五分之一强调公平", "五分之一", "%", "=", 20),
    ("四成弱势群体受益", "四成", "%", "=", 40),
    ("卸货后2小时内入库", "2小时内", "小时", "<=", 2),
    ("接警后15分钟内到场", "15分钟内", "分钟", "<=", 15),
    ("读出速度为每秒200 GB", "200 GB", "GB/s", "=", 200),
    ("气流达每秒300米", "300米", "m/s", "=", 300),
    ("每秒内有300米", "300米", "m", "=", 300),
    ("月流量跨上10 GB区间", "跨上10 GB", "GB", ">=", 10),
    ("产量迈上500万辆新台阶", "迈上500万辆", "辆", ">=", 5_000_000),
    ("管理迈上3个新台阶", "3个", "个", "=", 3),
    ("出口额位列甲乙之后的第三位，", "第三位", "位", "=", 3),
    ("目前排名世界计算机500排行榜首位；", "首位", None, "=", 1),
    ("约占全球5G总用户数的89%", "89%", "%", "~", 89),
    ("停留时间为14.0 h、水温20 ℃", "14.0 h", "小时", "=", 14),
    ("出水TN 8.9 mg/L，", "8.9 mg/L", "mg/L", "=", Fraction("8.9")),
    ("出水TP 0.24 mg/L，", "0.24 mg/L", "mg/L", "=", Fraction("0.24")),
    ("选用128核芯片", "128核", "核", "=", 128),
    ("中位数为387（241，512）例", "387", "例", "=", 387),
    ("建设监测点12点，", "12点", "点", "=", 12),
    ("沪指每天涨12点，", "12点", "点", "=", 12),
    ("早盘高开8点，", "8点", "点", "=", 8),
    ("周三涨15点，", "15点", "点", "=", 15),
    ("大楼共12层，", "12层", "层", "=", 12),
    ("新增公交线路12条，", "12条", "条", "=", 12),
]


@pytest.mark.parametrize(("text", "surface", "unit", "comparator", "value"), MEANT)
def test_word_beside_number(
    find: Find, text: str, surface: str, unit: str | None, comparator: str, value: int | Fraction
) -> None:
    mentions = find(text).mentions
    said = {"".join(text[m.start : m.end].split()): (m.unit, m.comparator, m.value) for m in mentions}
    assert said.get("".join(surface.split())) == (unit, comparator, value)


NONE = [
    ("支出比前五年增加。", "date"),
    ("产量较前3年下降。", "date"),
    ("工资比三年前增加。", "date"),
    ("普及九年义务教育", "name"),
    ("用甲软件3.1双录入", "unread"),
    ("落后的第三阶段", "name"),
    ("共有5核心", "unread"),
    ("执行T/ABC 100-2020", "document_number"),
    ("夜间服务延长至22点30分。", "date"),
    ("周六上午8点到12点办理。", "date"),
    ("每天8点至20点开放。", "date"),
    ("末班车22点10分发出。", "date"),
    ("大厅位于市民中心2楼，", "name"),
    ("地址在A座12层1203室。", "name"),
    ("乘公交12路、K507路可达。", "name"),
    ("12路、K507路等线路停运。", "name"),
]


@pytest.mark.parametrize(("text", "numeral_class"), NONE)
def test_no_quantity(find: Find, text: str, numeral_class: str) -> None:
    found = find(text)
    assert found.mentions == []
    assert {entry.numeral_class for entry in found.ledger} == {numeral_class}


def test_quartiles_of_three_digits_are_no_thousands(find: Find) -> None:
    ends = [(m.value_min, m.value_max, m.unit) for m in find("中位数为387（241，512）例").mentions][1:]
    assert ends == [(241, 512, "例")]
    assert [m.value for m in find("占5%（1,234人）").mentions] == [5, 1234]
    assert [m.value for m in find("占比为45（1,234人）").mentions][-1] == 1234
    assert not any(m.comparator == "range" for m in find("人数45（1,234）人").mentions)
