"""Work on a document with a cycle collector that hardly runs.

A document of 200 pages is hundreds of thousands of small objects that live until it is done; Python's collector looks through
them again and again, a tenth of the time, and finds nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 200_000  # objects more between two looks at the youngest; what hangs in circles (pdfminer's pages) does go


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Look for circles of objects seldom."""
    before = gc.get_threshold()
    gc.set_threshold(max(SELDOM, before[0]) if before[0] else 0, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
