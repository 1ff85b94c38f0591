"""How well a measure of the catalogue fits a fact, with the reason in words."""

from __future__ import annotations

from dataclasses import dataclass

from suyuan.reconcile.agreement import AreaName, measured_area
from suyuan.reconcile.catalogue import Catalogue, Measure
from suyuan.reconcile.context import said_before, said_share, says_nothing
from suyuan.reconcile.falls import as_rise, takes_falls
from suyuan.reconcile.phrases import dice, normal_phrase
from suyuan.records import Fact

# Factors on the likeness of the phrases: each disagreement makes the fit worse without forbidding it.
OTHER_AREA = 0.85
NO_AREA = 0.95
FOREIGN_DIMENSION = 0.85
OTHER_TIME_KIND = 0.95
OWN_DIMENSION = 1.05  # the fact is broken down by a dimension of the measure: a little better, never above 1
BY_HEAD = 0.88  # the phrase ends in a head word of the measure
BY_SENTENCE = 0.9  # the sentence says the measure, the phrase does not: times the share of the spelling that stands there
LEAST = 0.3  # candidates below are not worth listing


@dataclass(frozen=True, slots=True)
class Candidate:
    """A measure that a fact may be about."""

    measure_id: str
    score: float  # 0 to 1, three decimals
    reason: str


def candidates(fact: Fact, catalogue: Catalogue, areas: AreaName | None = None) -> list[Candidate]:
    """Measures that a fact may be about, best first (ties by id).

    Gates: the unit must fit, and the area where the measure is stated for its areas only; one of the measure's
    ``must`` words and none of its ``must_not`` words stand in the phrase. Then likeness of phrases times a factor for
    each disagreement in area, breakdown and kind of time. For a fact whose phrase names no measure, the sentence up to
    the number takes the place of the phrase.
    """
    area = measured_area(fact, areas)
    context = said_before(fact) if says_nothing(fact.measure) else None
    found = (_candidate(fact, measure, area, context) for measure in catalogue.measures.values())
    listed = [candidate for candidate in found if candidate is not None and candidate.score >= LEAST]
    return sorted(listed, key=lambda c: (-c.score, c.measure_id))


def _candidate(fact: Fact, measure: Measure, area: str | None, context: str | None) -> Candidate | None:
    if not measure.takes_unit(fact.unit) or (measure.areas_only and area not in measure.areas):
        return None
    likeness, why = _likeness(fact, measure, area, context)
    if not likeness:
        return None
    score, reasons = likeness, [why]
    if measure.areas and area not in measure.areas:
        score *= OTHER_AREA if area else NO_AREA
        reasons.append(f"area {area} is not usual" if area else "no area")
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


def _likeness(fact: Fact, measure: Measure, area: str | None, context: str | None) -> tuple[float, str]:
    """How well the words of a fact fit a measure, 0 to 1, with the reason; 0 where a gate is shut."""
    found = (0.0, "")
    phrase = fact.measure or ""
    rise = as_rise(phrase) if takes_falls(measure) else None
    if rise is not None:
        if not _gates_open(measure, phrase + rise):
            return found
        phrase = rise
    if phrase and _gates_open(measure, phrase):
        likeness, spelling = best_spelling(phrase, measure.phrases, area, fact.area)
        found = (likeness, f"phrase {likeness:.2f} like {spelling}")
        head = next((word for word in measure.heads if _ends_in(phrase, word)), None)
        if head is not None and likeness < BY_HEAD:
            found = (BY_HEAD, f"the phrase ends in {head}")
    if context is not None and _gates_open(measure, phrase + context):
        said, spelling = max((said_share(spelling, context), spelling) for spelling in measure.phrases)
        if said * BY_SENTENCE > found[0]:
            found = (said * BY_SENTENCE, f"the sentence says {said:.2f} of {spelling}")
    return found


def _gates_open(measure: Measure, text: str) -> bool:
    if any(word in text for word in measure.must_not):
        return False
    return not measure.must or any(word in text for word in measure.must)


def _ends_in(phrase: str, head: str) -> bool:
    return normal_phrase(phrase).endswith(normal_phrase(head))


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
