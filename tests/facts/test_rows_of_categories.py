"""Bare categories as rows of the magnitude before them, members that a number counts, and numbers after a 分别 list."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction
from suyuan.facts.counted_members import counted_members, without_count, without_number

Read = Callable[..., Extraction]

CATEGORIES = [
    # a rate, a sum, a measured level or a change, then categories alone
    ("患病率为23.2%，男性25.1%，女性21.3%。", ["患病率"] * 3, [{}, {"性别": "男"}, {"性别": "女"}]),
    ("知晓率为61%（男性58%，女性64%）。", ["知晓率"] * 3, [{}, {"性别": "男"}, {"性别": "女"}]),
    ("登记失业率5.1%，青年14.9%。", ["登记失业率"] * 2, [{}, {"分项": "青年"}]),
    ("居民人均可支配收入3.9万元，城镇5.1万元，农村2.1万元。", ["居民人均可支配收入"] * 3,
     [{}, {"城乡": "城镇"}, {"城乡": "农村"}]),
    ("居民人均用水量为120升，城镇150升，农村90升。", ["居民人均用水量"] * 3, [{}, {"城乡": "城镇"}, {"城乡": "农村"}]),
    ("居民消费支出增长5.2%，城镇4.8%，农村6.1%。", ["居民消费支出增速"] * 3, [{}, {"城乡": "城镇"}, {"城乡": "农村"}]),
    # the magnitude stands before a colon
    ("吸烟率：男性47%，女性3%。", ["吸烟率"] * 2, [{"性别": "男"}, {"性别": "女"}]),
    ("人均可支配收入：城镇5.1万元；农村2.1万元。", ["人均可支配收入"] * 2, [{"城乡": "城镇"}, {"城乡": "农村"}]),
    # the name begins with another category of the dimension
    ("男性吸烟率为47%，女性3%。", ["吸烟率", "吸烟率"], [{"性别": "男"}, {"性别": "女"}]),
    ("城市居民参保率95%，农村97%。", ["城市居民参保率", "农村居民参保率"], [{"城乡": "城镇"}, {"城乡": "农村"}]),
    ("男性就业增长5%，女性3%。", ["男性就业增速", "女性就业增速"], [{"性别": "男"}, {"性别": "女"}]),
    # not of a process that a category is the name of
    ("城镇化率为65%，农村35%。", ["城镇化率", "农村占比"], [{}, {"城乡": "农村"}]),
    # shares and counts name themselves
    ("同意率为60%，男性占55%。", ["同意率", "男性占比"], [{}, {"性别": "男"}]),
    ("受访者1200人，男性52%，女性48%。", ["受访者数", "男性占比", "女性占比"], [{}, {"性别": "男"}, {"性别": "女"}]),
    ("职工3000人，男性1200人。", ["职工数", "男性人数"], [{}, {"性别": "男"}]),
    ("国家级实验室9个，省级5个。", ["国家级实验室数量", "省级实验室数量"], [{}, {"行政级别": "省级"}]),
    # 城镇 and 深度 are no names of places
    ("总人口1200万人，其中城镇人口800万人，农村人口400万人。", ["总人口", "城镇人口", "农村人口"],
     [{}, {"城乡": "城镇"}, {"城乡": "农村"}]),
    ("开挖深度12.5m，钻孔深度35m。", ["开挖深度", "钻孔深度"], [{}, {}]),
    ("存栏绵羊300万只，山羊200万只。", None, [{}, {}]),
    # numbers of a later clause have the rows of those before
    ("试验组和对照组有效率分别为80%和85%，不良反应率分别为5%和6%。", ["有效率"] * 2 + ["不良反应率"] * 2,
     [{"组别": "试验组"}, {"组别": "对照组"}] * 2),
    ("甲组和乙组费用分别为300元、200元，住院天数为9天、7天。", ["费用"] * 2 + ["住院天数"] * 2,
     [{"组别": "甲组"}, {"组别": "乙组"}] * 2),
    ("试验组和对照组复发率分别为8%和9%，男性占比分别为52%和48%。", ["复发率"] * 2 + ["男性占比"] * 2,
     [{"组别": "试验组"}, {"组别": "对照组"},
      {"组别": "试验组", "性别": "男"}, {"组别": "对照组", "性别": "男"}]),
    ("试验组和对照组有效率分别为80%和85%，不良反应率为5%、6%和7%。", ["有效率"] * 2 + ["不良反应率"] * 3,
     [{"组别": "试验组"}, {"组别": "对照组"}, {}, {}, {}]),
    # both ends of a change have the row of its clause
    ("试验组血压由150降至130mmHg，对照组由151降至142mmHg。", ["血压"] * 4,
     [{"组别": "试验组"}] * 2 + [{"组别": "对照组"}] * 2),
]  # fmt: skip


@pytest.mark.parametrize(("text", "measures", "breakdowns"), CATEGORIES)
def test_a_category_alone_is_a_row_of_the_magnitude_before(
    read: Read, text: str, measures: list[str] | None, breakdowns: list[dict[str, str]]
) -> None:
    facts = read(text).facts
    if measures is not None:
        assert [fact.measure for fact in facts] == measures
    assert [dict(fact.breakdown) for fact in facts] == breakdowns


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("甲、乙两市税收分别为300亿元和400亿元。", ["甲市税收", "乙市税收"]),
        ("A、B两校学生分别为300人和400人。", ["A校学生数", "B校学生数"]),
        ("左、右两侧边坡高度分别为12m和15m。", ["左侧边坡高度", "右侧边坡高度"]),
        ("上、下两层厚度分别为2m和3m。", ["上层厚度", "下层厚度"]),
        ("东、西两岸雨量分别为30mm和50mm。", ["东岸雨量", "西岸雨量"]),
        ("一、二两期工程投资分别为3亿元和5亿元。", ["一期工程投资", "二期工程投资"]),
        ("甲、乙两公司净利润分别为3亿元和5亿元。", ["甲公司净利润", "乙公司净利润"]),
        ("江苏、浙江两省投资分别增长5%和6%。", ["投资增速", "投资增速"]),
        ("南京、合肥两地降雨量分别为30mm和50mm。", ["降雨量", "降雨量"]),
        # the name of one member within that of the other
        ("水和水泥用量分别为160kg和320kg。", ["水用量", "水泥用量"]),
        ("水和水蒸气温度分别为80℃和120℃。", ["水温度", "水蒸气温度"]),
        # numerals that count no members
        ("高一、高二学生分别为300人和400人。", ["高一学生数", "高二学生数"]),
    ],
)
def test_members_that_a_number_counts(read: Read, text: str, measures: list[str]) -> None:
    assert [fact.measure for fact in read(text).facts] == measures


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        (["国有", "民营两类企业"], ["国有企业", "民营企业"]),
        (["A", "B两类患者"], ["A类患者", "B类患者"]),
        (["甲县", "乙县两县财政收入"], ["甲县财政收入", "乙县财政收入"]),
        (["甲", "乙", "丙三厂"], ["甲厂", "乙厂", "丙厂"]),
        (["甲", "乙", "丙两厂"], None),
        (["高一", "高二学生"], None),
        (["第一", "第三产业"], None),
        (["收入", "支出"], None),
    ],
)
def test_counted_members(names: list[str], wanted: list[str] | None) -> None:
    assert counted_members(names) == wanted


@pytest.mark.parametrize(
    ("words", "size", "of_places", "of_ordinals"),
    [
        ("两省投资", 2, "投资", "省投资"),
        ("三地产量", 3, "产量", "地产量"),
        ("三地产量", 2, "三地产量", "三地产量"),
        ("投资", 2, "投资", "投资"),
        ("两期工程", 2, "两期工程", "期工程"),
    ],
)
def test_words_that_count(words: str, size: int, of_places: str, of_ordinals: str) -> None:
    assert (without_count(words, size), without_number(words, size)) == (of_places, of_ordinals)


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("北京和上海的GDP分别为4.9和5.3万亿元，增长5.2%和5.0%。", ["北京", "上海"] * 2),
        ("杭州、宁波产值分别为2万亿元和1.8万亿元，占全省的20%、15%。", ["杭州", "宁波"] * 2),
        (
            "江苏、浙江、广东出口分别增长5%、6%和7%，进口增长2%、3%和4%，占全国的9%、8%和7%。",
            ["江苏", "浙江", "广东"] * 3,
        ),
        ("江苏、浙江出口分别增长5%和6%，广东增长7%。", ["江苏", "浙江", "广东"]),
        ("北京、上海产值分别为4万亿元和5万亿元，合计占全国的8%。", ["北京", "上海", "北京 上海"]),
        ("北京、上海产值分别为4万亿元和5万亿元，后者增长5%。", ["北京", "上海", "上海"]),
        ("北京、上海产值分别为4万亿元和5万亿元，增长5%。", ["北京", "上海", ""]),
        ("北京、上海产值分别为4万亿元和5万亿元，河北的投资增长5%。", ["北京", "上海", "河北"]),
        ("北京、上海产值分别为4万亿元和5万亿元，增长5%，提高2个百分点。", ["北京", "上海", "", ""]),
    ],
)
def test_numbers_after_a_list_have_its_places_in_order(read: Read, text: str, areas: list[str]) -> None:
    assert [" ".join(fact.area) for fact in read(text).facts] == areas
