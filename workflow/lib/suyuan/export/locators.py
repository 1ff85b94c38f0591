"""Locators as columns: one set for the three kinds, empty where a kind has no such part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from suyuan.records import Box, CollectedLocator, Locator, PdfLocator, TextLocator

ColumnType = Literal["string", "integer", "number", "boolean", "exact", "list", "pairs"]

LOCATOR_COLUMNS: tuple[tuple[str, ColumnType, str], ...] = (
    (
        "locator_kind",
        "string",
        "pdf: boxes on pages; text: span of the read text; collected: row of raw/collected.csv",
    ),
    ("page", "integer", "pdf: first page touched, counted from 1"),
    ("page_label", "string", "pdf: page number as printed, where it was found"),
    (
        "boxes",
        "string",
        "pdf: page:x0,top,x1,bottom in points from the top left of the page, boxes joined by ;",
    ),
    ("text_start", "integer", "text: offset in the read text, Unicode code points"),
    ("text_end", "integer", "text: offset after the last character"),
    (
        "context_hash",
        "string",
        "text: first 12 hex digits of the sha256 of the span with 12 characters either side",
    ),
    ("collected_row", "string", "collected: id of the row in raw/collected.csv"),
    ("address", "string", "collected: address of the page as it was noted"),
    ("accessed", "string", "collected: date on which it was read (EDTF), where it was noted"),
    (
        "locator_grade",
        "string",
        "collected: grade of evidence of the page: primary, repost, mirror, abstract",
    ),
)
NAMES = tuple(name for name, _, _ in LOCATOR_COLUMNS)


def flat_locator(locator: Locator | None) -> dict[str, str | None]:
    """Cells of a locator by column; all empty for None."""
    cells: dict[str, str | None] = dict.fromkeys(NAMES)
    if locator is None:
        return cells
    cells["locator_kind"] = locator.kind
    if isinstance(locator, PdfLocator):
        cells |= {
            "page": str(locator.page),
            "page_label": locator.page_label,
            "boxes": boxes_text(locator.boxes),
        }
    elif isinstance(locator, TextLocator):
        cells |= {
            "text_start": str(locator.start),
            "text_end": str(locator.end),
            "context_hash": locator.context_hash,
        }
    elif isinstance(locator, CollectedLocator):
        cells |= {"collected_row": locator.row, "address": locator.address, "accessed": locator.accessed}
        cells["locator_grade"] = locator.grade
    return cells


def boxes_text(boxes: tuple[Box, ...]) -> str:
    """``2:70.9,101.2,284.5,113.0;3:…``"""
    return ";".join(f"{b.page}:{b.x0!r},{b.top!r},{b.x1!r},{b.bottom!r}" for b in boxes)


def parse_boxes(text: str) -> tuple[Box, ...]:
    """Inverse of :func:`boxes_text`. Raises ValueError for other text."""
    boxes = []
    for part in text.split(";"):
        page, _, numbers = part.partition(":")
        x0, top, x1, bottom = (float(number) for number in numbers.split(","))
        boxes.append(Box(page=int(page), x0=x0, top=top, x1=x1, bottom=bottom))
    return tuple(boxes)


def locator_of(row: Mapping[str, str]) -> Any:
    """Locator of a row. Raises ValueError for an unknown kind."""
    kind = row["locator_kind"]
    if kind == "pdf":
        return PdfLocator(boxes=parse_boxes(row["boxes"]), page_label=row["page_label"] or None)
    if kind == "text":
        start, end = int(row["text_start"]), int(row["text_end"])
        return TextLocator(start=start, end=end, context_hash=row["context_hash"])
    if kind == "collected":
        return CollectedLocator.model_validate(
            {
                "row": row["collected_row"],
                "address": row["address"],
                "accessed": row["accessed"] or None,
                "grade": row["locator_grade"],
            }
        )
    raise ValueError(f"{kind!r} is no kind of locator; pdf, text, collected are known")
