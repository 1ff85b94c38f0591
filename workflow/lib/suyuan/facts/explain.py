"""What was read at one place of a document: each stage's reading of a number there, with the rule that fired."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from suyuan.document import Document
from suyuan.facts.explain_about import area_told, breakdown_told, measure_told, nature_told
from suyuan.facts.explain_number import block_told, numeral_told, quantity_told
from suyuan.facts.explain_time import time_told
from suyuan.facts.extract import extract_facts
from suyuan.facts.knowledge import Knowledge
from suyuan.facts.trace import Trace
from suyuan.locate import SpanError
from suyuan.quantities.find import PART_OF_REFUSED
from suyuan.records import Fact, Numeral

LONGEST_BETWEEN = 12  # characters between two numerals of one number
NEAREST = 2  # facts on either side that are named where nothing was read

Told = dict[str, Any]


def explain(document: Document, knowledge: Knowledge, start: int) -> list[Told]:
    """Explanations of the facts whose surface covers offset ``start`` of ``document.text``, each an object for JSON.

    ``found`` says of what: ``fact``, with a reading for each stage; ``numeral`` where the offset lies in no fact but in a
    numeral, with its class and reason; ``nothing``, with the nearest facts. Raises SpanError for an offset outside.
    """
    if not 0 <= start < len(document.text):
        raise SpanError(
            f"offset {start} is outside the text, which has {len(document.text)} characters (0 is the first)"
        )
    traces: list[Trace] = []

    def hear(trace: Trace) -> None:
        if trace.fact.start <= start < trace.fact.end:
            traces.append(trace)

    found = extract_facts(document, knowledge, hear)
    if traces:
        return [fact_told(document, trace, knowledge) for trace in traces]
    rows = [row for row in found.numerals if row.start <= start < row.end]
    if rows:
        return [_numeral(document, row, _refused_with(found.numerals, row)) for row in rows]
    return [{"found": "nothing", "at": start, "nearest": _nearest(found.facts, start)}]


def fact_told(document: Document, trace: Trace, knowledge: Knowledge) -> Told:
    """Each stage's reading of one fact."""
    fact = trace.fact
    return {
        "found": "fact",
        "start": fact.start,
        "end": fact.end,
        "surface": fact.surface,
        "sentence": fact.sentence,
        "block": block_told(document, fact),
        "numeral": numeral_told(trace),
        "quantity": quantity_told(trace),
        "time": time_told(document, trace),
        "area": area_told(trace),
        "measure": measure_told(trace),
        "breakdown": breakdown_told(trace, knowledge),
        "nature": nature_told(trace),
        "fact_id": fact.fact_id,
    }


def _refused_with(rows: Sequence[Numeral], row: Numeral) -> Numeral | None:
    """The numeral that ``row`` makes one number with, of which the ledger tells why it is none; None for others."""
    if row.reason != PART_OF_REFUSED:
        return None
    before = [other for other in rows if other.end <= row.start and other.reason != PART_OF_REFUSED]
    return before[-1] if before and row.start - before[-1].end <= LONGEST_BETWEEN else None


def _numeral(document: Document, row: Numeral, refused: Numeral | None) -> Told:
    around = " ".join(document.text[max(0, row.start - 20) : row.end + 20].split())
    return {
        "found": "numeral",
        "start": row.start,
        "end": row.end,
        "surface": row.surface,
        "around": around,
        "class": row.numeral_class,
        "reason": row.reason,
        "refused_number": refused
        and {
            "surface": document.text[refused.start : row.end],
            "start": refused.start,
            "class": refused.numeral_class,
            "reason": refused.reason,
        },
        "block": row.block,
        "page": row.page,
    }


def _nearest(facts: Sequence[Fact], start: int) -> list[Told]:
    before = [fact for fact in facts if fact.end <= start][-NEAREST:]
    after = [fact for fact in facts if fact.start > start][:NEAREST]
    return [{"surface": fact.surface, "start": fact.start, "end": fact.end} for fact in (*before, *after)]
