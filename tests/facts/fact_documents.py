"""Short texts as documents of one or several blocks."""

from __future__ import annotations

from suyuan.document import Block, Document, DocumentDates, Span
from suyuan.records.fact import BlockKind


def make_document(
    *blocks: str | tuple[BlockKind, str], title: str | None = None, section: tuple[str, ...] = ()
) -> Document:
    """A text document; a block is a paragraph or (kind, text). The title is known but stands in no block."""
    text, made = "", []
    for block in blocks:
        kind, words = ("paragraph", block) if isinstance(block, str) else block
        start = len(text)
        text += words + "\n"
        made.append(Block(kind, (Span(start, start + len(words)),), section=section))
    return Document(
        source_id="demo", edition="text", path="demo.txt", sha256="0" * 64, media="text", text=text,
        blocks=tuple(made), title=title, dates=DocumentDates(published="2024-05-06"),
    )  # fmt: skip
