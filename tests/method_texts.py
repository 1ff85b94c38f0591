"""Documents made of given paragraphs, for tests of methods that count terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from suyuan.document import Block, Document, DocumentDates, Span
from suyuan.methods import Corpus


def document(
    source_id: str, paragraphs: Sequence[str] | Mapping[str, Sequence[str]], **given: str
) -> Document:
    """A plain text whose blocks are the given paragraphs; with headings where a mapping is given.

    ``path`` and ``said`` set the file and the date.
    """
    sections = paragraphs if isinstance(paragraphs, Mapping) else {"": paragraphs}
    text, blocks = "", []
    for heading, own in sections.items():
        for line in own:
            section = (heading,) if heading else ()
            blocks.append(Block("paragraph", (Span(len(text), len(text) + len(line)),), section))
            text += line + "\n"
    return Document(
        source_id=source_id,
        edition="text",
        path=given.get("path", f"raw/originals/{source_id}.txt"),
        sha256="0" * 64,
        media="text",
        text=text,
        blocks=tuple(blocks),
        dates=DocumentDates(said=given.get("said")),
    )


def corpus(*documents: Document) -> Corpus:
    """A corpus of documents without facts, acts and links."""
    return Corpus(documents, [], [], [], None)  # type: ignore[arg-type]
