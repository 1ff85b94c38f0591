"""Read a PDF."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2 as pdfium

from suyuan.collector import seldom_collected
from suyuan.document import Document, Page
from suyuan.reading.compose import Piece, compose
from suyuan.reading.dates import find_dates
from suyuan.reading.errors import ReadError
from suyuan.reading.limits import tell_pages
from suyuan.reading.ocr.engine import is_installed
from suyuan.reading.outline_pass import Given, Told, classify
from suyuan.reading.password import Password
from suyuan.reading.pdf.back import mark_back
from suyuan.reading.pdf.chars import PageChars
from suyuan.reading.pdf.columns import Gutter, find_gutters, lines_in_order
from suyuan.reading.pdf.continued import Part, find_parts
from suyuan.reading.pdf.formulas import find_formulas
from suyuan.reading.pdf.front import mark_front
from suyuan.reading.pdf.furniture import (
    PageRows,
    foot_rule,
    head_rule,
    page_label,
    take_furniture,
    take_watermarks,
)
from suyuan.reading.pdf.guard import check_bytes, open_pdf, without_junk
from suyuan.reading.pdf.layers import AGAIN, TO_READ, Layers, read_layers, recogniser
from suyuan.reading.pdf.lines import Written, write_paragraph
from suyuan.reading.pdf.notes import find_footnotes, note_kind
from suyuan.reading.pdf.page_labels import declared_labels
from suyuan.reading.pdf.page_problems import DAMAGED_PAGES, broken_pages, page_problems
from suyuan.reading.pdf.paragraphs import (
    Paragraph,
    body_size,
    heading_levels,
    is_contents,
    join_lines,
    usual_pitch,
)
from suyuan.reading.pdf.rows import HOLDER, Line, char_box, rows_of
from suyuan.reading.pdf.ruled import take_tables
from suyuan.reading.pdf.second import SecondReader
from suyuan.reading.pdf.small_print import small_print
from suyuan.reading.pdf.tables import aligned_cells, gapped_tables, is_figure_text
from suyuan.reading.shapes import shape_of
from suyuan.records.fact import Edition


@seldom_collected()
def read_pdf(
    data: bytes, shown: str, source_id: str, edition: Edition, password: Password | None = None
) -> Document:
    """Document of a PDF with a text layer; every printed character of the text has its box.

    Raises ReadError if the file is no PDF, encrypted, cut off, without pages or without text, or too large to draw.
    """
    check_bytes(data, shown)
    data = without_junk(data)
    password = password or Password()
    document = open_pdf(data, shown, password)
    second = SecondReader(data, password.value)
    try:
        tell_pages(len(document), shown)
        layers = _all_pages(document, second, shown)
        labels = declared_labels(document)
    finally:
        document.close()
        second.close()
    pages, broken = layers.pages, layers.broken
    take_watermarks(pages)
    tables = {id(table.holder): table for page in pages for table in take_tables(page)}
    rows = [PageRows(p.number, p.width, p.height, rows_of(p.upright), *_edges(p)) for p in pages]
    furniture = take_furniture(rows)
    lines = order_lines(rows)
    paragraphs = build_paragraphs(lines)
    written = [write_paragraph(paragraph) for paragraph in paragraphs]
    for paragraph, words in zip(paragraphs, written, strict=True):
        paragraph.text, paragraph.marks = words.text, len(words.marks)
    mark_front(paragraphs, body_size(lines))
    mark_back(paragraphs, body_size(lines))
    levels = heading_levels(paragraphs)
    told = classify(
        [Given(p.text, p.hint, level, p.big) for p, level in zip(paragraphs, levels, strict=True)]
    )
    pieces: list[Piece] = []
    order = [tables.get(id(paragraph.lines[0].chars[0])) or paragraph.text for paragraph in paragraphs]
    parts = find_parts(order, {page.number: page.height for page in pages})
    names: dict[int, str] = {}
    for paragraph, words, kind, item in zip(paragraphs, written, told, order, strict=True):
        if isinstance(item, str):
            pieces.append(_piece(paragraph, words, kind))
            continue
        part = parts[id(item)]
        name = names.setdefault(id(part.first), f"table-p{item.page}-{len(pieces)}")
        pieces += _table_pieces(part, kind, name)
    pieces += _apart(pages, furniture)
    text, blocks, boxes = compose(pieces)
    titles = [p for p in paragraphs if p.hint == "title"]
    title = max(titles, key=lambda p: p.lines[0].size).text if titles else None
    head = [
        p.text
        for p, kind in zip(paragraphs[:40], told, strict=False)
        if p.lines[0].page <= 2 and p.hint in (None, "note", "title") and kind.kind != "reference"
    ]
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
            Page(
                p.number,
                round(p.width, 2),
                round(p.height, 2),
                labels.get(p.number) or page_label(furniture[p.number]),
                p.layer,
            )
            for p in pages
        ),
        boxes=boxes,
        problems=(
            *broken_pages(broken, len(pages), shown, source_id),
            *layers.problems(shown, source_id),
            *page_problems(pages, shown, source_id),
        ),
    )


def _edges(page: PageChars) -> tuple[float | None, float | None]:
    """The rules that divide the running head and the foot from a page."""
    return (
        head_rule(page.rules, page.width, page.height),
        foot_rule(page.rules, page.width, page.height),
    )


def _all_pages(document: pdfium.PdfDocument, second: SecondReader, shown: str) -> Layers:
    """The pages that can be read. ReadError if there is no text in the file."""
    layers = read_layers(document, second, recogniser())
    if not layers.pages:
        raise ReadError(shown, "no page of the file can be read; all are damaged", DAMAGED_PAGES)
    if not any(page.upright or page.turned for page in layers.pages):
        if not layers.pictures:
            raise ReadError(shown, "the pages are blank", "look at the file; download or export it again")
        raise ReadError(
            shown, "the pages are pictures without a text layer", AGAIN if is_installed() else TO_READ
        )
    return layers


def order_lines(pages: Sequence[PageRows]) -> list[Line]:
    """Lines of the document in reading order. A page with few rows takes the gutter of the other pages if it fits."""
    gutters = [find_gutters(page.rows) for page in pages]
    known = [(page.width, found) for page, found in zip(pages, gutters, strict=True) if found]
    lines: list[Line] = []
    for page, found in zip(pages, gutters, strict=True):
        chosen = found
        if not chosen:
            near = [other for width, other in known if abs(width - page.width) < 5]
            chosen = next((other for other in near if _clear(page, other)), ())
        column = lines[-1].column + 1 if lines else 1
        lines += lines_in_order(page.number, page.rows, chosen, column)
    return lines


def _clear(page: PageRows, gutters: Sequence[Gutter]) -> bool:
    """No run of the page crosses a gutter."""
    return not any(
        run.x0 < gutter.left - 3 and run.x1 > gutter.right + 3
        for gutter in gutters
        for row in page.rows
        for run in row
    )


def build_paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """Paragraphs, footnotes and table rows in reading order; a ruled table is one paragraph with its holder."""
    size = body_size(lines)
    headings = [i for i, line in enumerate(lines) if shape_of(line.text).kind == "references"]
    references = headings[-1] if headings else len(lines)
    labels = [
        i
        for i, line in enumerate(lines)
        if line.page <= 2 and i < references and shape_of(line.text).kind in ("abstract", "keywords")
    ]
    front = max(labels, default=-1)
    apart: dict[int, Paragraph] = {}
    for group in find_footnotes(lines, size, references):
        apart[group[0]] = Paragraph([lines[i] for i in group], hint=note_kind([lines[i] for i in group]))
        apart.update({i: apart[group[0]] for i in group[1:]})
    formulas = find_formulas(lines[:references], apart.keys(), usual_pitch(lines))
    signs = {i for formula in formulas for i in formula}
    for number, (start, end) in enumerate(gapped_tables(lines), start=1):
        if any(i in apart for i in range(start, end)) or start > references or signs >= {*range(start, end)}:
            continue
        for i, cells in enumerate(aligned_cells(lines[start:end]), start=start):
            apart[i] = Paragraph([lines[i]], hint="table", table=f"table-{number}", cells=cells)
    for formula in formulas:
        group = [i for i in formula if i not in apart]
        if group:
            apart |= dict.fromkeys(group, Paragraph([lines[i] for i in group], hint="formula"))
    small = small_print(lines, size)
    for i, line in enumerate(lines):
        if line.chars[0].text == HOLDER or (
            i not in apart
            and (is_figure_text(line) or (front < i < references and i in small))
            and shape_of(line.text).kind != "caption"
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


def _table_pieces(part: Part, told: Told, name: str) -> list[Piece]:
    """A row a piece. A head that is repeated on a new page is furniture."""
    table = part.table
    pieces = []
    for number in range(len(table.rows)):
        text, boxes, marks = table.row_text(number)
        if not text.strip():
            continue
        if number < part.repeated:
            pieces.append(Piece("furniture", text, boxes, page=table.page))
        else:
            kind = told.kind if told.kind == "advertising" else "table"
            pieces.append(Piece(kind, text, boxes, told.section, None, name, table.page, marks))
    return pieces


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
