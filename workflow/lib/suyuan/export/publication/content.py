"""Content of a publication table, before it takes a form, and what tables are made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from suyuan.export.publication.words import phrase, word
from suyuan.figures.inputs import Names
from suyuan.methods import Analyses
from suyuan.observe.coverage import CoverageRow
from suyuan.reconcile.catalogue import Catalogue
from suyuan.reconcile.dimensions import dimension_label
from suyuan.records import Act, Evidence, Fact, Observation


class NothingToShow(ValueError):
    """A table has no rows, or asks for what is not there. ``args``: what is wrong, what to do."""


@dataclass(frozen=True)
class TableInputs:
    """Tables of the line, the catalogue and the names of areas, dimensions and sources."""

    observations: Sequence[Observation]
    facts: Mapping[str, Fact]
    coverage: Sequence[CoverageRow]
    acts: Sequence[Act]  # of the editions in use
    catalogue: Catalogue
    names: Names = field(default_factory=Names)
    analyses: Analyses = field(default_factory=Analyses)

    @cached_property
    def by_id(self) -> Mapping[str, Observation]:
        """Observations by their id."""
        return {observation.observation_id: observation for observation in self.observations}

    def dimension(self, name: str, language: str) -> str:
        """Name of a dimension."""
        return dimension_label(self.catalogue.labels, name, language)

    def source(self, read: Fact | Act | Evidence, language: str) -> str:
        """Short name of its source, and that it was read from a digest."""
        name = self.names.source(read.source_id).name(language, read.source_id)
        return f"{name} · {phrase('digest', language)}" if read.edition == "digest" else name

    def citation(self, source_id: str, language: str) -> str:
        """Who, what, where, when, and the address, in one line."""
        label = self.names.source(source_id)
        parts = (label.citation(language, source_id), label.address)
        return phrase("cite", language).join(part for part in parts if part)


@dataclass(frozen=True)
class Head:
    """A column: its head, how it is set, and whether only the CSV file has it."""

    text: str
    align: str = "left"  # left, right, centre
    wraps: bool = False  # long texts are broken
    csv_only: bool = False


@dataclass(frozen=True)
class Table:
    """A table in one language. ``rows`` have a cell for each head."""

    id: str
    language: str
    title: str
    caption: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    sources: tuple[
        str, ...
    ] = ()  # full citations of the sources in the rows, in the order of their first row

    def printed(self) -> tuple[tuple[Head, ...], tuple[tuple[str, ...], ...]]:
        """Heads and rows without the columns that only the CSV file has."""
        kept = [index for index, head in enumerate(self.heads) if not head.csv_only]
        return tuple(self.heads[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in self.rows)


def head(name: str, language: str, align: str = "left", wraps: bool = False, csv_only: bool = False) -> Head:
    """A column with the word for ``name``."""
    return Head(word("heads", name, language), align, wraps, csv_only)


def with_unit(text: str, unit: str, language: str) -> str:
    """``数值（项）``; the text alone without a unit."""
    return f"{text}{phrase('open', language)}{unit}{phrase('close', language)}" if unit else text
