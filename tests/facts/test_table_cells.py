"""What a cell says: heads that are periods, changes, shares; rows that are parts; units and times from all around; panels."""

from __future__ import annotations

from fractions import Fraction

import pytest

from suyuan.document import Block, Document, Span
from suyuan.facts import Knowledge, extract_facts
from suyuan.facts.row_names import PlainRow, row_names
from suyuan.facts.table_words import change_of, changed_of, period_of
from suyuan.quantities.cells import name_of_head, unit_of_head


def made(*rows: str, above: tuple[str, ...] = (), title: str = "") -> Document:
    """A document of a title, lines and one table; rows with tabs between cells."""
    text, blocks = "", []
    for kind, line in [("title", title)] * bool(title) + [
        ("caption" if line.startswith(("表", "单位")) else "paragraph", line) for line in above
    ]:
        blocks.append(Block(kind, (Span(len(text), len(text) + len(line)),)))
        text += line + "\n"
    for row in rows:
        blocks.append(Block("table", (Span(len(text), len(text) + len(row)),), table="table-1"))
        text += row + "\n"
    return Document("demo", "text", "demo.txt", "0" * 64, "text", text, tuple(blocks), title=title or None)


def facts(*rows: str, above: tuple[str, ...] = (), title: str = "") -> list:
    found = extract_facts(made(*rows, above=above, title=title), Knowledge.load()).facts
    return [fact for fact in found if fact.block == "table"]


def named(*rows: str, above: tuple[str, ...] = (), title: str = "") -> list[tuple]:
    return [
        (f.surface, f.measure, tuple(f.breakdown.values())) for f in facts(*rows, above=above, title=title)
    ]


def timed(*rows: str, above: tuple[str, ...] = (), title: str = "") -> list[tuple]:
    return [(f.surface, f.time, f.time_kind) for f in facts(*rows, above=above, title=title)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # a change and a share are of what the row measures
        (("指标\t产值（亿元）\t比上年增长（%）", "渔业\t5.1\t-2.3"), [("5.1", "渔业产值", ()), ("-2.3", "渔业增速", ())]),
        # of the measure beside them, where the row is a category
        (("品种\t产量（吨）\t增长%\t比重（%）", "带鱼\t51\t2.3\t40"),
         [("51", "产量", ("带鱼",)), ("2.3", "产量增速", ("带鱼",)), ("40", "产量比重", ("带鱼",))]),
        # or of what the head says too
        (("分行业\t营业收入（元）\t营业收入比上年增减（%）", "制糖\t900\t7.5"),
         [("900", "营业收入", ("制糖",)), ("7.5", "营业收入增减", ("制糖",))]),
        # a row that is a change is of the row above it
        (("\t2021年\t2022年", "营收（万元）\t80\t90", "同比（%）\t3.1\t12.5"),
         [("80", "营收", ()), ("90", "营收", ()), ("3.1", "营收增速", ()), ("12.5", "营收增速", ())]),
    ],
)  # fmt: skip
def test_changes_and_shares(rows, expected):
    assert named(*rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # values of one dimension
        (("指标\t年末数（人）", "户籍人口\t900", "其中：城镇\t500", "乡村\t400", "出生人口\t9"),
         [("户籍人口", ()), ("户籍人口", ("城镇",)), ("户籍人口", ("农村",)), ("出生人口", ())]),
        # parts that add up
        (("指标\t数值（吨）", "货运量\t10.0", "#铁路\t3.2", "公路\t6.8", "港口吞吐量\t7.0"),
         [("货运量", ()), ("货运量", ("铁路",)), ("货运量", ("公路",)), ("港口吞吐量", ())]),
        # nothing says that what follows is a part
        (("指标\t数值（吨）", "货运量\t10.0", "#铁路\t3.2", "吞吐量\t5.0"),
         [("货运量", ()), ("货运量", ("铁路",)), ("吞吐量", ())]),
        # a part with a measure of its own
        (("项目\t本期金额（元）", "一、营业总收入\t90", "其中：利息收入\t20"), [("营业总收入", ()), ("利息收入", ())]),
    ],
)  # fmt: skip
def test_parts_of_a_row(rows, expected):
    assert [
        (f.measure.removesuffix("数").removesuffix("数量"), tuple(f.breakdown.values())) for f in facts(*rows)
    ] == expected


def test_parts_add_up_within_what_the_digits_leave_open():
    rows = [PlainRow(name, (Fraction(value),), (Fraction(1, 10),)) for name, value in
            (("合计", "10.0"), ("其中：甲", "3.3"), ("乙", "3.3"), ("丙", "3.3"), ("丁", "9"))]  # fmt: skip
    assert [row.whole for row in row_names(rows)] == ["", "合计", "合计", "合计", ""]


@pytest.mark.parametrize(
    ("title", "head", "expected"),
    [
        ("某公司2018年第一季度报告", "本期发生额\t上期发生额", [("2018-01/2018-03", "during"), ("2017-01/2017-03", "during")]),
        ("某公司2018年第一季度报告", "期末余额\t期初余额", [("2018-03", "as_of"), ("2017-12", "as_of")]),
        ("某局2024年度部门决算", "年末数\t年初数", [("2024-12", "as_of"), ("2023-12", "as_of")]),
        ("某局2024年度部门决算", "本年支出\t上年数", [("2024", "during"), ("2023", "during")]),
        ("某县概况", "期末余额\t期初余额", [(None, None), (None, None)]),
    ],
)  # fmt: skip
def test_periods_of_a_report(title, head, expected):
    found = timed(f"项目\t{head}", "存货（元）\t5\t7", title=title)
    assert [time for _, *time in found] == [list(pair) for pair in expected]


def test_a_row_of_a_state_in_accounts_of_a_period():
    found = timed(
        "项目\t本期金额\t上期金额",
        "期初现金（元）\t5\t7",
        "期末现金（元）\t6\t5",
        title="某公司2020年年度报告",
    )
    assert [time for _, time, _ in found] == ["2019-12", "2018-12", "2020-12", "2019-12"]


def test_forecast_years_and_a_change_of_the_latest():
    found = facts("利润表（百万元）\t2021\t2022E\t增减%", "营收\t5\t7\t40", "每股收益（元）\t0.1\t0.2\t100")
    told = [(f.value, f.unit, f.time, f.nature, f.measure) for f in found]
    assert told == [
        (5_000_000, "CNY", "2021", "actual", "营收"), (7_000_000, "CNY", "2022", "forecast", "营收"),
        (40, "%", "2022", "forecast", "营收增减"),
        (Fraction("0.1"), "CNY", "2021", "actual", "每股收益"), (Fraction("0.2"), "CNY", "2022", "forecast", "每股收益"),
        (100, "%", "2022", "forecast", "每股收益增减"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "above", "expected"),
    [
        (("项目\t决算数", "教育支出\t3"), ("单位：万元",), [("30000", "CNY")]),
        (("项目\t决算数", "教育支出\t3"), ("表1 收支表", "单位：元 币种：人民币"), [("3", "CNY")]),
        # the unit of a row before that of the caption, that of a cell before all
        (("项目\t数值", "教育支出（元）\t3", "覆盖面\t40%"), ("单位：万元",), [("3", "CNY"), ("40", "%")]),
        # of a line above the rows
        (
            ("指标\t2021年", "每股数据（元）\t", "净资产\t5", "估值（倍）\t", "市净率\t3"),
            (),
            [("5", "CNY"), ("3", "倍")],
        ),
        # a rate is no sum of money
        (("指标\t数值", "流动比率\t1.2", "存货\t7"), ("单位：万元",), [("1.2", None), ("70000", "CNY")]),
        # a column of units gives none to a change
        (("指标\t单位\t绝对数\t增长%", "货运量\t万吨\t5\t3.1"), (), [("50000", "吨"), ("3.1", "%")]),
        (("名称\t派息数（元）（含税）", "甲\t1.2"), (), [("1.2", "CNY")]),
    ],
)
def test_units(rows, above, expected):
    assert [(f.value, f.unit) for f in facts(*rows, above=above)] == [(Fraction(v), u) for v, u in expected]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # two panels under groups
        (("收入\t\t支出\t", "项目\t决算数\t项目\t决算数", "一、事业收入\t3\t一、教育支出\t4"),
         [("3", "事业收入", ()), ("4", "教育支出", ())]),
        # codes are no numbers and no names
        (("科目编码\t科目名称\t支出\t科目编码\t科目名称\t支出", "301\t工资\t3\t302\t办公费\t4", "30101\t奖金\t1\t30201\t水费\t2"),
         [("3", "支出", ("工资",)), ("4", "支出", ("办公费",)), ("1", "支出", ("奖金",)), ("2", "支出", ("水费",))]),
        # a head of three rows over classes and names
        (("项目\t\t\t合计\t基本支出", "功能分类\t\t科目名称\t\t", "类\t款\t\t\t", "201\t06\t财政事务\t5\t4"),
         [("5", "财政事务", ()), ("4", "基本支出", ("财政事务",))]),
        # a second head in the middle, a line over a head, pairs without head
        (("\t本期", "产值（元）\t5", "\t本期末", "存货（元）\t6"), [("5", "产值", ()), ("6", "存货", ())]),
        (("股东情况\t\t", "股东名称\t持股数（股）\t比例（%）", "甲公司\t5\t40"),
         [("5", "持股数", ("甲公司",)), ("40", "持股比例", ("甲公司",))]),
        (("总股本（百万股）：\t227.9", "总资产（百万元）：\t3.5"), [("227.9", "总股本数量", ()), ("3.5", "总资产", ())]),
        # a total over categories is no category
        (("品种\t产量（吨）", "合计\t9", "带鱼\t5"), [("9", "产量", ()), ("5", "产量", ("带鱼",))]),
        # kinds that look like counts, the scale of a chart
        (("产品\t注册分类\t批次数/批", "疫苗\t三类\t5"), [("5", "批次数", ("疫苗",))]),
    ],
)  # fmt: skip
def test_layouts(rows, expected):
    found = named(*rows)
    assert [(s, m.removesuffix("金额").removesuffix("数值"), b) for s, m, b in found] == [
        (s, m.removesuffix("金额").removesuffix("数值"), b) for s, m, b in expected
    ]


def test_the_scale_of_a_chart_is_no_table_of_facts():
    assert facts("450\t45%", "300\t30%", "0\t0%") == []


def test_an_index_takes_its_name_from_the_caption():
    found = facts("类别\t指数（以上年为100）", "食品\t99.2", above=("表2 2023年四川省居民消费价格指数",))
    assert [(f.measure, f.breakdown, f.time, f.area) for f in found] == [
        ("居民消费价格指数（以上年为100）", {"类别": "食品"}, "2023", ("四川",))
    ]


def test_a_date_of_an_event_dates_no_other_column():
    assert timed("项目名称\t产能（吨）\t建成时间点", "甲厂\t5\t2023年", "乙厂\t7\t2025年") == [
        ("5", None, None),
        ("7", None, None),
    ]


@pytest.mark.parametrize(
    ("head", "change"), [("比上年增长（%）", "增速"), ("增减%", "增减"), ("同比（%）", "增速"), ("（+/-）YOY（%）", "增速"),
                         ("营业收入", None), ("人口自然增长率", None), ("本期比上年同期增减（%）", "增减")]
)  # fmt: skip
def test_heads_that_say_a_change(head, change):
    assert change_of(head) == change


def test_heads_that_say_what_changed():
    assert changed_of("营业收入比上年增减（%）") == ("营业收入", "增减")
    assert changed_of("产值同比增长") == ("产值", "增速")
    assert changed_of("人口自然增长率") is None


@pytest.mark.parametrize(
    ("head", "period"), [("期末余额", ("end", "余额")), ("本期发生额", ("same", "")), ("上年同期", ("last", "")),
                         ("期初账面价值", ("begin", "账面价值")), ("本年收入合计", None), ("本期增加", None)]
)  # fmt: skip
def test_heads_that_are_periods(head, period):
    assert period_of(head) == period


@pytest.mark.parametrize(
    ("head", "name", "unit"),
    [
        ("每股收益（元/股）", "每股收益", "CNY/股"),
        ("增长%", "增长", "%"),
        ("派息（元）（含税）", "派息（含税）", "CNY"),
    ],
)
def test_units_in_heads(head, name, unit):
    found = unit_of_head(head)
    assert found is not None
    assert (name_of_head(head), found[0].unit) == (name, unit)
