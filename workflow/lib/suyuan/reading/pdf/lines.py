"""Lines of a paragraph to its text with boxes, hyphens mended, reference marks noted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from suyuan.document import CharBox, Span
from suyuan.reading.pdf.paragraphs import Paragraph
from suyuan.reading.pdf.rows import Line, line_text
from suyuan.reading.pdf.tables import cells_of

UNITS = frozenset("mMkKcC")  # km², cm³: the raised digit belongs to the unit
BRACKETED = re.compile(r"^[\[［].*[\]］]$")
HYPHENS = "-‐‑"


@dataclass(slots=True)
class Written:
    """Text of a paragraph, a box for each character (None for blanks and tabs put in), its raised marks."""

    text: str
    boxes: list[CharBox | None]
    marks: list[Span]


def write_paragraph(paragraph: Paragraph) -> Written:
    """Text of a paragraph in one line; of a table row with a TAB between its cells."""
    if paragraph.hint == "table":
        return _row(paragraph.lines[0])
    text: list[str] = []
    boxes: list[CharBox | None] = []
    raised: list[bool] = []
    for line in paragraph.lines:
        words, line_boxes, line_raised = line_text(line)
        if text:
            _join(text, boxes, raised, words)
        text += words
        boxes += line_boxes
        raised += line_raised
    joined = "".join(text)
    return Written(joined, boxes, find_marks(joined, raised))


def _join(text: list[str], boxes: list[CharBox | None], raised: list[bool], words: str) -> None:
    """Between two lines: nothing in Chinese, a blank between Latin words; a word broken at a hyphen is mended by Flow."""
    before, after = text[-1], words[:1]
    if before.isspace() or not after:
        return
    latin = (
        before.isascii()
        and after.isascii()
        and (before.isalnum() or before in ",.;:)%")
        and (after.isalnum() or after == "(")
    )
    if latin and before not in HYPHENS:
        text.append(" ")
        boxes.append(None)
        raised.append(False)


def _row(line: Line) -> Written:
    text: list[str] = []
    boxes: list[CharBox | None] = []
    for cell in cells_of(line):
        if text:
            text.append("\t")
            boxes.append(None)
        words, cell_boxes, _ = line_text(Line(line.page, [line.runs[i] for i in cell]))
        text += words
        boxes += cell_boxes
    return Written("".join(text), boxes, [])


def find_marks(text: str, raised: list[bool]) -> list[Span]:
    """Raised reference marks without brackets: 值¹ as printed by a small raised 1.

    Marks in brackets stay for Flow, which knows them; a raised digit after the m of km, m belongs to the unit, and a
    raised word or a raised minus (10⁻³) is no mark.
    """
    marks: list[Span] = []
    start = 0
    while start < len(raised):
        if not raised[start]:
            start += 1
            continue
        end = start
        while end < len(raised) and (
            raised[end] or (text[end] == " " and end + 1 < len(raised) and raised[end + 1])
        ):
            end += 1
        mark = text[start:end]
        unit = start > 0 and text[start - 1] in UNITS and mark in ("2", "3")
        if (
            start
            and not BRACKETED.match(mark)
            and not unit
            and re.fullmatch(r"[\d①-⑳*＊∗,，、\-–~ a-z†‡）)]{1,12}", mark)
        ):
            marks.append(Span(start, end))
        start = end
    return marks
