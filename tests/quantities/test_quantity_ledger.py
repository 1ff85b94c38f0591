"""Numerals that are no quantities: their class, and words in which a numeral character is no numeral at all."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suyuan.flow import Flow
from suyuan.quantities import Quantities, find_quantities, ledger_only
from suyuan.quantities.scan import find_numerals
from suyuan.quantities.tables import NamePattern, name_patterns, name_templates, shield_words, unit_words

Find = Callable[..., Quantities]

# (text, class of every numeral in it)
CLASSES = [
    # calendar dates
    ("2025年", "date"), ("2014—2016年", "date"), ("从1982到2014年", "date"), ("2013、2015和2018年", "date"),
    ("2022年10月1日", "date"), ("8月14日", "date"), ("1-9月", "date"), ("10月底", "date"), ("18日上午", "date"),
    ("20世纪90年代", "date"), ("二〇二五年三月", "date"), ("二十一世纪", "date"), ("八十年代", "date"),
    ("第一季度", "date"), ("前三季度", "date"), ("上半年", "date"), ("10:30", "date"), ("07时41分", "date"),
    ("2024-12-13", "date"), ("2020.05.12", "date"), ("到2035远景目标", "date"), ("2014至今", "date"),
    # document numbers
    ("国发〔2015〕12号", "document_number"), ("GB/T 3620.1-2016", "document_number"), ("ISO 37001", "document_number"),
    ("基金项目18BZZ073", "document_number"), ("邮编100101", "document_number"), ("电话010-66668888", "document_number"),
    ("doi:10.3969/j.issn.1674-5698.2023.11.001", "document_number"), ("https://example.org/a/2024/b5.html", "document_number"),
    ("第12号文件", "document_number"), ("《规划纲要2035》", "name"), ("《第十五个五年规划》", "name"),
    # names
    ("5G基站", "name"), ("3+X模式", "name"), ("“2+7”合作", "name"), ("7+3+N", "name"), ("十四五时期", "name"),
    ("一带一路建设", None), ("G20峰会", "name"), ("COVID-19疫情", "name"), ("PM2.5浓度", "name"), ("SDG17目标", "name"),

    ("XBB.1.5变异株", "name"), ("TC83秘书处", "document_number"), ("世界500强", "name"),
    ("4A级景区", "name"), ("90后员工", "name"),

    ("5号线", "name"), ("三次产业", "name"), ("第二产业", None), ("“三个限制”", "name"), ("“七点要求”", "name"),
    ("两个维护", "name"), ("三级医院", None), ("三级预警", "name"), ("二十届三中全会", "name"), ("十四届人大", "name"),
    ("三年行动计划", "name"),
    ("二十国集团", "name"), ("两位数增长", "name"), ("万亿元级产业", "name"), ("A2区和B3区", "name"), ("C30混凝土", "name"),
    ("2型糖尿病", "name"), ("12位数", "name"), ("二轮土地承包", "name"), ("7×24小时", "name"),
    # ordinals
    ("第三阶段", "name"), ("第5至9条", "name"), ("第十二条", "name"), ("第4次会议", "name"), ("全国首个试点", "name"),
    ("首届论坛", "name"), ("第一书记进村", None), ("第一，加强领导", "list_marker"),
    # list markers and labels
    ("一是加强；二是推进", "list_marker"), ("（3）完善", "list_marker"), ("1)建立；2)健全", "list_marker"),
    ("（一）综合", "list_marker"), ("一、综合", "list_marker"), ("其一，提高", None), ("①提升；②下降", "list_marker"),
    ("1.加强领导", "list_marker"), ("见表1", "reference"), ("如图2-1所示", "reference"), ("式（3）", "reference"),
    ("附件2", "reference"), ("专栏5", "reference"), ("步骤3", "reference"), ("模型1和模型2", "reference"),
    # powers of ten and noughts that count nothing
    ("赋能千行百业", "name"), ("推进零基预算改革", "name"), ("新建万吨级泊位", "name"), ("单位：万元", "name"),
    ("每百元收入中", "unread"), ("实施“双百”工程", "name"),
    # marks of sections, annexes, notes and forms; hotlines; kinds of relations
    ("见C.2.1的规定", "section_number"), ("见附注五、29", "reference"), ("应收账款组合2：账龄", "reference"),
    ("□适用√不适用48、长期应付款", "list_marker"), ("√适用□不适用（2）其他", "list_marker"),
    ("12333服务热线", "name"), ("接入12399投诉服务台", "name"), ("关系分为1-N、N-1", "name"), ("关系分为1-to-N", "name"),
    ("拨打12333电话", "name"), ("推进3.0方案", "name"), ("改建927国道", "name"),
    ("整治三四轮车", "name"), ("位于两省边区", "name"), ("股票代码：300218", "document_number"),
    ("维度二：算力环境", "reference"), ("附件一：框架", "reference"), ("核电一期投产", "name"), ("一阶逻辑推理", "name"),
    # words
    ("整治缺斤短两", None), ("牵一发而动全身", None), ("质量均一", None),
    # seen, not taken
    ("一个重要平台", "unread"), ("一项重要任务", "unread"), ("这两个问题", "unread"), ("京津两市", "name"),
    ("这3个部门", "unread"), ("开通地铁、公交，这3个部门", "unread"), ("小麦、水稻这3个品种", "unread"),
    ("三地协同", "name"), ("前五名客户销售额", "unread"), ("进入该市的前三家企业", "unread"), ("东三省振兴", "name"),

    ("三大关键因素", "unread"), ("数十家企业", "unread"), ("几百人", "unread"), ("没有记为0", "unread"), ("赋值为1", "unread"),
    ("形成13×3的矩阵", "name"), ("每百万人口", "unread"), ("有效率（38/40）", "unread"), ("配比1：2：3", "unread"),
    ("A、B两个城市", "unread"),
    # damage, and signs that cannot be told: seen, not taken
    ("共12\ue02d项", "unread"), ("资产189,175.1 4万元", "unread"), ("借款20I5万元", "unread"), ("1.234.567元", "unread"),
    ("总投资—5亿元", "unread"), ("±0.000标高", "unread"), ("±800千伏直流", "unread"), ("歼-20战机", "unread"),
    # names and numbers of documents
    ("AQ 1029-2019", "document_number"), ("JT/T 617.1～617.7", "document_number"), ("（2019）京01民终1234号", "document_number"),
    ("电话（010）66668888转8012", "document_number"), ("K12+300~K15+800段", "name"), ("10万级洁净车间", "name"),
    ("985高校", "name"), ("工业4.0", "name"), ("第3.2.1条", "name"),
    # clock times and years in bank numerals
    ("凌晨1点", "date"), ("上午10点30分", "date"), ("下午3点半", "date"), ("贰零贰叁年", "date"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CLASSES, ids=[row[0] for row in CLASSES])
def test_class_of_numerals(find: Find, text: str, expected: str | None) -> None:
    found = find(text)
    assert found.mentions == []
    assert {entry.numeral_class for entry in found.ledger} == ({expected} if expected else set())


def test_unread_numerals_have_a_reason(find: Find) -> None:
    for text, expected in CLASSES:
        if expected == "unread":
            assert all(entry.reason for entry in find(text).ledger), text


WORDS = (
    "统一 进一步 零部件 一体化 一些 一定 十分 万一 一方面 同一 唯一 第三方 三农 四川 九江 "
    "百货 千方百计 二氧化碳 两会 两岸 一致 一般 一直 一起 一切 一旦 一流 一线 一把手 一揽子 "
    "一次性 之一 合一 逐一 单一 百姓 百科 千家万户 万物互联 零售 零距离 零和博弈 清零 三角洲 长三角 "
    "三峡 三亚 三明市 三星 四季 四周 四面八方 五金 五一 五指山 六安 六盘水 七台河 八达岭 九龙 "
    "十堰 百色 万州 万能 周一 星期三 高三 半导体 半岛 半径 上半场 独一无二 举一反三 接二连三 不三不四 "
    "四通八达 五湖四海 七嘴八舌 八仙过海 九牛一毛 十全十美 百花齐放 千变万化 万众一心 数一数二 成千上万 "
    "统一战线 值得一提 大千世界 始终如一"
)


@pytest.mark.parametrize("word", WORDS.split())
def test_word_is_no_numeral(word: str) -> None:
    assert find_numerals(f"关于{word}的") == []


INSIDE = [
    ("统一三个标准", "三"), ("统一十二项", "十二"), ("百分之一", "百"), ("二十一项", "二十一"), ("三千万元", "三千万"),
    ("一百零一家", "一百零一"), ("唯一一家", "一"), ("之一百分之五", "百"), ("三十一般", "三十一"), ("四十分", "四十"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "first"), INSIDE)
def test_word_does_not_cut_a_numeral(text: str, first: str) -> None:
    numeral = find_numerals(text)[0]
    assert text[numeral.start : numeral.digits_end] == first


@pytest.mark.parametrize("row", name_patterns(), ids=[row.example for row in name_patterns()])
def test_pattern_matches_its_example(make: Callable[..., Flow], row: NamePattern) -> None:
    assert re.search(row.expression, make(row.example).text, re.ASCII)


NEEDED = {"digit": "[0-9]", "digits": "[0-9]{5}", "letter": "[A-Za-z]"}
NEEDY = [row for row in name_patterns() if row.needs is not None]


@pytest.mark.parametrize("row", NEEDY, ids=[row.example for row in NEEDY])
@settings(max_examples=25)  # of each of so many patterns
@given(data=st.data())
def test_whatever_a_pattern_matches_holds_what_it_needs(row: NamePattern, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(re.compile(row.expression, re.ASCII)))
    assert re.search(NEEDED[row.needs or ""], text)


HOLDING = [row for row in name_patterns() if row.holds]


@pytest.mark.parametrize("row", HOLDING, ids=[row.example for row in HOLDING])
def test_pattern_matches_no_more_without_its_words(make: Callable[..., Flow], row: NamePattern) -> None:
    text = make(row.example).text
    assert any(word in text for word in row.holds)
    for word in row.holds:
        text = text.replace(word, "")
    assert re.search(row.expression, text, re.ASCII) is None


def test_taken_spans_come_first(make: Callable[..., Flow]) -> None:
    flow = make("近3个月新增12项")
    free = find_quantities(flow)
    assert len(free.mentions) == 2
    held = find_quantities(flow, [(0, 4, "date")])
    assert [(entry.start, entry.numeral_class) for entry in held.ledger] == [(1, "date")]
    assert len(held.mentions) == 1


@pytest.mark.parametrize(
    ("text", "kind", "classes"),
    [
        ("2.1 总体要求", "heading", ["section_number"]),
        ("（1）制定超70项标准", "heading", ["section_number"]),
        ("3 结论与建议", "heading", ["section_number"]),
        ("三、主要任务", "heading", ["section_number"]),
    ],
)
def test_numbers_of_headings(find: Find, text: str, kind: str, classes: list[str]) -> None:
    assert [entry.numeral_class for entry in find(text, kind).ledger] == classes


def test_the_mark_of_a_note_is_no_quantity(find: Find) -> None:
    for text in ("9 规模以存量计算", "2 其中含兼职人员", "13数据来自报告"):
        assert [entry.numeral_class for entry in find(text, "footnote").ledger] == ["reference"]
    (mention,) = find("12家企业未统计", "footnote").mentions
    assert mention.value == 12


def test_a_power_of_ten_that_counts_nothing_says_so(find: Find) -> None:
    (first, second) = find("百县千镇").ledger
    assert (first.start, second.start) == (0, 2)
    assert {entry.reason for entry in (first, second)} == {"power of ten that counts nothing"}
    assert find("投资5万亿元").ledger == []  # the multiplier of a number


def test_a_heading_may_hold_a_quantity(find: Find) -> None:
    (mention,) = find("（1）制定超70项标准", "heading").mentions
    assert mention.value == 70


def test_tables_are_large_enough_to_be_useful() -> None:
    classifiers = [
        w for words in unit_words().values() for w in words if w.kind in ("count", "noun", "arabic")
    ]
    assert len(shield_words()) >= 400
    assert len(classifiers) >= 250
    assert len(name_templates()) >= 300


def test_table_blocks_and_unread_blocks(find: Find, make: Callable[..., Flow]) -> None:
    assert {entry.numeral_class for entry in find("合计 42696", "table").ledger} == {"table_text"}
    assert [(e.start, e.end, e.numeral_class) for e in ledger_only(make("第3页"), "furniture")] == [
        (1, 2, "furniture")
    ]
