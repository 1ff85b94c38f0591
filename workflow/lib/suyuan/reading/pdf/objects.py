"""The drawn objects of a page, through pdfium's raw interface: pages hold thousands, and a Python object for each is slow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as c


def page_objects(page: pdfium.PdfPage, kind: int, depth: int) -> Iterator[Any]:
    """Handles of the objects of a kind (``FPDF_PAGEOBJ_TEXT`` …), also of those in forms nested less than ``depth`` deep."""
    yield from _objects(page.raw, c.FPDFPage_CountObjects, c.FPDFPage_GetObject, kind, depth)


def _objects(parent: Any, count: Any, get: Any, kind: int, depth: int) -> Iterator[Any]:
    for number in range(count(parent)):
        item = get(parent, number)
        found = c.FPDFPageObj_GetType(item)
        if found == kind:
            yield item
        elif found == c.FPDF_PAGEOBJ_FORM and depth > 1:
            yield from _objects(item, c.FPDFFormObj_CountObjects, c.FPDFFormObj_GetObject, kind, depth - 1)
