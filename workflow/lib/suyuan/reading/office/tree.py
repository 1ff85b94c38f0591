"""The elements of a word-processor file: paragraphs and tables, rows and cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from docx.oxml.ns import qn

from suyuan.reading.grid import Cell
from suyuan.reading.office.words import MC

LAYOUT = 400  # characters in a cell of a table that only lays out the page


def children(container: Any) -> Iterator[tuple[str, Any]]:
    """Paragraphs and tables of a body, a cell or a text box, also inside content controls and accepted changes."""
    for child in container:
        if child.tag == qn("w:p"):
            yield "p", child
        elif child.tag == qn("w:tbl"):
            yield "tbl", child
        elif child.tag == qn("w:sdt"):
            content = child.find(qn("w:sdtContent"))
            gallery = child.find(f"{qn('w:sdtPr')}//{qn('w:docPartGallery')}")
            if (
                content is not None
                and gallery is not None
                and gallery.get(qn("w:val")) == "Table of Contents"
            ):
                yield "contents", content
            elif content is not None:
                yield from children(content)
        elif child.tag in (qn("w:customXml"), qn("w:ins"), qn("w:moveTo"), qn("w:smartTag")):
            yield from children(child)
        elif child.tag == qn("w:altChunk"):
            yield "chunk", child


def rows(table: Any) -> Iterator[Any]:
    """The ``w:tr`` of a table, without deleted ones."""
    for child in table:
        if child.tag == qn("w:tr"):
            if child.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
                yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins")):
            yield from rows(child)


def cells(row: Any) -> Iterator[Any]:
    """The ``w:tc`` of a row."""
    for child in row:
        if child.tag == qn("w:tc"):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")):
            yield from cells(child)


def spanned(texts: Sequence[Sequence[str]], rows: Sequence[Sequence[Any]]) -> list[list[Cell]]:
    """Cells with the columns that they span. Those that go on from the row above are cells without text."""
    spanned = []
    for line, row in zip(texts, rows, strict=True):
        before = count(row[0].getparent(), "w:gridBefore") if row else 0
        cells: list[Cell] = [("", before, 1)] if before else []
        for text, cell in zip(line, row, strict=True):
            properties = cell.find(qn("w:tcPr"))
            merged = properties.find(qn("w:vMerge")) if properties is not None else None
            goes_on = merged is not None and merged.get(qn("w:val")) != "restart"
            columns = count(cell, "w:gridSpan") or 1
            cells.append(("" if goes_on else text, columns, 1))
        spanned.append(cells)
    return spanned


def count(element: Any, name: str) -> int:
    """Columns named in the properties of a row or a cell; 0 where none are."""
    found = next(
        (child.find(qn(name)) for child in element if child.tag in (qn("w:tcPr"), qn("w:trPr"))), None
    )
    text = found.get(qn("w:val")) if found is not None else None
    return int(text) if text is not None and text.isdecimal() else 0


def is_layout(rows: Sequence[Sequence[Any]]) -> bool:
    """A table of one cell, of one row or one column with a table inside, or with running text of several paragraphs lays out
    the page."""
    cells = [cell for row in rows for cell in row]
    if len(cells) < 2:
        return True
    narrow = len(rows) == 1 or max(map(len, rows)) == 1
    if narrow and any(True for _ in inner_tables(rows)):
        return True
    for cell in cells:
        paragraphs = [p for p in cell.iter(qn("w:p")) if is_own(p, cell)]
        length = sum(len(text.text or "") for p in paragraphs for text in p.iter(qn("w:t")))
        if length > LAYOUT and len(paragraphs) > 3:
            return True
    return False


def inner_tables(rows: Sequence[Sequence[Any]]) -> Iterator[Any]:
    """The tables in the cells of a table, without those in them in turn."""
    for row in rows:
        for cell in row:
            yield from (table for table in cell.iter(qn("w:tbl")) if is_own(table, cell))


def is_own(element: Any, cell: Any) -> bool:
    """Whether what is below a cell belongs to the cell itself, not to a text box or a table in it."""
    parent = element.getparent()
    while parent is not None and parent is not cell:
        if parent.tag in (qn("w:txbxContent"), qn("w:tbl"), MC + "Fallback"):
            return False
        parent = parent.getparent()
    return True


def end_is_deleted(paragraph: Any) -> bool:
    """Whether a tracked change takes the end of a paragraph away, so that it goes on in the next one."""
    end = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    return end is not None and any(end.find(qn(name)) is not None for name in ("w:del", "w:moveFrom"))
