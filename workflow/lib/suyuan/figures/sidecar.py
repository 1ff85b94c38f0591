"""Sidecar JSON: from each mark of a figure to its observation, facts and the places where they were read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from suyuan.figures.declaration import Language
from suyuan.figures.select import FigureData, Mark
from suyuan.figures.sources import SourceLabel
from suyuan.figures.text import shown_unit, shown_value
from suyuan.records import CollectedLocator, Fact, exact_text

Json = dict[str, Any]
COLLECTED = "raw/collected.csv"  # its rows are the locators of collected numbers


def sidecar(data: FigureData, language: Language, sources: Mapping[str, SourceLabel]) -> Json:
    """The trace of a figure: one entry a mark, in the order of series and time; undated observations beside them."""
    return {
        "figure": data.declaration.id,
        "kind": data.declaration.kind,
        "language": language,
        "title": data.declaration.title[language],
        "unit_shown": shown_unit(data, language),
        "marks": [
            mark_entry(mark, number, language, sources)
            for number, series in enumerate(data.series, 1)
            for mark in series.marks
        ],
        "undated": [
            {"observation_id": o.observation_id, "time_period": o.time_period, "fact_ids": list(o.fact_ids)}
            for series in data.series
            for o in series.undated
        ],
    }


def mark_entry(mark: Mark, series: int, language: str, sources: Mapping[str, SourceLabel]) -> Json:
    """One mark: ``gid`` is the id of its group in the SVG, ``drawn`` says where it stands on the axes."""
    o = mark.observation
    return {
        "gid": mark.gid,
        "observation_id": o.observation_id,
        "series": series,
        "measure_id": o.measure_id,
        "ref_area": o.ref_area,
        "breakdown": dict(sorted(o.breakdown.items())),
        "nature": o.nature,
        "freq": o.freq,
        "time_period": o.time_period,
        "time_kind": o.time_kind,
        "value": None if o.value is None else exact_text(o.value),
        "value_min": None if o.value_min is None else exact_text(o.value_min),
        "value_max": None if o.value_max is None else exact_text(o.value_max),
        "comparator": o.comparator,
        "unit": o.unit_measure,
        "obs_status": o.obs_status,
        "choice_rule": o.choice_rule,
        "grade": o.grade,
        "label": shown_value(mark, language),
        "drawn": {
            "first": mark.first.isoformat(),
            "last": mark.last.isoformat(),
            "value": exact_text(mark.value),
        },
        "facts": [_fact_entry(fact, index == 0, language, sources) for index, fact in enumerate(mark.facts)],
    }


def _fact_entry(fact: Fact, chosen: bool, language: str, sources: Mapping[str, SourceLabel]) -> Json:
    """One statement; its grade is that of the collected page or of the source's card."""
    source = sources.get(fact.source_id, SourceLabel())
    return {
        "fact_id": fact.fact_id,
        "chosen": chosen,
        "source_id": fact.source_id,
        "source": source.citation(language, fact.source_id),
        "address": fact.locator.address if isinstance(fact.locator, CollectedLocator) else source.address,
        "edition": fact.edition,
        "file": COLLECTED if fact.edition == "collected" else source.files.get(fact.edition),
        "grade": fact.locator.grade if isinstance(fact.locator, CollectedLocator) else source.grade,
        "surface": fact.surface,
        "sentence": fact.sentence,
        "cited_at": fact.cited_at,
        "locator": fact.locator.model_dump(mode="json"),
    }


def sidecar_text(entry: Json) -> str:
    """JSON with a stable layout, UTF-8 characters as they are."""
    return json.dumps(entry, ensure_ascii=False, indent=1) + "\n"
