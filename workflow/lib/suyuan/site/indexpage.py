"""The first page of the site: figures, analyses and sources."""

from __future__ import annotations

from collections import Counter
from typing import Any

from suyuan.site.material import Material
from suyuan.site.names import source_title
from suyuan.site.places import ANALYSES, FIGURES, source_file

Json = dict[str, Any]


def index_page(material: Material) -> Json:
    """Variables of the template ``index.html``."""
    figures: dict[str, list[tuple[str, str, str]]] = {}
    for figure in material.figures:
        entry = (f"{FIGURES}/{figure.key}.html", figure.language, figure.title)
        figures.setdefault(figure.figure_id, []).append(entry)
    read = {source_id for source_id, _ in material.editions}
    collected = sorted({f.source_id for f in material.facts if f.edition == "collected"})
    return {
        "title": "Suyuan",
        "figures": [(entries, _marks(material, name)) for name, entries in figures.items()],
        "analyses": [
            (
                [
                    (f"{ANALYSES}/{a.analysis_id}.{language}.html", language, a.title_in(language))
                    for language in sorted(a.title, reverse=True)
                ],
                sum(bool(table.rows) for table in a.tables),
            )
            for a in material.analyses
        ],
        "sources": [_read(material, source_id, edition) for source_id, edition in material.editions],
        "collected": [_collected(material, source_id) for source_id in collected],
        "not_read": [
            (card.id, card.label) for _, card in sorted(material.cards.items()) if card.id not in read
        ],
        "problems": [p for p in material.problems],
    }


def _marks(material: Material, figure_id: str) -> int:
    return max(len(figure.marks) for figure in material.figures if figure.figure_id == figure_id)


def _read(material: Material, source_id: str, edition: str) -> Json:
    card = material.cards.get(source_id)
    facts = material.facts_of.get((source_id, edition), [])
    numerals = Counter(n.numeral_class for n in material.numerals_of.get((source_id, edition), []))
    dates = [d for d in (card.dates.model_dump().values() if card is not None else ()) if isinstance(d, str)]
    return {
        "href": source_file(material, source_id, edition),
        "id": source_id,
        "title": source_title(material, source_id),
        "edition": edition,
        "used": material.used.get(source_id) == edition,
        "grade": None if card is None else card.grade,
        "date": dates[0] if dates else None,
        "facts": len(facts),
        "settled": sum(fact.status in ("confirmed", "amended", "added") for fact in facts),
        "unread": numerals["unread"],
        "problems": len(material.problems_of(source_id)),
    }


def _collected(material: Material, source_id: str) -> Json:
    facts = material.facts_of[source_id, "collected"]
    source = material.collected.get(source_id)
    grades = {fact.locator.grade for fact in facts if fact.locator.kind == "collected"}
    return {
        "href": source_file(material, source_id, "collected"),
        "id": source_id,
        "title": source_title(material, source_id),
        "grade": ", ".join(sorted(grades)),
        "date": None if source is None else source.published,
        "facts": len(facts),
        "problems": len(material.problems_of(source_id)),
    }
