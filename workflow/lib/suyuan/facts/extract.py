"""From a document to its facts and the ledger of its numerals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from suyuan.collector import seldom_collected
from suyuan.document import BODY_KINDS, Document, Span
from suyuan.facts.abbreviations import abbreviations, in_full
from suyuan.facts.area_record import Area
from suyuan.facts.area_words import AreaContext
from suyuan.facts.areas import areas
from suyuan.facts.axes import REASON as AXIS
from suyuan.facts.breakdowns import breakdown_of
from suyuan.facts.columns import columns
from suyuan.facts.english import english_areas, english_time
from suyuan.facts.flattened import flattened_rows, without_rows
from suyuan.facts.groups import with_category, with_group
from suyuan.facts.knowledge import Knowledge
from suyuan.facts.lead_title import with_lead_title
from suyuan.facts.ledger import (
    ledger_rows,
    marks_only,
    name_rows,
    numerals_of_facts,
    outside_rows,
    without_untrusted,
)
from suyuan.facts.maker_rows import with_makers
from suyuan.facts.natures import NatureReading, nature_of
from suyuan.facts.natures_carried import with_carried_plans
from suyuan.facts.outline import area_in_section, heading_area
from suyuan.facts.own_level import of_own_level
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.plan_telling import told_of_plan
from suyuan.facts.plans import lies_of, planned_flows
from suyuan.facts.read_paragraph import read_paragraph
from suyuan.facts.reading import Column
from suyuan.facts.site_described import with_site
from suyuan.facts.statement_scopes import statement_scopes
from suyuan.facts.study_site import stems_of_flow
from suyuan.facts.table_times import report_period
from suyuan.facts.tables import RowText, find_tables, paragraph_of, read_table, row_text
from suyuan.facts.tidy import without_area, without_company
from suyuan.facts.trace import Around, Hear, Stages, Trace
from suyuan.facts.translated import with_chinese_words
from suyuan.facts.whereabouts import whereabouts, without_period_elsewhere
from suyuan.flow import Flow, make_flow
from suyuan.identity import stable_id, surroundings
from suyuan.places import GroupContext
from suyuan.quantities import Quantities, find_quantities
from suyuan.quantities.mention import Ledger
from suyuan.records import Fact, Numeral
from suyuan.time import AssignedTime, assign_document, document_context, read_times
from suyuan.time.clauses import sentences

DIGEST = "摘编"  # the word with which a digest speaks of itself
SCOPE = "报表范围"  # dimension of figures of the parent company alone
EARLIER = 6  # paragraphs that 三地 may look back to


@dataclass(frozen=True)
class Extraction:
    """What a document says in numbers: facts in text order, and one row for each of its numerals."""

    facts: list[Fact]
    numerals: list[Numeral]


@seldom_collected()
def extract_facts(document: Document, knowledge: Knowledge, hear: Hear | None = None) -> Extraction:
    """Facts of the body of ``document``, and the ledger of all its numerals (notes, references and furniture too).

    Offsets of facts and numerals count characters of ``document.text``. Nothing is judged here: the same quantity
    stated twice is two facts. ``hear`` is told of each fact how it came about.
    """
    flows = [make_flow(document.text, block) for block in document.blocks]
    document = with_lead_title(document, flows)
    tables = find_tables(document, flows)
    body = [flow for flow in tables.texts if flow.text and flow.block.kind in BODY_KINDS]
    dates = document_context(document, body)
    times = read_times(body, dates)
    scans = [
        without_untrusted(
            document,
            flow,
            find_quantities(flow, [(t.start, t.end, "date") for t in found if t.rule != "duration"]),
        )
        for flow, found in zip(body, times, strict=True)
    ]
    flattened = flattened_rows(document, flows)
    scans = [
        without_rows(flow, scan, flattened.get(flow.block.start, ()))
        for flow, scan in zip(body, scans, strict=True)
    ]
    if document.edition == "digest":
        scans = [_of_source(flow.text, scan) for flow, scan in zip(body, scans, strict=True)]
    spans = [[(m.start, m.end) for m in scan.mentions] for scan in scans]
    assigned = assign_document(document, body, spans, times)
    where = whereabouts(document, flows, body, tables.texts, knowledge.gazetteer, dates)
    gazetteer, own, whose, event = where.gazetteer, where.own, where.whose, where.event
    explained = abbreviations(flow.text for flow in body)
    sections = {flow.block.section for flow, scan in zip(body, scans, strict=True) if scan.mentions}
    headings = {section: heading_area(section, gazetteer, own) for section in sections}
    told = dates.told or told_of_plan(
        where.titles, [(flow.block.section, flow.text) for flow in body], dates.plan
    )
    plans = planned_flows(body, told)
    seen: Counter[str] = Counter()
    facts: list[Fact] = []
    numerals: list[Numeral] = []
    for i, (flow, scan) in enumerate(zip(body, scans, strict=True)):
        if not scan.mentions:
            numerals.extend(ledger_rows(document, flow, scan.ledger))
            continue
        context = GroupContext(
            gazetteer, own or where.small_site, tuple(f.text for f in reversed(body[max(0, i - EARLIER) : i]))
        )
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
            heading=headings[flow.block.section],
            document=area_in_section(flow.block.section, where.titles, own) or where.site,
            study=where.study,
            sample=(own or where.site) if where.study else (),
            stems=stems_of_flow(flow, where.site),
            body=whose.name,
            company=whose.company,
            outsider=whose.outsider,
            text=document.text,
        )
        named = zip(english_areas(par, gazetteer), areas(par, area_context), strict=True)
        places = [english or area for english, area in named]
        places = [
            whose.area_of(area, own, par.text[slice(*par.sentences[par.sentence_at(m.start)])], par.text)
            for area, m in zip(places, par.mentions, strict=True)
        ]
        places = of_own_level(par, places, own)
        places = event.areas_in(par, places, own) if event is not None else places
        places = with_makers(par, with_site(par, places, gazetteer))
        dated = [english_time(par, k, times[i], time) or time for k, time in enumerate(assigned[i])]
        dated = without_period_elsewhere(dated, places, where)
        read = _stages(par, places, dated, knowledge, explained, told=told, plan=plans[i], study=where.study)
        found = [_fact(document, stages, seen) for stages in read]
        facts.extend(found)
        if hear is not None:
            around = Around(body, times, spans, i, area_context)
            for fact, stages in zip(found, read, strict=True):
                hear(Trace(fact, stages, around))
        numerals.extend(numerals_of_facts(document, par, found))
        numerals.extend(ledger_rows(document, flow, scan.ledger))
    report = report_period(flows, dates)
    scopes = statement_scopes(flows)
    for table in tables.tables:
        for reading in read_table(table, gazetteer, own, dates, whose.name, report):
            par = paragraph_of(reading, gazetteer)
            row = row_text(document, table, reading)
            column = _in_scope(reading.column, scopes.at(par.flow.block.start))
            area = whose.area_of(reading.area, own, par.text, par.text)
            stages = _stages_of(par, 0, column, column, area, reading.time, knowledge, told=told)
            if reading.forecast:
                stages = replace(stages, nature=NatureReading("forecast", "year_marked_as_forecast"))
            fact = _fact(document, stages, seen, row)
            facts.append(fact)
            if hear is not None:
                hear(Trace(fact, stages, None))
            numerals.extend(numerals_of_facts(document, par, [fact]))
            numerals.extend(ledger_rows(document, par.flow, ()))
    facts = sorted(with_chinese_words(facts, gazetteer), key=lambda fact: (fact.start, fact.end))
    for flow in tables.names:
        numerals.extend(name_rows(document, flow))
    for flow in tables.axes:
        numerals.extend(name_rows(document, flow, AXIS))
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


def _in_scope(column: Column, scope: str | None) -> Column:
    """The column of a cell, with the scope of the statement that it stands in as a category."""
    return replace(column, breakdown={**column.breakdown, SCOPE: scope}) if scope else column


def _stages(
    par: Paragraph,
    places: Sequence[Area],
    times: Sequence[AssignedTime],
    knowledge: Knowledge,
    explained: Mapping[str, str],
    *,
    told: str | None,
    plan: str | None,
    study: bool,
) -> list[Stages]:
    found = []
    for i, read in enumerate(columns(par)):
        measure = in_full(read.measure, explained)
        column = read if measure == read.measure else replace(read, measure=measure)
        column = with_category(par, i, with_group(par, i, column), study)
        found.append(_stages_of(par, i, read, column, places[i], times[i], knowledge, told=told, plan=plan))
    return with_carried_plans(par, found, [lies_of(time, told) for time in times])


def _stages_of(
    par: Paragraph, i: int, read: Column, column: Column, area: Area, time: AssignedTime, knowledge: Knowledge,
    *, told: str | None, plan: str | None = None,
) -> Stages:  # fmt: skip
    lies = lies_of(time, told)
    nature = nature_of(
        par, par.mentions[i], planned=time.planned, dated=told is not None, plan=plan, lies=lies
    )
    return Stages(par, i, read, column, area, time, nature, breakdown_of(column, knowledge.dimensions))


def _fact(document: Document, stages: Stages, seen: Counter[str], row: RowText | None = None) -> Fact:
    par, mention, area, time = stages.par, stages.mention, stages.area, stages.time
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
        measure=without_company(
            without_area(stages.column.measure, par, mention, area.names), area.body, area.names
        ),
        breakdown={name: category.value for name, category in stages.categories.items()},
        nature=stages.nature.nature,
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
