"""Tables that rules bound only above and below, or that are open at their sides."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest

from reading.documents import check_laws, kinds, read
from reading.table_cells import Score, load_tables, score, true_table
from suyuan.cli.rows import table_rows

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


def printed(document) -> list[dict]:
    return list(table_rows(document))


def grid(columns: int, cells: str, stroke: str = "0.5pt") -> str:
    return f"#table(columns: {columns}, stroke: {stroke}, {cells})"


def test_merged_heads_keep_the_columns(typeset) -> None:
    """A cell over several columns or rows says its text once, in the first of them."""
    cells = (
        "table.cell(colspan: 2)[项目], table.cell(rowspan: 2)[合计], table.cell(colspan: 2)[其中],"
        "[编码], [名称], [基本], [专项],"
        "[201], [服务], [30.5], [10.5], [20], table.cell(colspan: 2)[总计], [30.5], [10.5], [20]"
    )
    (table,) = printed(
        read(typeset(f"支出情况表\n\n#align(right)[单位：万元]\n\n{grid(5, cells)}\n\n{TEXT}"))
    )
    assert table["rows"] == [
        ["项目", "", "合计", "其中", ""],
        ["编码", "名称", "", "基本", "专项"],
        ["201", "服务", "30.5", "10.5", "20"],
        ["总计", "", "30.5", "10.5", "20"],
    ]
    assert (table["caption"], table["unit"]) == ("支出情况表", "万元")


@pytest.mark.parametrize("repeat", [True, False], ids=["head repeated", "head once"])
def test_over_two_pages(typeset, repeat: bool) -> None:
    rows = [[f"第{i}项", str(i * 7), f"{i}.5"] for i in range(1, 60)]
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    head = f"table.header(repeat: {str(repeat).lower()}, [项目], [数量], [比重])"
    (table,) = printed(
        read(typeset(f"{TEXT}\n\n#table(columns: (1fr, 1fr, 1fr), {head}, {cells})\n\n{TEXT}"))
    )
    assert table["rows"] == [["项目", "数量", "比重"], *rows]
    assert table["pages"] == [1, 2]


def test_two_tables_are_not_joined(typeset) -> None:
    one, two = grid(2, "[项目], [甲地的标准], [数量], [12]"), grid(2, "[项目], [乙地的标准], [数量], [13]")
    document = read(typeset(f"#v(1fr)\n{one}\n#pagebreak()\n某段话写在两张表之间。\n\n{two}"))
    assert [table["rows"] for table in printed(document)] == [
        [["项目", "甲地的标准"], ["数量", "12"]], [["项目", "乙地的标准"], ["数量", "13"]],
    ]  # fmt: skip


def test_amounts_under_one_another_are_rows(typeset) -> None:
    cells = (
        r"[项目], [本年], [上年], [小麦 \ 玉米 \ 大豆], [508.58 \ 365.54 \ 17.11], [520.10 \ 360.20 \ 16.90]"
    )
    (table,) = printed(read(typeset(f"#table(columns: (4cm, 4cm, 4cm), {cells})\n\n{TEXT}")))
    assert table["rows"] == [
        ["项目", "本年", "上年"], ["小麦", "508.58", "520.10"], ["玉米", "365.54", "360.20"], ["大豆", "17.11", "16.90"],
    ]  # fmt: skip


def test_a_broken_amount_is_one(typeset) -> None:
    """Words and amounts that wrap in narrow cells."""
    cells = r"[名称], [金额], [备注], [某某股份有 \ 限公司], [22,172,721. \ 00], [按组合计提]"
    (table,) = printed(read(typeset(f"#table(columns: (58pt, 64pt, 70pt), {cells})\n\n{TEXT}")))
    assert table["rows"] == [["名称", "金额", "备注"], ["某某股份有限公司", "22,172,721.00", "按组合计提"]]


WRAPPED = (
    ("名称", "特点", "不足"),
    ("评分甲", "评估未来十年的发病风险，考虑年龄、性别和血压等因素，适合基层",
     "没有考虑家族史，对高风险人群的判断偏低，仍待改进"),
    ("评分乙", "评估一年之内的发病风险，汇集了不同种族人群的数据而成", "在别的人群中未经验证"),
    ("评分丙", "综合多种因素，适合成年人使用，结果容易理解，推广较快", "需要的检查项目多，费用较高，不便在乡镇推广"),
)  # fmt: skip


@pytest.mark.parametrize("fill", ["none", "(x, y) => if calc.even(y) { silver }"], ids=["plain", "shaded"])
def test_wrapped_cells_without_rules(typeset, fill: str) -> None:
    cells = ", ".join(f"[{cell}]" for row in WRAPPED for cell in row)
    stroke = THREE.replace("ROWS", str(len(WRAPPED) - 1))
    markup = f"#table(columns: (3cm, 6cm, 6cm), inset: (x: 6pt, y: 5pt), align: horizon, fill: {fill}, {stroke}, {cells})"
    document = read(typeset(f"{TEXT}\n\n表1　几种评分\n\n{markup}\n\n注：以上为举例。\n\n{TEXT}"))
    (table,) = printed(document)
    assert table["rows"] == [list(row) for row in WRAPPED]
    assert table["caption"] == "表1　几种评分"
    assert table["notes"] == ["注：以上为举例。"]


def test_shaded_rows_with_a_blank_one(typeset) -> None:
    rows = [
        ("借款", "878", "727"),
        ("其中：短期", "370", "420"),
        ("应付款", "1,205", ""),
        ("", "", ""),
        ("债券", "0", "768"),
    ]
    rows += [("合计", "2,090", "3,665"), ("股本", "1,517", "1,830")]
    cells = ", ".join(f"[{cell or '#hide[甲]'}]" for row in rows for cell in row)
    markup = f"#table(columns: (6cm, 3cm, 3cm), stroke: none, fill: (x, y) => if calc.even(y) {{ silver }}, {cells})"
    (table,) = printed(read(typeset(f"{TEXT}\n\n{markup}\n\n{TEXT}")))
    assert table["rows"] == [list(row) for row in rows if any(row)]


def test_drawn_as_rectangles(typeset) -> None:
    """Each cell is a rectangle of its own, a hair from its neighbours."""
    words = [["地区", "数量"], ["北京", "57"], ["天津", "14"]]
    boxes = "".join(
        f"#place(dx: {j * 80.4}pt, dy: {i * 24.4}pt, rect(width: 80pt, height: 24pt, stroke: 0.4pt)[{cell}])"
        for i, row in enumerate(words)
        for j, cell in enumerate(row)
    )
    (table,) = printed(read(typeset(f"#block(height: 80pt)[{boxes}]\n\n{TEXT}")))
    assert table["rows"] == words


def test_two_tables_open_below(typeset) -> None:
    """Rules about the head only, a second table under the first."""
    stroke = "stroke: (x, y) => if y == 0 { (top: 0.7pt, bottom: 0.7pt) }"
    one = [
        ("利润表", "2021", "2022E"),
        ("收入", "1,567", "3,684"),
        ("成本", "1,038", "2,394"),
        ("利润", "173", "471"),
    ]
    two = [
        ("现金流量表", "2021", "2022E"),
        ("净利润", "173", "471"),
        ("投资", "229", "0"),
        ("其他", "−21", "−3"),
    ]
    parts = [
        f"#table(columns: (5cm, 3cm, 3cm), inset: 3pt, {stroke}, {', '.join(f'[{c}]' for row in rows for c in row)})"
        for rows in (one, two)
    ]
    document = read(typeset(f"{TEXT}\n\n{parts[0]}\n#v(20pt)\n{parts[1]}\n\n资料来源：公司年报\n\n{TEXT}"))
    found = printed(document)
    assert [table["rows"] for table in found] == [[list(row) for row in rows] for rows in (one, two)]
    assert found[1]["notes"] == ["资料来源：公司年报"]


def test_borderless_columns(typeset) -> None:
    rows = [("指标", "2021", "2022"), ("出口额", "173", "471"), ("进口额", "", "12"), ("差额", "23", "459")]
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    (table,) = printed(
        read(typeset(f"{TEXT}\n\n#table(columns: (5cm, 3cm, 3cm), stroke: none, {cells})\n\n{TEXT}"))
    )
    assert table["rows"] == [list(row) for row in rows]


def test_page_turned(typeset, tmp_path) -> None:
    """A page that is shown turned by 90°, as landscape tables are stored."""
    markup = f"#rotate(-90deg, reflow: true)[{grid(3, '[地区], [标准], [占比], [北京], [57], [76.0], [天津], [14], [18.7]')}]"
    source = pdfium.PdfDocument(typeset(markup))
    source[0].set_rotation(90)
    target = tmp_path / "turned.pdf"
    source.save(target)
    (table,) = printed(read(target))
    assert table["rows"] == [["地区", "标准", "占比"], ["北京", "57", "76.0"], ["天津", "14", "18.7"]]


def test_name_that_begins_with_middle(typeset) -> None:
    """表1　中国…: 中 after a blank begins a name, not the words 表1中."""
    table = three_line(("地区", "数量"), ("北京", "57"), ("天津", "14"))
    (found,) = printed(
        read(typeset(f"{TEXT}\n\n#text(size: 8pt)[表1　中国某些数量（截至2024年）]\n\n{table}\n\n{TEXT}"))
    )
    assert found["caption"] == "表1　中国某些数量（截至2024年）"


def test_cells_of_real_tables(shared) -> None:
    """The tables that were checked by eye; docs/evaluation.md has them all beside pdfplumber."""
    total = Score(0, 0, 0)
    for name in (
        "d01_journal_qk_2026.pdf",
        "d13_finance_shenwan_p26.pdf",
        "d14_research_gaoce_2022.pdf",
        "d21_mixed_hydrogen_p.pdf",
    ):
        found = printed(read(shared / "pdf" / name))
        for table in (table for table in load_tables() if table.file == name):
            scores = [score(table, t["rows"]) for t in found if set(t["pages"]) & set(table.pages)]
            one = max(scores, key=lambda s: s.f1)
            assert one.f1 >= 0.95, table.name
            total += one
    assert total.f1 >= 0.95


def test_f1_of_cells() -> None:
    true = true_table("t", "t.pdf", [1], "", [["a", "", "b"], ["c", "d", "e"]])
    assert score(true, [["a", "", "b"], ["c", "d", "e"]]).f1 == 1
    assert score(true, [["x"], ["c", "d", "e"]]).f1 == 2 * 3 / (4 + 5)
    assert score(true, [["a", "b"], ["c", "d", "e"]]).right == 4  # b stands in another column
    assert score(true, []) == Score(0, 0, 5)
