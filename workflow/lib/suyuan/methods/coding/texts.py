"""Sentences and sections of documents, with the cue words in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from suyuan.document import Document
from suyuan.flow import Flow, make_flow
from suyuan.methods.coding.codebook import Code
from suyuan.methods.coding.cues import Found, cues_in
from suyuan.methods.evidence import evidence_of_span
from suyuan.records import Evidence
from suyuan.time.clauses import sentences

BLOCKS = frozenset({"paragraph", "abstract"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph with the cue words that begin in it; positions count characters of ``flow.text``."""

    document: Document
    flow: Flow
    start: int
    end: int
    cues: tuple[Found, ...]

    @property
    def characters(self) -> int:
        """Characters without blanks."""
        return len("".join(self.flow.text[self.start : self.end].split()))

    def evidence(self, analysis: str) -> Evidence:
        """The sentence, with its boxes."""
        first, last = self.flow.span(self.start, self.end)
        cited = self.flow.cited_at(self.start)
        words = self.flow.text[self.start : self.end]
        return evidence_of_span(analysis, self.document, self.flow.block, first, last, words, cited_at=cited)


@dataclass(frozen=True, slots=True)
class Text:
    """A section, or a whole document."""

    source_id: str
    section_id: str
    path: tuple[str, ...]
    sentences: tuple[Sentence, ...]


def sentences_of(
    document: Document, codes: Sequence[Code], without: Sequence[str] = ()
) -> Iterator[Sentence]:
    """Sentences of paragraphs and abstracts, in reading order; none of a paragraph that holds a word of ``without``."""
    for block in document.blocks:
        if block.kind not in BLOCKS:
            continue
        flow = make_flow(document.text, block)
        if not flow.text.strip() or any(word in flow.text for word in without):
            continue
        found = cues_in(flow.text, codes)
        for start, end in sentences(flow.text):
            if flow.text[start:end].strip():
                own = tuple(cue for cue in found if start <= cue.start < end)
                yield Sentence(document, flow, start, end, own)


def sections_of(document: Document, read: Sequence[Sentence], level: int | None) -> list[Text]:
    """Sections that have a sentence, in reading order. ``level``: headings below it begin none."""
    parts: dict[tuple[str, ...], list[Sentence]] = {}
    for sentence in read:
        parts.setdefault(sentence.flow.block.section[:level], []).append(sentence)
    return [
        Text(document.source_id, f"{document.source_id}#{number}", path, tuple(own))
        for number, (path, own) in enumerate(parts.items(), 1)
    ]
