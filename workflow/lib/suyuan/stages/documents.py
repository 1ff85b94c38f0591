"""Documents as JSON, to hand them from the stage that reads to the stages that extract, audit and draw."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from suyuan.document import Block, CharBox, Document, DocumentDates, Page, Span
from suyuan.records import Problem
from suyuan.stages.lines import read_rows, write_rows

BLOCK_FIELDS = ("kind", "spans", "section", "level", "page", "table")
PAGE_FIELDS = ("number", "width", "height", "label", "layer")
DATE_FIELDS = ("said", "published", "reposted")
PLAIN_FIELDS = ("source_id", "edition", "path", "sha256", "media", "text", "title")


def write_documents(path: Path, documents: Iterable[Document]) -> None:
    """One document a line, in the order given."""
    write_rows(path, map(document_row, documents))


def read_documents(path: Path) -> Iterator[Document]:
    """Documents of a file of :func:`write_documents`, one at a time."""
    return map(document_from_row, read_rows(path))


def document_row(document: Document) -> dict[str, Any]:
    """A document as JSON values; boxes are lists [page, x0, top, x1, bottom] or null, one for each character."""
    row: dict[str, Any] = {name: getattr(document, name) for name in PLAIN_FIELDS}
    row["dates"] = [getattr(document.dates, name) for name in DATE_FIELDS]
    row["blocks"] = [[getattr(block, name) for name in BLOCK_FIELDS] for block in document.blocks]
    row["pages"] = [[getattr(page, name) for name in PAGE_FIELDS] for page in document.pages]
    row["problems"] = [problem.model_dump(mode="json") for problem in document.problems]
    row["boxes"] = document.boxes
    return row


def document_from_row(row: dict[str, Any]) -> Document:
    """The document of a :func:`document_row`, equal to the one that was written."""
    boxes = row["boxes"]
    return Document(
        **{name: row[name] for name in PLAIN_FIELDS},
        dates=DocumentDates(*row["dates"]),
        blocks=tuple(_block(*block) for block in row["blocks"]),
        pages=tuple(Page(*page) for page in row["pages"]),
        boxes=None if boxes is None else tuple(None if box is None else CharBox(*box) for box in boxes),
        problems=tuple(Problem.model_validate(problem) for problem in row["problems"]),
    )


def _block(kind: Any, spans: Any, section: Any, level: Any, page: Any, table: Any) -> Block:
    return Block(kind, tuple(Span(*span) for span in spans), tuple(section), level, page, table)
