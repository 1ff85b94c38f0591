"""Records as rows of label and text, in the terms of the field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from suyuan.corrections import Correction
from suyuan.records import (
    Act,
    CollectedLocator,
    Evidence,
    Fact,
    Link,
    Locator,
    Numeral,
    Observation,
    PdfLocator,
    TextLocator,
)
from suyuan.site.numbers import bounds, grouped, parsed

Rows = list[tuple[str, str]]
NOT_STATED = "not stated"
TIME_KINDS = {"as_of": "as of (a state)", "during": "during (a flow)"}


def fact_rows(
    fact: Fact, label: Mapping[str, str] | None = None, correction: Correction | None = None
) -> Rows:
    """Everything that a fact says, what is null left out save for unit, time, area and measure."""
    allowed = bounds(fact.low, fact.high, fact.low_open, fact.high_open)
    rule = f" (rule: {fact.bound_rule})" if fact.bound_rule else ""
    step = None if fact.step is None else grouped(fact.step)
    unsure = ", the last significant digit is open" if fact.step_ambiguous else ""
    rows: list[tuple[str, str | None]] = [
        ("As printed", fact.surface),
        ("Value", parsed(fact.comparator, fact.value, fact.value_min, fact.value_max, fact.unit)),
        ("Comparator", fact.comparator),
        ("Bounds", f"{allowed}{rule}" if allowed else None),
        ("Step", f"{step}{unsure}" if step else None),
        ("Unit of measure", _unit(fact)),
        ("Time period", _time(fact)),
        ("Told", fact.told),
        ("Reference area", _area(fact)),
        ("Counterpart area", fact.counterpart_area),
        ("Body", fact.body),
        ("Measure as read", fact.measure or NOT_STATED),
        ("Measure", _measure(fact, label)),
        ("Breakdown", _pairs(fact.breakdown)),
        ("Nature", fact.nature),
        ("Status", fact.status),
        ("Method", fact.method),
        ("Correction", None if correction is None else correction_text(correction)),
        ("Section", fact.section),
        ("Block", fact.block if fact.edition != "collected" else None),
        ("In the paper", fact.cited_at),
        *_place(fact.locator),
    ]
    return _kept(rows)


def act_rows(act: Act) -> Rows:
    """What an act says."""
    return _kept(
        [
            ("Act", act.act),
            ("Title", act.title),
            ("Date", act.date or NOT_STATED),
            ("Actors", "、".join(act.actors)),
            ("Areas", "、".join(act.areas)),
            ("Level", act.level),
            ("Sentence", act.sentence),
            ("Section", act.section),
            ("Status", act.status),
            ("Method", act.method),
            ("In the paper", act.cited_at),
            *_place(act.locator),
        ]
    )


def link_rows(link: Link) -> Rows:
    """What a link says."""
    return _kept(
        [
            ("From" if link.directed else "Between", link.a),
            ("To" if link.directed else "And", link.b),
            ("Kind", link.kind),
            ("What", link.what),
            ("Date", link.date or NOT_STATED),
            ("Sentence", link.sentence),
            ("Status", link.status),
            ("Method", link.method),
            ("In the paper", link.cited_at),
            *_place(link.locator),
        ]
    )


def evidence_rows(item: Evidence) -> Rows:
    """Words that an analysis rests on."""
    return _kept(
        [
            ("Words", item.words),
            ("Sentence", item.sentence),
            ("Section", item.section),
            ("In the paper", item.cited_at),
            *_place(item.locator),
        ]
    )


def numeral_rows(numeral: Numeral, locator: Locator | None) -> Rows:
    """A numeral that is in no fact, with the reason."""
    return _kept(
        [
            ("As printed", numeral.surface),
            ("Class", numeral.numeral_class.replace("_", " ")),
            ("Reason", numeral.reason),
            ("Block", numeral.block),
            *(_place(locator) if locator is not None else []),
        ]
    )


def observation_rows(observation: Observation, label: Mapping[str, str] | None) -> Rows:
    """The cell of the data cube that statements are joined in."""
    o = observation
    return _kept(
        [
            ("Measure", f"{_labels(label)}{o.measure_id}"),
            ("Reference area", o.ref_area),
            ("Time period", o.time_period),
            ("Frequency", o.freq),
            ("Breakdown", _pairs(o.breakdown)),
            ("Value", parsed(o.comparator, o.value, o.value_min, o.value_max, o.unit_measure)),
            ("Observation status", o.obs_status),
            ("Nature", o.nature),
            ("Chosen by", o.choice_rule),
            ("Grade", o.grade),
            ("Formula", o.formula),
            ("Observation", o.observation_id),
        ]
    )


def correction_text(correction: Correction) -> str:
    """Who did what, when and why."""
    return f"{correction.action}: {correction.reason} ({correction.who}, {correction.when})"


def _unit(fact: Fact) -> str:
    if fact.unit_text and fact.unit_text != fact.unit:
        return f"{fact.unit or NOT_STATED} (printed {fact.unit_text})"
    return fact.unit or NOT_STATED


def _time(fact: Fact) -> str:
    if fact.time is None:
        return NOT_STATED
    kind = TIME_KINDS.get(fact.time_kind or "")
    origin = f"from the {fact.time_from}" if fact.time_from else None
    return ", ".join(part for part in (fact.time, kind, origin) if part)


def _area(fact: Fact) -> str:
    named = "、".join(fact.area)
    if fact.ref_area and fact.ref_area != named:
        return f"{fact.ref_area} (named: {named})" if named else fact.ref_area
    return named or NOT_STATED


def _measure(fact: Fact, label: Mapping[str, str] | None) -> str:
    if fact.measure_id is None:
        return "none of the catalogue"
    score = "" if fact.measure_score is None else f" (score {fact.measure_score:.2f})"
    return f"{_labels(label)}{fact.measure_id}{score}"


def _labels(label: Mapping[str, str] | None) -> str:
    return "".join(f"{text} · " for _, text in sorted((label or {}).items(), reverse=True))


def _pairs(values: Mapping[str, str]) -> str | None:
    return "; ".join(f"{name}={value}" for name, value in sorted(values.items())) or None


def _place(locator: Locator) -> list[tuple[str, str | None]]:
    if isinstance(locator, PdfLocator):
        label = f" (printed {locator.page_label})" if locator.page_label else ""
        return [("Page", f"{locator.page}{label}")]  # the boxes themselves are drawn and listed by the page
    if isinstance(locator, TextLocator):
        return [("Characters", f"{locator.start} to {locator.end} of the read text")]
    if isinstance(locator, CollectedLocator):
        return [
            ("Row", locator.row),
            ("Address", locator.address),
            ("Read on", locator.accessed),
            ("Grade", locator.grade),
        ]
    return []


def _kept(rows: Iterable[tuple[str, str | None]]) -> Rows:
    return [(label, text) for label, text in rows if text]
