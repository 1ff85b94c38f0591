"""An analysis of terms: documents, keywords, network, series."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from re import Pattern

from suyuan.document import Document
from suyuan.methods.corpus import Corpus
from suyuan.methods.declaration import STAGE
from suyuan.methods.method import Result
from suyuan.methods.terms.declared import Followed, Terms
from suyuan.methods.terms.keywords import highest, textrank, tf_idf
from suyuan.methods.terms.network import Edge, edges_of, groups_of, most_frequent
from suyuan.methods.terms.rows import DocumentRow, EdgeRow, KeywordRow, NodeRow, SeriesRow
from suyuan.methods.vocabulary import Paragraph, Sentence, paragraphs_of
from suyuan.places.trie import longest_match
from suyuan.records import Evidence, Problem
from suyuan.records.period import period

DIGITS = 6
PER = 10_000  # characters


@dataclass(frozen=True)
class Read:
    """A document with its paragraphs."""

    document: Document
    paragraphs: Sequence[Paragraph]

    @property
    def source_id(self) -> str:
        return self.document.source_id

    @property
    def year(self) -> int | None:
        """Year in which it was said, else published, else reposted; None for a span of several years or no date."""
        told = period(self.document.dates.told)
        first, last = told.first, told.last
        return first.year if first is not None and last is not None and first.year == last.year else None

    @property
    def sentences(self) -> list[Sentence]:
        return [sentence for paragraph in self.paragraphs for sentence in paragraph.sentences]

    @property
    def characters(self) -> int:
        return sum(not char.isspace() for paragraph in self.paragraphs for char in paragraph.flow.text)

    @cached_property
    def terms_of_sentences(self) -> list[tuple[Paragraph, dict[str, tuple[int, int]]]]:
        """Each sentence as its paragraph and the terms in it, with the place of the first of each."""
        return [
            (paragraph, {term.text: (term.start, term.end) for term in reversed(sentence.terms)})
            for paragraph in self.paragraphs
            for sentence in paragraph.sentences
        ]

    @cached_property
    def counts(self) -> Counter[str]:
        return Counter(term.text for paragraph in self.paragraphs for term in paragraph.terms)

    @cached_property
    def first(self) -> Mapping[str, tuple[Paragraph, int, int]]:
        """Where each term occurs first."""
        found: dict[str, tuple[Paragraph, int, int]] = {}
        for paragraph in self.paragraphs:
            for term in paragraph.terms:
                found.setdefault(term.text, (paragraph, term.start, term.end))
        return found


class Collector:
    """Keeps the evidence that rows name."""

    def __init__(self, analysis: str) -> None:
        self.analysis = analysis
        self.found: dict[str, Evidence] = {}

    def __call__(self, places: Sequence[tuple[Paragraph, int, int]]) -> tuple[str, ...]:
        """Ids of the evidence for places of paragraphs."""
        items = [paragraph.evidence(self.analysis, start, end) for paragraph, start, end in places]
        self.found |= {item.evidence_id: item for item in items}
        return tuple(dict.fromkeys(item.evidence_id for item in items))


def run(declared: Terms, corpus: Corpus) -> Result:
    """Tables documents, keywords, nodes, edges and series. A document without a year gives a note where series are asked for."""
    read = [Read(document, paragraphs_of(document, declared.terms)) for document in corpus.documents]
    read = [each for each in read if each.paragraphs]
    evidence = Collector(declared.id)
    terms, edges = _joined(declared, read)
    return Result(
        {
            "documents": [_document(each) for each in read],
            "keywords": list(_keywords(declared, read, evidence)),
            "nodes": list(_nodes(terms, edges, read, evidence)),
            "edges": [_edge(edge, read, evidence) for edge in edges],
            "series": [row for words in declared.series for row in _series(words, read, evidence)],
        },
        list(evidence.found.values()),
        list(_undated(declared, read)),
    )


def _document(read: Read) -> DocumentRow:
    return DocumentRow(
        source_id=read.source_id,
        year=read.year,
        paragraphs=len(read.paragraphs),
        sentences=len(read.sentences),
        characters=read.characters,
        terms=read.counts.total(),
        distinct=len(read.counts),
    )


def _keywords(declared: Terms, read: Sequence[Read], evidence: Collector) -> Iterator[KeywordRow]:
    documents = Counter(term for each in read for term in each.counts)
    for each in read:
        sentences = [[term.text for term in sentence.terms] for sentence in each.sentences]
        scored = (
            ("tf_idf", tf_idf(each.counts, documents, len(read))),
            ("textrank", textrank(sentences, declared.window)),
        )
        for measure, scores in scored:
            for rank, (term, score) in enumerate(highest(scores, declared.keywords), 1):
                yield KeywordRow(
                    source_id=each.source_id,
                    measure="tf_idf" if measure == "tf_idf" else "textrank",
                    rank=rank,
                    term=term,
                    score=round(score, DIGITS),
                    count=each.counts[term],
                    documents=documents[term],
                    evidence_ids=evidence([each.first[term]]),
                )


def _joined(declared: Terms, read: Sequence[Read]) -> tuple[list[str], list[Edge]]:
    """Terms and edges of the network."""
    sentences = [places.keys() for each in read for _, places in each.terms_of_sentences]
    terms = most_frequent(sentences, declared.network)
    return terms, list(edges_of(sentences, terms, declared.least_together))


def _nodes(
    terms: Sequence[str], edges: Sequence[Edge], read: Sequence[Read], evidence: Collector
) -> Iterator[NodeRow]:
    groups = groups_of(terms, edges)
    for term in terms:
        own = [edge for edge in edges if term in (edge.a, edge.b)]
        if own:
            holding = [each for each in read if term in each.counts]
            yield NodeRow(
                term=term,
                count=sum(each.counts[term] for each in holding),
                sentences=sum(term in places for each in holding for _, places in each.terms_of_sentences),
                documents=len(holding),
                degree=len(own),
                strength=sum(edge.together for edge in own),
                group=groups[term],
                evidence_ids=evidence([each.first[term] for each in holding]),
            )


def _edge(edge: Edge, read: Sequence[Read], evidence: Collector) -> EdgeRow:
    places = [place for each in read if (place := _together(each, edge)) is not None]
    return EdgeRow(
        term_a=edge.a,
        term_b=edge.b,
        sentences=edge.together,
        expected=round(edge.expected, DIGITS),
        pmi=round(edge.pmi, DIGITS),
        documents=len(places),
        evidence_ids=evidence(places),
    )


def _together(read: Read, edge: Edge) -> tuple[Paragraph, int, int] | None:
    """The first term in the first sentence of a document that holds both."""
    for paragraph, places in read.terms_of_sentences:
        if edge.a in places and edge.b in places:
            return paragraph, *places[edge.a]
    return None


def _series(words: Followed, read: Sequence[Read], evidence: Collector) -> Iterator[SeriesRow]:
    pattern = longest_match([*words.words, *words.not_in])
    dated = sorted({each.year for each in read if each.year is not None})
    for year in dated:
        own = [each for each in read if each.year == year]
        found = [list(_occurrences(each, pattern, words)) for each in own]
        count, characters = sum(map(len, found)), sum(each.characters for each in own)
        yield SeriesRow(
            label=words.label.get("zh") or words.label["en"],
            label_en=words.label.get("en"),
            year=year,
            count=count,
            characters=characters,
            rate=round(count / characters * PER, DIGITS),
            documents=len(own),
            documents_with=sum(map(bool, found)),
            evidence_ids=evidence([place for places in found for place in places]),
        )


def _occurrences(read: Read, pattern: Pattern[str], words: Followed) -> Iterator[tuple[Paragraph, int, int]]:
    for paragraph in read.paragraphs:
        for match in pattern.finditer(paragraph.flow.text):
            if match.group() in words.words:
                yield paragraph, match.start(), match.end()


def _undated(declared: Terms, read: Sequence[Read]) -> Iterator[Problem]:
    for each in read if declared.series else ():
        if each.year is None:
            yield Problem(
                stage=STAGE,
                source_id=each.source_id,
                file="config/analyses.yaml",
                where=declared.id,
                what="the document has no year, and is not in the series",
                todo="give its card a date",
                severity="note",
            )
