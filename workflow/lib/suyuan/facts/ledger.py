"""The ledger: one row for each numeral of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.document import BODY_KINDS, Document, Span
from suyuan.facts.paragraph import Paragraph
from suyuan.flow import Flow
from suyuan.quantities.find import NUMERAL, Quantities
from suyuan.quantities.mention import Ledger, Mention
from suyuan.quantities.scan import find_lone_powers, find_numerals
from suyuan.records import BlockKind, Fact, Numeral
from suyuan.records.fact import NumeralClass

# What a numeral is in a block that is not read for facts, and why.
OUTSIDE: dict[BlockKind, tuple[NumeralClass, str | None]] = {
    "reference": ("reference", None),
    "furniture": ("furniture", None),
    "advertising": ("advertising", None),
    "formula": ("unread", "a formula is not read for facts"),
    "note": (
        "unread",
        "a note about the document (authors, funding, numbers of the journal) is not read for facts",
    ),
}
DIGITS_ALONE = "numbers alone, with no word that says of what"
WORD = re.compile(r"[^\W\d_]")
NOT_TRUSTED = "text layer not trusted"
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def numerals_of_facts(document: Document, par: Paragraph, facts: Sequence[Fact]) -> list[Numeral]:
    """One row for each numeral in a fact of a paragraph (a range has two); ``facts`` are those of ``par.mentions``."""
    return [
        _row(document, par.flow, start, end, "fact", fact_id=fact.fact_id)
        for mention, fact in zip(par.mentions, facts, strict=True)
        for start, end in numerals_in(par.text, mention)
    ]


def numerals_in(text: str, mention: Mention) -> list[tuple[int, int]]:
    """Spans of the numerals of a quantity: its number, and what else stands in its surface (a range has two)."""
    first, last = mention.number_start, mention.number_end
    if not (NUMERAL.search(text, mention.start, first) or NUMERAL.search(text, last, mention.end)):
        return [(first, last)]
    surface = text[mention.start : mention.end]
    numerals = find_numerals(surface)
    spans = [(n.start, n.end) for n in numerals] + find_lone_powers(surface, numerals)
    others = [(mention.start + a, mention.start + b) for a, b in spans]
    return [(first, last), *((a, b) for a, b in others if b <= first or last <= a)]


def without_untrusted(document: Document, flow: Flow, found: Quantities) -> Quantities:
    """The same without quantities on pages whose text layer is not trusted: their numerals go to the ledger, unread."""
    kept: list[Mention] = []
    ledger = list(found.ledger)
    for mention in found.mentions:
        if document.layer(*flow.span(mention.start, mention.end)) == "untrusted":
            ledger += [
                Ledger(start, end, "unread", NOT_TRUSTED) for start, end in numerals_in(flow.text, mention)
            ]
        else:
            kept.append(mention)
    return (
        found
        if len(kept) == len(found.mentions)
        else Quantities(kept, sorted(ledger, key=lambda row: row.start))
    )


def ledger_rows(document: Document, flow: Flow, ledger: Sequence[Ledger]) -> list[Numeral]:
    """Rows for the numerals of a flow that are no facts, and for those in its reference marks."""
    rows = [
        _row(document, flow, item.start, item.end, item.numeral_class, reason=item.reason) for item in ledger
    ]
    return rows + _marks(document, flow)


def outside_rows(
    document: Document, flow: Flow, mentions: Sequence[Mention], ledger: Sequence[Ledger]
) -> list[Numeral]:
    """Rows for the numerals of a block that is not read for facts: all get the class of the block."""
    numeral_class, reason = OUTSIDE[flow.block.kind]
    if flow.block.kind == "note" and WORD.search(flow.text) is None:
        reason = DIGITS_ALONE
    spans = [span for mention in mentions for span in numerals_in(flow.text, mention)]
    rows = [_row(document, flow, start, end, numeral_class, reason=reason) for start, end in spans]
    for item in ledger:
        own = numeral_class == "unread" and item.numeral_class != "unread"
        rows.append(
            _row(document, flow, item.start, item.end, item.numeral_class, reason=item.reason)
            if own
            else _row(document, flow, item.start, item.end, numeral_class, reason=reason)
        )
    return rows + _marks(document, flow)


def name_rows(document: Document, flow: Flow, reason: str | None = None) -> list[Numeral]:
    """Rows for a cell that names a column or a row of a table, or a label of a chart: its numbers say what is counted, not
    how many. ``reason`` says what such a label is."""
    numerals = find_numerals(flow.text)
    spans = [(numeral.start, numeral.end) for numeral in numerals] + find_lone_powers(flow.text, numerals)
    spans += flow.too_long
    rows = [_row(document, flow, *span, "table_text", reason=reason) for span in sorted(spans)]
    return rows + _marks(document, flow)


def marks_only(document: Document, flow: Flow) -> list[Numeral]:
    """Rows for a block of the body that holds nothing but reference marks."""
    return [] if flow.text else _marks(document, flow)


def _row(
    document: Document,
    flow: Flow,
    start: int,
    end: int,
    numeral_class: NumeralClass,
    reason: str | None = None,
    fact_id: str | None = None,
) -> Numeral:
    span = flow.span(start, end)
    return _numeral(document, flow, span, numeral_class, reason, fact_id)


def _numeral(
    document: Document,
    flow: Flow,
    span: Span,
    numeral_class: NumeralClass,
    reason: str | None = None,
    fact_id: str | None = None,
) -> Numeral:
    return Numeral(
        source_id=document.source_id,
        edition=document.edition,
        start=span.start,
        end=span.end,
        surface=document.text[span.start : span.end],
        numeral_class=numeral_class,
        reason=reason,
        fact_id=fact_id,
        block=flow.block.kind,
        page=_page(document, flow, span.start),
    )


def _page(document: Document, flow: Flow, start: int) -> int | None:
    box = document.boxes[start] if document.boxes is not None else None
    return box.page if box is not None else flow.block.page


def _marks(document: Document, flow: Flow) -> list[Numeral]:
    """[3] and 〔原文2.2〕 were taken out of the flow; their numerals are accounted for here."""
    rows = []
    for mark in flow.marks:
        numeral_class: NumeralClass = "citation" if mark.cited_at is not None else "reference"
        if flow.block.kind not in BODY_KINDS and OUTSIDE[flow.block.kind][0] != "unread":
            numeral_class = OUTSIDE[flow.block.kind][0]
        for match in DIGITS.finditer(mark.text):
            span = Span(mark.span.start + match.start(), mark.span.start + match.end())
            rows.append(_numeral(document, flow, span, numeral_class))
    return rows
