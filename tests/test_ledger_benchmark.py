"""The benchmark of the ledger finds numerals by itself, and sees one that the ledger lost."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from facts.fact_documents import make_document
from suyuan.facts import Knowledge, extract_facts

ROOT = Path(__file__).resolve().parents[1]
TEXT = (
    "2023年，统一标准75项，投资5万亿元，其中公办14、9和4项；赋能百县千镇，每百人3.5部，见《规划2035》[12]。"
)


@pytest.fixture(scope="module")
def ledger() -> ModuleType:
    path = list(sys.path)
    spec = importlib.util.spec_from_file_location("ledger_benchmark", ROOT / "benchmarks" / "ledger.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path[:] = path
    return module


def test_every_numeral_is_found_and_lies_in_one_row(ledger: ModuleType) -> None:
    document = make_document(TEXT, ("reference", "[1] 甲．乙[J]．2020，12（3）：1-9．"))
    found = [document.text[start:end] for start, end in ledger.numerals_of(document)]
    assert found == [
        *("2023", "75", "5", "14", "9", "4", "3", "5", "2035", "12", "1", "2020", "12", "3", "1", "9"),
        *("百", "千", "百"),  # neither 一 of 统一 nor the multiplier of 5万亿
    ]
    checked, lost = ledger.lost(document, extract_facts(document, Knowledge.load()).numerals)
    assert (checked, lost) == (len(found), [])


@pytest.mark.parametrize("surface", ["75", "12", "千"])
def test_a_lost_numeral_is_seen(ledger: ModuleType, surface: str) -> None:
    document = make_document(TEXT)
    rows = extract_facts(document, Knowledge.load()).numerals
    at = document.text.index(surface)
    kept = [row for row in rows if not row.start <= at < row.end]
    assert len(kept) < len(rows)
    assert ledger.lost(document, kept)[1] == [f"demo:{at}"]


def test_a_numeral_in_two_rows_is_seen_but_facts_may_share(ledger: ModuleType) -> None:
    document = make_document(TEXT)
    rows = extract_facts(document, Knowledge.load()).numerals
    for numeral_class, expected in (("fact", 0), ("date", 1)):
        (twice,) = [row for row in rows if row.surface == "75"]
        more = [*rows, twice.model_copy(update={"numeral_class": numeral_class})]
        assert len(ledger.lost(document, more)[1]) == expected


def test_the_kind_comes_from_the_name_of_the_file(ledger: ModuleType) -> None:
    assert [ledger.kind_of(name) for name in ("gwr_2030_a.txt", "d99_white_b.pdf", "x.txt")] == [
        "work report",
        "white paper",
        "other",
    ]
