"""Evidence of a span of a document, or of a record that was read there."""

from __future__ import annotations

from suyuan.document import Block, Document
from suyuan.identity import stable_id, surroundings
from suyuan.records import Act, Evidence, Fact, Link


def evidence_of_span(
    analysis: str,
    document: Document,
    block: Block,
    start: int,
    end: int,
    sentence: str,
    *,
    cited_at: str | None = None,
    record_id: str | None = None,
) -> Evidence:
    """Evidence for ``document.text[start:end]`` in one of its blocks; equal spans of an analysis have equal ids."""
    words = document.text[start:end]
    return Evidence(
        evidence_id=stable_id(
            "ev",
            analysis,
            document.source_id,
            document.edition,
            surroundings(document.text, start, end),
            str(start),
        ),
        analysis=analysis,
        source_id=document.source_id,
        edition=document.edition,
        locator=document.locate(start, end),
        start=start,
        end=end,
        section=" / ".join(block.section) or None,
        words="".join(words.split("\n")),
        sentence=sentence,
        cited_at=cited_at,
        record_id=record_id,
    )


def evidence_of_record(analysis: str, record: Fact | Act | Link) -> Evidence:
    """Evidence that a fact, act or link gives, at the place where it was read."""
    if isinstance(record, Fact):
        own, words, section = record.fact_id, record.surface, record.section
    elif isinstance(record, Act):
        own, words, section = record.act_id, record.title or record.act, record.section
    else:
        own, words, section = record.link_id, record.what or f"{record.a}–{record.b}", None
    return Evidence(
        evidence_id=stable_id("ev", analysis, own),
        analysis=analysis,
        source_id=record.source_id,
        edition=record.edition,
        locator=record.locator,
        start=record.start or 0,
        end=record.end or 0,
        section=section,
        words=words,
        sentence=record.sentence,
        cited_at=record.cited_at,
        record_id=own,
    )
