"""Lines of a paragraph to its text with boxes, hyphens mended, reference marks noted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from suyuan.document import CharBox, Span
from suyuan.reading.pdf.paragraphs import Paragraph
from suyuan.reading.pdf.rows import Line, line_text
from suyuan.reading.pdf.tables import cells_of
from suyuan.reading.raised import POWER, TO_RAISED

LENGTH = re.compile(r"m$|(?:^|[^A-Za-z])s$")  # km², cm³, m/s²
LENGTH_EXPONENTS = frozenset({"2", "3"})
EXPONENT = re.compile(r"([+\-−–]?)\d{1,2}")
BRACKETED = re.compile(r"^[\[［].*[\]］]$")
HYPHENS = "-‐‑"
BROKEN = re.compile(r"[^\x00-\xff][\d.,]+$")  # a number straight after a Chinese character


@dataclass(slots=True)
class Written:
    """Text of a paragraph, a box for each character (None for blanks and tabs put in), its raised marks."""

    text: str
    boxes: list[CharBox | None]
    marks: list[Span]


def write_paragraph(paragraph: Paragraph) -> Written:
    """Text of a paragraph in one line; of a table row with a TAB between its cells."""
    if paragraph.hint == "table":
        return _row(paragraph.lines[0], paragraph.cells)
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
    joined = with_exponents("".join(text), raised)
    return Written(joined, boxes, find_marks(joined, raised))


def _join(text: list[str], boxes: list[CharBox | None], raised: list[bool], words: str) -> None:
    """Between two lines: nothing in Chinese, a blank between Latin words; a word broken at a hyphen is mended by Flow."""
    before, after = text[-1], words[:1]
    if before.isspace() or not after:
        return
    if before.isdigit() and after.isdigit() and BROKEN.search("".join(text[-20:])):
        return  # 投入1 at the end of a line and 2 326万元 on the next: no two numbers of Chinese text touch
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


def _row(line: Line, cells: list[list[int]] | None) -> Written:
    text: list[str] = []
    boxes: list[CharBox | None] = []
    raised: list[bool] = []
    for number, cell in enumerate(cells or cells_of(line)):
        if number:
            text.append("\t")
            boxes.append(None)
            raised.append(False)
        if not cell:
            continue
        words, cell_boxes, cell_raised = line_text(Line(line.page, [line.runs[i] for i in cell]))
        text += words
        boxes += cell_boxes
        raised += cell_raised
    joined = with_exponents("".join(text), raised)
    return Written(joined, boxes, find_marks(joined, raised))


def with_exponents(text: str, raised: list[bool]) -> str:
    """The text with raised exponents as superscript characters: 10⁴, m², 10⁻³, kg·hm⁻². What else is raised stays.

    A raised digit counts as an exponent after a lone 10, a metre or a second, and with a sign; elsewhere it is a mark.
    """
    if True not in raised:
        return text
    parts: list[str] = []
    start = 0
    while start < len(text):
        end = start
        while end < len(text) and end < len(raised) and raised[end] == raised[start]:
            end += 1
        piece, before = text[start:end], "".join(parts)[-5:]
        sign = EXPONENT.fullmatch(piece) if raised[start] else None
        if sign and (
            POWER.search(before)
            or (LENGTH.search(before) and piece in LENGTH_EXPONENTS)
            or (sign[1] and before[-1:].isalpha())
        ):
            piece = piece.translate(TO_RAISED)
        parts.append(piece)
        start = end
    return "".join(parts)


def find_marks(text: str, raised: list[bool]) -> list[Span]:
    """Raised reference marks without brackets: 值¹ as printed by a small raised 1.

    Marks in brackets stay for Flow, which knows them; exponents are superscript characters by now (see
    :func:`with_exponents`), and a raised word is no mark.
    """
    marks: list[Span] = []
    start = 0 if True in raised else len(raised)
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
        if start and not BRACKETED.match(mark) and re.fullmatch(r"[\d①-⑳*＊∗,，、\-–~ a-z†‡）)]{1,12}", mark):
            marks.append(Span(start, end))
        start = end
    return marks
