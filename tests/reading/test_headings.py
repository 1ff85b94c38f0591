from __future__ import annotations

import pytest

from suyuan.reading.headings import Outline, chinese_number, heading_of


@pytest.mark.parametrize(
    ("text", "number"), [("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("三十一", 31), ("7", 7)]
)
def test_chinese_numbers(text: str, number: int) -> None:
    assert chinese_number(text) == number


@pytest.mark.parametrize(
    ("line", "system", "level", "number"),
    [
        ("一、总体情况", "chinese", 1, (1,)),
        ("（三）主要任务", "bracket", 2, (3,)),
        ("(二) 数据来源", "bracket", 2, (2,)),
        ("１　 方法与数据", "decimal", 1, (1,)),
        ("２．１　 区域层面", "decimal", 2, (2, 1)),
        ("1.4.2 运行机制", "decimal", 3, (1, 4, 2)),
        ("2.1京津冀概况", "decimal", 2, (2, 1)),
        ("## 2.2 横向合作", "decimal", 2, (2, 2)),
        ("## 引言", "hash", 2, ()),
        ("第三章 保障措施", "chapter", 1, (3,)),
        ("3.标准的使用情况", "item", 3, (3,)),
        ("（一）规模稳步扩大。", "bracket", 2, (1,)),
    ],
)
def test_headings(line: str, system: str, level: int, number: tuple[int, ...]) -> None:
    heading = heading_of(line)
    assert heading is not None
    assert (heading.system, heading.level, heading.number) == (system, level, number)


@pytest.mark.parametrize(
    "line",
    [
        "2023年，全市生产总值增长5.4%。",
        "1.67亿元的投入已经到位，其余资金将在年内拨付。",
        "（一）规模稳步扩大。全年新增标准30项，比上年多8项。",
        "20世纪90年代前后，各地开始试点",
        "1.本公报数据为初步统计数；",
        "① 某某大学课题组",
        "一是健全机制。",
        "2. 某师范大学地理系，长春 130022",  # an affiliation
        "1. 某交通地理研究所,西安 710061",
    ],
)
def test_no_headings(line: str) -> None:
    assert heading_of(line) is None


@pytest.mark.parametrize("line", ["三、2022年度预算收入 320000", "二、学校经费合计 120000"])
def test_a_sum_is_no_postcode(line: str) -> None:
    assert heading_of(line) is not None


@pytest.mark.parametrize(
    ("before", "after", "fits"),
    [
        ([], "0 引言", True),
        ([], "1 引言", True),
        ([], "7 个城市", False),
        (["1 引言"], "2 方法", True),
        (["2 结果"], "2.1 区域", True),
        (["2 结果", "2.3 城际"], "3 讨论", True),
        (["2 结果"], "47 个区县", False),
        (["2.1 区域"], "2.2 省际", True),
        (["1 引言"], "1.2 数据", False),
    ],
)
def test_order(before: list[str], after: str, fits: bool) -> None:
    outline = Outline()
    for line in before:
        heading = heading_of(line)
        assert heading is not None
        outline.push(heading)
    heading = heading_of(after)
    assert heading is not None
    assert outline.fits(heading) is fits


def test_two_headings_on_one_line() -> None:
    outline = Outline()
    heading = heading_of("二、理论基础与假设 (一) 瓶颈的理论框架")
    assert heading is not None
    outline.push(heading)
    assert outline.section == ("二、理论基础与假设", "(一) 瓶颈的理论框架")


@pytest.mark.parametrize(
    ("lines", "levels"),
    [
        (
            ["第三节 经营", "一、情况", "(一) 业务", "1. 收入", "2. 成本", "(二) 投资", "二、展望"],
            [1, 2, 3, 4, 4, 3, 2],
        ),
        (["第一章 总论", "第一节 背景", "一、来历", "第二章 方法"], [1, 2, 3, 1]),
        (["第二章 方法", "2.1 数据", "2.2 模型"], [1, 2, 2]),
        (["1 引言", "1.1 背景", "1.1.1 来历", "2 方法"], [1, 2, 3, 1]),
        (["一、引言", "（一）背景", "二、方法"], [1, 2, 1]),
        (["（四）投资", "1. 总体", "（五）展望"], [2, 3, 2]),
    ],
)
def test_the_tree(lines: list[str], levels: list[int]) -> None:
    outline = Outline()
    found = []
    for line in lines:
        heading = heading_of(line)
        assert heading is not None, line
        found.append(outline.push(heading)[1])
    assert found == levels
