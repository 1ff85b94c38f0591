"""Ranges, several quantities in one text, lists with one unit, tolerances and intervals."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from suyuan.quantities import Mention

Found = Callable[[str], list[tuple[str, Mention]]]

# (text, [(surface, least, greatest, unit)])
RANGES = [
    ("增加15%~20%", "15%~20%", "15", "20", "%"),
    ("增加15~20%", "15~20%", "15", "20", "%"),
    ("持续3-5年", "3-5年", "3", "5", "年"),
    ("注资100-200万元", "100-200万元", "1000000", "2000000", "CNY"),
    ("注资8000-1.2万元", "8000-1.2万元", "8000", "12000", "CNY"),
    ("十五到二十人", "十五到二十人", "15", "20", "人"),
    ("提高9到23元", "9到23元", "9", "23", "CNY"),
    ("减少8%至10%", "8%至10%", "8", "10", "%"),
    ("占1.2%－3.8%", "1.2%-3.8%", "1.2", "3.8", "%"),
    ("年龄35～75岁", "35~75岁", "35", "75", "岁"),
    ("95%CI：1.21～2.74", "1.21~2.74", "1.21", "2.74", None),
    ("（95%CI 0.48-0.88）", "0.48-0.88", "0.48", "0.88", None),
    ("两三个村", "两三个", "2", "3", "个"),
    ("三五家企业", "三五家", "3", "5", "家"),
    ("十七八岁", "十七八岁", "17", "18", "岁"),
    ("两三百人", "两三百人", "200", "300", "人"),
    ("温度-20℃~60℃", "-20°C~60°C", "-20", "60", "°C"),
    ("范围-40~85℃", "-40~85°C", "-40", "85", "°C"),
    ("表现在-5%~+5%之间", "-5%~+5%", "-5", "5", "%"),
    ("公差±0.05mm", "±0.05mm", "-0.05", "0.05", "mm"),
    ("正负5%", "正负5%", "-5", "5", "%"),
    ("pH值6.5~8.5", "6.5~8.5", "6.5", "8.5", None),
    ("2万-3万", "2万-3万", "20000", "30000", None),
    ("七八成", "七八成", "70", "80", "%"),
    ("百分之三至五", "百分之三至五", "3", "5", "%"),
    ("百分之二三十", "百分之二三十", "20", "30", "%"),
    ("工期2年3个月至3年", "2年3个月至3年", "2.25", "3", "年"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "surface", "least", "greatest", "unit"), RANGES, ids=[row[0] for row in RANGES]
)
def test_ranges(
    mentions: Found, text: str, surface: str, least: str, greatest: str, unit: str | None
) -> None:
    found = mentions(text)
    assert [words for words, _ in found] == [surface]
    mention = found[0][1]
    assert mention.comparator == "range"
    assert mention.value is None
    assert (mention.value_min, mention.value_max, mention.unit) == (Fraction(least), Fraction(greatest), unit)


SEVERAL = [
    ("明确6个方面15项任务", [("6个", 6, "个"), ("15项", 15, "项")]),
    ("5类69个项目", [("5类", 5, "类"), ("69个", 69, "个")]),
    ("由15%提高到20%", [("15%", 15, "%"), ("20%", 20, "%")]),
    ("从15%到20%", [("15%", 15, "%"), ("20%", 20, "%")]),
    ("27.2万亿增至45.5万亿元", [("27.2万亿", 27_200_000_000_000, "CNY"), ("45.5万亿元", 45_500_000_000_000, "CNY")]),
    ("从1702项增加到超1.7万项", [("1702项", 1702, "项"), ("超1.7万项", 17000, "项")]),
    ("共454.9万户、737.8万人", [("454.9万户", 4_549_000, "户"), ("737.8万人", 7_378_000, "人")]),
    ("试件100mm×80mm", [("100mm", 100, "mm"), ("80mm", 80, "mm")]),
    ("甲组（5.1±0.2）g vs （4.9±0.3）g", [("（5.1±0.2）g", Fraction("5.1"), "g"), ("（4.9±0.3）g", Fraction("4.9"), "g")]),
    ("中位24（12~36）个月", [("24", 24, "月"), ("（12~36）个月", None, "月")]),
    ("男68例，女52例", [("68例", 68, "例"), ("52例", 52, "例")]),
    ("得分为3.5、3.4和3.6，", [("3.5", Fraction("3.5"), None), ("3.4", Fraction("3.4"), None), ("3.6", Fraction("3.6"), None)]),
    ("广州（35）、深圳（28）和佛山（12）。", [("35", 35, None), ("28", 28, None), ("12", 12, None)]),
    ("分别为3%、-1%和-5%", [("3%", 3, "%"), ("-1%", -1, "%"), ("-5%", -5, "%")]),
    ("样本35份，案例12个，试验5次", [("35份", 35, "份"), ("12个", 12, "个"), ("5次", 5, "次")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_several_quantities(
    mentions: Found, text: str, expected: list[tuple[str, Fraction, str | None]]
) -> None:
    assert [(words, m.value, m.unit) for words, m in mentions(text)] == expected


def test_list_with_the_unit_at_its_end(mentions: Found) -> None:
    found = mentions("分别有57、14和4项，")
    got: list[tuple[object, ...]] = [
        (words, m.value, m.unit, m.unit_carried, m.list_index) for words, m in found
    ]
    assert got == [
        ("57", 57, "项", True, 0), ("14", 14, "项", True, 1), ("4项", 4, "项", False, 2),
    ]  # fmt: skip
    assert len({m.list_id for _, m in found}) == 1


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("知晓率、治疗率分别提高3个和2个百分点。", ["百分点", "百分点"]),
        ("保质期分别为3个、6个和9个月。", ["月", "月", "月"]),
        ("公园3个、广场2个百分点。", ["个", "百分点"]),
        ("新增3个和2万个岗位。", ["个", "个"]),
    ],
)
def test_members_that_end_with_the_first_word_of_the_unit(
    mentions: Found, text: str, units: list[str]
) -> None:
    assert [m.unit for _, m in mentions(text)] == units


def test_list_carries_the_multiplier(mentions: Found) -> None:
    found = mentions("分别为1.2、3.4和5.6亿元")
    assert [m.value for _, m in found] == [120_000_000, 340_000_000, 560_000_000]
    assert {m.unit for _, m in found} == {"CNY"}


def test_counts_in_brackets_are_one_list(mentions: Found) -> None:
    found = mentions("市场局（14项）、住建委（14项）、人力资源（13项）")
    assert [int(m.value or 0) for _, m in found] == [14, 14, 13]
    assert [m.list_index for _, m in found] == [0, 1, 2]
    assert len({m.list_id for _, m in found}) == 1


def test_two_lists_have_two_ids(mentions: Found) -> None:
    found = mentions("东区3个、西区4个。城市5万人、农村6万人。")
    assert found[0][1].list_id == found[1][1].list_id != found[2][1].list_id == found[3][1].list_id


def test_different_units_make_no_list(mentions: Found) -> None:
    assert [m.list_id for _, m in mentions("新建5所学校、12家医院")] == [None, None]


def test_ratio_of_three_that_adds_up_is_shares(mentions: Found) -> None:
    found = mentions("三次产业结构为2.5：36.7：60.7。")
    assert [(m.value, m.unit, m.rule) for _, m in found] == [
        (Fraction("2.5"), "%", "ratio_of_shares"), (Fraction("36.7"), "%", "ratio_of_shares"),
        (Fraction("60.7"), "%", "ratio_of_shares"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["（63.7±3.0）岁", "63.7±3.0岁"])
def test_mean_with_deviation(mentions: Found, text: str) -> None:
    ((words, mention),) = mentions(text)
    assert words == text
    assert (mention.value, mention.unit, mention.rule) == (Fraction("63.7"), "岁", "plus_minus")


def test_small_counts_in_words_are_marked(mentions: Found) -> None:
    assert [m.rule for _, m in mentions("三种视角和3种方法")] == ["count_in_words", "number"]


def test_unit_text_is_multiplier_and_unit(mentions: Found) -> None:
    assert [m.unit_text for _, m in mentions("投入15,953万元，用电3.1亿千瓦")] == ["万元", "亿千瓦"]


def test_number_alone_has_its_place(make: Callable[[str], object], mentions: Found) -> None:
    ((_, mention),) = mentions("约15,953万元")
    assert (mention.number_start, mention.number_end) == (1, 7)


def test_tolerance_in_per_cent_is_of_the_value(mentions: Found) -> None:
    mention = mentions("电压220V±10%")[0][1]
    assert (mention.value, mention.low, mention.high) == (220, 198, 242)


def test_ends_of_an_interval_in_a_bracket(mentions: Found) -> None:
    found = [m for _, m in mentions("95%CI（0.61，0.94）")]
    assert [(m.value_min, m.value_max) for m in found] == [(Fraction("0.61"), Fraction("0.94"))]
