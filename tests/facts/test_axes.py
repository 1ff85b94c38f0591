"""Labels of the axes of charts are no facts; lists and the columns of tables stay."""

from __future__ import annotations

import pytest

from suyuan.document import Block, Document, Span
from suyuan.facts import Knowledge, extract_facts
from suyuan.facts.axes import REASON


def made(*lines: str, kind: str = "table", table: str | None = None) -> Document:
    text, blocks = "", []
    for line in lines:
        blocks.append(Block(kind, (Span(len(text), len(text) + len(line)),), table=table))
        text += line + "\n"
    return Document("demo", "text", "demo.txt", "0" * 64, "text", text, tuple(blocks))


def read(document: Document) -> tuple[list[str], list[str]]:
    """Surfaces of the facts, and of the numerals that are labels of an axis."""
    found = extract_facts(document, Knowledge.load())
    return [f.surface for f in found.facts], [n.surface for n in found.numerals if n.reason == REASON]


@pytest.mark.parametrize("kind", ["table", "paragraph"])
@pytest.mark.parametrize(
    "lines",
    [
        ("90%", "60%", "30%", "0%", "-30%"),
        ("2,000", "1,500", "1,000", "500"),
        ("45 9%", "30 6%", "15 3%"),  # a scale on both sides
        ("0.4‰", "0.2‰", "0.0‰", "-0.2‰"),
    ],
)
def test_steps_are_labels_of_an_axis(lines, kind):
    facts, labels = read(made(*lines, kind=kind))
    assert facts == []
    assert len(labels) == sum(len(line.split()) for line in lines)


def test_dates_are_labels_of_an_axis():
    assert read(made("2021-07", "2021-11", "2022-03", "2022-07"))[0] == []


def test_two_scales_in_a_row():
    lines = ("90%", "60%", "30%", "0%", "80", "60", "40", "20")
    facts, labels = read(made(*lines))
    assert facts == []
    assert len(labels) == len(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("90%", "61%", "30%", "7%"),  # no equal steps
        ("40%", "40%", "40%", "40%"),  # no steps at all
        ("90%", "60%", "30%"),  # too few
        ("甲县参保率90%。", "乙县参保率60%。", "丙县参保率30%。", "丁县参保率0%。"),
        ("90%", "甲县", "60%", "乙县", "30%", "丙县", "0%", "丁县"),
    ],
)
def test_other_lines_stay(lines):
    facts, labels = read(made(*lines, kind="paragraph"))
    assert len(facts) == sum("%" in line for line in lines)
    assert labels == []


def test_a_column_of_a_table_stays():
    rows = ("县\t参保率", "甲县\t90%", "乙县\t60%", "丙县\t30%", "丁县\t0%")
    assert read(made(*rows, table="table-1")) == (["90%", "60%", "30%", "0%"], [])
