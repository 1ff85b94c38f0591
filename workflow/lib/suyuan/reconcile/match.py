"""Reconcile facts with the catalogue: measure by measure, with score, reason and a list for review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import Field

from suyuan.reconcile.agreement import AreaName
from suyuan.reconcile.catalogue import Catalogue
from suyuan.reconcile.decisions import Decision, breakdown_of, match_decisions
from suyuan.reconcile.falls import as_growth
from suyuan.reconcile.restatements import clashes, join_restatements
from suyuan.reconcile.score import Candidate, candidates
from suyuan.records import Fact, Problem, Record

ACCEPT = 0.75  # at least this good: the fact gets the measure
REVIEW = 0.5  # between: a person decides; below: the catalogue has no such measure
MARGIN = 0.05  # two measures closer than this: a person decides
LISTED = 3  # candidates shown in a row of the review list


class ReviewRow(Record):
    """A fact whose measure is unsure or unknown, for config/measure_decisions.csv."""

    fact_id: str
    source_id: str
    surface: str = Field(description="the words as printed")
    sentence: str
    measure: str = Field(description="noun phrase as read")
    unit: str | None
    area: tuple[str, ...] = ()
    time: str | None = None
    why: str = Field(
        description="unsure: no candidate is good enough; close: two are nearly as good; clash: it has the measure, but another "
        "number of the same document contradicts it, so that one of them may be about a part; unknown: the catalogue has "
        "nothing like it; no_phrase: nor was a noun phrase read"
    )
    candidate_1: str | None = Field(None, description="best measure id")
    score_1: float | None = Field(None, description="how well it fits, 0 to 1")
    reason_1: str | None = Field(None, description="why it has that score")
    candidate_2: str | None = None
    score_2: float | None = None
    reason_2: str | None = None
    candidate_3: str | None = None
    score_3: float | None = None
    reason_3: str | None = None


@dataclass(frozen=True)
class Reconciled:
    """Outcome: facts in their order, the list for review, problems, and counts."""

    facts: list[Fact]
    review: list[ReviewRow]
    problems: list[Problem]
    counts: dict[str, int]  # facts, with_measure, without_measure, in_review, decided


def reconcile(
    facts: Sequence[Fact],
    catalogue: Catalogue,
    decisions: Sequence[Decision] = (),
    areas: AreaName | None = None,
) -> Reconciled:
    """Facts with ``measure_id``, ``measure_score`` (1 where decided), breakdown values in the catalogue's spelling, and
    ``same_as``. Facts whose measure is unsure or unknown are kept without one; each is in ``review`` with the reason,
    until it is decided.
    """
    facts = [_spelt(fact, catalogue) for fact in facts]
    decided, problems = match_decisions(facts, decisions)
    measured: list[Fact] = []
    review: list[ReviewRow] = []
    for fact in facts:
        decision = decided.get(fact.fact_id)
        if decision is not None:
            told = _spelt(
                fact.model_copy(update={"breakdown": fact.breakdown | breakdown_of(decision)}), catalogue
            )
            measured.append(
                _with_measure(told, decision.measure_id or None, 1.0 if decision.measure_id else None)
            )
            continue
        found = candidates(fact, catalogue, areas)
        why = doubt(found)
        sure = bool(found) and why is None and found[0].score >= ACCEPT
        if not sure:
            review.append(_review_row(fact, found, why or ("unknown" if fact.measure else "no_phrase")))
        measured.append(
            _with_measure(fact, found[0].measure_id, found[0].score) if sure else _with_measure(fact)
        )
    stated = [as_growth(fact, catalogue.get(fact.measure_id)) for fact in measured]
    joined = [
        fact.model_copy(update={"same_as": one.same_as}) if one.same_as != fact.same_as else fact
        for fact, one in zip(measured, join_restatements(stated, catalogue, areas), strict=True)
    ]
    for fact_id, others in clashes(stated, catalogue, areas).items():
        if fact_id not in decided:
            review.append(_clash_row(next(fact for fact in joined if fact.fact_id == fact_id), others))
    with_measure = sum(fact.measure_id is not None for fact in joined)
    counts = {
        "facts": len(joined),
        "with_measure": with_measure,
        "without_measure": len(joined) - with_measure,
        "in_review": len(review),
        "decided": len(decided),
    }
    return Reconciled(joined, sorted(review, key=lambda row: (row.source_id, row.fact_id)), problems, counts)


def doubt(found: Sequence[Candidate]) -> str | None:
    """``unsure`` or ``close`` where a person has to decide, else None."""
    if not found or found[0].score < REVIEW:
        return None
    if found[0].score < ACCEPT:
        return "unsure"
    close = len(found) > 1 and found[0].score - found[1].score < MARGIN
    return "close" if close else None


def _spelt(fact: Fact, catalogue: Catalogue) -> Fact:
    """The fact with its breakdown values in the spelling of config/dimensions.yaml."""
    spelt = {name: catalogue.dimension_value(name, value) for name, value in fact.breakdown.items()}
    return fact if spelt == fact.breakdown else fact.model_copy(update={"breakdown": spelt})


def _with_measure(fact: Fact, measure_id: str | None = None, score: float | None = None) -> Fact:
    if (fact.measure_id, fact.measure_score) == (measure_id, score):
        return fact
    return fact.model_copy(update={"measure_id": measure_id, "measure_score": score})


def _clash_row(fact: Fact, others: Sequence[Fact]) -> ReviewRow:
    told = ", ".join(f"{other.surface} ({other.fact_id})" for other in others)
    reason = f"the same document has {told} for the same measure, area, time and breakdown"
    return _review_row(fact, [Candidate(fact.measure_id or "", fact.measure_score or 0.0, reason)], "clash")


def _review_row(fact: Fact, found: Sequence[Candidate], why: str) -> ReviewRow:
    shown: dict[str, object] = {}
    for number, candidate in enumerate(found[:LISTED], 1):
        shown[f"candidate_{number}"] = candidate.measure_id
        shown[f"score_{number}"] = candidate.score
        shown[f"reason_{number}"] = candidate.reason
    return ReviewRow.model_validate(
        {
            "fact_id": fact.fact_id,
            "source_id": fact.source_id,
            "surface": fact.surface,
            "sentence": fact.sentence,
            "measure": fact.measure or "",
            "unit": fact.unit,
            "area": fact.area,
            "time": fact.time,
            "why": why,
            **shown,
        }
    )
