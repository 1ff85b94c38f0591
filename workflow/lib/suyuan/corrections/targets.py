"""Corrections held against the source cards."""

from __future__ import annotations

from collections.abc import Iterable

from suyuan.corrections.entry import CORRECTIONS, STAGE, Correction
from suyuan.records.finding import Problem
from suyuan.sources import Register
from suyuan.suggest import not_known


def targets(corrections: Iterable[Correction], found: Register, file: str = CORRECTIONS) -> list[Problem]:
    """A problem for each correction of a source without a card, or of an edition that its card does not have."""
    problems = []
    for correction in corrections:
        card = found.cards.get(correction.source)
        if card is None and correction.source in found.with_problems:
            continue
        if card is None:
            what = f"no source card has the id {correction.source!r}"
            todo = not_known(correction.source, sorted(found.cards))
        elif card.edition(correction.edition) is None:
            what = f"the card {card.id} has no edition {correction.edition}"
            todo = not_known(correction.edition, [edition.edition for edition in card.editions])
        else:
            continue
        where = f"{correction.action} {correction.quote.surface!r}"
        problems.append(
            Problem(stage=STAGE, source_id=correction.source, file=file, where=where, what=what, todo=todo)
        )
    return problems
