"""How well a measure of the catalogue fits a fact, with the reason in words."""

from __future__ import annotations

from dataclasses import dataclass

from suyuan.reconcile.agreement import AreaName, measured_area
from suyuan.reconcile.catalogue import Catalogue, Measure
from suyuan.reconcile.phrases import dice, normal_phrase
from suyuan.records import Fact

# Factors on the likeness of the phrases: each disagreement makes the fit worse without forbidding it.
OTHER_AREA = 0.85
FOREIGN_DIMENSION = 0.85
OTHER_TIME_KIND = 0.95
OWN_DIMENSION = 1.05  # the fact is broken down by a dimension of the measure: a little better, never above 1
LEAST = 0.3  # candidates below are not worth listing


@dataclass(frozen=True, slots=True)
class Candidate:
    """A measure that a fact may be about."""

    measure_id: str
    score: float  # 0 to 1, three decimals
    reason: str


def candidates(fact: Fact, catalogue: Catalogue, areas: AreaName | None = None) -> list[Candidate]:
    """Measures that a fact may be about, best first (ties by id); empty for a fact without a measure phrase.

    Gates: the unit must fit; one of the measure's ``must`` words and none of its ``must_not`` words stand in the
    phrase. Then likeness of phrases times a factor for each disagreement in area, breakdown and kind of time.
    """
    if not fact.measure:
        return []
    area = measured_area(fact, areas)
    found = (_candidate(fact, measure, area) for measure in catalogue.measures.values())
    listed = [candidate for candidate in found if candidate is not None and candidate.score >= LEAST]
    return sorted(listed, key=lambda c: (-c.score, c.measure_id))


def _candidate(fact: Fact, measure: Measure, area: str | None) -> Candidate | None:
    phrase = fact.measure or ""
    if not measure.takes_unit(fact.unit):
        return None
    if any(word in phrase for word in measure.must_not):
        return None
    if measure.must and not any(word in phrase for word in measure.must):
        return None
    likeness, spelling = best_spelling(phrase, measure.phrases, area, fact.area)
    score, reasons = likeness, [f"phrase {likeness:.2f} like {spelling}"]
    if measure.areas and area not in measure.areas:
        score *= OTHER_AREA
        reasons.append(f"area {area or 'unknown'} is not usual")
    breakdown = measure.own_breakdown(fact.breakdown)
    foreign = [name for name in sorted(breakdown) if name not in measure.dimensions]
    if foreign:
        score *= FOREIGN_DIMENSION
        reasons.append(f"not usually by {', '.join(foreign)}")
    elif breakdown:
        score = min(1.0, score * OWN_DIMENSION)
        reasons.append(f"usually by {', '.join(sorted(breakdown))}")
    expected = {"stock": "as_of", "flow": "during"}.get(measure.kind)
    if fact.time_kind and expected and fact.time_kind != expected:
        score *= OTHER_TIME_KIND
        reasons.append(f"a {measure.kind} said {fact.time_kind}")
    return Candidate(measure.id, round(score, 3), "; ".join(reasons))


def best_spelling(
    phrase: str, spellings: tuple[str, ...], area: str | None, places: tuple[str, ...]
) -> tuple[float, str]:
    """Greatest likeness of ``phrase`` to one of the spellings, with and without the fact's own areas in both."""
    names = {name for name in (area, *places) if name}
    best = (0.0, spellings[0])
    for spelling in spellings:
        likeness = max(
            dice(normal_phrase(phrase, taken), normal_phrase(spelling, taken))
            for taken in ((), tuple(sorted(names)))
        )
        if likeness > best[0]:
            best = (likeness, spelling)
    return best
