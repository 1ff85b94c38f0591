"""Document: what every reader returns and every extractor takes.

``Document.text`` is exactly what ``suyuan read FILE`` prints; all offsets count its Unicode code points. A block is a
logical paragraph: its spans are joined in order, so a paragraph that runs over lines, columns, pages or a running
head in the middle of a sentence is one block whose spans leave the intruder out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from suyuan.records import Box, Locator, PdfLocator, Problem, TextLocator
from suyuan.records.fact import BlockKind, Edition, Status

CONTEXT = 12  # characters either side of a span that identify it when the reader improves

# Blocks of these kinds are read for facts; the others only feed the ledger of numerals.
BODY_KINDS: frozenset[BlockKind] = frozenset(
    {"title", "heading", "paragraph", "abstract", "caption", "table", "footnote"}
)


# Where the text of a page comes from: the text layer; recognition (OCR), ours or that of the file; or a text layer that is
# noise or damaged, whose numbers are not read as facts.
Layer = Literal["printed", "recognised", "untrusted"]


class Span(NamedTuple):
    """Half-open range of offsets in ``Document.text``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A logical paragraph, heading, table row or piece of furniture."""

    kind: BlockKind
    spans: tuple[Span, ...]
    section: tuple[str, ...] = ()  # headings above it, outermost first
    level: int | None = None  # of a heading, 1 is the highest below the title
    page: int | None = None  # page of its first character, from 1
    table: str | None = None  # id of the table, for cells

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a PDF."""

    number: int  # from 1
    width: float  # points
    height: float
    label: str | None = None  # as printed
    layer: Layer = "printed"


class CharBox(NamedTuple):
    """Where one character of the text stands on a page; points, origin top left."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class DocumentDates:
    """Dates of the source card or found in the document (EDTF). Relative dates resolve against the first present."""

    said: str | None = None
    published: str | None = None
    reposted: str | None = None

    @property
    def told(self) -> str | None:
        """When the source said it: said, else published, else reposted."""
        return self.said or self.published or self.reposted


@dataclass(slots=True)
class Document:
    """A file in reading order."""

    source_id: str
    edition: Edition
    path: str
    sha256: str
    media: Literal["pdf", "html", "text", "docx", "xlsx"]
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    dates: DocumentDates = field(default_factory=DocumentDates)
    pages: tuple[Page, ...] = ()
    boxes: tuple[CharBox | None, ...] | None = None  # one per character of text, for PDF
    problems: tuple[Problem, ...] = ()

    def body(self) -> Iterator[Block]:
        """Blocks that are read for facts, in reading order."""
        return (block for block in self.blocks if block.kind in BODY_KINDS)

    def layer(self, start: int, end: int) -> Layer:
        """Where ``text[start:end]`` comes from; the least trusted of its pages."""
        others = {page.number: page.layer for page in self.pages if page.layer != "printed"}
        if not others or self.boxes is None:
            return "printed"
        found = {others.get(box.page) for box in self.boxes[start:end] if box is not None}
        return "untrusted" if "untrusted" in found else "recognised" if "recognised" in found else "printed"

    def status(self, start: int, end: int) -> Status:
        """Status of what is read from ``text[start:end]``: ``ocr`` where recognition had a part in it."""
        return "extracted" if self.layer(start, end) == "printed" else "ocr"

    def locate(self, start: int, end: int) -> Locator:
        """Locator of ``text[start:end]``: line boxes on pages for a PDF, else a text span with a context hash.

        Raises ValueError for a span outside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"{self.path}: span {start}-{end} is outside the text (0-{len(self.text)})")
        if self.boxes is not None:
            boxes = line_boxes([box for box in self.boxes[start:end] if box is not None])
            if boxes:
                labels = {page.number: page.label for page in self.pages}
                return PdfLocator(boxes=boxes, page_label=labels.get(boxes[0].page))
        context = self.text[max(0, start - CONTEXT) : end + CONTEXT]
        digest = hashlib.sha256(context.encode()).hexdigest()[:12]
        return TextLocator(start=start, end=end, context_hash=digest)


def line_boxes(chars: list[CharBox]) -> tuple[Box, ...]:
    """Boxes of runs of characters that stand on one line of one page.

    A new line starts where the page changes, the vertical overlap is lost, or x runs backwards.
    """
    runs: list[list[CharBox]] = []
    for char in chars:
        last = runs[-1][-1] if runs else None
        same_line = (
            last is not None
            and last.page == char.page
            and min(last.bottom, char.bottom) > max(last.top, char.top)
            and char.x0 >= last.x0 - 1
        )
        if same_line:
            runs[-1].append(char)
        else:
            runs.append([char])
    return tuple(
        Box(
            page=run[0].page,
            x0=round(min(c.x0 for c in run), 2),
            top=round(min(c.top for c in run), 2),
            x1=round(max(c.x1 for c in run), 2),
            bottom=round(max(c.bottom for c in run), 2),
        )
        for run in runs
    )
