"""Signs and codes of currencies before a number, and short scales behind it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from suyuan.document import Block, Span
from suyuan.flow import make_flow
from suyuan.quantities import find_quantities


def flow_of(text: str):
    return make_flow(text, Block("paragraph", (Span(0, len(text)),)))


def found(text: str):
    return find_quantities(flow_of(text))


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit"),
    [
        ("负债HK$2.3B。", "HK$2.3B", 2_300_000_000, "HKD"),
        ("收入为US$5.2bn，", "US$5.2bn", 5_200_000_000, "USD"),
        ("利润€4.5m。", "€4.5m", 4_500_000, "EUR"),
        ("融资A$7mn，", "A$7mn", 7_000_000, "AUD"),
        ("贷款C$3 million。", "C$3 million", 3_000_000, "CAD"),
        ("补贴S$1.2k。", "S$1.2k", 1200, "SGD"),
        ("罚款NT$300万元。", "NT$300万元", 3_000_000, "TWD"),
        ("债务$4tn。", "$4tn", 4_000_000_000_000, "USD"),
        ("亏损£2.5 bn。", "£2.5 bn", 2_500_000_000, "GBP"),
        ("资产RMB 3.5亿元。", "RMB 3.5亿元", 350_000_000, "CNY"),
        ("资产RMB¥3.2m。", "RMB¥3.2m", 3_200_000, "CNY"),
        ("门票￥120，", "￥120", 120, "CNY"),
        ("产值约USD 5.2 bn。", "约USD 5.2 bn", 5_200_000_000, "USD"),
        ("净利润为-$2.3bn。", "-$2.3bn", -2_300_000_000, "USD"),
        ("单价为$3.5/kg。", "$3.5/kg", Fraction(7, 2), "USD/kg"),
        ("一件$5 T恤。", "$5", 5, "USD"),
        ("资产HK$2亿港元。", "HK$2亿港元", 200_000_000, "HKD"),
    ],
)
def test_currencies(text, surface, value, unit):
    [mention] = found(text).mentions
    printed = flow_of(text).text[mention.start : mention.end]
    assert (printed, mention.value, mention.unit) == (surface.replace("￥", "¥"), value, unit)


@pytest.mark.parametrize("text", ["投资R$5bn。", "收入XY$20m。"])
def test_an_unknown_currency_is_not_read(text):
    result = found(text)
    assert result.mentions == []
    assert [row.reason for row in result.ledger] == ["sign of a currency that is not known"]


@pytest.mark.parametrize("text", ["投资$5-6bn。", "投资5.2bn。"])
def test_a_scale_without_its_currency_is_not_read(text):
    result = found(text)
    assert result.mentions == []
    assert all(row.reason for row in result.ledger)


@pytest.mark.parametrize(
    ("text", "unit"), [("接口USB 3个。", "个"), ("公司DUSD 5家。", "家"), ("路长4.5m。", "m")]
)
def test_letters_that_are_no_currency(text, unit):
    assert [m.unit for m in found(text).mentions] == [unit]
