"""JSON objects of the command line: offsets, page and box first, so that other programs need not know our locators."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from suyuan.document import Block, Document
from suyuan.reading.shapes import shape_of
from suyuan.reading.words import label_of, squeeze, starts_with, words
from suyuan.records import Act, Link, Locator, Numeral, PdfLocator

if TYPE_CHECKING:
    from suyuan.places import Gazetteer

CELL_END = re.compile(r"</t[dh]\s*>", re.I)

LINES_ABOVE = 4  # blocks over a table that may be its caption and unit
TITLE = 30  # characters of a title without number


def act_row(act: Act) -> dict[str, Any]:
    """An act as ``suyuan events`` prints it."""
    return {**act.model_dump(mode="json", exclude={"locator"}), **_place(act.locator)}


def link_row(link: Link, gazetteer: Gazetteer) -> dict[str, Any]:
    """A link as ``suyuan links`` prints it; a place below a city has the city behind it: 正定(石家庄)."""
    from suyuan.places.labels import in_city

    ends = {"a": in_city(gazetteer, link.a), "b": in_city(gazetteer, link.b)}
    return {**link.model_dump(mode="json", exclude={"locator"}), **ends, **_place(link.locator)}


def numeral_row(numeral: Numeral) -> dict[str, Any]:
    """A numeral as ``suyuan numerals`` prints it."""
    return numeral.model_dump(mode="json")


def table_rows(document: Document) -> Iterator[dict[str, Any]]:
    """Tables in the order of the document: id, first page and all pages, caption, unit, rows of cells, notes.

    A table that goes on over several pages is one, its repeated head left out. A cell over several columns or rows says its
    text in the first of them; the others are empty. The caption is the nearest above the first row, else right below the
    last; a short line that ends in 表 will do. ``unit`` is what the line 单位：… beside it, the caption or the corner
    cell names. Notes and sources stand right below the last row.
    """
    places: dict[str, list[int]] = {}
    for index, block in enumerate(document.blocks):
        if block.table is not None and block.kind == "table":
            places.setdefault(block.table, []).append(index)
    for name, indices in places.items():
        blocks = [document.blocks[i] for i in indices]
        rows = [_cells(_text(document, block)) for block in blocks]
        caption, unit = _labels(document, indices[0], indices[-1])
        said = [caption or "", rows[0][0] if rows and rows[0] else ""]
        yield {
            "table": name,
            "page": blocks[0].page,
            "pages": sorted({block.page for block in blocks if block.page is not None}),
            "caption": caption,
            "unit": unit or next((found for found in map(_unit, said) if found), None),
            "rows": rows,
            "notes": _notes(document, indices[-1]),
        }


def _labels(document: Document, first: int, last: int) -> tuple[str | None, str | None]:
    """Caption and unit from the blocks around a table."""
    captions: list[str] = []
    unit = None
    for index in range(first - 1, max(-1, first - 1 - LINES_ABOVE), -1):
        block = document.blocks[index]
        if block.page != document.blocks[first].page:
            break
        text = _text(document, block).strip()
        squeezed = squeeze(text)
        if label_of(squeezed, "unit_words"):
            unit = unit or _unit(text)
        elif block.table is None and (
            block.kind == "caption" or shape_of(text).kind in ("caption", "caption_label")
        ):
            if label_of(squeezed, "source_words") or starts_with(squeezed, "figure_words"):
                break
            captions.append(text)
        elif block.kind == "note":
            continue  # who made it, when
        elif captions or block.kind not in ("heading", "paragraph", "table"):
            break
        elif block.table is None and len(squeezed) <= TITLE and squeezed.endswith("表"):
            return text, unit
        else:
            break
    if captions:
        return _highest(captions), unit
    after = [block for block in document.blocks[last + 1 : last + 2] if block.table is None]
    below = [text for text in (_text(document, block).strip() for block in after) if _is_caption(text)]
    follows = document.blocks[last + 2 : last + 3]
    if below and not any(block.kind in ("table", "caption") for block in follows):
        return below[0], unit
    return None, unit


def _highest(captions: Sequence[str]) -> str:
    """Of the captions over a table, from below upwards: the uppermost with a number (表1), else the uppermost that is no
    label of an annex (附件2)."""
    shapes = [(shape_of(text).kind, text) for text in reversed(captions)]
    numbered = [text for kind, text in shapes if kind in ("caption", "caption_label")]
    others = [text for kind, text in shapes if kind != "after_references"]
    return [*numbered, *others, captions[-1]][0]


def _is_caption(text: str) -> bool:
    figure = starts_with(squeeze(text), "figure_words") is not None
    return shape_of(text).kind == "caption" and not figure and not _is_note(text) and _unit(text) is None


def _notes(document: Document, last: int) -> list[str]:
    """Notes and sources right below a table."""
    notes: list[str] = []
    for block in document.blocks[last + 1 :]:
        text = _text(document, block).strip()
        if block.table is not None or not (block.kind == "footnote" or _is_note(text)):
            break
        notes.append(text)
    return notes


def _is_note(text: str) -> bool:
    squeezed = squeeze(text)
    return bool(label_of(squeezed, "footnote_labels") or label_of(squeezed, "source_words"))


def _unit(text: str) -> str | None:
    """What follows 单位： in a text, up to the next blank or bracket."""
    found = re.search(rf"(?:{'|'.join(words('unit_words'))})\s*[:：]\s*([^\s()（）,，;；]+)", text)
    return found[1] if found else None


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
