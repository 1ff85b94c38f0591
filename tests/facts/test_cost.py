"""What facts cost: calls grow with the length of a paragraph, and a row of digits without end is a row of the ledger."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType

import pytest

from suyuan.facts import Extraction, compounds
from suyuan.time import clauses

Read = Callable[..., Extraction]

PROSE = (
    "2023年北京市进出口总额13883.2亿元，增长8.3%，其中出口8899.8亿元。全年粮食产量达到650万吨，比上年增长2.1%。"
    "四川省解决了6398万农村人口的饮水问题，覆盖率超过90%。有效率高于对照组。截至2022年底，湖南省有企业120家。"
)
PARAGRAPHS = {
    "sentences": PROSE,
    "rows": "北京3家、上海5家、",
    "things": "蔬菜3吨、水果5吨、",
    "clauses": "出口3亿元，进口增长5%，",
    "brackets": "增加3吨（",
    "quotations": "“共5家",
    "dates": "2020年3吨、2021年5吨、",
    "numbers": "1、2、3、14、",
    "changes": "指标由3提高到9分。",
    "sums": "净利润3亿。",
    "no marks": "企业5家研发投入增加",
}
CUT_AT = 150  # characters of a sentence here: short texts show what long ones cost
LENGTH = 500
GARBLED = {
    "digits": "7" * 20000,
    "full-width digits": "７" * 5000,
    "digits and points": "7" * 900 + "." + "7" * 900,
    "replacement characters": "\ufffd" * 20000,
    "Chinese digits": "三" * 5000,
}


@pytest.fixture(autouse=True)
def short_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clauses, "LONGEST_SENTENCE", CUT_AT)
    monkeypatch.setattr(compounds, "LONGEST_SENTENCE", CUT_AT)


def calls(work: Callable[[], object]) -> int:
    """Calls of Python functions while ``work`` runs."""
    number = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal number
        number += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return number


def of_length(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_a_doubled_paragraph_costs_less_than_three_times_the_calls(read: Read, name: str) -> None:
    unit = PARAGRAPHS[name]
    read(unit)  # what is loaded once is loaded
    once, twice = (calls(partial(read, of_length(unit, n))) for n in (LENGTH, 2 * LENGTH))
    assert twice < 3 * once


def test_places_before_respectively(read: Read) -> None:
    def text(length: int) -> str:
        return of_length("北京、上海、", length) + "分别为" + of_length("3家、5家、", length)

    read(text(60))
    once, twice = (calls(partial(read, text(n))) for n in (250, 500))
    assert twice < 3 * once


@pytest.mark.parametrize("name", GARBLED)
def test_a_garbled_token_costs_no_other_sentence(read: Read, name: str) -> None:
    beside = "2021年四川省发布标准5项。"
    found = read(f"共有{GARBLED[name]}家企业。{beside}")
    (fact,) = found.facts
    assert fact.value == 5 and fact.area == ("四川",)


def test_a_number_of_more_digits_than_any_is_in_the_ledger(read: Read) -> None:
    found = read("编码为" + "7" * 41 + "，另有" + "7" * 20 + "家。")
    rows = [(row.numeral_class, row.reason, len(row.surface)) for row in found.numerals]
    assert rows == [("unread", "more than 40 digits", 41), ("fact", None, 20)]
