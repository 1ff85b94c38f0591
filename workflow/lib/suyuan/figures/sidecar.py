"""Sidecar JSON ``ID.LANG.json``: from each mark of a figure to observations, facts, acts and the places where they were read.

The shape is the same for all kinds, and serves the pictures of all sizes (their SVGs have the same ids)::

    {"figure": id, "kind": kind, "language": "zh", "title": …,
     "pictures": {"single": {"svg": name, "pdf": name, "png": name}, "double": …},
     "built_from_digests": [source_id, …],
     "marks": [{
        "gid": id of its group in the SVG (its parts have "-label", "-period", "-bound", "-interval", "-conflict" after it),
        "part": panel, series, row or lane that it stands in,
        "label": value as shown, or title of an act, or status of a cell,
        "drawn": {…} where it stands (dates, value in the unit shown, year …),
        "observation_ids": [id, …], "act_ids": [id, …],
        "observations": [{"observation_id", "measure_id", "ref_area", "breakdown", "nature", "freq", "time_period",
                          "time_kind", "value", "value_min", "value_max", "comparator", "unit", "obs_status",
                          "choice_rule", "grade"}, …],
        "facts": [{"fact_id", "chosen", "source_id", "source", "address", "edition", "file", "grade", "surface",
                   "sentence", "cited_at", "locator": {"kind": "pdf" | "text" | "collected", …}}, …],   chosen one first
        "acts": [{"act_id", "source_id", "source", "address", "edition", "file", "grade", "date", "title", "act",
                  "actors", "level", "mentions", "sentence", "cited_at", "locator"}, …]}, …],
     "undated": [{"observation_id", "time_period", "fact_ids"}, …]   stated without a year and not shown
     "undated_acts": [{"act_id", "title", "source_id"}, …]}
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from suyuan.figures.declaration import picture_names
from suyuan.figures.inputs import View
from suyuan.figures.marks import FigureData, Mark, digests
from suyuan.records import Act, CollectedLocator, Evidence, Exact, Fact, Observation, exact_text

Json = dict[str, Any]
COLLECTED = "raw/collected.csv"  # its rows are the locators of collected numbers


def sidecar(data: FigureData, view: View, label: Callable[[Mark, View], str]) -> Json:
    """The trace of a figure; ``label`` gives the words of a mark."""
    declaration, language = data.declaration, view.language
    return {
        "figure": declaration.id,
        "kind": declaration.kind,
        "language": language,
        "title": declaration.title[language],
        "pictures": picture_names(declaration, language),
        "built_from_digests": digests(data.marks),
        "marks": [_mark(mark, view, label(mark, view)) for mark in data.marks],
        "undated": [
            {"observation_id": o.observation_id, "time_period": o.time_period, "fact_ids": list(o.fact_ids)}
            for o in data.undated
        ],
        "undated_acts": [
            {"act_id": act.act_id, "title": act.title, "source_id": act.source_id}
            for act in data.undated_acts
        ],
    }


def _mark(mark: Mark, view: View, label: str) -> Json:
    chosen = mark.facts[0].fact_id if mark.facts else None
    return {
        "gid": mark.gid,
        "part": mark.part,
        "label": label,
        "drawn": mark.drawn,
        "observation_ids": [o.observation_id for o in mark.observations],
        "act_ids": [act.act_id for act in mark.acts],
        "observations": [_observation(o) for o in mark.observations],
        "facts": [_fact(fact, fact.fact_id == chosen, view) for fact in mark.facts],
        "acts": [_act(act, view) for act in mark.acts],
    } | ({"evidence": [_evidence(item, view) for item in mark.evidence]} if mark.evidence else {})


def _observation(o: Observation) -> Json:
    return {
        "observation_id": o.observation_id,
        "measure_id": o.measure_id,
        "ref_area": o.ref_area,
        "breakdown": dict(sorted(o.breakdown.items())),
        "nature": o.nature,
        "freq": o.freq,
        "time_period": o.time_period,
        "time_kind": o.time_kind,
        "value": _text(o.value),
        "value_min": _text(o.value_min),
        "value_max": _text(o.value_max),
        "comparator": o.comparator,
        "unit": o.unit_measure,
        "obs_status": o.obs_status,
        "choice_rule": o.choice_rule,
        "grade": o.grade,
    }


def _text(value: Exact | None) -> str | None:
    return None if value is None else exact_text(value)


def _origin(record: Fact | Act | Evidence, view: View) -> Json:
    """Source of a statement; its grade is that of the collected page or of the source's card."""
    source = view.names.source(record.source_id)
    locator = record.locator
    collected = isinstance(locator, CollectedLocator)
    return {
        "source_id": record.source_id,
        "source": source.citation(view.language, record.source_id),
        "address": locator.address if isinstance(locator, CollectedLocator) else source.address,
        "edition": record.edition,
        "file": COLLECTED if collected else source.files.get(record.edition),
        "grade": locator.grade if isinstance(locator, CollectedLocator) else source.grade,
    }


def _fact(fact: Fact, chosen: bool, view: View) -> Json:
    return {
        "fact_id": fact.fact_id,
        "chosen": chosen,
        **_origin(fact, view),
        "surface": fact.surface,
        "sentence": fact.sentence,
        "cited_at": fact.cited_at,
        "locator": fact.locator.model_dump(mode="json"),
    }


def _act(act: Act, view: View) -> Json:
    return {
        "act_id": act.act_id,
        **_origin(act, view),
        "date": act.date,
        "title": act.title,
        "act": act.act,
        "actors": list(act.actors),
        "level": act.level,
        "mentions": list(act.mentions),
        "sentence": act.sentence,
        "cited_at": act.cited_at,
        "locator": act.locator.model_dump(mode="json"),
    }


def _evidence(item: Evidence, view: View) -> Json:
    return {
        "evidence_id": item.evidence_id,
        **_origin(item, view),
        "words": item.words,
        "sentence": item.sentence,
        "cited_at": item.cited_at,
        "record_id": item.record_id,
        "locator": item.locator.model_dump(mode="json"),
    }


def sidecar_text(entry: Json) -> str:
    """JSON with a stable layout, UTF-8 characters as they are, a line for each mark."""
    marks = ",\n  ".join(json.dumps(mark, ensure_ascii=False) for mark in entry["marks"])
    rest = {name: value for name, value in entry.items() if name != "marks"}
    head = json.dumps(rest, ensure_ascii=False, indent=1).rstrip("}\n ")
    return f'{head},\n "marks": [\n  {marks}\n ]\n}}\n'
