"""Evidence of analyses on pages: words, sentence, source, page, and the address where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from suyuan.records import Evidence, PdfLocator
from suyuan.site.material import Material
from suyuan.site.names import source_name
from suyuan.site.places import Addresses

Json = dict[str, Any]
BRIEF = 24  # characters of the words in a row of a table, where the link leads to all of them
AT_ONCE = 3  # of the evidence of a mark or row that is shown without unfolding


@dataclass(frozen=True)
class EvidenceRows:
    """Evidence as a template writes it; the same span that several analyses rest on is shown once."""

    material: Material

    @cached_property
    def _addresses(self) -> Addresses:
        return Addresses(self.material)

    def lists(self, ids: Iterable[str]) -> tuple[list[Json], list[Json]]:
        """What is shown at once, and what is folded away; ids that are not known are left out."""
        known = self.material.evidence
        found = [self.row(known[name]) for name in dict.fromkeys(ids) if name in known]
        return found[:AT_ONCE], found[AT_ONCE:]

    def row(self, item: Evidence) -> Json:
        """Address of the place, words, sentence, source, edition, page."""
        locator = item.locator
        return {
            "href": self._addresses.evidence(item),
            "words": item.words,
            "brief": item.words if len(item.words) <= BRIEF else f"{item.words[: BRIEF - 1]}…",
            "sentence": item.sentence if item.sentence != item.words else "",
            "source": source_name(self.material, item.source_id),
            "id": item.source_id,
            "edition": item.edition,
            "page": locator.page if isinstance(locator, PdfLocator) else None,
            "cited_at": item.cited_at,
        }
