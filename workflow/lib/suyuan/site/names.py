"""Names of sources for people, from their cards or from the rows of collected.csv."""

from __future__ import annotations

from suyuan.site.attributes import Rows
from suyuan.site.material import Material
from suyuan.sources.card import Card
from suyuan.sources.collected import CollectedSource


def source_title(material: Material, source_id: str) -> str:
    """The title; the id of a source without one."""
    if source_id in material.cards:
        return material.cards[source_id].label
    if source_id in material.collected:
        return material.collected[source_id].title
    return source_id


def source_name(material: Material, source_id: str) -> str:
    """Title with who published it."""
    card, collected = material.cards.get(source_id), material.collected.get(source_id)
    publisher = (card.journal or card.publisher) if card is not None else collected and collected.publisher
    title = source_title(material, source_id)
    return f"{title}，{publisher}" if publisher else title


def card_rows(card: Card) -> Rows:
    """The source card as rows of label and text."""
    dates = [f"{name} {date}" for name, date in card.dates.model_dump().items() if isinstance(date, str)]
    rows = [
        ("Title", card.title.zh),
        ("Title in English", card.title.en),
        ("Authors", "、".join(card.authors)),
        ("Publisher", card.publisher),
        ("Journal", card.journal),
        ("Dates", ", ".join(dates)),
        ("DOI", card.doi),
        ("Address", card.address),
        ("Grade of evidence", card.grade),
        ("Language", card.language),
        ("Licence", card.licence),
        ("Subject", "、".join(card.subject_areas)),
        ("Note", card.note),
        ("Id", card.id),
    ]
    return [(label, text) for label, text in rows if text]


def collected_rows(source: CollectedSource) -> Rows:
    """What the rows of collected.csv say of their source."""
    rows = [
        ("Title", source.title),
        ("Publisher", source.publisher),
        ("Published", source.published),
        ("Read", "by hand from a public page; noted in raw/collected.csv"),
        ("Id", source.source_id),
    ]
    return [(label, text) for label, text in rows if text]
