"""Documents and records survive the way from stage to stage."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from suyuan.document import Block, CharBox, Document, DocumentDates, Page, Span
from suyuan.records import Problem
from suyuan.stages.documents import document_row, read_documents, write_documents
from suyuan.stages.lines import read_records, read_rows, write_records, write_rows

PROBLEM = Problem(
    stage="read",
    source_id="甲2020",
    file="raw/a.pdf",
    where="page 2",
    what="无字",
    todo="look",
    severity="note",
)
FULL = Document(
    source_id="甲2020",
    edition="digest",
    path="raw/a.pdf",
    sha256="0" * 64,
    media="pdf",
    text="题\n三项。",
    blocks=(
        Block("title", (Span(0, 1),), level=1, page=1),
        Block("table", (Span(2, 3), Span(3, 5)), section=("一", "（二）"), page=2, table="table-1"),
    ),
    title="题",
    dates=DocumentDates(said="2020-01", published=None, reposted="2020-02-03"),
    pages=(Page(1, 595.3, 841.9, "12"), Page(2, 595.3, 841.9)),
    boxes=(CharBox(1, 1.5, 2.0, 3.25, 4.0), None, CharBox(2, 1.0, 2.0, 3.0, 4.0), None, None),
    problems=(PROBLEM,),
)
PLAIN = Document("乙", "text", "b.txt", "1" * 64, "text", "空", (Block("paragraph", (Span(0, 1),)),))


def test_documents_come_back_equal(tmp_path: Path) -> None:
    write_documents(tmp_path / "documents.jsonl.gz", [FULL, PLAIN])
    assert list(read_documents(tmp_path / "documents.jsonl.gz")) == [FULL, PLAIN]


def test_no_field_is_left_behind() -> None:
    assert set(document_row(FULL)) == {field.name for field in dataclasses.fields(Document)}
    for whole, rows in ((FULL.blocks[0], "blocks"), (FULL.pages[0], "pages"), (FULL.dates, "dates")):
        row = document_row(FULL)[rows]
        assert len(row if rows == "dates" else row[0]) == len(dataclasses.fields(whole))


def test_compressed_lines_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.jsonl.gz", "b.jsonl.gz"):
        write_rows(tmp_path / name, [{"文": 1}, [2]])
    assert (tmp_path / "a.jsonl.gz").read_bytes() == (tmp_path / "b.jsonl.gz").read_bytes()
    assert list(read_rows(tmp_path / "a.jsonl.gz")) == [{"文": 1}, [2]]


def test_records_come_back_equal(tmp_path: Path) -> None:
    write_records(tmp_path / "problems.jsonl", [PROBLEM])
    assert read_records(tmp_path / "problems.jsonl", Problem) == [PROBLEM]
