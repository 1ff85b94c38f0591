"""The time of a fact as words: the times that could have governed it, the one taken, and by which rule."""

from __future__ import annotations

from typing import Any

from suyuan.document import Document
from suyuan.facts.trace import Around, Trace
from suyuan.time import AssignedTime, TimeContext, TimeExpression, document_context
from suyuan.time.inner import local_contexts
from suyuan.time.passing import NO_ANTECEDENT
from suyuan.time.whole import coming_year, heading_times

Told = dict[str, Any]


def time_told(document: Document, trace: Trace) -> Told:
    """Time, kind and whether it is planned, each with its rule, and the candidates from the clause outwards."""
    time = trace.stages.time
    taken = time.expression
    return {
        "time": trace.fact.time,
        "from": trace.fact.time_from,
        "rule": time.rule,
        "moved_by": time.moved or None,
        "kind": trace.fact.time_kind,
        "kind_by": kind_rule(time) if time.edtf else None,
        "planned": time.planned,
        "taken_from": _words(trace, taken) if taken is not None else None,
        "candidates": [] if trace.around is None else _candidates(document, trace, trace.around),
    }


def kind_rule(time: AssignedTime) -> str:
    """Why a time is as_of or during: what moved it, the construction of its words, or the rule that gave it."""
    if time.moved:
        return time.moved
    expression = time.expression
    if expression is None:
        return time.rule
    return expression.rule + (f" ({expression.relative})" if expression.relative else "")


def _words(trace: Trace, time: TimeExpression) -> str | None:
    """The words of a time expression of the same paragraph; of another paragraph they are not at hand."""
    around = trace.around
    if around is None or time.end > len(trace.stages.par.text):
        return None
    here = around.times[around.index]
    return trace.stages.par.text[time.start : time.end] if _stands_in(time, here) else None


def _stands_in(time: TimeExpression, times: Any) -> bool:
    return any((t.start, t.end, t.rule) == (time.start, time.end, time.rule) for t in times)


def _candidates(document: Document, trace: Trace, around: Around) -> list[Told]:
    par, mention = trace.stages.par, trace.stages.mention
    clause = par.clause(mention.start)
    sentence = par.sentences[par.sentence_at(mention.start)]
    found = []
    for time in around.times[around.index]:
        if clause.start <= time.start < clause.end:
            place = "clause"
        elif sentence.start <= time.start < sentence.end:
            place = "sentence"
        elif time.start < sentence.start:
            place = "paragraph"
        else:
            continue
        found.append(
            {
                "place": place,
                "words": par.text[time.start : time.end],
                "time": time.edtf,
                "kind": time.kind,
                "rule": time.rule,
                "reach": "its own number" if time.rule in NO_ANTECEDENT else None,
            }
        )
    context = document_context(document, list(around.body))
    local = local_contexts(around.body, context)[around.index]
    return found + _outer(around, local)


def _outer(around: Around, local: TimeContext) -> list[Told]:
    """What heading, title and document say of their time."""
    heading = heading_times(list(around.body), [list(row) for row in around.times], coming_year(local))[
        around.index
    ]
    rows: list[tuple[str, str | None, str | None]] = []
    if heading is not None:
        rows += [("heading", heading.text, period.edtf) for period in heading.periods]
    rows.append(("title", "year under report", local.report))
    rows.append(("title", "years of the plan", local.plan))
    rows.append(("document", "day of telling", local.said or local.told))
    return [{"place": place, "words": words, "time": edtf} for place, words, edtf in rows if edtf is not None]
