"""Corrections applied to the facts of the editions that were read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from suyuan.corrections.entry import CORRECTIONS, STAGE, Correction, EditionKey
from suyuan.corrections.quote import fact_matches, find_in_document, nearest_facts, shown
from suyuan.corrections.revised import added_fact, amended_fact
from suyuan.document import Document
from suyuan.records.fact import Fact, Numeral
from suyuan.records.finding import Problem


class CorrectionError(ValueError):
    """Corrections cannot be applied. ``messages`` has one line for each; the stage must stop."""

    def __init__(self, messages: Sequence[str]) -> None:
        super().__init__("\n".join(messages))
        self.messages = tuple(messages)


class Corrected(NamedTuple):
    """Facts after the corrections; remarks; and of each rejected fact (by id) who rejected it and why."""

    facts: list[Fact]
    problems: list[Problem]
    rejected: dict[str, str]


def apply_corrections(
    facts: Iterable[Fact],
    corrections: Iterable[Correction],
    read_editions: Mapping[EditionKey, Document | None],
) -> Corrected:
    """Facts with the corrections of the editions that were read.

    ``read_editions`` has (source id, edition) of each edition that was read, with its Document. Without a Document
    quotes are compared with the facts' sentences, and nothing can be added. All quotes are looked up in the facts as
    extracted, so the order of the corrections does not matter. Added facts come last.

    Raises CorrectionError, with a message for each correction that fits no fact (naming the nearest), fits several,
    hits a fact that another one changes, or gives a fact that cannot be.
    """
    extracted = list(facts)
    by_edition: dict[EditionKey, list[Fact]] = {}
    for fact in extracted:
        by_edition.setdefault((fact.source_id, fact.edition), []).append(fact)
    changed: dict[str, Fact] = {}
    rejected: dict[str, str] = {}
    added: list[Fact] = []
    seen: dict[str, Correction] = {}
    problems: list[Problem] = []
    messages: list[str] = []
    for correction in corrections:
        if correction.key not in read_editions:
            continue
        document = read_editions[correction.key]
        there = by_edition.get(correction.key, [])
        try:
            if correction.action == "add":
                added.append(_added(correction, there, added, document))
                continue
            fact = _select(correction, there, document)
            if fact.fact_id in seen:
                raise CorrectionError(
                    [
                        f"{correction.label}: {seen[fact.fact_id].action} is already given for this fact; keep one"
                    ]
                )
            seen[fact.fact_id] = correction
            if correction.action == "reject":
                rejected[fact.fact_id] = f"rejected by {correction.who}: {correction.reason}"
            elif correction.action == "confirm":
                changed[fact.fact_id] = fact.model_copy(update={"status": "confirmed"})
            else:
                changed[fact.fact_id], remark = _amended(correction, fact)
                problems += [remark] if remark is not None else []
        except CorrectionError as error:
            messages += error.messages
    if messages:
        raise CorrectionError(messages)
    kept = [changed.get(fact.fact_id, fact) for fact in extracted if fact.fact_id not in rejected]
    return Corrected(kept + added, problems, rejected)


def not_read(corrections: Iterable[Correction], read_editions: Iterable[EditionKey]) -> list[Problem]:
    """A note for each correction whose edition is not read in this build: it is neither applied nor checked."""
    editions = frozenset(read_editions)
    return [
        Problem(
            stage=STAGE,
            source_id=correction.source,
            file=CORRECTIONS,
            where=f"{correction.action} {correction.quote.surface!r}",
            what=f"the {correction.edition} of {correction.source} is not read in this build; the correction rests",
            todo="nothing, if you have no copy of that edition",
            severity="note",
        )
        for correction in corrections
        if correction.key not in editions
    ]


def reclassify(numerals: Iterable[Numeral], corrected: Corrected) -> list[Numeral]:
    """The ledger after the corrections: numerals of rejected facts are unread, with the reviewer's reason; those inside
    an added fact belong to it.
    """
    added = [fact for fact in corrected.facts if fact.status == "added"]
    out: list[Numeral] = []
    for numeral in numerals:
        if numeral.fact_id is not None and numeral.fact_id in corrected.rejected:
            reason = corrected.rejected[numeral.fact_id]
            numeral = numeral.model_copy(
                update={"numeral_class": "unread", "reason": reason, "fact_id": None}
            )
        for fact in added:
            same = (fact.source_id, fact.edition) == (numeral.source_id, numeral.edition)
            if same and fact.start <= numeral.start and numeral.end <= fact.end:
                numeral = numeral.model_copy(
                    update={"numeral_class": "fact", "reason": None, "fact_id": fact.fact_id}
                )
        out.append(numeral)
    return out


def _select(correction: Correction, facts: list[Fact], document: Document | None) -> Fact:
    found = [fact for fact in facts if fact_matches(fact, correction.quote, document)]
    if len(found) == 1:
        return found[0]
    if found:
        listed = "; ".join(shown(fact) for fact in found)
        raise CorrectionError(
            [
                f"{correction.label}: {len(found)} facts have this quote: {listed}. "
                "Add words before or after (or area, where one number serves several places)"
            ]
        )
    near = nearest_facts(facts, correction.quote)
    listed = f"The nearest: {'; '.join(shown(fact) for fact in near)}" if near else "No fact was read there"
    raise CorrectionError(
        [
            f"{correction.label}: no fact has this quote. {listed}. "
            "Copy the words from the text that was read, or take the correction out if it is no longer needed"
        ]
    )


def _amended(correction: Correction, fact: Fact) -> tuple[Fact, Problem | None]:
    given = correction.set.given() if correction.set is not None else {}
    amended, faults = amended_fact(fact, given)
    if amended is None:
        raise CorrectionError([f"{correction.label}: {fault}" for fault in faults])
    if any(getattr(fact, name) != getattr(amended, name) for name in given):
        return amended, None
    return amended, Problem(
        stage=STAGE,
        source_id=fact.source_id,
        file=CORRECTIONS,
        where=f"{correction.action} {correction.quote.surface!r}",
        what="changes nothing: the fact was read with these values",
        todo="use confirm, or take the correction out",
        severity="warning",
    )


def _added(correction: Correction, facts: list[Fact], added: list[Fact], document: Document | None) -> Fact:
    if document is None:
        raise CorrectionError(
            [f"{correction.label}: the text that was read is not at hand, so nothing can be added"]
        )
    places = find_in_document(document, correction.quote)
    if not places:
        near = nearest_facts(facts, correction.quote)
        listed = f" The nearest facts: {'; '.join(shown(fact) for fact in near)}." if near else ""
        raise CorrectionError(
            [
                f"{correction.label}: the text has no such passage.{listed} Copy the words from the text that was read"
            ]
        )
    if len(places) > 1:
        offsets = ", ".join(str(place.start) for place in places)
        raise CorrectionError(
            [
                f"{correction.label}: the passage stands {len(places)} times (at {offsets}). Add words before or after"
            ]
        )
    given = correction.set.given() if correction.set is not None else {}
    fact, faults = added_fact(document, places[0], given)
    if fact is None:
        raise CorrectionError([f"{correction.label}: {fault}" for fault in faults])
    for other in [*facts, *added]:
        overlap = (
            other.start < fact.end
            and fact.start < other.end
            and (other.source_id, other.edition) == correction.key
        )
        if overlap and set(other.area) == set(fact.area):
            raise CorrectionError([f"{correction.label}: {shown(other)} was already read there; use amend"])
    return fact
