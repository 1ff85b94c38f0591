"""The drawn objects of a page, through pdfium's raw interface: pages hold thousands, and a Python object for each is slow."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import repeat
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as c

from suyuan.reading.pdf import native

DEPTH = 4  # of forms in forms that are looked into; the objects of the page itself are at depth 1


def page_box(page: pdfium.PdfPage) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of what is shown of a page, in the space of the file: the crop box within the media box,
    put in order (a file may name its corners the other way round), or the page that pdfium puts in place of none."""
    box = c.FS_RECTF()
    c.FPDF_GetPageBoundingBox(page.raw, box)
    return box.left, box.bottom, box.right, box.top


@dataclass(slots=True)
class PageObjects:
    """Handles of what is drawn, in its order (what is in a form where the form stands), with kind and depth of each.

    Handles are good while the page is open.
    """

    items: list[int] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)  # FPDF_PAGEOBJ_TEXT …, no forms
    depths: list[int] = field(default_factory=list)
    last_kind: int | None = None  # of the page's own objects, forms among them

    @classmethod
    def of(cls, page: pdfium.PdfPage) -> PageObjects:
        found = cls()
        kinds = found._take(native.handle(page.raw).value, native.count_objects, native.get_object, 1)
        found.last_kind = kinds[-1] if kinds else None
        return found

    def of_kind(self, kind: int, depth: int = DEPTH) -> list[int]:
        """Handles of the objects of a kind, not deeper than ``depth``."""
        if kind not in self.kinds:
            return []
        return [
            item
            for item, found, at in zip(self.items, self.kinds, self.depths, strict=True)
            if found == kind and at <= depth
        ]

    def _take(self, parent: Any, count: Any, get: Any, depth: int) -> list[int]:
        items = list(map(get, repeat(parent), range(count(parent))))
        kinds = list(map(native.object_type, items))
        if c.FPDF_PAGEOBJ_FORM not in kinds:
            self.items += items
            self.kinds += kinds
            self.depths += [depth] * len(items)
            return kinds
        for item, kind in zip(items, kinds, strict=True):
            if kind != c.FPDF_PAGEOBJ_FORM:
                self.items.append(item)
                self.kinds.append(kind)
                self.depths.append(depth)
            elif depth < DEPTH:
                self._take(item, native.count_in_form, native.get_in_form, depth + 1)
        return kinds
