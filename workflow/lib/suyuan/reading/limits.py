"""What one document may take to be read, and how a reader tells how far it is.

A reader calls :func:`tell_pages` when it knows how many pages there are, and :func:`tell_ocr_page` before it recognises a
page. Where a document is read under limits (see ``suyuan.reading.worker``) this lengthens its time; elsewhere nothing
happens.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from suyuan.reading.errors import ReadError

START_AND_END = 2.0  # seconds of the limit for starting Python before the reading and for ending after it
PAGE_BYTES = 2000  # of a file without pages, for the time it may take
OVERSHOOT = 64  # MB of the limit that a document may take between two looks at its memory


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one document: its pages, the seconds it may take (wall clock), the memory of the process that reads it."""

    pages: int = 2000
    seconds: float = 20.0
    seconds_per_page: float = 1.0
    seconds_per_ocr_page: float = 20.0
    memory_mb: int = 1024

    def time(self, pages: int, ocr_pages: int) -> float:
        """Seconds for a document of so many pages, so many of them recognised."""
        return self.seconds + self.seconds_per_page * pages + self.seconds_per_ocr_page * ocr_pages

    def reading_time(self, pages: int, ocr_pages: int) -> float:
        """The same without what starting and ending take, so that a whole command keeps the limit."""
        return self.time(pages, ocr_pages) - min(START_AND_END, self.seconds / 2)

    @property
    def memory(self) -> int:
        """Bytes at which a document is stopped, so that the limit holds."""
        return max(self.memory_mb - OVERSHOOT, self.memory_mb // 2) * 2**20


Listener = Callable[[str, int], None]  # "pages" and their number, or "ocr" and 1
_limits: Limits | None = None
_listener: Listener | None = None


def under(limits: Limits | None, listener: Listener | None) -> None:
    """From now on readers of this process are under these limits and tell ``listener``; None for neither."""
    global _limits, _listener
    _limits, _listener = limits, listener


def tell_pages(count: int, shown: str) -> None:
    """A reader found ``count`` pages in the file ``shown``. Raises ReadError if that is more than the limit."""
    if _limits is not None and count > _limits.pages:
        raise ReadError(
            shown,
            f"the file says that it has {count:,} pages; {_limits.pages:,} are the limit",
            "split it, or raise limits.pages in config/config.yaml",
        )
    if _listener is not None:
        _listener("pages", count)


def tell_length(size: int) -> None:
    """A reader of a file without pages has ``size`` bytes before it; so many make a page."""
    if _listener is not None:
        _listener("pages", size // PAGE_BYTES)


def tell_pictures(count: int) -> None:
    """So many regions of pages are about to be drawn; each counts as a page."""
    if _listener is not None:
        _listener("pages", count)


def tell_ocr_page() -> None:
    """A reader is about to recognise a page."""
    if _listener is not None:
        _listener("ocr", 1)
