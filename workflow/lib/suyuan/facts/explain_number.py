"""The first stages of a fact as words: where it stands, its numeral, its quantity."""

from __future__ import annotations

from typing import Any

from suyuan.document import Document
from suyuan.facts.trace import Trace
from suyuan.quantities.numeral import Numeral
from suyuan.quantities.scan import find_numerals
from suyuan.records import Fact, PdfLocator, exact_text

Told = dict[str, Any]


def block_told(document: Document, fact: Fact) -> Told:
    """Kind of block, section, page and printed page number; the table of a cell."""
    block = next((b for b in document.blocks if any(s.start <= fact.start < s.end for s in b.spans)), None)
    located = fact.locator if isinstance(fact.locator, PdfLocator) else None
    return {
        "kind": fact.block,
        "section": fact.section,
        "page": located.boxes[0].page if located is not None else None,
        "page_label": located.page_label if located is not None else None,
        "table": block.table if block is not None else None,
    }


def numeral_told(trace: Trace) -> list[Told]:
    """The numerals of the surface: a range has two."""
    mention, text = trace.stages.mention, trace.stages.par.text
    surface = text[mention.start : mention.end]
    return [_numeral(surface, numeral) for numeral in find_numerals(surface)]


def _numeral(surface: str, numeral: Numeral) -> Told:
    reading = numeral.reading
    return {
        "text": surface[numeral.start : numeral.end],
        "kind": numeral.kind,
        "value": exact_text(reading.value) if reading is not None else None,
        "step": exact_text(reading.step) if reading is not None else None,
        "multiplier": numeral.multiplier or None,
    }


def quantity_told(trace: Trace) -> Told:
    """Value, comparator with the words around the number, unit and where it stands, bounds, with the rules."""
    fact, mention, text = trace.fact, trace.stages.mention, trace.stages.par.text
    before = text[mention.start : mention.number_start]
    after = text[mention.number_end : mention.end]
    return {
        "rule": fact.method,
        "value": _exact(fact.value),
        "value_min": _exact(fact.value_min),
        "value_max": _exact(fact.value_max),
        "step": _exact(fact.step),
        "step_ambiguous": fact.step_ambiguous,
        "comparator": fact.comparator,
        "before_number": before or None,
        "after_number": after or None,
        "unit": fact.unit,
        "unit_text": fact.unit_text,
        "unit_from": _unit_source(trace),
        "bounds": _interval(fact),
        "bound_rule": fact.bound_rule,
    }


def _unit_source(trace: Trace) -> str | None:
    """Where the unit stands: at the number, in the head of a table, or at another member of the list."""
    mention, text = trace.stages.mention, trace.stages.par.text
    if mention.unit is None:
        return None
    surface = text[mention.start : mention.end].replace(" ", "")
    if not mention.unit_carried and (mention.unit_text or "") in surface:
        return "printed"
    return "head_of_table" if trace.around is None else "another_member_of_the_list"


def _exact(value: Any) -> str | None:
    return None if value is None else exact_text(value)


def _interval(fact: Fact) -> str:
    """The bounds as an interval: [75, 75]; (70, ∞)."""
    low = "-∞" if fact.low is None else exact_text(fact.low)
    high = "∞" if fact.high is None else exact_text(fact.high)
    left = "(" if fact.low_open or fact.low is None else "["
    right = ")" if fact.high_open or fact.high is None else "]"
    return f"{left}{low}, {high}{right}"
