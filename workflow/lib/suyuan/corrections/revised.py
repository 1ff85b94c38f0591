"""Facts as a reviewer's settings make them: fields replaced, what depends on them worked out again, all validated."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from suyuan.corrections.quote import Place, sentence_at, words_at
from suyuan.document import Document
from suyuan.identity import stable_id, surroundings
from suyuan.records.exact import exact_text
from suyuan.records.fact import Fact
from suyuan.sources.printed import bounds_of
from suyuan.suggest import validate

NUMBER = frozenset({"value", "value_min", "value_max", "comparator", "unit"})
BOUNDS = frozenset({"step", "low", "high", "low_open", "high_open"})
# Fields that were read or derived together with another one, and are void once a reviewer sets that one.
DERIVED: dict[str, tuple[str, ...]] = {
    "time": ("time_from",),
    "measure": ("measure_id", "measure_score"),
    "area": ("ref_area", "counterpart_area", "body"),
}


def amended_fact(fact: Fact, given: Mapping[str, Any]) -> tuple[Fact | None, list[str]]:
    """The fact with the ``given`` fields and status amended, or None and what is wrong with it."""
    return _made({**fact.model_dump(), "status": "amended"}, given)


def added_fact(document: Document, place: Place, given: Mapping[str, Any]) -> tuple[Fact | None, list[str]]:
    """A new fact at a place of the document, or None and what is wrong with it."""
    if place.block is None:
        return None, ["the passage stands outside every block that was read"]
    base: dict[str, Any] = {
        "fact_id": _identity(document, place, given.get("area") or ()),
        "source_id": document.source_id,
        "edition": document.edition,
        "locator": document.locate(place.start, place.end),
        "start": place.start,
        "end": place.end,
        "section": " / ".join(place.block.section) or None,
        "block": place.block.kind,
        "surface": words_at(document, place),
        "sentence": sentence_at(document, place),
        "comparator": "=",
        "told": document.dates.told,
        "method": "correction",
        "status": "added",
    }
    return _made(base, given)


def _made(base: dict[str, Any], given: Mapping[str, Any]) -> tuple[Fact | None, list[str]]:
    values = {**base, **_consistent(base, given)}
    fact, faults = validate(Fact, values)
    return fact, [f"set.{fault.path}: {fault.message}" if fault.path else fault.message for fault in faults]


def _consistent(base: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """The given fields, with those that they make void or that follow from them."""
    out: dict[str, Any] = {}
    for name, dependents in DERIVED.items():
        if name in given:
            out.update(dict.fromkeys(dependents))
    if given.get("value") is not None:
        out.update(value_min=None, value_max=None)
        if base["comparator"] == "range":
            out["comparator"] = "="
    elif given.get("value_min") is not None or given.get("value_max") is not None:
        out.update(value=None, comparator="range")
    out.update(given)
    if NUMBER & given.keys():
        out = {**_bounds({**base, **out}), **out}
    if BOUNDS & given.keys():
        out["bound_rule"] = "reviewer"
    return out


def _bounds(values: Mapping[str, Any]) -> dict[str, Any]:
    """Step and bounds that follow from value, comparator and unit; unknown ones are null."""
    unknown: dict[str, Any] = {
        "step": None, "step_ambiguous": False, "low": None, "high": None, "low_open": False, "high_open": False,
    }  # fmt: skip
    if values["comparator"] == "range":
        ends = {"low": values.get("value_min"), "high": values.get("value_max")}
        return {**unknown, **ends, "bound_rule": "range"}
    value = values.get("value")
    if value is None:
        return {**unknown, "bound_rule": None}
    try:
        return bounds_of(
            value if isinstance(value, str) else exact_text(value), values["comparator"], values.get("unit")
        ).fields()
    except ValueError:  # a fraction that no decimal ends (三分之一)
        return {**unknown, "bound_rule": None}


def _identity(document: Document, place: Place, area: tuple[str, ...]) -> str:
    """Stable while the words stay: source, edition, surface, the characters either side, occurrence and area."""
    around = surroundings(document.text, place.start, place.end)
    surface = document.text[place.start : place.end]
    earlier = (match.start() for match in re.finditer(re.escape(surface), document.text[: place.start]))
    occurrence = sum(surroundings(document.text, start, start + len(surface)) == around for start in earlier)
    return stable_id("fact", document.source_id, document.edition, around, str(occurrence), "added", *area)
