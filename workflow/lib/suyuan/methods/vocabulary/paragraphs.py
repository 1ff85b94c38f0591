"""Paragraphs of a document with their sentences and terms."""

from __future__ import annotations

import re
from dataclasses import dataclass

from suyuan.document import Block, Document
from suyuan.flow import Flow, make_flow
from suyuan.methods.evidence import evidence_of_span
from suyuan.methods.vocabulary.choice import TermChoice
from suyuan.methods.vocabulary.terms import Term, terms_of
from suyuan.records import Evidence

SENTENCE = re.compile(r"[^。！？；]*[。！？；]?[”’」』）]*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph, or a part of one up to a semicolon; positions count characters of ``Flow.text``."""

    text: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its sentences; what is left of it after marks of references are taken out."""

    document: Document
    flow: Flow
    sentences: tuple[Sentence, ...]

    @property
    def block(self) -> Block:
        """Where it stands in the document."""
        return self.flow.block

    @property
    def terms(self) -> list[Term]:
        """Terms of all its sentences."""
        return [term for sentence in self.sentences for term in sentence.terms]

    def evidence(self, analysis: str, start: int, end: int) -> Evidence:
        """Evidence for ``flow.text[start:end]``, with the sentence that holds its beginning."""
        holding = next(m.group() for m in SENTENCE.finditer(self.flow.text) if start < m.end())
        first, last = self.flow.span(start, end)
        cited = self.flow.cited_at(end)
        return evidence_of_span(analysis, self.document, self.block, first, last, holding, cited_at=cited)


def paragraphs_of(document: Document, choice: TermChoice) -> list[Paragraph]:
    """Paragraphs of the chosen kinds of blocks that have a term, in reading order; none with a word of
    ``paragraphs_without``.
    """
    found = []
    for block in document.blocks:
        if block.kind not in choice.blocks:
            continue
        flow = make_flow(document.text, block)
        if any(word in flow.text for word in choice.paragraphs_without):
            continue
        paragraph = Paragraph(document, flow, _sentences(flow.text, choice))
        if paragraph.terms:
            found.append(paragraph)
    return found


def _sentences(text: str, choice: TermChoice) -> tuple[Sentence, ...]:
    terms = terms_of(text, choice)
    return tuple(
        Sentence(m.group(), tuple(t for t in terms if m.start() <= t.start < m.end()))
        for m in SENTENCE.finditer(text)
        if m.group()
    )
