"""Texts that are compared: documents or their sections, as counts of terms by paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

import numpy as np

from suyuan.document import Document
from suyuan.methods.corpus import Corpus
from suyuan.methods.information.declared import Information, TextSet
from suyuan.methods.information.estimate import Counts
from suyuan.methods.vocabulary import Paragraph, paragraphs_of


@dataclass(frozen=True)
class Text:
    """A text with its paragraphs, each of which has a term."""

    text_id: str
    source_id: str
    paragraphs: Sequence[Paragraph]
    heading: str = ""
    side: int = 0

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each term occurs."""
        return Counter(term.text for paragraph in self.paragraphs for term in paragraph.terms)

    @property
    def lengths(self) -> list[int]:
        """Terms of each paragraph."""
        return [len(paragraph.terms) for paragraph in self.paragraphs]

    @property
    def length(self) -> int:
        """Terms of the text."""
        return self.counts.total()

    @cached_property
    def first(self) -> Mapping[str, tuple[Paragraph, int, int]]:
        """Where each term occurs first: paragraph, and start and end in its flow."""
        found: dict[str, tuple[Paragraph, int, int]] = {}
        for paragraph in self.paragraphs:
            for term in paragraph.terms:
                found.setdefault(term.text, (paragraph, term.start, term.end))
        return found


def texts_of(declared: Information, corpus: Corpus) -> list[Text]:
    """Texts of an analysis in the order of sets, sources and sections; a document without terms gives none."""
    sides: Sequence[tuple[int, TextSet | None]] = list(enumerate(declared.sets, 1)) or [(0, None)]
    return [
        text
        for side, texts in sides
        for document in corpus.documents
        if texts is None or _is_in(document, texts)
        for text in _texts(document, declared, side)
    ]


def _is_in(document: Document, texts: TextSet) -> bool:
    if texts.folder is None:
        return document.source_id in texts.sources
    return PurePosixPath(document.path).is_relative_to(PurePosixPath(texts.folder))


def _texts(document: Document, declared: Information, side: int) -> Iterator[Text]:
    paragraphs = paragraphs_of(document, declared.terms)
    if declared.unit == "document":
        if paragraphs:
            yield Text(document.source_id, document.source_id, paragraphs, side=side)
        return
    sections: dict[tuple[str, ...], list[Paragraph]] = {}
    for paragraph in paragraphs:
        sections.setdefault(paragraph.block.section[: declared.level], []).append(paragraph)
    for number, (path, own) in enumerate(sections.items(), 1):
        text_id = document.source_id + (f"#{number}" if len(sections) > 1 else "")
        yield Text(text_id, document.source_id, own, path[-1] if path else "", side)


def matrices(texts: Sequence[Text]) -> tuple[list[str], list[Counts]]:
    """The common vocabulary in the order of its characters, and for each text the counts, a row a paragraph."""
    vocabulary = sorted({term for text in texts for term in text.counts})
    column = {term: number for number, term in enumerate(vocabulary)}
    tables = []
    for text in texts:
        table = np.zeros((len(text.paragraphs), len(vocabulary)))
        for row, paragraph in enumerate(text.paragraphs):
            for term in paragraph.terms:
                table[row, column[term.text]] += 1
        tables.append(table)
    return vocabulary, tables
