"""Rows of an analysis of terms."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from suyuan.records import Record


class DocumentRow(Record):
    """A document that was read for terms."""

    source_id: str = Field(description="source")
    year: int | None = Field(
        description="year in which it was said or published; null where that is not known"
    )
    paragraphs: int = Field(description="paragraphs with terms")
    sentences: int = Field(description="sentences, or parts of one up to a semicolon")
    characters: int = Field(description="characters of these paragraphs, without blanks and reference marks")
    terms: int = Field(description="terms, each occurrence")
    distinct: int = Field(description="different terms")


class KeywordRow(Record):
    """A keyword of a document by one measure."""

    source_id: str = Field(description="source")
    measure: Literal["tf_idf", "textrank"] = Field(description="tf_idf or textrank")
    rank: int = Field(description="1 for the highest score")
    term: str = Field(description="term")
    score: float = Field(
        description="tf_idf: share of the term times its inverse document frequency; textrank: share of a random walk"
    )
    count: int = Field(description="how often it occurs in the document")
    documents: int = Field(description="documents of the analysis in which it occurs")
    evidence_ids: tuple[str, ...] = Field(description="its first occurrence in the document")


class NodeRow(Record):
    """A term of the network."""

    term: str = Field(description="term")
    count: int = Field(description="how often it occurs in all documents")
    sentences: int = Field(description="sentences in which it stands")
    documents: int = Field(description="documents in which it stands")
    degree: int = Field(description="terms that it is joined with")
    strength: int = Field(description="sum of the sentences shared with each of them")
    group: int = Field(description="group by modularity, 1 for the largest")
    evidence_ids: tuple[str, ...] = Field(description="its first occurrence in each document")


class EdgeRow(Record):
    """Two terms that stand together in sentences."""

    term_a: str = Field(description="first term")
    term_b: str = Field(description="second term")
    sentences: int = Field(description="sentences that hold both")
    expected: float = Field(description="sentences that would hold both if they stood independently")
    pmi: float = Field(description="log2 of sentences / expected (pointwise mutual information), bits")
    documents: int = Field(description="documents with such a sentence")
    evidence_ids: tuple[str, ...] = Field(
        description="the first term in the first such sentence of each document"
    )


class SeriesRow(Record):
    """How often followed words occur in the documents of a year; a complete count, so that it has no interval."""

    label: str = Field(description="name of the words, in Chinese, else in English")
    label_en: str | None = Field(description="their name in English, where it is declared")
    year: int = Field(description="year of the documents")
    count: int = Field(description="occurrences")
    characters: int = Field(description="characters of the documents of the year")
    rate: float = Field(description="occurrences per 10,000 characters")
    documents: int = Field(description="documents of the year")
    documents_with: int = Field(description="documents of the year with an occurrence")
    evidence_ids: tuple[str, ...] = Field(description="each occurrence")
