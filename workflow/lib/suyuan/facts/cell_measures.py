"""What the number of a cell measures: by the head of its column, the name of its row, the caption of the table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from suyuan.facts.captions import topic_of
from suyuan.facts.columns_of_table import Head, Panel
from suyuan.facts.grid import GridCell, filled
from suyuan.facts.reading import Column, counted
from suyuan.facts.row_names import PlainRow, RowName, is_own_measure, plain_row_name, row_names
from suyuan.facts.table_layout import TableLayout, is_number, number_of
from suyuan.facts.table_words import change_of, is_silent, is_total, table_words
from suyuan.facts.words import column_words
from suyuan.quantities.cells import name_of_head
from suyuan.quantities.mention import Mention

BRACKETS = re.compile(r"（[^（）]*）$")
GROUP = "分组"  # dimension of the parts of a row, where no dimension knows them
COUNTED = re.compile(r"(?<=..)(?:数量|总数|数)$")  # of what a share is: 区县数, 占比 → 区县占比
LONGEST_VALUE = 4  # characters of a part whose dimension its words may tell


class CellMeasures:
    """The columns of one part of a table by what they measure, and the names of its rows (``rows``, by where the panel
    begins)."""

    def __init__(
        self, layout: TableLayout, heads: Sequence[Head], panels: Sequence[Panel], topic: str, heading: str
    ) -> None:
        """``topic``: what the caption says the table is of, without time and place; ``heading``: the step that the table
        stands under."""
        self.layout = layout
        self.heads = heads
        self.topic = topic
        self.heading = heading
        self.rows = {panel.start: self._rows(panel) for panel in panels}

    def column(self, panel: Panel, at: int, i: int, mention: Mention) -> Column:
        """What a number in row ``at`` of the body and column ``i`` measures, with the categories of its row."""
        row, head, name = self.layout.body[at], self.heads[i], self.rows[panel.start][at]
        said = self._said(panel, row)
        measured = any(h.measures for h, _ in said)
        if head.change is not None or head.share:
            suffix = head.change or head.name
            if measured:
                base = self._row_measure(panel, at) + head.changed
            else:
                levels = [
                    h for h in (self.heads[j] for j in panel.numeric if j < i) if not h.change and not h.share
                ]
                beside = next((h.name for h in reversed(levels) if not h.silent and not h.is_time), "")
                base = head.changed or beside or _without_change(self.topic) or name.name
            base = COUNTED.sub("", base) if head.share else base
            measure = base if base.endswith(suffix) else base + suffix
            return self._with_row(
                panel, at, Column(measure, measure, "column_of_table", change=head.change is not None)
            )
        column = self._measured(panel, at, i, mention, measured)
        if is_total(name.name) and not any(not h.measures for h, _ in said):
            return self._of_all(column, head)
        return column

    def _rows(self, panel: Panel) -> list[RowName]:
        """Names of the rows by the columns that name measures, else by the first that names anything."""
        levels = [i for i in panel.numeric if self.heads[i].change is None and not self.heads[i].share]
        rows = []
        for row in self.layout.body:
            said = self._said(panel, row)
            measures = [text for head, text in said if head.measures]
            name = "".join(measures) if measures else (said[0][1] if said else "")
            cells = [number_of(row[i]) if i < len(row) else None for i in levels]
            values = tuple(mention.value if mention is not None else None for mention in cells)
            steps = tuple(
                (mention.step or Fraction(0)) if mention is not None else Fraction(0) for mention in cells
            )
            any_number = any(i < len(row) and is_number(row[i]) for i in panel.numeric)
            filled_in = (*values, Fraction(0)) if any_number else (*values, None)
            rows.append(PlainRow(name, filled_in, (*steps, Fraction(0))))
        return row_names(rows)

    def _said(self, panel: Panel, row: Sequence[GridCell]) -> list[tuple[Head, str]]:
        """Heads and texts of the cells that name the row."""
        return [(self.heads[i], row[i].text) for i in panel.names if i < len(row) and filled([row[i]])]

    def _of_all(self, column: Column, head: Head) -> Column:
        """A row over all others, in a table that calls them measures: what caption or heading say, and 合计."""
        if not head.silent:
            return replace(column, measure=head.name, stem=head.name)
        topic = self.topic or topic_of(self.heading)
        measure = f"{topic}{head.facet}合计" if topic else column.measure
        return replace(column, measure=measure, stem=measure)

    def _measured(self, panel: Panel, at: int, i: int, mention: Mention, measured: bool) -> Column:
        """The column of a level."""
        head = self.heads[i]
        said = self._said(panel, self.layout.body[at])
        statistic = column_words().statistics.get(head.statistic) if head.statistic else None
        if head.silent or head.is_time:
            categories = [h for h, _ in said if not h.measures]
            if (
                ((head.name and head.silent and len(head.parts) > 1) or self.topic)
                and categories
                and not measured
            ):
                grouped = head.name if head.silent and len(head.parts) > 1 else ""
                stem = grouped or _overlapped(self.topic, head.text_of_silent)
            elif head.facet and categories and not measured:
                topic = topic_of(self.heading)
                stem = topic if topic.endswith(head.facet) else topic + head.facet
            else:
                return self._row_as_measure(panel, at, mention, head)
        else:
            stem = self._own_name(panel, head)
            if measured:
                stem = self._row_measure(panel, at) + stem
            elif (bare := BRACKETS.sub("", stem)) in table_words().rates and self.topic.endswith(bare):
                stem = self.topic + stem[len(bare) :]
        stem = stem + statistic if statistic else stem
        bracket = BRACKETS.search(stem)
        tail = bracket.group() if bracket else ""
        name = (
            counted(stem.removesuffix(tail), mention) + tail
            if tail and bracket and bracket.start()
            else counted(stem, mention)
        )
        return self._with_row(panel, at, Column(name, stem, "column_of_table"))

    def _own_name(self, panel: Panel, head: Head) -> str:
        """The head without the group that stands over the names of the rows too: 支出 over 项目 and over 合计."""
        name = head.name
        for part in self.heads[panel.start].parts[:-1]:
            if part not in head.parts[:-1]:
                continue
            name = name.removeprefix(name_of_head(part)) or name
        return name

    def _row_as_measure(self, panel: Panel, at: int, mention: Mention, head: Head) -> Column:
        """The head says nothing: the row is what is measured, a part of it a category."""
        said = self._said(panel, self.layout.body[at])
        name = self.rows[panel.start][at]
        change = change_of(name.name)
        if change is not None and at:
            before = next(
                (r for r in range(at - 1, -1, -1) if change_of(self.rows[panel.start][r].name) is None), 0
            )
            base = self._row_measure(panel, before) + change
            return Column(base, base, "row_of_table", change=True)
        measures = any(h.measures for h, _ in said)
        stem = (
            self._row_measure(panel, at)
            if measures
            else "".join(plain_row_name(name_of_head(text)) for _, text in said)
        )
        facet = head.facet
        if not said:
            stem = head.name or self.topic
        stem = stem if stem.endswith(facet) else stem + facet
        column = Column(counted(stem, mention) if stem else None, stem or None, "row_of_table")
        return self._with_row(panel, at, column) if measures else column

    def _row_measure(self, panel: Panel, at: int) -> str:
        """What a row measures: of a part what its whole measures, but for one that is a measure of its own."""
        name = self.rows[panel.start][at]
        if name.whole and not is_own_measure(name.name, name.whole):
            return name_of_head(name.whole)
        return name_of_head(name.name)

    def _with_row(self, panel: Panel, at: int, column: Column) -> Column:
        """With the categories that the names of the row are."""
        row = self.layout.body[at]
        breakdown = {}
        for i in panel.keys:
            head = self.heads[i]
            if i >= len(row) or not filled([row[i]]) or head.measures or not head.dimension:
                continue
            value = plain_row_name(row[i].text)
            if value and not is_total(value) and value not in (column.measure or ""):
                breakdown[head.dimension] = value
        whole = replace(column, breakdown=breakdown)
        return self._with_part(self.rows[panel.start][at], whole) if not breakdown else whole

    def _with_part(self, name: RowName, column: Column) -> Column:
        if not name.whole or is_own_measure(name.name, name.whole) or name.name in (column.measure or ""):
            return column
        if len(name.name) <= LONGEST_VALUE:
            return replace(column, owner=name.name, dimension=GROUP)
        return replace(column, breakdown={GROUP: name.name})


def _without_change(topic: str) -> str:
    """规模以上工业增加值增速 → 规模以上工业增加值."""
    for word in table_words().growths:
        if topic.endswith(word) and len(topic) > len(word) + 1:
            return topic.removesuffix(word)
    return topic


def _overlapped(topic: str, head: str) -> str:
    """The topic and the head behind it, what both say once: …基本支出决算 and 决算数."""
    return topic if is_silent(head) or head in topic else topic + head
