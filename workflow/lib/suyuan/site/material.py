"""What the site is made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from suyuan.corrections import Correction
from suyuan.document import Document
from suyuan.records import Act, Evidence, Fact, Link, Numeral, Observation, Problem
from suyuan.records.observation import Statement
from suyuan.site.analyses import AnalysisShown
from suyuan.site.drawn import DrawnFigure
from suyuan.sources.card import Card
from suyuan.sources.collected import CollectedSource

EditionKey = tuple[str, str]  # source id and edition
Item = TypeVar("Item", Fact, Act, Link, Numeral)


@dataclass(frozen=True)
class Material:
    """Records of the whole line; nothing here is changed by the site.

    ``documents`` gives every edition that was read, one at a time, each time it is called (they are large).
    ``used``: of each source the edition that observations are built from. ``left_out``: fact id to the reason why it is
    in no observation. ``labels``: measure id to its label by language.
    """

    documents: Callable[[], Iterable[Document]]
    used: Mapping[str, str]
    editions: Sequence[EditionKey]
    cards: Mapping[str, Card]
    collected: Mapping[str, CollectedSource]
    facts: Sequence[Fact]
    numerals: Sequence[Numeral] = ()
    acts: Sequence[Act] = ()
    links: Sequence[Link] = ()
    observations: Sequence[Observation] = ()
    statements: Sequence[Statement] = ()
    problems: Sequence[Problem] = ()
    corrections: Sequence[Correction] = ()
    left_out: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    figures: Sequence[DrawnFigure] = ()
    pictures: Mapping[tuple[str, str, int], Path] = field(default_factory=dict)  # source, edition, page
    analyses: Sequence[AnalysisShown] = ()
    evidence: Mapping[str, Evidence] = field(default_factory=dict)  # of the analyses, by id
    methods: Mapping[str, str] = field(default_factory=dict)  # kind of analysis to its page of docs/methods

    @cached_property
    def by_id(self) -> dict[str, Fact]:
        """Every fact by its id."""
        return {fact.fact_id: fact for fact in self.facts}

    @cached_property
    def act_by_id(self) -> dict[str, Act]:
        """Every act by its id."""
        return {act.act_id: act for act in self.acts}

    @cached_property
    def link_by_id(self) -> dict[str, Link]:
        """Every link by its id."""
        return {link.link_id: link for link in self.links}

    def record_of(self, item: Evidence) -> Fact | Act | Link | None:
        """Fact, act or link of the line that gives the evidence."""
        name = item.record_id or ""
        return self.by_id.get(name) or self.act_by_id.get(name) or self.link_by_id.get(name)

    @cached_property
    def evidence_spans(self) -> dict[EditionKey, list[list[Evidence]]]:
        """Evidence that no fact, act or link gives, by edition; that of one span together, in the order of the text."""
        found: dict[EditionKey, dict[tuple[int, int], list[Evidence]]] = defaultdict(dict)
        for item in self.evidence.values():
            if self.record_of(item) is None:
                own = found[item.source_id, item.edition]
                own.setdefault((item.start, item.end), []).append(item)
        return {key: [spans[place] for place in sorted(spans)] for key, spans in found.items()}

    @cached_property
    def told_by(self) -> dict[str, list[str]]:
        """Fact, act or link id to the evidence that it gives."""
        found: dict[str, list[str]] = defaultdict(list)
        for item in self.evidence.values():
            if item.record_id is not None:
                found[item.record_id].append(item.evidence_id)
        return dict(found)

    @cached_property
    def drawn_in(self) -> dict[str, list[list[str]]]:
        """Observation, act or evidence id to the figures that show it: address of the mark's row from a page of a source,
        title."""
        found: dict[str, list[list[str]]] = {}
        for figure in self.figures:
            for mark in figure.marks:
                entry = [f"../figures/{figure.key}.html#row-{mark.gid}", figure.title]
                for name in dict.fromkeys([*mark.observation_ids, *mark.act_ids, *mark.evidence_ids]):
                    found.setdefault(name, []).append(entry)
        return found

    @cached_property
    def facts_of(self) -> dict[EditionKey, list[Fact]]:
        """Facts of each edition, in the order of its text."""
        return _by_edition(self.facts)

    @cached_property
    def numerals_of(self) -> dict[EditionKey, list[Numeral]]:
        """Numerals of each edition, in the order of its text."""
        return _by_edition(self.numerals)

    @cached_property
    def acts_of(self) -> dict[EditionKey, list[Act]]:
        """Acts of each edition, in the order of its text."""
        return _by_edition(self.acts)

    @cached_property
    def links_of(self) -> dict[EditionKey, list[Link]]:
        """Links of each edition, in the order of its text."""
        return _by_edition(self.links)

    @cached_property
    def observation_of(self) -> dict[str, Observation]:
        """Fact id to the observation that it is a statement of; the first, where several are built on it."""
        found: dict[str, Observation] = {}
        for observation in self.observations:
            for fact_id in observation.fact_ids:
                found.setdefault(fact_id, observation)
        return found

    @cached_property
    def statements_of(self) -> dict[str, list[Statement]]:
        """Statements of each observation, the one in use first."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in sorted(self.statements, key=lambda s: s.rank):
            found[statement.observation_id].append(statement)
        return dict(found)

    def problems_of(self, source_id: str) -> list[Problem]:
        """Rows of problems.csv about one source."""
        return [problem for problem in self.problems if problem.source_id == source_id]


def _by_edition(rows: Iterable[Item]) -> dict[EditionKey, list[Item]]:
    found: dict[EditionKey, list[Item]] = defaultdict(list)
    for row in rows:
        found[row.source_id, row.edition].append(row)
    for items in found.values():
        items.sort(key=lambda row: (row.start, row.end))
    return dict(found)
