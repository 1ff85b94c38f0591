"""The time of a fact as words: the rule that gave it, those asked before, and the times that were not taken, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from suyuan.document import Document
from suyuan.facts.explain_origin import Origin, is_same, origin_of
from suyuan.facts.rule_meanings import meaning
from suyuan.facts.trace import Around, Trace
from suyuan.time import AssignedTime, TimeContext, TimeExpression, assign_document, document_context
from suyuan.time.account import Account
from suyuan.time.datelines import RULE as DATELINE
from suyuan.time.inner import local_contexts
from suyuan.time.passing import BASIS, COMPARISON, NO_ANTECEDENT, RECORD
from suyuan.time.whole import coming_year, heading_times

Told = dict[str, Any]
STAGE = "time"
GOVERNS_NOTHING = {  # by the rule of a time
    COMPARISON: "only compared with",
    BASIS: "a basis of reckoning, or when something began",
    RECORD: "only says since when a record holds",
    DATELINE: "dates the telling",
}
LENGTH = "a length of time, which says no date"
NEARER = "another time was taken"
NOT_MEANT = "dates only what such a document tells as of then"
INSIDE = "told inside its own sentence, which alone it dates"
UNASKED = "not asked: %s came first"
NEAR = ("clause", "sentence", "paragraph")


def time_told(document: Document, trace: Trace) -> Told:
    """Time, kind and whether it is planned, each with its rule; the rules in turn up to the one that gave it, what set it anew
    after it, and the times from the clause outwards, with why each was not taken."""
    time = trace.stages.time
    origin = origin_of(trace)
    told: Told = {
        "time": trace.fact.time,
        "from": trace.fact.time_from,
        "rule": time.rule,
        "meaning": meaning(STAGE, time.rule),
        "moved_by": time.moved or None,
        "moved_means": meaning(STAGE, time.moved) if time.moved else None,
        "kind": trace.fact.time_kind,
        "kind_by": kind_rule(time) if time.edtf else None,
        "planned": time.planned,
        "taken_from": origin.words if origin else None,
        "stands_at": origin.start if origin else None,
        "in_paragraph": origin.paragraph if origin else None,
    }
    if trace.around is None:
        return told | {"candidates": []}
    account = _account(document, trace.around, trace.stages.number)
    return told | {
        "tried": _tried(account, time),
        "candidates": _candidates(document, trace, trace.around, account, origin),
    }


def kind_rule(time: AssignedTime) -> str:
    """Why a time is as_of or during: what moved it, the construction of its words, or the rule that gave it."""
    if time.moved:
        return time.moved
    expression = time.expression
    if expression is None:
        return time.rule
    return expression.rule + (f" ({expression.relative})" if expression.relative else "")


def _account(document: Document, around: Around, number: int) -> Account:
    """How the time of the number came about, heard from the code that assigns times."""
    account = Account(around.index, number)
    assign_document(
        document,
        list(around.body),
        [list(row) for row in around.spans],
        [list(row) for row in around.times],
        account,
    )
    return account


def _tried(account: Account, last: AssignedTime) -> list[Told]:
    """The rules in turn, up to the one that spoke first, and each step that then set the time anew."""
    rows: list[Told] = []
    for rule, said in account.tried:
        rows.append(_row(rule, said))
    rows += [_row(step, said) for step, said in account.later]
    said = account.later[-1][1] if account.later else account.tried[-1][1]
    if said is not None and (said.edtf, said.rule) != (last.edtf, last.rule):
        rows.append(_row(last.rule, last))
    return rows


def _row(rule: str, said: AssignedTime | None) -> Told:
    row: Told = {"rule": rule, "said": None}
    if said is None:
        return row
    by = said.moved or said.rule
    row["said"] = said.edtf or "no time"
    return row | {"by": by} if by != rule else row


def _candidates(
    document: Document, trace: Trace, around: Around, account: Account, origin: Origin | None
) -> list[Told]:
    context = document_context(document, list(around.body))
    local = local_contexts(around.body, context)[around.index]
    rows = list(_of_paragraph(trace, around, account))
    told = trace.fact.time
    if origin is not None and origin.paragraph is not None and not _is_heading(around, origin):
        where = f"in paragraph “{origin.paragraph}…”"
        rows.append({"place": where, "words": origin.words, "time": told, "not_taken": None})
    return rows + [
        row | {"not_taken": _why_not_outer(row["time"], told, origin)} for row in _outer(around, local)
    ]


def _is_heading(around: Around, origin: Origin) -> bool:
    return any(
        flow.block.kind == "heading" and flow.offsets[0] <= (origin.start or 0) <= flow.offsets[-1]
        for flow in around.body
        if flow.offsets
    )


def _why_not_outer(edtf: str, told: str | None, origin: Origin | None) -> str | None:
    """Why what heading, title and document say is not the time of the fact; null where it is."""
    if told is None:
        return NOT_MEANT
    if edtf == told:
        return None
    if origin is None:
        return NEARER
    place = f", at {origin.start}" if origin.start is not None else ""
    return f"{NEARER}: {origin.words}{place}"


def _of_paragraph(trace: Trace, around: Around, account: Account) -> Iterator[Told]:
    """The times of the paragraph up to the end of the sentence, and why each was not taken; null for the one that was."""
    par, mention = trace.stages.par, trace.stages.mention
    clause = par.clause(mention.start)
    sentence = par.sentences[par.sentence_at(mention.start)]
    taken = trace.stages.time.expression
    for time in around.times[around.index]:
        if clause.start <= time.start < clause.end:
            place = "clause"
        elif sentence.start <= time.start < sentence.end:
            place = "sentence"
        elif time.start < sentence.start:
            place = "paragraph"
        else:
            continue
        is_taken = taken is not None and is_same(time, taken)
        yield {
            "place": place,
            "words": par.text[time.start : time.end],
            "time": time.edtf,
            "kind": time.kind,
            "rule": time.rule,
            "reach": "its own number" if time.rule in NO_ANTECEDENT else None,
            "not_taken": None if is_taken else _why_not(time, place, account),
        }


def _why_not(time: TimeExpression, place: str, account: Account) -> str:
    if time.rule in GOVERNS_NOTHING:
        return GOVERNS_NOTHING[time.rule]
    for refused, why in account.refused:
        if is_same(refused, time):
            return why
    if time.rule == "duration" and time.edtf is None:
        return LENGTH
    rule, given = account.tried[-1]
    if rule not in ("time_of_sentence", "time_from_outside"):
        return UNASKED % rule
    if given is not None and given.edtf is not None and given.time_from in NEAR:
        return NEARER
    return INSIDE if place == "paragraph" else UNASKED % (given.rule if given is not None else rule)


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
