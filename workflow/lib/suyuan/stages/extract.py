"""Extract: facts, acts, links and the ledger of numerals of every document of a shard."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from suyuan.acts import find_acts
from suyuan.document import Document
from suyuan.facts import Knowledge, extract_facts
from suyuan.facts.breakdowns import load_dimensions
from suyuan.flow import make_flows
from suyuan.links import find_links
from suyuan.places import Gazetteer
from suyuan.problems import write_problems
from suyuan.records import Act, Fact, Link, Numeral, Problem
from suyuan.stages.documents import read_documents
from suyuan.stages.lines import write_records

STAGE = "extract"
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Extracted:
    """What one document says."""

    facts: list[Fact]
    acts: list[Act]
    links: list[Link]
    numerals: list[Numeral]


def run(
    documents: Path,
    areas: Path,
    dimensions: Path,
    facts: Path,
    acts: Path,
    links: Path,
    numerals: Path,
    problems: Path,
) -> None:
    """Extract from the ``documents`` of a shard, with the subject's gazetteer and dimensions.

    Each kind of record goes to its file of JSON lines, document by document in their order. A document on which
    the grammar fails gives a row of ``problems``, and the others are read.
    """
    knowledge = load_knowledge(areas, dimensions)
    found: list[Problem] = []
    all_of = list(_extracted(read_documents(documents), knowledge, found))
    write_records(facts, (fact for one in all_of for fact in one.facts))
    write_records(acts, (act for one in all_of for act in one.acts))
    write_records(links, (link for one in all_of for link in one.links))
    write_records(numerals, (numeral for one in all_of for numeral in one.numerals))
    write_problems(problems, found)


def load_knowledge(areas: Path | None, dimensions: Path | None) -> Knowledge:
    """Words of the language, with those of the subject where its tables are given."""
    return Knowledge(Gazetteer.load(areas), load_dimensions(dimensions))


def extract_document(document: Document, knowledge: Knowledge) -> Extracted:
    """All records of one document, each kind in the order of the text."""
    extraction = extract_facts(document, knowledge)
    return Extracted(
        facts=extraction.facts,
        acts=acts_of(document, knowledge),
        links=links_of(document, knowledge),
        numerals=extraction.numerals,
    )


def acts_of(document: Document, knowledge: Knowledge) -> list[Act]:
    """Policy acts of one document, in the order of the text."""
    return find_acts(document, make_flows(document), knowledge.gazetteer)


def links_of(document: Document, knowledge: Knowledge) -> list[Link]:
    """Links of one document, in the order of the text."""
    return find_links(document, make_flows(document), knowledge.gazetteer)


def _extracted(
    documents: Iterator[Document], knowledge: Knowledge, problems: list[Problem]
) -> Iterator[Extracted]:
    for document in documents:
        try:
            one = extract_document(document, knowledge)
        except Exception as error:  # a fault of the grammar stops its document, not the shard
            log.exception("%s %s: the grammar failed", document.source_id, document.edition)
            problems.append(
                Problem(
                    stage=STAGE,
                    source_id=document.source_id,
                    file=document.path,
                    what=f"the grammar failed: {type(error).__name__}: {error}; nothing of this edition is in the tables",
                    todo="report it with the file; the log has the details",
                )
            )
        else:
            log.info("%s %s: %d facts", document.source_id, document.edition, len(one.facts))
            yield one
