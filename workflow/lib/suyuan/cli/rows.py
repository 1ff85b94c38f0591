"""JSON objects of the command line: offsets, page and box first, so that other programs need not know our locators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from suyuan.document import Block, Document
from suyuan.facts import fact_json
from suyuan.records import Act, Link, Locator, Numeral, PdfLocator

CELL_END = re.compile(r"</t[dh]\s*>", re.I)

fact_row = fact_json


def act_row(act: Act) -> dict[str, Any]:
    """An act as ``suyuan events`` prints it."""
    return {**act.model_dump(mode="json", exclude={"locator"}), **_place(act.locator)}


def link_row(link: Link) -> dict[str, Any]:
    """A link as ``suyuan links`` prints it."""
    return {**link.model_dump(mode="json", exclude={"locator"}), **_place(link.locator)}


def numeral_row(numeral: Numeral) -> dict[str, Any]:
    """A numeral as ``suyuan numerals`` prints it."""
    return numeral.model_dump(mode="json")


def table_rows(document: Document) -> Iterator[dict[str, Any]]:
    """Tables in the order of the document: id, page, caption, rows of cells.

    The caption is the nearest caption block: right before the first row, else right after the last.
    """
    places: dict[str, list[int]] = {}
    for index, block in enumerate(document.blocks):
        if block.table is not None and block.kind == "table":
            places.setdefault(block.table, []).append(index)
    for name, indices in places.items():
        around = (indices[0] - 1, indices[-1] + 1)
        near = [document.blocks[i] for i in around if 0 <= i < len(document.blocks)]
        caption = next((block for block in near if block.kind == "caption"), None)
        yield {
            "table": name,
            "page": document.blocks[indices[0]].page,
            "caption": _text(document, caption).strip() if caption is not None else None,
            "rows": [_cells(_text(document, document.blocks[i])) for i in indices],
        }


def _cells(row: str) -> list[str]:
    """Cells of a row as a reader prints it: between TABs, or as a text file has them, in pipes or HTML cells."""
    if "\t" in row:
        return [cell.strip() for cell in row.split("\t")]
    if CELL_END.search(row):
        return [cell.strip() for cell in CELL_END.split(row)[:-1]]
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def _text(document: Document, block: Block) -> str:
    return "".join(document.text[span.start : span.end] for span in block.spans).strip("\n")


def _place(locator: Locator) -> dict[str, Any]:
    if isinstance(locator, PdfLocator):
        box = locator.boxes[0]
        return {"page": box.page, "bbox": [box.x0, box.top, box.x1, box.bottom]}
    return {"page": None, "bbox": None}
