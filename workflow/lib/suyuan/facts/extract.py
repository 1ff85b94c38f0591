"""From a document to its facts and the ledger of its numerals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from suyuan.document import BODY_KINDS, Document, Span
from suyuan.facts.abbreviations import abbreviations, in_full
from suyuan.facts.area_record import Area
from suyuan.facts.area_words import AreaContext
from suyuan.facts.areas import areas
from suyuan.facts.breakdowns import breakdown_of
from suyuan.facts.columns import columns
from suyuan.facts.knowledge import Knowledge
from suyuan.facts.ledger import (
    ledger_rows,
    marks_only,
    name_rows,
    numerals_of_facts,
    outside_rows,
    without_untrusted,
)
from suyuan.facts.natures import nature_of
from suyuan.facts.outline import document_area, heading_area
from suyuan.facts.own_body import document_body
from suyuan.facts.paragraph import Paragraph, read_paragraph
from suyuan.facts.reading import Column
from suyuan.facts.tables import RowText, find_tables, paragraph_of, read_table, row_text
from suyuan.facts.tidy import without_area
from suyuan.flow import Flow, make_flow
from suyuan.identity import stable_id, surroundings
from suyuan.places import GroupContext
from suyuan.quantities import Quantities, find_quantities
from suyuan.quantities.mention import Ledger, Mention
from suyuan.records import Fact, Numeral
from suyuan.time import AssignedTime, assign_document, document_context, read_times
from suyuan.time.clauses import sentences

DIGEST = "摘编"  # the word with which a digest speaks of itself
EARLIER = 6  # paragraphs that 三地 may look back to


@dataclass(frozen=True)
class Extraction:
    """What a document says in numbers: facts in text order, and one row for each of its numerals."""

    facts: list[Fact]
    numerals: list[Numeral]


def extract_facts(document: Document, knowledge: Knowledge) -> Extraction:
    """Facts of the body of ``document``, and the ledger of all its numerals (notes, references and furniture too).

    Offsets of facts and numerals count characters of ``document.text``. Nothing is judged here: the same quantity
    stated twice is two facts.
    """
    flows = [make_flow(document.text, block) for block in document.blocks]
    tables = find_tables(document, flows)
    body = [flow for flow in tables.texts if flow.text and flow.block.kind in BODY_KINDS]
    times = read_times(body, document_context(document, body))
    scans = [
        without_untrusted(
            document,
            flow,
            find_quantities(flow, [(t.start, t.end, "date") for t in found if t.rule != "duration"]),
        )
        for flow, found in zip(body, times, strict=True)
    ]
    if document.edition == "digest":
        scans = [_of_source(flow.text, scan) for flow, scan in zip(body, scans, strict=True)]
    spans = [[(m.start, m.end) for m in scan.mentions] for scan in scans]
    assigned = assign_document(document, body, spans)
    gazetteer = knowledge.gazetteer.with_definitions(flow.text for flow in body)
    own = document_area(document, body, gazetteer, flows)
    body_of_document = document_body(document.title, tables.texts, gazetteer)
    explained = abbreviations(flow.text for flow in body)
    seen: Counter[str] = Counter()
    facts: list[Fact] = []
    numerals: list[Numeral] = []
    for i, (flow, scan) in enumerate(zip(body, scans, strict=True)):
        if not scan.mentions:
            numerals.extend(ledger_rows(document, flow, scan.ledger))
            continue
        context = GroupContext(gazetteer, own, tuple(f.text for f in reversed(body[max(0, i - EARLIER) : i])))
        par = read_paragraph(
            flow,
            scan.mentions,
            [Span(t.start, t.end) for t in times[i]],
            gazetteer,
            context,
            knowledge.dimensions.words,
        )
        area_context = AreaContext(
            gazetteer,
            heading=heading_area(flow.block.section, gazetteer, own),
            document=own,
            body=body_of_document,
        )
        found = _facts(document, par, areas(par, area_context), assigned[i], knowledge, seen, explained)
        facts.extend(found)
        numerals.extend(numerals_of_facts(document, par, found))
        numerals.extend(ledger_rows(document, flow, scan.ledger))
    for table in tables.tables:
        for reading in read_table(table, gazetteer, own, document_context(document, body)):
            par = paragraph_of(reading, gazetteer)
            row = row_text(document, table, reading)
            fact = _fact(
                document,
                par,
                reading.mention,
                reading.column,
                reading.area,
                reading.time,
                knowledge,
                seen,
                row,
            )
            facts.append(fact)
            numerals.extend(numerals_of_facts(document, par, [fact]))
            numerals.extend(ledger_rows(document, par.flow, ()))
    facts.sort(key=lambda fact: (fact.start, fact.end))
    for flow in tables.names:
        numerals.extend(name_rows(document, flow))
    for flow in tables.texts:
        if flow.block.kind in BODY_KINDS:
            numerals.extend(marks_only(document, flow))
        else:
            scan = find_quantities(flow)
            numerals.extend(outside_rows(document, flow, scan.mentions, scan.ledger))
    numerals.sort(key=lambda row: (row.start, row.end))
    return Extraction(facts, numerals)


def _of_source(text: str, scan: Quantities) -> Quantities:
    """Without what a digest counts of itself (…各写一遍，摘编两处照录): it is no figure of the source."""
    own = [(a, b) for a, b in sentences(text) if DIGEST in text[a:b]]
    mine = [m for m in scan.mentions if any(a <= m.start < b for a, b in own)]
    ledger = [Ledger(m.number_start, m.number_end, "unread", "the digest speaks of itself") for m in mine]
    return Quantities([m for m in scan.mentions if m not in mine], [*scan.ledger, *ledger])


def _facts(
    document: Document,
    par: Paragraph,
    places: Sequence[Area],
    times: Sequence[AssignedTime],
    knowledge: Knowledge,
    seen: Counter[str],
    explained: Mapping[str, str],
) -> list[Fact]:
    read = [replace(column, measure=in_full(column.measure, explained)) for column in columns(par)]
    return [
        _fact(document, par, mention, read[i], places[i], times[i], knowledge, seen)
        for i, mention in enumerate(par.mentions)
    ]


def _fact(
    document: Document,
    par: Paragraph,
    mention: Mention,
    column: Column,
    area: Area,
    time: AssignedTime,
    knowledge: Knowledge,
    seen: Counter[str],
    row: RowText | None = None,
) -> Fact:
    span = par.flow.span(mention.start, mention.end)
    surface = printed(document, par.flow, mention.start, mention.end)
    around = surroundings(document.text, span.start, span.end)
    occurrence, seen[around] = seen[around], seen[around] + 1
    section = " / ".join(par.flow.block.section) or None
    sentence = par.sentences[par.sentence_at(mention.start)]
    told = "".join(printed(document, par.flow, sentence.start, sentence.end).splitlines()).strip()
    return Fact(
        fact_id=stable_id("fact", document.source_id, document.edition, around, str(occurrence)),
        source_id=document.source_id,
        edition=document.edition,
        locator=document.locate(span.start, span.end),
        start=span.start,
        end=span.end,
        section=section,
        block=par.flow.block.kind,
        surface=surface,
        sentence=row.sentence if row else told,
        cited_at=row.cited_at if row else par.flow.cited_at(mention.end),
        value=mention.value,
        value_min=mention.value_min,
        value_max=mention.value_max,
        step=mention.step,
        step_ambiguous=mention.step_ambiguous,
        low=mention.low,
        high=mention.high,
        low_open=mention.low_open,
        high_open=mention.high_open,
        bound_rule=mention.bound_rule,
        comparator=mention.comparator,
        unit=mention.unit,
        unit_text=mention.unit_text,
        time=time.edtf,
        time_kind=time.kind if time.edtf else None,
        time_from=time.time_from if time.edtf else None,
        told=document.dates.told,
        area=area.names,
        ref_area=area.ref_area,
        counterpart_area=area.counterpart,
        body=area.body,
        measure=without_area(column.measure, par, mention, area.names),
        breakdown=breakdown_of(column, knowledge.dimensions),
        nature=nature_of(par, mention, planned=time.planned),
        method=mention.rule,
        status=document.status(span.start, span.end),
    )


def printed(document: Document, flow: Flow, start: int, end: int) -> str:
    """Characters of the document behind ``flow.text[start:end]``, with the blanks between them.

    What stands between two spans of the block (a running head in the middle of a sentence) is left out.
    """
    parts: list[str] = []
    whole = flow.span(start, end)
    for piece in flow.block.spans:
        low, high = max(piece.start, whole.start), min(piece.end, whole.end)
        if low < high:
            parts.append(document.text[low:high])
    return "".join(parts)
