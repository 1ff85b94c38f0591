"""What the script of a source page knows: a JSON value with an item for each thing that can be selected in the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from suyuan.document import Document
from suyuan.records import Act, Evidence, Fact, Link, Locator, Numeral, PdfLocator
from suyuan.site.attributes import (
    Rows,
    act_rows,
    evidence_rows,
    fact_rows,
    link_rows,
    numeral_rows,
    observation_rows,
)
from suyuan.site.judgements import corrections_of
from suyuan.site.material import EditionKey, Material
from suyuan.site.names import source_name
from suyuan.site.places import ANALYSES, Addresses, anchor, evidence_anchor, picture_file
from suyuan.site.statements import SAME, restatements, standing

Json = dict[str, Any]
KINDS: dict[type, str] = {Fact: "Fact", Act: "Act", Link: "Link", Numeral: "Numeral that was not read"}
EVIDENCE = "Evidence of an analysis"


class Payload:
    """Collects the items of one page; words and observations are stored once and named by their position.

    ``value()`` has ``words``; ``items`` by anchor, each with ``k`` (kind), ``t`` (title), ``r`` (positions of label, text,
    label, text …), ``b`` (boxes: page, x0, top, x1, bottom in points), ``o`` (position of its observation), ``w`` (why it
    is in none), ``s`` (restatements), ``f`` (figures), ``a`` (analyses that rest on it: address, title);
    ``observations`` with ``r``, ``m`` (statements: address, words,
    source, how it stands) and ``f`` (figures: address, title); and ``pages`` by number with width, height, label, picture.
    """

    def __init__(self, material: Material, key: EditionKey, document: Document | None) -> None:
        self._material = material
        self._document = document
        self._addresses = Addresses(material)
        self._words: dict[str, int] = {}
        self._observations: dict[str, int] = {}
        self._items: Json = {}
        self._shown: list[Json] = []
        self._corrections = corrections_of(material.facts_of.get(key, []), material.corrections, document)

    def add_fact(self, fact: Fact) -> None:
        """A fact with the statements of its observation."""
        label = self._material.labels.get(fact.measure_id or "")
        item = self._item(fact, fact.surface, fact_rows(fact, label, self._corrections.get(fact.fact_id)))
        item["b"] = _boxes(fact.locator)
        observation = self._material.observation_of.get(fact.fact_id)
        if observation is not None:
            item["o"] = self._observation(observation.observation_id, fact)
        else:
            item["w"] = self._word(self._material.left_out.get(fact.fact_id, "no reason is noted"))
        others = restatements(self._material, fact)
        if others:
            item["s"] = [self._statement(other.fact_id, SAME) for other in others]

    def add_act(self, act: Act) -> None:
        """An act."""
        item = self._item(act, act.title or act.act, act_rows(act))
        item["b"] = _boxes(act.locator)

    def add_link(self, link: Link) -> None:
        """A link."""
        arrow = "→" if link.directed else "–"
        self._item(link, f"{link.a} {arrow} {link.b}", link_rows(link))["b"] = _boxes(link.locator)

    def add_evidence(self, items: Sequence[Evidence]) -> None:
        """A span that analyses rest on; ``items``: their evidence there."""
        first = items[0]
        item: Json = {
            "k": self._word(EVIDENCE),
            "t": first.words,
            "r": self._rows(evidence_rows(first)),
            "b": _boxes(first.locator),
        }
        self._items[evidence_anchor(first)] = item
        self._rests_on(item, [other.evidence_id for other in items])

    def add_numeral(self, numeral: Numeral) -> None:
        """A numeral that is in no fact, with the place where it stands."""
        locator = self._document.locate(numeral.start, numeral.end) if self._document is not None else None
        item = self._item(numeral, numeral.surface, numeral_rows(numeral, locator))
        item["b"] = _boxes(locator)

    def value(self) -> Json:
        """The JSON value; the same for the same records."""
        return {
            "words": list(self._words),
            "items": self._items,
            "observations": self._shown,
            "pages": self._pages(),
        }

    def _item(self, record: Fact | Act | Link | Numeral, title: str, rows: Rows) -> Json:
        item: Json = {"k": self._word(KINDS[type(record)]), "t": title, "r": self._rows(rows)}
        name = anchor(record)
        self._items[name] = item
        self._rests_on(item, [name, *self._material.told_by.get(name, ())])
        return item

    def _rests_on(self, item: Json, names: Sequence[str]) -> None:
        """Figures that show one of the ids, and analyses of which it is evidence."""
        drawn, known = self._material.drawn_in, self._material.evidence
        marks = {address: title for name in names for address, title in drawn.get(name, ())}
        pages: Json = {}  # a figure of which several marks rest on it is named once
        for address, title in marks.items():
            page = address.partition("#")[0]
            pages[page] = [page if page in pages else address, title]
        ids = {known[name].analysis for name in names if name in known}
        analyses = [a for a in self._material.analyses if a.analysis_id in ids]
        if pages:
            item["f"] = list(pages.values())
        if analyses:
            item["a"] = [
                [f"../{ANALYSES}/{a.analysis_id}.{language}.html", a.title_in(language)]
                for a in analyses
                for language in sorted(a.title, reverse=True)
            ]

    def _rows(self, rows: Rows) -> list[int]:
        return [self._word(text) for row in rows for text in row]

    def _word(self, text: str) -> int:
        return self._words.setdefault(text, len(self._words))

    def _observation(self, observation_id: str, fact: Fact) -> int:
        known = self._observations.get(observation_id)
        if known is not None:
            return known
        observation = self._material.observation_of[fact.fact_id]
        label = self._material.labels.get(observation.measure_id)
        self._observations[observation_id] = len(self._shown)
        self._shown.append(
            {
                "r": self._rows(observation_rows(observation, label)),
                "m": [
                    self._statement(s.fact_id, standing(s))
                    for s in self._material.statements_of.get(observation_id, [])
                ],
                "f": self._material.drawn_in.get(observation_id, []),
            }
        )
        return len(self._shown) - 1

    def _statement(self, fact_id: str, how: str) -> list[str | None]:
        fact = self._material.by_id[fact_id]
        source = f"{source_name(self._material, fact.source_id)} ({fact.edition})"
        return [self._addresses.fact(fact.fact_id), fact.surface, source, how]

    def _pages(self) -> Json:
        document = self._document
        if document is None:
            return {}
        return {
            str(page.number): [
                page.width,
                page.height,
                page.label,
                f"../{picture_file(document.source_id, document.edition, page.number)}",
            ]
            for page in document.pages
            if (document.source_id, document.edition, page.number) in self._material.pictures
        }


def _boxes(locator: Locator | None) -> list[list[float]]:
    if not isinstance(locator, PdfLocator):
        return []
    return [[box.page, box.x0, box.top, box.x1, box.bottom] for box in locator.boxes]
