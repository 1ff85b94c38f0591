"""A Document between processes. Its boxes, hundreds of thousands of small tuples, travel as arrays."""

from __future__ import annotations

import gc
import pickle
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import Any

from suyuan.document import CharBox, Document

NO_BOX = -1


def pack(document: Document) -> bytes:
    """The document as bytes for :func:`unpack`."""
    return pickle.dumps((_packed(document.boxes), replace(document, boxes=None)), pickle.HIGHEST_PROTOCOL)


def unpack(data: bytes) -> Document:
    """The document of :func:`pack`, equal to it in every value and type."""
    with _no_collection():
        boxes, document = pickle.loads(data)
        if isinstance(boxes, tuple) and len(boxes) == 2 and isinstance(boxes[0], array):
            boxes = _unpacked(*boxes)
    document.boxes = boxes
    return document  # type: ignore[no-any-return]


def _packed(boxes: tuple[CharBox | None, ...] | None) -> Any:
    """Pages (NO_BOX for none) and the four edges of each box; the boxes themselves where a value is of another type."""
    if boxes is None:
        return None
    edges = list(chain.from_iterable(box[1:] for box in boxes if box is not None))
    pages = [NO_BOX if box is None else box.page for box in boxes]
    if not set(map(type, edges)) <= {float} or not set(map(type, pages)) <= {int}:
        return boxes
    return array("q", pages), array("d", edges)


def _unpacked(pages: array[int], edges: array[float]) -> tuple[CharBox | None, ...]:
    values = iter(edges)
    known = (page for page in pages if page != NO_BOX)
    made = map(partial(tuple.__new__, CharBox), zip(known, values, values, values, values, strict=True))
    return tuple([None if page == NO_BOX else next(made) for page in pages])


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without the cycle collector, which would look through the growing document again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
