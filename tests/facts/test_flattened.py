"""Rows of tables that lost their lines are no facts; prose, lists of points and one-line facts stay."""

from __future__ import annotations

import pytest

from suyuan.document import Block, Document, Span
from suyuan.facts import Knowledge, extract_facts
from suyuan.facts.flattened import REASON, glued


def made(*lines: str, kind: str = "paragraph", table: str | None = None) -> Document:
    text, blocks = "", []
    for line in lines:
        blocks.append(Block(kind, (Span(len(text), len(text) + len(line)),), table=table))
        text += line + "\n"
    return Document("demo", "text", "demo.txt", "0" * 64, "text", text, tuple(blocks))


def read(*lines: str, **kind: str) -> tuple[list[str], list[str]]:
    """Surfaces of the facts, and of the numerals in rows without lines."""
    found = extract_facts(made(*lines, **kind), Knowledge.load())
    return [f.surface for f in found.facts], [n.surface for n in found.numerals if n.reason == REASON]


GLUED = [
    # environment: a share of six digits and more, an ordinal behind the percent sign
    "专栏1 指标1废水排放总量（万吨）431284006-7.1%2烟尘排放总量（万吨）880775412.0%3达标比例（%）61.270.18.9个百分点",
    # education: counts glued to the next label, two decimal points in a number
    "表3 学生人数小学（人）10345210981初中（人）4511047012毛入学率58.361.12.8个百分点",
    # health: nothing but numbers behind percent signs
    "门诊人次312345-4.5%2住院人次15.2%3床位数18.8%4医师数20.1%",
]


@pytest.mark.parametrize("line", GLUED)
def test_glued_cells_are_no_facts(line):
    facts, rows = read(line)
    assert facts == []
    assert rows


def test_a_glued_line_leaves_the_prose_around_it():
    facts, rows = read(
        "到2020年，森林覆盖率达到23.5%。" + GLUED[0] + "专栏4 重点县名单（共58个）。新建水库12座。"
    )
    assert facts == ["23.5%", "58个", "12座"]
    assert rows


@pytest.mark.parametrize("kind", ["paragraph", "heading"])
@pytest.mark.parametrize(
    "lines",
    [
        ("1 烟尘排放总量（万吨） 880 775 -12%", "2 废水排放总量（亿吨） 431 400 -7%", "3 达标比例（%） 61 70 9个百分点"),
        ("普通小学 1,204 1,187 -1.4%", "初级中学 388 391 0.8%", "特殊教育 21 — 5.0%", "幼儿园 940 902 -4.0%"),
    ],
)  # fmt: skip
def test_lines_of_a_label_and_its_numbers_are_rows(lines, kind):
    facts, rows = read(*lines, kind=kind)
    assert facts == []
    assert len(rows) > 2 * len(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("专栏2 主要指标", "烟尘排放总量（万吨）880775-12.0%", "达标比例（%）61.270.18.9个百分点"),
        ("小学毛入学率98.399.10.8个百分点", "小学在校生（人）103452109816.2%", "特殊教育 21 — 5.0%", "幼儿园 940 902 -4.0%"),
    ],
)  # fmt: skip
def test_glued_lines_are_rows_with_their_neighbours(lines):
    facts, rows = read(*lines)
    assert facts == []
    assert rows


@pytest.mark.parametrize("caption", ["表2 门诊情况", "单位：万人次"])
def test_two_lines_are_enough_under_a_caption(caption):
    lines = ("县级医院 35 31 -11.4%", "乡镇卫生院 19 18 -5.3%")
    assert read(*lines)[0] == ["11.4%", "5.3%"]
    assert read(caption, *lines)[0] == []


@pytest.mark.parametrize(
    ("lines", "facts"),
    [
        (("全市GDP 3200亿元，增长5%",), ["3200亿元", "5%"]),
        (("甲县参保率90%，增长5%。", "乙县参保率60%，增长7%。"), ["90%", "5%", "60%", "7%"]),
        (("粮食产量 320万吨", "油料产量 45万吨", "水果产量 18万吨"), ["320万吨", "45万吨", "18万吨"]),
        (("出口增长5%1，进口增长7%2，总额增长6%3。",), ["5%", "7%", "6%"]),  # marks of footnotes
        (("出口增长5%2023年进口增长7%2024年总额增长6%。",), ["5%", "7%", "6%"]),
        (("城镇占61.5%，农村占38.5%；合计1234567人，比重10%-20%。",), ["61.5%", "38.5%", "1234567人", "10%-20%"]),
        (("收入（元）达到1234567元，支出（元）达到1034567元。",), ["1234567元", "1034567元"]),
    ],
)  # fmt: skip
def test_what_a_reader_can_read_stays(lines, facts):
    assert read(*lines) == (facts, [])


def test_rows_of_a_table_that_was_read_stay():
    lines = ("普通小学 1,204 1,187 1.4%", "初级中学 388 391 0.8%", "特殊教育 21 22 5.0%")
    assert read(*lines, kind="table", table="t1")[1] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "123456.7%",
        "版本2.1.5和2.1.6",
        "电话0571-88881234",
        "见3.2.1，增长5%",
        "账户6222021234567890123、账户6222021234567890124、账户6222021234567890125转入3200万元",
    ],
)
def test_one_joint_alone_says_nothing(text):
    assert glued(text) == ()
