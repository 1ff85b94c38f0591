"""Where a span of a document's text stands: page and boxes, or the passage itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from suyuan.document import Block, CharBox, Document, line_boxes
from suyuan.records import TextLocator

AROUND = 40  # characters of context on either side


class SpanError(ValueError):
    """A span that cannot be located or drawn; the text says why."""


def located(document: Document, start: int, end: int) -> list[dict[str, Any]]:
    """Rows for ``document.text[start:end]``, one for each page it touches; one row in all for files without pages.

    Every row has ``start``, ``end`` (of the part on that page), ``text``, ``block`` (kind), ``section``. A PDF adds
    ``page`` (from 1), ``page_label`` (as printed), ``width`` and ``height`` of the page and ``boxes``, one for each line:
    [x0, top, x1, bottom] in points from the top left. Other files add ``before`` and ``after`` (40 characters) and
    ``context_hash``. Raises SpanError for a span outside the text, or one of a PDF with nothing printed in it.
    """
    check_span(document, start, end)
    block = _block_at(document, start)
    common = {"block": block.kind if block else None, "section": list(block.section) if block else []}
    if document.boxes is None:
        return [{**_text_row(document, start, end), **common}]
    pages = {page.number: page for page in document.pages}
    rows = []
    for number, offsets in _by_page(document.boxes, start, end):
        boxes = [box for box in document.boxes[offsets[0] : offsets[-1] + 1] if box is not None]
        page = pages[number]
        rows.append(
            {
                "start": offsets[0],
                "end": offsets[-1] + 1,
                "text": document.text[offsets[0] : offsets[-1] + 1],
                "page": number,
                "page_label": page.label,
                "width": page.width,
                "height": page.height,
                "boxes": [[b.x0, b.top, b.x1, b.bottom] for b in line_boxes(boxes)],
                **common,
            }
        )
    if not rows:
        raise SpanError(f"nothing printed stands at {start} to {end}, only blanks between words")
    return rows


def check_span(document: Document, start: int, end: int) -> None:
    """Raise SpanError unless ``start`` and ``end`` are a span of the text with a visible character."""
    size = len(document.text)
    if not 0 <= start < end <= size:
        raise SpanError(
            f"{start} to {end} is no span of the text: START must be less than END, and END at most {size}"
        )


def crop_names(out: Path, count: int) -> list[Path]:
    """x.png for one picture, x-1.png, x-2.png … for several."""
    if count == 1:
        return [out]
    return [out.with_name(f"{out.stem}-{number}{out.suffix}") for number in range(1, count + 1)]


def _by_page(boxes: tuple[CharBox | None, ...], start: int, end: int) -> Iterator[tuple[int, list[int]]]:
    """Offsets of printed characters by page, in the order of the text; a page that comes again gives another part."""
    printed = [(i, box.page) for i in range(start, end) if (box := boxes[i]) is not None]
    for page, group in groupby(printed, key=lambda pair: pair[1]):
        yield page, [i for i, _ in group]


def _text_row(document: Document, start: int, end: int) -> dict[str, Any]:
    locator = document.locate(start, end)
    assert isinstance(locator, TextLocator)
    return {
        "start": start,
        "end": end,
        "text": document.text[start:end],
        "before": document.text[max(0, start - AROUND) : start],
        "after": document.text[end : end + AROUND],
        "context_hash": locator.context_hash,
    }


def _block_at(document: Document, offset: int) -> Block | None:
    """The block that holds a character, or the first one after it."""
    holding = (b for b in document.blocks if any(s.start <= offset < s.end for s in b.spans))
    return next(holding, next((b for b in document.blocks if b.start >= offset), None))
