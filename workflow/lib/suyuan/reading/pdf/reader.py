"""Read a PDF."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2 as pdfium

from suyuan.document import Document, Page
from suyuan.reading.compose import Piece, compose
from suyuan.reading.dates import find_dates
from suyuan.reading.errors import ReadError
from suyuan.reading.outline_pass import Given, Told, classify
from suyuan.reading.pdf.chars import PageChars, page_chars
from suyuan.reading.pdf.columns import Gutter, find_gutter, lines_in_order
from suyuan.reading.pdf.front import mark_front
from suyuan.reading.pdf.furniture import PageRows, head_rule, page_label, take_furniture
from suyuan.reading.pdf.guard import check_bytes, open_pdf
from suyuan.reading.pdf.lines import Written, write_paragraph
from suyuan.reading.pdf.notes import find_footnotes
from suyuan.reading.pdf.paragraphs import Paragraph, body_size, is_contents, is_small_print, join_lines
from suyuan.reading.pdf.rows import HOLDER, Line, char_box, rows_of
from suyuan.reading.pdf.ruled import RuledTable, take_tables
from suyuan.reading.pdf.second import SecondReader
from suyuan.reading.pdf.tables import gapped_tables, is_figure_text
from suyuan.reading.shapes import shape_of
from suyuan.records import Problem
from suyuan.records.fact import BlockKind, Edition

FEW = 20  # characters on a page: it has no text layer to speak of
UNMAPPED = 0.02  # share of characters without a meaning that is worth a word


def read_pdf(data: bytes, shown: str, source_id: str, edition: Edition) -> Document:
    """Document of a PDF with a text layer; every printed character of the text has its box.

    Raises ReadError if the file is no PDF, encrypted, cut off, without pages or without text, or too large to draw.
    """
    check_bytes(data, shown)
    document = open_pdf(data, shown)
    second = SecondReader(data)
    try:
        pages = _all_pages(document, second, shown)
    finally:
        document.close()
        second.close()
    tables = {id(table.holder): table for page in pages for table in take_tables(page)}
    rows = [
        PageRows(p.number, p.width, p.height, rows_of(p.upright), head_rule(p.rules, p.width, p.height))
        for p in pages
    ]
    furniture = take_furniture(rows)
    lines = order_lines(rows)
    paragraphs = build_paragraphs(lines)
    written = [write_paragraph(paragraph) for paragraph in paragraphs]
    for paragraph, words in zip(paragraphs, written, strict=True):
        paragraph.text, paragraph.marks = words.text, len(words.marks)
    mark_front(paragraphs, body_size(lines))
    told = classify([Given(p.text, p.hint, None, p.big) for p in paragraphs])
    pieces: list[Piece] = []
    for paragraph, words, kind in zip(paragraphs, written, told, strict=True):
        table = tables.get(id(paragraph.lines[0].chars[0]))
        pieces += (
            [_piece(paragraph, words, kind)] if table is None else _table_pieces(table, kind, len(pieces))
        )
    pieces += _apart(pages, furniture)
    text, blocks, boxes = compose(pieces)
    titles = [p for p in paragraphs if p.hint == "title"]
    title = max(titles, key=lambda p: p.lines[0].size).text if titles else None
    head = [p.text for p in paragraphs[:40] if p.lines[0].page <= 2 and p.hint in (None, "note", "title")]
    head += [line.text for page in list(furniture)[:2] for line in furniture[page]]
    return Document(
        source_id=source_id,
        edition=edition,
        path=shown,
        sha256="",
        media="pdf",
        text=text,
        blocks=blocks,
        title=title,
        dates=find_dates([t for t in head if shape_of(t).kind == "stamp"], head),
        pages=tuple(
            Page(p.number, round(p.width, 2), round(p.height, 2), page_label(furniture[p.number]))
            for p in pages
        ),
        boxes=boxes,
        problems=_problems(pages, shown, source_id),
    )


def _all_pages(document: pdfium.PdfDocument, second: SecondReader, shown: str) -> list[PageChars]:
    try:
        pages = [page_chars(document, number, second) for number in range(1, len(document) + 1)]
    except pdfium.PdfiumError as error:
        raise ReadError(shown, f"a page cannot be read ({error})", "print the file to a new PDF") from error
    if sum(len(page.upright) + len(page.turned) for page in pages) == 0:
        raise ReadError(
            shown,
            "the pages are pictures without a text layer",
            "reading scans (OCR) comes in a later version",
        )
    return pages


def order_lines(pages: Sequence[PageRows]) -> list[Line]:
    """Lines of the document in reading order. A page with few rows takes the gutter of the other pages if it fits."""
    gutters = [find_gutter(page.rows) for page in pages]
    known = [(page.width, gutter) for page, gutter in zip(pages, gutters, strict=True) if gutter is not None]
    lines: list[Line] = []
    for page, found in zip(pages, gutters, strict=True):
        gutter = found
        if gutter is None:
            near = [other for width, other in known if abs(width - page.width) < 5]
            gutter = next((other for other in near if _clear(page, other)), None)
        column = lines[-1].column + 1 if lines else 1
        lines += lines_in_order(page.number, page.rows, gutter, column)
    return lines


def _clear(page: PageRows, gutter: Gutter) -> bool:
    """No run of the page crosses the gutter."""
    return not any(run.x0 < gutter.left - 3 and run.x1 > gutter.right + 3 for row in page.rows for run in row)


def build_paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """Paragraphs, footnotes and table rows in reading order; a ruled table is one paragraph with its holder."""
    size = body_size(lines)
    headings = [i for i, line in enumerate(lines) if shape_of(line.text).kind == "references"]
    references = headings[-1] if headings else len(lines)
    labels = [
        i
        for i, line in enumerate(lines)
        if line.page <= 2 and shape_of(line.text).kind in ("abstract", "keywords")
    ]
    front = max(labels, default=-1)
    apart: dict[int, Paragraph] = {}
    for group in find_footnotes(lines, size, references):
        apart[group[0]] = Paragraph([lines[i] for i in group], hint=_note_kind(lines[group[0]]))
        apart.update({i: apart[group[0]] for i in group[1:]})
    for number, (start, end) in enumerate(gapped_tables(lines), start=1):
        if any(i in apart for i in range(start, end)) or start > references:
            continue
        for i in range(start, end):
            apart[i] = Paragraph([lines[i]], hint="table", table=f"table-{number}")
    for i, line in enumerate(lines):
        if line.chars[0].text == HOLDER or (
            i not in apart
            and (is_figure_text(line) or (front < i < references and is_small_print(line, size)))
        ):
            apart[i] = Paragraph([line], hint="table")
        elif i not in apart and is_contents(line):
            apart[i] = Paragraph([line], hint="furniture")
    running = [line for i, line in enumerate(lines) if i not in apart]
    heading = lines[references] if references < len(lines) else None
    return _in_order(join_lines(running, size, heading), apart, lines)


def _in_order(
    paragraphs: list[Paragraph], apart: dict[int, Paragraph], lines: Sequence[Line]
) -> list[Paragraph]:
    """Both in the order of their first lines; what stands inside a paragraph follows it."""
    place = {id(line): i for i, line in enumerate(lines)}
    both = [(place[id(p.lines[0])], p) for p in paragraphs]
    seen: set[int] = set()
    for paragraph in apart.values():
        if id(paragraph) not in seen:
            seen.add(id(paragraph))
            both.append((place[id(paragraph.lines[0])], paragraph))
    return [paragraph for _, paragraph in sorted(both, key=lambda pair: pair[0])]


def _note_kind(line: Line) -> BlockKind:
    return "note" if shape_of(line.text).kind in ("note", "keywords") else "footnote"


def _piece(paragraph: Paragraph, words: Written, told: Told) -> Piece:
    return Piece(
        told.kind,
        words.text,
        words.boxes,
        told.section,
        told.level,
        paragraph.table,
        paragraph.lines[0].page,
        words.marks,
    )


def _table_pieces(table: RuledTable, told: Told, number: int) -> list[Piece]:
    rows = [table.row_text(i) for i in range(len(table.rows))]
    name = f"table-p{table.page}-{number}"
    return [
        Piece("table", text, boxes, told.section, None, name, table.page)
        for text, boxes in rows
        if text.strip()
    ]


def _apart(pages: Sequence[PageChars], furniture: dict[int, list[Line]]) -> list[Piece]:
    pieces = []
    for page in pages:
        for line in furniture[page.number]:
            words = write_paragraph(Paragraph([line]))
            pieces.append(Piece("furniture", words.text, words.boxes, page=page.number))
        turned = [char for char in page.turned if not char.blank]
        if turned:
            text = "".join(char.text for char in turned)
            boxes = [char_box(char, page.number) for char in turned for _ in char.text]
            pieces.append(Piece("furniture", text, boxes, page=page.number))
    return pieces


def _problems(pages: Sequence[PageChars], shown: str, source_id: str) -> tuple[Problem, ...]:
    problems = []
    empty = [page.number for page in pages if len(page.upright) < FEW]
    if empty:
        where = ", ".join(map(str, empty[:20])) + (" …" if len(empty) > 20 else "")
        what, todo = (
            f"{len(empty)} of {len(pages)} pages have hardly any text (blank, or a picture)",
            "look at these pages",
        )
        problems.append(
            Problem(
                stage="read",
                source_id=source_id,
                file=shown,
                where=f"page {where}",
                what=what,
                todo=todo,
                severity="note",
            )
        )
    unmapped = sum(page.unmapped for page in pages)
    count = max(sum(len(page.upright) + len(page.turned) for page in pages), unmapped, 1)
    if unmapped > UNMAPPED * count:
        what = f"{unmapped} of {count} characters have no known meaning in the file's fonts; the text may be garbled"
        problems.append(
            Problem(
                stage="read",
                source_id=source_id,
                file=shown,
                what=what,
                todo="compare the text with the pages",
                severity="warning",
            )
        )
    margin = [page.number for page in pages if page.left_out]
    if margin:
        what = (
            f"characters in running heads or feet of {len(margin)} pages could not be taken out of the file"
        )
        problems.append(
            Problem(
                stage="read", source_id=source_id, file=shown, where=f"page {margin[0]}", what=what, severity="note",
                todo="nothing, unless the heads matter",
            )
        )  # fmt: skip
    return tuple(problems)
