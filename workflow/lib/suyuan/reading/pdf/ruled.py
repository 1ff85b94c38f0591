"""Ruled tables: cells between drawn lines, by pdfplumber's cell finder on pdfium's rules; and the place of all tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

from suyuan.document import CharBox, Span
from suyuan.reading.pdf.chars import Char, PageChars
from suyuan.reading.pdf.lines import find_marks, with_exponents
from suyuan.reading.pdf.rows import HOLDER, Line, line_text, rows_of
from suyuan.reading.pdf.rules import Rule
from suyuan.reading.pdf.three_line import find_three_line_tables

SNAP = 3.0  # points within which rules meet
ENOUGH_RULES = (3, 2)  # horizontal, vertical
MANY_EDGES = 3000
Cell = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class RuledTable:
    """Rows of cells with their characters; an empty cell has none."""

    page: int
    rows: tuple[tuple[tuple[Char, ...], ...], ...]
    holder: Char

    def row_text(self, row: int) -> tuple[str, list[CharBox | None], list[Span]]:
        """Text of a row, TAB between cells, with a box for each printed character, and its raised marks."""
        text: list[str] = []
        raised: list[bool] = []
        boxes: list[CharBox | None] = []
        for number, chars in enumerate(self.rows[row]):
            if number:
                text.append("\t")
                boxes.append(None)
                raised.append(False)
            for index, runs in enumerate(rows_of(chars)):
                words, word_boxes, word_raised = line_text(Line(self.page, runs))
                if (
                    index
                    and text[-1].isascii()
                    and words[:1].isascii()
                    and text[-1].isalpha()
                    and words[0].isalpha()
                ):
                    text.append(" ")
                    boxes.append(None)
                    raised.append(False)
                text += words
                boxes += word_boxes
                raised += word_raised
        words = with_exponents("".join(text), raised)
        return words, boxes, find_marks(words, raised)


def take_tables(page: PageChars) -> list[RuledTable]:
    """Ruled and three-line tables of a page. Their characters leave ``page.upright``, where a holder takes their place."""
    tables = []
    for region in find_three_line_tables(page.rules, page.upright, page.height):
        tables.append(_take(page, region.rows, (region.x0, region.top, region.x1, region.bottom)))
    return tables + _take_ruled(page)


def _take_ruled(page: PageChars) -> list[RuledTable]:
    tables = []
    for cells in find_cells(page.rules):
        rows = _rows(cells, (char for char in page.upright if char.text != HOLDER))
        filled = [[bool(cell) for cell in row] for row in rows]
        count = sum(map(sum, filled))
        columns = max((len(row) for row in rows), default=0)
        if count < 4 or len(rows) < 2 or columns < 2 or count < 0.2 * sum(map(len, filled)):
            continue
        x0, top = min(cell[0] for cell in cells), min(cell[1] for cell in cells)
        x1, bottom = max(cell[2] for cell in cells), max(cell[3] for cell in cells)
        tables.append(_take(page, rows, (x0, top, x1, bottom)))
    return tables


def _take(page: PageChars, rows: tuple[tuple[tuple[Char, ...], ...], ...], place: Cell) -> RuledTable:
    """The table of these rows, its characters taken from the page."""
    taken = {id(char) for row in rows for cell in row for char in cell}
    x0, top, x1, bottom = place
    holder = Char(HOLDER, x0, top, x1, bottom, top + 1, 1.0)
    page.upright[:] = [char for char in page.upright if id(char) not in taken]
    page.upright.append(holder)
    return RuledTable(page.number, rows, holder)


def find_cells(rules: Sequence[Rule]) -> list[list[Cell]]:
    """Cells of each table that the rules enclose."""
    flat = sum(1 for rule in rules if rule[1] == rule[3])
    upright = len(rules) - flat
    if flat < ENOUGH_RULES[0] or upright < ENOUGH_RULES[1] or len(rules) > MANY_EDGES:
        return []
    edges = [
        {
            "x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top,
            "orientation": "h" if top == bottom else "v", "object_type": "line",
        }
        for x0, top, x1, bottom in rules
    ]  # fmt: skip
    merged = merge_edges(edges, SNAP, SNAP, SNAP, SNAP)
    cells = intersections_to_cells(edges_to_intersections(merged, SNAP, SNAP))
    return [[(cell[0], cell[1], cell[2], cell[3]) for cell in table] for table in cells_to_tables(cells)]


def _rows(cells: Sequence[Cell], chars: Iterable[Char]) -> tuple[tuple[tuple[Char, ...], ...], ...]:
    """Rows by the upper edges of the cells, cells from left to right."""
    held: dict[Cell, list[Char]] = {cell: [] for cell in cells}
    left, right = min(cell[0] for cell in cells), max(cell[2] for cell in cells)
    top, bottom = min(cell[1] for cell in cells), max(cell[3] for cell in cells)
    last: Cell | None = None  # the next character stands mostly in the same cell
    for char in chars:
        x, y = (char.x0 + char.x1) / 2, char.base - 0.35 * char.size
        if not (left <= x <= right and top <= y <= bottom):
            continue
        if last is None or not _holds(last, x, y):
            last = next((cell for cell in cells if _holds(cell, x, y)), None)
        if last is not None:
            held[last].append(char)
    tops: dict[float, list[Cell]] = {}
    for cell in sorted(cells, key=lambda cell: (cell[1], cell[0])):
        tops.setdefault(round(cell[1], 1), []).append(cell)
    return tuple(tuple(tuple(held[cell]) for cell in row) for row in tops.values())


def _holds(cell: Cell, x: float, y: float) -> bool:
    return cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]
