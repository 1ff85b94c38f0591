"""Tables: cells of rows, and the facts that row, column and caption make of a number."""

from fractions import Fraction

import pytest

from suyuan.document import Block, Document, Span
from suyuan.facts import Knowledge, extract_facts
from suyuan.facts.grid import grids
from suyuan.quantities.cells import name_of_head, unit_of_head


def document(*rows, caption="", edition="text"):
    """A document of a caption and one table; rows with tabs between cells."""
    text, blocks = "", []
    if caption:
        blocks.append(Block("caption", (Span(0, len(caption)),)))
        text = caption + "\n"
    for row in rows:
        blocks.append(Block("table", (Span(len(text), len(text) + len(row)),), table="table-1"))
        text += row + "\n"
    return Document("demo", edition, "demo.txt", "0" * 64, "text", text, tuple(blocks))


def cells(*rows):
    return [[cell.text for cell in row] for grid in grids(document(*rows)) for row in grid.rows]


def facts(*rows, caption=""):
    return extract_facts(document(*rows, caption=caption), Knowledge.load()).facts


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("甲\t乙", "1\t2"), [["甲", "乙"], ["1", "2"]]),
        # a cell over two rows stands in both
        (("省\t市\t家数", "四川\t成都\t5", "绵阳\t7"), [["省", "市", "家数"], ["四川", "成都", "5"], ["四川", "绵阳", "7"]]),
        # so does one whose lower places are given as empty, as readers of HTML and of ruled tables do
        (("省\t市\t家数", "四川\t成都\t5", "\t绵阳\t7"), [["省", "市", "家数"], ["四川", "成都", "5"], ["四川", "绵阳", "7"]]),
        # but no number comes down, and nothing to a row without a head of its own
        (("省\t家数\t注", "四川\t5\t无", "湖北\t\t无"), [["省", "家数", "注"], ["四川", "5", "无"], ["湖北", "", "无"]]),
        (("省\t市\t家数", "四川\t成都\t5", "\t\t7"), [["省", "市", "家数"], ["四川", "成都", "5"], ["", "", "7"]]),
        # what is missing at the end of a row is missing there
        (("省\t家数\t人数", "四川\t5\t9", "湖北\t7"), [["省", "家数", "人数"], ["四川", "5", "9"], ["湖北", "7"]]),
        # two cells that stand close are parted at the blank where that gives the width
        (("对象\t指标\t数值", "水厂\t占比 60%"), [["对象", "指标", "数值"], ["水厂", "占比", "60%"]]),
        # marks of a text
        (("| 省 | 家数 |", "| 四川 | 5 |"), [["省", "家数"], ["四川", "5"]]),
        (("省</td>家数</td>", "四川</td>5</td>"), [["省", "家数"], ["四川", "5"]]),
        (("省\t家数\t注", "四川\t\t见下"), [["省", "家数", "注"], ["四川", "", "见下"]]),
    ],
)  # fmt: skip
def test_cells_of_rows(rows, expected):
    assert cells(*rows) == expected


def test_one_row_or_one_column_is_no_grid():
    assert cells("甲\t乙") == []
    assert cells("甲", "乙") == []


@pytest.mark.parametrize(
    ("head", "name", "unit", "factor"),
    [
        ("企业/家", "企业", "家", 1),
        ("产值（亿元）", "产值", "CNY", 10**8),
        ("占比/%", "占比", "%", 1),
        ("人数（单位：万人）", "人数", "人", 10**4),
    ],
)
def test_unit_of_a_head(head, name, unit, factor):
    found = unit_of_head(head)
    assert (name_of_head(head), found[0].unit, found[1]) == (name, unit, factor)


@pytest.mark.parametrize("head", ["需求（M）", "企业（含分公司）", "企业", "投入/产出", ""])
def test_a_bracket_that_is_no_unit_stays_in_the_name(head):
    assert unit_of_head(head) is None
    assert name_of_head(head) == head


def told(fact):
    return (
        fact.surface,
        fact.value,
        fact.comparator,
        fact.unit,
        fact.time,
        fact.area,
        fact.measure,
        fact.breakdown,
    )


def test_a_column_of_a_measure_with_places_times_and_a_category():
    found = facts(
        "主体\t地点\t网点/个\t投入（万元）",
        "邮政\t四川\t12\t3.5",
        "电信\t湖北\t170余\t—",
        caption="表1　截至2021年的网点",
    )
    assert [told(fact) for fact in found] == [
        ("12", 12, "=", "个", "2021", ("四川",), "网点数量", {"主体": "邮政"}),
        ("3.5", 35000, "=", "CNY", "2021", ("四川",), "投入", {"主体": "邮政"}),
        ("170余", 170, ">", "个", "2021", ("湖北",), "网点数量", {"主体": "电信"}),
    ]
    assert {fact.block for fact in found} == {"table"}
    assert found[0].sentence == "邮政 四川 12 3.5"
    assert found[1].low == 34500


def test_a_column_of_units_and_a_head_that_says_nothing():
    found = facts(
        "项目\t单位\t数值\t出处", "开通的航线\t条\t36\t〔原文2.1〕", "货物品种\t种\t5万余\t〔原文3〕"
    )
    assert [(f.value, f.unit, f.measure, f.cited_at, f.breakdown) for f in found] == [
        (36, "条", "开通的航线数量", "2.1", {}),
        (50000, "种", "货物品种数量", "3", {}),
    ]


def test_rows_of_times_and_a_statistic_in_the_head():
    found = facts("年份\t得分（M）\t达标率/%", "2019年\t4.5\t80", "2020年\t4.8\t90以上")
    assert [(f.time, f.value, f.unit, f.comparator, f.measure) for f in found] == [
        ("2019", Fraction("4.5"), None, "=", "得分均值"), ("2019", 80, "%", "=", "达标率"),
        ("2020", Fraction("4.8"), None, "=", "得分均值"), ("2020", 90, "%", ">=", "达标率"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        ("序号\t名称", "1\t标准甲", "2\t标准乙"),  # labels
        ("标题\t某方案", "发布时间\t2023-08"),  # no numbers
        ("3\t5", "4\t6"),  # no head
        ("标准号\t年份", "甲1\t2019", "乙2\t2020"),  # years
        ("片区\t说明", "A1区\t西部", "B2区\t东部"),  # names with digits
    ],
)
def test_what_is_no_quantity_in_a_table(rows):
    assert facts(*rows) == []


def test_every_numeral_of_a_table_is_accounted_for():
    made = document("年份\t片区\t家数/家", "2019年\tA1区\t1 200", "2020年\tA2区\t—", caption="表3　家数[2]")
    rows = extract_facts(made, Knowledge.load()).numerals
    covered = {i for row in rows for i in range(row.start, row.end)}
    assert [i for i, c in enumerate(made.text) if c.isdigit() and i not in covered] == []
    assert [(row.surface, row.numeral_class) for row in rows if row.numeral_class == "fact"] == [
        ("1 200", "fact")
    ]


def test_a_digest_counts_nothing_of_itself():
    text = "全市有水厂12家，摘编两处照录。"
    block = (Block("paragraph", (Span(0, len(text)),)),)
    for edition, expected in (("digest", []), ("text", ["12家", "两处"])):
        made = Document("demo", edition, "demo.txt", "0" * 64, "text", text, block)
        assert [fact.surface for fact in extract_facts(made, Knowledge.load()).facts] == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # a group over its parts; a unit under its name
        (("指标\t合计\t\t增速", "\t2022年\t2023年\t（%）", "工业总产值\t12.6\t13.2\t5.2"),
         [("12.6", "CNY", "2022", ()), ("13.2", "CNY", "2023", ()), ("5.2", "%", "2023", ())]),
        (("地区\t产值\t\t", "\t2022\t2023\t增速（%）", "四川\t12.6\t13.2\t5.2"),
         [("12.6", "CNY", "2022", ("四川",)), ("13.2", "CNY", "2023", ("四川",)), ("5.2", "%", "2023", ("四川",))]),
        # a row whose name has a unit
        (("指标\t2022年", "粮食产量（万吨）\t100"), [("100", "吨", "2022", ())]),
        # words in the first row of numbers are no head
        (("指标\t2022年\t2023年", "网点\t见下\t5个"), [("5个", "个", "2023", ())]),
    ],
)  # fmt: skip
def test_heads_of_several_rows(rows, expected):
    found = facts(*rows, caption="单位：亿元")
    assert [(f.surface, f.unit, f.time, f.area) for f in found] == expected
