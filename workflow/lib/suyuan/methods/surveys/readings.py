"""Facts of a survey with their role, questionnaire, item, option and group."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from suyuan.methods.surveys.declared import Item, Option, Questionnaire, Role, Surveys
from suyuan.methods.surveys.places import Place, aligned, by_value, last_said, nearest_said, runs
from suyuan.methods.surveys.words import SurveyWords, survey_words
from suyuan.records import Fact
from suyuan.records.interval import Interval

SIZE = re.compile(
    r"[（(]\s*[nN]\s*=\s*(\d+)\s*(?:人|例|名)?\s*[）)]"
)  # of a group, in the head of its column
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Reading:
    """A number of a survey. ``questionnaire`` and ``item`` are ids; empty where none is named."""

    role: Role
    fact: Fact
    place: Place
    questionnaire: str = ""
    item: str = ""
    option: Option | None = None
    counts_questionnaires: bool = False
    full_mark: bool = False  # of a scale: its greatest score, not the number of its points

    @property
    def interval(self) -> Interval:
        """What its print allows."""
        return printed_mean(self.fact) if self.role in ("mean", "sd") else Interval.of_fact(self.fact)

    @property
    def whole(self) -> int | None:
        """Its value where it is one whole number."""
        value = self.fact.value
        return (
            int(value)
            if value is not None and value.denominator == 1 and self.fact.comparator == "="
            else None
        )


def readings_of(declared: Surveys, places: Iterable[Place], words: SurveyWords) -> Iterator[Reading]:
    """Readings of all facts with a role, sentence by sentence. With questionnaires declared, shares, means and scales of
    no declared item are left out; without, each sentence or row with a number of people is an item.
    """
    roles = {measure: role for role, measures in declared.measures.items() for measure in measures}
    for place in places:
        own = [
            (fact, roles.get(fact.measure_id or "") or role_at(place, fact, words)) for fact in place.facts
        ]
        known = [(fact, role) for fact, role in own if role is not None]
        if not known:
            continue
        if declared.questionnaires:
            yield from _declared(declared, place, known, words)
        else:
            yield from _undeclared(place, known, words)


def role_at(place: Place, fact: Fact, words: SurveyWords) -> Role | None:
    """Role of a number by its measure; before that as a full mark, and without a measure by the words right before it."""
    if full_mark(place, fact, words):
        return "scale"
    if fact.measure is None:
        return words.spoken_role(place.before(fact), fact.unit)
    return words.role_of(fact)


def full_mark(place: Place, fact: Fact, words: SurveyWords) -> bool:
    """Whether a number is said to be the greatest score that can be had."""
    if fact.unit not in words.roles["scale"].units or any(sign in fact.surface for sign in words.plus_minus):
        return False
    return words.is_full_mark(place.before(fact), place.after(fact))


def _declared(
    declared: Surveys, place: Place, known: Sequence[tuple[Fact, Role]], words: SurveyWords
) -> Iterator[Reading]:
    questionnaire_of = {item.id: q for q in declared.questionnaires for item in q.items}
    items = {fact.fact_id: _item(declared, place, fact, role) for fact, role in known}
    shares = [fact for fact, role in known if role == "share"]
    options = _options(declared, place, shares, items)
    for fact, role in known:
        item = items[fact.fact_id]
        if role == "n" and words.counts_questionnaires(fact):
            which = _questionnaire(declared, place, fact)
            if which is not None:
                yield Reading(role, fact, place, which.id, counts_questionnaires=True)
        elif item is not None:
            full = role == "scale" and full_mark(place, fact, words)
            yield Reading(
                role,
                fact,
                place,
                questionnaire_of[item.id].id,
                item.id,
                options.get(fact.fact_id),
                full_mark=full,
            )


def _questionnaire(declared: Surveys, place: Place, fact: Fact) -> Questionnaire | None:
    dimension = declared.dimensions.get("questionnaire")
    return by_value(fact.breakdown, dimension, declared.questionnaires) or nearest_said(
        place, fact, declared.questionnaires
    )


def _item(declared: Surveys, place: Place, fact: Fact, role: Role) -> Item | None:
    items = [item for q in declared.questionnaires for item in q.items]
    found = by_value(fact.breakdown, declared.dimensions.get("item"), items)
    if found is not None:
        return found
    if role == "share":
        items = [item for item in items if item.asks == "shares"]
    elif role in ("mean", "sd", "scale"):
        items = [item for item in items if item.asks == "mean"]
    return last_said(fact.measure or "", items) or nearest_said(place, fact, items)


def _options(
    declared: Surveys, place: Place, shares: Sequence[Fact], items: Mapping[str, Item | None]
) -> dict[str, Option]:
    """Options by fact: by their value, else by the names before a run of numbers."""
    found: dict[str, Option] = {}
    for run in runs(place, shares):
        item = items[run[0].fact_id]
        if item is None:
            continue
        named = aligned(place, run, item.options)
        for fact, option in zip(run, named, strict=True):
            chosen = by_value(fact.breakdown, declared.dimensions.get("option"), item.options) or option
            if chosen is not None:
                found[fact.fact_id] = chosen
    return found


def _undeclared(place: Place, known: Sequence[tuple[Fact, Role]], words: SurveyWords) -> Iterator[Reading]:
    """A sentence or row with shares or means and a number of people, or with a mean and its deviation; numbers of
    questionnaires anywhere.
    """
    roles = {role for _, role in known}
    source = place.document.source_id
    table = place.flow.block.table
    item = f"{source}-{table}" if table and place.in_table else f"{source}-{place.flow.offsets[place.start]}"
    based = "n" in roles and roles & {"share", "mean"}
    spread = "mean" in roles and ("sd" in roles or _with_sd(known))
    for fact, role in known:
        counted = role == "n" and words.counts_questionnaires(fact)
        if counted or based or spread:
            full = role == "scale" and full_mark(place, fact, words)
            yield Reading(role, fact, place, source, item, counts_questionnaires=counted, full_mark=full)


def _with_sd(known: Sequence[tuple[Fact, Role]]) -> bool:
    return any(mean_and_sd(fact) is not None for fact, role in known if role == "mean")


def mean_and_sd(fact: Fact) -> tuple[Interval, Interval] | None:
    """Mean and standard deviation printed in one number ((3.52±0.81)分), each ± half a unit of its last digit."""
    for sign in survey_words().plus_minus:
        before, found, after = fact.surface.partition(sign)
        if found:
            mean, sd = NUMBER.findall(before), NUMBER.findall(after)
            return (by_digits(mean[-1]), by_digits(sd[0])) if mean and sd else None
    return None


def printed_mean(fact: Fact) -> Interval:
    """What the print of a mean or deviation allows: half a unit of its last digit either side, also where the reader took it
    for a count (a mean of 180), or for a value with a tolerance (3.52±0.81).
    """
    pair = mean_and_sd(fact)
    if pair is not None:
        return pair[0]
    found = Interval.of_fact(fact)
    if found.low == found.high and fact.value is not None and fact.step:
        return Interval(fact.value - fact.step / 2, fact.value + fact.step / 2)
    return found


def size_in_head(fact: Fact) -> int | None:
    """Number of people that the head of a column gives (甲组（n=120）)."""
    found = SIZE.findall(fact.measure or "")
    return int(found[0]) if len(found) == 1 else None


def by_digits(digits: str) -> Interval:
    """Half a unit of the last digit on either side."""
    half = Fraction(1, 2) / 10 ** len(digits.partition(".")[2])
    return Interval(Fraction(digits) - half, Fraction(digits) + half)
