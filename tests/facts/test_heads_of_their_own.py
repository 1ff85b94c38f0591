"""What is of one column alone: numbers of steps, units, years, marks of markdown; and the department of an account."""

from __future__ import annotations

from pathlib import Path

import pytest

from suyuan.document import Block, Document, Span
from suyuan.facts import Knowledge, extract_facts
from suyuan.facts.captions import topic_of
from suyuan.reading import read_document
from suyuan.reading.shapes import Shape
from suyuan.reading.text.lines import Line, markup_spans


@pytest.mark.parametrize(
    ("caption", "topic"),
    [
        ("一般公共预算支出决算表", "一般公共预算支出"),
        ("一、一般公共预算支出决算表", "一般公共预算支出"),
        ("（一）一般债务余额情况", "一般债务余额"),
        ("三次产业增加值情况", "三次产业增加值"),
        ("十大行业产值表", "十大行业产值"),
        ("表1一般债务余额", "一般债务余额"),
        ("表一一般债务余额", "一般债务余额"),
        ("表十一客房收入情况表", "客房收入"),
        ("附表二：三次产业增加值", "三次产业增加值"),
        ("二．存货明细", "存货"),
        ("3.存货明细", "存货"),
        ("1应付账款列示", "应付账款"),
        ("5岁以下儿童死亡率", "5岁以下儿童死亡率"),
        ("12月主要产品产量", "12月主要产品产量"),
    ],
)
def test_numerals_need_their_separator(caption, topic):
    assert topic_of(caption) == topic


def facts(*rows: str, above: tuple[str, ...] = ()) -> list:
    """Facts of a table of rows with tabs between the cells, under the lines ``above``."""
    text, blocks = "", []
    for line in (*above, *rows):
        kind, table = ("table", "table-1") if line in rows else ("caption", None)
        blocks.append(Block(kind, (Span(len(text), len(text) + len(line)),), table=table))
        text += line + "\n"
    document = Document("demo", "text", "demo.txt", "0" * 64, "text", text, tuple(blocks))
    return extract_facts(document, Knowledge.load()).facts


@pytest.mark.parametrize(
    ("rows", "above", "units"),
    [
        (("姓名\t年龄\t年末持股数", "甲某\t57\t9,300"), ("单位：股",), [None, "股"]),
        (("姓名\t年龄\t持股数（股）", "甲某\t57\t9,300"), (), [None, "股"]),
        (("股东\t持股比例\t持股数", "甲厂\t5.7\t9,300"), ("单位：股",), [None, "股"]),
        (("部门\t平均年龄\t人数", "甲部\t41\t93"), ("单位：人",), [None, "人"]),
        (("指标\t2022年", "职工平均年龄\t41", "职工人数\t93"), ("单位：人",), [None, "人"]),
        (("企业\t职工人数\t产值", "甲厂\t93\t800"), ("单位：万元",), [None, "CNY"]),
        (("企业\t职工人数（人）\t产值", "甲厂\t93\t800"), ("单位：万元",), ["人", "CNY"]),
        # a kind of number takes a unit of its kind
        (("企业\t职工人数", "甲厂\t93"), ("单位：人",), ["人"]),
        (("项目\t得票比例", "甲案\t57"), ("单位：%",), ["%"]),
    ],
)  # fmt: skip
def test_a_unit_is_of_its_kind(rows, above, units):
    assert [fact.unit for fact in facts(*rows, above=above)] == units


def read(tmp_path: Path, text: str):
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    return extract_facts(read_document(path, source_id="demo", edition="text"), Knowledge.load()).facts


MARKDOWN = """# 某公司经营情况

表1 各厂研发投入

| 厂 | 2021年（亿元） | **2022年（亿元）** |
|---|---|---|
| 甲厂 | 12.5 | 13.6 |
| **合计** | **21.0** | `22.7` |
"""


def test_marks_and_years_of_markdown(tmp_path):
    found = read(tmp_path, MARKDOWN)
    assert [(f.surface, f.time, f.measure, f.breakdown) for f in found] == [
        ("12.5", "2021", "各厂研发投入", {"厂": "甲厂"}),
        ("13.6", "2022", "各厂研发投入", {"厂": "甲厂"}),
        ("21.0", "2021", "各厂研发投入", {}),
        ("22.7", "2022", "各厂研发投入", {}),
    ]


@pytest.mark.parametrize(
    ("row", "marks"),
    [
        ("| **合计** | 3 | __4__ |", ["**", "**", "__", "__"]),
        ("| *合计* | `5` |", ["*", "*", "`", "`"]),
        ("| 距离 | 0.35** | **0.21 | a*b*c |", []),  # stars of a significance, signs inside a cell
        ("合计\t**3**", []),  # no row of markdown
    ],
)
def test_marks_around_whole_cells(row, marks):
    line = Line(7, 7 + len(row), row, 0, False, Shape("table"))
    spans = markup_spans(line)
    assert [row[span.start - 7 : span.end - 7] for span in spans] == marks


ACCOUNT = """# {title}

本年收入合计307.82万元。

全区户籍人口89万人。
"""


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("中共杭州市西湖区委组织部2024年度部门决算", "中共杭州市西湖区委组织部"),
        ("上海市普陀区文化局2024年度部门决算", "普陀区文化局"),
        ("2023年度合肥市图书馆单位预算", "合肥市图书馆"),
        ("上海市普陀区2024年部门决算", None),
        ("上海市普陀区文化局2024年工作总结", None),
    ],
)
def test_the_department_of_an_account(tmp_path, title, body):
    income, people = read(tmp_path, ACCOUNT.format(title=title))
    assert (income.surface, income.body) == ("307.82万元", body)
    assert people.body is None
    if body is not None:
        assert income.ref_area in ("普陀区", "合肥", "西湖区")
