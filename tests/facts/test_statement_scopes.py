"""Statements of the group and of the parent company alone, and rows that tell parts of a whole apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from suyuan.document import Block, Span
from suyuan.facts import Extraction
from suyuan.facts.statement_scopes import statement_scopes
from suyuan.flow import make_flow
from suyuan.records.fact import BlockKind

Read = Callable[..., Extraction]
Row = tuple[BlockKind, tuple[str, ...], str]

IN_A_SECTION: list[tuple[Row, str | None]] = [
    (("heading", (), "一、财务报表"), None),
    (("paragraph", ("一、财务报表",), "合并资产负债表"), None),
    (("table", ("一、财务报表",), "存货 30"), None),
    (("paragraph", ("一、财务报表",), "母公司资产负债表"), "母公司"),
    (("paragraph", ("一、财务报表",), "单位：元"), "母公司"),
    (("table", ("一、财务报表",), "存货 20"), "母公司"),
    (("paragraph", ("一、财务报表",), "合并及母公司利润表"), None),
    (("table", ("一、财务报表",), "收入 20"), None),
]
UNDER_HEADINGS: list[tuple[Row, str | None]] = [
    (("heading", ("一、报表",), "2、母公司利润表"), "母公司"),
    (("table", ("一、报表", "2、母公司利润表"), "收入 20"), "母公司"),
    (("heading", ("一、报表",), "3、其他事项"), None),
    (("table", ("一、报表", "3、其他事项"), "收入 20"), None),
    (("heading", (), "二、母公司财务报表附注"), "母公司"),
    (("heading", ("二、母公司财务报表附注",), "1、应收账款"), "母公司"),
    (("table", ("二、母公司财务报表附注", "1、应收账款"), "账龄 20"), "母公司"),
    (("heading", (), "三、补充资料"), None),
    (("paragraph", (), "以下按母公司财务报表列示。"), None),
]

IN_CONTENTS: list[tuple[Row, str | None]] = [
    (("paragraph", (), "目录"), None),
    (("paragraph", (), "母公司资产负债表"), None),
    (("paragraph", (), "母公司现金流量表"), None),
    (("paragraph", (), "公司概况"), None),
    (("table", (), "员工 30"), None),
    (("paragraph", (), "合并利润表"), None),
    (("table", (), "收入 30"), None),
]
AMONG_LINES: list[tuple[Row, str | None]] = [
    (("paragraph", (), "母公司利润表"), "母公司"),
    (("paragraph", (), "2020年度"), "母公司"),
    (("paragraph", (), "编制单位：某公司"), "母公司"),
    (("table", (), "收入 20"), "母公司"),
    (("paragraph", (), "12"), "母公司"),
    (("table", (), "费用 10"), "母公司"),
    (("paragraph", (), "员工构成"), None),
    (("table", (), "员工 30"), None),
]


@pytest.mark.parametrize("rows", [IN_A_SECTION, UNDER_HEADINGS, IN_CONTENTS, AMONG_LINES])
def test_scope_of_a_statement(rows: list[tuple[Row, str | None]]) -> None:
    text, flows = "", []
    for (kind, section, words), _ in rows:
        block = Block(kind, (Span(len(text), len(text) + len(words)),), section=section)
        text += words + "\n"
        flows.append(block)
    made = [make_flow(text, block) for block in flows]
    scopes = statement_scopes(made)
    assert [scopes.at(flow.block.start) for flow in made] == [wanted for _, wanted in rows]


@pytest.mark.parametrize(
    ("text", "breakdowns"),
    [
        ("救助居民168万人次，其中城市22万人次、农村145万人次。", [{}, {"城乡": "城市"}, {"城乡": "农村"}]),
        ("发放补贴12亿元，其中城市2亿元、农村10亿元。", [{}, {"城乡": "城市"}, {"城乡": "农村"}]),
        ("城市建设投资12亿元。", [{}]),
        (
            "七个片区的需求依次是A2区(M=180)、B3区(M=173.79)。",
            [{}, {"片区": "A2区"}, {"片区": "B3区"}],
        ),
        ("五个车间的产量依次是甲车间(M=18)、乙车间(M=17)。", [{}, {"车间": "甲车间"}, {"车间": "乙车间"}]),
    ],
)
def test_rows_with_a_name_are_kept_apart(read: Read, text: str, breakdowns: list[dict[str, str]]) -> None:
    assert [fact.breakdown for fact in read(text).facts] == breakdowns
