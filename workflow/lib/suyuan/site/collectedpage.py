"""The page of a source whose numbers a person collected by hand: there is no document, so its rows are shown."""

from __future__ import annotations

from typing import Any

from suyuan.records import CollectedLocator
from suyuan.site.material import Material
from suyuan.site.names import collected_rows, source_title
from suyuan.site.payload import Payload

Json = dict[str, Any]


def collected_page(material: Material, source_id: str) -> Json:
    """Variables of the template ``collected.html``."""
    key = (source_id, "collected")
    facts = material.facts_of.get(key, [])
    payload = Payload(material, key, None)
    for fact in facts:
        payload.add_fact(fact)
    source = material.collected.get(source_id)
    return {
        "title": source_title(material, source_id),
        "card": [] if source is None else collected_rows(source),
        "rows": [
            {
                "anchor": fact.fact_id,
                "measure": fact.measure,
                "surface": fact.surface,
                "comparator": fact.comparator if fact.comparator != "=" else "",
                "area": "、".join(fact.area),
                "breakdown": "; ".join(f"{name}={value}" for name, value in sorted(fact.breakdown.items())),
                "time": fact.time,
                "nature": fact.nature,
                "note": fact.sentence,
                "status": fact.status,
                "locator": fact.locator if isinstance(fact.locator, CollectedLocator) else None,
            }
            for fact in facts
        ],
        "problems": material.problems_of(source_id),
        "payload": payload.value(),
    }
