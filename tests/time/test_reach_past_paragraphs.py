"""What paragraphs of a report go on with: the list that one announced, never what only was told before them.

▲ marks the first character of each quantity.
"""

import pytest

from report_times import times_of

PARAGRAPHS = dict.fromkeys(range(2, 8), "paragraph")  # （一） … behind the first heading


@pytest.mark.parametrize(
    "salutation", ["各位代表：", "各位股东、各位董事：", "同志们：", "尊敬的各位来宾：", "市长李某某"]
)
def test_a_salutation_announces_no_list(salutation):
    found = times_of(
        salutation,
        "二、2026年重点任务",
        "（一）狠抓产业发展，培育新动能。到2027年，富硒产业产值达到▲1200亿元。",
        "（二）改造老旧小区▲86个，新增停车位▲3000个。",
        "（三）新建文化礼堂▲12个。",
        kinds={1: "paragraph", 2: "heading", **dict.fromkeys(range(3, 6), "paragraph")},
    )
    assert found == ["2027", "2026", "2026", "2026"]


def test_a_salutation_under_the_heading_of_the_year_that_was():
    found = times_of(
        "各位委员：",
        "一、2025年工作回顾",
        "提案提质增效。2024年底存案▲30件，办结▲20件。",
        "调研有声有色。形成报告▲18篇。",
    )
    assert found == ["2024-12", "2024-12", "2025"]


@pytest.mark.parametrize(
    ("announced", "wanted"),
    [
        ("到2024年底，全市累计建成以下设施：", ["2024-12", "2024-12"]),
        ("2024年，完成投资▲90亿元，其中：", ["2024", "2024", "2024"]),
        ("2024年，完成投资▲90亿元。其中：", ["2024", "2024", "2024"]),
        ("2024年，完成投资▲90亿元。今年主要工作如下：", ["2024", "2026", "2026"]),
        ("主要工作如下：", ["2025", "2025"]),
        ("（一）2024年，建成以下设施：", ["2024", "2024"]),
    ],
)
def test_items_are_of_what_announced_them(announced, wanted):
    found = times_of(
        "一、2025年工作回顾", announced, "高速公路▲520公里；", "铁路▲210公里。", kinds=PARAGRAPHS
    )
    assert found == wanted


def test_a_list_ends_with_a_paragraph_beside_the_one_that_announced_it():
    found = times_of(
        "一、2025年工作回顾",
        "（一）2024年，建成以下设施：",
        "铁路▲210公里。",
        "（二）新建学校▲6个。",
        kinds=PARAGRAPHS,
    )
    assert found == ["2024", "2025"]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("五年来，高新技术企业增加▲86家。", "2021/2025"),
        ("过去五年，累计建成高标准农田▲86万亩。", "2021/2025"),
        ("五年间，获得奖励▲12项。", "2021/2025"),
        ("近三年，办理公益诉讼▲80件。", "2023/2025"),
    ],
)
def test_several_years_inside_a_paragraph_under_the_heading_of_one(sentence, wanted):
    found = times_of(
        "一、2025年工作回顾", f"生产总值达到▲1260亿元。{sentence}", "城乡面貌改善。新建道路▲12公里。"
    )
    assert found == ["2025", wanted, "2025"]


def test_several_years_at_the_head_of_a_paragraph_still_turn():
    found = times_of("一、2025年工作回顾", "五年来，就业不断扩大。", "全市新增就业▲12万人。")
    assert found == ["2021/2025"]
