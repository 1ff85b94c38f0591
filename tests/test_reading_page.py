"""``docs/reading.md`` says what the code does: kinds of files and blocks, limits."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from suyuan.document import BODY_KINDS
from suyuan.reading.document_file import CONVERT, MAX_TEXT_BYTES, READABLE
from suyuan.reading.limits import Limits
from suyuan.reading.office.package import XML_LIMIT
from suyuan.records.fact import BlockKind

PAGE = (Path(__file__).parents[1] / "docs" / "reading.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """Rows of the tables under a heading, cells without backticks."""
    part = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("| ") and not line.startswith("| ---")]
    return [[cell.strip().replace("`", "") for cell in line.strip("|").split("|")] for line in lines]


def test_every_kind_of_file() -> None:
    named = [suffix for row in rows("Which files") for suffix in re.findall(r"^\.\w+|(?<=, )\.\w+", row[0])]
    assert sorted(named) == sorted(READABLE | set(CONVERT))


def test_every_kind_of_block() -> None:
    table = rows("The text")[1:]
    facts = {kind.strip() for row in table if row[2] == "yes" for kind in row[0].split(",")}
    others = {kind.strip() for row in table if row[2] == "no" for kind in row[0].split(",")}
    assert facts == BODY_KINDS and facts | others == set(get_args(BlockKind))


@pytest.mark.parametrize(
    ("what", "numbers"),
    [
        ("pages of a PDF", [Limits().pages]),
        ("time (by the clock)", [Limits().seconds, Limits().seconds_per_page, Limits().seconds_per_ocr_page]),
        ("memory", [Limits().memory_mb]),
        ("text of a .txt, .md or web page", [MAX_TEXT_BYTES // 2**20]),
        ("a Word file or workbook, unpacked", [XML_LIMIT // 2**20]),
    ],
)
def test_limits(what: str, numbers: list[float]) -> None:
    (row,) = [row for row in rows("Limits") if row[0] == what]
    assert [
        float(found.replace(",", "")) for found in re.findall(r"[\d,]+", row[1]) if found != ","
    ] == numbers
    assert all(
        name.removeprefix("limits.") in Limits.__slots__ for name in re.findall(r"limits\.\w+", row[2])
    )
