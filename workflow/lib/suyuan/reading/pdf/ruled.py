"""Ruled and three-line tables of a page: their rows of cells, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from suyuan.document import CharBox, Span
from suyuan.reading.pdf.cells import Box, Cell, find_cells, grid_of
from suyuan.reading.pdf.chars import Char, PageChars
from suyuan.reading.pdf.lines import find_marks, with_exponents
from suyuan.reading.pdf.rows import HOLDER, Line, line_text, rows_of
from suyuan.reading.pdf.three_line import find_three_line_tables

LEAST_FILLED = 0.2  # of the cells of a table hold text


@dataclass(frozen=True, slots=True)
class RuledTable:
    """Rows of cells with their characters, all of one length; an empty cell has none.

    A cell over several columns or rows says its text once, in the first of them. ``columns`` are the left edges of the
    columns and the right edge of the last; ``ruled`` if they were drawn.
    """

    page: int
    rows: tuple[tuple[Cell, ...], ...]
    holder: Char
    columns: tuple[float, ...]
    ruled: bool

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
        place = (region.x0, region.top, region.x1, region.bottom)
        tables.append(_take(page, region.rows, place, region.columns, ruled=False))
    return tables + _take_ruled(page)


def _take_ruled(page: PageChars) -> list[RuledTable]:
    tables = []
    for boxes in find_cells(page.rules):
        rows, columns = grid_of(boxes, (char for char in page.upright if char.text != HOLDER))
        count = sum(bool(cell) for row in rows for cell in row)
        if count < 4 or len(rows) < 2 or len(columns) < 3 or count < LEAST_FILLED * len(boxes):
            continue
        x0, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
        x1, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
        tables.append(_take(page, rows, (x0, top, x1, bottom), columns, ruled=True))
    return tables


def _take(
    page: PageChars,
    rows: tuple[tuple[Cell, ...], ...],
    place: Box,
    columns: tuple[float, ...],
    *,
    ruled: bool,
) -> RuledTable:
    """The table of these rows, its characters taken from the page."""
    taken = {id(char) for row in rows for cell in row for char in cell}
    x0, top, x1, bottom = place
    holder = Char(HOLDER, x0, top, x1, bottom, top + 1, 1.0)
    page.upright[:] = [char for char in page.upright if id(char) not in taken]
    page.upright.append(holder)
    return RuledTable(page.number, rows, holder, columns, ruled)
