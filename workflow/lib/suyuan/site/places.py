"""Addresses inside the site: which page a record stands on, and its anchor there."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import quote

from suyuan.records import Act, Evidence, Fact, Link, Numeral
from suyuan.site.material import Material

SOURCES = "sources"
FIGURES = "figures"
PAGES = "pages"
ANALYSES = "analyses"
METHODS = "methods"


def source_file(material: Material, source_id: str, edition: str) -> str:
    """Page of an edition, from the root of the site: ``sources/liu2023.html``; of one not used ``….text.html``."""
    plain = material.used.get(source_id, "collected") == edition
    return f"{SOURCES}/{source_id}.html" if plain else f"{SOURCES}/{source_id}.{edition}.html"


def picture_file(source_id: str, edition: str, page: int) -> str:
    """Picture of a page, from the root of the site."""
    return f"{PAGES}/{source_id}/{edition}-{page:04d}.png"


def anchor(record: Fact | Act | Link | Numeral) -> str:
    """Id of a record on its page; that of a numeral is its place in the text."""
    if isinstance(record, Fact):
        return record.fact_id
    if isinstance(record, Act):
        return record.act_id
    if isinstance(record, Link):
        return record.link_id
    return f"n-{record.start}"


def evidence_anchor(item: Evidence) -> str:
    """Id of a span that evidence was read from; equal for all evidence of the span."""
    return f"e-{item.start}-{item.end}"


class Addresses:
    """Links to records, for pages in a folder below the root of the site."""

    def __init__(self, material: Material) -> None:
        self._material = material

    def fact(self, fact_id: str) -> str | None:
        """Address of the highlighted place of a fact; None for one that is not known."""
        fact = self._material.by_id.get(fact_id)
        return None if fact is None else self._href(fact)

    def act(self, act_id: str) -> str | None:
        """Address of the highlighted place of an act; None for one that is not known."""
        act = self._material.act_by_id.get(act_id)
        return None if act is None else self._href(act)

    def evidence(self, item: Evidence) -> str | None:
        """Address of the place of evidence: of the fact, act or link that tells it, else of its span.

        None for a row that a person collected and that is no fact of the line: it has no text.
        """
        record = self._material.record_of(item)
        if record is not None:
            return self._href(record)
        if item.edition == "collected":
            return None
        page = source_file(self._material, item.source_id, item.edition)
        return f"../{quote(page)}#{evidence_anchor(item)}"

    def _href(self, record: Fact | Act | Link) -> str:
        page = source_file(self._material, record.source_id, record.edition)
        return f"../{quote(page)}#{quote(anchor(record))}"


def first_known(addresses: Collection[str | None]) -> str | None:
    """The first that is not None."""
    return next((address for address in addresses if address is not None), None)
