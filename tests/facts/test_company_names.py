"""Names of companies written in full, and the places in them."""

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction
from suyuan.facts.company_names import company_names
from suyuan.facts.own_body import speaks_of_itself

Read = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "已与西北澄湖种业股份有限公司和洛川云岭果品有限责任公司签约",
            ["西北澄湖种业股份有限公司", "洛川云岭果品有限责任公司"],
        ),
        ("参观的澄湖云岭（厦门）家具有限公司展厅", ["澄湖云岭（厦门）家具有限公司"]),
        ("天津市引进北京甲乙科技有限公司", ["北京甲乙科技有限公司"]),
        ("与武汉澄湖冷链配送有限公司签约", ["武汉澄湖冷链配送有限公司"]),  # the trade is a verb
        ("与南昌云岭园林养护有限公司合作", ["南昌云岭园林养护有限公司"]),
        ("在深圳设立有限公司3家", []),
        ("由企业组建有限公司3家", []),
        ("北京市与上海澄湖集团公司合作", ["上海澄湖集团公司"]),
    ],
)
def test_company_names(text: str, names: list[str]) -> None:
    assert [text[span.start : span.end] for span in company_names(text)] == names


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("天津市引进北京甲乙科技有限公司，投资3亿元。", ["天津"]),
        ("收购洛川云岭果品有限责任公司100%的股权。", [""]),
        ("江苏有股份公司5家。", ["江苏"]),
    ],
)
def test_places_in_names_are_no_areas(read: Read, text: str, areas: list[str]) -> None:
    assert ["、".join(fact.area) for fact in read(text).facts] == areas


@pytest.mark.parametrize(
    ("body", "own"),
    [
        ("甲乙股份", True),
        ("澄湖测控", True),
        ("云岭银行", True),
        ("生态环境部", False),
        ("甲乙师范大学", False),
    ],
)
def test_a_company_is_no_office_and_no_school(body: str, own: bool) -> None:
    assert speaks_of_itself("公司利润增长", 0, 4, body) is own
