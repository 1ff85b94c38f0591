"""Corpus: what a method reads."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from suyuan.document import Document
from suyuan.places import Gazetteer
from suyuan.records import Act, Fact, Link


@dataclass(frozen=True)
class Corpus:
    """Documents in the edition that is used of each source, in order of source id, and what was read in them.

    Facts are corrected and reconciled, acts and links corrected. ``config`` is the folder of files that a declaration names
    (codebooks).
    """

    documents: Sequence[Document]
    facts: Sequence[Fact]
    acts: Sequence[Act]
    links: Sequence[Link]
    gazetteer: Gazetteer
    config: Path = Path("config")
    titles: Mapping[str, str] = field(default_factory=dict)  # of the sources, by id

    def of(self, sources: Collection[str]) -> Corpus:
        """The part that comes from the given sources; all of it for none."""
        if not sources:
            return self
        return replace(
            self,
            documents=[d for d in self.documents if d.source_id in sources],
            facts=[f for f in self.facts if f.source_id in sources],
            acts=[a for a in self.acts if a.source_id in sources],
            links=[link for link in self.links if link.source_id in sources],
        )

    @cached_property
    def by_source(self) -> Mapping[str, Document]:
        """Documents by source id."""
        return {document.source_id: document for document in self.documents}
