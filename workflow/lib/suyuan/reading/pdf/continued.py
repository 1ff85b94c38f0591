"""Tables that go on over the end of a page, told from their columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from suyuan.reading.pdf.cells import Cell
from suyuan.reading.pdf.ruled import RuledTable
from suyuan.reading.shapes import shape_of
from suyuan.reading.words import label_of, squeeze

SAME_EDGE = 4.0  # points: edges of one column on two pages
SAME_BLANK = (
    25.0  # points: the same of columns that only blanks divide, whose words are others on the next page
)
LOW, HIGH = (
    0.5,
    0.4,
)  # of the page's height: where the upper part ends, at least, and where the lower part begins, at most
SHORT = 40  # characters


@dataclass(frozen=True, slots=True)
class Part:
    """What a page has of a table: the whole table's first part, its own rows in the columns of the whole, and how many of
    them repeat the head."""

    first: RuledTable
    table: RuledTable
    repeated: int


def find_parts(order: Sequence[RuledTable | str], heights: Mapping[int, float]) -> dict[int, Part]:
    """Parts of tables by the id of the table. ``order`` has the tables and the texts between them, in reading order.

    A table goes on if the next page begins with one that has the same columns (or some of them: merged cells), and nothing
    stands between but a running unit or the words (续表). Where blanks divide the columns the head or those words must be
    repeated.
    """
    chains: list[list[RuledTable]] = []
    between: list[str] = []
    for item in order:
        if isinstance(item, str):
            between.append(item)
            continue
        if chains and _goes_on(chains[-1], item, between, heights):
            chains[-1].append(item)
        else:
            chains.append([item])
        between = []
    parts: dict[int, Part] = {}
    for chain in chains:
        widest = max(chain, key=lambda table: len(table.columns)).columns
        set_out = [_regrid(table, widest) for table in chain]
        for number, (table, laid) in enumerate(zip(chain, set_out, strict=True)):
            parts[id(table)] = Part(chain[0], laid, _repeated(set_out[0], laid) if number else 0)
    return parts


def _goes_on(
    chain: Sequence[RuledTable], table: RuledTable, between: Sequence[str], heights: Mapping[int, float]
) -> bool:
    last = chain[-1]
    if table.page != last.page + 1 or table.ruled != last.ruled:
        return False
    told = any(_says_continued(text) for text in between)
    if not all(_may_stand_between(text) for text in between):
        return False
    if last.holder.bottom < LOW * heights[last.page] or table.holder.top > HIGH * heights[table.page]:
        return False
    if not all(_fits(part.columns, table.columns, table.ruled) for part in chain):
        return False
    repeated = _repeated(chain[0], table) > 0
    return repeated or told or (table.ruled and not between)


def _may_stand_between(text: str) -> bool:
    unit = label_of(squeeze(text), "unit_words") is not None
    return unit or _says_continued(text) or shape_of(text).kind in ("page_number", "furniture")


def _says_continued(text: str) -> bool:
    words = squeeze(text)
    return len(words) <= SHORT and (
        shape_of(text).kind == "continued" or "续" in words or "continued" in words
    )


def _fits(a: Sequence[float], b: Sequence[float], ruled: bool) -> bool:
    """The same columns, or of drawn ones the fewer among the more, wherever the tables begin."""
    few, many = sorted(([x - columns[0] for x in columns] for columns in (a, b)), key=len)
    if abs(few[-1] - many[-1]) > 2 * SAME_EDGE:
        return False
    if not ruled:
        return len(few) == len(many) and all(abs(x - y) <= SAME_BLANK for x, y in zip(few, many, strict=True))
    return all(any(abs(x - y) <= SAME_EDGE for y in many) for x in few)


def _regrid(table: RuledTable, columns: tuple[float, ...]) -> RuledTable:
    """The table in the (more) columns of the whole."""
    if len(columns) == len(table.columns):
        return table
    places = [x - columns[0] for x in columns[:-1]]
    where = [
        min(range(len(places)), key=lambda i: abs(places[i] - (x - table.columns[0])))
        for x in table.columns[:-1]
    ]
    rows = []
    for row in table.rows:
        laid: list[Cell] = [()] * len(places)
        for place, cell in zip(where, row, strict=True):
            laid[place] = (*laid[place], *cell)
        rows.append(tuple(laid))
    return replace(table, rows=tuple(rows), columns=columns)


def _repeated(first: RuledTable, table: RuledTable) -> int:
    """How many rows at the top say what the first rows of the table said; never all."""
    count = 0
    for a, b in zip(first.rows, table.rows[:-1], strict=False):
        said = [[char.text for cell in row for char in cell if not char.blank] for row in (a, b)]
        if said[0] != said[1]:
            break
        count += 1
    return count
