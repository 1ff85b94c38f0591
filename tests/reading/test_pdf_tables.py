"""Tables that rules bound only above and below, or that are open at their sides."""

from __future__ import annotations

import pytest

from reading.documents import check_laws, kinds, read

TEXT = (
    "三地的标准怎样走到一起，要从地方标准的法律身份讲起，各地得以按自身的资源和地理条件制定标准，隐形的贸易壁垒却也随之"
    "增多，政府于是自发坐下来协调，先后发布了一批协同标准，为区域的发展提供了支撑，也为后来者留下了可以照着走的路子。"
)
THREE = (
    "stroke: (x, y) => (top: if y == 0 { 1.2pt } else if y == 1 { 0.5pt }, bottom: if y == ROWS { 1.2pt })"
)


def three_line(*rows: tuple[str, ...], inset: str = "4pt") -> str:
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    stroke = THREE.replace("ROWS", str(len(rows) - 1))
    return f"#table(columns: {len(rows[0])}, inset: {inset}, {stroke}, {cells})"


def rows_of(document) -> list[list[str]]:
    return [
        document.text[block.start : block.end].split("\t")
        for block in document.blocks
        if block.kind == "table"
    ]


CASES = {
    "numbers": [("地区", "标准/项", "占比/%"), ("北京", "57", "76.0"), ("天津", "14", "18.7"), ("河北", "4", "5.3")],
    "an empty cell": [
        ("指标", "年末数", "比重"), ("常住人口", "866.60", ""), ("城镇", "392.66", "45.31"), ("乡村", "473.94", "54.69"),
    ],
    "words": [("类别", "对象"), ("互认", "结果"), ("共通", "术语"), ("共享", "数据")],
    "dashes": [("主体", "地点", "家数"), ("某企业", "天津", "—"), ("某大学", "河北", "170余")],
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_three_line_table(typeset, name: str) -> None:
    rows = CASES[name]
    document = read(typeset(f"{TEXT}\n\n表1　某些数量\n\n{three_line(*rows)}\n\n{TEXT}"))
    assert rows_of(document) == [[cell for cell in row] for row in rows]
    assert kinds(document, "paragraph") == [TEXT, TEXT]
    check_laws(document)


def test_heads_that_nearly_touch(typeset) -> None:
    rows = [("主体", "企业/家", "分支机构/家"), ("甲类企业", "1200以上", "—"), ("乙类企业", "393", "503")]
    document = read(typeset(three_line(*rows, inset="(x: 2.7pt, y: 4pt)")))
    assert rows_of(document) == [list(row) for row in rows]


def test_centred_heads_wider_than_their_columns(typeset) -> None:
    rows = [
        ("主体", "企业/家", "分支机构总数/家", "项目/个"),
        ("甲", "1200以上", "—", "—"),
        ("乙", "393", "503", "7"),
    ]
    document = read(
        typeset(
            three_line(*rows, inset="(x: 5pt, y: 4pt)").replace("columns: 4", "columns: 4, align: center")
        )
    )
    assert rows_of(document) == [list(row) for row in rows]


def test_over_both_columns(typeset) -> None:
    table = three_line(("地区", "标准数量", "占比"), ("北京", "57", "76.0"), ("天津", "14", "18.7"))
    wide = table.replace("columns: 3", "columns: (1fr, 1fr, 1fr)")
    body = "\n\n".join([TEXT] * 9)
    markup = f'#place(top, scope: "parent", float: true)[{wide}]\n{body}'
    document = read(typeset(markup, page="columns: 2"))
    assert rows_of(document) == [["地区", "标准数量", "占比"], ["北京", "57", "76.0"], ["天津", "14", "18.7"]]
    assert kinds(document, "paragraph") == [TEXT] * 9


def test_open_at_the_sides(typeset) -> None:
    """Upright rules between the columns, none at the ends, none between the rows: usual in communiqués."""
    stroke = (
        "stroke: (x, y) => (top: if y < 2 { 0.5pt }, bottom: if y == 3 { 0.5pt }, left: if x > 0 { 0.5pt })"
    )
    cells = "[产品], [单位], [产量], [钢材], [吨], [1577693], [糖果], [吨], [26073], [服装], [万件], [2081]"
    document = read(typeset(f"{TEXT}\n\n#table(columns: (1fr, 1fr, 1fr), {stroke}, {cells})\n\n{TEXT}"))
    assert rows_of(document) == [
        ["产品", "单位", "产量"], ["钢材", "吨", "1577693"], ["糖果", "吨", "26073"], ["服装", "万件", "2081"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "markup",
    [
        f"#line(length: 100%)\n{TEXT}\n\n{TEXT}\n#line(length: 100%)",
        f"#columns(2)[#line(length: 100%)\n{TEXT}{TEXT}\n\n{TEXT}\n#line(length: 100%)]",
        f"#line(length: 100%)\n单位：元 #h(1fr) 币种：人民币\n#line(length: 100%)\n\n{TEXT}",
    ],
    ids=["a text between rules", "columns between rules", "one line between rules"],
)
def test_no_table(typeset, markup: str) -> None:
    document = read(typeset(markup))
    assert rows_of(document) == []
    check_laws(document)


def test_head_over_a_rule_on_a_single_page(typeset) -> None:
    page = "header: [第12期 #h(1fr) 某人等：某某研究 #v(-6pt) #line(length: 100%)]"
    document = read(typeset("\n\n".join([TEXT] * 4), page=page))
    assert kinds(document, "paragraph") == [TEXT] * 4
    assert kinds(document, "furniture") == ["第12期某人等：某某研究"]


def test_title_over_a_rule_stays(typeset) -> None:
    markup = f"#text(size: 18pt)[区域协同标准的推进]\n#v(-6pt)\n#line(length: 100%)\n{TEXT}\n\n{TEXT}"
    document = read(typeset(markup, page="margin: (top: 12mm)"))
    assert document.title == "区域协同标准的推进"
