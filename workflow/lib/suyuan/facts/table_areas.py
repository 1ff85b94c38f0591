"""The areas of table cells: columns of places, heads, names of rows, the caption, the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from suyuan.facts.area_record import Area
from suyuan.facts.columns_of_table import Head, Panel
from suyuan.facts.grid import GridCell
from suyuan.places import Gazetteer
from suyuan.places.groups import names_of
from suyuan.places.records import GEOGRAPHIC

BRACKETS = re.compile(r"（[^（）]*）$")
BETWEEN_PLACES = re.compile(r"[、，和与及]*")


@dataclass(frozen=True)
class TableAreas:
    """``outer`` is the area of heading or document, ``body`` the body that the document is of."""

    gazetteer: Gazetteer
    outer: tuple[str, ...]
    body: str | None

    def of_cell(self, panel: Panel, row: Sequence[GridCell], head: Head, over: Sequence[str]) -> Area:
        """By a column of places, the head, the name of the row, then the lines ``over`` the table, then the document."""
        named = [row[i].text for i in panel.places if i < len(row)]
        for text in (*named, *head.parts):
            names = self.places(text)
            if names:
                return Area(names, names[0] if len(names) == 1 else None, rule="table")
        naming = panel.names if head.silent else panel.keys
        for text in (*(row[i].text for i in naming if i < len(row)), *over):
            area = self._mentioned(text)
            if area is not None:
                return area
        return self.of_document()

    def of_document(self) -> Area:
        outer = self.outer
        if outer:
            return Area(outer, outer[0] if len(outer) == 1 else None, rule="document")
        body = self.body
        return Area((body,), body=body, rule="document") if body else Area()

    def _mentioned(self, text: str) -> Area | None:
        """The place or scheme that a row or caption begins with, or the only scheme it names: 美国纺织业, 中欧班列的通达范围."""
        found = self.gazetteer.find(text)
        if not found or text[: found[0].start].strip():
            return None
        first = found[0]
        if first.kind in GEOGRAPHIC:
            return Area((first.name,), first.name, rule="table")
        return Area((first.name,), body=first.name, rule="table") if first.known else None

    def without_place(self, topic: str) -> str:
        """A caption without the place that it begins with."""
        places = [m for m in self.gazetteer.find(topic) if m.kind in GEOGRAPHIC and m.start == 0]
        return topic[places[0].end :] if places else topic

    def places(self, text: str) -> tuple[str, ...]:
        """Places that a cell consists of: 天津, 四川（成都圈）, 北京、天津; none where it says anything else."""
        plain = BRACKETS.sub("", text)
        found = [m for m in self.gazetteer.find(plain) if m.kind in GEOGRAPHIC]
        rest, at = "", 0
        for mention in found:
            rest += plain[at : mention.start]
            at = mention.end
        rest += plain[at:]
        if not found or not BETWEEN_PLACES.fullmatch(rest):
            return ()
        return names_of(found, self.gazetteer)
